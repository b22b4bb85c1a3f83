"""Sums of money as councils print them: £470,000, £472k, £2,000k, £2.5m, £3.1 million, (£150k), and £910 per week.

>>> [pounds.amount for pounds in pounds_in("from £2,000k to £2.5m, and £17 k in postage")]
[2000000.0, 2500000.0, 17000.0]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SCALES = {
    "k": 1_000, "thousand": 1_000, "m": 1_000_000, "mn": 1_000_000, "million": 1_000_000,
    "bn": 1_000_000_000, "b": 1_000_000_000, "billion": 1_000_000_000,
}  # fmt: skip

SUM = re.compile(
    r"(?P<minus>(?<!\w)[-−](?=£))?£\s?(?P<open>\()?(?P<sign>[-−])?(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?"
    r"|\d{1,12}(?:\.\d{1,6})?)(?!\d)"
    r"(?P<close>\))?(?:\s?(?P<scale>k|thousand|mn|million|m|bn|billion|b)\b)?"
    r"(?P<each>\s*(?:per\s+(?:child\s+)?(?:per\s+)?week\b|a\s+week\b|each\s+week\b|/\s?(?:wk|week)\b|p\.?w\b\.?"
    r"|weekly\b))?",
    re.IGNORECASE,
)
CELL = re.compile(
    r"\s*(?P<open>\()?\s*(?P<sign>[-−–+])?\s*£?\s*(?P<sign2>[-−–+])?(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?"
    r"|\d{1,12}(?:\.\d{1,6})?)(?!\d)"
    r"\s*(?P<scale>k|m|million|thousand)?\s*(?P<close>\))?\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Pounds:
    """A sum in pounds and its place in the text; weekly when it is a price for a week."""

    amount: float
    start: int
    end: int
    weekly: bool = False


def pounds_in(text: str) -> list[Pounds]:
    """The sums of a text, in order.

    >>> pounds_in("costs £4,120 pw")
    [Pounds(amount=4120.0, start=6, end=15, weekly=True)]
    >>> pounds_in("a pressure of -£250k")[0].amount, pounds_in("growth of £(40)k")[0].amount
    (-250000.0, -40000.0)
    """
    return [
        Pounds(_amount(match), match.start("number") - 1, match.end(), bool(match["each"]))
        for match in SUM.finditer(text)
    ]


def _amount(match: re.Match[str]) -> float:
    amount = _times(match["number"], SCALES.get((match["scale"] or "").lower(), 1))
    # "(£120k" may open a remark in brackets: only a sign, or brackets round the number alone, make it negative.
    minus = (match["minus"] or "").strip()
    return -amount if minus in {"-", "−"} or match["sign"] or (match["open"] and match["close"]) else amount


def _times(number: str, scale: float) -> float:
    """A printed number times its scale, worked out in tens: £4.1m is 4,100,000 and not a hair less."""
    return float(Decimal(number.replace(",", "")) * Decimal(scale))


def cell_amount(cell: str, scale: float = 1) -> float | None:
    """The sum in a table's cell, None where it holds none; `scale` is 1000 beneath "£000".

    >>> cell_amount("(1,250)", 1000), cell_amount("-40"), cell_amount("£1.2m"), cell_amount("n/a"), cell_amount("2016")
    (-1250000.0, -40.0, 1200000.0, None, 2016.0)
    """
    match = CELL.fullmatch(cell)
    if not match:
        return None
    own = SCALES.get((match["scale"] or "").lower())
    amount = _times(match["number"], own or scale)
    negative = (match["sign"] or match["sign2"] or "+") != "+" or bool(match["open"] and match["close"])
    return -amount if negative else amount


THOUSANDS = re.compile(r"£\s?['’]?0{3}s?\b|£\s?k\b|£\s?thousands?\b|\bthousands of pounds\b|£['’]?000", re.IGNORECASE)
MILLIONS = re.compile(r"£\s?m\b|£\s?millions?\b", re.IGNORECASE)


def scale_in(heading: str) -> float:
    """What a table's heading multiplies its numbers by.

    >>> scale_in("2016/17 £'000"), scale_in("Saving (£m)"), scale_in("Saving £")
    (1000.0, 1000000.0, 1.0)
    """
    if THOUSANDS.search(heading):
        return 1e3
    return 1e6 if MILLIONS.search(heading) else 1.0


def in_pounds(amount: float) -> str:
    """
    >>> in_pounds(470000), in_pounds(-1250.5)
    ('£470,000', '-£1,250.50')
    """
    whole = f"{abs(amount):,.0f}" if amount == int(amount) else f"{abs(amount):,.2f}"
    return f"{'-' if amount < 0 else ''}£{whole}"
