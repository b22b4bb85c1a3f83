"""How every list of the register answers: narrowed by its form, paged, whole or as the piece that htmx swaps."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django_htmx.http import push_url

from meetings.forms import FilterForm

A_PAGE = 25


def listed(
    request: HttpRequest, name: str, form: FilterForm, rows: QuerySet, *, a_page: int = A_PAGE, **more: Any
) -> HttpResponse:
    """The list page `name` of the rows; a page number that does not exist shows the nearest one."""
    page = Paginator(rows, a_page).get_page(request.GET.get("page"))
    shown = {"form": form, "chips": form.chips(request), "page_obj": page, "name": f"meetings:{name}", **more}
    if not request.htmx:
        return render(request, f"meetings/{name}.html", shown)
    # The form itself keeps what is typed in it; a chip or a page that was followed brings a new form along.
    shown["follows"] = request.htmx.trigger != "filters"
    return push_url(
        render(request, "meetings/_swapped.html", {**shown, "list": f"meetings/_{name}.html"}), tidy(request)
    )


def tidy(request: HttpRequest) -> str:
    """The page's address without the fields that were left empty."""
    query = request.GET.copy()
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return f"{request.path}?{query.urlencode()}" if query else request.path
