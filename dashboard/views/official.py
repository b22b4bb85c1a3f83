"""Measures of official statistics: their values for readers, and at the desk which measure of the catalogue each is."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import statistics
from dashboard.forms.statistics import AreaForm, LinkForm, MeasuresFilter, ValuesFilter
from dashboard.models import Area, OfficialMeasure, OfficialValue
from dashboard.statistics_files import MEASURES, OFFICIAL_NOTICE, value_columns
from reports.access import may_review, only, readable
from reports.exports import taken_away
from reports.filters import answered, chips

PAGE = 25


@readable
@require_safe
@vary_on_headers("HX-Request")
def official_measure(request: HttpRequest, pk: int) -> HttpResponse:
    """The values of one official measure, whether or not the catalogue has it."""
    measure = get_object_or_404(statistics.with_values(statistics.measures()), pk=pk)
    values = statistics.values_of(measure)
    periods = [(printed, printed) for printed in statistics.periods_of(measure)]
    form = ValuesFilter(request.GET, areas=statistics.areas_of(measure), periods=periods)
    found, on = _narrowed(form, values), chips(form, request.GET) if form.is_valid() else []
    columns, told = value_columns(measure), [measure.name, *(said for said, _ in on)]
    if file := taken_away(request, "official_values", columns, found, told, title=str(measure), told=OFFICIAL_NOTICE):
        return file
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    statistics.add_earlier(page.object_list)
    context = {"measure": measure, "form": form, "chips": on, "page_obj": page, "below": "_exports.html"}
    pieces = {"piece": "dashboard/statistics/_values.html", "filters": "dashboard/statistics/_filter.html"}
    return answered(request, "dashboard/statistics/measure.html", **pieces, context=context)


def _narrowed(form: ValuesFilter, values: QuerySet[OfficialValue]) -> QuerySet[OfficialValue]:
    if not form.is_valid():
        return values.none()
    said = form.cleaned_data
    if said["area"]:
        values = values.filter(area=said["area"])
    if said["period"]:
        values = values.filter(period=said["period"])
    return values.filter(is_revised=True) if said["revised"] else values


@readable
@require_safe
@vary_on_headers("HX-Request")
def official_values(request: HttpRequest) -> HttpResponse:
    """The official measures that have values, for readers."""
    return _listed(request, statistics.with_values(statistics.measures()))


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def official_measures(request: HttpRequest) -> HttpResponse:
    """Which official measure is the series of which measure of the catalogue."""
    return _listed(request, statistics.measures(), at_desk=True)


def _listed(request: HttpRequest, measures: QuerySet[OfficialMeasure], *, at_desk: bool = False) -> HttpResponse:
    form = MeasuresFilter(request.GET)
    found = form.narrow(measures)
    on = chips(form, request.GET) if form.is_valid() else []
    if file := taken_away(
        request, "official_measures", MEASURES, found, (said for said, _ in on), told=OFFICIAL_NOTICE
    ):
        return file
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "chips": on, "page_obj": page, "below": "_exports.html", "at_desk": at_desk}
    pieces = {"piece": "dashboard/statistics/_measures.html", "filters": "dashboard/statistics/_filter.html"}
    return answered(request, "dashboard/statistics/measures.html", **pieces, context=context)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def link_measure(request: HttpRequest, pk: int) -> HttpResponse:
    measure = get_object_or_404(statistics.measures(), pk=pk)
    posted = request.POST if request.method == "POST" else None
    form = LinkForm(posted, initial={"indicator": measure.indicator_id})
    if form.is_bound and form.is_valid():
        statistics.link(measure=measure, indicator=form.cleaned_data["indicator"], by=request.user)
        messages.success(request, _linked_in_words(measure))
        return redirect("dashboard:link_measure", pk)
    context = {
        "measure": measure,
        "form": form,
        "links": statistics.links_of(measure),
        "has_values": statistics.with_values(statistics.measures()).filter(pk=pk).exists(),
    }
    return render(request, "dashboard/statistics/link.html", context, status=422 if form.is_bound else 200)


def _linked_in_words(measure: OfficialMeasure) -> str:
    if measure.indicator:
        return f"“{measure}” is now an official series of “{measure.indicator}”."
    return f"“{measure}” is now the series of no measure of the catalogue."


@only(may_review)
@require_safe
def areas(request: HttpRequest) -> HttpResponse:
    """Which area of the statistics each council is."""
    councils = statistics.councils_known_to(request.user).select_related("area__region")
    return render(request, "dashboard/statistics/areas.html", {"councils": councils})


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def area(request: HttpRequest, pk) -> HttpResponse:
    council = get_object_or_404(statistics.councils_known_to(request.user), pk=pk)
    now = Area.objects.filter(council=council).first()
    posted = request.POST if request.method == "POST" else None
    form = AreaForm(posted, areas=statistics.free_areas(council), initial={"area": now and now.pk})
    if form.is_bound and form.is_valid():
        statistics.place(council=council, area=form.cleaned_data["area"])
        said: Any = form.cleaned_data["area"] or "no area"
        messages.success(request, f"{council} is {said} in official statistics.")
        return redirect("dashboard:areas")
    context = {"council": council, "form": form}
    return render(request, "dashboard/statistics/area.html", context, status=422 if form.is_bound else 200)
