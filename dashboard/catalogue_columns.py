"""The columns of files of the catalogue."""

from __future__ import annotations

from dashboard.models import Indicator
from reports.columns import field
from reports.exports import Cell, Column, Extract


class CatalogueExtract(Extract):
    """A file of the catalogue, whose rows are no lines of papers."""

    @property
    def notice(self) -> str:
        return "Definitions in plain words. The publication that is named as the source is the record."


def _changes(measure: Indicator) -> Cell:
    return [
        f"{change.date.isoformat()}: {change.words} ({change.source})" for change in measure.definition_changes.all()
    ]


def _permalink(measure: Indicator) -> Cell:
    return measure.get_absolute_url()


CATALOGUE = (
    field("measure_id", of="slug", width=30),
    Column("permalink", _permalink, 40, link=True),
    field("topic", width=24),
    field("name", width=40),
    Column("unit", lambda measure: measure.get_unit_display(), 12),
    Column("better", lambda measure: measure.get_polarity_display(), 24),
    field("why", width=60),
    field("definition", width=60),
    field("numerator", width=40),
    field("denominator", width=40),
    field("ages", width=24),
    Column("definition_changes", _changes, 60),
    field("official_measure", of="official", width=40),
    field("source", width=40),
    field("short_name", of="dfe_measure", width=24),
    field("note", width=40),
    field("reviewed_on", width=12),
)
