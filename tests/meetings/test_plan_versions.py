"""One plan against another: what is new, moved, decided and gone, how often moved, and what notice was given."""

from __future__ import annotations

from dataclasses import dataclass, fields
from uuid import UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.plan_versions import Comparison, compare, is_move, notice, sharing_a_reference, slippage

SPACE = UUID(int=0)


@dataclass(frozen=True)
class Line:
    title: str
    printed_date: str = "2026-12-14"
    decision_maker: str = "Cabinet"
    reference: str = ""
    key_decision: bool | None = True

    @property
    def key(self) -> UUID:
        return uuid5(SPACE, self.reference or self.title)


def titles(found: Comparison) -> dict[str, list[str]]:
    groups = {one.name: [item.line.title for item in getattr(found, one.name)] for one in fields(found)}
    return {name: said for name, said in groups.items() if said}


def compared(before, after, history=None, ended=None) -> Comparison:
    return compare(before, after, history=history or {}, ended=ended or {}, published={})


def test_items_are_new_moved_changed_as_before_decided_or_gone():
    before = [Line("Hubs"), Line("Homes"), Line("Fees"), Line("Playschemes"), Line("Admissions")]
    after = [Line("Hubs"), Line("Homes", "2027-01-18"), Line("Fees", decision_maker="Director"), Line("Transport")]

    found = compared(before, after, ended={Line("Playschemes").key: "Decided on 16 November"})

    assert titles(found) == {
        "new": ["Transport"], "moved": ["Homes"], "changed": ["Fees"], "unchanged": ["Hubs"],
        "decided": ["Playschemes"], "gone": ["Admissions"],
    }  # fmt: skip
    assert found.changed[0].changes == (("Decision maker", "Cabinet", "Director"),)
    assert found.decided[0].ending == "Decided on 16 November"


def test_without_a_plan_before_all_is_new():
    assert titles(compared([], [Line("Hubs"), Line("Homes")])) == {"new": ["Hubs", "Homes"]}


def test_a_date_told_more_exactly_is_no_move():
    found = compared([Line("Hubs", "2026-12")], [Line("Hubs", "2026-12-14")])

    assert titles(found) == {"changed": ["Hubs"]}
    assert found.changed[0].changes == (("Date", "2026-12", "2026-12-14"),)


def test_what_a_plan_prints_twice_is_one_item():
    assert titles(compared([Line("Hubs"), Line("Hubs")], [Line("Hubs"), Line("Hubs")])) == {"unchanged": ["Hubs"]}


def test_how_often_an_item_moved_counts_all_that_listed_it():
    history = {Line("Homes").key: ["2026-10", "2026-11-16", "2026-11-16", "2026-12-14"]}

    found = compared([Line("Homes", "2026-11-16")], [Line("Homes")], history=history)

    assert found.moved[0].slippage.in_words == "moved twice, from October 2026 to 14 December 2026"


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        ([], "not moved"),
        (["2026-12"], "not moved"),
        (["2026-12", "2026-12-14", "2026-12"], "not moved"),
        (["2026-06", "", "2026-11"], "moved once, from June 2026 to November 2026"),
        (["2027-01-18", "2026-12-14"], "moved once, from 18 January 2027 to 14 December 2026"),
        (["2026-06", "2026-07", "2026-09", "2026-11"], "moved 3 times, from June 2026 to November 2026"),
        (["2026/27", "2026/27-Q3", "2027/28"], "moved once, from Quarter 3 2026/27 to 2027/28"),
    ],
)
def test_slippage_in_words(dates, words):
    assert slippage(dates).in_words == words


@pytest.mark.parametrize(
    ("published", "due", "is_key", "words"),
    [
        ("2026-10-12", "2026-11-10", True, "28 clear days: enough"),
        ("2026-10-12", "2026-11-09", True, "27 clear days: less than the 28"),
        ("2026-11-13", "2026-11-16", True, "2 clear days: less than"),
        ("2026-11-16", "2026-11-16", True, "0 clear days: less than"),
        ("2026-11-16", "2026-11-18", True, "1 clear day: less than"),
        ("2026-10-12", "2026-11-10", None, "28 clear days. The paper does not say whether it is a key decision"),
        ("2026-10-12", "2026-12", True, "Not known, because a date is not exact to the day"),
        ("2026-10", "2026-12-14", True, "Not known"),
        ("", "2026-12-14", True, "Not known"),
        ("2026-11-13", "2026-11-16", False, "Not a key decision"),
    ],
)
def test_notice_in_clear_days(published, due, is_key, words):
    assert notice(published, due, is_key=is_key).in_words.startswith(words)


def test_short_notice_names_the_rules_that_would_allow_it():
    short = notice("2026-11-13", "2026-11-16", is_key=True)

    assert short.is_short
    assert "general exception (regulation 10) or special urgency (regulation 11)" in short.in_words
    assert not notice("2026-10-12", "2026-11-10", is_key=True).is_short


def test_one_reference_for_two_things_is_told():
    @dataclass(frozen=True)
    class Numbered(Line):
        @property
        def key(self) -> UUID:
            return uuid5(SPACE, self.title)

    lines = [Numbered("Family hubs", reference="F1"), Numbered("Sea wall", reference="f 1"), Numbered("Homes")]

    assert sharing_a_reference(lines) == [("F1", ["Family hubs", "Sea wall"])]
    assert sharing_a_reference([lines[0], lines[0], lines[2]]) == []


dates = st.sampled_from(["", "2026-10", "2026-11-16", "2026-12", "2026-12-14", "2027-01-18", "2026/27", "2026/27-Q4"])
lines = st.builds(
    Line, st.sampled_from("ABCDEFGH"), dates, st.sampled_from(["Cabinet", "Director"]), st.just(""), st.booleans()
)
plans = st.lists(lines, max_size=10)


@given(plans, plans, st.sets(st.sampled_from("ABCDEFGH")))
def test_every_item_of_either_plan_is_in_exactly_one_group(before, after, ended):
    found = compared(before, after, ended={Line(title).key: title for title in ended})

    grouped = [item.line.key for one in fields(found) for item in getattr(found, one.name)]
    assert sorted(grouped) == sorted({line.key for line in [*before, *after]})
    assert {item.line.title for item in found.decided} <= ended
    assert not {item.line.title for item in found.gone} & ended


@given(dates, dates)
def test_a_move_there_is_a_move_back(one, other):
    assert is_move(one, other) == is_move(other, one)
    assert not is_move(one, one)


@given(st.lists(dates))
def test_an_item_moves_less_often_than_it_is_listed(listed):
    slipped = slippage(listed)

    assert slipped.moves <= max(len([date for date in listed if date]) - 1, 0)
    assert all(is_move(one, other) for one, other in zip(slipped.dates, slipped.dates[1:], strict=False))
