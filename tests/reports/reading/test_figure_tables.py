"""Tables of measures: heads, ratings, blank cells, names that run over a line."""

from __future__ import annotations

import pytest

from reports.reading.figure_tables import figures_in_table
from reports.reading.table_heads import Own
from tests.reports.reading.words import paragraphs

OWN = Own("Wexcombe", "2024/25-Q3", "2024/25-Q3")


def read(text, above=""):
    return figures_in_table(paragraphs(text), OWN, True, above)


def told(text):
    return [(figure.value, figure.period, figure.role, figure.rag) for figure in read(text)]


def test_a_lone_rating_is_that_of_the_latest_value():
    text = """
    | Ref | Measure | Q1 | Q2 | Q3 | Target | RAG | DoT |
    | C1 | Plans reviewed on time | 90% | 91% | 94%* | 90% | G | Improving |
    """

    assert told(text) == [
        (90, "2024/25-Q1", "actual", None), (91, "2024/25-Q2", "actual", None), (94, "2024/25-Q3", "actual", "green"),
        (90, "2024/25-Q3", "target", None),
    ]  # fmt: skip


def test_each_of_several_ratings_is_of_the_value_before_it():
    text = """
    | Measure | Q2 | Q2 RAG | Q3 | Q3 RAG |
    | Plans reviewed on time | 88% | Red | 94% | Green |
    """

    assert [(value, rag) for value, _, _, rag in told(text)] == [(88, "red"), (94, "green")]


def test_quarters_still_to_come_print_nothing():
    text = """
    | Measure | Q1 | Q2 | Q3 | Q4 | Target |
    | Plans reviewed on time | 90% | 91% | 94% | 95% |
    """

    assert told(text)[2:] == [(94, "2024/25-Q3", "actual", None), (95, "2024/25-Q3", "target", None)]


def test_a_value_that_could_stand_under_two_heads_is_left_out():
    text = """
    | Measure | Q1 | Q2 | Q3 | Target | RAG |
    | Plans reviewed on time | 90% | 91% | Red |
    """

    assert told(text) == []


def test_what_is_concluded_from_blank_cells_is_not_sure():
    text = """
    | Measure | Q2 | Q3 | Target | RAG |
    | Families helped | 410 | 420 |
    """

    assert {figure.source.basis for figure in read(text)} == {"place"}
    assert told(text)[1] == (420, "2024/25-Q3", "actual", None)


@pytest.mark.parametrize("cell", ["n/a", "-", "tbc", "Not yet available", "<5", "85-90%"])
def test_a_cell_without_one_value_is_no_figure(cell):
    assert told(f"| Measure | Q2 | Q3 |\n| Families helped | 410 | {cell} |") == [(410, "2024/25-Q2", "actual", None)]


def test_a_target_may_be_a_bound():
    text = "| Measure | Actual | Target |\n| Re-referrals within 12 months | 23% | Less than 20% |"

    assert told(text)[1] == (20, "2024/25-Q3", "target", None)


def test_years_above_quarters_are_theirs():
    text = """
    | 2023/24 | 2024/25 |
    | Measure | Q3 | Q4 | Q1 | Q2 |
    | Families helped | 380 | 390 | 400 | 410 |
    """

    assert [period for _, period, *_ in told(text)] == ["2023/24-Q3", "2023/24-Q4", "2024/25-Q1", "2024/25-Q2"]


def test_a_name_over_two_lines_is_put_together():
    text = """
    | Measure | Q3 | Target |
    Percentage of children in care with
    | three or more placements within | 9.8% | 10% |
    12 months
    """

    assert read(text)[0].label == "Percentage of children in care with three or more placements within 12 months"


def test_the_name_of_a_part_of_a_table_is_no_end_of_it():
    text = """
    | Measure | Q3 | Target |
    | Families helped | 420 | 400 |
    # Children in care
    | Children in care | 641 | 630 |
    """

    assert [figure.value for figure in read(text)] == [420, 400, 641, 630]


def test_a_table_of_one_measure_takes_its_name_from_above():
    text = """
    | 2022/23 | 2023/24 |
    | Actual | 410 | 420 |
    | Target | 400 | 400 |
    | England | 380 | 390 |
    RAG rating: Green
    """

    found = read(text, above="Families helped")

    assert {figure.label for figure in found} == {"Families helped"}
    assert [(figure.value, figure.role, figure.area, figure.rag) for figure in found][1::2] == [
        (420, "actual", "Wexcombe", "green"), (400, "target", "Wexcombe", None), (390, "actual", "England", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "cell", "unit"),
    [
        ("Children in care per 10,000", "45.1", "per_10000"),
        ("% of plans on time", "88", "percent"),
        ("First-time entrants per 100,000", "175", "ratio"),
        ("Families helped", "420", "count"),
        ("Cost of a place a week", "£1,250", "gbp"),
        ("Days to a placement", "17.5", None),
    ],
)
def test_a_value_has_the_unit_that_its_cell_or_label_prints(label, cell, unit):
    (figure,) = read(f"| Measure | Q3 |\n| {label} | {cell} |")

    assert figure.unit == unit


def test_a_number_with_its_share_is_two_figures():
    found = read("| Measure | Q3 |\n| Care leavers in work | 45 (12%) |")

    assert [(figure.value, figure.unit) for figure in found] == [(45, "count"), (12, "percent")]


def test_a_table_of_money_holds_no_figures():
    assert read("| Service | Budget £000 2023/24 | Forecast 2024/25 |\n| Children in care | 640 | 655 |") == []
