"""The overview, and the pages of measures."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import measure
from dashboard import overview as newest
from dashboard.columns import OBSERVATIONS
from dashboard.forms import CouncilForm, IndicatorFilter
from dashboard.models import Indicator, Observation
from dashboard.standing import standings
from reports.access import readable
from reports.exports import taken_away
from reports.filters import answered

PAGE = 25


@readable
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    form = CouncilForm(request.GET, councils=newest.councils(request.user))
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    lines = newest.of(form.chosen, request.user, timezone.localdate())
    since = newest.since_last_visit(request.user)
    return render(request, "dashboard/overview.html", {"choice": form, "council": form.chosen, **lines, **since})


@readable
@require_safe
@vary_on_headers("HX-Request")
def indicators(request: HttpRequest) -> HttpResponse:
    form = IndicatorFilter(request.GET, councils=newest.councils(request.user))
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    if file := taken_away(request, "indicators", OBSERVATIONS, _values(request, form), _said(form)):
        return file
    pieces = {"piece": "dashboard/_indicators.html", "filters": "dashboard/_filter.html"}
    context = {"form": form, "council": form.chosen, "below": "_exports.html", **_listed(request, form)}
    return answered(request, "dashboard/indicators.html", **pieces, context=context)


def _values(request: HttpRequest, form: IndicatorFilter) -> QuerySet:
    """Every value of the measures and printed names that the filter leaves, with its source."""
    values = Observation.objects.visible_to(request.user).filter(council=form.chosen).with_source()
    named = values.filter(indicator__in=Indicator.objects.said(form.words))
    found = named | values.as_printed().said(form.words)
    return found.select_related("council", "indicator").order_by("label", "area", "date", "finding__document", "pk")


def _said(form: IndicatorFilter) -> list[str]:
    """The filters that are on, in words."""
    return [f"Council: {form.chosen}", *([f"Words: {form.words}"] if form.words else [])]


def _listed(request: HttpRequest, form: IndicatorFilter) -> dict:
    """The measures and printed names that the filter leaves."""
    council, words = form.chosen, form.words
    stated = Indicator.objects.stated_by(council, request.user).said(words)
    values = newest.actual_values(council, request.user).filter(indicator__isnull=False)
    printed = Observation.objects.visible_to(request.user).filter(council=council).as_printed().said(words).labels()
    return {
        "standings": standings(stated, values, council.short_name),
        "page_obj": Paginator(printed, PAGE).get_page(request.GET.get("page")),
        "chips": [(f"Words: {words}", f"?council={council.pk}")] if words else [],
    }


@readable
@require_safe
@vary_on_headers("HX-Request")
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    of = get_object_or_404(Indicator, slug=slug)
    values = Observation.objects.visible_to(request.user).filter(indicator=of)
    councils = newest.councils(request.user)
    form = CouncilForm(request.GET, councils=measure.councils(values, councils) or councils)
    return _measured(request, form, of, values)


@readable
@require_safe
@vary_on_headers("HX-Request")
def as_printed(request: HttpRequest) -> HttpResponse:
    label = request.GET.get("label", "").replace("\0", "")
    values = Observation.objects.visible_to(request.user).as_printed().filter(label=label)
    form = CouncilForm(request.GET, councils=measure.councils(values, newest.councils(request.user)))
    if not form.chosen:
        raise Http404
    return _measured(request, form, measure.AsPrinted(label), values)


def _measured(request: HttpRequest, form: CouncilForm, of: measure.Measure, values: QuerySet) -> HttpResponse:
    values = values.filter(council=form.chosen).with_source().in_order()
    told = [str(of.name), f"Council: {form.chosen}"]
    if file := taken_away(request, "figures", OBSERVATIONS, values.select_related("council", "indicator"), told):
        return file
    stated = list(values)
    page = "dashboard/_values.html" if request.htmx else "dashboard/measure.html"
    paging = Paginator(stated[::-1], PAGE).get_page(request.GET.get("page"))
    shown = measure.shown(of, stated, form.chosen.short_name) if stated else {}
    return render(request, page, {"choice": form, "council": form.chosen, "measure": of, "page_obj": paging, **shown})


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "dashboard/accessibility.html")
