"""Official statistics to take away: the columns of their files, and what such a file tells of itself."""

from __future__ import annotations

from typing import Any

from dashboard.models import OfficialMeasure, OfficialValue
from reports.columns import field
from reports.exports import Column

OFFICIAL_NOTICE = (
    "Official statistics as published. The publication is the record: read its notes before you compare areas or "
    "years. A symbol in place of a value is never nought."
)


def value_columns(measure: OfficialMeasure) -> tuple[Column, ...]:
    """The columns of one official measure's values; each value is one row."""
    indicator = measure.indicator
    return (
        Column("measure", lambda value: measure.name, 40),
        Column("measure_code", lambda value: measure.code, 24),
        Column("table", lambda value: measure.data_set.title, 30),
        Column("area", lambda value: value.area.name, 24),
        Column("area_level", lambda value: value.area.get_level_display(), 16),
        Column("area_code", lambda value: value.area.code, 12),
        Column("area_number", lambda value: value.area.number, 12),
        field("period", width=12),
        Column("period_ends", lambda value: value.date, 12),
        field("months", width=8),
        Column("value", plain_value, 12),
        field("symbol", width=8),
        Column("symbol_means", lambda value: value.get_symbol_display(), 24),
        field("status", width=12),
        Column("unit", lambda value: measure.unit, 16),
        Column("better", lambda value: measure.get_polarity_display(), 20),
        Column("release", lambda value: value.release.title, 30),
        Column("released_on", lambda value: value.release.released_on, 12),
        Column("was_revised", lambda value: value.is_revised, 12),
        Column("indicator", lambda value: indicator.name if indicator else "", 40),
        Column("indicator_id", lambda value: indicator.pk if indicator else "", 24),
    )


def plain_value(value: OfficialValue) -> Any:
    """A number without the noughts that the database adds, None where a symbol stands in its place.

    >>> from decimal import Decimal
    >>> plain_value(OfficialValue(value=Decimal("47.100000"))), plain_value(OfficialValue(value=Decimal("1200.000000")))
    (Decimal('47.1'), Decimal('1200'))
    """
    if value.value is None:
        return None
    least = value.value.normalize()
    return least.quantize(1) if least == least.to_integral() else least


MEASURES = (
    Column("measure", lambda measure: measure.name, 40),
    field("code", width=30),
    Column("table", lambda measure: measure.data_set.title, 30),
    field("unit", width=16),
    Column("better", lambda measure: measure.get_polarity_display(), 20),
    Column("indicator", lambda measure: measure.indicator.name if measure.indicator else "", 40),
    Column("indicator_id", lambda measure: measure.indicator_id or "", 24),
)
