"""Which decisions are about the running of the meeting alone."""

import re

import pytest

from meetings.procedural import ABOUT_THE_MEETING, is_procedural


@pytest.mark.parametrize(("pattern", "example"), ABOUT_THE_MEETING)
def test_each_pattern_has_an_example_that_it_finds(pattern, example):
    assert re.search(pattern, example, re.IGNORECASE)
    assert is_procedural(example)


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED: That the minutes of the meeting held on 4 March 2025 be approved as a correct record.",
        "RESOLVED unanimously that the public be excluded from the meeting for the following item.",
        "The Part II minutes of 14 June were agreed. The Chairman signed the minutes.",
        "(a) That the minutes be signed.\n(b) That apologies be noted.\n(c) The Panel noted apologies from Cllr Pell.",
        "Resolved – That under Section 100(A)(4) of the Act, the press and public be excluded.",
        "It was agreed that the minutes of the Panel held on Tues. 4 March be confirmed as an accurate record.",
    ],
)
def test_business_of_the_meeting_itself_is_found(text):
    assert is_procedural(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Agreed",
        "That the report be noted.",
        "That four family hubs be opened.",
        "That the minutes be confirmed as a correct record; and that two centres be closed.",
        "(a) That the minutes be signed.\n(b) That £2m be spent on hubs.",
        "The minutes were agreed. The Panel asked that fees be frozen.",
        "That the school exclusions policy be approved.",
        "That the public consultation on nurseries be extended.",
        "That the meeting with parents be noted.",
        "That school standing orders for milk be stopped.",
        "That the minutes of the Schools Forum be considered by the scrutiny committee.",
    ],
)
def test_business_is_not_taken_for_it(text):
    assert not is_procedural(text)


def test_a_bare_answer_is_what_its_item_says():
    assert is_procedural("Agreed.", "Minutes of the last meeting")
    assert not is_procedural("Agreed.", "Family hubs")
    assert not is_procedural("That hubs be opened", "Minutes of the last meeting, agreed")
