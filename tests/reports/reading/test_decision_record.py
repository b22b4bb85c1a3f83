"""Records of one decision, and notices of several, in the manners of several councils."""

from __future__ import annotations

import pytest

from reports.reading.facts import (
    AgendaItem,
    Attendance,
    Decision,
    Declaration,
    Event,
    Meeting,
    PlannedDecision,
    PortfolioHolder,
)
from reports.reading.kinds import detect
from reports.reading.kinds.decision_record import read
from tests.reports.reading.words import facts_of, paper

NOTIFICATION = """
# Delegated Decision Notification
|SUBJECT:|Grant to the youth music hub|
|DECISION DETAILS:|The Director approved a grant of £45,000 to the youth music hub.|
|TYPE OF DECISION:|☐ Key decision ☒ Significant operational decision|
|AUTHORISED DECISION MAKER:|Ruth Cambery, Director of Children and Families|
|SIGNATURE:|DATE: 14 May 2021|
|REFERENCE NO:|D51234|
"""
NUMBERED = """
# TOLLAND BOROUGH COUNCIL
# RECORD OF DECISION TAKEN BY THE LEADER OF THE COUNCIL
Decision No. LC/21/07
1. Subject
Laptops for pupils learning at home
2. Decision
(i) That £250,000 be released from reserves.
(ii) That the Director report back in June.
3. Is it a Key Decision? Yes
4. Other options considered
To wait for the Government.
5. Conflicts of interest declared by any executive member consulted
None
6. Note of dispensation granted
Granted by the Monitoring Officer.
Signed: M Ellory
Date: 7 January 2021
"""
DETAILS = """
# Decision details
# Family Hubs: Award of Contract
Decision Maker: Cabinet
Is Key decision?: Yes
Decision:
Cabinet AGREED to:
(a) approve the award of the contract; and
(b) delegate authority to the Director to sign it.
Reasons for the decision:
The hubs need a provider.
Publication date: 14/05/2021
Date of decision: 12/05/2021
Effective from: 21/05/2021
"""
BLANK = """
# HARNFORD CITY COUNCIL
# DECISION RECORD
|Cabinet Member:|Councillor T Rowsell, Cabinet Member for Education|
|Title:|Term dates 2023|
|Decision due:|12 July 2022|
# Decision
To approve the term dates for 2023.
# Reason for decision
Schools need them a year ahead.
Signed ...............................
Date ...............................
"""
NOTICE = """
# Cabinet Decision Notice
Date of meeting: 9 September 2021
Deadline for call-in: 5pm, 17 September 2021
Members present:
Councillor A Brindle (Chair)
Councillor T Rowsell
# 5. Improvement plan
# Decision
Cabinet resolved:
(a) to note the progress made; and
(b) to approve the plan.
# Reasons for decision
As set out in the report.
# 6. School transport
Key decision: No
# Decision
To approve the policy by 5 votes to 2 with 1 abstention.
# Conflicts of interest
Councillor T Rowsell declared an interest as the parent of a pupil.
"""
TABLE = """
# Statement of Executive Decisions
The following decisions were taken by the Executive at its meeting on 12 May 2021.
|Agenda item|Decision|Reasons for decision|Alternatives considered|
|5. Family hubs|That the plan for the hubs be approved.|To help families early.|To close two hubs.|
|6. Fostering allowances|That the allowances be raised by 3%.|To keep pace with prices.|None|
|7. Exclusion of the public|Not required|
"""
COLUMNS = """
# CABINET MEMBER FOR CHILDREN AND SKILLS
# 12 MAY 2021
# DECISIONS
|RECOMMENDATIONS CONSIDERED|DECISIONS|ACTION|
|1. Declarations of Interest|None|DL|
|5. Nursery fees|Agreed to raise the fees by 2%.|DCS|
"""
EVERY = {
    "notification": NOTIFICATION, "numbered": NUMBERED, "details": DETAILS, "blank": BLANK, "notice": NOTICE,
    "table": TABLE, "columns": COLUMNS,
}  # fmt: skip


def decisions(text):
    return facts_of(read(paper(text)), Decision)


@pytest.mark.parametrize("text", EVERY.values(), ids=EVERY.keys())
def test_every_manner_is_known(text):
    assert detect(paper(text).paragraphs).name == "decision_record"


def test_an_officers_form_is_one_decision():
    [found] = decisions(NOTIFICATION)

    assert found.decision_maker == "Ruth Cambery, Director of Children and Families"
    assert (found.reference, found.decided_on, found.key_decision) == ("D51234", "2021-05-14", False)
    assert (found.outcome, found.committee, found.source.basis) == ("approved", None, "cell")


def test_a_numbered_form_keeps_its_points_together():
    [found] = decisions(NUMBERED)

    assert [point[:10] for point in found.text.split("\n")] == ["(i) That £", "(ii) That "]
    assert (found.item, found.reference) == ("Laptops for pupils learning at home", "LC/21/07")
    assert (found.decided_on, found.key_decision) == ("2021-01-07", True)


def test_the_slots_of_a_lawful_record_are_filled_in_its_own_words():
    [found] = decisions(NUMBERED)

    assert (found.reasons, found.alternatives) == (None, "To wait for the Government.")
    assert (found.conflicts, found.dispensation) == ("None", "Granted by the Monitoring Officer.")


def test_a_printed_web_page_has_its_title_below_its_name():
    [found] = decisions(DETAILS)

    assert (found.item, found.committee, found.decided_on) == (
        "Family Hubs: Award of Contract",
        "Cabinet",
        "2021-05-12",
    )


def test_the_days_of_a_decisions_calendar_are_events():
    found = facts_of(read(paper(DETAILS)), Event)

    assert {event.date for event in found} == {"2021-05-14", "2021-05-21"}


def test_an_unsigned_undated_form_is_a_proposal():
    [found] = decisions(BLANK)

    assert (found.status, found.decided_on, found.outcome) == ("proposed", None, "approved")


def test_a_proposal_is_a_planned_decision_too():
    [found] = facts_of(read(paper(BLANK)), PlannedDecision)

    assert (found.title, found.due_on) == ("Term dates 2023", "2022-07-12")


def test_a_member_named_with_the_portfolio_holds_it():
    [found] = facts_of(read(paper(BLANK)), PortfolioHolder)

    assert (found.name, found.portfolio) == ("T Rowsell", "Education")


def test_a_notice_has_a_decision_for_each_item():
    plan, transport = decisions(NOTICE)

    assert (plan.item, plan.outcome, plan.reasons) == ("5", "noted", "As set out in the report.")
    assert (transport.item, transport.key_decision, transport.votes.for_) == ("6", False, 5)


def test_a_notice_announces_its_meeting_and_who_was_there():
    findings = read(paper(NOTICE))

    [meeting] = facts_of(findings, Meeting)
    assert (meeting.committee, meeting.held_on, meeting.status) == ("Cabinet", "2021-09-09", "held")
    assert [person.role for person in facts_of(findings, Attendance)] == ["chair", "member"]


def test_an_interest_below_an_item_is_declared_in_it():
    [found] = facts_of(read(paper(NOTICE)), Declaration)

    assert (found.name, found.item) == ("T Rowsell", "6")


def test_a_table_has_a_decision_in_each_row():
    hubs, allowances = decisions(TABLE)

    assert (hubs.item, hubs.committee, hubs.decided_on) == ("5", "Executive", "2021-05-12")
    assert (hubs.reasons, hubs.alternatives) == ("To help families early.", "To close two hubs.")
    assert allowances.outcome == "agreed"


def test_what_was_not_required_is_business_without_a_decision():
    found = facts_of(read(paper(TABLE)), AgendaItem)

    assert [item.number for item in found] == ["5", "6", "7"]


def test_the_decisions_of_one_member_have_no_meeting():
    findings = read(paper(COLUMNS))

    [found] = facts_of(findings, Decision)
    assert (found.decision_maker, found.decided_on) == ("Cabinet Member for Children and Skills", "2021-05-12")
    assert facts_of(findings, Meeting) == []


def test_a_record_without_a_decision_is_said_to_have_none():
    findings = read(paper("# Record of decision\n|Title:|Term dates|\n|Decision maker:|Cabinet|"))

    assert [problem.message for problem in findings.problems] == ["No decision was found in this record"]


def test_the_day_may_stand_above_the_word_that_asks_for_it():
    text = "# RECORD OF DECISION\n|DECISION TAKEN BY:|DECISION NO:|\n|Cabinet Member for Skills|22/1|\n"
    text += "# Title:\nTerm dates\n# Decision:\nI agree the dates.\n|T Rowsell|12 May 2022|\n|signed|date|"

    [found] = decisions(text)

    assert (found.decided_on, found.status, found.item) == ("2022-05-12", "taken", "Term dates")
