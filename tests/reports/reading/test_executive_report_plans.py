"""What an executive member's report says is to come, of inspections, of people and of figures."""

from reports.reading.facts import (
    Action,
    Event,
    Figure,
    Judgement,
    Partnership,
    PlannedDecision,
    PortfolioHolder,
)
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from tests.reports.reading.members_reports import FIRST_PERSON, HEAD, TAIL, THIRD_PERSON, found, planned
from tests.reports.reading.words import facts_of, paper


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
