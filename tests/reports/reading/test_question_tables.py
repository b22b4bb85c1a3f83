from reports.reading.facts import Question, Saving
from reports.reading.kinds.budget_scrutiny import read
from reports.reading.question_tables import without_broken_rows
from tests.reports.reading.words import facts_of, paper, paragraphs

TABLE = """
# Scrutiny of the budget proposals 2022/23
# PLACEMENTS
|No. Question|Response|
|What is driving the overspend|The number of placements rose from 61 in March|
|on placements?|2021 to 74 in November 2021.|
|Can more children stay with our|Yes. Each carer saves £21,000 a year.|
|own carers?|We want 160 of them.|
# Appendix: proposals (£000)
Figures in brackets are pressures.
|Ref|Proposal|2022/23|
|CF01|End of the sports grant|195|
|CF02|Placement growth|(850)|
"""


def test_cells_that_run_over_lines_are_one_question_with_its_answer():
    questions = facts_of(read(paper(TABLE)), Question)

    assert [(each.theme, each.question) for each in questions] == [
        ("PLACEMENTS", "What is driving the overspend on placements?"),
        ("PLACEMENTS", "Can more children stay with our own carers?"),
    ]
    assert questions[1].answer == "Yes. Each carer saves £21,000 a year. We want 160 of them."


def test_every_row_of_an_answer_is_among_its_passages():
    assert [each.source.passages for each in facts_of(read(paper(TABLE)), Question)] == [(3, 4), (5, 6)]


def test_a_table_whose_rows_are_whole_stays_as_it_is():
    whole = paragraphs("|Question|Answer|\n|What is saved?|£20,000.|\n|Who decides?|Cabinet.|")

    assert without_broken_rows(whole) == (whole, {})


def test_a_table_that_tells_what_its_brackets_mean_is_believed():
    savings = facts_of(read(paper(TABLE)), Saving)

    assert {each.reference: each.amount for each in savings if each.source.basis == "cell"} == {
        "CF01": 195000,
        "CF02": -850000,
    }
