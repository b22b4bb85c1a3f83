"""The watch list: what is on it and why, and who is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import watching
from dashboard.models import DefinitionChange
from dashboard.series import Figures
from dashboard.watching import IMPROVED, NEAR, OUTSIDE, STEADY, WORSE, Comparator, Listed, WatchList, watched
from tests.dashboard.lines import aim, figures

ENGLAND = Comparator("nation", "England")
YEARS = range(2019, 2026)
RISING = dict(zip(YEARS, (15, 16, 17.2, 18, 19.1, 20, 21), strict=True))
FALLING = dict(zip(YEARS, (21, 20, 19.1, 18, 17.2, 16, 15), strict=True))
WOBBLING = dict(zip(YEARS, (20, 22, 19, 21, 20, 22, 21), strict=True))
AT_18 = dict.fromkeys(YEARS, 18)
OPPOSITES = {"high": "low", "low": "high"}

few = settings(max_examples=50, deadline=None)
values = st.decimals(0, 100, places=1)
series = st.lists(values, min_size=5, max_size=7).map(lambda found: dict(zip(YEARS, found, strict=False)))


def listed(polarity: str, own: dict[int, Any], nation: dict[int, Any] = AT_18, **said: Any) -> WatchList:
    return watched([figures(polarity, own=own, nation=nation, **said)], ENGLAND)


def why(found: WatchList) -> str:
    """What came of the only measure: a part of the list, or the reason for which it was left out."""
    return str([*found.tested, *found.left_out][0].why)


@pytest.mark.parametrize(
    ("polarity", "own", "expected"),
    [
        ("low", RISING, WORSE),
        ("high", RISING, IMPROVED),
        ("low", FALLING, IMPROVED),
        ("low", {year: value + 10 for year, value in FALLING.items()}, IMPROVED),
        ("low", {year: value - 10 for year, value in RISING.items()}, NEAR),
        ("low", WOBBLING, NEAR),
        ("high", WOBBLING, STEADY),
        ("high", AT_18, STEADY),
    ],
)
def test_a_measure_stands_where_comparison_and_trend_put_it(polarity, own, expected):
    assert why(listed(polarity, own)) == expected


def test_the_sentence_says_the_value_the_comparator_and_the_trend_with_its_uncertainty():
    (one,) = listed("low", RISING).worse

    assert one.sentence.startswith("21.0% at 31 March 2025, higher than England (18.0%), which is worse; ")
    assert "rose by about 1 percentage point a year" in one.sentence
    assert "probably between" in one.sentence
    assert one.sentence.endswith("which is worse.")


def test_what_is_nearly_a_trend_is_told_with_its_chance():
    jump = AT_18 | {2025: 19}

    (one,) = listed("low", jump).near

    assert "it may be getting worse: chance alone would make a line as steep one time in" in one.sentence


@pytest.mark.parametrize(
    ("polarity", "own", "nation", "reason"),
    [
        ("neutral", RISING, AT_18, watching.NO_THRESHOLDS),
        ("target", RISING, AT_18, watching.NO_TARGET),
        ("low", {2024: 15, 2025: 21}, AT_18, watching.TOO_FEW),
        ("low", RISING, {2024: 18}, watching.NO_COMPARATOR),
        ("low", RISING | {2026: "c"}, AT_18, watching.SUPPRESSED),
        ("low", RISING | {2026: "x"}, AT_18 | {2026: 18}, watching.SUPPRESSED),
        ("low", {2025: "c"}, AT_18, watching.SUPPRESSED),
        ("low", {}, AT_18, watching.NO_VALUE),
    ],
)
def test_what_cannot_be_tested_is_left_out_and_told_why(polarity, own, nation, reason):
    found = listed(polarity, own, nation)

    assert found.reasons == [(reason, 1)]
    assert found.listed == ()


def test_a_series_that_ended_for_everybody_is_tested_by_its_last_values():
    assert why(listed("low", RISING | {2026: "-"})) == WORSE


def test_nothing_but_the_comparators_line_is_compared_with():
    one = figures("low", own=RISING, nation=AT_18, mean={**AT_18, 2025: 25})

    assert why(watched([one], ENGLAND)) == WORSE
    assert why(watched([one], Comparator("mean", "the mean of its neighbours"))) == NEAR
    assert why(watched([one], Comparator("region", "the region"))) == watching.NO_COMPARATOR


def test_a_trend_does_not_reach_back_over_a_change_of_what_is_counted():
    def changed(*day: int) -> WatchList:
        change = DefinitionChange(date=date(*day), words="Counted anew")
        return watched([replace(figures("low", own=RISING, nation=AT_18), changes=(change,))], ENGLAND)

    assert why(changed(2022, 4, 1)) == watching.CHANGED
    assert why(changed(2021, 3, 31)) == WORSE


@pytest.mark.parametrize(("bounds", "expected"), [({"upper": 20}, OUTSIDE), ({"lower": 10, "upper": 30}, STEADY)])
def test_a_neutral_measure_is_held_against_the_councils_own_thresholds_alone(bounds, expected):
    (one,) = listed("neutral", RISING, aim=aim(**bounds)).tested

    assert one.why == expected
    assert "worse" not in one.sentence
    assert "threshold" in one.sentence


def test_distances_count_where_nearer_to_the_target_is_better():
    away = listed("target", RISING, aim=aim(target=15))
    towards = listed("target", RISING, aim=aim(target=21))

    assert why(away) == WORSE
    assert why(towards) == IMPROVED


def test_stated_figures_of_a_later_period_stand_beside_and_change_nothing():
    one = figures("low", own=RISING, nation=AT_18)
    later = figures("low", own={2026: 2}).official
    with_stated = Figures(one.indicator, one.council, one.official, stated=replace(later, measure=None))

    (found,) = watched([with_stated], ENGLAND).worse

    assert found.stated is not None
    assert found.stated.text == "2%"
    assert found.sentence == watched([one], ENGLAND).worse[0].sentence


@few
@given(series, series)
def test_a_neutral_measure_without_thresholds_is_never_listed(own, nation):
    assert watched([figures("neutral", own=own, nation=nation)], ENGLAND).tested == ()


@few
@given(st.sampled_from(["high", "low"]), series, series)
def test_with_the_polarity_turned_round_worse_and_improved_change_places(polarity, own, nation):
    straight = watched([figures(polarity, own=own, nation=nation)], ENGLAND)
    turned = watched([figures(OPPOSITES[polarity], own=own, nation=nation)], ENGLAND)

    if straight.worse:
        assert turned.improved
    for one in straight.improved:
        stood_better = one.beside is not None and one.beside.effect == "better"
        assert bool(turned.worse) == stood_better
        assert turned.worse or turned.near


@few
@given(st.sampled_from(["high", "low", "target"]), values, values, values)
def test_the_last_two_values_alone_put_nothing_on_the_list(polarity, before, last, england):
    """Neither where they are all that is known, nor where all before them was the same."""
    aimed = aim(target=50)
    short = figures(polarity, aim=aimed, own={2024: before, 2025: last}, nation=dict.fromkeys(YEARS, england))
    flat = dict.fromkeys(YEARS, before) | {2025: last}
    jumped = figures(polarity, aim=aimed, own=flat, nation=dict.fromkeys(YEARS, england))

    assert watched([short], ENGLAND).tested == ()
    found = watched([jumped], ENGLAND)
    assert found.worse == found.improved == ()


@few
@given(series, series, st.sampled_from(["high", "low", "target", "neutral"]))
def test_every_measure_is_in_one_place(own, nation, polarity):
    found = watched([figures(polarity, own=own, nation=nation)], ENGLAND)

    parts = (found.worse, found.near, found.improved, found.outside, found.steady, found.left_out)
    assert sum(len(part) for part in parts) == 1
    assert all(isinstance(one, Listed) for one in found.listed)
