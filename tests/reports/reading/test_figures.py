import pytest

from reports.reading.figures import Setting, figures_in, read_figures
from tests.reports.reading.words import paragraphs

WEXCOMBE = Setting("Wexcombe", written="2014-11", period="2014-10", performance=True)


def read(text, setting=WEXCOMBE):
    """Slug, area, period, value and role of each figure of a text."""
    return [(f.indicator, f.area, f.period, f.value, f.role) for f in read_figures(text, setting)]


def values(text, setting=WEXCOMBE):
    return [figure.value for figure in read_figures(text, setting)]


def test_children_in_care_plus_unaccompanied_ones_and_their_rate_are_three_figures():
    text = (
        "The number of children in care in Wexcombe is now 512 plus 35 unaccompanied asylum seeking children, "
        "more than in April 2014, and among the best in the country with a rate of 41.7 per 10,000."
    )

    number, unaccompanied, rate = read_figures(text, WEXCOMBE)

    assert (number.indicator, number.value, number.unit) == ("children-looked-after-number", 512, "count")
    assert "leaving out unaccompanied" in number.label
    assert (unaccompanied.indicator, unaccompanied.value) == ("unaccompanied-children-number", 35)
    assert (rate.indicator, rate.value, rate.unit) == ("children-looked-after-rate", 41.7, "per_10000")
    assert {figure.period for figure in (number, unaccompanied, rate)} == {"2014-10"}


def test_comparators_are_figures_of_their_own_areas():
    text = (
        "402 children were on a child protection plan, or 28.3 per 10,000, against 42 nationally and 39 for "
        "our statistical neighbours."
    )

    assert read(text) == [
        ("child-protection-plans-number", "Wexcombe", "2014-10", 402, "actual"),
        ("child-protection-plans-rate", "Wexcombe", "2014-10", 28.3, "actual"),
        ("child-protection-plans-rate", "England", "2014-10", 42, "actual"),
        ("child-protection-plans-rate", "Statistical neighbours", "2014-10", 39, "actual"),
    ]


@pytest.mark.parametrize(
    "comparison",
    [
        "compared with a national rate of 64",
        "(England 64)",
        "(64 nationally)",
        "; the England average is 64",
        "against an England average of 64 per 10,000",
    ],
)
def test_englands_rate_is_said_in_many_ways(comparison):
    found = read(f"The rate of children looked after was 41.7 per 10,000 {comparison}.")

    assert found[1:] == [("children-looked-after-rate", "England", "2014-10", 64, "actual")]


def test_a_boast_is_no_comparator():
    text = "Our rate per 10,000, among the lowest in England, stands for children looked after at 41.7."

    assert read(text) == [("children-looked-after-rate", "Wexcombe", "2014-10", 41.7, "actual")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("61% of care leavers were in EET in September, an increase on 57% in April 2014.", "2014-04"),
        ("61% of care leavers were in EET in September, up from 57% in April 2014.", "2014-04"),
        ("61% of care leavers were in EET in September, compared with 57% in April 2014.", "2014-04"),
        ("61% of care leavers were in EET in September (57% last year).", "2013-09"),
        ("61% of care leavers were in EET in September. The figure was 57% in April 2014.", "2014-04"),
    ],
)
def test_an_earlier_value_is_previous_and_of_its_own_period(text, period):
    assert read(text) == [
        ("care-leavers-eet-percent", "Wexcombe", "2014-09", 61, "actual"),
        ("care-leavers-eet-percent", "Wexcombe", period, 57, "previous"),
    ]


def test_a_neighbours_value_after_an_earlier_one_is_of_todays_period():
    text = (
        "61% of care leavers were in EET in September, up from 57% in April 2014 and above the statistical "
        "neighbour average of 52%."
    )

    assert read(text)[2] == ("care-leavers-eet-percent", "Statistical neighbours", "2014-09", 52, "actual")


def test_from_one_value_to_another_is_the_earlier_and_the_later():
    text = (
        "Children subject to a child protection plan fell from 52 per 10,000 in May 2013 to 47.1 in May "
        "2014. This compares with our statistical neighbour average of 45."
    )

    assert read(text) == [
        ("child-protection-plans-rate", "Wexcombe", "2013-05", 52, "previous"),
        ("child-protection-plans-rate", "Wexcombe", "2014-05", 47.1, "actual"),
        ("child-protection-plans-rate", "Statistical neighbours", "2014-05", 45, "actual"),
    ]


def test_a_number_beside_a_rate_goes_with_the_number_before_it():
    text = (
        "At 31 March 2014, 512 children were looked after, which is 41.7 per 10,000. This compares with 498 "
        "at 31 March 2013."
    )

    assert read(text)[2] == ("children-looked-after-number", "Wexcombe", "2013-03-31", 498, "previous")


@pytest.mark.parametrize(
    "words", ["against a target of 15%", "(target 15%)", "(target: 15%)", ". The target set by Cabinet is 15%"]
)
def test_a_target_is_no_result(words):
    found = read(f"18% of children looked after were placed over 20 miles from home {words}.")

    assert [(value, role) for *_, value, role in found] == [(18, "actual"), (15, "target")]


def test_pupils_results_are_of_the_school_year_that_the_section_names():
    found = figures_in(
        paragraphs("""
        # Virtual School
        Results for the academic year 2013-14 are better than ever.
        The phonics test was passed well: 81% of CLA met the standard (74% last year) and the overall figure was 77%.
        """),
        Setting("Wexcombe", written="2014-11"),
    )

    assert [(f.indicator, f.period, f.value, f.role) for f in found] == [
        ("phonics-looked-after-percent", "2013/14", 81, "actual"),
        ("phonics-looked-after-percent", "2012/13", 74, "previous"),
        ("phonics-all-percent", "2013/14", 77, "actual"),
    ]


def test_costs_a_week_are_compared_with_the_club_that_the_section_names():
    found = figures_in(
        paragraphs("""
        # Benchmarking
        Wexcombe belongs to the CIPFA Fostering Benchmarking Club. In 2013/14:
        - in-house foster care cost £510 per week compared with £480 per week.
        - our own children's homes were dearer than the average (£4,120 pw compared with £3,900 pw).
        """),
        Setting("Wexcombe"),
    )

    assert [(f.indicator, f.area, f.value, f.unit) for f in found] == [
        ("in-house-foster-cost-per-week", "Wexcombe", 510, "gbp"),
        ("in-house-foster-cost-per-week", "CIPFA benchmarking club", 480, "gbp"),
        ("internal-residential-cost-per-week", "Wexcombe", 4120, "gbp"),
        ("internal-residential-cost-per-week", "CIPFA benchmarking club", 3900, "gbp"),
    ]


def test_a_heading_gives_its_period_to_what_stands_beneath_it_only():
    found = figures_in(
        paragraphs("""
        # Key performance - June 2014
        - Agency social workers: 12%.
        # Staffing
        Social worker turnover was 9%.
        """),
        Setting("Wexcombe"),
    )

    assert [(f.value, f.period) for f in found] == [(12, "2014-06"), (9, None)]


def test_the_date_of_the_latest_figures_holds_for_what_follows():
    found = figures_in(
        paragraphs("""
        # How we are doing
        The latest figures (end of September 2014) show 512 children in care. A further 35 are unaccompanied children. \
The number of child protection plans stood at 277 (29.3 per 10,000), down from 301 in March 2014.
        Some 61% of care leavers are in education, employment or training.
        """),
        Setting("Wexcombe"),
    )

    assert [(f.value, f.unit, f.period) for f in found] == [
        (512, "count", "2014-09"),
        (35, "count", "2014-09"),
        (277, "count", "2014-09"),
        (29.3, "per_10000", "2014-09"),
        (301, "count", "2014-03"),
        (61, "percent", "2014-09"),
    ]


def test_words_count_as_figures_in_units_of_their_own():
    text = "Average caseloads stand at 16.4 and the average SDQ score of children in care was 13.9."

    assert [(f.indicator, f.unit, f.value) for f in read_figures(text, WEXCOMBE)] == [
        ("caseload-average", "ratio", 16.4),
        ("sdq-score", "score", 13.9),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sixty people came to the fair: 38 young carers and 22 teachers.",
        "There were 3 degrees among our 14 graduates in 2014.",
        "Referrals fell by 12% and the number of children in care rose by 9.",
        "This is an increase of 5.1 percentage points.",
        "Our rate per 10,000 ranks 7th out of 151 councils.",
        "Children looked after at key stage 4, aged 16-18, achieved grades 9 to 4 within 12 months.",
        "The plan assumes a rate of children looked after of 39 per 10,000 by 2017.",
        "The number of personal advisers for care leavers rose to 17.",
        "The service received £250,000 and paid £1.5m for children looked after.",
        "Ten other local authorities visited the 22 teams in paragraph 5.6 of 2014/15.",
    ],
)
def test_what_is_no_kpi_is_no_figure(text):
    assert values(text) == []


def test_a_share_of_an_unknown_measure_counts_among_performance_figures_only():
    text = "92% of foster carers had an annual review."

    assert [(f.indicator, f.label, f.value) for f in read_figures(text, WEXCOMBE)] == [
        (None, "Foster carers had an annual review", 92)
    ]
    assert read_figures(text, Setting("Wexcombe")) == []


def test_the_numbers_behind_a_share_do_not_hide_what_it_is_of():
    text = "88% (44 of 50) of initial child protection conferences were held within 15 days."

    assert read(text) == [("initial-conferences-within-15-days-percent", "Wexcombe", "2014-10", 88, "actual")]


def test_a_quarter_without_a_year_is_the_last_such():
    text = "In Quarter 2, 90% of education, health and care plans were issued within 20 weeks (Q4: 85%)."

    assert [(period, value) for _, _, period, value, _ in read(text)] == [("2014/15-Q2", 90), ("2013/14-Q4", 85)]


def test_a_target_and_an_average_after_it_are_two():
    text = "Assessments completed within 45 days is 91%, above the 85% target and the national average of 83%."

    assert [(area, value, role) for _, area, _, value, role in read(text)] == [
        ("Wexcombe", 91, "actual"), ("Wexcombe", 85, "target"), ("England", 83, "actual"),
    ]  # fmt: skip


def test_one_in_five_is_a_share():
    text = "One in five children subject to a child protection plan were on a plan for a second time."

    assert read(text) == [("repeat-child-protection-plans-percent", "Wexcombe", "2014-10", 20, "actual")]


@pytest.mark.parametrize(
    "whose", ["in the areas of our statistical neighbours", "across the councils that are our statistical neighbours",
              "among the group of statistical neighbours"]
)  # fmt: skip
def test_the_areas_of_the_neighbours_are_not_the_councils(whose):
    text = f"Children looked after were 71 per 10,000 in March 2014, and 58 per 10,000 {whose}."

    assert [(area, period, value) for _, area, period, value, _ in read(text)] == [
        ("Wexcombe", "2014-03", 71), ("Statistical neighbours", "2014-03", 58),
    ]  # fmt: skip


def test_a_comparators_calendar_year_does_not_hide_whose_value_it_is():
    text = "48% of EHC plans were issued within 20 weeks. The figure for England in the 2013 calendar year was 52.5%."

    assert read(text)[1][1:4] == ("England", "2013", 52.5)


@pytest.mark.parametrize(
    "text",
    [
        "61% of care leavers aged 17 to 21 were in education, employment or training.",
        "The percentage of care leavers aged 17 to 21 in education, employment or training was 61%.",
    ],
)
def test_the_comma_of_a_compound_name_does_not_end_a_label(text):
    (figure,) = read_figures(text, WEXCOMBE)

    assert figure.label.startswith("Care leavers aged 17 to 21")
    assert figure.label.endswith("in education, employment or training")


def test_any_other_comma_ends_a_label():
    (figure, _) = read_figures("61% of care leavers were in touch, and 80% were in suitable accommodation.", WEXCOMBE)

    assert figure.label == "Care leavers were in touch"
