"""Ranks and quartiles: the best first, ties at the smallest place, and none where no direction is better."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.models import Indicator
from dashboard.ranking import quartile, rank, ranks
from dashboard.series import figures_of
from reports.models import Council
from tests.dashboard.official import official

VALUES = st.lists(st.integers(0, 50).map(Decimal), min_size=1, max_size=60)


def numbers(*values: float) -> list[Decimal]:
    return [Decimal(str(value)) for value in values]


def test_the_lowest_is_first_where_lower_is_better():
    found = rank(Decimal(8), numbers(9, 10, 11), "low")

    assert (found.place, found.of, found.ties) == (1, 4, 0)
    assert rank(Decimal(8), numbers(9, 10, 11), "high").place == 4


def test_areas_with_one_value_share_the_smaller_place():
    found = rank(Decimal(9), numbers(8, 9, 9, 12), "low")

    assert (found.place, found.ties) == (2, 2)
    assert rank(Decimal(12), numbers(8, 9, 9, 9), "low").place == 5


@pytest.mark.parametrize("polarity", ["neutral", "", "target"])
def test_nothing_is_ranked_where_no_direction_is_better(polarity):
    assert rank(Decimal(9), numbers(8, 10), polarity) is None
    assert quartile(Decimal(9), numbers(*range(100)), polarity) == ""


@pytest.mark.parametrize(
    ("own", "polarity", "letter"),
    [(1, "low", "A"), (26, "low", "B"), (51, "low", "C"), (99, "low", "D"), (99, "high", "A"), (1, "high", "D")],
)
def test_a_is_the_best_quarter_and_d_the_last(own, polarity, letter):
    others = numbers(*(n for n in range(101) if n != own))

    found = rank(Decimal(own), others, polarity)

    assert found.quartile == letter
    assert found.colour == {"A": "green", "D": "red"}.get(letter, "")


def test_a_value_on_the_border_of_the_best_quarter_belongs_to_it_where_lower_is_better():
    values = numbers(*range(101))

    assert [quartile(Decimal(own), values, "low") for own in (25, 26, 50, 51, 75, 76)] == list("ABBCCD")
    assert [quartile(Decimal(own), values, "high") for own in (25, 26, 50, 51, 75, 76)] == list("DCCBBA")


def test_few_areas_have_no_quarters():
    assert rank(Decimal(1), numbers(*range(2, 20)), "low").quartile == ""
    assert rank(Decimal(1), numbers(*range(2, 21)), "low").quartile == "A"


@settings(max_examples=50)
@given(st.integers(0, 50).map(Decimal), VALUES)
def test_the_two_directions_mirror_each_other(own, others):
    low, high = rank(own, others, "low"), rank(own, others, "high")

    assert low.place + high.place + low.ties == low.of + 1
    assert 1 <= low.place <= low.of == len(others) + 1


@pytest.mark.django_db
def test_all_authorities_with_a_value_are_ranked_and_the_neighbours_apart(django_assert_num_queries):
    values = {"Wexcombe": {2024: 1, 2025: 20}, "Larchester": {2025: 18}, "Ness": {2025: "c"}, "Holmshire": {2024: 1}}
    official("re-referrals-percent", values | {"England": {2025: 1}, "Far Marl": {2025: 30}, "Fenwick": {2025: 10}})
    of = figures_of([Indicator.objects.get(pk="re-referrals-percent")], Council.objects.get(), AnonymousUser())

    with django_assert_num_queries(1):
        found = ranks(of)["re-referrals-percent"]

    assert (found.authorities.place, found.authorities.of) == (3, 4)
    assert (found.neighbours.place, found.neighbours.of) == (2, 2)


@pytest.mark.django_db
@pytest.mark.parametrize("slug", ["children-looked-after-rate", "foster-households-number"])
def test_neutral_measures_and_numbers_of_children_are_not_ranked(slug):
    official(slug, {"Wexcombe": {2025: 20}, "Larchester": {2025: 18}})

    assert ranks(figures_of([Indicator.objects.get(pk=slug)], Council.objects.get(), AnonymousUser())) == {}
