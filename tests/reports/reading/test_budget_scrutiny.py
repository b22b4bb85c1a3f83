import pytest

from reports.reading.facts import Event, Figure, Meeting, Question, Saving
from reports.reading.kinds import detect
from reports.reading.kinds.budget_scrutiny import BUDGET_SCRUTINY
from reports.reading.savings import savings_in, stated_in
from tests.reports.reading.words import facts_of, paper, paragraphs

CAPITALS = """
# SCRUTINY OF THE BUDGET PROPOSALS 2014/15 – 2017/18
# PORTFOLIO: CHILDREN AND FAMILIES
# KEY THEMES AND QUESTIONS
# VALUE FOR MONEY
# How will you make the service more efficient? e.g. by sharing staff.
Closing the depot will save £120k (14/15) and a further £40k (15/16). (Ref. CH04)
# Family hubs
- Two hubs open this year.
- Fewer buildings are needed.
# Have you considered other ways of paying?
We have not.
# ENGAGEMENT
# What do families say?
They like the hubs. Who would not?
# KEY BUDGET MOVEMENTS
| Ref | Description | 2014/15 £000 | 2015/16 £000 |
| CH04 | Depot closed | 120 | 40 |
| PR01 | Pressure: school travel | (310) | (150) |
| | Total | (190) | (110) |
"""

NUMBERED = """
# Wexcombe City Council
# Scrutiny of Savings Proposals 2019/20 - Children and Families
14 January 2019
The questions were sent on 3 December 2018.
# Theme 1: Finance
Q1. What savings are proposed?
Response: We expect to save £1.2m in 2019/20 by bringing assessments in house (CF101), and £300k in 2020/21 from \
fewer buildings (CF102).
Q2. What pressures do you face?
Response: Growth in the number of children looked after adds £3.5m in 2019/20 (CF201).
# Theme 2: Outcomes
Q3. How is the service performing?
Response: At the end of December 2018 there were 431 children in care, a rate of 72.5 per 10,000. The England rate \
was 64.
"""


def found(text, sort):
    return facts_of(BUDGET_SCRUTINY.read(paper(text)), sort)


def savings(text):
    return [(saving.reference, saving.amount, saving.financial_year) for saving in found(text, Saving)]


def problems(text):
    return [problem.message for problem in BUDGET_SCRUTINY.read(paper(text)).problems]


def test_each_question_has_its_theme_and_its_whole_answer():
    first, second, third = found(CAPITALS, Question)

    assert [question.theme for question in (first, second, third)] == [
        "VALUE FOR MONEY",
        "VALUE FOR MONEY",
        "ENGAGEMENT",
    ]
    assert first.question == "How will you make the service more efficient? e.g. by sharing staff."
    assert first.answer.endswith("Family hubs\n• Two hubs open this year.\n• Fewer buildings are needed.")
    assert second.answer == "We have not."
    assert third.answer == "They like the hubs. Who would not?"


def test_questions_may_be_numbered_and_answers_headed_response():
    questions = found(NUMBERED, Question)

    assert [(question.theme, question.question) for question in questions] == [
        ("Finance", "What savings are proposed?"),
        ("Finance", "What pressures do you face?"),
        ("Outcomes", "How is the service performing?"),
    ]
    assert questions[0].answer.startswith("We expect to save")


def test_questions_may_stand_in_a_table_beside_their_answers():
    text = "# Budget scrutiny\n| What will you save? | Answer: Nothing at all. |"

    (question,) = found(text, Question)

    assert (question.question, question.answer) == ("What will you save?", "Nothing at all.")


def test_a_question_cites_every_paragraph_of_its_answer():
    question = found(CAPITALS, Question)[0]

    assert question.source.passages == (4, 5, 6, 7, 8)


def test_savings_are_read_from_prose_and_from_the_table_with_pressures_below_nought():
    assert savings(CAPITALS) == [
        ("CH04", 120000, "2014/15"),
        ("CH04", 40000, "2015/16"),
        ("CH04", 120000, "2014/15"),
        ("CH04", 40000, "2015/16"),
        ("PR01", -310000, "2014/15"),
        ("PR01", -150000, "2015/16"),
    ]


def test_an_amount_has_the_reference_behind_it():
    assert savings(NUMBERED) == [
        ("CF101", 1200000, "2019/20"),
        ("CF102", 300000, "2020/21"),
        ("CF201", -3500000, "2019/20"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Savings of £17k (14/15) from printing rising to £30k (16/17). (Ref. AB01 & CD02)",
         [("AB01 & CD02", 17000, "2014/15"), ("AB01 & CD02", 30000, "2016/17")]),
        ("Fewer desks - £25k, Fleet - £10k and post - £5k, will be delivered in 14/15. (Ref. AB01)",
         [("AB01", 25000, "2014/15"), ("AB01", 10000, "2014/15"), ("AB01", 5000, "2014/15")]),
        ("We shall save £50k (all years) by sharing staff. (Ref. AB01)", [("AB01", 50000, None)]),
        ("AB01: £90,000 from a new contract in 2014/15", [("AB01", 90000, "2014/15")]),
        ("The option would release £90,000 from 2014/15 (saving reference AB01) after £60,000 has been put back.",
         [("AB01", 90000, "2014/15")]),
        ("£60,000 of the savings in 2014/15 is set aside, with savings of £70,000 from 2015/16. (Ref. AB01)",
         [("AB01", 70000, "2015/16")]),
    ],
)  # fmt: skip
def test_amounts_years_and_references_are_kept_together(text, expected):
    assert [(stated.reference, stated.amount, stated.financial_year) for stated in stated_in(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The grant of £75,000 was spent.",
        "A place costs about £280,000 a year.",
        "Own carers cost £612 a week.",
        "The reserve stands at £2.2m.",
    ],
)
def test_money_that_is_no_budget_line_is_no_saving(text):
    assert stated_in(text) == []


def test_a_reference_in_the_next_paragraph_is_of_the_saving_before_it():
    (saving,) = savings_in(
        paragraphs("""
        The depot closes, with savings of £70,000 expected from 2014/15 onwards.
        This saving is shown in the plan (Saving Reference - AB01)
        """)
    )

    assert (saving.reference, saving.amount, saving.source.passages) == ("AB01", 70000, (0, 1))


@pytest.mark.parametrize(
    ("head", "row", "amount"),
    [
        ("| Ref | Savings | 2014/15 £m |", "| AB01 | Fewer desks | (1.2) |", 1200000),
        ("| Ref | Proposal | Saving 2014/15 (£) |", "| AB01 | Fewer desks | 1,200 |", 1200),
        ("| Reference | Pressure or saving | Amount 2014/15 |", "| AB01 | Fewer desks | £1,200 |", 1200),
        ("| Reference | Pressure or saving | Amount 2014/15 |", "| AB01 | Pressure: desks | £1,200 |", -1200),
        ("| Ref | Growth | 2014/15 £'000 |", "| AB01 | More desks | 1.2 |", -1200),
    ],
)
def test_a_tables_head_gives_scale_and_sense(head, row, amount):
    assert [saving.amount for saving in savings_in(paragraphs(f"{head}\n{row}"))] == [pytest.approx(amount)]


def test_groups_within_a_table_say_which_lines_are_pressures():
    found = savings_in(
        paragraphs("""
        | Ref | Line | 2014/15 £000 |
        | Savings | | |
        | AB01 | Fewer desks | (12) |
        | Pressures | | |
        | AB02 | School travel | 30 |
        | Total | | 18 |
        """)
    )

    assert [(saving.reference, saving.amount) for saving in found] == [("AB01", 12000), ("AB02", -30000)]


def test_a_reference_with_two_amounts_is_kept_twice_and_noted():
    text = CAPITALS.replace("| CH04 | Depot closed | 120 |", "| CH04 | Depot closed | 125 |")

    assert ("CH04", 120000, "2014/15") in savings(text)
    assert ("CH04", 125000, "2014/15") in savings(text)
    (message,) = problems(text)
    assert message.startswith("Reference CH04 has two amounts: £120,000 in 2014/15")
    assert "£125,000 in 2014/15 (Depot closed)" in message


def test_a_reference_for_two_savings_is_kept_twice_and_noted():
    text = """
    # Budget scrutiny 2014/15
    # How will you save?
    Commissioning savings - £170k will be delivered in 14/15. (Ref. AB20 & AB26)
    A further £250k (all years) will be saved by better computers. (Ref. CD35 & AB26)
    """

    assert [(reference, amount) for reference, amount, _ in savings(text)] == [
        ("AB20 & AB26", 170000),
        ("CD35 & AB26", 250000),
    ]
    (message,) = problems(text)
    assert message.startswith("Reference AB26 stands for two savings: £170,000 in 2014/15")
    assert "£250,000 (Better computers)" in message


def test_two_savings_of_one_year_under_one_reference_are_noted():
    text = "# Budget scrutiny\nSavings of £100k (14/15) from trading, and £88k (14/15) from fewer vans. (Ref. AB18)"

    (message,) = problems(text)

    assert message.startswith("Reference AB18 stands for two savings: £100,000 in 2014/15")


def test_amounts_that_agree_are_no_problem():
    assert problems(CAPITALS) == []


def test_figures_and_events_are_read_as_in_other_papers():
    assert [(figure.indicator, figure.area, figure.value) for figure in found(NUMBERED, Figure)] == [
        ("children-looked-after-number", "Wexcombe", 431),
        ("children-looked-after-rate", "Wexcombe", 72.5),
        ("children-looked-after-rate", "England", 64),
    ]
    assert [event.date for event in found(NUMBERED, Event)] == ["2018-12-03"]


def test_the_papers_date_is_one_that_stands_alone_at_its_head():
    assert BUDGET_SCRUTINY.read(paper(NUMBERED)).date == "2019-01-14"
    assert BUDGET_SCRUTINY.read(paper(CAPITALS)).date is None


def test_the_title_names_what_is_scrutinised_and_whose_portfolio():
    title = BUDGET_SCRUTINY.read(paper(CAPITALS)).title

    assert title == "SCRUTINY OF THE BUDGET PROPOSALS 2014/15 – 2017/18. PORTFOLIO: CHILDREN AND FAMILIES"


def test_papers_in_both_manners_are_known_as_such():
    kinds = [detect(paper(text).paragraphs) for text in (CAPITALS, NUMBERED)]

    assert [kind.name for kind in kinds if kind] == ["budget_scrutiny", "budget_scrutiny"]


def test_a_running_number_is_no_theme():
    asked = facts_of(
        BUDGET_SCRUTINY.read(
            paper("""
            # SCRUTINY OF THE BUDGET PROPOSALS 2014/15
            # RISK
            # Key line of enquiry 1
            How firm are the savings?
            # Service response
            They are firm.
            # Key line of enquiry 2
            What could go wrong?
            # Service response
            Prices may rise.
            """)
        ),
        Question,
    )

    assert [(each.theme, each.answer) for each in asked] == [("RISK", "They are firm."), ("RISK", "Prices may rise.")]


def test_the_first_line_of_a_list_gives_its_savings_their_year():
    found = savings_in(paragraphs("The proposals for 2014/15 are:\n- CH21: fewer vans - £80,000"))

    assert [(saving.reference, saving.financial_year) for saving in found] == [("CH21", "2014/15")]


def test_a_reference_may_open_a_sentence():
    found = stated_in("CH12 (school travel) was expected to yield £150k in 2014/15 and will yield £60k.")

    assert [(saving.reference, saving.amount) for saving in found] == [("CH12", 150000), ("CH12", 60000)]


def test_the_budget_of_a_service_is_no_saving():
    found = stated_in("The budget for the hub is £1.05m. Closing it would release £410,000 (reference CH07).")

    assert [saving.amount for saving in found] == [410000]


def test_the_meeting_that_a_paper_is_for_is_read_from_its_head():
    head = "# WEXCOMBE CITY COUNCIL\n# BUDGET PANEL – 22 JANUARY 2014\n# SCRUTINY OF THE BUDGET PROPOSALS 2014/15\n"
    (met,) = facts_of(BUDGET_SCRUTINY.read(paper(head + "How firm are the savings?\nFirm.")), Meeting)

    assert (met.committee, met.held_on, met.status) == ("Budget Panel", "2014-01-22", "planned")
