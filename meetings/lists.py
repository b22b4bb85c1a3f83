"""How every list of the register answers: narrowed by its form and paged."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from meetings.forms import FilterForm
from reports.filters import answered

A_PAGE = 25


def listed(
    request: HttpRequest, name: str, form: FilterForm, rows: QuerySet, *, a_page: int = A_PAGE, **more: Any
) -> HttpResponse:
    """The list page `name` of the rows; a page number that does not exist shows the nearest one."""
    shown = {
        "form": form,
        "several": form.several_councils,
        "chips": form.chips(request),
        "page_obj": Paginator(rows, a_page).get_page(request.GET.get("page")),
        "name": f"meetings:{name}",
    }
    pieces = {"piece": f"meetings/_{name}.html", "filters": "meetings/_filter.html"}
    return answered(request, f"meetings/{name}.html", **pieces, context=shown | more)
