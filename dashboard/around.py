"""The values of a measure before a day and after it, in words that say what happened and not why.

Official values and those that papers state are told apart: each is its own series, with its own before and after.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from dashboard.figures import judged, unit_beside
from dashboard.series import NATION, Line, Lines
from dashboard.sides import Number, Scale, scale
from dashboard.written import apart
from reports.reading.dates import in_words, span

NOT_WHY = "This says what happened, not why."
MONTHS_AFTER = (12, 24)


class Measure(Protocol):
    name: str
    unit: str
    polarity: str


@dataclass(frozen=True, slots=True)
class Row:
    """One period before or after the day: `place` says which, `nation` is England's value for the same period.

    `astride` where the period began before the day and ended after it.
    """

    place: str
    own: Number
    nation: Number | None = None
    astride: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """One series around a day: `before` and `after`, the latest last. `broken` are days of new definitions between."""

    area: str
    nation: str
    before: Row | None
    after: tuple[Row, ...]
    sentence: str
    broken: tuple[date, ...] = ()

    @property
    def rows(self) -> list[Row]:
        return [row for row in (self.before, *self.after) if row]


def around(
    lines: Lines, day: date, measure: Measure, *, changes: Sequence[date] = (), what: str = "decision"
) -> Around | None:
    """A series around a day; None where the council has no value in it.

    before: the last known value of a period that ended before the day. after: of periods as long as that one, those
    that end a year and two years after it or later, and the latest. `what` is what was on the day.
    """
    own = lines.own
    if not own or not own.known:
        return None
    alike = _as_long(own, day)
    of, nation = scale(own, lines, unit_beside(measure.name, measure.unit)), lines.of(NATION)

    def row(place: str, point: Any) -> Row | None:
        number = of.number(point) if point else None
        at = nation.at(point.date) if nation and point else None
        beside = of.number(at) if at and length(at) == length(point) else None
        return Row(place, number, beside, begins(point) < day <= point.date) if number else None

    before = row("Before", _last_before(alike, day))
    after = tuple(made for place, point in _after(alike, day) if (made := row(place, point)))
    last = after[-1] if after else None
    first, ends = (row.own.point.date if row else None for row in (before, last))
    broken = tuple(one for one in changes if first and ends and first < one <= ends)
    told = _sentence(measure, own.name, before, last, of, broken, what)
    return Around(own.name, nation.name if nation else "England", before, after, told, broken)


def length(point: Any) -> int:
    """How many months a value is for; 0 for one of a single day."""
    if point.when.startswith("at "):
        return 0
    months = getattr(point.source, "months", None)
    return months if months is not None else {"month": 1, "quarter": 3, "year": 12}.get(point.precision, 12)


def begins(point: Any) -> date:
    """The first day of a value's period.

    A year to 31 March 2025 begins on 1 April 2024.
    """
    months = length(point)
    if not months:
        return point.date
    if getattr(point.source, "months", None) is None:
        try:
            return span(point.period)[0]
        except ValueError:
            return point.date
    month = point.date.year * 12 + point.date.month - months
    return date(month // 12, month % 12 + 1, 1)


def _as_long(own: Line, day: date) -> list[Any]:
    """The known values in order of their periods, of those as long as the last before the day, else as the latest.

    Of several for one period the one stated last.
    """
    last: dict[tuple[date, int], Any] = {(point.date, length(point)): point for point in own.known if point.date}
    ordered = [last[key] for key in sorted(last)]
    wanted = [length(point) for point in ordered if point.date < day] or [length(point) for point in ordered]
    return [point for point in ordered if length(point) == wanted[-1]] if wanted else []


def _last_before(points: Sequence[Any], day: date) -> Any:
    return next((point for point in reversed(points) if point.date < day), None)


def _after(points: Sequence[Any], day: date) -> list[tuple[str, Any]]:
    """The first values of periods that end a year and two years after the day or later, and the latest."""
    later = [point for point in points if point.date >= day]
    if not later:
        return []
    found: dict[date, tuple[str, Any]] = {}
    for months in MONTHS_AFTER:
        first = next((point for point in later if point.date >= _months_on(day, months)), None)
        if first:
            found.setdefault(first.date, (f"{months} months after or later", first))
    found.setdefault(later[-1].date, ("Latest", later[-1]))
    place, latest = found[later[-1].date]
    found[latest.date] = (place if place == "Latest" else f"{place}, and latest", latest)
    return [found[ends] for ends in sorted(found)]


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, min(day.day, 28))


def _sentence(
    measure: Measure, area: str, before: Row | None, last: Row | None, of: Scale, broken: Sequence[date], what: str
) -> str:
    name = measure.name
    if before is None and last is None:
        return ""
    if last is None:
        assert before is not None
        return f"{_stood(name, area, before)}, before the {what}. No later value is known yet."
    if before is None:
        return f"{_stood(name, area, last)}{_began(last, what)}. No value from before the {what} is known."
    told = f"{_stood(name, area, before)}, before the {what}; {last.own.when} at {last.own.text}{_began(last, what)}"
    if broken:
        days = " and ".join(in_words(day.isoformat()) for day in broken)
        return f"{told}. What is counted was changed on {days}, so the two cannot be compared."
    moved = _moved(before.own, last.own, measure.polarity, of)
    return f"{told}, {moved}. {_nation(before, last)} {NOT_WHY}"


def _stood(name: str, area: str, row: Row) -> str:
    return f"{name} in {area} stood {row.own.when} at {row.own.text}"


def _began(row: Row, what: str) -> str:
    return f", a period that began before the {what}" if row.astride else ""


def _moved(then: Number, now: Number, polarity: str, of: Scale) -> str:
    by = now.value - then.value
    if not by:
        return "the same"
    told = f"{'higher' if by > 0 else 'lower'} by {apart(abs(by), of.unit, of.least)}"
    effect = judged(now.value, then.value, polarity, None)
    return f"{told}, which is {effect}" if effect else told


def _nation(before: Row, last: Row) -> str:
    if not (before.nation and last.nation):
        return "England’s values for the same periods are not known."
    if before.nation.value == last.nation.value:
        return f"England stayed at {last.nation.text} over the same time."
    return f"England went from {before.nation.text} to {last.nation.text} over the same time."
