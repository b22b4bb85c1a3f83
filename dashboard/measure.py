"""What the page of one measure shows: its card, its official lines as a chart, and what papers state beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import QueryDict

from dashboard import chart
from dashboard.card import card, cards, scale_of
from dashboard.cohorts import with_numbers
from dashboard.drawing import drawing
from dashboard.figures import beside, restated, sentence, unit_beside
from dashboard.marks import marks
from dashboard.models import Indicator, Observation, OfficialValue
from dashboard.ranking import ranks
from dashboard.series import Compared, Figures, Line, Lines, held
from dashboard.standing import own_area, standing
from dashboard.telling import sentence as told
from reports.models import Council

MARCH = (3, 31)


class Measure(Protocol):
    name: str
    unit: str
    polarity: str


@dataclass(slots=True)
class AsPrinted:
    """A measure that the catalogue does not have, by its printed name."""

    name: str
    unit: str = ""
    polarity: str = ""
    note: str = ""


def councils(values: QuerySet[Observation], known: QuerySet[Council]) -> QuerySet[Council]:
    """Those of the known councils whose papers state the values, in their order."""
    return known.filter(pk__in=values.order_by().values("council"))


def councils_of(slug: str, values: QuerySet[Observation], known: QuerySet[Council]) -> QuerySet[Council]:
    """Those of the known councils that the measure has values of, stated or official, in their order."""
    official = OfficialValue.objects.filter(measure__indicator=slug, area__council=OuterRef("pk"))
    return known.filter(Q(pk__in=values.order_by().values("council")) | Exists(official))


def wanted(slug: str, council: Council | None) -> list[Indicator]:
    """The measure, and the one that counts whom it is a share of; nothing where the catalogue does not have it."""
    found = {one.pk: one for one in held(Indicator.objects.filter(pk__in=with_numbers([slug])), council)}
    return [found.pop(slug), *found.values()] if slug in found else []


def official(figures: list[Figures], among: Compared, user, asked: QueryDict) -> dict[str, Any]:
    """The measure's card, and its official lines as a chart with what happened meanwhile."""
    of = figures[0]
    made = cards(figures, ranks([of]))[0]
    own = of.official.own
    happened = marks(of.indicator, of.council, user, own.points[0].date) if own and own.points else []
    drawn = drawing(of.official, asked, title=of.indicator.name, unit=of.indicator.unit, aims=of.aims, marks=happened)
    series = [lines for lines in (of.official, *of.others) if lines.measure]
    return {
        "card": made,
        "chart": drawn if of.official.lines else None,
        "figures": of,
        "among": among,
        "series": sorted(series, key=lambda lines: str(lines.measure)) if len(series) > 1 else [],
        "sets": among.sets if of.official.lines and len(among.sets) > 1 else (),
    }


def stated_sentence(of: Figures) -> str:
    """What papers state, in words; empty where they state nothing of the council's own."""
    side = card(of).stated
    name, area = of.indicator.name, of.council.short_name
    return told(name, area, side, of.indicator.polarity, scale_of(of, side)) if side else ""


def year_end(lines: Lines) -> tuple[int, int]:
    """The month and day on which the years of a measure end; at the end of March where nothing official says."""
    said = lines.measure.data_set.year_ends if lines.measure else ""
    if said:
        month, day = said.split("-")
        return int(month), int(day)
    latest = lines.own.latest if lines.own else None
    return (latest.date.month, latest.date.day) if latest and latest.date else MARCH


def in_year(value: Any, ends: tuple[int, int]) -> str:
    """How final a stated value is: nothing where it is no value of the council's own, or of no day."""
    if value.role != Observation.Role.ACTUAL or not value.date:
        return ""
    at_end = (value.date.month, value.date.day) == ends and value.precision in ("day", "month", "year")
    return "Year-end, as stated" if at_end else "In-year, provisional"


def note_standing(values: Iterable[Any], of: Figures) -> None:
    """Say of each stated value how final it is, and of what the official value for the same day is (`official`)."""
    own, ends = of.official.own, year_end(of.official)
    stated = of.stated.own
    name = {value.source.area for value in stated.points} if stated else set()
    for value in values:
        value.standing = in_year(value, ends)
        if value.area in name and value.role == Observation.Role.ACTUAL:
            value.official = _official_at(own, value.date, value.standing)


def _official_at(own: Line | None, day: date | None, standing: str) -> Any:
    """The official value of the council for a day on which a year ends."""
    return own.at(day) if own and day and standing.startswith("Year-end") else None


def shown(measure: Any, values: Sequence[Observation], council: str, sentence: str = "") -> dict[str, Any]:
    """What the page says of a measure's values, in order; values in another unit stay out of the chart."""
    unit = measure.unit or chart.commonest(value.unit for value in values)
    alike = [value for value in values if value.unit in ("", unit)]
    actual = [value for value in alike if value.role == Observation.Role.ACTUAL]
    own = own_area(actual, council)
    own_values = [value for value in actual if value.area == own]
    return {
        "sentence": sentence or _sentence(measure, unit, alike, council),
        "unit": unit_beside(measure.name, unit),
        "axis": {"percent": "%", "per_10000": "per 10,000", "gbp": "£"}.get(unit, ""),
        "table": chart.table(alike, own),
        # One day makes no line.
        "drawn": len({value.date for value in alike if value.date}) > 1,
        "restated": restated(own_values),
        "left_out": len(values) - len(alike),
    }


def _sentence(measure: Any, unit: str, values: Sequence[Observation], council: str) -> str:
    actual = [value for value in values if value.role == Observation.Role.ACTUAL]
    stands = standing(AsPrinted(measure.name, unit, measure.polarity), actual, council)
    beside_it = [(area, value) for area, value in stands.comparators if value]
    target = beside([value for value in values if value.role == Observation.Role.TARGET], stands.now)
    if target:
        beside_it.append(("target", target))
    return sentence(measure.name, council, stands.now, stands.then, beside_it, unit=unit, polarity=measure.polarity)
