"""Where an area stands among others: its place, the best first, and its quartile, by the rules of the official tool.

Only where higher or lower is better; a neutral measure has no rank, and of a target each council has its own.

>>> rank(Decimal(12), [Decimal(10), Decimal(12), Decimal(15)], "low")
Rank(place=2, of=4, quartile='', ties=1)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import quantiles

from django.db.models import Q

from dashboard.models import Area, OfficialValue
from dashboard.series import OTHER, Figures, Lines, Point

RANKED = ("high", "low")
# Quarters of fewer areas would say more than is known.
FEWEST_FOR_QUARTILES = 20
COLOURS = {"A": "green", "D": "red"}
QUARTILES = {
    "A": "best quarter",
    "B": "second best quarter",
    "C": "third best quarter",
    "D": "last quarter",
}


@dataclass(frozen=True, slots=True)
class Rank:
    """`place` of `of` areas with a value, areas as good sharing the smallest place; quartile A (best) to D, or empty.

    `ties` is how many others have the same value.
    """

    place: int
    of: int
    quartile: str = ""
    ties: int = 0

    @property
    def colour(self) -> str:
        return COLOURS.get(self.quartile, "")

    @property
    def quarter(self) -> str:
        return QUARTILES.get(self.quartile, "")


@dataclass(frozen=True, slots=True)
class Ranks:
    """Among all authorities that have a value for the period, and among the statistical neighbours."""

    authorities: Rank | None = None
    neighbours: Rank | None = None


def rank(own: Decimal | None, others: Sequence[Decimal], polarity: str) -> Rank | None:
    """The place of a value among those of the others; None where no direction is better or nothing is compared."""
    if own is None or not others or polarity not in RANKED:
        return None
    sign = 1 if polarity == "high" else -1
    ahead = sum(sign * other > sign * own for other in others)
    return Rank(ahead + 1, len(others) + 1, quartile(own, [own, *others], polarity), sum(o == own for o in others))


def quartile(own: Decimal, values: Sequence[Decimal], polarity: str) -> str:
    """A to D of a value among all, itself included; a value on a border counts to the quarter below it."""
    if len(values) < FEWEST_FOR_QUARTILES or polarity not in RANKED:
        return ""
    borders = quantiles(map(float, values), n=4, method="inclusive")
    below = sum(float(own) > border for border in borders)
    return "ABCD"[below if polarity == "low" else 3 - below]


def _neighbours(lines: Lines, point: Point) -> list[Decimal]:
    """The values of the neighbours for the period of a point."""
    points = (line.at(point.date) for line in lines if line.place == OTHER)
    return [other.value for other in points if other and other.period == point.period and other.value is not None]


def ranks(figures: Sequence[Figures]) -> dict[str, Ranks]:
    """The ranks of the latest official value of each measure, by its slug; one query for all of them."""
    latest = {one.indicator.pk: point for one in figures if (point := _ranked(one))}
    others = _authorities(list(latest.values()))
    found = {}
    for one in figures:
        if point := latest.get(one.indicator.pk):
            polarity, source = one.indicator.polarity, point.source
            alike = [value for area, value in others[source.measure_id, source.period] if area != source.area_id]
            near = _neighbours(one.official, point)
            found[one.indicator.pk] = Ranks(rank(point.value, alike, polarity), rank(point.value, near, polarity))
    return found


def _ranked(figures: Figures) -> Point | None:
    """The latest official value of a measure that is ranked: a number of children is not, as areas differ in size."""
    own = figures.official.own
    is_ranked = figures.indicator.polarity in RANKED and figures.indicator.unit != "count"
    point = own.latest if own and is_ranked else None
    return point if point and isinstance(point.source, OfficialValue) else None


def _authorities(points: Sequence[Point]) -> dict[tuple[int, str], list[tuple[int, Decimal]]]:
    """The values of all authorities for the measure and period of each point, with their areas."""
    found: dict[tuple[int, str], list[tuple[int, Decimal]]] = {
        (point.source.measure_id, point.period): [] for point in points
    }
    if not found:
        return found
    periods = Q(pk__in=[])
    for period in {period for _, period in found}:
        periods |= Q(period=period, measure__in=[measure for measure, other in found if other == period])
    values = OfficialValue.objects.current().known().filter(periods, area__level=Area.Level.AUTHORITY)
    for measure, period, area, value in values.order_by().values_list("measure", "period", "area", "value"):
        found[measure, period].append((area, value))
    return found
