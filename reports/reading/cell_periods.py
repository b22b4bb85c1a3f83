"""Cells that are periods, periods in brackets behind a value, "79 (March 2021)", and which year a quarter is of."""

from __future__ import annotations

import re

from reports.reading.dates import MONTH
from reports.reading.periods import is_earlier, year_before
from reports.reading.table_heads import Own, period_in

WORDS_OF_TIME = re.compile(
    rf"\b(?:{MONTH}|Q[1-4]|Qtr|quarter|years?|end(?:ed|ing)?|as|at|of|to|the|FY|academic|financial|outturn|actual"
    r"|provisional|position|YTD|st|nd|rd|th)\b|(?<=\d)(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
# A year among other numbers must be one that a paper of today can give.
IN_BRACKETS = re.compile(r"\d[^()]*\((?P<words>[^()]{2,30})\)\s*$")
BARE_NUMBER = re.compile(r"(?!(?:19|20)\d\d$)[\d.,\s%]+")


def is_period(text: str) -> bool:
    """Whether a text is a period and nothing else.

    >>> is_period("Q2 2024/25"), is_period("31 March 2024"), is_period("Plans in 2024"), is_period("Actual")
    (True, True, False, False)
    """
    rest = WORDS_OF_TIME.sub("", text)
    return re.search(r"[A-Za-z]", rest) is None and re.search(rf"\d|\b(?:{MONTH})\b", text, re.IGNORECASE) is not None


def period_beside(cell: str, own: Own) -> str | None:
    """The period in brackets behind a value.

    >>> own = Own("Wexcombe", period="2024/25-Q3")
    >>> [period_beside(cell, own) for cell in ("21.1% (2020/21)", "79 (March 2021)", "45 (12%)", "91% (Green)")]
    ['2020/21', '2021-03', None, None]
    """
    found = IN_BRACKETS.search(cell)
    if not found or BARE_NUMBER.fullmatch(found["words"]) or not is_period(found["words"]):
        return None
    return period_in(found["words"], own)


def is_before(period: str | None, now: str | None) -> bool:
    return bool(period and now and is_earlier(period, now))


def not_ahead(period: str | None, name: str, own: Own) -> str | None:
    """The period of a value that is known already: a quarter without a year is then none that has yet to come.

    >>> own = Own("Wexcombe", period="2024/25-Q1")
    >>> not_ahead("2024/25-Q4", "Quarter 4", own), not_ahead("2024/25-Q4", "Q4 2024/25", own)
    ('2023/24-Q4', '2024/25-Q4')
    """
    ahead = period is not None and "-Q" in period and is_before(own.period, period)
    return year_before(period) if ahead and period_in(name, Own(None)) is None else period
