"""The period that a figure is for, from the dates that stand around it.

>>> text = "61.2% in October 2014, an increase on 59.2% in April 2014"
>>> dates = dates_in(text)
>>> period_of(text, dates, 0, 5, 41), period_of(text, dates, 5, 46, len(text))
('2014-10', '2014-04')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.dates import Dated, dates_in, span

__all__ = [
    "academic_year", "dates_in", "financial_year", "is_earlier", "leading", "period_of", "quarter_before",
    "quarters_near", "year_before",
]  # fmt: skip

# "an increase on March 2017": a date to compare with, not the date of the value beside it.
COMPARED_DATE = re.compile(
    r"(?:\b(?:increase\w*|decrease\w*|reduc\w*|r[io]se\w*|fall\w*|fell|drop\w*|improve\w*|higher|lower|better|worse"
    r"|up|down|more|fewer|change\w*)\s+"
    r"(?:on|from|than|since|over|upon)(?:\s+(?:in|at|the|end|of))*\s+"
    r"|\b(?:than|since|until|before)(?:\s+(?:in|at|the|end|of|figure|for))*\s+|\bcompared\s+(?:with|to)(?:\s+(?:the"
    r"|in|end|of|at|figure|for|that))*\s+"
    r"|\bbetween\s+|(?<!^)\bby\s+)$",
    re.IGNORECASE,
)
OF_ALL = re.compile(r"\b(?:both|all|each)\s+(?:as\s+)?(?:at|in|for|on)\s+(?:the\s+end\s+of\s+)?$")
BREAK = re.compile(r";|\.\s|,?\s+(?:whilst|while|whereas)\s")
# "40 and in March 2016 it was 43": a date after these belongs to the value that follows.
TURNS = re.compile(
    r"(?:[,;(]|\b(?:and|but|while|whilst|whereas|with)\b)\s*(?:(?:by|in|at|the|end|of|as|on|for|from|it|to"
    r"|between)\s+)*$",
    re.IGNORECASE,
)


def period_of(text: str, dates: Sequence[Dated], start: int, value_end: int, end: int) -> str | None:
    """The period of a value: the first date after it, before `end`, else the last one from `start` up to it.

    value_end: where the value ends. start, end: how far its words reach on each side, to the neighbouring values.
    """
    clause = BREAK.search(text, value_end, end)
    reach = clause.start() if clause else end
    last = end == len(text)
    after = [dated for dated in dates if value_end <= dated.start < reach and _is_of(text, value_end, dated, last)]
    before = [
        dated
        for dated in dates
        if start <= dated.start < value_end
        and not _is_compared(text, dated)
        and not (start and _is_of(text, start, dated, False))
    ]
    if after:
        return after[0].iso
    return before[-1].iso if before else _shared(text, dates, value_end)


def _shared(text: str, dates: Sequence[Dated], value_end: int) -> str | None:
    """The date behind several values that is said to be of them all: "41 and 43, both at 31 March 2015"."""
    shared = (dated.iso for dated in dates if dated.start >= value_end and OF_ALL.search(text[: dated.start][-40:]))
    return next(shared, None)


def _is_of(text: str, value_end: int, dated: Dated, last: bool) -> bool:
    """Whether a date behind a value is that value's; last: no other value follows that it could belong to."""
    # "188 (May 2013) to 161 (May 2015)": a date alone in brackets is that of the value before it.
    if text[value_end : dated.start].strip() == "(" and text[dated.end : dated.end + 1] == ")":
        return True
    turns = TURNS.search(text[value_end : dated.start])
    return not _is_compared(text, dated) and (last or not turns)


def leading(text: str, dates: Sequence[Dated], first_value: int) -> str | None:
    """The date that stands before every value of a sentence: "At 31 March 2017, ...".

    >>> text = "At 31 March 2017 the number was 12"
    >>> leading(text, dates_in(text), 32)
    '2017-03-31'
    """
    before = [dated for dated in dates if dated.end <= first_value and not _is_compared(text, dated)]
    return before[-1].iso if before else None


def _is_compared(text: str, dated: Dated) -> bool:
    return COMPARED_DATE.search(text[max(0, dated.start - 60) : dated.start]) is not None


ACADEMIC = re.compile(
    r"\b(?:academic|school)\s+years?\s*$|\b(?:summer|exams?|results|tests?)\s+(?:of|in|for)\s*$", re.IGNORECASE
)


def academic_year(text: str) -> str | None:
    """The school year that a text speaks of.

    >>> academic_year("in the academic year 2013-14")
    '2013/14'
    """
    for dated in dates_in(text):
        follows = re.match(r"\s+(?:academic|school)\s+year", text[dated.end :])
        if dated.precision == "financial_year" and (ACADEMIC.search(text[: dated.start]) or follows):
            return dated.iso
    return None


def year_before(period: str | None) -> str | None:
    """The same period a year earlier.

    >>> year_before("2016/17"), year_before("2017"), year_before("2017-09"), year_before("2024/25-Q3")
    ('2015/16', '2016', '2016-09', '2023/24-Q3')
    """
    if period is None:
        return None
    year = int(period[:4])
    if period[4:5] == "/":
        return f"{year - 1}/{year % 100:02}{period[7:]}"
    return f"{year - 1}{period[4:]}"


def quarter_before(period: str) -> str:
    """
    >>> quarter_before("2024/25-Q3"), quarter_before("2024/25-Q1")
    ('2024/25-Q2', '2023/24-Q4')
    """
    year, _, number = period.partition("-Q")
    return f"{year}-Q{int(number) - 1}" if int(number) > 1 else f"{year_before(year)}-Q4"


def financial_year(iso: str | None) -> str | None:
    """The financial year in which a period ends.

    >>> financial_year("2024/25-Q3"), financial_year("2025-01"), financial_year(None)
    ('2024/25', '2024/25', None)
    """
    if iso is None:
        return None
    if "/" in iso:
        return iso[:7]
    _, last, _ = span(iso)
    first = last.year if last.month > 3 else last.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def is_earlier(one: str, other: str) -> bool:
    """Whether a period ends before another does.

    >>> is_earlier("2024-09", "2024/25-Q3"), is_earlier("2024/25-Q3", "2024-12")
    (True, False)
    """
    return span(one)[1] < span(other)[1]


# "In Q2", "(Quarter 1: 85%)": a quarter without its year.
QUARTER_ALONE = re.compile(r"\b(?:Q|Qtr\.?\s?|[Qq]uarter\s)(?P<quarter>[1-4])\b")


def quarters_near(text: str, written: str | None, known: Sequence[Dated]) -> list[Dated]:
    """The quarters of a text printed without a year: the last such before the day that the document was written.

    known: the dates already read in the text.

    >>> [found.iso for found in quarters_near("88% in Q2 (Q4: 85%)", "2024/25-Q3", [])]
    ['2024/25-Q2', '2023/24-Q4']
    """
    year = financial_year(written)
    found: list[Dated] = []
    for match in QUARTER_ALONE.finditer(text) if year else ():
        if any(dated.start < match.end() and match.start() < dated.end for dated in known):
            continue
        iso = f"{year}-Q{match['quarter']}"
        if written and span(iso)[1] > span(written)[1]:
            iso = year_before(iso) or iso
        found.append(Dated(iso, match.start(), match.end(), "quarter"))
    return found
