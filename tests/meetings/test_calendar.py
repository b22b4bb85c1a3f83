"""Counting days: examples worked by hand with a wall calendar, and what must hold for all days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from meetings.calendar import (
    add_working_days,
    bank_holidays,
    callable_until,
    clear_days,
    clear_working_days,
    is_working_day,
    working_days_after,
)

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
COUNTS = st.integers(1, 60)


@pytest.mark.parametrize(
    ("day", "what"),
    [
        (date(2011, 4, 29), "a royal wedding"),
        (date(2012, 6, 5), "a jubilee"),
        (date(2020, 5, 8), "May Day moved to VE Day"),
        (date(2021, 12, 28), "Boxing Day on a Sunday"),
        (date(2022, 1, 3), "New Year on a Saturday"),
        (date(2022, 6, 2), "the spring holiday moved for a jubilee"),
        (date(2022, 6, 3), "a jubilee"),
        (date(2022, 9, 19), "a state funeral"),
        (date(2023, 5, 8), "a coronation"),
        (date(2026, 12, 28), "Boxing Day on a Saturday"),
    ],
)
def test_the_country_does_not_work_on(day, what):
    assert not is_working_day(day), what


@pytest.mark.parametrize("day", [date(2020, 5, 4), date(2022, 5, 30), date(2026, 3, 17), date(2026, 11, 30)])
def test_moved_holidays_and_those_of_other_nations_are_worked_on(day):
    assert is_working_day(day)


@pytest.mark.parametrize(
    ("published", "days", "last"),
    [
        # Monday to the next Monday, no holiday between.
        (date(2026, 11, 16), 5, date(2026, 11, 23)),
        # Wednesday before Easter: Thu 2; Good Friday, weekend and Easter Monday out; Tue 7, Wed 8, Thu 9, Fri 10.
        (date(2026, 4, 1), 5, date(2026, 4, 10)),
        # Good Friday itself.
        (date(2026, 4, 3), 3, date(2026, 4, 9)),
        # Friday 18 December 2026: 21, 22, 23, 24; Christmas Friday, weekend, Boxing Day on Monday 28; Tuesday 29.
        (date(2026, 12, 18), 5, date(2026, 12, 29)),
        # Christmas Eve of 2026: 29, 30, 31; New Year's Friday, weekend; 4 and 5 January.
        (date(2026, 12, 24), 5, date(2027, 1, 5)),
        # May 2023: Thursday 27 April: Fri 28, Mon 1 out, 2, 3, 4, 5.
        (date(2023, 4, 27), 5, date(2023, 5, 5)),
        # The coronation's Monday falls out: Friday 5 May: 9, 10, 11.
        (date(2023, 5, 5), 3, date(2023, 5, 11)),
        # Published on a Saturday.
        (date(2026, 11, 14), 1, date(2026, 11, 16)),
    ],
)
def test_a_call_in_ends_on_the_last_working_day(published, days, last):
    assert callable_until(published, days) == last


def test_neither_day_is_counted_in_clear_days():
    assert clear_days(date(2026, 3, 2), date(2026, 3, 31)) == 28
    assert clear_days(date(2026, 3, 2), date(2026, 3, 3)) == 0
    assert clear_days(date(2026, 3, 2), date(2026, 3, 2)) == 0
    assert clear_days(date(2026, 3, 3), date(2026, 3, 2)) == 0


def test_clear_working_days_leave_out_easter():
    # An agenda of Thursday 2 April 2026 for a meeting on Tuesday 14: Tue 7 to Fri 10 and Mon 13.
    assert clear_working_days(date(2026, 4, 2), date(2026, 4, 14)) == 5


@given(DAYS, COUNTS)
def test_a_working_day_is_never_a_weekend_or_a_bank_holiday(day, count):
    found = add_working_days(day, count)

    assert found.weekday() < 5
    assert found not in bank_holidays(found.year)


@given(DAYS, DAYS, COUNTS)
def test_a_later_day_never_gives_an_earlier_end(one, other, count):
    first, second = sorted((one, other))

    assert add_working_days(first, count) <= add_working_days(second, count)
    assert add_working_days(first, count) < add_working_days(first, count + 1)


@given(DAYS, COUNTS, COUNTS)
def test_days_add_up(day, one, other):
    assert add_working_days(add_working_days(day, one), other) == add_working_days(day, one + other)


@given(DAYS, COUNTS)
def test_counting_back_undoes_counting_on(day, count):
    assume(is_working_day(day))

    assert add_working_days(add_working_days(day, count), -count) == day


@given(DAYS, COUNTS)
def test_as_many_working_days_lie_after_a_day_as_were_added(day, count):
    last = add_working_days(day, count)

    assert working_days_after(day, last) == count
    assert clear_working_days(day, last) == count - 1


@given(DAYS, st.integers(0, 400))
def test_clear_working_days_are_some_of_the_clear_days(day, later):
    last = day + timedelta(days=later)

    assert 0 <= clear_working_days(day, last) <= clear_days(day, last)


@given(DAYS)
def test_no_days_on_is_the_day_itself_or_the_next_working_day(day):
    found = add_working_days(day, 0)

    assert is_working_day(found)
    assert (found == day) == is_working_day(day)
    assert found == day or found == add_working_days(day, 1)
