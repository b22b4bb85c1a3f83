"""Notices of a meeting's decisions as tables, and forms of single decisions that keep their printed questions."""

from __future__ import annotations

import pytest

from reports.reading.facts import AgendaItem, Amendment, Attendance, Decision, Declaration, Meeting
from reports.reading.kinds import detect
from reports.reading.kinds.decision_record import read
from reports.reading.read import read as read_file
from reports.reading.record_columns import record_columns
from tests.reports.reading.typeset import as_pdf
from tests.reports.reading.words import facts_of, paper

SUMMARY = """
# FAMILIES AND LEARNING COMMITTEE: DECISION SUMMARY
Meeting: Tuesday 9th March 2021
Published: Thursday 11th March 2021
Each decision set out below will come into force on the third working day after publication.
|Item|Topic|Decision|
|1.|Apologies for Absence and Declarations of Interest|Apologies were received from Councillor A Brindle (substituted \
by Councillor G Tolland) and co-opted member R Cambery. Councillor T Harkwell declared an interest in item 2 as a \
trustee of the Marl nursery.|
||KEY DECISIONS||
|2.|Nursery places in Marl KD2021/014|It was resolved by a majority to agree the plan for nursery places.|
||DECISIONS||
|3.|School meals|Members asked about prices. It was resolved to defer the report to the meeting in May 2021.|
|4.|Draft budget|An amendment to keep the youth bus was proposed by Councillor P Sandiforth, seconded by Councillor \
J Marl and, on being put to the vote, was lost. It was resolved by 6 votes in favour to 4 against to endorse \
the budget.|
"""
SINGLE = """
# LONDON BOROUGH OF MARL
# SINGLE MEMBER DECISION - CABINET MEMBER FOR FAMILIES
|REPORT TITLE|Contract for the youth bus|
|REPORT OF|Executive Director, Children and Learning|
|FOR SUBMISSION TO|Cabinet Member for Families|
|DATE|18 July 2024|
# DECISION
I agree to award the contract for the youth bus for three years.
# REASONS FOR DECISION
The bus is much used.
# OTHER OPTIONS CONSIDERED
To end the service.
# SIGNED
Councillor Tess Harkwell
Date: 22 July 2024
"""
QUESTIONS = """
# Delegated Decision Notification
|Subject1:|Grant for the play scheme in Marl|
|Decision details2:|What decision has been taken?|
The Director of Children approved a grant of £85,000 for the play scheme.
|Reasons for the decision|A brief statement of the reasons for the decision|
Many children come to it.
|Approval of Decision|Authorised decision maker: Ruth Cambery, Director of Children|
|Signature: R Cambery|Date: 14 May 2024|
"""
TO_BE_TAKEN = """
# HARNFORD COUNTY COUNCIL
# Record of cabinet member decision
|Decision to be taken by:|Cabinet member children and young people|
|Title of report:|Short breaks from 2025|
# Decision
That the plan for short breaks be approved.
"""


@pytest.fixture(scope="module")
def summary():
    return read_file(as_pdf(SUMMARY))


def decided(reading, number):
    [found] = [fact for fact in reading.facts if isinstance(fact, Decision) and fact.item == number]
    return found


def test_a_decision_summary_is_a_record_of_decisions(summary):
    [met] = facts_of(summary, Meeting)
    assert (summary.kind, met.committee, met.held_on) == (
        "decision_record",
        "Families and Learning Committee",
        "2021-03-09",
    )


def test_each_ruled_row_is_an_item_whatever_lines_its_cells_take(summary):
    assert [(each.number, each.title) for each in facts_of(summary, AgendaItem)] == [
        ("1", "Apologies for Absence and Declarations of Interest"),
        ("2", "Nursery places in Marl"),
        ("3", "School meals"),
        ("4", "Draft budget"),
    ]


def test_rows_below_the_heading_key_decisions_are_key_until_the_next_heading(summary):
    assert (decided(summary, "2").reference, decided(summary, "2").key_decision) == ("KD2021/014", True)
    assert decided(summary, "3").key_decision is None


def test_a_resolution_is_parted_from_the_debate_in_the_same_cell(summary):
    found = decided(summary, "3")
    assert (found.outcome, "asked about prices" in found.text) == ("deferred", False)


def test_an_amendment_in_a_cell_is_no_decision(summary):
    [moved] = facts_of(summary, Amendment)
    assert (moved.proposer, moved.seconder, moved.carried) == ("P Sandiforth", "J Marl", False)
    assert (decided(summary, "4").outcome, decided(summary, "4").votes.for_) == ("endorsed", 6)


def test_the_first_row_tells_who_was_away_who_came_instead_and_who_declared(summary):
    roles = {each.name: each.role for each in facts_of(summary, Attendance)}
    assert roles == {"A Brindle": "apologies", "G Tolland": "substitute", "R Cambery": "apologies"}
    assert [each.name for each in facts_of(summary, Declaration)] == ["T Harkwell"]


def test_a_single_members_decision_is_no_report_and_is_taken_when_it_is_signed():
    told = paper(SINGLE)
    [found] = facts_of(read(told), Decision)
    assert (detect(told.paragraphs).name, found.decided_on) == ("decision_record", "2024-07-22")


def test_a_forms_own_questions_are_no_answers():
    [found] = facts_of(read(paper(QUESTIONS)), Decision)
    assert found.item == "Grant for the play scheme in Marl"
    assert found.text.startswith("The Director of Children approved")
    assert (found.reasons, found.decision_maker) == ("Many children come to it.", "Ruth Cambery, Director of Children")


@pytest.mark.parametrize(
    ("foot", "status", "day"),
    [("", "proposed", None), ("# Confirmed by\nCouncillor Ruth Cambery\nDate: 13 March 2025\n", "taken", "2025-03-13")],
)
def test_a_form_for_a_decision_to_be_taken_is_proposed_until_it_is_signed(foot, status, day):
    [found] = facts_of(read(paper(TO_BE_TAKEN + foot)), Decision)
    assert (found.status, found.decided_on) == (status, day)


def test_the_type_of_a_decision_gives_way_to_the_field_for_key_decisions():
    form = "# Record of decision\n|Type of decision:|Executive|\n|Key decision:|Yes|\n|Decision:|To open the hub.|"
    [found] = facts_of(read(paper(form)), Decision)
    assert found.key_decision is True


def test_item_beside_a_column_of_topics_is_the_number():
    assert record_columns(("Item", "Topic", "Decision")) == ("number", "title", "decision")
    assert record_columns(("Measure", "Target", "Decision date")) is None
