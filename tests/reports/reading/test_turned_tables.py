"""Tables whose rows are periods, and tables that are about one measure."""

from __future__ import annotations

from reports.reading.figure_setting import Setting
from reports.reading.figure_tables import figures_in_table
from reports.reading.figures import figures_in
from reports.reading.table_heads import Own
from tests.reports.reading.words import paragraphs

OWN = Own("Wexcombe", "2023/24-Q4", "2023/24")


def told(text, above=""):
    found = figures_in_table(paragraphs(text), OWN, True, above)
    return [(figure.label, figure.value, figure.unit, figure.period, figure.area) for figure in found]


def test_columns_may_be_measures_and_rows_periods():
    text = """
    | Quarter | Referrals | Children in care |
    | Q3 2023/24 | 1,240 | 612 |
    | Q4 2023/24 | 1,251 | 621 |
    """

    assert told(text)[2:] == [
        ("Referrals", 1251, "count", "2023/24-Q4", "Wexcombe"),
        ("Children in care", 621, "count", "2023/24-Q4", "Wexcombe"),
    ]  # fmt: skip


def test_columns_may_say_how_the_measure_above_is_counted():
    text = """
    | Year | Number | Rate per 10,000 | England rate | England |
    | 2022/23 | 602 | 90.1 | 71 | 71 |
    | 2023/24 | 621 | 93.6 | 70 | 70 |
    """

    assert [(value, unit, area) for _, value, unit, _, area in told(text, "Children in care")[3:]] == [
        (621, "count", "Wexcombe"), (93.6, "per_10000", "Wexcombe"), (70, "per_10000", "England"),
    ]  # fmt: skip


def test_actual_and_target_may_head_periods_without_a_corner():
    text = """
    | Actual | Target | England |
    | 2022/23 | 21.0% | 20% | 22.4% |
    | 2023/24 | 19.6% | 20% | 22.4% |
    """

    found = figures_in_table(paragraphs(text), OWN, True, "Re-referrals within 12 months")

    assert [(figure.value, figure.role, figure.period, figure.area) for figure in found[3:]] == [
        (19.6, "actual", "2023/24", "Wexcombe"), (20, "target", "2023/24", "Wexcombe"),
        (22.4, "actual", "2023/24", "England"),
    ]  # fmt: skip


def test_a_row_of_ratings_is_of_the_values_above_it():
    text = """
    | 2022/23 | 2023/24 |
    | Actual | 46% | 52% |
    | Target | 50% | 50% |
    | RAG rating | Amber | Green |
    """

    found = figures_in_table(paragraphs(text), OWN, True, "KPI 1: Plans issued within 20 weeks")

    assert [(figure.value, figure.rag) for figure in found] == [(46, "amber"), (52, "green"), (50, None), (50, None)]


def test_a_title_with_its_rating_names_the_measure_of_the_table_below():
    text = """
    | CF04 Re-referrals within 12 months | RED |
    | Latest | Target | Previous quarter |
    | 24.9% | 20% | 22.7% |
    Commentary: The quality of closing decisions is being looked at.
    | CF07 Families helped | GREEN |
    | Latest | Target | Previous quarter |
    | 410 | 400 | 390 |
    """

    found = figures_in(paragraphs(text), Setting("Wexcombe", "2023/24-Q4", "2023/24-Q4", performance=True))

    assert [(figure.label, figure.value, figure.period, figure.rag) for figure in found if figure.role != "target"] == [
        ("Re-referrals within 12 months", 24.9, "2023/24-Q4", "red"),
        ("Re-referrals within 12 months", 22.7, "2023/24-Q3", None),
        ("Families helped", 410, "2023/24-Q4", "green"),
        ("Families helped", 390, "2023/24-Q3", None),
    ]


def test_a_sentence_above_a_table_is_no_measure():
    text = "| Latest | Target |\n| 24.9% | 20% |"

    assert told(text, "Two of the six measures are green.") == []


def test_a_note_dates_what_the_council_is_set_beside():
    text = """
    Key: G = on target; A = within 10% of target. The England column shows the latest published figures, for 2022/23.
    | Measure | Q3 | Target | England |
    | Plans reviewed on time | 91% | 90% | 88% |
    """

    found = figures_in(paragraphs(text), Setting("Wexcombe", "2023/24-Q3", "2023/24-Q3", performance=True))

    assert [(figure.value, figure.period) for figure in found] == [
        (91, "2023/24-Q3"), (90, "2023/24-Q3"), (88, "2022/23"),
    ]  # fmt: skip
