"""One area of official statistics beside those that it is compared with: on one measure, and on all measures.

The area may be any authority, a council of the register or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from django.db.models import Q

from dashboard.card import scale_of
from dashboard.charted import NOTHING, heading, symbol_in_words
from dashboard.models import Area, Indicator, Neighbour, NeighbourSet, OfficialMeasure
from dashboard.ranking import Rank, rank
from dashboard.series import (
    MEAN,
    MEDIAN,
    NATION,
    OTHER,
    OWN,
    REGION,
    Compared,
    Figures,
    Line,
    Point,
    figures_of,
    official_lines,
)
from dashboard.sides import Number, Scale
from dashboard.written import apart
from reports.models import Council

# A further area that the reader chose.
ALSO = "also"
BESIDE = (NATION, REGION, MEAN, MEDIAN)


@dataclass(frozen=True, slots=True)
class Around:
    """Whom an area is compared with; `near` are its neighbours by the chosen set, `sets` all sets that have it."""

    among: Compared
    near: tuple[Neighbour, ...]
    sets: tuple[NeighbourSet, ...]


def around(which: Q, year: int | None = None) -> Around:
    """Whom an area is compared with, by the set of a year or else its newest.

    `which` tells the area: `Q(council=council)`.
    """
    there = list(Area.objects.filter(which | Q(level=Area.Level.NATION)).select_related("region", "council"))
    nation = next((area for area in there if area.level == Area.Level.NATION), None)
    own = next((area for area in there if area.level == Area.Level.AUTHORITY), None)
    alike = Neighbour.objects.filter(area=own).select_related("set", "neighbour") if own else Neighbour.objects.none()
    near = list(alike.order_by("-set__year", "rank"))
    sets = tuple(dict.fromkeys(one.set for one in near))
    chosen = next((one for one in sets if one.year == year), sets[0] if sets else None)
    near = [one for one in near if one.set == chosen]
    return Around(Compared(own, nation, tuple(one.neighbour for one in near), chosen), tuple(near), sets)


def figures_around(indicators: Iterable[Indicator], among: Compared, user, *, series: str = "") -> list[Figures]:
    """The figures of measures for an area; one that is no council of the register has official ones alone."""
    council = among.own.council if among.own else None
    found = figures_of(indicators, council, user, among=among, official_code=series)
    if council is None and among.own:
        # So that sentences can name it.
        called = Council(name=among.own.name, short_name=among.own.name)
        found = [replace(one, council=called) for one in found]
    return found


def line_of(area: Area, measure: OfficialMeasure | None) -> Line | None:
    """The official values of one more area."""
    line = official_lines([measure], Compared(None, area, (), None))[0].of(NATION) if measure else None
    return replace(line, place=ALSO) if line else None


def until(figures: Figures, day: date) -> Figures:
    """The figures as they stood for a day: without what is of later periods."""

    def cut(line: Line) -> Line:
        return replace(line, points=tuple(point for point in line.points if point.date and point.date <= day))

    official = replace(figures.official, lines=tuple(cut(line) for line in figures.official))
    stated = replace(figures.stated, lines=tuple(cut(line) for line in figures.stated))
    return replace(figures, official=official, stated=stated)


def periods(figures: Figures) -> list[tuple[date, str]]:
    """The last days of the periods that some area has a value for, with their names, the newest first."""
    found = {point.date: heading(point.when) for line in figures.official for point in line.known if point.date}
    return sorted(found.items(), reverse=True)


@dataclass(frozen=True, slots=True)
class Row:
    """One area, or an average, for a period: `number`, or `words` that say why there is none.

    `apart` says how far it is from the area that is compared; `rank` its place among the areas of the table.
    """

    name: str
    place: str
    number: Number | None = None
    words: str = ""
    likeness: Neighbour | None = None
    apart: str = ""
    rank: Rank | None = None

    @property
    def is_own(self) -> bool:
        return self.place == OWN


@dataclass(frozen=True, slots=True)
class Comparison:
    """The areas of one measure for the period that ends on a day, and what stands beside them."""

    areas: tuple[Row, ...]
    beside: tuple[Row, ...]

    @property
    def own(self) -> Row | None:
        return next((row for row in self.areas if row.is_own), None)


def comparison(
    figures: Figures, found: Around, day: date, also: Line | None = None, order: str = "likeness"
) -> Comparison:
    """The measure for one period: the area, its neighbours and one more, and below them England and averages."""
    of = scale_of(figures, None)
    areas = list(_areas(figures, found, also, day, of))
    own = next((row.number.value for row in areas if row.is_own and row.number), None)
    areas = _ranked([_apart(row, own, of) for row in areas], figures.indicator.polarity)
    lines = [line for place in BESIDE if (line := figures.official.of(place))]
    beside = [_apart(_row(line.name, line.place, line, day, of), own, of) for line in lines]
    return Comparison(tuple(ordered(areas, order)), tuple(beside))


def _areas(figures: Figures, found: Around, also: Line | None, day: date, of: Scale) -> Iterator[Row]:
    if found.among.own:
        yield _row(found.among.own.name, OWN, figures.official.own, day, of)
    lines = {line.name: line for line in figures.official if line.place == OTHER}
    for one in found.near:
        yield replace(_row(one.neighbour.name, OTHER, lines.get(one.neighbour.name), day, of), likeness=one)
    if also and also.name not in {*lines, found.among.own.name if found.among.own else ""}:
        yield _row(also.name, ALSO, also, day, of)


def _row(name: str, place: str, line: Line | None, day: date, of: Scale) -> Row:
    points = [point for point in line.points if point.date == day] if line else []
    point = next((point for point in points if point.value is not None), points[0] if points else None)
    number = of.number(point) if point else None
    return Row(name, place, number, "" if number else _why_not(point))


def _why_not(point: Point | None) -> str:
    return symbol_in_words(point.symbol) if point else NOTHING


def _apart(row: Row, own: Decimal | None, of: Scale) -> Row:
    if row.is_own or row.number is None or own is None:
        return row
    by = row.number.value - own
    how = "higher" if by > 0 else "lower"
    return replace(row, apart=f"{apart(by, of.unit, of.least)} {how}" if by else "the same")


def _ranked(rows: Sequence[Row], polarity: str) -> list[Row]:
    """The rows with their places, where higher or lower is better."""
    values = [row.number.value for row in rows if row.number]

    def placed(row: Row) -> Row:
        if row.number is None:
            return row
        others = list(values)
        others.remove(row.number.value)
        return replace(row, rank=rank(row.number.value, others, polarity))

    return [placed(row) for row in rows]


def _by_value(row: Row) -> tuple[bool, Decimal]:
    """Those without a value come last."""
    return row.number is None, row.number.value if row.number else Decimal(0)


def _falling(row: Row) -> tuple[bool, Decimal]:
    last, value = _by_value(row)
    return last, -value


ORDERS: dict[str, tuple[str, Callable[[Row], object] | None]] = {
    "likeness": ("Most alike first", None),
    "highest": ("Highest value first", _falling),
    "lowest": ("Lowest value first", _by_value),
    "name": ("By name", lambda row: row.name),
}


def ordered(rows: Iterable[Row], order: str) -> list[Row]:
    """The rows in an order of ORDERS; by likeness they stay as they are, the area itself first."""
    key = ORDERS[order][1]
    return sorted(rows, key=key) if key else list(rows)
