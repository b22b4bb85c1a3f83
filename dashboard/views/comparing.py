"""An authority beside others: on one measure, and on all of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard.board import by_topic
from dashboard.card import card, cards
from dashboard.comparing import comparison, figures_around, line_of, periods, until
from dashboard.comparison_columns import ALL
from dashboard.drawing import multiples
from dashboard.forms.comparing import AllForm, CompareForm
from dashboard.official_columns import NOTICE, OFFICIAL, rows
from dashboard.ranking import ranks
from dashboard.series import REGION, Figures, Line, Lines
from reports.access import readable
from reports.exports import taken_away
from reports.filters import answered, chips

# What of an address is no filter of the table of all measures.
NO_FILTERS = ("area", "set", "year")


@readable
@require_safe
@vary_on_headers("HX-Request")
def compare(request: HttpRequest) -> HttpResponse:
    form = CompareForm(request.GET, user=request.user)
    figures, also = _figures(request, form)
    values = rows([_with(figures, also)]) if figures else []
    if file := taken_away(request, "comparison", OFFICIAL, values, _said(form), told=NOTICE):
        return file
    pieces = {"piece": "dashboard/compare/_one.html", "filters": "dashboard/compare/_filter.html"}
    context = {"form": form, "own": form.own, **(_compared(form, figures, also) if figures else {})}
    return answered(request, "dashboard/compare/one.html", **pieces, context=context)


def _figures(request: HttpRequest, form: CompareForm) -> tuple[Figures | None, Line | None]:
    """The figures of the measure that is asked for, and the line of one more authority."""
    if form.known is None or form.measure is None:
        return None, None
    (found,) = figures_around(
        [form.measure], form.known.among, request.user, series=form.cleaned_data.get("series", "")
    )
    return found, line_of(form.other, found.official.measure) if form.other else None


def _with(figures: Figures, also: Line | None) -> Figures:
    """The figures with the line of one more authority, for what shows them all."""
    lines = (*figures.official, *([also] if also else []))
    return replace(figures, official=Lines(lines, figures.official.measure))


def _compared(form: CompareForm, figures: Figures, also: Line | None) -> dict[str, Any]:
    """What the page says of the measure for one period."""
    shown: dict[str, Any] = {"figures": figures, "measure": figures.indicator, "also": also}
    form.offer_series(figures.official, figures.others)
    known = periods(figures)
    day = form.day(known)
    if day is None or form.known is None:
        return shown
    then = until(figures, day)
    made = card(then, ranks([then]).get(figures.indicator.pk))
    has_value = made.official and made.official.now and made.official.now.point.date == day
    chart = multiples(_with(figures, also).official, title=str(figures.indicator), unit=figures.indicator.unit)
    return shown | {
        "period": dict(known)[day],
        "card": made if has_value else None,
        "table": comparison(figures, form.known, day, also, form.sorting),
        "chart": chart,
        "below": "_exports.html",
    }


@readable
@require_safe
@vary_on_headers("HX-Request")
def compare_all(request: HttpRequest) -> HttpResponse:
    form = AllForm(request.GET, user=request.user)
    shown = _all(request, form)
    if file := taken_away(request, "all_measures", ALL, shown.get("cards", []), _said(form), told=NOTICE):
        return file
    pieces = {"piece": "dashboard/compare/_all.html", "filters": "dashboard/compare/_filter.html"}
    context = {"form": form, "own": form.own, **shown, "below": "_exports.html" if shown.get("cards") else ""}
    return answered(request, "dashboard/compare/all.html", **pieces, context=context)


def _all(request: HttpRequest, form: AllForm) -> dict[str, Any]:
    """The card of each measure that the filters leave, for the period that is asked for."""
    if form.known is None:
        return {}
    figures = figures_around(form.chosen, form.known.among, request.user)
    years = sorted({point.date.year for one in figures for line in one.official for point in line.known}, reverse=True)
    asked = form.offer("year", [("", "The latest of each"), *((str(year), str(year)) for year in years)])
    if asked:
        figures = [until(one, date(int(asked), 12, 31)) for one in figures]
    found = cards(figures, ranks(figures))
    if asked:
        found = [one for one in found if one.official and one.official.now and _ends_in(one.official.now.point, asked)]
    found = [one for one in found if one.official]
    return {
        "cards": found,
        "topics": by_topic(found),
        "average": form.known.among,
        "has_region": any(one.official and one.official.at(REGION) for one in found),
        "chips": chips(form, request.GET, but=NO_FILTERS),
    }


def _ends_in(point: Any, year: str) -> bool:
    return bool(point.date and str(point.date.year) == year)


def _said(form: CompareForm | AllForm) -> list[str]:
    """What is compared, in words."""
    chosen = form.around.among.set if form.around else None
    said = [f"Authority: {form.own}"] if form.own else []
    return [*said, *([str(chosen).capitalize()] if chosen else [])]
