"""Rows of print that go on with a table's row although they fill the first cell too."""

from __future__ import annotations

from reports.reading.lines import Line
from reports.reading.tables import continued_cells

COLUMNS = [60.0, 300.0]


def piece(text, x0, x1, top=0.0):
    return Line(1, text, x0, x1, top, top + 11, False, 11.0)


ABOVE = (piece("The experiences of children who need", 60, 290), piece("Requires improvement to", 300, 420))


def test_words_that_did_not_fit_in_the_first_cell_go_on_below():
    below = (piece("help and protection", 60, 160, 14), piece("be good", 300, 340, 14))

    assert continued_cells(COLUMNS, below, ABOVE) == [(0, "help and protection"), (1, "be good")]


def test_a_row_that_begins_with_a_capital_is_a_row_of_its_own():
    below = (piece("Care leavers", 60, 120, 14), piece("Good", 300, 330, 14))

    assert continued_cells(COLUMNS, below, ABOVE) is None


def test_small_letters_below_a_cell_with_room_left_begin_a_row_of_their_own():
    above = (piece("primary", 60, 100), piece("yes", 300, 320))
    below = (piece("secondary", 60, 110, 14), piece("no", 300, 315, 14))

    assert continued_cells(COLUMNS, below, above) is None
