"""What a period of official statistics is called in files, and when it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dashboard.models import OfficialValue

Status = OfficialValue.Status
OLDEST, NEWEST = 1950, 2100
LONGEST_NAME = 20
# By the year types of the interactive tool's dictionary; the first that a type begins with.
YEAR_TYPES = {
    "annual (end of sept": "09-30",
    "annual - jan": "01-31",
    "annual": "03-31",
    "academic": "08-31",
    "financial": "03-31",
    "calendar": "12-31",
}
STATED = {
    "prov": Status.PROVISIONAL, "provisional": Status.PROVISIONAL, "p": Status.PROVISIONAL,
    "rev": Status.REVISED, "revised": Status.REVISED, "r": Status.REVISED,
    "final": Status.FINAL, "f": Status.FINAL,
}  # fmt: skip
YEARS = re.compile(r"(\d{4})(?:([/-])(\d{4}|\d\d)(?:-(\d{4}|\d\d)/(\d{4}|\d\d))?)?")
NOTED = re.compile(r"(?P<years>[\d/-]+)\s*(?:\((?P<note>[\w &.]{1,12})\))?")

# The years of explore education statistics by their time identifier. Of a reporting year the file does not say when it
# ends, nor of one without identifier.
IDENTIFIERS = {
    "academic year": "08-31", "financial year": "03-31", "calendar year": "12-31", "tax year": "04-05",
    "reporting year": "", "": "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Period:
    """`printed` is the period's name without what it says of its status, `months` how long it is."""

    printed: str
    date: date
    months: int = 12
    status: str = ""


def lait_period(years: str, year_type: str, otherwise: str = "03-31") -> Period | None:
    """A period of the interactive tool's long table; `otherwise` is when a year of unknown type ends.

    None of what names no year.

    >>> lait_period("2015/16-17/18", "Financial Year")
    Period(printed='2015/16-17/18', date=datetime.date(2018, 3, 31), months=36, status='')
    >>> str(lait_period("2023 (Rev)", "Academic Year").status)
    'revised'
    """
    if not (found := NOTED.fullmatch(" ".join(years.replace("–", "-").split()))):
        return None
    ends = next((day for kind, day in YEAR_TYPES.items() if year_type.casefold().startswith(kind)), otherwise)
    if (last := _last_year(found["years"], calendar=ends == "12-31")) is None:
        return None
    note = (found["note"] or "").strip()
    status = STATED.get(note.casefold(), "")
    printed = found["years"] if status or not note else f"{found['years']} ({note})"
    return Period(printed, _day(last[0], ends), last[1], status) if len(printed) <= LONGEST_NAME else None


def _last_year(years: str, *, calendar: bool) -> tuple[int, int] | None:
    """The year in which a period ends, and its months.

    `2016-17` is one year unless years are calendar years; `2014-16` is three years pooled, `2013/14-15/16` too.
    """
    if not (found := YEARS.fullmatch(years)):
        return None
    start = int(found[1])
    if found[4]:
        first, begins = _year(found[3], start), _year(found[4], start)
        last = _year(found[5], begins)
        proper = found[2] == "/" and first == start + 1 and last == begins + 1 and begins > start
        return _within(last, 12 * (last - first + 1)) if proper else None
    last = _year(found[3], start) if found[3] else start
    if found[3] and not start < last <= start + 10:
        return None
    one = last == start or (last == start + 1 and not (calendar and found[2] == "-"))
    return _within(last, 12 if one else 12 * (last - start + 1))


def _within(year: int, months: int) -> tuple[int, int] | None:
    return (year, months) if OLDEST <= year <= NEWEST else None


def _year(printed: str, start: int) -> int:
    """`17` after 2016 is 2017, `00` after 1999 is 2000."""
    if len(printed) == 4:
        return int(printed)
    year = start - start % 100 + int(printed)
    return year if year >= start else year + 100


def explore_period(time_period: str, identifier: str, reporting_ends: str = "03-31") -> Period | None:
    """A year of explore education statistics; None of what is no year (a term, a month) and of what is no period.

    >>> explore_period("202425", "Academic year").date, explore_period("2025", "Reporting year", "09-30").date
    (datetime.date(2025, 8, 31), datetime.date(2025, 9, 30))
    """
    ends = IDENTIFIERS.get(plain(identifier))
    if ends is None or (year := _ends_in(time_period.strip(), identifier)) is None:
        return None
    return Period(time_period.strip(), _day(year, ends or reporting_ends))


def _ends_in(time_period: str, identifier: str) -> int | None:
    two = re.fullmatch(r"(\d{4})[/-]?(\d\d)", time_period)
    if two and not plain(identifier).startswith("calendar"):
        year = int(two[1]) + 1
        return year if year % 100 == int(two[2]) and OLDEST <= year <= NEWEST else None
    # Years that span two calendar years are printed with both.
    one = re.fullmatch(r"\d{4}", time_period) and plain(identifier) in ("calendar year", "reporting year", "")
    return int(time_period) if one and OLDEST <= int(time_period) <= NEWEST else None


def plain(identifier: str) -> str:
    """A time identifier without regard to case and spaces."""
    return " ".join(identifier.casefold().split())


def _day(year: int, ends: str) -> date:
    return date.fromisoformat(f"{year:04}-{ends}")
