"""Figures of tables, lists, brackets and answers, and the measures that they are of."""

import pytest

from reports.reading.figures import Setting, figures_in, read_figures
from tests.reports.reading.test_figures import WEXCOMBE, read
from tests.reports.reading.words import paragraphs


def test_a_table_gives_each_column_its_period_area_or_target():
    found = figures_in(
        paragraphs("""
        # Performance
        | Measure | March 2013 | March 2014 | Target | England |
        | Children looked after per 10,000 | 40.2 | 41.7 | | 64 |
        | Care leavers in EET | 55% | 58% | 60% | 51% |
        """),
        Setting("Wexcombe"),
    )

    assert [(f.indicator, f.area, f.period, f.value, f.role) for f in found] == [
        ("children-looked-after-rate", "Wexcombe", "2013-03", 40.2, "actual"),
        ("children-looked-after-rate", "Wexcombe", "2014-03", 41.7, "actual"),
        ("children-looked-after-rate", "England", None, 64, "actual"),
        ("care-leavers-eet-percent", "Wexcombe", "2013-03", 55, "actual"),
        ("care-leavers-eet-percent", "Wexcombe", "2014-03", 58, "actual"),
        ("care-leavers-eet-percent", "Wexcombe", None, 60, "target"),
        ("care-leavers-eet-percent", "England", None, 51, "actual"),
    ]


def test_a_table_whose_heads_cannot_be_told_apart_gives_nothing():
    found = figures_in(
        paragraphs("""
        # Performance
        | Measure | March 2013 March 2014 and others |
        | Care leavers in EET | 55% | 58% | 51% |
        """),
        Setting("Wexcombe"),
    )

    assert found == []


def test_a_figure_cites_its_paragraph_and_its_sentence():
    (figure,) = figures_in(paragraphs("5.6 All is well. 61% of care leavers were in EET."), Setting("Wexcombe"))

    assert (figure.source.paragraph, figure.source.passages) == ("5.6", (0,))
    assert figure.source.quote == "61% of care leavers were in EET."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At 31 March 2014 the Council was looking after 412 children, plus a further 37 unaccompanied children.",
         [("children-looked-after-number", 412), ("unaccompanied-children-number", 37)]),
        ("Our looked after population stood at 1,024; 96 of these were unaccompanied asylum seeking children.",
         [("children-looked-after-number", 1024), ("unaccompanied-children-number", 96)]),
        ("On 30 September 2014 the Council looked after 288 children, a rate of 109 per 10,000.",
         [("children-looked-after-number", 288), ("children-looked-after-rate", 109)]),
        ("Caseloads average 15.2 children per social worker.", [("caseload-average", 15.2)]),
        ("The number of names on the Child Protection Register was 142.", [("child-protection-plans-number", 142)]),
        ("The rate of first-time entrants was 121 per 100,000 and 2.9% of 16 and 17 year olds were not in education, "
         "employment or training.", [("first-time-entrants-rate", 121), ("neet-percent", 2.9)]),
        ("The average weekly cost of an external residential placement is £4,240; a place in one of our own homes "
         "costs £3,115.", [("external-residential-cost-per-week", 4240), ("internal-residential-cost-per-week", 3115)]),
    ],
)  # fmt: skip
def test_measures_are_known_in_many_wordings(text, expected):
    assert [(figure.indicator, figure.value) for figure in read_figures(text, WEXCOMBE)] == expected


def test_a_date_in_brackets_is_of_the_value_before_it():
    text = "The number of approved fostering households has fallen from 188 (May 2012) to 161 (May 2014)."

    assert [(period, value, role) for _, _, period, value, role in read(text)] == [
        ("2012-05", 188, "previous"),
        ("2014-05", 161, "actual"),
    ]


def test_a_rate_in_brackets_is_of_the_same_day_as_its_number():
    text = "The number of children in care was 502 (47.1 per 10,000) at the end of June 2014."

    assert [period for _, _, period, _, _ in read(text)] == ["2014-06", "2014-06"]


def test_the_first_line_of_a_list_dates_its_points():
    found = figures_in(
        paragraphs("""
        The main measures for Quarter 1 of 2014/15 are:
        - Assessments completed within 45 working days: 86.4%
        - Children in care: 337 at 30 June 2014. The rate per 10,000 is 79.
        """),
        Setting("Wexcombe", written="2014-11"),
    )

    assert [(figure.indicator, figure.period) for figure in found] == [
        ("assessments-within-45-days-percent", "2014/15-Q1"),
        ("children-looked-after-number", "2014-06-30"),
        ("children-looked-after-rate", "2014-06-30"),
    ]


def test_a_table_of_this_quarter_and_last_takes_its_period_from_the_line_above():
    found = figures_in(
        paragraphs("""
        The table gives our measures for Quarter 1 of 2014/15.
        | Indicator | This quarter | Last quarter | Target |
        | Re-referrals within 12 months | 23.4% | 21.9% | 20% |
        """),
        Setting("Wexcombe", written="2014-11"),
    )

    assert [(figure.value, figure.role, figure.period) for figure in found[:2]] == [
        (23.4, "actual", "2014/15-Q1"),
        (21.9, "previous", "2013/14-Q4"),
    ]


def test_a_question_names_the_measure_of_its_answer():
    found = figures_in(
        paragraphs("""
        How many education, health and care plans are made within 20 weeks?
        In 2013, 58.3% of our plans were issued within 20 weeks.
        """),
        Setting("Wexcombe", written="2014-11"),
    )

    assert [(figure.indicator, figure.value) for figure in found] == [("ehc-plans-within-20-weeks-percent", 58.3)]
