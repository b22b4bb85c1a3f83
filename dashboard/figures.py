"""What stated values say: the latest, the change since, the comparison, and one sentence of it all.

Plain functions on anything that has a period (ISO text), a date (the period's last day), a precision and a value.

>>> formatted(Decimal("23.9"), "percent"), formatted(Decimal("2570"), "gbp"), formatted(Decimal("35.20"), "per_10000")
('23.9%', '£2,570', '35.2 per 10,000')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from reports.reading.dates import in_words, span

POLARITY = {
    "high": "Higher is better.",
    "low": "Lower is better.",
    "target": "Nearer to the target is better.",
    "neutral": "Neither higher nor lower is better in itself: it depends.",
    # Of a measure that the catalogue does not have, nobody has said.
    "": "",
}
BETTER = {("up", "high"), ("down", "low")}
WORSE = {("down", "high"), ("up", "low")}
ARROWS = {"up": "▲", "down": "▼", "same": "="}


class Stated(Protocol):
    """One value of a measure for one area, as a paper states it."""

    period: str
    date: date | None
    precision: str
    value: Decimal


S = TypeVar("S", bound=Stated)


@dataclass(frozen=True, slots=True)
class Change:
    """How a value moved: direction is up, down or same; effect is better, worse, or empty where neither can be said."""

    direction: str
    by: Decimal
    effect: str
    since: str

    @property
    def arrow(self) -> str:
        return ARROWS[self.direction]


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line: its points as SVG takes them, and where it ends."""

    points: str
    x: float
    y: float


def places(values: Iterable[Decimal]) -> int:
    """How many decimals the most exact of the values has.

    >>> places([Decimal("38.0000"), Decimal("41.2000")])
    1
    """
    exponents = (value.normalize().as_tuple().exponent for value in values)
    return max((-exponent for exponent in exponents if isinstance(exponent, int) and exponent < 0), default=0)


def formatted(value: Decimal, unit: str = "", decimals: int | None = None) -> str:
    """A value with its unit, as people write it.

    >>> formatted(Decimal("1234"), "count"), formatted(Decimal("-2570.5"), "gbp"), formatted(Decimal("38"), "", 1)
    ('1,234', '−£2,570.50', '38.0')
    """
    exact = places([value]) if decimals is None else decimals
    if unit == "gbp" and exact:
        exact = max(exact, 2)
    number = f"{abs(value):,.{exact}f}"
    sign = "−" if value < 0 else ""
    if unit == "gbp":
        return f"{sign}£{number}"
    return f"{sign}{number}" + {"percent": "%", "per_10000": " per 10,000"}.get(unit, "")


def unit_beside(name: str, unit: str) -> str:
    """The unit to write after a value where the measure's name stands beside it.

    >>> unit_beside("Children looked after per 10,000", "per_10000"), unit_beside("Re-referrals", "percent")
    ('', 'percent')
    """
    return "" if unit == "per_10000" and "per 10,000" in name.lower() else unit


def when(period: str) -> str:
    """A period as a sentence takes it.

    >>> when("2015-03-31"), when("2024/25-Q3"), when("")
    ('at 31 March 2015', 'in quarter 3 of 2024/25', 'in a period not stated')
    """
    if not period:
        return "in a period not stated"
    precision = span(period)[2]
    if precision == "quarter":
        years, _, quarter = period.partition("-Q")
        return f"in quarter {quarter} of {years}"
    return f"{'at' if precision == 'day' else 'in'} {in_words(period)}"


def latest(values: Sequence[S]) -> S | None:
    """The value for the latest period; of several for one period the one stated last. Without periods, the last."""
    dated = [value for value in values if value.date]
    if not dated:
        return values[-1] if values else None
    newest = max(value.date for value in dated if value.date)
    return next(value for value in reversed(dated) if value.date == newest)


def before(values: Sequence[S], now: Stated) -> S | None:
    """The latest value for an earlier period as long as now's: a quarter is not compared with a year."""
    if not now.date:
        return None
    earlier = [v for v in values if v.date and v.date < now.date and v.precision == now.precision]
    return latest(earlier)


def beside(values: Sequence[S], now: Stated | None) -> S | None:
    """The value to compare with: for the same period where there is one, else the latest."""
    same = [value for value in values if now and now.period and value.period == now.period]
    return same[-1] if same else latest(values)


def restated(values: Sequence[S]) -> list[str]:
    """The periods for which papers state more than one value, in order."""
    stated: dict[str, set[Decimal]] = {}
    for value in values:
        if value.period:
            stated.setdefault(value.period, set()).add(value.value)
    return [period for period, said in stated.items() if len(said) > 1]


def effect(direction: str, polarity: str) -> str:
    """better, worse, or empty where it depends or nothing moved.

    >>> effect("up", "low"), effect("up", "neutral")
    ('worse', '')
    """
    return "better" if (direction, polarity) in BETTER else "worse" if (direction, polarity) in WORSE else ""


def judged(value: Decimal, than: Decimal, polarity: str, target: Decimal | None = None) -> str:
    """Whether a value is better or worse than another; empty where neither can be said.

    >>> judged(Decimal(12), Decimal(15), "low"), judged(Decimal(12), Decimal(15), "neutral")
    ('better', '')
    >>> judged(Decimal(12), Decimal(15), "target", Decimal(13)), judged(Decimal(12), Decimal(15), "target")
    ('better', '')
    """
    if polarity == "target":
        if target is None:
            return ""
        value, than, polarity = abs(value - target), abs(than - target), "low"
    direction = "up" if value > than else "down" if value < than else "same"
    return effect(direction, polarity)


def change(now: Stated, then: Stated, polarity: str = "neutral") -> Change:
    by = now.value - then.value
    direction = "up" if by > 0 else "down" if by < 0 else "same"
    return Change(direction, abs(by), effect(direction, polarity), then.period)


def sentence(
    name: str,
    area: str,
    now: Stated | None,
    then: Stated | None = None,
    comparators: Sequence[tuple[str, Stated]] = (),
    *,
    unit: str = "",
    polarity: str = "neutral",
) -> str:
    """What a chart shows, in words; `comparators` are pairs of an area and its value."""
    if now is None:
        return f"No value of “{name}” for {area} has been stated. {POLARITY[polarity]}".strip()
    shown = unit_beside(name, unit)
    exact = places([now.value, then.value] if then else [now.value])
    told = f"{name} in {area} stood at {formatted(now.value, shown, exact)} {when(now.period)}"
    if then:
        told += f", {_moved(now, then, shown, exact, polarity)}"
    if comparators:
        told += "; " + ", ".join(_compared(words, other, now, shown) for words, other in comparators)
    return f"{told}. {POLARITY[polarity]}".strip()


def _moved(now: Stated, then: Stated, unit: str, exact: int, polarity: str) -> str:
    moved = change(now, then, polarity)
    if moved.direction == "same":
        return f"the same as {when(then.period)}"
    told = f"{moved.direction} from {formatted(then.value, unit, exact)} {when(then.period)}"
    return f"{told}, which is {moved.effect}" if moved.effect else told


def _compared(words: str, other: Stated, now: Stated, unit: str) -> str:
    told = f"{words} {formatted(other.value, unit)}"
    return told if other.period == now.period else f"{told} {when(other.period)}"


def sparkline(values: Sequence[Decimal], width: int = 120, height: int = 32, margin: int = 4) -> Spark | None:
    """A small line through values in order; None for fewer than two."""
    if len(values) < 2:
        return None
    low, high = min(values), max(values)
    step = (width - 2 * margin) / (len(values) - 1)
    scale = (height - 2 * margin) / float(high - low) if high > low else 0.0
    ends = [
        (round(margin + n * step, 1), round(height - margin - float(value - low) * scale, 1) if scale else height / 2)
        for n, value in enumerate(values)
    ]
    return Spark(" ".join(f"{x},{y}" for x, y in ends), *ends[-1])
