"""What stated values say in words, for every polarity and for values that are missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import figures
from dashboard.figures import POLARITY, before, beside, change, formatted, latest, restated, sentence, sparkline

NUMBERS = st.decimals(-10_000_000, 10_000_000, places=4)
UNITS = st.sampled_from(["", "percent", "per_10000", "count", "gbp", "score", "ratio"])
POLARITIES = st.sampled_from(sorted(POLARITY))


@dataclass(frozen=True)
class Value:
    value: Decimal
    period: str = "2025-09"
    date: date | None = date(2025, 9, 30)
    precision: str = "month"


def value(number: str, period: str = "2025-09") -> Value:
    _, end, precision = figures.span(period)
    return Value(Decimal(number), period, end, precision)


VALUES = st.builds(
    lambda number, period: value(str(number), period),
    NUMBERS,
    st.sampled_from(["2024-09", "2025-03-31", "2023/24", "2024/25-Q2", "2022"]),
)


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [
        ("23.9000", "percent", "23.9%"),
        ("1234", "count", "1,234"),
        ("2570.0000", "gbp", "£2,570"),
        ("-170000.5", "gbp", "−£170,000.50"),
        ("35.2", "per_10000", "35.2 per 10,000"),
        ("14.1", "score", "14.1"),
        ("0", "", "0"),
        ("100.0000", "percent", "100%"),
    ],
)
def test_a_value_is_written_with_its_unit(number, unit, written):
    assert formatted(Decimal(number), unit) == written


@given(NUMBERS, UNITS)
def test_no_written_value_is_rounded(number, unit):
    written = formatted(number, unit).removesuffix(" per 10,000").strip("%").replace("£", "").replace(",", "")

    assert Decimal(written.replace("−", "-")) == number


def test_the_sentence_gives_value_change_and_comparison():
    told = sentence(
        "Children looked after per 10,000",
        "Wexcombe",
        value("41.2", "2025-09"),
        value("38", "2024-09"),
        [("England", value("70"))],
        unit="per_10000",
        polarity="neutral",
    )

    assert told == (
        "Children looked after per 10,000 in Wexcombe stood at 41.2 in September 2025, up from 38.0 in September 2024; "
        "England 70. Neither higher nor lower is better in itself: it depends."
    )


def test_the_sentence_dates_a_comparison_with_another_period():
    told = sentence(
        "Re-referrals", "Wexcombe", value("19"), None, [("England", value("22", "2023/24"))], unit="percent"
    )

    assert "; England 22% in 2023/24." in told


@given(VALUES, VALUES, st.lists(st.tuples(st.just("England"), VALUES), max_size=2), UNITS, POLARITIES)
def test_the_sentence_says_up_and_down_rightly(now, then, comparators, unit, polarity):
    told = sentence("Measure", "Wexcombe", now, then, comparators, unit=unit, polarity=polarity)

    assert (", up from " in told) == (now.value > then.value)
    assert (", down from " in told) == (now.value < then.value)
    assert (", the same as " in told) == (now.value == then.value)


@given(VALUES, VALUES, UNITS)
def test_the_sentence_calls_a_move_better_or_worse_only_where_a_direction_is(now, then, unit):
    told = {polarity: sentence("Measure", "Wexcombe", now, then, unit=unit, polarity=polarity) for polarity in POLARITY}

    assert ("which is better" in told["high"]) == ("which is worse" in told["low"]) == (now.value > then.value)
    assert ("which is worse" in told["high"]) == ("which is better" in told["low"]) == (now.value < then.value)
    assert "which is" not in told["neutral"]


@given(st.none() | VALUES, st.none() | VALUES, UNITS, POLARITIES)
def test_the_sentence_stands_with_missing_values(now, then, unit, polarity):
    told = sentence("Measure", "Wexcombe", now, then, unit=unit, polarity=polarity)

    assert told.endswith(POLARITY[polarity])
    assert "None" not in told
    assert ("has been stated" in told) == (now is None)


def test_a_value_without_a_period_says_so():
    told = sentence("Measure", "Wexcombe", Value(Decimal(3), "", None, "none"))

    assert told.startswith("Measure in Wexcombe stood at 3 in a period not stated.")


def test_the_latest_of_two_values_for_one_period_is_the_one_stated_last():
    stated = [value("40", "2025-06"), value("41", "2025-09"), value("42", "2025-09")]

    assert latest(stated) == stated[2]


def test_there_is_no_latest_of_nothing():
    assert latest([]) is None


def test_a_quarter_is_compared_with_a_quarter():
    year, quarter, now = value("400", "2024/25"), value("90", "2024/25-Q3"), value("95", "2025/26-Q1")

    assert before([quarter, year, now], now) == quarter


def test_nothing_is_before_a_value_without_a_period():
    assert before([value("40")], Value(Decimal(1), "", None, "none")) is None


def test_a_comparison_is_for_the_same_period_where_there_is_one():
    same, later = value("70", "2025-03-31"), value("71", "2025-09")

    assert beside([same, later], value("41", "2025-03-31")) == same
    assert beside([same, later], value("41", "2024-12")) == later


def test_restated_periods_are_those_with_differing_values():
    stated = [value("40", "2024/25"), value("40", "2024/25"), value("41", "2025-09"), value("42", "2025-09")]

    assert restated(stated) == ["2025-09"]


@given(VALUES, VALUES, POLARITIES)
def test_a_change_back_is_the_opposite(now, then, polarity):
    there, back = change(now, then, polarity), change(then, now, polarity)

    assert there.by == back.by >= 0
    assert {there.direction, back.direction} in ({"up", "down"}, {"same"})
    assert there.effect == {"better": "worse", "worse": "better", "": ""}[back.effect]


@given(st.lists(NUMBERS, min_size=2, max_size=20))
def test_a_small_line_stays_within_its_frame(numbers):
    spark = sparkline(numbers, width=120, height=32)

    ends = [tuple(float(part) for part in point.split(",")) for point in spark.points.split()]
    assert len(ends) == len(numbers)
    assert all(0 <= x <= 120 and 0 <= y <= 32 for x, y in ends)
    assert ends[-1] == (spark.x, spark.y)


def test_one_value_makes_no_line():
    assert sparkline([Decimal(3)]) is None
