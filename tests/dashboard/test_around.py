"""Values before and after a day: right periods, right words, and never a word of why."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.around import NOT_WHY, around, begins
from dashboard.series import NATION, OWN, Line, Lines, Point

DAY = date(2022, 10, 4)
CAUSE = ("because", "due to", "caused", "led to", "result of", "thanks to", "impact", "effect of")


def measure(polarity: str = "low", unit: str = "percent") -> SimpleNamespace:
    return SimpleNamespace(name="Re-referrals", unit=unit, polarity=polarity)


def point(year: int, value: str | None, *, months: int = 12, symbol: str = "") -> Point:
    day = date(year, 3, 31)
    when = f"in the year to 31 March {year}" if months else f"at 31 March {year}"
    number = None if value is None else Decimal(value)
    return Point(day, str(year), "year", number, when, symbol, source=SimpleNamespace(months=months))


def series(own: dict[int, str | None], nation: dict[int, str] | None = None, **said) -> Lines:
    lines = [Line("Wexcombe", OWN, tuple(point(year, value, **said) for year, value in own.items()))]
    if nation:
        lines.append(Line("England", NATION, tuple(point(year, value, **said) for year, value in nation.items())))
    return Lines(tuple(lines))


FALLS = {2021: "22", 2022: "21.5", 2023: "21", 2024: "20", 2025: "18", 2026: "17"}


def test_the_last_period_that_ended_before_stands_before_the_first_that_end_a_year_and_two_after():
    told = around(series(FALLS), DAY, measure())

    assert [(row.place, row.own.point.period) for row in told.rows] == [
        ("Before", "2022"), ("12 months after or later", "2024"), ("24 months after or later", "2025"),
        ("Latest", "2026"),
    ]  # fmt: skip


def test_one_period_may_be_the_first_a_year_after_and_the_latest():
    told = around(series({2022: "21.5", 2024: "20"}), DAY, measure())

    assert [row.place for row in told.after] == ["12 months after or later, and latest"]


def test_the_period_in_which_the_day_lies_says_that_it_began_before():
    told = around(series({2022: "21.5", 2023: "21"}), DAY, measure())

    [row] = told.after
    assert (row.place, row.astride) == ("Latest", True)
    assert "a period that began before the decision" in told.sentence


def test_a_count_of_one_day_has_no_period_to_begin_before():
    told = around(series({2022: "21.5", 2023: "21"}, months=0), DAY, measure())

    assert not told.after[0].astride
    assert begins(told.after[0].own.point) == date(2023, 3, 31)


def test_england_is_told_over_the_same_time():
    told = around(series(FALLS, {2022: "23.0", 2026: "22.4"}), DAY, measure())

    assert told.sentence == (
        "Re-referrals in Wexcombe stood in the year to 31 March 2022 at 21.5%, before the decision; in the year to 31 "
        "March 2026 at 17.0%, lower by 4.5 percentage points, which is better. England went from 23.0% to 22.4% over "
        f"the same time. {NOT_WHY}"
    )


@pytest.mark.parametrize("polarity", ["neutral", "", "target"])
def test_where_neither_is_better_nothing_is_said_to_be(polarity):
    told = around(series(FALLS), DAY, measure(polarity))

    assert "better" not in told.sentence
    assert "worse" not in told.sentence
    assert "lower by 4.5 percentage points" in told.sentence


def test_across_a_change_of_what_is_counted_nothing_is_compared():
    told = around(series(FALLS, {2022: "23", 2026: "22"}), DAY, measure(), changes=[date(2024, 4, 1)])

    assert "the two cannot be compared" in told.sentence
    assert not any(word in told.sentence for word in ("better", "lower by", "England went"))


def test_a_change_after_the_latest_value_breaks_nothing():
    assert around(series(FALLS), DAY, measure(), changes=[date(2030, 4, 1), date(2020, 4, 1)]).broken == ()


def test_a_suppressed_value_is_no_value():
    told = around(series({2021: "22", 2022: None, 2024: "20"}), DAY, measure())

    assert told.before.own.point.period == "2021"


def test_without_a_value_before_or_after_it_says_so():
    assert "No value from before the decision" in around(series({2024: "20"}), DAY, measure()).sentence
    assert "No later value" in around(series({2021: "20"}), DAY, measure()).sentence
    assert around(series({2021: None}), DAY, measure()) is None
    assert around(Lines(), DAY, measure()) is None


def test_a_quarter_is_not_held_against_a_year():
    quarter = Point(date(2026, 6, 30), "2026/27-Q1", "quarter", Decimal(5), "in quarter 1 of 2026/27")
    year = Point(date(2022, 3, 31), "2021/22", "year", Decimal(20), "in 2021/22")
    lines = Lines((Line("Wexcombe", OWN, (year, quarter)),))

    told = around(lines, DAY, measure())

    assert (told.before.own.point, told.after) == (year, ())


numbers = st.decimals(min_value=0, max_value=100, places=1)


@settings(max_examples=50)
@given(
    st.dictionaries(st.integers(2015, 2030), numbers, min_size=1),
    st.dictionaries(st.integers(2015, 2030), numbers),
    st.dates(date(2016, 1, 1), date(2029, 12, 31)),
    st.sampled_from(["high", "low", "target", "neutral"]),
)
def test_whatever_the_values_before_is_before_and_nothing_says_why(own, nation, day, polarity):
    mine, theirs = ({year: str(value) for year, value in values.items()} for values in (own, nation))

    told = around(series(mine, theirs), day, measure(polarity))

    assert told.before is None or told.before.own.point.date < day
    assert all(row.own.point.date >= day for row in told.after)
    assert [row.own.point.date for row in told.after] == sorted({row.own.point.date for row in told.after})
    assert not any(word in told.sentence.casefold() for word in CAUSE)
    if told.before and told.after:
        better = told.after[-1].own.value < told.before.own.value
        same = told.after[-1].own.value == told.before.own.value
        said = "which is better" in told.sentence, "which is worse" in told.sentence
        wanted = {"low": (better, not better), "high": (not better, better)}.get(polarity, (False, False))
        assert said == ((False, False) if same else wanted)
