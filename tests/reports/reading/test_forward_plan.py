"""Forward plans: what is to be decided, by whom and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reports.reading.facts import Decision, Meeting, PlannedDecision
from reports.reading.kinds import detect
from reports.reading.kinds.forward_plan import FORWARD_PLAN, read
from reports.reading.kinds.kind import Findings, Paper
from reports.reading.paragraph import Paragraph
from reports.reading.plan_columns import columns_of, field_of
from reports.reading.plan_groups import group_in
from reports.reading.plan_values import contact_in, due_in, exempt_in, key_in
from tests.reports.reading.papers import paragraphs

HEADS = ("Ref", "Title", "Decision maker", "Decision due", "Key?", "Open or exempt", "Lead officer")


def row(*cells: str, ordinal: int = 50) -> Paragraph:
    return Paragraph(ordinal=ordinal, page=2, text=" ".join(cells), style="row", cells=cells)


def plan(*body: Paragraph, front: tuple[str, ...] = ("WEXCOMBE COUNTY COUNCIL", "FORWARD PLAN")) -> Findings:
    found = (*paragraphs(*front), *body)
    return read(Paper(found, "Wexcombe County Council", "Wexcombe", {}))


def planned(*body: Paragraph, front: tuple[str, ...] = ("WEXCOMBE COUNTY COUNCIL", "FORWARD PLAN")) -> PlannedDecision:
    (found,) = (fact for fact in plan(*body, front=front).facts if isinstance(fact, PlannedDecision))
    return found


def test_a_row_is_read_by_the_heads_of_its_columns():
    found = planned(row(*HEADS), row("KD1", "Youth plan", "Cabinet", "12 May 2026", "Yes", "Part exempt", "Jo Field"))

    assert replace(found, source=None) == PlannedDecision(
        reference="KD1",
        title="Youth plan",
        decision_maker="Cabinet",
        due_on="2026-05-12",
        key_decision=True,
        exempt="Part exempt",
        contact="Jo Field",
        source=None,
    )
    assert found.source.basis == "cell"


def test_cells_that_are_not_told_as_empty_are_put_below_the_head_they_fit():
    found = planned(row(*HEADS), row("Youth plan for all areas", "Cabinet", "12 May 2026", "No", "Open", "Jo Field"))

    assert (found.reference, found.title, found.key_decision) == (None, "Youth plan for all areas", False)


def test_a_group_s_heading_says_who_and_when_for_the_rows_below_it():
    heads = row("Title", "Purpose", "Key?", "Date", "Contact")
    (group,) = paragraphs("FAMILY POLICY COMMITTEE - 9 JUNE 2026")

    found = planned(heads, group, row("Youth plan", "To agree it.", "No", "", "Jo Field"))

    assert (found.decision_maker, found.due_on) == ("Family Policy Committee", "2026-06-09")


def test_an_unmarked_entry_is_key_where_the_heading_says_that_all_are():
    front = ("WEXCOMBE COUNTY COUNCIL", "NOTICE OF KEY DECISIONS")
    heads = row("Title", "Decision maker", "Decision due")

    assert planned(heads, row("Youth plan", "Cabinet", "9 June 2026"), front=front).key_decision is True


def test_an_unmarked_entry_may_be_anything_in_a_plan_of_key_and_other_decisions():
    front = ("WEXCOMBE COUNTY COUNCIL", "FORWARD PLAN OF KEY AND NON-KEY DECISIONS")
    heads = row("Title", "Decision maker", "Decision due")

    assert planned(heads, row("Youth plan", "Cabinet", "9 June 2026"), front=front).key_decision is None


def test_labelled_lines_make_an_entry():
    found = planned(
        *paragraphs(
            ("1", "Youth plan"),
            "Decision maker: Cabinet",
            "Decision: Not before 4 March 2026",
            "Lead officer: Jo Field",
            "Anticipated restriction: Open",
        )
    )

    assert (found.title, found.due_on, found.exempt) == ("Youth plan", "2026-03-04", None)
    assert found.source.basis == "mark"


def test_what_is_asked_for_does_not_end_an_entry():
    found = planned(
        row("Title:", "Youth plan"),
        row("Decision to be taken:", "To agree the plan."),
        row("Decision maker:", "Cabinet"),
        row("Date of decision:", "9 June 2026"),
    )

    assert (found.title, found.decision_maker) == ("Youth plan", "Cabinet")


def test_a_list_is_read_line_by_line():
    found = planned(*paragraphs("CABINET - 10 MARCH 2026", "* E/26/014 – Care leavers' offer – key decision"))

    assert (found.reference, found.due_on, found.key_decision) == ("E/26/014", "2026-03-10", True)


def test_a_plan_has_no_decisions():
    facts = plan(row(*HEADS), row("KD1", "Youth plan", "Cabinet", "12 May 2026", "Yes", "Open", "Jo Field")).facts

    assert not any(isinstance(fact, Decision) for fact in facts)


def test_meetings_are_announced_where_the_days_are_those_of_meetings():
    heads = row("Title", "Decision taker", "Meeting date")

    facts = plan(heads, row("Youth plan", "Cabinet", "9 June 2026"), row("Hubs", "Head of Hubs", "9 June 2026")).facts

    assert [(fact.committee, fact.held_on) for fact in facts if isinstance(fact, Meeting)] == [
        ("Cabinet", "2026-06-09")
    ]


def test_a_reference_given_to_two_decisions_is_noted():
    heads = row("Ref", "Title", "Decision maker", "Decision due")
    twice = (row("KD1", name, "Cabinet", "9 June 2026") for name in ("Youth plan", "Family hubs"))

    (problem,) = plan(heads, *twice).problems

    assert problem.message == "Reference KD1 is given to two decisions"


@pytest.mark.parametrize(
    ("front", "date"),
    [
        (("FORWARD PLAN", "This update published 20 January 2026"), "2026-01-20"),
        (("FORWARD PLAN", "Date of publication: 3 March 2026"), "2026-03-03"),
        (("FORWARD PLAN - MARCH 2026",), "2026-03"),
        (("FORWARD PLAN", "For the period 1 March 2026 to 30 June 2026"), "2026-03-01"),
        (("FORWARD PLAN",), None),
    ],
)
def test_a_plan_s_date_is_when_it_was_published(front, date):
    assert plan(front=front).date == date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("Not before 4th Mar 2026", "2026-03-04"),
        ("Between 1 March 2026 and 31 March 2026", "2026-03"),
        ("Between 1 March 2026 and 30 April 2026", "2026-03-01"),
        ("March 2026", "2026-03"),
        ("To be confirmed", None),
    ],
)
def test_a_day_is_as_precise_as_it_is_printed(text, iso):
    assert due_in(text, None) == iso


@pytest.mark.parametrize(
    ("text", "head", "said"),
    [
        ("Open", "Open or exempt", None),
        ("No exempt information", "Exempt?", None),
        ("Yes", "Public meeting?", None),
        ("Yes", "Private?", "Yes"),
        ("Fully exempt", "Restriction", "Fully exempt"),
        (
            "Commercial matters of the firms that offer the service and its price",
            "Reason for private meeting",
            "Private",
        ),
    ],
)
def test_what_is_not_wholly_open_is_told_in_the_plan_s_words(text, head, said):
    assert exempt_in(text, head) == said


@pytest.mark.parametrize(
    ("text", "head", "key"),
    [
        ("Y", "Key?", True),
        ("Non-Key", "Type of decision", False),
        ("Two or more wards", "Reason key", True),
        ("", "Key?", None),
    ],
)
def test_whether_a_decision_is_key(text, head, key):
    assert key_in(text, head) is key


def test_a_contact_is_a_person_without_numbers_and_addresses():
    assert contact_in("Jo Field\nHead of Hubs\nTel: 01632 960117") == "Jo Field Head of Hubs"


@pytest.mark.parametrize("text", ["Family hubs", "Cabinet has agreed the plan", "The plan is updated in March 2026"])
def test_what_says_more_than_who_and_when_heads_no_group(text):
    assert group_in(text, None) is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Who will take the decision?", "decider"),
        ("Date decision to be taken", "date"),
        ("Is it a key decision?", "key"),
        ("Documents to be considered", "other"),
        ("Date first published", "other"),
        ("Key Dec ision?", "key"),
    ],
)
def test_columns_go_by_many_names(head, name):
    assert field_of(head) == name


def test_a_table_of_measures_is_no_plan_s():
    assert columns_of(("Measure", "Target", "Actual", "Date")) is None


def test_a_scrutiny_committee_s_own_programme_is_no_forward_plan():
    found = paragraphs("WEXCOMBE COUNTY COUNCIL", "SCRUTINY COMMITTEE: FORWARD PLAN OF WORK", "Published 3 March 2026")

    assert detect(found) is not FORWARD_PLAN
