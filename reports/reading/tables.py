"""Rows of tables, known by their columns' places."""

from __future__ import annotations

from collections.abc import Sequence

from reports.reading.lines import Line

# A cell's lines begin at one place, give or take so many points.
SAME_COLUMN = 12.0


def starts_row(row: Sequence[Line], texts: Sequence[str]) -> bool:
    """Whether a row of print is a row of a table: two or more texts in columns."""
    return len(texts) > 1 and len(row) == len(texts)


def continued_cells(columns: Sequence[float], row: Sequence[Line]) -> list[tuple[int, str]] | None:
    """For a row of print below a table's row the cells that it goes on with; None where it begins a row of its own.

    columns: where the cells begin, in points. A row that fills the first cell begins a new row of the table, save one
    that goes on in small letters and leaves the others empty.
    """
    found: list[tuple[int, str]] = []
    for line in row:
        number = column_of(columns, line)
        if number is None:
            return None
        found.append((number, line.text))
    if found[0][0] == 0 and (len(found) > 1 or not row[0].text[:1].islower() or row[0].x1 >= columns[1]):
        return None
    return found


def column_of(columns: Sequence[float], line: Line) -> int | None:
    """The column that a line stands in; None where it stands left of all, or across several."""
    inside = [number for number, left in enumerate(columns) if left <= line.x0 + SAME_COLUMN]
    if not inside:
        return None
    number = inside[-1]
    if number + 1 < len(columns) and line.x1 > columns[number + 1] + SAME_COLUMN:
        return None
    return number
