"""The columns of files about figures, and about the names that papers print for measures."""

from __future__ import annotations

from django.utils import timezone

from dashboard.models import Observation, PrintedName
from dashboard.unnamed import Unnamed
from reports.columns import field, permalink, printed, sources
from reports.exports import Cell, Column


def _period(value: Observation) -> Cell:
    return value.period or value.date


OBSERVATIONS = (
    Column("id", lambda value: str(value.pk), 38),
    Column("permalink", permalink, 40, link=True),
    Column("series", lambda value: "stated", 10),
    printed("council"),
    Column("measure", lambda value: value.indicator.name if value.indicator else value.label, 40),
    Column("measure_id", lambda value: value.indicator_id or "", 24),
    field("printed_name", of="label", width=40),
    field("area", width=24),
    Column("period", _period, 12),
    Column("period_ends", lambda value: value.date, 12),
    field("value", width=12),
    Column("unit", lambda value: value.get_unit_display(), 12),
    field("role", width=10),
    field("rag", width=10),
    Column("better", lambda value: value.indicator.get_polarity_display() if value.indicator else "", 20),
    *sources(),
)


def _council(said: PrintedName) -> str:
    return said.council_name or "every council"


PRINTED_NAMES = (
    field("printed_name", of="printed", width=40),
    Column("council", _council, 30),
    Column("measure", lambda said: said.indicator.name, 40),
    field("measure_id", of="indicator_id", width=24),
    Column("said_on", lambda said: timezone.localdate(said.at), 12),
    *sources(),
)


def _confirmed(name: Unnamed) -> int:
    return len(name.confirmed)


# Each name with the first figure that is printed under it.
WITHOUT_A_MEASURE = (
    field("printed_name", of="printed", width=40),
    field("council", of="council_name", width=30),
    Column("to_be_checked", lambda name: len(name.pending), 12),
    Column("confirmed", _confirmed, 12),
    *sources(lambda name: name.first),
)
