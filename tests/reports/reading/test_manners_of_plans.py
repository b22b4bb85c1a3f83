"""Forward plans in the manners of different councils."""

from __future__ import annotations

from dataclasses import replace

from reports.reading.facts import PlannedDecision
from reports.reading.kinds import detect
from reports.reading.kinds.forward_plan import FORWARD_PLAN
from reports.reading.plan_columns import columns_of
from reports.reading.plan_groups import Group, group_in
from tests.reports.reading.papers import paragraphs
from tests.reports.reading.test_forward_plan import plan, planned, row


def test_what_only_the_plan_s_heading_says_of_an_entry_is_less_sure():
    front = ("WEXCOMBE COUNTY COUNCIL", "NOTICE OF KEY DECISIONS")
    heads = row("Title", "Decision maker", "Decision due")

    assert planned(heads, row("Youth plan", "Cabinet", "9 June 2026"), front=front).source.basis == "sentence"


def test_another_table_below_the_plan_s_is_none_of_its_entries():
    heads = replace(row("Key decisions", "Decision maker", "Date", "Lead officer"), bold=True)
    others = (replace(row("Portfolios", "Cabinet Member"), bold=True), row("Leader of the Council", "Ada Brindle"))

    found = planned(heads, row("Youth plan", "Cabinet", "9 June 2026", "Jo Field"), *others)

    assert found.title == "Youth plan"


def test_a_row_stands_below_the_heads_of_its_columns_where_those_are_known():
    spans = tuple((float(place), place + 1.0) for place in range(4))
    heads = replace(row("Title", "Purpose", "Decision maker", "Date"), columns=spans)
    entry = replace(row("Youth plan", "Director of Places", "June 2026"), columns=(spans[0], *spans[2:]))

    assert planned(heads, entry).decision_maker == "Director of Places"


def test_a_closed_appendix_is_told_in_the_column_of_documents():
    heads = row("Title", "Decision maker", "Date", "Documents to be considered")

    found = planned(heads, row("Lease", "Cabinet", "9 June 2026", "Report; its appendix will be exempt"))

    assert found.exempt is not None


def test_the_day_of_publication_may_stand_at_the_end_of_a_plan():
    heads = row("Title", "Decision maker", "Date")
    entry = row("Youth plan for 1 May 2027", "Cabinet", "9 June 2026")

    assert (
        plan(heads, entry, *paragraphs("Contact: Democratic Services. Published 2nd March 2026.")).date == "2026-03-02"
    )


def test_lines_below_a_meeting_s_heading_make_entries_and_bullets_too():
    found = plan(
        *paragraphs(
            "CABINET – 14 OCTOBER 2026",
            ("1", "YOUTH PLAN"),
            "Purpose: To agree the plan.",
            "Report author: Jo Field, Head of Hubs",
            "Exempt: No",
            "* Pay policy – Council, 4 December 2026 (Ravi Stell)",
        )
    ).facts

    told = [(fact.decision_maker, fact.due_on, fact.contact) for fact in found if isinstance(fact, PlannedDecision)]
    assert told == [("Cabinet", "2026-10-14", "Jo Field, Head of Hubs"), ("Council", "2026-12-04", "Ravi Stell")]


def test_a_work_programme_of_cabinet_s_is_a_forward_plan():
    found = paragraphs(
        "WEXCOMBE COUNTY COUNCIL",
        "CABINET FORWARD WORK PROGRAMME: MAY TO JULY 2026",
        "The programme shows the reports that Cabinet is to consider. It is reviewed each month.",
        "CABINET – 12 MAY 2026",
        "Exempt: No",
    )

    assert detect(found) is FORWARD_PLAN


def test_one_person_s_decisions_of_a_day_are_a_group():
    assert group_in("Cabinet Member for Children and Families, 25 June 2026", None) == Group(
        "Cabinet Member for Children and Families", "2026-06-25"
    )
    assert group_in("Director of Places: Annual Report 2025/26", None) is None


def test_a_table_below_a_meeting_s_heading_has_neither_day_nor_decider():
    assert columns_of(("Issue/decision", "Cabinet Member", "Lead officer (to whom to write)")) is not None
