"""Papers of many makes: what they are is known by many weak signs, and no single sign is needed or forbids it."""

from __future__ import annotations

import pytest

from reports.reading.facts import Recommendation
from reports.reading.kinds import detect
from reports.reading.kinds.officer_report import read as read_report
from tests.reports.reading.words import facts_of, paper

FROM_AND_TO = """
|From:|Jo Field, Director of Children's Services|
|To:|Children's Services Committee - 12 May 2021|
|Decision No:|21/00012|
|Subject:|Family hubs in Wexcombe|
|Classification:|Unrestricted|
# Recommendation(s):
The Committee is asked to:
(a) NOTE the progress made.
# 1. Introduction
1.1 The first hub opened in 2019.
# 2. Financial Implications
2.1 There are none.
"""
FIELDS = """
# Agenda Item No: 5
|To:|Children and Families Committee|
|Meeting Date:|12 May 2021|
|From:|Executive Director: Jo Field|
|Electoral division(s):|All|
|Forward Plan ref:|2021/014|
|Outcome:|A hub in every district.|
|Recommendation:|The Committee is recommended to:|
(a) Approve the opening of the hub; and
(b) Note the timetable.
|Officer contact:|Jo Field|
# 1. Background
1.1 The first hub opened in 2019.
"""
PLAIN = """
# Wexcombe County Council
# Cabinet, 12 May 2021
# Family hubs
Report of the Head of Early Help
Portfolio Holder: Councillor A Brindle
Wards affected: All
# 1. Purpose of the report
1.1 To seek approval of the plan.
# 2. Recommendations
2.1 That Cabinet approves the plan.
# 3. Legal implications
3.1 None.
"""
SHORT = """
Report to: Scrutiny Board
Date: 12 May 2021
Report author: Jo Field
Title: Family hubs
# Summary
This report sets out the progress of the family hubs.
# Actions required
Members are invited to comment on the plan.
# Next steps
The plan is due in July.
# Background papers
None
"""
PLANNED_FOR = """
Committee: Cabinet
Date of meeting: 12 May 2021
Subject of report: Forward Plan of the Youth Service
Forward Plan
Lead officer: Jo Field
Key decision: No
# Executive summary
This report describes the service.
# Recommendations
It is recommended that Cabinet note the report.
# Equalities implications
None.
"""


@pytest.mark.parametrize("text", [FROM_AND_TO, FIELDS, PLAIN, SHORT, PLANNED_FOR])
def test_an_officers_report_is_known_whatever_its_head_is_called(text):
    kind = detect(paper(text).paragraphs)

    assert getattr(kind, "name", None) == "officer_report"


@pytest.mark.parametrize(
    "head",
    [
        "# MINUTES of the Children's Panel held at Shire Hall on 12 May 2021\nPresent: Cllr A Brindle (Chair)",
        "# Children's Panel\n12 May 2021 - At a meeting of the Panel\nPresent: Cllr A Brindle (in the Chair)",
        "# Notes of the meeting of the Children's Panel, 12 May 2021\nAttendees: Cllr A Brindle, Cllr T Rowsell",
        "# Decision notice published 14 May 2021\n# Children's Panel - Minutes\nMembers present: Cllr A Brindle",
    ],
)
def test_minutes_are_known_whatever_their_head_is_called(head):
    body = (
        "# 1. Declarations of interest\nNone.\n# 2. Family hubs\nMembers asked about them.\nRESOLVED that it be noted."
    )
    end = "The meeting closed at 11.15 am"

    kind = detect(paper("\n".join((head, body, end))).paragraphs)

    assert getattr(kind, "name", None) == "panel_minutes"


def test_a_members_report_with_a_heading_of_attendance_and_a_recommendation_is_a_members_report():
    written = paper("""
        # Report of the Cabinet Member for Children and Skills to Council
        I am pleased to present my report.
        # Decisions taken
        At its meeting on 12 May 2021 the Cabinet agreed the plan.
        # Attendance
        My thanks go to the schools.
        # Recommendation
        That Council note the report.
        """)

    kind = detect(written.paragraphs)

    assert getattr(kind, "name", None) == "executive_report"


def test_answers_to_a_panels_requests_are_a_budget_scrutiny():
    written = paper("""
        # Responses to the Scrutiny Panel's questions on the budget 2021/22
        1. Please explain the growth in placements.
        Response: The saving CH04 of £120,000 stands against it.
        2. Which of the savings carry most risk, and how is it met?
        Response: CH05, by a reserve.
        """)

    kind = detect(written.paragraphs)

    assert getattr(kind, "name", None) == "budget_scrutiny"


@pytest.mark.parametrize(
    "title", ["Record of Cabinet Member Decision", "Notice of Key Decisions", "Decision Recording Form"]
)
def test_a_paper_about_one_decision_is_no_report(title):
    written = paper(f"""
        # {title}
        Title: Family hubs
        Report author: Jo Field
        Decision taken: To approve the lease.
        # Reasons for the decision
        The building is sound.
        # Alternative options considered
        None.
        """)

    kind = detect(written.paragraphs)

    assert getattr(kind, "name", None) != "officer_report"


def test_recommendations_beside_their_name_in_the_head_are_read():
    found = facts_of(read_report(paper(FIELDS)), Recommendation)

    assert [(each.label, each.verb) for each in found] == [("(a)", "approve"), ("(b)", "note")]


def test_a_recommendation_in_one_cell_of_the_head_is_read_whole():
    text = FIELDS.replace("The Committee is recommended to:", "That the Committee notes the plan for the hubs.")
    text = text.replace("(a) Approve the opening of the hub; and\n", "").replace("(b) Note the timetable.\n", "")

    (found,) = facts_of(read_report(paper(text)), Recommendation)

    assert (found.verb, found.text) == ("note", "That the Committee notes the plan for the hubs.")
