"""Which cell of a row stands in which column, where blank cells print nothing.

A cell goes only into a column of its own sort: a rating under RAG, a number under a period. A cell that could stand in
several columns is left out: a value under the wrong head is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.dates import span
from reports.reading.rag import rag_of
from reports.reading.table_heads import Column
from reports.reading.table_places import Cells, Span, places_of
from reports.reading.table_values import is_direction, is_nothing, value_in

REF = re.compile(r"[A-Za-z]{0,5}[\s.-]?\d{1,4}(?:[.\d]{0,6})[a-z]?|[A-Z]{2,8}\d{0,4}")

Placed = tuple[Column, str]


def placed(
    row: Cells, columns: Sequence[Column], spans: Sequence[Span] = (), period: str | None = None
) -> tuple[list[Placed], bool]:
    """The cells of a row with their columns, and whether that is sure: every column has its cell, or each its place.

    spans: where the columns stand, if that is known; period: the table's own, after which nothing can have been
    measured.
    """
    cells = row.texts
    if len(cells) != len(columns) and row.spans and len(spans) == len(columns):
        places = places_of(row.spans, spans)
        if places:
            return [(columns[place], cell) for place, cell in zip(places, cells, strict=True)], True
    if len(cells) == len(columns):
        return list(zip(columns, cells, strict=True)), True
    past = [column for column in columns if not is_later(column, period)]
    if len(cells) == len(past) and all(map(fits, cells, past)):
        return list(zip(past, cells, strict=True)), True
    return with_blanks(cells, past) or certain(cells, past) or certain(cells, columns), False


def with_blanks(cells: Sequence[str], columns: Sequence[Column]) -> list[Placed]:
    """The cells of a row in which whole sorts of columns are blank; none where more than one way fits.

    That ratings and the like are blank goes before all else; targets and what values are compared with may be both.
    """
    values = [column for column in columns if column.sort == "value"]
    first = values[0] if values else None
    found: list[list[Placed]] = []
    for blank in BLANKS:
        left = [column for column in columns if not blank(column, first)]
        if len(left) < len(columns) and len(left) == len(cells) and all(map(fits, cells, left)):
            found.append(list(zip(left, cells, strict=True)))
        if found and blank in (_is_beside, _is_rating):
            break
    return found[0] if len({tuple(each) for each in found}) == 1 else []


def _is_beside(column: Column, first: Column | None) -> bool:
    return column.sort in {"rag", "direction", "note"}


def _is_rating(column: Column, first: Column | None) -> bool:
    return column.sort == "rag"


def _is_target(column: Column, first: Column | None) -> bool:
    return column.role in {"target", "floor"}


def _is_target_or_rating(column: Column, first: Column | None) -> bool:
    return _is_target(column, first) or _is_rating(column, first)


def _is_all_beside(column: Column, first: Column | None) -> bool:
    return _is_target(column, first) or _is_beside(column, first)


def _is_compared(column: Column, first: Column | None) -> bool:
    return column.sort == "value" and first is not None and column.area != first.area


BLANKS = (_is_beside, _is_rating, _is_target, _is_target_or_rating, _is_all_beside, _is_compared)


def is_later(column: Column, period: str | None) -> bool:
    """Whether a column is for a time after the table's own: its cells are still blank."""
    if not (column.dated and column.period and period and column.role == "actual"):
        return False
    return span(column.period)[0] > span(period)[1]


def certain(cells: Sequence[str], columns: Sequence[Column]) -> list[Placed]:
    """The cells that can stand in one column only, all cells being put in their order; none where they do not fit."""
    first = fitted(cells, columns)
    last = fitted(cells[::-1], columns[::-1])
    if first is None or last is None:
        return []
    ends = [len(columns) - 1 - place for place in reversed(last)]
    return [(columns[place], cell) for place, end, cell in zip(first, ends, cells, strict=True) if place == end]


def fitted(cells: Sequence[str], columns: Sequence[Column]) -> list[int] | None:
    """For each cell the first column that takes it, in order; None where one finds none."""
    places: list[int] = []
    place = 0
    for cell in cells:
        while place < len(columns) and not fits(cell, columns[place]):
            place += 1
        if place == len(columns):
            return None
        places.append(place)
        place += 1
    return places


def fits(cell: str, column: Column) -> bool:
    """Whether a cell is of its column's sort."""
    if column.sort == "value":
        return value_in(cell) is not None or is_nothing(cell)
    if column.sort == "rag":
        return rag_of(cell) is not None or is_nothing(cell)
    if column.sort == "direction":
        return is_direction(cell) or is_nothing(cell) or bool(re.match(r"\s*[+-]\s?\d", cell))
    if column.sort == "ref":
        return REF.fullmatch(cell.strip()) is not None
    worded = value_in(cell) is None and rag_of(cell) is None
    return worded and (column.sort != "measure" or len(re.findall(r"[A-Za-z]", cell)) > 3)
