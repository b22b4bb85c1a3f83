"""Whether the amounts that papers print for one reference agree.

>>> references_in("AB30, CD26 & CD19"), references_in("Ref. AB 30")
(['AB30', 'CD26', 'CD19'], ['AB30'])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.claims.checked import CONSISTENT, DEFINITION, DIFFERS, UNKNOWN
from dashboard.claims.rounding import Interval

REFERENCE = re.compile(r"\b(?!Refs?\b)[A-Za-z]{1,6}[\s/-]?\d{1,4}[A-Za-z]?\b")
# Amounts as near each other are the same one, stated twice.
NEAR = Decimal("0.02")
OF_A_PART = re.compile(
    r"\b(?:full[\s-]year|part[\s-]year|half[\s-]year|cumulative|in\s+total|all\s+years|one[\s-]off|net|gross|of\s+which|remaining"
    r"|further|additional|already\s+achieved|to\s+date)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[a-z]{4,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One amount of a statement, with what it may be rounded from."""

    amount: Decimal
    rounded: Interval
    description: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one place of a paper prints for references: one line, or several that share them.

    year: the financial year, empty where none is printed; in_table: whether it is a row.
    """

    references: tuple[str, ...]
    lines: tuple[Line, ...]
    year: str
    paper: str
    day: date | None = None
    in_table: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the amount is the reference's own: one of each."""
        return len(self.references) == 1 and len(self.lines) == 1

    @property
    def total(self) -> Interval:
        return Interval(sum((one.rounded.low for one in self.lines), Decimal(0)),
                        sum((one.rounded.high for one in self.lines), Decimal(0)))  # fmt: skip


def references_in(printed: str) -> list[str]:
    """The references of a printed one, which may name several."""
    found = [re.sub(r"[\s/-]", "", match[0]).upper() for match in REFERENCE.finditer(printed)]
    return list(dict.fromkeys(found)) or ([printed.strip().upper()] if printed.strip() else [])


def together(one: Statement, other: Statement) -> tuple[str, str] | None:
    """The verdict on two statements for one reference, and why; None where they do not speak of one year."""
    if one.year and other.year and one.year != other.year:
        return None
    if _agree(one, other):
        return CONSISTENT, "The amounts agree within rounding."
    near = _is_near(one, other)
    if one.year != other.year:
        return UNKNOWN, "One of them prints no financial year, so they may be of different years."
    if not (one.is_plain or other.is_plain):
        return UNKNOWN, "The reference stands with others at several amounts: which is its own is not printed."
    if not (one.is_plain and other.is_plain) and not near:
        return UNKNOWN, "One of the amounts stands with several references or lines: which is its own is not printed."
    if _are_of_other_sorts(one, other):
        return UNKNOWN, "One is a saving and one a cost, or one is of a part of the year or of all years."
    if one.paper != other.paper and one.day != other.day:
        return DEFINITION, "They are of papers of different days: the later one may have revised the amount."
    if one.in_table and other.in_table and not near and not _alike(one, other):
        return UNKNOWN, "The two rows are described otherwise: they may be parts of one amount."
    return DIFFERS, "One reference has two amounts for one year."


def _agree(one: Statement, other: Statement) -> bool:
    sums = [*(line.rounded for line in one.lines), one.total]
    others = [*(line.rounded for line in other.lines), other.total]
    return any(_sized(a).touches(_sized(b)) for a in sums for b in others)


def _are_of_other_sorts(one: Statement, other: Statement) -> bool:
    """Whether the two may be amounts of one line that are not meant to be the same."""
    signs = {line.amount > 0 for line in (*one.lines, *other.lines)}
    words = " ".join(line.description for line in (*one.lines, *other.lines))
    return len(signs) > 1 or bool(OF_A_PART.search(words))


def _is_near(one: Statement, other: Statement) -> bool:
    pairs = ((_sized(a.rounded), _sized(b.rounded)) for a in one.lines for b in other.lines)
    return any(a.apart(b) <= NEAR for a, b in pairs)


def _sized(span: Interval) -> Interval:
    """Without its sign: a saving is printed as a cut or as what is cut."""
    low, high = sorted((abs(span.low), abs(span.high)))
    return Interval(low, high)


def _alike(one: Statement, other: Statement) -> bool:
    words, others = _words(one.lines), _words(other.lines)
    return len(words & others) * 2 >= min(len(words), len(others)) > 0


def _words(lines: Sequence[Line]) -> set[str]:
    return {word for line in lines for word in WORD.findall(line.description.lower())}
