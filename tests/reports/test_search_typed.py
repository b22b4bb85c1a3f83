"""What is typed into the search box: how it is understood, and that nothing typed can do harm."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.models import words_in
from reports.search.typed import gathered, key_of, runs, understood


def read(typed: str) -> list[tuple[list[str], list[str]]]:
    """Each side's wanted and unwanted parts, words that must stand together in quotation marks."""
    return [
        ([said(part) for part in side.wanted], [said(part) for part in side.unwanted]) for side in understood(typed)
    ]


def said(part) -> str:
    words = " ".join(part.words)
    return f'"{words}"' if part.together else words


@pytest.mark.parametrize(
    ("typed", "sides"),
    [
        ("short breaks", [(["short", "breaks"], [])]),
        ('"Short breaks" budget', [(['"short breaks"', "budget"], [])]),
        ("“short breaks” –budget", [(['"short breaks"'], ["budget"])]),
        ('hubs -"family centre"', [(["hubs"], ['"family centre"'])]),
        ("hubs NOT budget", [(["hubs"], ["budget"])]),
        ("fostering or adoption", [(["fostering"], []), (["adoption"], [])]),
        ("fostering OR adoption -budget", [(["fostering"], []), (["adoption"], ["budget"])]),
        ("fostering | adoption", [(["fostering"], []), (["adoption"], [])]),
        ("A039/17", [(['"a039 17"'], [])]),
        ("looked-after", [(['"looked after"'], [])]),
        ("children's", [(["childrens"], [])]),
        ('"never closed', [(['"never closed"'], [])]),
        ("SEND AND transport", [(["send", "transport"], [])]),
        ("2015-16", [(['"2015 16"'], [])]),
        # Nothing to look for.
        ("", []),
        ("-budget", []),
        ('or "" - -- "-" |', []),
        ("hubs or -budget", [(["hubs"], [])]),
    ],
)
def test_what_is_typed_is_understood(typed, sides):
    assert read(typed) == sides


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_whatever_is_typed_is_understood_somehow(typed):
    for side in understood(typed):
        assert side.wanted
        assert all(part.words for part in (*side.wanted, *side.unwanted))
        assert all(key_of(run) is not None for run in runs(side.wanted))


@given(st.text(max_size=200), st.booleans())
@settings(max_examples=200, deadline=None)
def test_gathering_terms_loses_no_word(typed, is_term):
    for side in understood(typed):
        gathered_words = [word for part in gathered(side.wanted, lambda key: is_term) for word in part.words]

        assert gathered_words == [word for part in side.wanted for word in part.words]


def test_the_longest_term_is_gathered_first():
    terms = {key_of(words_in("looked after children")), key_of(words_in("children"))}
    (side,) = understood("the looked-after child children children")

    assert [part.words for part in gathered(side.wanted, terms.__contains__)] == [
        ("the",), ("looked", "after"), ("child",), ("children",), ("children",),
    ]  # fmt: skip
    (side,) = understood("budget looked-after children")
    assert [part.words for part in gathered(side.wanted, terms.__contains__)] == [
        ("budget",), ("looked", "after", "children"),
    ]  # fmt: skip


def test_words_in_quotation_marks_are_gathered_with_no_others():
    (side,) = understood('"looked" after "children"')

    assert len(gathered(side.wanted, lambda key: True)) == 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Children Looked-After", "children looked after", True),
        ("education, health and care plans", "Education Health & Care Plan", True),
        ("EHCPs", "ehcp", True),
        ("children's services", "childrens service", True),
        ("child in care", "children in care", False),
        ("access", "acces", False),
    ],
)
def test_terms_are_compared_by_their_words(one, other, same):
    assert (key_of(words_in(one)) == key_of(words_in(other))) is same
