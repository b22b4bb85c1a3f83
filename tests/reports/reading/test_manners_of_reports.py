"""Executive reports and budget papers in the manners of several councils."""

import pytest

from reports.reading.facts import Action, Decision, Meeting, PlannedDecision, Question, Saving
from reports.reading.figures import Setting, read_figures
from reports.reading.inspections import grades_in
from reports.reading.kinds.budget_scrutiny import BUDGET_SCRUTINY
from reports.reading.kinds.executive_report import EXECUTIVE_REPORT
from reports.reading.kinds.officer_report import OFFICER_REPORT
from reports.reading.savings import stated_in
from tests.reports.reading.words import facts_of, paper

HEAD = """
# Wexcombe County Council
# Report of the Cabinet Member for Children and Families to Council
19 July 2022
# Decisions taken by Cabinet
"""


def told(text, sort):
    return facts_of(EXECUTIVE_REPORT.read(paper(HEAD + text)), sort)


def met(text):
    return [(meeting.committee, meeting.held_on, meeting.status) for meeting in told(text, Meeting)]


def budget(text, sort):
    return facts_of(BUDGET_SCRUTINY.read(paper("# Scrutiny of the Budget 2022/23\n" + text)), sort)


def savings(text):
    return [(saving.reference, saving.amount, saving.financial_year) for saving in budget(text, Saving)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(a) 4 May 2022 – Family hubs. The Cabinet agreed the plan.", ("Cabinet", "2022-05-04", "held")),
        ("On 4 May 2022 Cabinet approved the hubs strategy.", ("Cabinet", "2022-05-04", "held")),
        ("There were no decisions on this portfolio at the meeting on 8 June 2022.", ("Cabinet", "2022-06-08", "held")),
        ("The Fell Board, chaired by Ann Moss, next meets on 2 August 2022.", ("Fell Board", "2022-08-02", "planned")),
        ("I chair the Fell Board, which met on 6 June.", ("Fell Board", "2022-06-06", "held")),
        ("At its meeting on 7 September 2022 the Cabinet will be asked to agree the fees for nurseries.",
         ("Cabinet", "2022-09-07", "planned")),
    ],
)  # fmt: skip
def test_a_meeting_is_known_from_what_was_or_will_be_decided_there(text, expected):
    assert met(text) == [expected]


def test_a_second_day_on_which_a_panel_will_have_met_is_to_come():
    text = "The Youth Panel has met on 3 May 2022 and will have met on 12 July 2022."
    assert [(day, status) for _, day, status in met(text)] == [("2022-05-03", "held"), ("2022-07-12", "planned")]


def test_what_cabinet_will_be_asked_is_read_from_the_section_on_its_decisions():
    text = (
        "At its meeting on 7 September 2022 the Cabinet will be asked to consider the review of nurseries, and in "
        "December 2022 it is expected to receive proposals for school travel."
    )
    plans = [(plan.title, plan.due_on) for plan in told(text, PlannedDecision)]
    assert plans == [("The review of nurseries", "2022-09-07"), ("Proposals for school travel", "2022-12")]


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("On 9 June 2022 I took an individual decision to award the grants (reference CF/22/07).", "approved"),
        ("I agreed, under delegated powers, the term dates on 9 June 2022.", "agreed"),
    ],
)
def test_a_member_tells_of_a_decision_of_their_own(text, outcome):
    (decision,) = told(text, Decision)
    assert (decision.committee, decision.outcome, decision.decided_on) == (None, outcome, "2022-06-09")


def test_what_a_board_undertook_is_an_action():
    (action,) = told("The Care Board heard from young people and undertook to review the allowance.", Action)
    assert action.owner == "The Care Board"


SCHEDULE = """
# Appendix 2: Schedule (£000)
| Ref | Proposal | 2022/23 | 2023/24 |
# Growth
| WX01 | Placements | 3,100 | 900 |
# Savings
| WX11 | Residential care | (620) | - |
"""


def test_group_rows_divide_a_schedule_and_give_its_signs():
    assert savings(SCHEDULE) == [
        ("WX01", -3100000, "2022/23"),
        ("WX01", -900000, "2023/24"),
        ("WX11", 620000, "2022/23"),
    ]


def test_a_line_that_says_nothing_has_the_sign_of_the_lines_beside_it():
    text = """
    # Schedule (£000)
    | Ref | Proposal | 2022/23 |
    | WX01 | Demographic growth | 310 |
    | WX11 | Contact centre | (62) |
    """
    assert savings(text) == [("WX01", -310000, "2022/23"), ("WX11", 62000, "2022/23")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Saving WX12 (£75k) comes from moderation.", [("WX12", 75000)]),
        ("Stepping down (WX11) is late. The saving of £640,000 rests on carers.", [("WX11", 640000)]),
        ("A saving of £90k is planned (planning reference A/R.6.255).", [("A/R.6.255", 90000)]),
        ("Each agency worker costs on average £21,000 a year more. The scheme (WX12) goes on.", []),
    ],
)
def test_a_reference_is_found_before_an_amount_and_behind_it(text, expected):
    assert [(stated.reference, stated.amount) for stated in stated_in(text)] == expected


@pytest.mark.parametrize(
    "asked", ["Please explain the staff budget.", "Set out the risks of the plan.", "Can officers provide a breakdown"]
)
def test_a_request_is_a_question_without_its_mark(asked):
    (question,) = budget(f"# Finance\n# How is it paid?\nBy tax.\n1. {asked}\nIt is small.", Question)[1:]
    assert (question.question, question.answer) == (asked, "It is small.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Child protection numbers fell from 553 to 487. This equates to 18.8 children per 10,000.",
         ("child-protection-plans-rate", 18.8)),
        ("Permanent exclusions rose to 134 in 2021/22.", ("pupils-permanently-excluded-number", 134)),
        ("94.6% of health assessments were completed on time.", ("health-checks-percent", 94.6)),
        ("There were 871 children looked after, with 118 of those being unaccompanied children.",
         ("unaccompanied-children-number", 118)),
    ],
)  # fmt: skip
def test_a_figures_words_decide_what_it_is_of(text, expected):
    assert expected in [(figure.indicator, figure.value) for figure in read_figures(text, Setting("Wexcombe"))]


def test_a_ceiling_is_no_value_and_last_years_number_is_a_previous_one():
    figures = read_figures("The average caseload is 14.6, within our ceiling of 16.", Setting("Wexcombe"))
    assert [figure.value for figure in figures] == [14.6]
    text = "At the end of May 2022 there were 698 children looked after. At the same time last year the figure was 651."
    last = read_figures(text, Setting("Wexcombe"))[-1]
    assert (last.value, last.role, last.period) == (651, "previous", "2021-05")


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        ("The overall judgement was that children's services Require Improvement.", "Requires improvement"),
        ("Our last inspection judged services Good in all areas.", "Good"),
    ],
)
def test_a_grade_may_be_a_verb_or_follow_its_subject(text, grade):
    assert [each.grade for each in grades_in(text)] == [grade]
    assert grades_in("Inspectors found that staff received good support.") == []


def test_an_officer_reports_savings_by_their_year_or_reference():
    text = """
    # Report to Cabinet, 4 May 2022
    The plan includes a saving of £250k in 2023/24 from void payments.
    The contract costs £6.4m in 2023/24.
    | Budget | 2023/24 £000 |
    | Placements | 1,250 |
    """
    assert [saving.amount for saving in facts_of(OFFICER_REPORT.read(paper(text)), Saving)] == [250000]
