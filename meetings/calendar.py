"""Counting days as the law and councils' constitutions do: working days and clear days. Pure; of England.

A working day is a day from Monday to Friday that is no bank holiday in England.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

DAY = timedelta(days=1)
SATURDAY = 5


@lru_cache(maxsize=256)
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays of a year, with substitute days and those proclaimed once."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year, expand=False))


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def add_working_days(day: date, count: int) -> date:
    """The working day that is `count` working days after a day, or before it where `count` is below nought.

    The day itself is never counted; `count` 0 gives the day itself where it is a working day, else the next one.

    >>> add_working_days(date(2026, 4, 1), 5)
    datetime.date(2026, 4, 10)
    """
    step = -DAY if count < 0 else DAY
    if count == 0:
        return day if is_working_day(day) else add_working_days(day, 1)
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def working_days_after(day: date, until: date) -> int:
    """How many working days there are after a day, up to and with another; 0 where that is not later."""
    return sum(map(is_working_day, _between(day, until + DAY)))


def clear_days(first: date, last: date) -> int:
    """How many days lie between two days, neither of them counted; 0 where there is none.

    >>> clear_days(date(2026, 3, 2), date(2026, 3, 31))
    28
    """
    return max((last - first).days - 1, 0)


def clear_working_days(first: date, last: date) -> int:
    """How many working days lie between two days, neither of them counted."""
    return sum(map(is_working_day, _between(first, last)))


def callable_until(day: date, working_days: int) -> date:
    """The last day of a call-in: the last of so many working days after the day that it is counted from."""
    return add_working_days(day, working_days)


def _between(first: date, last: date) -> list[date]:
    return [first + DAY * number for number in range(1, (last - first).days)]
