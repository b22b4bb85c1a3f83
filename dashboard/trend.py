"""Which way a series travels: a straight line through the values of a window of years, and how sure its slope is.

    travels = trend(line.points)
    travels.direction, effect(travels, "low")     # "falling", "better"

One step up or down says little, so direction is never taken from the last two values. The line is that of least
squares; a direction is named only where the 95 per cent interval of its slope leaves nought out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from math import atan, cos, pi, sin, sqrt
from statistics import fmean
from typing import Any

# How many years the window is long, where nobody chose; and how many values a line is drawn through at least.
YEARS = 7
FEWEST = 5
SURE = 0.95
DAYS_A_YEAR = 365.25
RISING, FALLING, UNCLEAR = "rising", "falling", "no clear trend"
BETTER = {(RISING, "high"), (FALLING, "low")}
WORSE = {(RISING, "low"), (FALLING, "high")}
OPPOSITE = {"better": "worse", "worse": "better", "": ""}


@dataclass(frozen=True, slots=True)
class Trend:
    """A slope in units a year with its 95 per cent interval (`low` to `high`), over `n` values from `first` to `last`.

    `p` is how often chance alone would make a line at least as steep of values that do not travel at all.
    """

    slope: float
    low: float
    high: float
    p: float
    direction: str
    first: date
    last: date
    n: int

    @property
    def clear(self) -> bool:
        return self.direction != UNCLEAR


def trend(points: Iterable[Any], years: int | None = YEARS) -> Trend | None:
    """The trend of points (a date, a value or None) over the last so many years, or over all of them.

    None for fewer than 5 values. Of two values for one day the last counts. A gap is left out, never nought.
    """
    values = in_window(points, years)
    if len(values) < FEWEST:
        return None
    days = [day.toordinal() / DAYS_A_YEAR for day, _ in values]
    slope, error = _line(days, [value for _, value in values])
    free = len(values) - 2
    p = 1 - _within(slope / error, free) if error else float(slope == 0)
    reach = _reach(free) * error
    low, high = slope - reach, slope + reach
    return Trend(slope, low, high, p, _direction(low, high), values[0][0], values[-1][0], len(values))


def distances(points: Iterable[Any], target: Decimal, years: int | None = YEARS) -> Trend | None:
    """The trend of how far the values are from a target: falling, they come nearer to it."""
    apart = [_Apart(day, Decimal(str(abs(value - float(target))))) for day, value in in_window(points, years)]
    return trend(apart, None)


def effect(travels: Trend | None, polarity: str, apart: Trend | None = None) -> str:
    """better, worse, or empty where there is no clear trend or neither direction is better.

    Where nearer to a target is better it is told by `apart`, the trend of the distances to it.
    """
    if polarity == "target":
        travels, polarity = apart, "low"
    told = (travels.direction if travels else UNCLEAR, polarity)
    return "better" if told in BETTER else "worse" if told in WORSE else ""


def in_window(points: Iterable[Any], years: int | None = YEARS) -> list[tuple[date, float]]:
    """The days and values of the last so many years before the latest value, in order, one for a day."""
    known = {point.date: float(point.value) for point in points if point.date and point.value is not None}
    if not known:
        return []
    latest = max(known)
    return [(day, known[day]) for day in sorted(known) if years is None or _apart(day, latest) < years]


@dataclass(frozen=True, slots=True)
class _Apart:
    date: date
    value: Decimal


def _apart(day: date, later: date) -> int:
    """How many whole years are between two days, a few days more or less."""
    return round((later - day).days / DAYS_A_YEAR)


def _direction(low: float, high: float) -> str:
    return RISING if low > 0 else FALLING if high < 0 else UNCLEAR


def _line(x: Sequence[float], y: Sequence[float]) -> tuple[float, float]:
    """The slope of the line of least squares and its standard error."""
    middle, height = fmean(x), fmean(y)
    spread = sum((one - middle) ** 2 for one in x)
    slope = sum((one - middle) * (other - height) for one, other in zip(x, y, strict=True)) / spread
    left = sum((other - height - slope * (one - middle)) ** 2 for one, other in zip(x, y, strict=True))
    return slope, sqrt(left / (len(x) - 2) / spread)


def _within(t: float, free: int) -> float:
    """How likely Student's t with so many degrees of freedom is between -t and t.

    Exact for whole degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4).
    """
    angle = atan(abs(t) / sqrt(free))
    odd = free % 2
    term = cos(angle) if odd else 1.0
    total = term if free > 1 else 0.0
    for n in range(3 if odd else 2, free - 1, 2):
        term *= cos(angle) ** 2 * (n - 1) / n
        total += term
    total *= sin(angle)
    return 2 / pi * (angle + total) if odd else total


@cache
def _reach(free: int) -> float:
    """How many standard errors the interval reaches to each side."""
    low, high = 0.0, 1000.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if _within(middle, free) < SURE else (low, middle)
    return high
