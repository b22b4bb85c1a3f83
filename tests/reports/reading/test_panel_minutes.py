"""Minutes as several councils write them."""

from __future__ import annotations

import pytest

from reports.reading.facts import Action, AgendaItem, Amendment, Attendance, Decision, Declaration, Fact, Meeting
from reports.reading.kinds.kind import Findings, Paper
from reports.reading.kinds.panel_minutes import read
from reports.reading.paragraph import Paragraph
from reports.reading.parts import with_parts
from reports.reading.read import read as read_file
from tests.reports.reading.golden_papers import minutes
from tests.reports.reading.papers import paragraphs

HEAD = (
    "CHILDREN'S SERVICES CABINET PANEL", "WEDNESDAY, 12 MAY 2021", "MEMBERS OF THE PANEL",
    "A Brindle, R Castellow, S Dunmorrow, J Featherby, P J Harkwell (Chairman), K Imbrey, L Marchbank (Vice-Chairman), "
    "D Ollerenshaw, C Penfleet, T Rowsell, B Sandiforth (substitute for G Tolland), H Wyecroft",
)  # fmt: skip


def said(*blocks) -> Findings:
    return read(Paper(with_parts(paragraphs(*HEAD, *blocks)), "Wexcombe County Council", "Wexcombe", {}))


def facts(sort: type[Fact], *blocks) -> list:
    return [fact for fact in said(*blocks).facts if isinstance(fact, sort)]


def test_the_meeting_is_named_in_small_letters_with_its_day():
    (met,) = facts(Meeting, ("1", "MINUTES"), ("1.1", "None were presented to the Children's Services Cabinet Panel."))

    assert (met.committee, met.held_on, met.status) == ("Children's Services Cabinet Panel", "2021-05-12", "held")


def test_confirmed_minutes_are_a_decision_and_an_earlier_meeting():
    text = (
        "The Minutes of the meeting held on 10 March 2021 were confirmed "
        "as a correct record and signed by the Chairman."
    )
    found = said(("1", "MINUTES"), ("1.1", text))

    assert [fact.held_on for fact in found.facts if isinstance(fact, Meeting)] == ["2021-05-12", "2021-03-10"]
    assert [fact.outcome for fact in found.facts if isinstance(fact, Decision)] == ["confirmed"]


def test_everybody_is_there_once_with_a_role():
    roles = {one.name: (one.role, one.substitute_for) for one in facts(Attendance)}

    assert len(roles) == 12
    assert roles["P J Harkwell"] == ("chair", None)
    assert roles["B Sandiforth"] == ("substitute", "G Tolland")


def test_votes_that_are_fewer_than_the_members_are_kept_and_noted():
    found = said(
        ("4", "HUBS"), "Conclusions:",
        ("4.9", "The Panel noted the report."), ("4.10", "That the Panel recommends closing a hub."),
        "Following a vote by show of hands the recommendation was agreed: 7 for, 3 against and 1 abstention.",
    )  # fmt: skip

    vote = [fact.votes for fact in found.facts if isinstance(fact, Decision)][-1]
    assert vote is not None
    assert (vote.for_, vote.against, vote.abstained) == (7, 3, 1)
    assert [problem.message for problem in found.problems] == ["Item 4.10: 11 votes, 12 present"]


def test_points_voted_on_one_by_one_are_decisions_of_their_own():
    found = facts(
        Decision, ("4", "HUBS"), "Conclusions:",
        ("4.1", "1. The Panel noted that hubs would:"), ("a)", "open longer;"), ("b)", "help more."),
        "Following a vote this was unanimously agreed.", ("2", "That Cabinet approves the plan."),
    )  # fmt: skip

    assert [decision.text.splitlines()[0] for decision in found] == [
        "The Panel noted that hubs would:",
        "That Cabinet approves the plan.",
    ]
    assert "b) help more." in found[0].text


def test_points_that_were_not_voted_on_stay_one_decision():
    (found,) = facts(
        Decision, ("4", "HUBS"), "RESOLVED:", ("(a)", "That the report be noted; and"), ("(b)", "That a hub be opened.")
    )

    assert found.text == "That the report be noted; and\n(b) That a hub be opened."
    assert found.source.passages == (6, 7)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("RESOLVED that the report be noted.", "noted"),
        ("It was RESOLVED that the strategy be approved.", "approved"),
        ("Members thanked the staff. The Committee AGREED to endorse the plan.", "endorsed"),
        ("Agreed: That the progress made be noted.", "noted"),
        ("The Panel noted the report.", "noted"),
        ("Consideration of this item was deferred to the next meeting.", "deferred"),
    ],
)
def test_other_ways_to_record_a_decision_are_read(text, outcome):
    assert [
        found.outcome for found in facts(Decision, ("4", "HUBS"), "Members discussed the hubs at length.", text)
    ] == [outcome]


@pytest.mark.parametrize(
    "text",
    [
        "There was no other business.",
        "There were no public petitions.",
        "Members noted that more parents had learned to cook.",
        "The Integrated Care Board had decided to pay for a nurse.",
        "It was noted that the hubs had agreed new hours with the schools.",
    ],
)
def test_what_is_only_told_is_no_decision(text):
    assert facts(Decision, ("4", "HUBS"), ("4.1", text)) == []


def test_an_amendment_lost_is_kept_with_its_votes_and_is_no_decision():
    text = (
        "It was moved by Councillor D Ollerenshaw and seconded by Councillor H Wyecroft that the words "
        '"not before August" be inserted. '
        "On being put to the vote the amendment was LOST by 4 votes to 8."
    )
    found = said(("3", "MARLOW LANE"), ("3.6", text))

    (amendment,) = [fact for fact in found.facts if isinstance(fact, Amendment)]
    assert (amendment.proposer, amendment.seconder, amendment.carried) == ("D Ollerenshaw", "H Wyecroft", False)
    assert amendment.votes is not None
    assert (amendment.votes.for_, amendment.votes.against) == (4, 8)
    assert not [fact for fact in found.facts if isinstance(fact, Decision)]


def test_an_undertaking_is_an_action_of_who_gave_it():
    (found,) = facts(
        Action,
        ("3", "HUBS"),
        ("3.2", "Members asked about hours. Officers agreed to circulate a list by the end of June 2021."),
    )

    assert (found.owner, found.item, found.paragraph, found.due_on) == ("Officers", "3", "3.2", "2021-06")


def test_a_declaration_names_its_item():
    (found,) = facts(
        Declaration,
        ("2", "DECLARATIONS OF INTEREST"),
        ("2.1", "Councillor T Rowsell declared a pecuniary interest in item 5."),
    )

    assert (found.name, found.item) == ("T Rowsell", "5")


def test_apologies_are_heard_wherever_they_are_told():
    found = facts(
        Attendance, ("1", "APOLOGIES"), "Apologies for absence were received from Councillors G Tolland and V Sturmey."
    )

    assert [one.name for one in found if one.role == "apologies"] == ["G Tolland", "V Sturmey"]


def test_items_of_the_closed_part_are_exempt():
    found = facts(AgendaItem, ("1", "MINUTES"), "PART II (CLOSED) BUSINESS", ("1", "LEASE"))

    assert [(item.title, item.part) for item in found] == [("MINUTES", "open"), ("LEASE", "exempt")]


def test_closing_the_meeting_is_open_business_and_ends_where_the_closed_part_begins():
    found = facts(
        Decision,
        ("7", "EXCLUSION OF PRESS AND PUBLIC"), "RESOLVED", "That the public be excluded from what follows.",
        "PART II (CLOSED) BUSINESS", ("8", "LEASE"), "RESOLVED", "That the lease be signed.",
    )  # fmt: skip

    assert [(decision.item, len(decision.source.passages)) for decision in found] == [("7", 1), ("8", 1)]


def test_a_number_used_twice_is_noted_and_confuses_no_source():
    found = said(
        ("3", "HUBS"),
        ("3.1", "T Rowsell declared an interest in the hubs."), ("3.1", "Officers agreed to send a list to members."),
    )  # fmt: skip

    action = next(fact for fact in found.facts if isinstance(fact, Action))
    assert [problem.message for problem in found.problems] == ["Paragraph number 3.1 is used twice"]
    assert (action.source.paragraph, action.source.passages) == ("3.1", (6,))


def test_a_whole_paper_is_read_from_its_file():
    reading = read_file(minutes())

    action = next(fact for fact in reading.facts if isinstance(fact, Action))
    split = [fact for fact in reading.facts if isinstance(fact, Decision) and fact.votes and fact.votes.for_]
    assert (reading.kind, reading.date, reading.council) == ("panel_minutes", "2021-05-12", "Wexcombe County Council")
    assert (action.owner, action.paragraph) == ("Jo Field", "2.2")
    assert [(vote.item, vote.source.paragraph) for vote in split] == [("2", "2.4")]
    assert not any("INITIALS" in paragraph.text for paragraph in reading.paragraphs)


def test_an_item_may_be_named_by_a_line_below_its_heading():
    found = read(
        Paper(
            (
                *paragraphs("CABINET", "12 MAY 2021", "PRESENT: A Brindle, T Rowsell", "HUBS"),
                Paragraph(ordinal=4, page=1, text="(Item 4)"),
                Paragraph(ordinal=5, page=1, text="RESOLVED that the report be noted."),
            ),
            None, None, {},
        )
    )  # fmt: skip

    assert [fact.item for fact in found.facts if isinstance(fact, Decision)] == ["4"]
