"""How exact a printed number is: between which numbers what was rounded to it can lie.

>>> within(Decimal("23.9"), 1)
Interval(low=Decimal('23.85'), high=Decimal('23.95'))
>>> within(Decimal("23.9"), 1).touches(within(Decimal(24), 0))
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from dashboard.figures import places

NUMBER = r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.,])\d+(?:\.\d+)?"
SCALES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
SCALED = re.compile(rf"(?P<number>{NUMBER})\s?(?P<scale>(?:k|m|mn|bn|thousand|million|billion)\b)?", re.IGNORECASE)
# Words by which a paper says that a number is not the exact one.
ABOUT = re.compile(
    r"(?:\b(?:about|around|approximately|approx|nearly|almost|roughly|circa|over|under|above|below|some|just"
    r"|estimated|more\s+than|less\s+than|fewer\s+than|at\s+least|up\s+to|in\s+excess\s+of|close\s+to)|\bc\.?|~)"
    r"[\s.]*£?\s*$",
    re.IGNORECASE,
)
# How far from it a number may be that a paper gives as "about".
LOOSE = Decimal("0.05")


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `low` to `high`."""

    low: Decimal
    high: Decimal

    def touches(self, other: Interval) -> bool:
        """Whether some number is in both; of two spans more than an end, since 70 and 71 are not rounded alike."""
        if self.low == self.high or other.low == other.high:
            return self.meets(other)
        return self.low < other.high and other.low < self.high

    def meets(self, other: Interval) -> bool:
        """Whether some number is in both, be it an end."""
        return self.low <= other.high and other.low <= self.high

    def apart(self, other: Interval) -> Decimal:
        """How far one must go from one to the other, as a share of the middle of this; 0 where they touch."""
        gap = max(other.low - self.high, self.low - other.high, Decimal(0))
        middle = abs(self.low + self.high) / 2
        return gap / middle if middle else gap


def within(value: Decimal, decimals: int) -> Interval:
    """What can be rounded to a value of so many decimals; negative for tens (-1) and hundreds (-2)."""
    half = Decimal(5).scaleb(-decimals - 1)
    return Interval(value - half, value + half)


def printed(value: Decimal, text: str) -> Interval:
    """What can have been rounded to a value as a text prints it.

    >>> printed(Decimal(392000), "£392k will be saved")
    Interval(low=Decimal('391500'), high=Decimal('392500'))
    >>> printed(Decimal(637), "has increased to 637"), printed(Decimal(60), "nearly 60%").low
    (Interval(low=Decimal('637'), high=Decimal('637')), Decimal('57.00'))
    """
    for match in SCALED.finditer(text):
        decimals = len(match["number"].partition(".")[2]) - SCALES.get((match["scale"] or "").lower(), 0)
        number = Decimal(match["number"].replace(",", "")).scaleb(SCALES.get((match["scale"] or "").lower(), 0))
        if number != abs(value):
            continue
        if ABOUT.search(text[: match.start()]):
            return Interval(*sorted((value * (1 - LOOSE), value * (1 + LOOSE))))
        return exact(value) if decimals == 0 and _is_count(text, match) else within(value, decimals)
    return within(value, places([value]))


def exact(value: Decimal) -> Interval:
    return Interval(value, value)


def _is_count(text: str, match: re.Match[str]) -> bool:
    """Whether a whole number counts things: 637 children, but not 60% or 60 per 10,000 or £1,095."""
    before, after = text[: match.start()].rstrip(), text[match.end() :]
    share = re.match(r"\s*(?:%|per\s?cent|per\s+1|percentage)", after, re.IGNORECASE)
    return not share and not before.endswith("£")
