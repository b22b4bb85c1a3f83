"""The columns of a file of official values: each of an area, or an average of neighbours, for one period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.models import Indicator, OfficialMeasure, OfficialValue
from dashboard.series import Figures, Line, Point
from reports.exports import Cell, Column

NOTICE = (
    "Official statistics as their publisher released them; averages of statistical neighbours are made of them here. "
    "A symbol in place of a value is never nought."
)
SYMBOLS = dict(OfficialValue.Symbol.choices)
PLACES = {
    "own": "the council",
    "nation": "the country",
    "region": "its region",
    "mean": "average of its statistical neighbours",
    "median": "average of its statistical neighbours",
    "other": "statistical neighbour",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One value of one line, of a measure of the catalogue."""

    indicator: Indicator
    measure: OfficialMeasure
    line: Line
    point: Point


def rows(figures: Iterable[Figures]) -> Iterator[Row]:
    """Every official value of the measures, by line and in order of time."""
    for of in figures:
        if of.official.measure:
            for line in of.official:
                for point in line.points:
                    yield Row(of.indicator, of.official.measure, line, point)


def _release(row: Row) -> Cell:
    return row.point.source.release_title if row.point.source else ""


def _released_on(row: Row) -> Cell:
    return row.point.source.released_on if row.point.source else None


def _made_of(row: Row) -> Cell:
    return row.point.made_of or None


OFFICIAL = (
    Column("measure", lambda row: row.indicator.name, 40),
    Column("measure_id", lambda row: row.indicator.pk, 24),
    Column("series", lambda row: "official", 10),
    Column("official_measure", lambda row: row.measure.name, 40),
    Column("official_code", lambda row: row.measure.code, 24),
    Column("area", lambda row: row.line.name, 30),
    Column("area_is", lambda row: PLACES.get(row.line.place, ""), 30),
    Column("period", lambda row: row.point.period, 12),
    Column("period_ends", lambda row: row.point.date, 12),
    Column("value", lambda row: row.point.value, 12),
    Column("symbol", lambda row: row.point.symbol, 8),
    Column("why_there_is_no_value", lambda row: SYMBOLS.get(row.point.symbol, ""), 30),
    Column("unit", lambda row: row.indicator.get_unit_display(), 12),
    Column("made_of_values", _made_of, 12),
    Column("status", lambda row: row.point.status, 12),
    Column("better", lambda row: row.indicator.get_polarity_display(), 20),
    Column("data_set", lambda row: str(row.measure.data_set), 40),
    Column("release", _release, 40),
    Column("released_on", _released_on, 12),
    Column("permalink", lambda row: row.indicator.get_absolute_url(), 40, link=True),
)
