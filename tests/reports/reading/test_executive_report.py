from reports.reading.facts import (
    Action,
    Decision,
    Event,
    Figure,
    Judgement,
    Meeting,
    Partnership,
    PlannedDecision,
    PortfolioHolder,
)
from reports.reading.kinds import detect
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from tests.reports.reading.words import facts_of, paper

HEAD = """
# EXECUTIVE REPORT: CHILDREN AND FAMILIES
# 1. Cabinet decisions since the last report to Council
"""
TAIL = """
Ada Lorne
Executive Member for Children and Families
June 2014
"""


def found(text, sort):
    return facts_of(EXECUTIVE_REPORT.read(paper(HEAD + text + TAIL)), sort)


def meetings(text):
    return [
        (meeting.committee, meeting.held_on, meeting.status, meeting.joint_with) for meeting in found(text, Meeting)
    ]


def decisions(text):
    return [
        (decision.committee, decision.decided_on, decision.outcome, decision.text) for decision in found(text, Decision)
    ]


def planned(text):
    return [(plan.reference, plan.title, plan.decision_maker, plan.due_on) for plan in found(text, PlannedDecision)]


FIRST_PERSON = """
# Wexcombe Borough Council
# Report of the Cabinet Member for Children and Families to Full Council
Councillor Ida Marsh
18 October 2018
# Recent decisions
At its meeting on 12 September 2018 the Executive agreed a contract for school nursing.
On 10 October 2018 the Executive resolved to:
(a) adopt the early years strategy; and
(b) delegate its delivery to the Director.
No decisions were taken under my delegated powers.
# Decisions coming up
- School admissions 2020/21 (Executive, 14 November 2018)
- Fostering fees – December 2018 – ref. KD12/18
# Working in partnership
I chair the Wexcombe Corporate Parenting Board and I am a member of the Children's Trust Board.
# Thank you
I thank the 300 volunteers who ran our fair on 7 July.
"""

THIRD_PERSON = """
# WEXCOMBE COUNTY COUNCIL
# COUNCIL - 9 MAY 2019
# PORTFOLIO HOLDER'S REPORT - EDUCATION AND CHILDREN
# A. Decisions taken by Cabinet since the last meeting of Council
1. Cabinet met on 4 March, 1 April and 29 April 2019.
2. The following decisions were made at the meeting on 1 April 2019:
- Approved the school places plan.
- Noted the annual report of the adoption service.
3. Harnford Clinical Commissioning Group has decided to close the clinic at Pool Street.
# B. Forthcoming business
4. A report on home to school transport will be considered by Cabinet on 10 June 2019.
# C. Scrutiny
5. The Children's Select Committee met on 20 March 2019 and will meet next on 19 June 2019.
Councillor Peter Holm, Portfolio Holder for Education and Children
"""


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


def test_an_anticipated_decision_has_reference_title_maker_and_day():
    text = """
    # 3. Anticipated decisions
    3.1 Cabinet – 7 July 2014
    Forward Plan ref: W012/14. Cabinet will be invited to consider proposals for the outdoor centre. Part of the \
report is exempt.
    """

    (plan,) = found(text, PlannedDecision)

    assert (plan.reference, plan.title) == ("W012/14", "Proposals for the outdoor centre")
    assert (plan.decision_maker, plan.due_on) == ("Cabinet", "2014-07-07")
    assert plan.exempt == "Part of the report is exempt."


def test_two_items_of_one_sentence_are_two_anticipated_decisions():
    text = """
    # 3. Anticipated decisions
    # 3.1 2015
    Two reports go to Cabinet, which will be asked for decisions; one on youth work and another on fees for fostering.
    """

    assert planned(text) == [(None, "Youth work", "Cabinet", "2015"), (None, "Fees for fostering", "Cabinet", "2015")]


def test_a_list_of_anticipated_decisions_has_its_maker_from_the_line_that_leads_to_it():
    text = """
    # 3. Forthcoming decisions
    The Cabinet is expected to consider the following:
    - Rates for early years - 14 July 2014 (Ref CS/14/41)
    - Music hub - spring 2015
    """

    assert planned(text) == [
        ("CS/14/41", "Rates for early years", "Cabinet", "2014-07-14"),
        (None, "Music hub", "Cabinet", "2015"),
    ]


def test_anticipated_decisions_in_a_list_and_in_the_passive():
    first = facts_of(EXECUTIVE_REPORT.read(paper(FIRST_PERSON)), PlannedDecision)
    third = facts_of(EXECUTIVE_REPORT.read(paper(THIRD_PERSON)), PlannedDecision)

    assert [(plan.title, plan.due_on, plan.reference) for plan in first] == [
        ("School admissions 2020/21", "2018-11-14", None),
        ("Fostering fees", "2018-12", "KD12/18"),
    ]
    assert [(plan.title, plan.due_on) for plan in third] == [("Home to school transport", "2019-06-10")]


def test_grades_are_read_for_each_subject_of_a_sentence():
    text = """
    # 5.1 Ofsted
    Ofsted published its report on 9 May 2014. Wexcombe was judged to be good. It was also rated good for 'Adoption' \
and 'Leadership and Governance'. 'Early Help' was graded as Requires Improvement. No centre was judged \
inadequate.
    """

    assert [(grade.subject, grade.grade, grade.judged_on) for grade in found(text, Judgement)] == [
        ("Overall effectiveness", "Good", "2014-05-09"),
        ("Adoption", "Good", "2014-05-09"),
        ("Leadership and Governance", "Good", "2014-05-09"),
        ("Early Help", "Requires improvement", "2014-05-09"),
    ]


def test_who_signs_is_the_holder_of_the_portfolio_and_of_its_partnerships():
    text = """
    # 4. Key partnerships
    4.1 The Executive Member has seats on the Health and Wellbeing Board; the Youth Commissioning Group and the \
Wexcombe Safeguarding Board (WSB).
    """

    (holder,) = found(text, PortfolioHolder)
    boards = [(seat.board, seat.member) for seat in found(text, Partnership)]

    assert (holder.name, holder.role, holder.portfolio, holder.as_of) == (
        "Ada Lorne", "Executive Member", "Children and Families", "2014-06",
    )  # fmt: skip
    assert boards == [
        ("Health and Wellbeing Board", "Ada Lorne"),
        ("Youth Commissioning Group", "Ada Lorne"),
        ("Wexcombe Safeguarding Board", "Ada Lorne"),
    ]


def test_a_holder_may_be_named_at_the_head_or_in_one_line():
    (first,) = facts_of(EXECUTIVE_REPORT.read(paper(FIRST_PERSON)), PortfolioHolder)
    (third,) = facts_of(EXECUTIVE_REPORT.read(paper(THIRD_PERSON)), PortfolioHolder)

    assert (first.name, first.portfolio, first.as_of) == ("Ida Marsh", "Children and Families", "2018-10-18")
    assert (third.name, third.role, third.portfolio) == ("Peter Holm", "Portfolio Holder", "Education and Children")


def test_other_dated_happenings_are_events_and_what_was_told_already_is_none():
    text = """
    1.1 Cabinet has met on 5 May 2014. Cabinet endorsed the plan on 5 May 2014.
    # 5. Other comments
    # 5.1 Foster carers
    A fair for foster carers was held on 7 May and will be held again in September 2014. It rained.
    """

    assert [event.date for event in found(text, Event)] == ["2014-05-07", "2014-09"]


def test_a_request_to_an_officer_is_an_action():
    (action,) = found("# 5. Other comments\n5.8 I have asked the Director to review placements.", Action)

    assert (action.owner, action.paragraph) == ("Director", "5.8")


def test_figures_take_their_period_from_the_section():
    (figure,) = found("# 5.6 Performance - May 2014\n- Care leavers in education, employment or training: 61%.", Figure)

    assert (figure.indicator, figure.period, figure.area) == ("care-leavers-eet-percent", "2014-05", "Wexcombe")


def test_the_reports_date_is_that_of_its_council_else_that_of_its_signature():
    assert EXECUTIVE_REPORT.read(paper(THIRD_PERSON)).date == "2019-05-09"
    assert EXECUTIVE_REPORT.read(paper(HEAD + TAIL)).date == "2014-06"


def test_the_title_is_not_the_councils_name():
    assert EXECUTIVE_REPORT.read(paper(THIRD_PERSON)).title == "PORTFOLIO HOLDER'S REPORT - EDUCATION AND CHILDREN"
    assert EXECUTIVE_REPORT.read(paper(FIRST_PERSON)).title.startswith("Report of the Cabinet Member")


def test_two_dates_for_one_inspection_are_noted():
    text = """
    # 5.1 Ofsted
    5.2 Ofsted inspected our services in May 2013. Since the inspection in May 2012 we have grown.
    """

    (problem,) = EXECUTIVE_REPORT.read(paper(HEAD + text + TAIL)).problems

    assert problem.message == (
        "One inspection is given two dates: May 2013 (paragraph 5.2) and May 2012 (paragraph 5.2)"
    )


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
