"""Rows of a form whose name fills its cell, so that its value stands close behind it: taken apart by the other rows.

Decision maker:                  Cabinet Member for Children
Details of alternatives and why  None                             came as one piece: "... and why  None"
Wards affected:                  All
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.reading.lines import Line

Row = tuple[Line, ...]

# So many rows with name and value at the same two places, give or take so many points, are a form's.
ROWS, SAME = 3, 1.5
# A label's number is no name.
WORD = re.compile(r"[A-Za-z]{3}")


def with_values_apart(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, those of its forms that came as one piece of print as name and value."""
    columns = [(row[0].x0, row[1].x0) for row in rows if len(row) == 2 and WORD.search(row[0].text)]
    return [apart(row, columns) if len(row) == 1 and len(columns) >= ROWS else row for row in rows]


def apart(row: Row, columns: Sequence[tuple[float, float]]) -> Row:
    """A piece of print as name and value, where one gap in it leads to the place at which the values begin.

    columns: where name and value begin in each row of two cells.
    """
    [line] = row
    texts = line.text.split("\t")
    if len(texts) != len(line.gaps) + 1 or not WORD.search(texts[0]):
        return row
    values = [value for name, value in columns if abs(name - line.x0) <= SAME]
    places = [
        place
        for place, (_, begin) in enumerate(line.gaps)
        if sum(abs(value - begin) <= SAME for value in values) >= ROWS
    ]
    if len(places) != 1:
        return row
    [place] = places
    end, begin = line.gaps[place]
    name = replace(line, text="\t".join(texts[: place + 1]), x1=end, gaps=line.gaps[:place])
    value = replace(line, text="\t".join(texts[place + 1 :]), x0=begin, gaps=line.gaps[place + 1 :])
    return name, value
