"""Which value of a row its ratings are of."""

from __future__ import annotations

from collections.abc import Sequence

from reports.reading.dates import span
from reports.reading.rag import rag_of
from reports.reading.table_heads import Column
from reports.reading.table_rows import Placed
from reports.reading.table_values import value_in


def ratings_of(standing: Sequence[Placed]) -> dict[int, str]:
    """For a value's place its rating: one of several ratings is of the value before it, a lone one of the latest."""
    own = own_places(standing)
    columns = [(place, rag_of(cell)) for place, (column, cell) in enumerate(standing) if column.sort == "rag"]
    found = [(place, rag) for place, rag in columns if rag]
    latest = latest_of(standing)
    if latest is None or not found:
        return {}
    if len(columns) == 1:
        return {latest: found[0][1]}
    return {max(before): rag for place, rag in found if (before := [other for other in own if other < place])}


def own_places(standing: Sequence[Placed]) -> list[int]:
    """The places of a row's own values: no targets, no other areas'."""
    return [
        place
        for place, (column, cell) in enumerate(standing)
        if column.sort == "value" and column.role == "actual" and not is_compared(column, standing) and value_in(cell)
    ]


def latest_of(standing: Sequence[Placed]) -> int | None:
    """The place of the latest of a row's own values."""
    own = own_places(standing)
    return max(own, key=lambda place: (end_of(standing[place][0].period), -place)) if own else None


def is_compared(column: Column, standing: Sequence[Placed]) -> bool:
    """Whether a column is another area's: not that of the row's first value."""
    first = next(other for other, _ in standing if other.sort == "value" and other.role == "actual")
    return column.area != first.area


def end_of(period: str | None) -> str:
    """The last day of a period, by which periods are ordered."""
    return span(period)[1].isoformat() if period else ""
