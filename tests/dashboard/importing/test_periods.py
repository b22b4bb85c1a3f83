"""Periods as files print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.importing.periods import explore_period, lait_period


@pytest.mark.parametrize(
    ("year_type", "day"),
    [
        ("Annual", date(2024, 3, 31)),
        ("Annual (end of Sept)", date(2024, 9, 30)),
        ("Annual - January", date(2024, 1, 31)),
        ("Academic Year", date(2024, 8, 31)),
        ("Financial Year", date(2024, 3, 31)),
        ("Calendar Year", date(2024, 12, 31)),
        ("", date(2024, 3, 31)),
    ],
)
def test_a_year_of_the_long_table_ends_by_its_type(year_type, day):
    period = lait_period("2024", year_type)

    assert (period.date, period.months, period.status) == (day, 12, "")


@pytest.mark.parametrize(
    ("years", "year_type", "day", "months"),
    [
        ("2024-25", "Financial Year", date(2025, 3, 31), 12),
        ("2024-25 (OT)", "Financial Year", date(2025, 3, 31), 12),
        ("2023/24", "Academic Year", date(2024, 8, 31), 12),
        ("2014-16", "Calendar Year", date(2016, 12, 31), 36),
        ("2015-16", "Calendar Year", date(2016, 12, 31), 24),
        ("2015/16-17/18", "Financial Year", date(2018, 3, 31), 36),
        ("1999/00", "Academic Year", date(2000, 8, 31), 12),
        ("2019-2020", "Financial Year", date(2020, 3, 31), 12),
    ],
)
def test_longer_names_of_periods_are_understood(years, year_type, day, months):
    period = lait_period(years, year_type)

    assert (period.date, period.months) == (day, months)


@pytest.mark.parametrize(
    ("years", "status"),
    [
        ("2023 (Rev)", "revised"),
        ("2022 (Final)", "final"),
        ("2021 (prov)", "provisional"),
        ("2025(Prov)", "provisional"),
    ],
)
def test_what_is_said_of_a_period_is_its_status_and_not_its_name(years, status):
    period = lait_period(years, "Academic Year")

    assert (period.printed, period.status) == (years[:4], status)


def test_what_else_is_said_of_a_period_stays_in_its_name():
    assert lait_period("2024-25 (OT)", "Financial Year").printed == "2024-25 (OT)"


@pytest.mark.parametrize(
    "years", ["0", "", "2016-2012", "2016/18/20", "year", "20167", "2016/17-18", "1066", "２０１６ x"]
)
def test_rubbish_is_no_period(years):
    assert lait_period(years, "Financial Year") is None


@given(st.text(alphabet="0123456789/- ()Rev", max_size=15))
@settings(max_examples=50)
def test_whatever_is_printed_is_a_period_that_can_be_kept_or_none(years):
    period = lait_period(years, "Academic Year")

    assert period is None or (
        len(period.printed) <= 20 and period.months % 12 == 0 and 1950 <= period.date.year <= 2100
    )


@given(st.integers(1990, 2098))
@settings(max_examples=25)
def test_every_way_to_print_an_academic_year_ends_on_the_same_day(start):
    two = f"{(start + 1) % 100:02}"
    ways = [f"{start}/{two}", f"{start}-{two}", f"{start}/{start + 1}", str(start + 1)]

    assert {lait_period(way, "Academic Year").date for way in ways} == {date(start + 1, 8, 31)}
    assert explore_period(f"{start}{two}", "Academic year").date == date(start + 1, 8, 31)


@pytest.mark.parametrize(
    ("time_period", "identifier", "day"),
    [
        ("202425", "Academic year", date(2025, 8, 31)),
        ("202425", "Financial year", date(2025, 3, 31)),
        ("2025", "Calendar year", date(2025, 12, 31)),
        ("202425", "Tax year", date(2025, 4, 5)),
        ("2025", "Reporting year", date(2025, 9, 30)),
        ("2025", "reporting  YEAR", date(2025, 9, 30)),
    ],
)
def test_a_year_of_explore_education_statistics_ends_by_its_identifier(time_period, identifier, day):
    assert explore_period(time_period, identifier, "09-30").date == day


@pytest.mark.parametrize(
    ("time_period", "identifier"),
    [
        ("202425", "Autumn term"), ("2025", "January"), ("2025", "Week 12"), ("202425", "Financial year Q1"),
        ("202426", "Academic year"), ("2025", "Academic year"), ("", "Calendar year"), ("202425", "Calendar year"),
    ],
)  # fmt: skip
def test_what_is_no_whole_year_is_no_period(time_period, identifier):
    assert explore_period(time_period, identifier) is None
