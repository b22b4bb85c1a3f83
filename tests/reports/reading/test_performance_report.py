"""Performance reports: what period they are for, what their blocks, tables and commentary state."""

from __future__ import annotations

import pytest

from reports.reading.facts import Judgement
from reports.reading.kinds import detect
from reports.reading.kinds.performance_report import read
from reports.reading.report_periods import report_period
from tests.reports.reading.words import paper, paragraphs

REPORT = """
# WEXCOMBE COUNTY COUNCIL
# Quarterly Performance Report
# Quarter 3 2024/25
Each key performance indicator has a RAG rating and a direction of travel.
The percentage of assessments completed within 45 working days was 88%, above the target of 85%.
In November, 79% of decisions to assess were made by the day that the law sets.
| Percentage of assessments completed within 45 working days | GREEN |
| Latest: 88% | Target: 85%, Floor: 80% | Previous: 84% (Amber) |
# RED
Number of approved fostering households
| Latest: 207 | Target: 230 |
"""


def told(found):
    return [(figure.value, figure.role, figure.rag) for figure in found.facts]


def test_a_report_is_dated_by_its_quarter_and_so_are_its_figures():
    found = read(paper(REPORT))

    assert (found.title, found.date) == ("Quarterly Performance Report", "2024/25-Q3")
    assert {figure.period for figure in found.facts if figure.role == "actual"} == {"2024/25-Q3", "2024-11"}


def test_what_the_commentary_repeats_of_a_block_is_told_once():
    found = read(paper(REPORT))

    assert told(found)[1:] == [
        (88, "actual", "green"), (85, "target", None), (80, "floor", None), (84, "previous", "amber"),
        (207, "actual", "red"), (230, "target", None),
    ]  # fmt: skip
    assert [figure.source.basis for figure in found.facts][:2] == ["sentence", "cell"]


def test_a_performance_report_is_known():
    assert detect(paragraphs(REPORT)).name == "performance_report"


def test_a_report_put_to_a_meeting_with_recommendations_is_another_kind():
    text = "Report of: Director of Children's Services\nTitle of report: Quarter 3 Performance\n" + REPORT
    text += "# Recommendations\n1. That the Committee notes the performance of the quarter."

    kind = detect(paragraphs(text))

    assert kind is None or kind.name != "performance_report"


@pytest.mark.parametrize(
    ("lines", "period"),
    [
        (["Performance Report", "Quarter 3", "2024/25"], "2024/25-Q3"),
        (["Scorecard Q2 23/24"], "2023/24-Q2"),
        (["Children's Scorecard", "Quarter Two (July to September 2024)"], "2024/25-Q2"),
        (["2022-23 Quarter 4 performance"], "2022/23-Q4"),
        (["Performance to 31 December 2024", "Meeting: Cabinet, 4 February 2025"], "2024-12-31"),
        (["Monthly performance dashboard", "November 2023"], "2023-11"),
        (["Annual performance report 2023/24"], "2023/24"),
        (["Performance report", "Date of meeting: 4 February 2025"], None),
    ],
)
def test_the_period_stands_in_the_head(lines, period):
    assert report_period(lines) == period


def test_a_summary_that_counts_otherwise_is_a_problem():
    text = REPORT.replace("# RED", "This quarter 2 indicators are rated green, 0 amber and 1 red.\n# RED")

    problems = read(paper(text)).problems

    assert [problem.message for problem in problems] == ["The summary says 2 green, 1 was read"]


def test_a_summary_of_one_part_counts_what_stands_below_it():
    text = REPORT.replace("# RED", "| KPI | GREEN | AMBER | RED |\n| Summary | 0 | 0 | 1 |\n# RED")

    assert read(paper(text)).problems == ()


def test_a_summary_is_no_figure():
    text = REPORT + "| Directorate | Green | Amber | Red |\n| Children | 1 | 0 | 1 |\n| Total | 1 | 0 | 1 |"

    found = read(paper(text))

    assert len(found.facts) == 7
    assert found.problems == ()


def test_a_grade_that_the_commentary_reports_is_a_judgement():
    text = (
        REPORT + "\nAt the last Ofsted inspection, in May 2022, children's services were judged to be good overall.\n"
    )

    (judgement,) = [fact for fact in read(paper(text)).facts if isinstance(fact, Judgement)]

    assert (judgement.grade, judgement.judged_on) == ("Good", "2022-05")
