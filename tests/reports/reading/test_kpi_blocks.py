"""Blocks of a measure each: name, rating and labelled values, whatever stands around them."""

from __future__ import annotations

import pytest

from reports.reading.kpi_blocks import blocks_in, figures_of
from reports.reading.paragraph import Paragraph
from reports.reading.table_heads import Own
from tests.reports.reading.words import paragraphs

OWN = Own("Wexcombe", "2024/25-Q3", "2024/25-Q3")


def told(text):
    return [
        (figure.label, figure.value, figure.role, figure.rag)
        for block in blocks_in(paragraphs(text))
        for figure in figures_of(block, OWN)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "# GREEN\nPlans reviewed on time\n| Latest: 94% | Target: 90% |",
        "| Plans reviewed on time | GREEN |\n| Latest: 94% | Target: 90% |",
        "Plans reviewed GREEN on time\nLatest: 94% Target: 90%",
        "# Plans reviewed on time\nRAG: Green\nActual: 94%\nTarget: 90%",
        "# Plans reviewed on time\n| Actual | 94% |\n| Target | 90% |\n| RAG | G |",
        "Plans reviewed on time\nLatest: 94% (Green) Target: 90%",
    ],
)
def test_a_blocks_name_rating_and_values_are_read_in_any_order(text):
    assert told(text) == [
        ("Plans reviewed on time", 94, "actual", "green"),
        ("Plans reviewed on time", 90, "target", None),
    ]


def test_what_a_chart_prints_is_no_figure_and_no_name():
    text = """
    Plans reviewed on time
    100%
    75%
    | Mar 24 | Jun 24 | Sep 24 | Dec 24 |
    | Latest: 94% | Target: 90% |
    """

    assert [(label, value) for label, value, *_ in told(text)] == [
        ("Plans reviewed on time", 94), ("Plans reviewed on time", 90),
    ]  # fmt: skip


def test_a_name_goes_on_after_a_dash():
    text = "| Young people in custody per 10,000 | RED |\n- rolling 12 months\n| Latest: 3 | Target: 2 |"

    assert told(text)[0] == ("Young people in custody per 10,000 – rolling 12 months", 3, "actual", "red")


def test_a_target_alone_is_no_block():
    assert told("Plans reviewed on time\nTarget: 90%") == []


def test_values_of_other_areas_and_earlier_times_are_not_todays():
    text = "Plans reviewed on time\nLatest: 94% Previous quarter: 91% England: 88% Statistical neighbours: 89%"

    found = [figure for block in blocks_in(paragraphs(text)) for figure in figures_of(block, OWN)]

    assert [(figure.value, figure.area, figure.period, figure.role) for figure in found] == [
        (94, "Wexcombe", "2024/25-Q3", "actual"),
        (91, "Wexcombe", "2024/25-Q2", "previous"),
        (88, "England", "2024/25-Q3", "actual"),
        (89, "Statistical neighbours", "2024/25-Q3", "actual"),
    ]


def card(*rows: tuple[str, ...]) -> list[Paragraph]:
    return [
        Paragraph(ordinal=place, page=1, text=" ".join(cells), style="row", cells=cells)
        for place, cells in enumerate(rows)
    ]


def test_a_row_of_names_and_values_in_turn_is_read_pair_by_pair():
    rows = card(
        ("KPI 3.2: Children in care per 10,000", "AMBER"),
        ("Q3 2024/25 actual", "62.5", "Q3 target", "60"),
        ("Q2 2024/25 actual", "61.9", "Direction of travel"),
        ("Statistical neighbours", "66 (March 2024)", "England", "Not available"),
    )

    (block,) = blocks_in(rows)
    found = list(figures_of(block, Own("Wexcombe", "2024/25-Q3", "2024/25-Q3")))

    assert block.title == "Children in care per 10,000"
    assert [(figure.area, figure.period, figure.value, figure.role, figure.rag) for figure in found] == [
        ("Wexcombe", "2024/25-Q3", 62.5, "actual", "amber"),
        ("Wexcombe", "2024/25-Q3", 60, "target", None),
        ("Wexcombe", "2024/25-Q2", 61.9, "actual", None),
        ("Statistical neighbours", "2024-03", 66, "actual", None),
    ]


def test_a_card_names_its_measure_beside_the_word_indicator():
    rows = card(
        ("Indicator", "CS 04: Re-referrals within 12 months"),
        ("Current performance", "19%"),
        ("Target", "20%"),
        ("RAG status", "Green"),
    )

    (block,) = blocks_in(rows)

    assert (block.title, block.rag) == ("Re-referrals within 12 months", "green")


@pytest.mark.parametrize("before", ["Q2 2024/25", "Q2", "September 2024"])
def test_a_time_may_stand_for_its_value(before):
    text = f"# KPI 1 – Plans reviewed on time\nQ3 result: 94% Target: 90% {before}: 91% Status: GREEN"

    assert told(text) == [
        ("Plans reviewed on time", 94, "actual", "green"),
        ("Plans reviewed on time", 90, "target", None),
        ("Plans reviewed on time", 91, "previous", None),
    ]


def test_a_quarter_without_a_year_is_over():
    (block,) = blocks_in(paragraphs("# Plans reviewed on time\nQ3 result: 94% Target: 90% Q4: 91%"))

    assert [figure.period for figure in figures_of(block, OWN)] == ["2024/25-Q3", "2024/25-Q3", "2023/24-Q4"]


def test_times_with_values_and_nothing_else_are_no_block():
    assert told("# Plans reviewed on time\nQ1 2024/25: 94% Q2 2024/25: 91%") == []


def test_the_only_value_of_the_councils_own_is_todays_whatever_its_time():
    text = "# Plans reviewed on time\n2023/24: 94% Target: 90% RAG: Green"

    assert told(text)[0] == ("Plans reviewed on time", 94, "actual", "green")
