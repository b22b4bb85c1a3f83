"""Which series of official statistics is which measure of the catalogue (`official_series.csv`).

    indicator_for("explore", "CPP_At31_rate", {"category": "Child Protection Plans"})

A row of the file names a column and what the other columns of a data row must say; columns that it does not name must
say that the row is of all children ("Total"). LAIT's series are known by their short names, which `indicators.csv` has.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HERE = Path(__file__).resolve().parent
# What a column says of a row that is narrowed to nothing.
ALL = frozenset({"total", "all"})
# Columns that tell how final a row is, and narrow nothing.
STATUS = frozenset({"version", "data_version", "data_status", "status"})


@dataclass(frozen=True, slots=True)
class Series:
    """One row of the file: `filters` is what it narrows its column to, by the names of the columns in lower case."""

    slug: str
    layout: str
    column: str
    filters: Mapping[str, str]

    def is_of(self, layout: str, column: str, filters: Mapping[str, str]) -> bool:
        """Whether this is the series of a column narrowed to these values; all but the wanted ones must be totals."""
        if (layout, column.casefold()) != (self.layout, self.column.casefold()):
            return False
        told = {name.casefold(): value.strip().casefold() for name, value in filters.items()}
        wanted = {name: value.casefold() for name, value in self.filters.items()}
        others = (value for name, value in told.items() if name not in wanted and name not in STATUS)
        return wanted.items() <= told.items() and all(value in ALL for value in others)


def indicator_for(layout: str, column: str, filters: Mapping[str, str] | None = None) -> str | None:
    """The slug of the measure that an official series is of; None where the catalogue names none.

    `layout` is one of DataSet.Layout. For "explore" `column` is the column with the values and `filters` what each
    filter column says in its rows; for "lait" `column` is the measure's short name. Case does not matter.
    """
    if layout == "lait":
        return _lait().get(column.strip().casefold())
    return next((one.slug for one in series() if one.is_of(layout, column.strip(), filters or {})), None)


@cache
def series() -> tuple[Series, ...]:
    """The rows of the file."""
    with (HERE / "official_series.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            Series(row["slug"], row["layout"], row["column"], parsed(row["filters"])) for row in csv.DictReader(lines)
        )


@cache
def _lait() -> dict[str, str]:
    """The slug of each measure by LAIT's short name in lower case."""
    with (HERE / "indicators.csv").open(encoding="utf-8", newline="") as lines:
        return {row["dfe_measure"].casefold(): row["slug"] for row in csv.DictReader(lines) if row["dfe_measure"]}


def parsed(filters: str) -> dict[str, str]:
    """What a cell of the file narrows its column to.

    >>> parsed("Population_type=Children; age=5 to 9")
    {'population_type': 'Children', 'age': '5 to 9'}
    """
    pairs = (pair.split("=", 1) for pair in filters.split(";") if pair.strip())
    return {name.strip().casefold(): value.strip() for name, value in pairs}
