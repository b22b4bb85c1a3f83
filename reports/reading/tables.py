"""Rows of tables, known by their columns' places."""

from __future__ import annotations

from collections.abc import Sequence

from reports.reading.lines import Line

# A cell's lines begin at one place, give or take so many points.
SAME_COLUMN = 12.0
# Left and right of a cell's words a table leaves so much, in letter heights, and the words may differ in width.
CELL_EDGE = 0.6
FINISHED = (".", "!", "?", ":", ";")


def starts_row(row: Sequence[Line], texts: Sequence[str]) -> bool:
    """Whether a row of print is a row of a table: two or more texts in columns."""
    return len(texts) > 1 and len(row) == len(texts)


def continued_cells(
    columns: Sequence[float], row: Sequence[Line], above: Sequence[Line] = ()
) -> list[tuple[int, str]] | None:
    """For a row of print below a table's row the cells that it goes on with; None where it begins a row of its own.

    columns: where the cells begin, in points; above: the lines of the table's row. A row that fills the first cell
    begins a new row of the table, save one that goes on in small letters: it leaves the others empty, or it wraps.
    """
    found: list[tuple[int, str]] = []
    for line in row:
        number = column_of(columns, line)
        if number is None:
            return None
        found.append((number, line.text))
    if found[0][0] or wraps(columns, above, row):
        return found
    if len(found) > 1 or not row[0].text[:1].islower() or row[0].x1 >= columns[1]:
        return None
    return found


def wraps(columns: Sequence[float], above: Sequence[Line], row: Sequence[Line]) -> bool:
    """Whether a row of print goes on with the words of the row above although it fills the first cell too.

    It begins in small letters, and the first word would not have fitted in the first cell of the line above:

        Experiences of children who need   | Requires improvement to
        help and protection                | be good

    above: all lines of the row so far, in the order in which they were read.
    """
    first = row[0]
    if len(row) < 2 or not first.text[:1].islower() or column_of(columns, first) != 0:
        return False
    last = next((line for line in reversed(above) if column_of(columns, line) == 0), None)
    if last is None or last.text.rstrip().endswith(FINISHED) or abs(last.x0 - first.x0) > SAME_COLUMN / 2:
        return False
    word = first.text.split()[0]
    width = (first.x1 - first.x0) * len(word) / max(len(first.text), 1)
    return last.x1 + width >= columns[1] - 3 * CELL_EDGE * first.size


def column_of(columns: Sequence[float], line: Line) -> int | None:
    """The column that a line stands in; None where it stands left of all, or across several."""
    inside = [number for number, left in enumerate(columns) if left <= line.x0 + SAME_COLUMN]
    if not inside:
        return None
    number = inside[-1]
    if number + 1 < len(columns) and line.x1 > columns[number + 1] + SAME_COLUMN:
        return None
    return number
