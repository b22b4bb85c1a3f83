"""The desk of official statistics: files taken in, looked through, counted and withdrawn."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import trigger_client_event

from dashboard import importing, statistics
from dashboard.forms.statistics import ReleaseForm, StatisticsForm
from dashboard.models import Indicator, Release
from reports.access import may_publish, may_review, only
from reports.forms import WithdrawForm

PAGE = 25
State = Release.State


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def releases(request: HttpRequest) -> HttpResponse:
    """The files that were uploaded, and a form for more."""
    form = StatisticsForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_bound and form.is_valid():
        return _uploaded(request, form.cleaned_data["tables"])
    page = Paginator(statistics.releases(), PAGE).get_page(request.GET.get("page"))
    shown = f"dashboard/statistics/{'_' if request.htmx and not form.is_bound else ''}releases.html"
    return render(request, shown, {"form": form, "page_obj": page}, status=422 if form.is_bound else 200)


def _uploaded(request: HttpRequest, files: list[UploadedFile]) -> HttpResponse:
    taken = [release for file in files if (release := _take_in(request, file))]
    if len(files) == 1 and taken:
        return redirect("dashboard:release", taken[0].pk)
    return redirect("dashboard:statistics")


def _take_in(request: HttpRequest, file: UploadedFile) -> Release | None:
    try:
        release = importing.take_in(file, filename=file.name or "", by=request.user)
    except importing.Refused as why:
        messages.error(request, f"{file.name}: {why}")
        return None
    if release.state == State.READING:
        messages.success(request, f"{file.name} was taken in. It counts once a publisher has said so.")
    else:
        messages.info(request, f"{file.name} has been uploaded before: it is here as “{release}”.")
    return release


@only(may_review)
@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """One file: what was found in it, and what can be done with it. Its state asks for itself while it changes."""
    found = get_object_or_404(statistics.releases(), pk=pk)
    if request.htmx and (request.htmx.target or "").startswith("state-"):
        return _state(request, found)
    return _release(request, found)


def _state(request: HttpRequest, found: Release) -> HttpResponse:
    over = found.state not in statistics.AT_WORK
    answer = render(request, "dashboard/statistics/_state.html", {"release": found, "announced": over})
    return trigger_client_event(answer, "releaseRead", {}) if over else answer


def _release(request: HttpRequest, found: Release, form: ReleaseForm | None = None) -> HttpResponse:
    asks = statistics.asks_year(found)
    if found.state == State.PREVIEW:
        form = form or ReleaseForm(release=found, asks_year=asks)
    context = {"release": found, "form": form, "asks_year": asks, "history": statistics.history_of(found)}
    context |= _found(found)
    page = f"dashboard/statistics/{'_' if request.htmx else ''}release.html"
    return render(request, page, context, status=422 if form and form.is_bound else 200)


def _found(release: Release) -> dict[str, Any]:
    """What the preview tells, with the catalogue's own names of the measures."""
    found = release.found or {}
    measures = found.get("measures", [])
    named = Indicator.objects.in_bulk({one["indicator"] for one in measures if one.get("indicator")})
    linked = [(one, named.get(one.get("indicator"))) for one in measures]
    return {
        "found": found,
        "measures": sorted(linked, key=lambda pair: pair[1] is None),
        "linked": sum(indicator is not None for _, indicator in linked),
        "symbols": statistics.symbols_in_words(found.get("symbols", {})),
    }


@only(may_review)
@require_POST
def describe_release(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(statistics.releases(), pk=pk)
    if found.state != State.PREVIEW:
        return _not_now(request, found)
    form = ReleaseForm(request.POST, release=found, asks_year=statistics.asks_year(found))
    if not form.is_valid():
        return _release(request, found, form)
    statistics.describe(release=found, said=form.cleaned_data)
    messages.success(request, "What you said of the file is kept.")
    return redirect("dashboard:release", pk)


@only(may_publish)
@require_POST
def count_release(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(statistics.releases(), pk=pk)
    return _done(request, found, importing.count, "The file is being counted.")


@only(may_review)
@require_POST
def read_again(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(statistics.releases(), pk=pk)
    return _done(request, found, importing.read_again, "The file is being read again.")


@only(may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw_release(request: HttpRequest, pk: int) -> HttpResponse:
    found = get_object_or_404(statistics.releases(), pk=pk)
    if found.state != State.COUNTED:
        return _not_now(request, found)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        why = form.cleaned_data["why"]
        return _done(request, found, importing.withdraw, "The file no longer counts.", why=why)
    context = {"release": found, "form": form}
    return render(request, "dashboard/statistics/withdraw.html", context, status=422 if form.is_bound else 200)


def _done(request: HttpRequest, found: Release, deed, sentence: str, **said: Any) -> HttpResponse:
    try:
        deed(release=found, by=request.user, **said)
    except importing.NotNow as why:
        messages.error(request, str(why))
    else:
        messages.success(request, sentence)
    return redirect("dashboard:release", found.pk)


def _not_now(request: HttpRequest, found: Release) -> HttpResponse:
    messages.error(request, f"Nothing was changed: the file is “{found.get_state_display().lower()}” now.")
    return redirect("dashboard:release", found.pk)
