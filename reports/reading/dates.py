"""Dates and periods as councils print them, and as ISO 8601 text that is as precise as the print and no more.

>>> [found.iso for found in dates_in("on 3 May and 7 June 2014, and in March 2015")]
['2014-05-03', '2014-06-07', '2015-03']
>>> in_words("2024/25-Q3")
'Quarter 3 2024/25'
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reports.reading.date_forms import (
    DASH,
    DAY,
    FORMS,
    MONTH,
    MONTH_ALONE,
    MONTHS,
    WEEKDAY,
    YEAR,
    YEARLESS,
    day_iso,
    form,
    month_number,
    number,
)

__all__ = [
    "DASH", "DAY", "MONTH", "MONTHS", "WEEKDAY", "YEAR", "Dated", "dates_in", "day_iso", "first_date",
    "in_words", "month_number", "span",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Dated:
    """A date found in a text: its ISO form, its place `text[start:end]` and how precise it is.

    precision: day, month, year, financial_year or quarter.
    """

    iso: str
    start: int
    end: int
    precision: str


# What stands before a date whose year it shares: "4, 11 and 18 January", "21 September and", "October to".
JOINT = rf"(?P<joint>\s*(?:,|;|&|/|{DASH}|,?\s?\band\b|,?\s?\bor\b|\bto\b|\buntil\b)\s*(?:(?:on|the)\s+)*)$"
DAY_MONTH_BEFORE = form(rf"{WEEKDAY}?\b(?P<day>{DAY})\s+(?P<month>{MONTH}){JOINT}")
DAY_BEFORE = form(rf"(?P<lead>\w*\.?\s*){WEEKDAY}?(?<![\d.,/£])\b(?P<day>{DAY}){JOINT}")
MONTH_BEFORE = form(rf"(?<!\d\s)(?<!th\s)(?<!st\s)\b(?P<month>{MONTH}){JOINT}")
NUMBERED = form(r"(?:item|paragraph|para|appendix|page|part|section|room|annex|minute|no|agenda|regulation)\.?\s*$")


def dates_in(text: str, year: int | None = None) -> list[Dated]:
    """The dates and periods of a text, in its order; `year` is the year of days printed without one.

    >>> dates_in("WEDNESDAY, 7\\nFEBRUARY 2018")
    [Dated(iso='2018-02-07', start=0, end=26, precision='day')]
    >>> [found.iso for found in dates_in("From 2016-17, by 31st March and on 07.02.18", year=2017)]
    ['2016/17', '2017-03-31', '2018-02-07']
    """
    return list(_dates(text, year))


# A text's dates are asked for again and again: by its figures, its meetings, its events.
@lru_cache(maxsize=2048)
def _dates(text: str, year: int | None) -> tuple[Dated, ...]:
    if not re.search(r"\d", text) and year is None:
        return ()
    found: list[Dated] = []
    for precision, pattern, iso in FORMS:
        for match in pattern.finditer(text):
            if _free(match, found) and (value := iso(match)):
                insort(found, Dated(value, match.start(), match.end(), precision), key=_start)
    for dated in list(found):
        _put(found, _before(text, dated))
    if year is not None:
        _put(found, _without_year(text, year))
    return tuple(found)


def _start(dated: Dated) -> int:
    return dated.start


def _put(found: list[Dated], more: Iterable[Dated]) -> None:
    """Adds dates at their places where nothing was read yet; found: in the text's order, and stays so."""
    for dated in more:
        if _free(dated, found):
            insort(found, dated, key=_start)


def first_date(text: str, year: int | None = None) -> str | None:
    """The ISO form of the first date or period in a text, None without one.

    >>> first_date("Report of the Director, October 31 2017")
    '2017-10-31'
    """
    found = dates_in(text, year)
    return found[0].iso if found else None


def _free(place: Dated | re.Match[str], found: list[Dated]) -> bool:
    start, end = (place.start, place.end) if isinstance(place, Dated) else place.span()
    index = bisect_left(found, end, key=_start)
    # None of them overlap: of those that begin before this one ends only the last may reach into it.
    return index == 0 or found[index - 1].end <= start


def _before(text: str, dated: Dated) -> Iterator[Dated]:
    """The dates of a list that take year (and month) from the date that ends it."""
    listed = dated.precision == "day" and not re.search(r"\d[./-]\d", text[dated.start : dated.end])
    bare = False
    while earlier := (_day_before(text, dated, bare) if listed else _month_before(text, dated)):
        bare = not re.search(MONTH, text[earlier.start : earlier.end], re.IGNORECASE)
        dated = earlier
        yield earlier


def _day_before(text: str, dated: Dated, bare: bool) -> Dated | None:
    window = max(0, dated.start - 60)
    before = text[window : dated.start]
    year, month, day = (int(part) for part in dated.iso.split("-"))
    if match := DAY_MONTH_BEFORE.search(before):
        named = month_number(match["month"])
        # "21 December to 4 January 2018" begins in the year before.
        iso = day_iso(year - (named > 9 and month < 4), named, number(match["day"]))
        return Dated(iso, window + match.start(), window + match.end("month"), "day") if iso else None
    match = DAY_BEFORE.search(before)
    # "Room 3, 14 May" is no list: a comma alone joins bare days only further left than an "and".
    if not match or NUMBERED.search(match["lead"]) or (match["joint"].strip() in {",", ";", "/"} and not bare):
        return None
    earlier = number(match["day"])
    iso = day_iso(year, month, earlier) if earlier < day else None
    return Dated(iso, window + match.start("day"), window + match.end("day"), "day") if iso else None


def _month_before(text: str, dated: Dated) -> Dated | None:
    window = max(0, dated.start - 60)
    match = MONTH_BEFORE.search(text[window : dated.start]) if dated.precision == "month" else None
    if not match or not match["month"][0].isupper():
        return None
    year, named, month = int(dated.iso[:4]), month_number(match["month"]), int(dated.iso[5:])
    return Dated(f"{year - (named > month)}-{named:02}", window + match.start(), window + match.end("month"), "month")


def _without_year(text: str, year: int) -> Iterator[Dated]:
    for pattern in YEARLESS:
        for match in pattern.finditer(text):
            if iso := day_iso(year, month_number(match["month"]), number(match["day"])):
                yield Dated(iso, match.start(), match.end(), "day")
    for match in MONTH_ALONE.finditer(text):
        yield Dated(f"{year}-{month_number(match['month']):02}", match.start("month"), match.end(), "month")


ISO = re.compile(r"(?P<year>\d{4})(?:/(?P<next>\d\d))?(?:-Q(?P<quarter>[1-4])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def span(iso: str) -> tuple[date, date, str]:
    """First day, last day and precision of an ISO date or period; ValueError for anything else.

    >>> span("2024/25-Q4")
    (datetime.date(2025, 1, 1), datetime.date(2025, 3, 31), 'quarter')
    >>> span("2018-02")
    (datetime.date(2018, 2, 1), datetime.date(2018, 2, 28), 'month')
    """
    match = ISO.fullmatch(iso)
    if not match or (match["next"] and (match["month"] or (int(match["year"]) + 1) % 100 != int(match["next"]))):
        raise ValueError(f"{iso!r} is no date or period")
    year = int(match["year"])
    if match["day"]:
        day = date.fromisoformat(iso)
        return day, day, "day"
    if match["month"]:
        return *_months(year, int(match["month"]), 1), "month"
    if match["quarter"]:
        first = 3 * int(match["quarter"]) - 2 + (3 if match["next"] else 0)
        return *_months(year + (first > 12), (first - 1) % 12 + 1, 3), "quarter"
    # A school's year is printed the same way as a council's: both are shown as the financial year.
    return *_months(year, 4 if match["next"] else 1, 12), "financial_year" if match["next"] else "year"


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last = month + count - 1
    last_year, last_month = year + (last - 1) // 12, (last - 1) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])


def in_words(iso: str) -> str:
    """An ISO date or period for people to read.

    >>> in_words("2018-02-07"), in_words("2016-03"), in_words("2016/17"), in_words("2024-Q3")
    ('7 February 2018', 'March 2016', '2016/17', 'Quarter 3 2024')
    """
    first, _, precision = span(iso)
    if precision == "day":
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    if precision == "month":
        return f"{MONTHS[first.month - 1]} {first.year}"
    if precision == "quarter":
        years, _, quarter = iso.partition("-Q")
        return f"Quarter {quarter} {years}"
    return iso
