"""Whether the period of a stated figure is that of an official value.

Statistics give a value for a day (children looked after at 31 March) or for what happened in a year; papers print a
day, a month, a quarter, a year, or nothing.
"""

from __future__ import annotations

import re
from datetime import date

from dashboard.claims.known import Cell

SAME, PERHAPS, OTHER = "same", "perhaps", "other"
# Words by which a paper says that a figure of a month or quarter is of the twelve months to its end.
OF_A_YEAR = re.compile(
    r"\b(?:rolling|12[\s-]months?|twelve[\s-]months?|year[\s-]to|annual|in\s+the\s+last\s+year|(?:past|last)\s+year)\b",
    re.IGNORECASE,
)


def alike(period: str, precision: str, last: date | None, cell: Cell, words: str = "") -> str:
    """same, perhaps (the paper leaves it open) or other.

    period: ISO as printed; last: its last day; words: the figure's label and quote.
    """
    if last is None:
        return PERHAPS
    if precision == "year":
        return _of_a_year(period, last, cell)
    if last != cell.date:
        return OTHER
    if cell.is_of_a_day or OF_A_YEAR.search(words):
        return SAME
    return PERHAPS


def _of_a_year(period: str, last: date, cell: Cell) -> str:
    """A financial and an academic year look alike in print: 2014/15 ends in March or in August 2015."""
    if "/" in period:
        ends = cell.date.year == last.year and cell.date.month in (3, 7, 8)
        return SAME if ends else OTHER
    if cell.date.year != last.year:
        return OTHER
    # A bare year is that of the calendar only where the statistics are.
    return SAME if cell.date.month == 12 and cell.months == 12 else PERHAPS
