"""How many children a number and a rate of one paper imply: what shares one population is consistent.

637 at 23.9 per 10,000 implies 266,527 children. Both are rounded, so it is a span and not a point that is implied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dashboard.claims.rounding import Interval

PER = 10_000
# Estimates of one population for two years, or by two methods, may be as far apart.
ESTIMATES = Decimal("0.03")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of children as a paper prints it, or a sum of such: `words` is "637", or "849 plus 90 = 939"."""

    value: Decimal
    words: str
    is_sum: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate per 10,000, what it may be rounded from, and the numbers that it may be the rate of; its own first."""

    name: str
    value: Decimal
    rounded: Interval
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Implied:
    """What the check of a number with a rate came to: `verdict` is one of same, sum, near and apart.

    `others` are the numbers and rates that it was held against: those that share its population, or else all.
    `fitting` is the sum that fits in its place.
    """

    number: Number
    verdict: str
    others: tuple[tuple[Rate, Number], ...]
    fitting: Number | None = None


def implied(number: Decimal, rate: Interval) -> Interval:
    """From how many to how many children a number and a rate imply.

    >>> span = implied(Decimal(637), Interval(Decimal("23.85"), Decimal("23.95")))
    >>> round(span.low), round(span.high)
    (265971, 267086)
    """
    return Interval(number * PER / rate.high, number * PER / rate.low)


def middle(number: Decimal, rate: Decimal) -> int:
    """How many children a number and a rate as printed imply.

    >>> middle(Decimal(849), Decimal("35.2")), middle(Decimal(939), Decimal("35.2"))
    (241193, 266761)
    """
    return round(number * PER / rate)


def check(rate: Rate, others: Sequence[Rate]) -> Iterator[Implied]:
    """What each number that the rate may be of comes to beside the other rates of the paper.

    Nothing for sums that fit no better than the number itself.
    """
    own, *sums = rate.numbers
    found = _shares(rate, own, others)
    if found:
        yield Implied(own, "same", found)
        return
    fitting = [(one, shares) for one in sums if (shares := _shares(rate, one, others))]
    everything = tuple((other, other.numbers[0]) for other in others)
    if fitting:
        yield Implied(own, "sum", everything, fitting[0][0])
        yield Implied(fitting[0][0], "same", fitting[0][1])
    else:
        yield Implied(own, "near" if _is_near(rate, own, others) else "apart", everything)


def _shares(rate: Rate, number: Number, others: Sequence[Rate]) -> tuple[tuple[Rate, Number], ...]:
    span = implied(number.value, rate.rounded)
    pairs = ((other, one) for other in others for one in other.numbers)
    return tuple((other, one) for other, one in pairs if span.meets(implied(one.value, other.rounded)))


def _is_near(rate: Rate, number: Number, others: Sequence[Rate]) -> bool:
    span = implied(number.value, rate.rounded)
    gaps = (span.apart(implied(one.value, other.rounded)) for other in others for one in other.numbers)
    return min(gaps, default=Decimal(1)) < ESTIMATES


def in_words(rate: Rate, number: Number) -> str:
    """The sum, with what rounding leaves open.

    >>> rate = Rate("", Decimal("23.9"), Interval(Decimal("23.85"), Decimal("23.95")), ())
    >>> in_words(rate, Number(Decimal(637), "637"))
    '637 at 23.9 per 10,000 implies 266,527 children (637 × 10,000 ÷ 23.9), from 265,971 to 267,086 with rounding'
    """
    span = implied(number.value, rate.rounded)
    printed = f"{rate.value:f}"
    return (
        f"{number.words} at {printed} per 10,000 implies {middle(number.value, rate.value):,} children "
        f"({number.value:,.0f} × 10,000 ÷ {printed}), from {round(span.low):,} to {round(span.high):,} with rounding"
    )
