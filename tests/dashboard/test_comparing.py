"""An authority beside others for one period: values, places, distances, and the order of the rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.comparing import ALSO, Around, Comparison, comparison, periods, until
from dashboard.models import Area, Neighbour
from dashboard.series import OTHER, Compared, Figures, Lines
from tests.dashboard.lines import figures, line

DAY = date(2025, 3, 31)
NAMES = ("Larchester", "Ness", "Holmshire")

few = settings(max_examples=50, deadline=None)


def around() -> Around:
    """Wexcombe with three neighbours."""
    own = Area(pk=1, name="Wexcombe", level="authority")
    areas = [Area(pk=pk, name=name, level="authority") for pk, name in enumerate(NAMES, start=2)]
    near = tuple(Neighbour(area=own, neighbour=area, rank=n) for n, area in enumerate(areas, start=1))
    return Around(Compared(own, None, tuple(areas), None), near, ())


def beside(own: object, near: dict[str, object], polarity: str = "low", **places: dict) -> Figures:
    """A measure with values of one year: the authority's own, its neighbours' by name, and others by place."""
    one = figures(polarity, **({"own": {2025: own}} if own is not None else {}), **places)
    others = tuple(replace(line({2025: value}, "nation"), name=name, place=OTHER) for name, value in near.items())
    return replace(one, official=Lines((*one.official, *others), one.official.measure))


def compare(of: Figures, **said) -> Comparison:
    return comparison(of, around(), DAY, **said)


def places(found: Comparison) -> dict[str, int | None]:
    return {row.name: row.rank.place if row.rank else None for row in found.areas}


@pytest.mark.parametrize(
    ("polarity", "expected"),
    [
        ("low", {"Wexcombe": 2, "Larchester": 1, "Ness": 2, "Holmshire": 4}),
        ("high", {"Wexcombe": 2, "Larchester": 4, "Ness": 2, "Holmshire": 1}),
        ("neutral", dict.fromkeys(("Wexcombe", *NAMES))),
        ("target", dict.fromkeys(("Wexcombe", *NAMES))),
    ],
)
def test_a_place_is_given_where_a_direction_is_better_and_shared_by_equals(polarity, expected):
    found = compare(beside(12, {"Larchester": 10, "Ness": 12, "Holmshire": 15}, polarity))

    assert places(found) == expected


def test_how_far_each_is_from_the_authority_is_said():
    found = compare(beside(12, {"Larchester": 10.5, "Ness": 12, "Holmshire": 15}, nation={2025: 13}))

    assert [row.apart for row in found.areas] == [
        "", "1.5 percentage points lower", "the same", "3.0 percentage points higher",
    ]  # fmt: skip
    assert [(row.name, row.apart) for row in found.beside] == [("England", "1.0 percentage points higher")]
    assert not any(row.rank for row in found.beside)


def test_what_has_no_value_says_why_and_has_no_place():
    found = compare(beside("c", {"Larchester": "x", "Ness": 12}))

    assert [row.words for row in found.areas] == [
        "suppressed, since few children are counted", "not available", "", "nothing published",
    ]  # fmt: skip
    assert places(found) == {"Wexcombe": None, "Larchester": None, "Ness": None, "Holmshire": None}


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("likeness", ["Wexcombe", "Larchester", "Ness", "Holmshire"]),
        ("highest", ["Holmshire", "Wexcombe", "Ness", "Larchester"]),
        ("lowest", ["Ness", "Wexcombe", "Holmshire", "Larchester"]),
        ("name", ["Holmshire", "Larchester", "Ness", "Wexcombe"]),
    ],
)
def test_rows_stand_in_the_order_that_is_asked_for(order, names):
    found = compare(beside(12, {"Larchester": "c", "Ness": 10, "Holmshire": 15}), order=order)

    assert [row.name for row in found.areas] == names


def test_one_more_authority_is_placed_with_the_others_but_only_once():
    of = beside(12, {"Larchester": 10})
    marl = replace(line({2025: 9}), name="Marl", place=ALSO)

    found = compare(of, also=marl)

    assert (found.areas[-1].name, found.areas[-1].place) == ("Marl", ALSO)
    assert places(found)["Wexcombe"] == 3
    assert len(compare(of, also=replace(marl, name="Larchester")).areas) == 4


def test_a_period_is_one_that_some_area_has_a_value_for():
    of = figures("low", own={2023: "c", 2024: 5}, nation={2025: 4})

    assert periods(of) == [(date(2025, 3, 31), "31 March 2025"), (date(2024, 3, 31), "31 March 2024")]


def test_nothing_later_is_left_in_the_figures_as_they_stood():
    of = until(figures("low", own={2023: 4, 2024: 5, 2025: 6}), date(2024, 12, 31))

    assert of.official.own is not None
    assert [point.date for point in of.official.own.points] == [date(2023, 3, 31), date(2024, 3, 31)]


@few
@given(
    st.sampled_from(["high", "low", "neutral", "target"]),
    st.one_of(st.none(), st.just("c"), st.decimals(0, 100, places=1)),
    st.dictionaries(st.sampled_from(NAMES), st.one_of(st.just("x"), st.decimals(0, 100, places=1))),
)
def test_every_area_stands_once_with_a_value_or_with_words_and_ranked_only_by_a_direction(polarity, own, near):
    found = compare(beside(own, near, polarity))

    assert sorted(row.name for row in found.areas) == sorted(("Wexcombe", *NAMES))
    assert all(bool(row.number) != bool(row.words) for row in found.areas)
    known = [row for row in found.areas if row.number]
    ranked = polarity in ("high", "low") and len(known) > 1
    assert all(bool(row.rank) == ranked for row in known)
    assert all(row.rank.of == len(known) for row in known if row.rank)
