"""The table that a chart is drawn from: a row for each period, a column for each area or bound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

BESIDE = ("Statistical neighbours", "England")
BOUNDS = {"target": "Target", "floor": "Floor", "previous": "Earlier value, as printed beside a later one"}


@dataclass(frozen=True, slots=True)
class Row:
    """Values of one period; `cells` has a list for each column, in the order in which they were stated.

    `periods` are more than one where papers print it in two ways for different columns: December 2024 for the council,
    quarter 3 of 2024/25 for England.
    """

    periods: list[str]
    date: date | None
    cells: list[list[Any]]


@dataclass(frozen=True, slots=True)
class Table:
    columns: list[str]
    rows: list[Row]


def table(values: Sequence[Any], own: str) -> Table:
    """The table of values in order; `own` is the area that comes first."""
    of_column: dict[str, list[Any]] = {}
    for value in sorted(values, key=lambda value: _rank(value, own)):
        of_column.setdefault(column(value, own), []).append(value)
    periods = dict.fromkeys((value.date, value.period) for value in values)
    rows: list[Row] = []
    for day, period in periods:
        _place(rows, Row([period], day, [_stated(period, of) for of in of_column.values()]))
    return Table(list(of_column), rows)


def _place(rows: list[Row], row: Row) -> None:
    """Add a row, or fill with it one of the same last day that has no value in any of its columns."""
    for other in rows:
        apart = all(not (mine and theirs) for mine, theirs in zip(row.cells, other.cells, strict=True))
        if row.date and other.date == row.date and apart:
            other.periods.extend(row.periods)
            other.cells[:] = [mine or theirs for mine, theirs in zip(row.cells, other.cells, strict=True)]
            return
    rows.append(row)


def column(value: Any, own: str) -> str:
    """The heading under which a value stands."""
    area = value.area or "Area not stated"
    if value.role not in BOUNDS:
        return area
    return BOUNDS[value.role] if value.area in ("", own) else f"{BOUNDS[value.role]}, {area}"


def _rank(value: Any, own: str) -> tuple[int, int, str]:
    bound = 1 + list(BOUNDS).index(value.role) if value.role in BOUNDS else 0
    return bound, [own, *BESIDE].index(value.area) if value.area in (own, *BESIDE) else 9, value.area


def _stated(period: str, values: Iterable[Any]) -> list[Any]:
    return [value for value in values if value.period == period]


def commonest(units: Iterable[str]) -> str:
    """The unit that most values have.

    >>> commonest(["count", "percent", "percent"]), commonest([])
    ('percent', '')
    """
    counted = [unit for unit in units if unit]
    return max(sorted(set(counted)), key=counted.count, default="")
