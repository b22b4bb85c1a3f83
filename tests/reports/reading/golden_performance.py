"""The sources of the golden performance reports: blocks with charts, a scorecard in Word, a table a measure.

`python -m tests.reports.reading.golden_performance` writes them anew.
"""

from __future__ import annotations

from collections.abc import Sequence

import docx

from tests.reports.reading.golden_papers import GOLDEN
from tests.reports.reading.papers import Print, pdf, saved, spread

BLOCKS = (
    (
        "GREEN",
        "Percentage of single assessments completed within 45 working days",
        ("Latest: 88%", "Target: 85%, Floor: 80%", "Previous: 84% (Amber)"),
    ),
    (
        "AMBER",
        "Percentage of care leavers in education, employment or training - rolling 12 months",
        ("Latest: 61.4%", "Target: 65%, Floor: 60%", "Previous: 60.2% (Amber)"),
    ),
    (
        "RED",
        "Number of approved fostering households",
        ("Latest: 207", "Target: 230, Floor: 215", "Previous: 211 (Red)"),
    ),
)
COMMENTARY = (
    "CHILDREN AND FAMILIES",
    "At the end of December 2024 there were 641 children looked after, a rate of 45.1 per 10,000, compared with "
    "a national rate of 70.",
    "The percentage of education, health and care plans issued within 20 weeks was 52%, up from 47% in September 2024.",
    "KEY PERFORMANCE INDICATORS",
)
SCORECARD_HEAD = (
    "Ref", "Indicator", "Good is", "2023/24 outturn", "Q1 2024/25", "Q2 2024/25", "Target", "RAG", "DoT",
    "England 2023/24", "Stat. neighbours 2023/24",
)  # fmt: skip
SCORECARD = tuple(
    tuple(line.split(" | "))
    for line in (
        "CS01 | Re-referrals within 12 months | Low | 22.1% | 21.4% | 19.8% | 20% | G | Improving | 22.4% | 21%",
        "CS02 | Children looked after with three or more placements in the year* | Low | 11.2% | 11.9% | 12.6% (p)"
        " | 10% | R | Worsening | 10% | 9.7%",
        "CS03 | Children subject to a child protection plan per 10,000 | Low | 41 | 43.5 | 44.1 | 40 | A | Worsening"
        " | 41.6 | n/a",
        "CS04 | Average number of library visits | High | 6.4 | 6.1 | n/a | tbc | - | - | - | -",
    )
)
YEAR_END = (
    (
        "Young people aged 16 and 17 not in education, employment or training",
        (("", "2021/22", "2022/23", "2023/24"), ("Actual", "4.1%", "3.8%", "3.5%"), ("Target", "4.0%", "3.5%", "3.5%")),
        "Rating: Green",
    ),
    (
        "Pupils permanently excluded from school",
        (("", "2021/22", "2022/23", "2023/24"), ("Actual", "21", "26", "31"), ("Target", "20", "20", "20")),
        "Rating: Red",
    ),
)


def row(cells: Sequence[str], places: Sequence[float], y: float, bold: bool = False) -> list[Print]:
    """The cells of a table's row, each at its place; empty ones print nothing."""
    return [Print(cell, x, y, bold) for cell, x in zip(cells, places, strict=True) if cell]


def block(rag: str, title: str, fields: Sequence[str], y: float) -> list[Print]:
    """A block of a measure with its chart's axes below."""
    found = [Print(rag, 490, y - 3, True, 14), Print(title, 60, y + 16)]
    found += row(fields, (80, 200, 380), y + 40)
    found += [Print(text, 70, y + 60 + 14 * place, size=8) for place, text in enumerate(("100%", "75%", "50%"))]
    months = ("Mar 24", "Jun 24", "Sep 24", "Dec 24")
    return found + row(months, (120, 220, 320, 420), y + 104)


def blocks() -> bytes:
    """A quarter's report with a measure a block, whose summary counts one green too many."""
    front = spread("WEXCOMBE COUNTY COUNCIL", "QUARTERLY PERFORMANCE REPORT", "QUARTER 3", "2024/25")
    key = spread(
        "Progress is assessed by RAG (Red/Amber/Green) ratings and by direction of travel.",
        "Floor standards are the lowest performance that is expected.",
        y=220,
    )
    summary = [*row(("KPI", "GREEN", "AMBER", "RED"), (72, 200, 280, 360), 330, True),
               *row(("Summary", "2", "1", "1"), (72, 210, 290, 370), 350)]  # fmt: skip
    second = spread(*COMMENTARY)
    y = second[-1].y + 40
    for place, (rag, title, fields) in enumerate(BLOCKS):
        second += block(rag, title, fields, y + 150 * place)
    return pdf([*front, *key, *summary], second)


def scorecard() -> bytes:
    """A borough's scorecard in Word: a row a measure, letters for ratings."""
    document = docx.Document()
    for line in (
        "London Borough of Marl",
        "Children's Services Scorecard",
        "Quarter 2 2024/25 (July to September 2024)",
    ):
        document.add_paragraph().add_run(line).bold = True
    document.add_paragraph("Each measure is set against its target and rated red (R), amber (A) or green (G).")
    table = document.add_table(rows=0, cols=len(SCORECARD_HEAD))
    for cells in (SCORECARD_HEAD, *SCORECARD):
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            cell.text = text
    document.add_paragraph("* Three or more placements. (p) marks a provisional value.")
    return saved(document)


def year_end() -> bytes:
    """A city's report of the year: a small table for each measure, its rating below."""
    lines = spread("NESS CITY COUNCIL", "ANNUAL PERFORMANCE REPORT 2023/24", "EDUCATION AND SKILLS")
    lines += spread(
        "These key performance indicators show whether we met our targets. Direction of travel is against last year.",
        y=lines[-1].y + 30,
    )
    y = lines[-1].y + 40
    for title, rows, rating in YEAR_END:
        lines.append(Print(title, 72, y, True))
        for place, cells in enumerate(rows):
            lines += row(cells, (72, 180, 270, 360), y + 26 + 18 * place)
        lines.append(Print(rating, 72, y + 90))
        y += 140
    return pdf(lines)


def write() -> None:
    for name, content in (
        ("blocks.pdf", blocks()),
        ("scorecard.docx", scorecard()),
        ("year-end.pdf", year_end()),
    ):
        (GOLDEN / "performance_report" / name).write_bytes(content)


if __name__ == "__main__":
    write()
