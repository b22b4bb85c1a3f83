"""Dates as people type them into a filter: 7/2/18, 7 Feb 18, March, last week, 2017-18. The day comes first."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from reports.reading.dates import MONTH, dates_in, day_iso, month_number, span
from reports.register import PrintedDateField

LONGEST = 60
ENTER = "Enter a date such as 7 February 2018, 7/2/2018, March 2018, 2017/18, yesterday or last week."

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
YEAR = r"(?P<year>\d{2}|\d{4})"
ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
UNITS = {"day": 1, "week": 7, "fortnight": 14}


class NotADate(ValueError):
    """What was typed is no date; the sentence says what is wrong."""


class NoSuchDay(NotADate):
    """What was typed looks like a day, and no calendar has it."""


def typed_days(text: str, today: date) -> tuple[date, date]:
    """The first and the last day of what was typed; NotADate for what is none.

    >>> typed_days("7/2/18", date(2026, 11, 20))
    (datetime.date(2018, 2, 7), datetime.date(2018, 2, 7))
    >>> typed_days("last week", date(2026, 11, 20))
    (datetime.date(2026, 11, 9), datetime.date(2026, 11, 15))
    >>> typed_days("March", date(2026, 11, 20))
    (datetime.date(2026, 3, 1), datetime.date(2026, 3, 31))
    """
    said = " ".join(text.casefold().replace("’", "'").split())
    try:
        for pattern, days in FORMS:
            if match := re.fullmatch(pattern, said):
                return days(match, today)
        return _printed(text)
    except NotADate:
        raise
    except (ValueError, OverflowError):
        raise NotADate(ENTER) from None


def _printed(text: str) -> tuple[date, date]:
    """A date as papers print it, in full or as ISO text."""
    try:
        return span(text)[:2]
    except ValueError:
        found = dates_in(text)
        if len(found) != 1:
            raise
        return span(found[0].iso)[:2]


def _year(digits: str) -> int:
    number = int(digits)
    return number if len(digits) == 4 else number + (2000 if number < 70 else 1900)


def _a_day(year: int, month: int, day: int) -> tuple[date, date]:
    if month > 12 and day <= 12:
        raise NoSuchDay(f"Enter the day first, then the month: {month}/{day}/{year}.")
    iso = day_iso(year, month, day) if 1 <= year <= 9999 else None
    if iso is None:
        raise NoSuchDay("There is no such day. Check the day and the month.")
    return (date.fromisoformat(iso),) * 2


def _a_month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _in_numbers(found: re.Match[str], today: date) -> tuple[date, date]:
    return _a_day(_year(found["year"]), int(found["month"]), int(found["day"]))


def _in_words(found: re.Match[str], today: date) -> tuple[date, date]:
    return _a_day(_year(found["year"]), month_number(found["month"]), int(found["day"]))


def _without_year(found: re.Match[str], today: date) -> tuple[date, date]:
    """The last such day that was, today included."""
    month, day = month_number(found["month"]), int(found["day"])
    for year in range(today.year, today.year - 9, -1):
        if (iso := day_iso(year, month, day)) and date.fromisoformat(iso) <= today:
            return (date.fromisoformat(iso),) * 2
    raise NoSuchDay("There is no such day. Check the day and the month.")


def _month_of(found: re.Match[str], today: date) -> tuple[date, date]:
    return _a_month(_year(found["year"]), month_number(found["month"]))


def _month_alone(found: re.Match[str], today: date) -> tuple[date, date]:
    """The last such month that has begun."""
    month = month_number(found["month"])
    return _a_month(today.year - (month > today.month), month)


def _financial_year(start: int) -> tuple[date, date]:
    return date(start, 4, 1), date(start + 1, 3, 31)


def _years(found: re.Match[str], today: date) -> tuple[date, date]:
    """Two years that follow each other are a financial year: 2017-18, 17/18; 2018-03 is a month."""
    first, last = _year(found["first"]), found["last"]
    if (first + 1) % 10 ** len(last) != int(last):
        return _printed(found[0])
    return _financial_year(first)


def _day_near(found: re.Match[str], today: date) -> tuple[date, date]:
    return (today + timedelta(days={"yesterday": -1, "today": 0, "tomorrow": 1}[found[0]]),) * 2


def _weekday(found: re.Match[str], today: date) -> tuple[date, date]:
    """The last such day of the week; today is not meant by its own name where "last" is said."""
    ago = (today.weekday() - WEEKDAYS.index(found["weekday"])) % 7
    return (today - timedelta(days=ago or (7 if found["last"] else 0)),) * 2


def _ago(found: re.Match[str], today: date) -> tuple[date, date]:
    count, unit = int(found["count"]), found["unit"]
    if unit in UNITS:
        return (today - timedelta(days=count * UNITS[unit]),) * 2
    months = today.year * 12 + today.month - 1 - count * {"month": 1, "year": 12}[unit]
    year, month = divmod(months, 12)
    return (date(year, month + 1, min(today.day, monthrange(year, month + 1)[1])),) * 2


def _period(found: re.Match[str], today: date) -> tuple[date, date]:
    by = {"last": -1, "previous": -1, "this": 0, "next": 1}[found["which"]]
    if found["unit"] == "week":
        monday = today - timedelta(days=today.weekday() - 7 * by)
        return monday, monday + timedelta(days=6)
    if found["unit"] == "month":
        year, month = divmod(today.year * 12 + today.month - 1 + by, 12)
        return _a_month(year, month + 1)
    if found["unit"] == "financial year":
        return _financial_year(today.year - (today.month < 4) + by)
    return date(today.year + by, 1, 1), date(today.year + by, 12, 31)


BETWEEN = r"[\s,'./-]*"
# The surest form first. The text is in small letters, with single spaces.
FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], tuple[date, date]]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), days)
    for pattern, days in (
        (rf"(?P<day>\d{{1,2}})\s?(?P<mark>[./ -])\s?(?P<month>\d{{1,2}})\s?(?P=mark)\s?{YEAR}", _in_numbers),
        (rf"(?:[a-z]{{3,9}},? )?{ORDINAL}{BETWEEN}(?:of )?(?P<month>{MONTH}){BETWEEN}{YEAR}", _in_words),
        (rf"{ORDINAL}{BETWEEN}(?:of )?(?P<month>{MONTH})", _without_year),
        (rf"(?P<month>{MONTH}){BETWEEN}{YEAR}", _month_of),
        (rf"(?P<month>{MONTH})", _month_alone),
        (r"(?:fy ?)?(?P<first>\d{4}|\d{2}) ?[/–-] ?(?P<last>\d{4}|\d{2})", _years),
        (r"yesterday|today|tomorrow", _day_near),
        (rf"(?P<last>last )?(?P<weekday>{'|'.join(WEEKDAYS)})", _weekday),
        (r"(?P<count>\d{1,3}) (?P<unit>day|week|fortnight|month|year)s? ago", _ago),
        (r"(?P<which>last|previous|this|next) (?P<unit>week|month|financial year|year)", _period),
    )
)


def _iso(first: date, last: date) -> str | None:
    """The period as ISO text, where there is one for it."""
    if first == last:
        return first.isoformat()
    year = f"{first.year}/{(first.year + 1) % 100:02}"
    for iso in (f"{first:%Y-%m}", f"{first.year:04}", year):
        if span(iso)[:2] == (first, last):
            return iso
    return None


class DatePicker(forms.TextInput):
    """A text field beside which, with scripts, a calendar can be opened."""

    template_name = "django/forms/widgets/date_picker.html"


class TypedDateField(PrintedDateField):
    """A date as people type it; cleans to ISO text, a period that has none to its first day, or last if `ends`."""

    default_error_messages = {"invalid": ENTER}

    def __init__(self, *, ends: bool = False, **kwargs: Any) -> None:
        super().__init__(**{"widget": DatePicker, **kwargs})
        self.ends = ends

    def prepare_value(self, value: Any) -> Any:
        """What was typed; a day as the address has it, for people to read."""
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return super().prepare_value(value)
        return value

    def clean(self, value: Any) -> str:
        typed = forms.CharField.clean(self, value)
        if not typed:
            return ""
        try:
            first, last = typed_days(typed, timezone.localdate())
        except NotADate as wrong:
            raise forms.ValidationError(str(wrong), code="invalid") from None
        return _iso(first, last) or (last if self.ends else first).isoformat()
