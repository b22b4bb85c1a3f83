"""Ratings by the council's own rule, for each polarity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.rating import rating
from tests.dashboard.lines import aim


def rated(value: float, polarity: str, **said) -> tuple[str, str]:
    found = rating(Decimal(str(value)), aim(**said), polarity)
    return (found.state, found.colour) if found else ("", "")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (90, ("met", "green")),
        (95, ("met", "green")),
        (89.9, ("floor met", "amber")),
        (80, ("floor met", "amber")),
        (79.9, ("floor missed", "red")),
    ],
)
def test_where_higher_is_better_the_floor_is_below_the_target(value, said):
    assert rated(value, "high", target=90, floor=80) == said


@pytest.mark.parametrize(
    ("value", "said"), [(10, ("met", "green")), (12, ("floor met", "amber")), (12.1, ("floor missed", "red"))]
)
def test_where_lower_is_better_the_floor_is_above_the_target(value, said):
    assert rated(value, "low", target=10, floor=12) == said


def test_without_a_floor_a_missed_target_is_not_red():
    assert rated(12, "low", target=10) == ("not met", "")


def test_a_floor_alone_is_met_or_missed():
    assert rated(12, "low", floor=12) == ("floor kept", "")
    assert rated(13, "low", floor=12) == ("floor missed", "red")


@pytest.mark.parametrize(
    ("value", "said"), [(50, ("met", "green")), (47, ("near", "green")), (53, ("near", "green")), (54, ("off", "red"))]
)
def test_near_a_target_is_as_near_as_the_council_tolerates(value, said):
    assert rated(value, "target", target=50, tolerance=3) == said


def test_near_a_target_without_a_tolerance_is_not_judged():
    assert rated(51, "target", target=50) == ("not met", "")


@pytest.mark.parametrize(("value", "state"), [(29, "below"), (30, "within"), (40, "within"), (41, "above")])
def test_a_neutral_measure_has_thresholds_and_no_colour(value, state):
    assert rated(value, "neutral", lower=30, upper=40, target=35, floor=20) == (state, "")


def test_nothing_is_rated_without_a_value_an_aim_or_a_polarity():
    assert rating(None, aim(target=1), "high") is None
    assert rating(Decimal(1), None, "high") is None
    assert rating(Decimal(1), aim(target=1), "") is None
    assert rating(Decimal(1), aim(target=1), "neutral") is None
    assert rating(Decimal(1), aim(lower=1), "high") is None


@settings(max_examples=50)
@given(*[st.none() | st.integers(-50, 50)] * 5, st.integers(-60, 60), st.sampled_from(["neutral", ""]))
def test_nothing_gives_a_neutral_measure_a_colour(target, floor, tolerance, lower, upper, value, polarity):
    said = {"target": target, "floor": floor, "tolerance": tolerance, "lower": lower, "upper": upper}

    found = rating(Decimal(value), aim(**{name: one for name, one in said.items() if one is not None}), polarity)

    assert found is None or (found.colour == "" and "target" not in found.words)
