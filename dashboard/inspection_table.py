"""Judgements of the council's services over time: one table for each framework, strands by inspections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.inspections import Grade, Inspection
from dashboard.strands import Framework

# As many inspections as a table can show beside each other, the latest of them.
MOST = 6


@dataclass(frozen=True)
class Table:
    """What was judged under one framework; `rows` are (strand, its grade at each inspection or None)."""

    framework: Framework | None
    inspections: list[Inspection]
    rows: list[tuple[str, list[Grade | None]]]
    left_out: int = 0

    @property
    def name(self) -> str:
        return self.framework.name if self.framework else "Other judgements, whose framework is not known"


def tables(found: Sequence[Inspection]) -> list[Table]:
    """The tables of the council's own services, the newest framework first; homes and schools stand in the list."""
    own = [one for one in found if not one.setting and one.date]
    frameworks = list(dict.fromkeys(one.framework for one in own))
    known = sorted((one for one in frameworks if one), key=lambda framework: framework.since, reverse=True)
    return [table(framework, [one for one in own if one.framework == framework])
            for framework in (*known, *([None] if None in frameworks else []))]  # fmt: skip


def table(framework: Framework | None, inspections: Sequence[Inspection]) -> Table:
    """The table of one framework's inspections, which come the latest first; the earliest stands first in it."""
    shown = list(reversed(inspections[:MOST]))
    names = {grade.key: grade.name for one in reversed(shown) for grade in one.grades}
    order = [grade for one in reversed(shown) for grade in one.grades]
    keys = list(dict.fromkeys(grade.key for grade in order))
    rows = [(names[key], [one.grade(key) for one in shown]) for key in keys]
    return Table(framework, shown, rows, len(inspections) - len(shown))
