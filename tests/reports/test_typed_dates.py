"""Dates as people type them into a filter."""

from datetime import date

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

from reports.reading.dates import MONTHS, span
from reports.typed_dates import NoSuchDay, NotADate, TypedDateField, typed_days

FRIDAY = date(2026, 11, 20)
DAYS = st.dates(date(1970, 1, 1), date(2069, 12, 31))


def days(text: str, today: date = FRIDAY) -> tuple[str, str]:
    first, last = typed_days(text, today)
    return first.isoformat(), last.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "7/2/18", "07/02/2018", "7.2.18", "07.02.2018", "7-2-2018", "7 2 18", "7 Feb 18", "7 February 2018",
        "7th Feb. 2018", "Wednesday 7 February 2018", "2018-02-07", "  7  FEBRUARY 2018 ", "7 Feb '18",
    ],
)  # fmt: skip
def test_a_day_may_be_typed_in_many_ways_and_the_day_comes_first(text):
    assert days(text) == ("2018-02-07", "2018-02-07")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Feb 2018", "2018-02-01", "2018-02-28"),
        ("February '18", "2018-02-01", "2018-02-28"),
        ("2018-02", "2018-02-01", "2018-02-28"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("2017-18", "2017-04-01", "2018-03-31"),
        ("2017/2018", "2017-04-01", "2018-03-31"),
        ("17/18", "2017-04-01", "2018-03-31"),
        ("2011-12", "2011-04-01", "2012-03-31"),
        ("Q3 2024/25", "2024-10-01", "2024-12-31"),
        ("today", "2026-11-20", "2026-11-20"),
        ("Yesterday", "2026-11-19", "2026-11-19"),
        ("last week", "2026-11-09", "2026-11-15"),
        ("this week", "2026-11-16", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("last year", "2025-01-01", "2025-12-31"),
        ("this financial year", "2026-04-01", "2027-03-31"),
        ("3 weeks ago", "2026-10-30", "2026-10-30"),
        ("9 months ago", "2026-02-20", "2026-02-20"),
        ("Friday", "2026-11-20", "2026-11-20"),
        ("last Friday", "2026-11-13", "2026-11-13"),
        ("March", "2026-03-01", "2026-03-31"),
        ("December", "2025-12-01", "2025-12-31"),
        ("21 November", "2025-11-21", "2025-11-21"),
        ("29 February", "2024-02-29", "2024-02-29"),
    ],
)
def test_periods_and_words_for_days_are_understood(text, first, last):
    assert days(text) == (first, last)


def test_a_month_back_from_a_long_one_ends_with_the_shorter_one():
    assert days("1 month ago", date(2026, 3, 31)) == ("2026-02-28", "2026-02-28")
    assert days("last month", date(2026, 1, 9)) == ("2025-12-01", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("31/2/2018", "There is no such day"),
        ("31 April", "no such day"),
        ("2/13/2018", "13/2/2018"),
        ("1/1/0000", "no"),
    ],
)
def test_what_looks_like_a_day_and_is_none_says_why(text, why):
    with pytest.raises(NoSuchDay, match=why):
        typed_days(text, FRIDAY)


@pytest.mark.parametrize("text", ["soonish", "7 to 9 March 2018", "18/20", "2018-99", "5", "\x00", "1e9", "٣ weeks"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NotADate, match="Enter a date such as"):
        typed_days(text, FRIDAY)


@given(DAYS, st.sampled_from("/.- "), st.booleans())
def test_every_day_in_numbers_is_read_as_itself(day, mark, short):
    year = f"{day.year % 100:02}" if short else str(day.year)

    assert typed_days(f"{day.day}{mark}{day.month}{mark}{year}", FRIDAY) == (day, day)


@given(DAYS)
def test_every_day_in_words_is_read_as_itself(day):
    assert typed_days(f"{day.day} {MONTHS[day.month - 1]} {day.year}", FRIDAY) == (day, day)


@given(st.text(max_size=70), st.dates())
def test_no_text_is_more_than_a_wrong_date(text, today):
    try:
        first, last = typed_days(text, today)
    except NotADate:
        return
    assert first <= last


@given(st.text(max_size=70))
def test_the_field_cleans_to_iso_text_or_says_what_is_wrong(text):
    field, said = TypedDateField(required=False), {}

    try:
        said["iso"] = field.clean(text)
    except forms.ValidationError as wrong:
        said["wrong"] = wrong.messages

    assert said.get("wrong") or said["iso"] == "" or span(said["iso"])


def test_a_period_without_iso_text_is_its_first_day_or_as_an_end_its_last(monkeypatch):
    monkeypatch.setattr("reports.typed_dates.timezone.localdate", lambda: FRIDAY)

    assert TypedDateField().clean("last week") == "2026-11-09"
    assert TypedDateField(ends=True).clean("last week") == "2026-11-15"
    assert TypedDateField().clean("last month") == "2026-10"
    assert TypedDateField().clean("2017-18") == "2017/18"


def test_what_was_typed_stays_as_it_was_and_a_day_of_an_address_is_put_in_words():
    assert TypedDateField().prepare_value("7/2/18") == "7/2/18"
    assert TypedDateField().prepare_value("2018-02-07") == "7 February 2018"
    assert TypedDateField().prepare_value("2018-02-31") == "2018-02-31"
