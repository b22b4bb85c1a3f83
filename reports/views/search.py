"""The search page."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from reports.access import readable
from reports.filters import answered, chips
from reports.forms import SearchForm
from reports.models import Document, Passage
from reports.search import narrowed, pieces
from reports.search import search as passages_with

A_PAGE = 25


@readable
@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.GET, documents=Document.objects.visible_to(request.user).published())
    page = Paginator(_found(request, form), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "words": form.cleaned_data.get("q", ""),
        "chips": chips(form, request.GET, but=("q",)),
        "page_obj": page,
        "hits": [(passage, pieces(passage.snippet)) for passage in page],
    }
    swapped = {"piece": "reports/_hits.html", "filters": "reports/_search_fields.html"}
    return answered(request, "reports/search.html", **swapped, context=context)


def _found(request: HttpRequest, form: SearchForm):
    """What was asked for; nothing where nothing, or something that cannot be understood, was asked for."""
    if not form.is_valid() or not form.cleaned_data["q"]:
        return Passage.objects.none()
    since, until = form.days()
    said = form.cleaned_data
    return narrowed(
        passages_with(request.user, said["q"]), council=said.get("council"), kind=said["kind"], since=since, until=until
    )
