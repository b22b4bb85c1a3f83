"""When something is due and how old it is, in words: plain functions on dates."""

from __future__ import annotations

from datetime import date


def months_between(first: date, last: date) -> int:
    """Whole months from one day to another; 0 where the second comes first.

    >>> months_between(date(2026, 4, 22), date(2026, 11, 22)), months_between(date(2026, 4, 23), date(2026, 11, 22))
    (7, 6)
    """
    months = (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day)
    return max(months, 0)


def age_in_words(first: date, last: date) -> str:
    """How long something took or takes, as people say it.

    >>> age_in_words(date(2026, 11, 16), date(2026, 11, 22)), age_in_words(date(2024, 10, 1), date(2026, 11, 22))
    ('6 days', '2 years and 1 month')
    """
    months = months_between(first, last)
    if months >= 12:
        years, rest = divmod(months, 12)
        return counted(years, "year") + (f" and {counted(rest, 'month')}" if rest else "")
    return counted(months, "month") if months else counted(max((last - first).days, 0), "day")


def counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or the last of that month where it is shorter.

    >>> months_before(date(2026, 5, 31), 3)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    for last in range(day.day, 27, -1):
        try:
            return date(year, month + 1, last)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
