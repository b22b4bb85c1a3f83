"""Tables of a plan: every entry one row, whether lines are drawn or not, over the ends of pages."""

from __future__ import annotations

import pytest

from reports.reading.furniture import without_furniture
from reports.reading.lines import Line, Page
from reports.reading.paragraph import Paragraph
from reports.reading.pdf import printed
from reports.reading.plan_heads import head_at
from reports.reading.plan_tables import tables_apart, with_rows
from reports.reading.rulings import rulings_of
from tests.reports.reading.golden_papers_plans import RULED_HEADS, ruled
from tests.reports.reading.papers import Print, pdf, spread


def rows_of(content: bytes, lines: bool = True) -> list[Paragraph]:
    pages = printed(content).pages
    drawn = (lambda numbers: rulings_of(content, numbers)) if lines else (lambda _: {})
    return tables_apart(pages, without_furniture(pages), drawn)[1]


@pytest.mark.parametrize("lines", [True, False], ids=["with lines", "without lines"])
def test_each_entry_is_a_row_with_a_cell_for_each_head(lines):
    heads, *rows = rows_of(ruled(), lines)

    assert heads.cells == RULED_HEADS
    assert [row.cells[1].split("\n")[0] for row in rows] == [
        "Family hubs: hours of opening",
        "School places plan 2026 to 2030",
        "Sale of the Marlow Lane Centre",
        "Youth justice plan",
    ]


def test_heads_that_each_page_repeats_are_told_once():
    rows = rows_of(ruled())

    assert sum(row.cells == RULED_HEADS for row in rows) == 1


@pytest.mark.parametrize("lines", [True, False], ids=["with lines", "without lines"])
def test_an_entry_goes_on_over_the_end_of_a_page(lines):
    sale = rows_of(ruled(), lines)[3]

    assert sale.cells[1].endswith("to use the receipt for two new hubs.\nPart exempt 3")
    assert [box.page for box in sale.boxes] == [2, 3]


def test_a_paper_without_such_a_table_is_left_as_it_is():
    content = pdf(spread("WEXCOMBE COUNTY COUNCIL", "1.|The panel noted the report."))
    pages = printed(content).pages

    left, rows = tables_apart(pages, pages, pytest.fail)

    assert left == pages
    assert rows == []


def test_heads_may_take_two_lines():
    page = Page(
        1, 600, 800, (line_of("Decision", "Title and", "Decision", y=80), line_of("due", "summary", "maker", y=92))
    )

    assert head_at(page.rows, 0) == 2


def line_of(*texts: str, y: float) -> tuple[Line, ...]:
    return tuple(
        Line(1, text, 60 + 150 * place, 110 + 150 * place, y, y + 10, True, 10) for place, text in enumerate(texts)
    )


def test_a_group_of_entries_keeps_its_heading_apart():
    heads = [Print(text, x, 80, True) for text, x in (("Title", 72), ("Date of decision", 250), ("Contact", 420))]
    first = [Print(text, x, 140) for text, x in (("Youth plan", 72), ("12 May 2026", 250), ("Jo Field", 420))]
    group = [Print("Family Policy Committee - 12 May 2026", 72, 110, True)]
    pages = printed(pdf([*heads, *group, *first])).pages

    left, rows = tables_apart(pages, pages, lambda _: {})

    assert [row.cells for row in rows[1:]] == [("Youth plan", "12 May 2026", "Jo Field")]
    assert "Family Policy Committee - 12 May 2026" in [line.text for row in left[0].rows for line in row]


def test_rows_stand_among_the_paragraphs_of_their_page():
    content = ruled()
    rows = rows_of(content)
    before, after = (Paragraph(ordinal=0, page=page, text="x") for page in (1, 9))

    merged = with_rows((before, after), rows)

    assert merged[0].text == merged[-1].text == "x"
    assert [each.ordinal for each in merged] == list(range(len(rows) + 2))


def beside(y: float, *cells: str, bold: bool = False) -> list[Print]:
    return [Print(cell, 60 + 125 * place, y, bold) for place, cell in enumerate(cells) if cell]


MEETING_HEADS = ("Issue/decision", "Consultation", "Cabinet Member", "Lead officer")
MEETINGS = (
    *(Print(text, 60, y, True, 15) for text, y in (("Wexcombe County Council", 60), ("Cabinet, 12 May 2026", 84))),
    *beside(108, *MEETING_HEADS, bold=True),
    *beside(130, "Youth plan", "None", "A Brindle", "Jo Field"),
    Print("Cabinet, 9 June 2026", 60, 160, True, 15),
    *beside(184, *MEETING_HEADS, bold=True),
    *beside(206, "Family hubs", "None", "A Brindle", "Ravi Stell"),
)


def test_a_title_above_the_heads_is_none_of_them():
    assert rows_of(pdf(MEETINGS))[0].cells == MEETING_HEADS


def test_a_table_below_another_on_the_page_begins_entries_of_its_own():
    told = [row.cells[::3] for row in rows_of(pdf(MEETINGS)) if row.cells != MEETING_HEADS]

    assert told == [("Youth plan", "Jo Field"), ("Family hubs", "Ravi Stell")]
