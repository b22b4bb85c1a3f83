"""The words that mean one thing, by which a search is widened: an officer's list of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from reports.access import may_review, only
from reports.actions import synonyms as actions
from reports.forms import SynonymsForm
from reports.models import Acronym, Council, Document, Synonyms
from reports.search.meanings import known_to

A_PAGE = 100


@only(may_review)
@require_safe
def synonyms(request: HttpRequest) -> HttpResponse:
    rows = _seen(request).select_related("council", "by")
    acronyms = known_to(request.user, Acronym.objects.filter(council__in=_councils(request)))
    context = {
        "page_obj": Paginator(rows.in_use(), A_PAGE).get_page(request.GET.get("page")),
        "taken_out": rows.exclude(taken_out_at=None).order_by("-taken_out_at")[:A_PAGE],
        "acronyms": acronyms.select_related("council").order_by("letters", "council__name")[:A_PAGE],
    }
    return render(request, "reports/synonyms.html", context)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def say(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """New words, or a change of those that are listed."""
    listed = get_object_or_404(_seen(request).in_use(), pk=pk) if pk else Synonyms()
    form = SynonymsForm(request.POST or None, instance=listed, councils=_councils(request))
    if request.method == "POST" and form.is_valid():
        said = actions.say(synonyms=form.save(commit=False), by=request.user)
        messages.success(request, f"Searches now take these for one thing: {said}.")
        return redirect("reports:synonyms")
    context = {"form": form, "listed": listed if pk else None}
    return render(request, "reports/synonyms_form.html", context, status=422 if form.is_bound else 200)


@only(may_review)
@require_POST
def take_out(request: HttpRequest, pk: int) -> HttpResponse:
    listed = get_object_or_404(_seen(request), pk=pk)
    actions.take_out(synonyms=listed, by=request.user)
    messages.success(request, f"Taken out: {listed}. You can put it back below.")
    return redirect("reports:synonyms")


@only(may_review)
@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    listed = get_object_or_404(_seen(request), pk=pk)
    actions.put_back(synonyms=listed, by=request.user)
    messages.success(request, f"Put back: {listed}.")
    return redirect("reports:synonyms")


def _councils(request: HttpRequest) -> QuerySet[Council]:
    """The councils that the user knows of by their papers."""
    papers = Document.objects.visible_to(request.user).order_by()
    return Council.objects.filter(pk__in=papers.values("council"))


def _seen(request: HttpRequest) -> QuerySet[Synonyms]:
    return Synonyms.objects.filter(Q(council=None) | Q(council__in=_councils(request)))
