"""What official statistics say of a measure, or what papers state: the latest value, and all that it is held against.

The two are never joined: each has its own latest value, its own changes and its own comparison.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from dashboard.figures import judged, unit_beside
from dashboard.ranking import Ranks
from dashboard.rating import Rating, rating
from dashboard.series import MEAN, MEDIAN, NATION, OWN, REGION, Figures, Line, Lines, Point
from dashboard.trend import YEARS, Trend, distances, effect, trend
from dashboard.written import MOST, apart, decimals, rounded, written

OFFICIAL, STATED = "official", "stated"
COMPARED = (NATION, REGION, MEAN, MEDIAN)
# Days by which two days of two years may differ and still be a year apart: 28 and 29 February, term dates.
SLACK = 3
A_YEAR = 365


@dataclass(frozen=True, slots=True)
class Number:
    """A value as it is shown: rounded, in words with its unit (`text`), and when it was (`when`)."""

    value: Decimal
    text: str
    when: str
    point: Point


@dataclass(frozen=True, slots=True)
class Move:
    """A change since an earlier value: direction is up, down or same; effect better, worse or empty.

    `what` is "year" (the same a year before) or "period" (the one before); `text` is how far it moved. `broken` where
    what is counted was changed in between, so that nobody can say whether it is better.
    """

    what: str
    then: Number
    direction: str
    text: str
    effect: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """The value of England, the region or the neighbours: `direction` says how the council stands to it.

    direction is higher, lower or same, and empty where it is of another period, or a number of children of areas that
    are not as large; effect is better, worse or empty.
    """

    name: str
    place: str
    number: Number
    direction: str
    effect: str
    same_period: bool


@dataclass(frozen=True, slots=True)
class Side:
    """What official statistics say, or what papers state: `series`.

    `now` is the latest value; `gap` a later period that has a symbol in place of a value. `aim` is what the rating is
    by, `cohort` the number of children where a rate or percentage is of them. `trend` and what it means
    (`trend_effect`: better, worse or empty) begin after the last change of what is counted.
    """

    series: str
    now: Number | None
    gap: Point | None = None
    moves: tuple[Move, ...] = ()
    beside: tuple[Beside, ...] = ()
    aim: Any = None
    rating: Rating | None = None
    ranks: Ranks = field(default_factory=Ranks)
    trend: Trend | None = None
    trend_effect: str = ""
    cohort: Number | None = None

    def at(self, place: str) -> Beside | None:
        """The value beside it of one place: nation, region, mean, median."""
        return next((one for one in self.beside if one.place == place), None)

    @property
    def status(self) -> str:
        """What is to be known of the latest value: provisional, revised."""
        return self.now.point.status if self.now and self.now.point.status != "final" else ""


@dataclass(frozen=True, slots=True)
class Scale:
    """How the values of one line are written: with which unit, with how many decimals at least and at most."""

    unit: str
    least: int
    most: int

    def number(self, point: Point) -> Number | None:
        if point.value is None:
            return None
        value = rounded(point.value, self.most)
        return Number(value, written(value, self.unit, self.least), point.when, point)


def scale(line: Line, lines: Lines, unit: str) -> Scale:
    """The scale of a line of official values or of stated ones."""
    said = lines.measure.decimals if lines.measure else None
    least = decimals([point.value for point in line.known if point.value is not None], said)
    return Scale(unit, least, max(least, MOST))


@dataclass(frozen=True, slots=True)
class _Held:
    """The latest value with what it is judged by: the polarity, the target, and the days of new definitions.

    `comparable` where areas of different sizes can be compared: a number of children is not.
    """

    now: Number
    of: Scale
    polarity: str
    target: Decimal | None
    changes: Sequence[date]
    comparable: bool = True

    def effect(self, than: Number) -> str:
        return judged(self.now.value, than.value, self.polarity, self.target)

    def changed_since(self, point: Point) -> bool:
        """Whether what is counted was changed between an earlier point and now."""
        now = self.now.point.date
        return any(point.date < day <= now for day in self.changes) if point.date and now else False


def side(
    series: str, figures: Figures, *, ranks: Ranks | None = None, changes: Sequence[date] = (), years: int = YEARS
) -> Side | None:
    """One side of a measure's card; None where it has nothing for the council.

    `changes` are the days from which on the measure counts something else, `years` the window of the trend.
    """
    lines = figures.official if series == OFFICIAL else figures.stated
    own = lines.own
    if not own or not own.points:
        return None
    of = scale(own, lines, unit_beside(figures.indicator.name, figures.indicator.unit))
    gap = _gap(own)
    now = of.number(own.latest) if own.latest else None
    if not now:
        return Side(series, None, gap)
    # What a paper prints beside a value is what that value was held to then.
    aim = (_stated_aim(lines, now.point) if series == STATED else None) or figures.aim_at(now.point.date)
    indicator = figures.indicator
    held = _Held(now, of, indicator.polarity, aim.target if aim else None, changes, indicator.unit != "count")
    told = Side(
        series,
        now,
        gap,
        tuple(_moves(own, held, consecutive=series == OFFICIAL)),
        tuple(_besides(lines, held)),
        aim,
        rating(now.value, aim, held.polarity),
        ranks if ranks and held.comparable else Ranks(),
    )
    return _travelling(told, own, held, years) if series == OFFICIAL else told


def _gap(own: Line) -> Point | None:
    """The last period of the line, where it has a symbol and no value."""
    newest = max(own.points, key=lambda point: point.date or date.min)
    day = newest.date
    return newest if newest.value is None and not (own.latest and own.latest.date == day) else None


def _stated_aim(lines: Lines, now: Point) -> Any:
    """What papers themselves state as target and floor for the period of a value."""
    said = {role: line.at(now.date) for role in ("target", "floor") if (line := lines.of(OWN, role)) and now.date}
    values = {role: point.value if point else None for role, point in said.items()}
    if not any(value is not None for value in values.values()):
        return None
    nothing = dict.fromkeys(("target", "floor", "tolerance", "lower", "upper"))
    return SimpleNamespace(**nothing | values, points=said)


def _travelling(told: Side, own: Line, held: _Held, years: int) -> Side:
    """The side with its trend over the years in which the values count the same as the latest."""
    alike = [point for point in own.known if not held.changed_since(point)]
    travels = trend(alike, years)
    nearer = None
    if travels and held.polarity == "target" and held.target is not None:
        nearer = distances(alike, held.target, years)
    return replace(told, trend=travels, trend_effect=effect(travels, held.polarity, nearer))


def _moves(own: Line, held: _Held, *, consecutive: bool) -> Iterator[Move]:
    """The changes since the year before and since the period before, those of official values only if consecutive."""
    year = _year_before(own, held.now.point)
    period = _period_before(own, held.now.point, consecutive=consecutive)
    if period and (not year or period.date != year.date):
        yield _move("period", period, held)
    if year:
        yield _move("year", year, held)


def _earlier(own: Line, now: Point) -> list[Point]:
    """The points of earlier periods as long."""
    return [point for point in own.points if _days(point, now) > 0 and _alike(point, now)]


def _year_before(own: Line, now: Point) -> Point | None:
    found = [point for point in _earlier(own, now) if abs(_days(point, now) - A_YEAR) <= SLACK]
    return found[-1] if found and found[-1].value is not None else None


def _period_before(own: Line, now: Point, *, consecutive: bool) -> Point | None:
    """The latest earlier value; of official values the very one before, which is no gap and not long ago."""
    earlier = [point for point in _earlier(own, now) if consecutive or point.value is not None]
    nearest = min((_days(point, now) for point in earlier), default=0)
    before = [point for point in earlier if _days(point, now) == nearest]
    if not before or before[-1].value is None:
        return None
    return None if consecutive and nearest > _longest(now) else before[-1]


def _days(point: Point, now: Point) -> int:
    """How many days a point is before now; nought where either has no date."""
    return (now.date - point.date).days if now.date and point.date else 0


def _longest(now: Point) -> int:
    """Days after which a value is no longer the next one: more than a year, or of shorter periods their length."""
    return min(_months(now) or 12, 12) * 31 + SLACK


def _alike(point: Point, now: Point) -> bool:
    """Whether two periods are as long."""
    return point.precision == now.precision and _months(point) == _months(now)


def _months(point: Point) -> int:
    return getattr(point.source, "months", 0) or 0


def _move(what: str, point: Point, held: _Held) -> Move:
    then = held.of.number(point)
    assert then is not None
    by = held.now.value - then.value
    broken = held.changed_since(point)
    direction = "up" if by > 0 else "down" if by < 0 else "same"
    moved = apart(by, held.of.unit, held.of.least)
    return Move(what, then, direction, moved, "" if broken else held.effect(then), broken)


def _besides(lines: Lines, held: _Held) -> Iterator[Beside]:
    now = held.now.point
    for line in (line for place in COMPARED if (line := lines.of(place))):
        at = line.at(now.date) if now.date else None
        point = at or line.latest
        number = held.of.number(point) if point else None
        if point and number:
            yield _beside(line, number, held, same_period=point is at and _same_period(point, now))


def _same_period(point: Point, now: Point) -> bool:
    """Whether a value is for the very period: an average is made of values that are, and has no length of its own."""
    return bool(point.made_of) or (point.period == now.period and _months(point) == _months(now))


def _beside(line: Line, number: Number, held: _Held, *, same_period: bool) -> Beside:
    if not same_period or not held.comparable:
        return Beside(line.name, line.place, number, "", "", same_period)
    by = held.now.value - number.value
    direction = "higher" if by > 0 else "lower" if by < 0 else "same"
    return Beside(line.name, line.place, number, direction, held.effect(number), True)
