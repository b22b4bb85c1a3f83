"""Meetings and decisions of an executive member's report."""

from reports.reading.facts import (
    Decision,
)
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from tests.reports.reading.members_reports import FIRST_PERSON, THIRD_PERSON, decisions, meetings, planned
from tests.reports.reading.words import facts_of, paper


def test_meetings_since_the_last_report_are_held():
    text = (
        "1.1 There have been 2 Cabinet meetings (5 May 2014 and 2 June 2014) since the last report to County Council."
    )

    assert meetings(text) == [("Cabinet", "2014-05-05", "held", ()), ("Cabinet", "2014-06-02", "held", ())]


def test_a_meeting_announced_in_a_report_written_before_it_is_planned():
    text = """
    1.1 There will have been 2 Cabinet meetings (5 May 2014 and 16 June 2014) since the last report.
    # 2. Anticipated decisions
    2.1 Cabinet - 16 June 2014. Cabinet will be invited to consider the youth offer.
    """

    assert [(day, status) for _, day, status, _ in meetings(text)] == [
        ("2014-05-05", "held"),
        ("2014-06-16", "planned"),
    ]


def test_a_meeting_after_the_reports_own_day_is_planned():
    text = "1.1 Cabinet will have met twice, on 5 May 2014 and 7 July 2014."

    assert [status for _, _, status, _ in meetings(text)] == ["held", "planned"]


def test_the_day_of_the_last_report_is_no_meeting():
    text = "1.1 Since my last report of 3 March 2014 Cabinet has met on 5 May 2014."

    assert [day for _, day, _, _ in meetings(text)] == ["2014-05-05"]


def test_a_joint_meeting_stands_beside_the_panels_own_of_the_same_day():
    text = """
    # 6. Cabinet panels
    6.1 The Children's Services Cabinet Panel has met on 8 May and 5 June 2014.
    6.2 A joint meeting of the Children's Services Cabinet Panel and the Health and Care Cabinet Panel was held on 8 \
May 2014.
    Children's Services Cabinet Panel - 8 May 2014
    """

    assert meetings(text) == [
        ("Children's Services Cabinet Panel", "2014-05-08", "held", ()),
        ("Children's Services Cabinet Panel", "2014-06-05", "held", ()),
        ("Children's Services Cabinet Panel", "2014-05-08", "held", ("Health and Care Cabinet Panel",)),
    ]


def test_a_decision_has_its_day_from_the_sentence_or_the_heading_above():
    text = """
    1.1 The fostering strategy was received, noted and adopted by Cabinet on 5 May 2014. Cabinet will be updated.
    # Cabinet 2 June 2014
    Cabinet considered the bids. Cabinet approved a new contract and agreed terms for it.
    """

    assert [decision[:3] for decision in decisions(text)] == [
        ("Cabinet", "2014-05-05", "approved"),
        ("Cabinet", "2014-06-02", "approved"),
    ]


def test_a_day_that_is_not_printed_is_that_of_the_only_meeting_or_none():
    one = "1.1 Cabinet has met on 5 May 2014. Cabinet endorsed the plan."
    two = "1.1 Cabinet has met on 5 May 2014 and 2 June 2014.\n1.2 Cabinet endorsed the plan."

    assert [day for _, day, *_ in decisions(one)] == ["2014-05-05"]
    assert [day for _, day, *_ in decisions(two)] == [None]


def test_it_is_the_body_spoken_of_and_its_may_meeting_the_one_in_may():
    text = """
    1.1 The Cabinet met on 7 April, 5 May and 2 June 2014. At its May meeting it agreed the youth plan and, at the \
June meeting, it approved a tender.
    """

    assert decisions(text) == [
        ("Cabinet", "2014-05-05", "agreed", "At its May meeting it agreed the youth plan"),
        ("Cabinet", "2014-06-02", "approved", "At the June meeting, it approved a tender."),
    ]


def test_points_beneath_a_resolution_are_part_of_it():
    (first, second) = facts_of(EXECUTIVE_REPORT.read(paper(FIRST_PERSON)), Decision)

    assert (first.committee, first.decided_on, first.outcome) == ("Executive", "2018-09-12", "agreed")
    assert second.text.endswith("(a) adopt the early years strategy; and (b) delegate its delivery to the Director.")


def test_points_that_say_what_was_done_are_decisions_of_their_own():
    made = facts_of(EXECUTIVE_REPORT.read(paper(THIRD_PERSON)), Decision)

    assert [(decision.committee, decision.decided_on, decision.outcome) for decision in made] == [
        ("Cabinet", "2019-04-01", "approved"),
        ("Cabinet", "2019-04-01", "noted"),
    ]


def test_no_decision_is_made_of_none_of_consequences_of_plans_or_of_another_body():
    text = """
    1.1 No decisions relating to this portfolio were made on 5 May 2014.
    1.2 The decision by Harnford Clinical Commissioning Group to close its clinic was approved by the CCG Board.
    1.3 Cabinet will be asked to approve the youth offer.
    # 2. Consequences of earlier Cabinet decisions
    2.1 There are no consequences of decisions taken before 3 March 2014 to report.
    2.2 All the proposals that Cabinet agreed in March have been put in place.
    # 3. Anticipated decisions
    3.1 Currently no decisions are anticipated.
    # 5. Other comments
    5.1 Following the decision of the CCG it was agreed on 12 May 2014 that parents would be told. Cabinet approved \
this in March.
    """

    assert decisions(text) == []
    assert planned(text) == []
