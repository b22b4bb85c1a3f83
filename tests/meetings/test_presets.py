"""The periods in which a council thinks."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.presets import PRESETS, Known, NotKnown, is_cabinet, is_full_council, known_from, periods

TODAY = date(2026, 11, 22)
COUNCIL = (date(2025, 5, 14), date(2026, 3, 24), date(2026, 5, 20), date(2026, 10, 14))
CABINET = (date(2026, 9, 14), date(2026, 10, 12), date(2026, 11, 16), date(2026, 12, 14))


def told(name: str, **known):
    period = PRESETS[name][1](Known(**{"today": TODAY, "council": COUNCIL, "cabinet": CABINET, **known}))
    return period.first.isoformat(), period.last.isoformat(), period.words


@pytest.mark.parametrize(
    ("name", "first", "last", "words"),
    [
        ("since-council", "2026-10-14", "2026-11-22", "Since the last full Council, 14 October 2026"),
        (
            "cabinet-cycle", "2026-10-13", "2026-11-16",
            "Last cabinet cycle, 13 October 2026 to the meeting on 16 November 2026",
        ),
        ("municipal-year", "2026-05-20", "2027-05-14", "This municipal year, from the annual meeting on 20 May 2026"),
        (
            "last-municipal-year", "2025-05-14", "2026-05-19",
            "Last municipal year, from the annual meeting on 14 May 2025 to 19 May 2026",
        ),
        ("financial-year", "2026-04-01", "2027-03-31", "This financial year, from 1 April 2026"),
        ("30-days", "2026-10-23", "2026-11-22", "Last 30 days"),
        ("90-days", "2026-08-24", "2026-11-22", "Last 90 days"),
    ],
)  # fmt: skip
def test_each_period_says_what_it_took(name, first, last, words):
    assert told(name) == (first, last, words)


def test_without_an_annual_meeting_the_municipal_year_begins_on_15_may_and_says_why():
    first, _, words = told("municipal-year", council=(date(2026, 10, 14),))

    assert first == "2026-05-15"
    assert words == "This municipal year, from 15 May 2026 (the register knows no annual meeting of that May)"


@pytest.mark.parametrize(
    ("today", "first"),
    [
        ("2026-05-19", "2025-05-14"),
        ("2026-05-20", "2026-05-20"),
        ("2027-05-14", "2026-05-20"),
        ("2027-05-15", "2027-05-15"),
    ],
)
def test_the_municipal_year_changes_on_the_day_of_the_annual_meeting(today, first):
    assert told("municipal-year", today=date.fromisoformat(today))[0] == first


def test_the_annual_meeting_is_the_first_of_may():
    assert told("municipal-year", council=(date(2026, 5, 27), date(2026, 5, 13)))[0] == "2026-05-13"


def test_a_council_that_meets_today_is_not_yet_the_last_one():
    assert told("since-council", today=date(2026, 10, 14))[0] == "2026-05-20"


def test_a_cabinet_that_is_still_to_come_ends_no_cycle():
    assert told("cabinet-cycle", today=date(2026, 12, 14))[:2] == ("2026-11-17", "2026-12-14")


@pytest.mark.parametrize(
    ("name", "known", "why"),
    [
        ("since-council", {"council": ()}, "the register knows no meeting of full Council"),
        ("since-council", {"council": (date(2027, 1, 5),)}, "the register knows no meeting of full Council"),
        ("cabinet-cycle", {"cabinet": CABINET[:1]}, "no two meetings of Cabinet"),
        ("since-council", {"several": True}, "choose one council first"),
    ],
)
def test_a_period_that_cannot_be_told_says_why(name, known, why):
    with pytest.raises(NotKnown, match=why):
        told(name, **known)


def test_what_cannot_be_told_is_not_offered_and_explained():
    offered, missing = periods(Known(TODAY))

    assert set(offered) == {"municipal-year", "last-municipal-year", "financial-year", "30-days", "90-days"}
    assert missing["since-council"].startswith("“Since the last full Council” cannot be offered: the register knows no")


def test_of_several_councils_none_tells_the_municipal_year():
    words = told("municipal-year", several=True)[2]

    assert words == "This municipal year, from 15 May 2026 (several councils are shown)"


@given(st.dates(date(1900, 1, 1), date(2200, 1, 1)), st.lists(st.dates(date(1990, 1, 1), date(2100, 1, 1)), max_size=9))
def test_the_municipal_years_follow_each_other_and_today_is_in_this_one(today, council):
    offered, _ = periods(Known(today, council=tuple(sorted(council))))
    this, last = offered["municipal-year"], offered["last-municipal-year"]

    assert last.first <= last.last == this.first - timedelta(days=1)
    assert this.first <= today <= this.last


@pytest.mark.parametrize(
    ("key", "council", "is_one"),
    [
        ("council", "Wexcombe County Council", True),
        ("county council", "Wexcombe County Council", True),
        ("wexcombe county council", "Wexcombe County Council", True),
        ("full council", "Holt", True),
        ("annual council", "Holt", True),
        ("wexcombe full council", "Wexcombe County Council", True),
        ("meeting of the council", "Holt", True),
        ("youth council", "Holt", False),
        ("parish council", "Holt", False),
        ("council tax panel", "Holt", False),
    ],
)
def test_full_council_is_told_from_other_bodies(key, council, is_one):
    assert is_full_council(key, council) == is_one


@pytest.mark.parametrize(
    ("key", "is_one"),
    [
        ("cabinet", True), ("the executive", True), ("executive board", True), ("wexcombe cabinet", True),
        ("executive committee", True), ("childrens services cabinet panel", False), ("shadow cabinet", False),
        ("cabinet committee", False), ("executive member for children", False),
    ],
)  # fmt: skip
def test_the_cabinet_is_told_from_its_panels(key, is_one):
    assert is_cabinet(key, "Wexcombe County Council") == is_one


def test_days_are_sorted_and_each_is_there_once():
    day, earlier = date(2026, 3, 24), date(2026, 1, 5)
    known = known_from(TODAY, [("Holt", "council", day), ("Holt", "full council", day), ("Holt", "council", earlier)])

    assert known.council == (earlier, day)
