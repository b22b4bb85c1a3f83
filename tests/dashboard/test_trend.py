"""Directions of travel: by a line through a window of years, with its uncertainty, never by the last step."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.trend import distances, effect, trend


@dataclass(frozen=True)
class Value:
    value: Decimal | None
    date: date | None


def values(*numbers: float | None, first: int = 2015) -> list[Value]:
    """One value a year, from the first year on; None is a gap."""
    return [
        Value(None if number is None else Decimal(str(number)), date(first + n, 3, 31))
        for n, number in enumerate(numbers)
    ]


NUMBERS = st.lists(st.integers(0, 1000), min_size=5, max_size=7)


def test_a_series_that_climbs_every_year_rises():
    travels = trend(values(10, 11.2, 11.9, 13.1, 14, 15.2))

    assert (travels.direction, travels.n, travels.first, travels.last) == (
        "rising", 6, date(2015, 3, 31), date(2020, 3, 31),
    )  # fmt: skip
    assert travels.slope == pytest.approx(17.8 / 17.5, abs=0.001)
    assert travels.low < travels.slope < travels.high


def test_slope_interval_and_chance_are_those_of_the_textbook():
    # Reckoned apart from this program: x of 0 to 4, y of 1, 3, 2, 5, 4, by days that are a year apart.
    days = [Value(Decimal(y), date.fromordinal(730000 + round(n * 365.25))) for n, y in enumerate((1, 3, 2, 5, 4))]

    travels = trend(days)

    assert travels.slope == pytest.approx(0.8, abs=1e-3)
    assert (travels.low, travels.high) == (pytest.approx(-0.303, abs=2e-3), pytest.approx(1.903, abs=2e-3))
    assert travels.p == pytest.approx(0.104, abs=1e-3)
    assert travels.direction == "no clear trend"


def test_values_that_jump_about_have_no_clear_trend():
    assert trend(values(10, 14, 9, 15, 8, 13)).direction == "no clear trend"


def test_one_value_throughout_is_no_trend():
    travels = trend(values(10, 10, 10, 10, 10))

    assert (travels.direction, travels.slope, travels.p) == ("no clear trend", 0, 1)


@pytest.mark.parametrize("numbers", [(), (1,), (1, 2, 3, 4), (1, 2, None, 3, 4)])
def test_fewer_than_five_values_say_nothing(numbers):
    assert trend(values(*numbers)) is None


def test_only_the_window_counts():
    fallen_then_risen = values(*range(50, 40, -1), *range(40, 47))

    assert trend(fallen_then_risen).direction == "rising"
    assert trend(fallen_then_risen, None).direction == "falling"


def test_a_gap_is_left_out_and_is_not_nought():
    with_gap, without = values(10, 11, None, 13, 14, 15), values(10, 11, 12, 13, 14, 15)

    assert trend(with_gap).slope == pytest.approx(trend(without).slope, rel=1e-3)


@pytest.mark.parametrize(
    ("numbers", "polarity", "said"),
    [
        ((1, 2, 3, 4, 5), "high", "better"),
        ((1, 2, 3, 4, 5), "low", "worse"),
        ((5, 4, 3, 2, 1), "low", "better"),
        ((5, 4, 3, 2, 1), "high", "worse"),
        ((1, 2, 3, 4, 5), "neutral", ""),
        ((1, 2, 3, 4, 5), "", ""),
        ((1, 5, 2, 6, 1), "high", ""),
    ],
)
def test_a_trend_is_good_or_bad_only_where_a_direction_is(numbers, polarity, said):
    assert effect(trend(values(*numbers)), polarity) == said


def test_coming_nearer_to_a_target_is_better_from_either_side():
    above, below = values(30, 28, 26, 24, 22), values(10, 12, 14, 16, 18)

    for points in (above, below):
        assert effect(trend(points), "target", distances(points, Decimal(20))) == "better"
        assert effect(trend(points[:1]), "target", None) == ""


@settings(max_examples=50)
@given(NUMBERS)
def test_turned_about_a_rise_is_a_fall(numbers):
    there, back = trend(values(*numbers)), trend(values(*(-number for number in numbers)))

    assert {there.direction, back.direction} in ({"rising", "falling"}, {"no clear trend"})
    assert there.slope == pytest.approx(-back.slope, abs=1e-9)
    assert there.p == pytest.approx(back.p, abs=1e-9)


@settings(max_examples=50)
@given(NUMBERS, st.integers(1, 9))
def test_a_direction_is_named_when_chance_alone_would_seldom_make_it(numbers, factor):
    travels = trend(values(*numbers))

    assert 0 <= travels.p <= 1
    assert not math.isnan(travels.slope)
    assert travels.clear == (travels.p < 0.05) or math.isclose(travels.p, 0.05, abs_tol=1e-6)
    assert trend(values(*(number * factor for number in numbers))).direction == travels.direction


@settings(max_examples=30)
@given(st.integers(0, 100), st.integers(0, 100))
def test_the_last_two_values_alone_make_no_direction(last, before):
    """Five level years and then any two steps: a line needs more than that where the first of the two goes back."""
    level = [50, 50, 50, 50, 50]
    steps = sorted([before, last], reverse=before < last)

    travels = trend(values(*level, *steps[:1], 50))

    assert travels.direction == "no clear trend"
