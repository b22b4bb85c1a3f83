"""The columns of files of what councils aim at."""

from __future__ import annotations

from django.utils import timezone

from dashboard.models import Aim
from reports.columns import field, printed
from reports.exports import Cell, Column

AIMS_NOTICE = "What the council aims at, as officers entered it. Each row names where it was set: that is the record."


def _level(name: str) -> Column:
    def cell(aim: Aim) -> Cell:
        value = getattr(aim, name)
        return None if value is None else value.normalize()

    return Column(name, cell, 12)


def _said_on(aim: Aim) -> Cell:
    return timezone.localdate(aim.at)


AIMS = (
    printed("council"),
    Column("measure", lambda aim: aim.indicator.name, 40),
    field("measure_id", of="indicator_id", width=24),
    Column("unit", lambda aim: aim.indicator.get_unit_display(), 12),
    Column("better", lambda aim: aim.indicator.get_polarity_display(), 20),
    *(_level(name) for name in ("target", "floor", "tolerance", "lower", "upper")),
    Column("from", lambda aim: aim.since, 12),
    Column("to", lambda aim: aim.until, 12),
    field("source", width=40),
    Column("said_on", _said_on, 12),
)
