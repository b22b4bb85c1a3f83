"""How old something is, and when it is due."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.due import age_in_words, months_before, months_between

days = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 22), date(2026, 11, 22), "0 days"),
        (date(2026, 11, 21), date(2026, 11, 22), "1 day"),
        (date(2026, 10, 22), date(2026, 11, 22), "1 month"),
        (date(2025, 11, 22), date(2026, 11, 22), "1 year"),
        (date(2023, 9, 13), date(2026, 11, 22), "3 years and 2 months"),
        (date(2026, 12, 1), date(2026, 11, 22), "0 days"),
    ],
)
def test_age_in_words(first, last, words):
    assert age_in_words(first, last) == words


@given(days, st.integers(0, 36))
def test_as_many_months_before_as_months_between(day, months):
    earlier = months_before(day, months)

    assert earlier <= day
    assert months_between(earlier, day) == months


@given(days, st.integers(0, 4000))
def test_no_month_is_counted_that_is_not_over(day, count):
    later = day + timedelta(days=count)

    assert months_between(day, later) <= count / 28
