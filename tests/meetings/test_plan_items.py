"""When two listings are of one item."""

from __future__ import annotations

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.plan_items import Listed, is_same, key_of, own_key, title_key

COUNCIL = uuid4()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Listed("Family hubs: hours", "KD2041"), Listed("Family hubs – opening hours", "kd 2041")),
        (Listed("Family hubs: a longer contract", "F2"), Listed("Family hubs: extension of the contract", "F2")),
        (Listed("Award of the contract for family hubs", decision_maker="Cabinet"),
         Listed("Award of a contract for the family hubs", decision_maker="The Cabinet")),
        (Listed("Fees of foster carers 2026/27", decision_maker="Cabinet"),
         Listed("Fees of foster carers 2026/27 and allowances", "F03", "Cabinet")),
    ],
)  # fmt: skip
def test_these_are_of_one_item(one, other):
    assert is_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Listed("Family hubs: hours", "KD2041"), Listed("Family hubs: hours", "KD2042")),
        (Listed("Family hubs: hours", "KD2041"), Listed("Repair of the sea wall", "KD2041")),
        (Listed("Revenue budget 2026/27"), Listed("Revenue budget 2027/28")),
        (Listed("Fees of foster carers", decision_maker="Cabinet"),
         Listed("Fees of foster carers", decision_maker="Director of Children's Services")),
        (Listed("School places"), Listed("School meals")),
        (Listed("Corporate plan", "F1", "Cabinet", paper=1), Listed("Corporate plan", "F1", "County Council", paper=1)),
    ],
)  # fmt: skip
def test_these_are_not_of_one_item(one, other):
    assert not is_same(one, other)


def test_an_item_is_known_again_by_what_a_paper_before_called_it():
    first = Listed("Short breaks", "F018/26", "Cabinet", paper=1)
    known = Listed("Short breaks", "F018/26", "Cabinet", paper=1, key=own_key(COUNCIL, first))

    again = key_of(COUNCIL, Listed("Short breaks in the north", "F018/26", "Director", paper=2), [known])

    assert again == known.key
    assert key_of(uuid4(), Listed("Short breaks", "F018/26", "Cabinet"), []) != known.key


def test_of_two_that_may_be_meant_the_one_of_the_same_body_is():
    for_cabinet = Listed("Corporate plan", "F1", "Cabinet", paper=1, key=uuid4())
    for_council = Listed("Corporate plan", "F1", "County Council", paper=1, key=uuid4())

    found = key_of(COUNCIL, Listed("Corporate plan", "F1", "County Council", paper=2), [for_cabinet, for_council])

    assert found == for_council.key


titles = st.text("abc -/26’", max_size=30)
listed = st.builds(
    Listed, titles, st.sampled_from(["", "F1", "f 1", "F2"]), st.sampled_from(["", "Cabinet", "Council"])
)


@given(listed, listed)
def test_what_one_is_to_another_the_other_is_to_it(one, other):
    if bool(one.decision_maker) == bool(other.decision_maker):
        assert is_same(one, other) == is_same(other, one)


@given(listed)
def test_what_is_listed_again_in_the_same_words_is_the_same_item(one):
    again = key_of(COUNCIL, one, [Listed(one.title, one.reference, one.decision_maker, key=own_key(COUNCIL, one))])

    assert again == own_key(COUNCIL, one)


@given(titles)
def test_the_words_of_a_title_do_not_change_when_taken_twice(title):
    assert title_key(title_key(title)) == title_key(title)
