"""Executive members' reports in the manners of several councils."""

from reports.reading.facts import (
    Decision,
)
from reports.reading.kinds import detect
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from tests.reports.reading.members_reports import FIRST_PERSON, THIRD_PERSON, decisions, found, meetings, planned
from tests.reports.reading.words import paper


def test_reports_in_every_manner_are_known_as_such():
    kinds = [detect(paper(text).paragraphs) for text in (FIRST_PERSON, THIRD_PERSON)]

    assert [kind.name for kind in kinds if kind] == ["executive_report", "executive_report"]


def test_a_report_that_quotes_resolutions_is_still_a_members_report():
    written = paper("""
    # FULL COUNCIL
    # 18 July 2023
    # REPORT OF THE PORTFOLIO HOLDER FOR CHILDREN AND FAMILIES
    # Cabinet – 4 June 2023
    - RESOLVED to approve the fostering policy (KD2388).
    """)

    assert detect(written.paragraphs) is EXECUTIVE_REPORT


def test_an_update_from_the_lead_member_is_an_executive_report():
    written = paper("""
    # Council – 9 October 2023
    # Update from the Lead Member for Children's Services
    # What has been decided
    """)

    assert detect(written.paragraphs) is EXECUTIVE_REPORT


def test_bullets_beneath_a_bare_lead_are_decisions_of_their_own():
    made = decisions("""
    At its meeting on 12 May 2014 the Cabinet agreed to:
    - adopt the play strategy; and
    - let the contract for school meals from 1 September 2014.
    """)

    assert [(committee, day) for committee, day, _, _ in made] == [("Cabinet", "2014-05-12")] * 2


def test_a_day_from_which_something_holds_is_not_the_day_of_the_decision():
    made = decisions("On 9 May I presented a report. Cabinet agreed that the hub be closed from 1 September 2014.")

    assert [day for _, day, _, _ in made] == ["2014-05-09"]


def test_it_also_is_of_the_same_body_and_day():
    made = decisions("On 9 May 2014 Cabinet unanimously approved the plan. It also noted the annual report.")

    assert [(committee, day, outcome) for committee, day, outcome, _ in made] == [
        ("Cabinet", "2014-05-09", "approved"),
        ("Cabinet", "2014-05-09", "noted"),
    ]


def test_a_unanimous_decision_is_kept_as_one():
    (made,) = found("On 9 May 2014 Cabinet unanimously approved the plan.", Decision)

    assert made.votes.unanimous


def test_a_member_decides_alone_under_delegated_powers():
    (made,) = found(
        "On 2 May 2014 the Executive Member, acting under delegated powers, approved the term dates (PH/14/09).",
        Decision,
    )

    assert (made.committee, made.decision_maker, made.reference) == (None, "Executive Member", "PH/14/09")


def test_a_heading_of_body_and_day_tells_of_a_meeting():
    assert meetings("Executive, 12 May 2014. The Executive approved the plan.") == [
        ("Executive", "2014-05-12", "held", ())
    ]


def test_the_council_that_was_reported_to_is_no_meeting_of_cabinet():
    told = meetings("Since I last reported to Council, on 4 March 2014, Cabinet has met on 12 May 2014.")

    assert [day for _, day, _, _ in told] == ["2014-05-12"]


def test_a_list_of_items_to_come_is_read_by_its_entries():
    announced = planned("""
    # 3. Items coming to Cabinet
    I expect to bring the following items to Cabinet:
    (a) the offer for care leavers – 14 July 2014; and
    (b) the youth centres – 8 September 2014.
    """)

    assert announced == [
        (None, "the offer for care leavers", "Cabinet", "2014-07-14"),
        (None, "the youth centres", "Cabinet", "2014-09-08"),
    ]
