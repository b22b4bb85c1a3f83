"""Undertakings, motions and substitutes in the manners in which clerks report them."""

from __future__ import annotations

import pytest

from reports.reading.action_tables import listed_actions
from reports.reading.attendance import attendance
from reports.reading.facts import Amendment, Decision, Meeting
from reports.reading.undertakings import undertaken
from tests.reports.reading.test_panel_minutes import facts
from tests.reports.reading.words import paragraphs


@pytest.mark.parametrize(
    ("sentence", "owner"),
    [
        ("The Director would provide a breakdown of the figures to members.", "The Director"),
        ("Asked about the hubs. – The Head of Early Help would circulate a map.", "The Head of Early Help"),
        ("Officers would report back in July.", "Officers"),
        ("Officers were asked to bring a further report to the July meeting.", "Officers"),
        ("The Head of Early Help was requested to write to the parish councils.", "The Head of Early Help"),
        ("Mrs Imbrey would share the survey with the Panel.", "Imbrey"),
    ],
)
def test_reported_speech_undertakes(sentence, owner):
    assert undertaken(sentence) == (owner,) or undertaken(sentence) == (f"Mrs {owner}",)


@pytest.mark.parametrize(
    "sentence",
    [
        "The new service would provide support to families.",
        "The Strategy would provide a report on each hub.",
        "The Director would circulate the figures if they had been collected.",
        "Members were asked to note the timetable.",
        "The Panel was asked to review the plan.",
        "The Director said that the figures would rise.",
    ],
)
def test_what_a_thing_would_do_is_no_undertaking(sentence):
    assert undertaken(sentence) is None


def test_a_table_below_the_minutes_lists_actions_with_owners_and_dates():
    found = list(listed_actions(paragraphs("""
        |Minute|Action|Owner|Due|
        |7|A map of the hubs to be sent to members|Jo Field|30 April 2024|
        |8|Circulate the survey of carers|Cllr A Brindle||
        """)))  # fmt: skip

    assert [(each.item, each.owner, each.due_on) for each in found] == [
        ("7", "Jo Field", "2024-04-30"),
        ("8", "A Brindle", None),
    ]


def test_a_log_of_what_became_of_earlier_actions_lists_none():
    log = paragraphs("""
        |Action|Lead|Progress|
        |A map of the hubs to be sent|Jo Field|Done|
        """)

    assert list(listed_actions(log)) == []


def test_a_motion_in_capitals_is_read_with_its_result():
    (found,) = facts(
        Amendment, ("5", "HUBS"), "Councillor Ollerenshaw MOVED and Councillor Wyecroft SECONDED that the hub stay.",
        "The motion was put to the vote and declared LOST (3 votes in favour, 5 against).",
    )  # fmt: skip

    assert (found.proposer, found.seconder, found.carried) == ("Ollerenshaw", "Wyecroft", False)


def test_what_is_moved_seconded_and_resolved_is_a_resolution_alone():
    said = "It was MOVED by Councillor Ollerenshaw, SECONDED by Councillor Wyecroft and RESOLVED that it be noted."

    assert facts(Amendment, ("5", "HUBS"), said, "The motion was carried.") == []


def test_a_body_that_received_a_report_and_agreed_that_something_be_done_decided():
    (found,) = facts(
        Decision, ("5", "HUBS"), "The Panel received a verbal report and agreed that a visit be made in April.",
        "The meeting ended at 12.30 pm", "Chairman",
    )  # fmt: skip

    assert found.outcome == "agreed"


def test_a_line_below_the_last_item_tells_the_next_meeting():
    found = facts(Meeting, ("5", "HUBS"), "Members spoke.", "Date of next meeting: 14 July 2021")

    assert ("2021-07-14", "planned") in [(met.held_on, met.status) for met in found]


@pytest.mark.parametrize(
    "told",
    [
        "Apologies: Councillors R Castellow and K Imbrey (Councillor T Rowsell substituting for Councillor Castellow)",
        "Apologies: Councillors R Castellow and K Imbrey\nSubstitutes: Cllr T Rowsell (for Cllr Castellow)",
    ],
)
def test_a_substitute_told_beside_the_list_stands_for_the_absent_member(told):
    front = paragraphs(f"Present: Councillors A Brindle (Chair), T Rowsell\n{told}")

    found = {one.name: one for one in attendance(front, [], "Panel", "2021-05-12")}

    assert (found["T Rowsell"].role, found["T Rowsell"].substitute_for) == ("substitute", "R Castellow")


def test_a_part_of_the_agenda_is_nobody():
    front = paragraphs("Present: Councillor A Brindle\nOfficers: Jo Field (Director)\n# Part I")

    assert [one.name for one in attendance(front, [], None, None)] == ["A Brindle", "Jo Field"]
