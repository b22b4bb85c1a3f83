"""The card of a measure: what its latest value is held against."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dashboard.card import card
from dashboard.cohorts import counted_by
from dashboard.series import Figures, Line, Lines, Point
from dashboard.written import apart, rounded, slope, written
from tests.dashboard.lines import aim, figures, line


def stated(of: Figures, values: dict[str, float], **targets: float) -> Figures:
    """The same figures with values that papers state, by the last day of their periods."""

    def points(said: dict[str, float]) -> tuple[Point, ...]:
        days = {day: date.fromisoformat(day) for day in said}
        return tuple(Point(days[day], day, "day", Decimal(str(one)), f"at {day}") for day, one in said.items())

    lines = [Line("Wexcombe", "own", points(values))]
    lines += [Line("Wexcombe", "own", points({max(values): one}), role) for role, one in targets.items()]
    of.stated = Lines(tuple(lines))
    return of


def test_a_change_is_between_consecutive_years_only():
    assert [move.what for move in card(figures(own={2024: 20, 2025: 21})).main.moves] == ["year"]
    assert card(figures(own={2023: 20, 2025: 21})).main.moves == ()
    assert card(figures(own={2023: 20, 2024: "c", 2025: 21})).main.moves == ()


def test_what_papers_state_changes_since_the_last_value_and_since_a_year_ago():
    of = stated(figures(), {"2024-06-30": 20, "2025-03-31": 24, "2025-06-30": 23})

    moves = card(of).main.moves

    assert [(move.what, move.then.value, move.direction) for move in moves] == [
        ("period", 24, "down"),
        ("year", 20, "up"),
    ]


def test_official_figures_come_first_and_stated_ones_beside_them():
    made = card(stated(figures(own={2025: 21}), {"2025-06-30": 23}))

    assert (made.main.series, made.main.now.value) == ("official", 21)
    assert (made.beside.series, made.beside.now.value) == ("stated", 23)


def test_where_official_figures_have_no_number_stated_ones_come_first():
    made = card(stated(figures(own={2025: "c"}), {"2025-06-30": 23}))

    assert made.main.series == "stated"
    assert made.beside is None
    assert made.official.gap.symbol == "c"


def test_england_is_compared_for_the_same_period_and_else_only_told():
    same, other = (card(figures(own={2025: 21}, nation={year: 22})).main.at("nation") for year in (2025, 2024))

    assert (same.direction, same.effect) == ("lower", "better")
    assert (other.direction, other.effect, other.number.when) == ("", "", "at 31 March 2024")


@pytest.mark.parametrize("polarity", ["high", "low"])
def test_numbers_of_children_are_not_compared_with_larger_areas(polarity):
    found = card(figures(polarity, "count", own={2025: 21}, nation={2025: 2200})).main.at("nation")

    assert (found.direction, found.effect, found.number.text) == ("", "", "2,200")


def test_what_is_compared_is_what_is_shown():
    found = card(figures(own={2025: 21}, mean={2025: 21.004}))

    assert found.main.at("mean").direction == "same"
    assert found.main.at("mean").number.text == "21.0%"


def test_nearer_to_the_target_is_better():
    found = card(figures("target", aim=aim(target=20, tolerance=1), own={2024: 23, 2025: 19}, nation={2025: 22})).main

    assert found.rating.state == "near"
    assert found.moves[0].effect == "better"
    assert found.at("nation").effect == "better"


def test_a_paper_is_held_to_the_target_that_it_prints():
    of = stated(figures("low", aim=aim(target=10)), {"2025-06-30": 23}, target=25, floor=30)

    assert card(of).main.rating.state == "met"
    assert card(of).aims == "target 25%, floor 30%"


def test_an_aim_holds_for_its_time():
    of = figures("low", aim=aim(target=30), own={2025: 21})
    of.aims[0].until = date(2024, 12, 31)

    assert card(of).main.rating is None


def test_a_small_line_is_not_drawn_over_a_gap():
    assert card(figures(own={2023: 1, 2024: 2, 2025: 3})).spark
    assert card(figures(own={2023: 1, 2024: "c", 2025: 3})).spark is None
    assert card(figures(own={2025: 3})).spark is None


def test_provisional_values_are_marked_and_final_ones_are_not():
    of = figures()
    for status, said in (("provisional", "provisional"), ("final", "")):
        of.official = Lines((line({2025: 3}, status=status),))
        assert card(of).main.status == said


def test_a_rate_and_its_number_are_named_alike():
    assert counted_by("children-looked-after-rate") == "children-looked-after-number"
    assert counted_by("unaccompanied-children-percent") == "unaccompanied-children-number"
    assert counted_by("children-looked-after-number") == ""


@pytest.mark.parametrize(
    ("value", "most", "said"), [("24.025", 2, "24.03"), ("20.1", 2, "20.1"), ("-0.125", 2, "-0.13"), ("5", 0, "5")]
)
def test_a_half_is_rounded_away_from_nought(value, most, said):
    assert rounded(Decimal(value), most) == Decimal(said)


def test_differences_of_percentages_are_in_percentage_points():
    assert apart(Decimal("-1.2"), "percent") == "1.2 percentage points"
    assert apart(Decimal("1"), "percent") == "1 percentage point"
    assert apart(Decimal("120"), "gbp") == "£120"
    assert written(Decimal("38"), "percent", 1) == "38.0%"


@pytest.mark.parametrize(("number", "said"), [(0.012345, "0.012"), (-1.26, "-1.3"), (1234.5, "1235"), (0.0, "0")])
def test_a_slope_is_told_with_two_figures(number, said):
    assert slope(number) == Decimal(said)
