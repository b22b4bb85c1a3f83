"""Tables whose cells are known by their places: blank cells, torn rows, heads over heads, cells printed close."""

from __future__ import annotations

import docx
import pytest

from reports.reading import docx as word
from reports.reading.cells_apart import with_cells_apart
from reports.reading.figure_tables import figures_in_table
from reports.reading.figures import tables_of
from reports.reading.lines import Line
from reports.reading.message import as_message, from_message
from reports.reading.read import read
from reports.reading.table_heads import Own
from reports.reading.table_places import Cells, heads_merged, rejoined, widened
from tests.reports.reading.papers import Print, pdf, saved

OWN = Own("Wexcombe", "2024/25-Q3", "2024/25-Q3")
# It reaches as far right as the table: what stands beyond the text may be a note in the margin.
INTRODUCTION = "The table gives the latest values of all measures that the panel asked to see at its meeting in March"
PLACES = (50, 260, 310, 360, 420, 480)


def paragraphs(*rows, size=9):
    """What the reader makes of rows of (top, cells), a blank cell being None, each cell at its place of PLACES."""
    lines = [
        Print(text, x, 80 + top, size=size)
        for top, cells in rows
        for text, x in zip(cells, PLACES, strict=False)
        if text
    ]
    return read(
        pdf(
            [
                Print(INTRODUCTION, 50, 40),
                *lines,
            ]
        )
    ).paragraphs


def told(*rows):
    (table,) = tables_of(paragraphs(*rows)).values()
    return [
        (figure.label, figure.value, figure.period, figure.role, figure.source.basis)
        for figure in figures_in_table(table, OWN, True)
    ]


def test_a_value_stands_under_the_head_that_it_stands_under():
    head = ("Measure", "Q1", "Q2", "Q3", "Target")

    found = told(
        (0, head), (20, ("Plans reviewed", "90%", "91%", "92%", "95%")), (40, ("Visits made", None, "81%", None, "85%"))
    )

    assert found[4:] == [
        ("Visits made", 81, "2024/25-Q2", "actual", "cell"), ("Visits made", 85, "2024/25-Q3", "target", "cell"),
    ]  # fmt: skip


def test_a_row_whose_cells_have_unlike_many_lines_is_put_together():
    found = told(
        (0, (None, "Q2", "Q3")), (5.5, ("Measure", None, None, "Target")), (11, (None, "2024/25", "2024/25")),
        (30, ("Percentage of children in care who",)), (35.5, (None, "9.1%", "9.8%", "10%")),
        (41, ("Moved three times",)),
    )  # fmt: skip

    assert [(label, value, period) for label, value, period, *_ in found] == [
        ("Percentage of children in care who Moved three times", 9.1, "2024/25-Q2"),
        ("Percentage of children in care who Moved three times", 9.8, "2024/25-Q3"),
        ("Percentage of children in care who Moved three times", 10, "2024/25-Q3"),
    ]


def test_figures_of_a_torn_row_cite_all_of_it():
    rows, torn = rejoined(paragraphs((0, ("Children in care",)), (5.5, (None, "61", "62")), (11, ("Per 10,000",)))[1:])

    assert [row.cells for row in rows] == [("Children in care Per 10,000", "61", "62")]
    assert [len(paragraphs) for paragraphs in torn.values()] == [3]


def test_two_rows_of_values_are_never_one():
    rows, _ = rejoined(paragraphs((0, ("Visits made", "61", "62")), (10.5, ("Plans written", "63", "64")))[1:])

    assert [row.cells for row in rows] == [("Visits made", "61", "62"), ("Plans written", "63", "64")]


def test_what_stands_over_several_heads_is_said_of_each():
    above = Cells(("Measure", "Wexcombe", "RAG"), ((0, 90), (100, 190), (200, 230)))
    below = Cells(("Q2", "Q3"), ((100, 120), (160, 180)))

    merged = heads_merged(above, below)

    assert merged is not None
    assert merged.texts == ("Measure", "Wexcombe Q2", "Wexcombe Q3", "RAG")


def test_a_row_that_does_not_fit_its_heads_makes_no_column_wider():
    heads = ((0, 40), (50, 70), (80, 99))

    assert widened(heads, [((0, 30), (40, 60), (82, 90)), ((0, 85), (86, 90), (95, 99))]) == (
        (0, 40),
        (40, 70),
        (80, 99),
    )


def table_in_word(rows, merged=()):
    document = docx.Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            if text:
                table.cell(row, column).text = text
    for one, other in merged:
        table.cell(*one).merge(table.cell(*other))
    return word.written(saved(document)).paragraphs


def test_cells_of_a_word_table_keep_their_columns():
    rows = table_in_word((("Measure", "2023/24", "", "Target"), ("Visits", "", "81%", "85%")), [((0, 1), (0, 2))])

    assert [row.columns for row in rows] == [((0, 1), (1, 3), (3, 4)), ((0, 1), (2, 3), (3, 4))]


def test_years_over_quarters_and_blank_cells_in_word():
    head = (("Measure", "2023/24", "", "2024/25", "", "England 2022/23"), ("", "Q3", "Q4", "Q1", "Q2", ""))
    merged = [((0, 1), (0, 2)), ((0, 3), (0, 4)), ((0, 0), (1, 0)), ((0, 5), (1, 5))]
    rows = table_in_word((*head, ("Re-referrals within 12 months", "", "22%", "", "23%", "24%")), merged)

    assert [(figure.value, figure.period, figure.area) for figure in figures_in_table(rows, OWN, True)] == [
        (22, "2023/24-Q4", "Wexcombe"), (23, "2024/25-Q2", "Wexcombe"), (24, "2022/23", "England"),
    ]  # fmt: skip


def piece(text, x0, x1, gaps=()):
    return Line(1, text, x0, x1, 100, 109, False, 9, gaps)


NUMBERS = (piece("Visits made", 50, 100), piece("61%", 160, 180), piece("62%", 200, 220))


def test_cells_that_stand_close_together_are_taken_apart():
    glued = (piece("Plans reviewed\t63%", 50, 180, ((148, 160),)), piece("64%", 200, 220))

    assert [line.text for line in with_cells_apart([NUMBERS, glued])[1]] == ["Plans reviewed", "63%", "64%"]


@pytest.mark.parametrize("row", [(piece("Cabinet\tHall", 50, 140, ((80, 100),)),), (piece("One", 50, 80),)])
def test_what_is_no_row_of_numbers_stays_as_it_is(row):
    assert with_cells_apart([NUMBERS, row])[1] == row


def test_columns_pass_through_a_message():
    reading = read(
        pdf([Print("Measure", 50, 80), Print("Q3", 260, 80), Print("Visits", 50, 100), Print("9%", 260, 100)])
    )

    assert from_message(as_message(reading)) == reading
    assert all(len(row.columns) == len(row.cells) == 2 for row in reading.paragraphs)
