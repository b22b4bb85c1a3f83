"""The values of measures for a council and for those it is compared with: official lines and stated ones, never joined.

    figures = figures_of(Indicator.objects.filter(topic="Children looked after"), council, user)
    figures[0].official.own.latest.value

A fixed number of queries for any number of measures. Averages of the statistical neighbours are made of those that have
a value: the mean as the local authority interactive tool gives it, the median as the children's social care dashboard.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add
from statistics import median
from typing import Any

from django.db.models import F, OuterRef, QuerySet

from dashboard.among import AVERAGES, MEAN, MEDIAN, NATION, OTHER, OWN, REGION, Compared, compared
from dashboard.figures import when as stated_when
from dashboard.models import (
    Aim,
    DataSet,
    DefinitionChange,
    Indicator,
    Observation,
    OfficialMeasure,
    OfficialValue,
)  # fmt: skip
from dashboard.nested import made, one, row, rows
from reports.models import Council
from reports.reading.dates import in_words

__all__ = [
    "AVERAGES", "MEAN", "MEDIAN", "NATION", "OTHER", "OWN", "REGION", "Compared", "Figures", "Line", "Lines", "Point",
    "average", "compared", "figures_of", "held", "official_lines", "when",
]  # fmt: skip
# Of two official series of one measure whose latest values are as new, the one to show.
BETTER_KNOWN = ("explore", "lait")


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a line. `value` is None where a symbol stands in its place (`symbol`), which is a gap.

    `source` is the observation, or the official value; None of an average, which is made of `made_of` values.
    """

    date: date | None
    period: str
    precision: str
    value: Decimal | None
    when: str
    symbol: str = ""
    status: str = ""
    source: Any = None
    made_of: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one area in order; `place` says what the area is to the council, `role` what the values are."""

    name: str
    place: str
    points: tuple[Point, ...]
    role: str = "actual"

    @property
    def known(self) -> tuple[Point, ...]:
        return tuple(point for point in self.points if point.value is not None)

    @property
    def latest(self) -> Point | None:
        """The value of the latest period; of several for one period the one stated last."""
        newest = max((point.date or date.min for point in self.known), default=date.min)
        return next((point for point in reversed(self.known) if (point.date or date.min) == newest), None)

    def at(self, day: date | None) -> Point | None:
        """The value of the period that ends on a day; of several the one stated last."""
        return next((point for point in reversed(self.known) if point.date == day), None)


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of one source: `measure` is the official measure, None of what papers state."""

    lines: tuple[Line, ...] = ()
    measure: OfficialMeasure | None = None

    def __iter__(self) -> Iterator[Line]:
        return iter(self.lines)

    def of(self, place: str, role: str = "actual") -> Line | None:
        return next((line for line in self.lines if line.place == place and line.role == role), None)

    @property
    def own(self) -> Line | None:
        return self.of(OWN)


@dataclass(slots=True)
class Figures:
    """All that is known of one measure for one council; `others` are further official series of the same measure.

    `changes` are when what it counts was changed.
    """

    indicator: Indicator
    council: Council
    official: Lines = field(default_factory=Lines)
    stated: Lines = field(default_factory=Lines)
    aims: tuple[Aim, ...] = ()
    others: tuple[Lines, ...] = ()
    changes: tuple[DefinitionChange, ...] = ()

    def aim_at(self, day: date | None) -> Aim | None:
        """What the council aimed at on a day."""
        return next(
            (aim for aim in self.aims if day and aim.since <= day and (not aim.until or day <= aim.until)), None
        )


def held(indicators: QuerySet, council: Council | None) -> QuerySet:
    """Measures, fetched with their official series, the days of new definitions, and what the council aims at."""
    of_measure = {"indicator": OuterRef("pk")}
    return indicators.annotate(
        held_measures=rows(OfficialMeasure.objects.filter(**of_measure), of=row(DataSet, "data_set")),
        held_changes=rows(DefinitionChange.objects.filter(**of_measure)),
        held_aims=rows(Aim.objects.filter(**of_measure, council=council).order_by("-since")),
    )


def figures_of(
    indicators: Iterable[Indicator],
    council: Council,
    user,
    *,
    among: Compared | None = None,
    official_code: str = "",
    stated: Iterable[Observation] | None = None,
) -> list[Figures]:
    """The figures of each of the measures, in their order. `official_code` asks for one official series by its code.

    Measures that are `held` need no query of their own, nor values that papers state where they are at hand: those of
    the council that the user may see, in order, with their sources.
    """
    known = list(indicators)
    if not all(hasattr(indicator, "held_aims") for indicator in known):
        slugs = [indicator.pk for indicator in known]
        fetched = {one.pk: one for one in held(Indicator.objects.filter(pk__in=slugs), council)}
        known = [fetched[slug] for slug in slugs]
    wanted = {indicator.pk: Figures(indicator, council) for indicator in known}
    among = among or compared(council)
    for slug, choices in _official(known, among).items():
        chosen = _chosen(choices, official_code)
        wanted[slug].official, wanted[slug].others = chosen, tuple(one for one in choices if one is not chosen)
    for slug, lines in _stated(_values(wanted, council, user) if stated is None else stated, council).items():
        wanted[slug].stated = lines
    for figures in wanted.values():
        figures.aims = tuple(made(Aim, figures.indicator.held_aims))
        figures.changes = tuple(made(DefinitionChange, figures.indicator.held_changes))
        # So that nobody asks for them again.
        figures.indicator._prefetched_objects_cache = {"definition_changes": figures.changes}
    return list(wanted.values())


def _chosen(choices: list[Lines], code: str) -> Lines:
    """The official series that is asked for, else that with the newest value of the council's own."""

    def rank(lines: Lines) -> tuple[date, int]:
        newest = lines.own.latest if lines.own else None
        layout = lines.measure.data_set.layout if lines.measure else ""
        known = -BETTER_KNOWN.index(layout) if layout in BETTER_KNOWN else -len(BETTER_KNOWN)
        return (newest.date if newest and newest.date else date.min), known

    asked = [lines for lines in choices if code and lines.measure and lines.measure.code == code]
    return asked[0] if asked else max(choices, key=rank)


def _official(indicators: Iterable[Indicator], among: Compared) -> dict[str, list[Lines]]:
    measures = [_measure(said, indicator) for indicator in indicators for said in indicator.held_measures]
    found: dict[str, list[Lines]] = {}
    for lines in official_lines(measures, among):
        if lines.measure and lines.lines:
            found.setdefault(str(lines.measure.indicator_id), []).append(lines)
    return found


def _measure(said: dict[str, Any], indicator: Indicator) -> OfficialMeasure:
    measure = one(OfficialMeasure, said)
    measure.data_set, measure.indicator = one(DataSet, said["of"]), indicator
    return measure


def official_lines(measures: Sequence[OfficialMeasure], among: Compared) -> list[Lines]:
    """The official lines of each measure: the council's own, England's, the region's, and the neighbours' averages."""
    of_measure: dict[int, dict[int, list[Point]]] = {measure.pk: {} for measure in measures}
    kept = {measure.pk: measure for measure in measures}
    values = OfficialValue.objects.current().filter(measure__in=of_measure, area__in=among.areas)
    # The release is what a card names as the source.
    released = {"release_title": F("release__title"), "released_on": F("release__released_on")}
    for value in values.annotate(**released).order_by("date", "pk") if measures else ():
        of_area = of_measure[value.measure_id].setdefault(value.area_id, [])
        of_area.append(_official_point(value, kept[value.measure_id]))
    return [Lines(tuple(_lines(of_measure[measure.pk], among)), measure) for measure in measures]


def _official_point(value: OfficialValue, measure: OfficialMeasure) -> Point:
    said = when(value.date, value.months, measure.year_type)
    return Point(value.date, value.period, "year", value.value, said, value.symbol, value.status, value)


def when(day: date, months: int, year_type: str) -> str:
    """A period of official statistics as a sentence takes it.

    >>> when(date(2025, 3, 31), 12, "Financial Year"), when(date(2025, 3, 31), 12, "Annual")
    ('in the year to 31 March 2025', 'at 31 March 2025')
    >>> when(date(2016, 12, 31), 36, "")
    'in the 3 years to 31 December 2016'
    """
    ends = in_words(day.isoformat())
    if year_type.startswith("Annual") or not months:
        return f"at {ends}"
    return f"in the year to {ends}" if months == 12 else f"in the {months // 12} years to {ends}"


def _lines(of_area: dict[int, list[Point]], among: Compared) -> Iterator[Line]:
    region = among.own.region if among.own else None
    for place, area in ((OWN, among.own), (NATION, among.nation), (REGION, region)):
        if area and area.pk in of_area:
            yield Line(area.name, place, tuple(of_area[area.pk]))
    near = [of_area.get(area.pk, []) for area in among.neighbours]
    for place in AVERAGES if any(near) else ():
        yield Line(among.average_name(place), place, tuple(_averages(near, place)))
    for area in among.neighbours:
        if area.pk in of_area:
            yield Line(area.name, OTHER, tuple(of_area[area.pk]))


def _averages(near: list[list[Point]], place: str) -> Iterator[Point]:
    by_day: dict[date | None, list[Point]] = {}
    for point in (point for points in near for point in points):
        by_day.setdefault(point.date, []).append(point)
    for day in sorted(by_day, key=lambda day: day or date.min):
        alike, values = by_day[day][0], [point.value for point in by_day[day] if point.value is not None]
        made = average(values, place)
        yield Point(day, alike.period, alike.precision, made, alike.when, "" if values else "x", made_of=len(values))


def average(values: Sequence[Decimal], place: str) -> Decimal | None:
    """The mean or the median to two decimals; None of no values.

    Reckoned as the published averages are, in binary: a half is rounded by what the number is there.
    """
    if not values:
        return None
    numbers = [float(value) for value in values]
    return Decimal(str(round(reduce(add, numbers) / len(numbers) if place == MEAN else median(numbers), 2)))


def _values(slugs: Iterable[str], council: Council, user) -> Iterable[Observation]:
    """What the council's papers state of the measures, in order."""
    values = Observation.objects.visible_to(user).filter(council=council, indicator__in=slugs)
    return values.with_source().in_order().select_related("indicator")


def _stated(values: Iterable[Observation], council: Council) -> dict[str, Lines]:
    """The lines of stated values, by measure: the council's own first, its targets among them, then other areas'."""
    found: dict[str, dict[tuple[str, str], list[Point]]] = {}
    for value in values:
        assert value.indicator is not None
        if value.unit in ("", value.indicator.unit):
            found.setdefault(value.indicator.pk, {}).setdefault((value.area, value.role), []).append(
                _stated_point(value)
            )
    return {slug: _stated_lines(of_area, council) for slug, of_area in found.items()}


def _stated_lines(of_area: dict[tuple[str, str], list[Point]], council: Council) -> Lines:
    own = council.short_name if any(area == council.short_name for area, _ in of_area) else ""
    places = {own: OWN, "England": NATION, "Statistical neighbours": MEAN}
    named = [
        Line(area or council.short_name, places.get(area, OTHER), tuple(points), role)
        for (area, role), points in of_area.items()
    ]
    order = (OWN, NATION, MEAN, OTHER)
    return Lines(tuple(sorted(named, key=lambda line: (line.role != "actual", order.index(line.place), line.name))))


def _stated_point(value: Observation) -> Point:
    return Point(value.date, value.period, value.precision, value.value, stated_when(value.period), source=value)
