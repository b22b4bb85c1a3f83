"""Cells of a table of numbers that stand so close together that they came as one piece of print, taken apart.

The other rows say where:

    Measure                     Good is  2023/24   Q1        one piece: "Good is  2023/24"
    Children in care per 10,000 Low      61.2      62.5      but "61.2" begins where "2023/24" does
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.lines import Line

Row = tuple[Line, ...]

# A table has so many columns; the text beside a number or a bullet has two.
COLUMNS = 3
# A row of a table of numbers has so many of them: values, shares, sums.
NUMBERS = 2
NUMBER = re.compile(r"\s*[<>≤≥~]?\s*£?\s*\d[\d,.]*\s?(?:%|k|m)?\*{0,2}\s*")
# What stands in a column of values is no longer.
SHORT = 16
# So many other lines begin at one place for it to be a column's, give or take so many points.
OTHERS, SAME = 2, 1.5


@dataclass(frozen=True, slots=True)
class Standing:
    """Where print stands on a page with tables of numbers, in points.

    columns: where each column begins and ends, by its cells in the rows of numbers; begins: where every line does.
    """

    columns: tuple[tuple[float, float], ...]
    begins: tuple[float, ...]

    def are_apart(self, one: tuple[float, float], other: tuple[float, float]) -> bool:
        """Whether the print right of a gap stands in a column in which that left of it does not stand."""
        right = self.column_of(other)
        return right is not None and self.column_of(one) != right

    def column_of(self, span: tuple[float, float]) -> int | None:
        """The column that print shares most of its width with, if it does with one."""
        shared = [min(span[1], right) - max(span[0], left) for left, right in self.columns]
        best = max(range(len(shared)), key=shared.__getitem__, default=None)
        return best if best is not None and shared[best] > 0 else None

    def begins_column(self, left: float) -> bool:
        return sum(abs(place - left) <= SAME for place in self.begins) > OTHERS


def with_cells_apart(rows: Sequence[Row]) -> list[Row]:
    """The rows of a page, each piece of print in its tables of numbers that is two cells or more taken apart."""
    if not any(line.gaps for row in rows if len(row) > 1 for line in row) or not any(map(is_of_numbers, rows)):
        return list(rows)
    standing = standing_in(rows)
    return [tuple(apart(row, standing)) if len(row) > 1 else row for row in rows]


def standing_in(rows: Sequence[Row]) -> Standing:
    """Where the cells of a page's rows of numbers stand, and where all its lines begin."""
    columns: list[tuple[float, float]] = []
    cells = sorted((line.x0, line.x1) for row in rows if is_of_numbers(row) for line in row[1:] if is_short(line))
    for left, right in cells:
        if columns and left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(right, columns[-1][1])
        else:
            columns.append((left, right))
    return Standing(tuple(columns), tuple(line.x0 for row in rows for line in row))


def is_short(line: Line) -> bool:
    """Whether a cell holds a value, a rating or a sign: what stands in a column of its own."""
    return not line.gaps and len(line.text.strip()) <= SHORT


def is_of_numbers(row: Row) -> bool:
    return len(row) >= COLUMNS and sum(bool(NUMBER.fullmatch(line.text)) for line in row[1:]) >= NUMBERS


def apart(row: Row, standing: Standing) -> Iterator[Line]:
    """The pieces of a row, those that are several cells taken apart."""
    numbers = is_of_numbers(row)
    for line in row:
        texts = line.text.split("\t")
        if len(texts) != len(line.gaps) + 1:
            yield line
        else:
            yield from parted(line, texts, standing, numbers)


def parted(line: Line, texts: Sequence[str], standing: Standing, numbers: bool) -> Iterator[Line]:
    """A line's pieces: it is parted at each gap behind which another column begins."""
    ends = [*(end for end, _ in line.gaps), line.x1]
    begins = [line.x0, *(begin for _, begin in line.gaps)]
    start = 0
    for place in range(1, len(texts) + 1):
        if (
            place == len(texts)
            or standing.are_apart((begins[place - 1], ends[place - 1]), (begins[place], ends[place]))
            or (numbers and standing.begins_column(begins[place]))
        ):
            yield replace(
                line,
                text="\t".join(texts[start:place]),
                x0=begins[start],
                x1=ends[place - 1],
                gaps=line.gaps[start : place - 1],
            )
            start = place
