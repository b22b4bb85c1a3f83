"""What one chart of official lines shows: the lines that its reader chose, bounds, marks, and the table of it all.

chart = drawing(figures.official, request.GET, title=measure.name, unit=measure.unit, aims=figures.aims, marks=marks)
{% include "dashboard/_official_chart.html" with sentence=card.sentence csv="?format=csv" %}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from dashboard.charted import Charted, key, table
from dashboard.figures import formatted
from dashboard.models import Aim
from dashboard.series import AVERAGES, MEAN, NATION, OTHER, OWN, REGION, Line, Lines

MOST = 4
AT_FIRST = (OWN, NATION, MEAN)
# The reader's choices in the page's address: which lines, and whether the axis is to start at nought.
LINE, ZERO = "line", "zero"
PAGED = ("page", "format")
AXES = {"percent": "%", "per_10000": "per 10,000", "gbp": "£"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One line that can be chosen."""

    key: str
    name: str
    chosen: bool
    is_neighbour: bool


@dataclass(frozen=True, slots=True)
class Bound:
    """A level that the council set itself, from one day to another: `name` says which, `text` is it with its unit."""

    name: str
    value: Decimal
    text: str
    since: date
    until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """`marks` have date, words, url and sort; `kept` is what else the page's address says."""

    title: str
    unit: str
    table: Charted
    choices: tuple[Choice, ...] = ()
    left_out: tuple[str, ...] = ()
    zero: bool = False
    bounds: tuple[Bound, ...] = ()
    marks: tuple[Any, ...] = ()
    source: str = ""
    kept: tuple[tuple[str, str], ...] = field(default=())

    @property
    def axis(self) -> str:
        return AXES.get(self.unit, "")

    @property
    def makes_a_line(self) -> bool:
        return self.table.makes_a_line

    @property
    def neighbours(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if choice.is_neighbour)

    @property
    def shows_a_neighbour(self) -> bool:
        return any(choice.chosen for choice in self.neighbours)

    @property
    def others(self) -> tuple[Choice, ...]:
        return tuple(choice for choice in self.choices if not choice.is_neighbour)


def drawing(
    lines: Lines,
    asked: QueryDict,
    *,
    title: str,
    unit: str,
    aims: Iterable[Aim] = (),
    marks: Sequence[Any] = (),
) -> Drawing:
    """The chart of these lines as a page's address asks for it: at first the council's, England's and the mean."""
    keys = {key(line): line for line in lines if line.role == "actual"}
    wished = [one for one in dict.fromkeys(asked.getlist(LINE)) if one in keys]
    first = [one for one in AT_FIRST if one in keys] or list(keys)[:1]
    # In the order of the lines, so that a line keeps its look whatever is chosen first.
    chosen = [one for one in keys if one in (wished or first)]
    return Drawing(
        title=title,
        unit=unit,
        table=table(keys[one] for one in chosen[:MOST]),
        choices=tuple(Choice(one, line.name, one in chosen[:MOST], line.place == OTHER) for one, line in keys.items()),
        left_out=tuple(keys[one].name for one in chosen[MOST:]),
        zero=ZERO in asked,
        bounds=tuple(_bounds(aims, unit)),
        marks=tuple(sorted(marks, key=lambda mark: mark.date)),
        source=_source(lines),
        kept=tuple(
            (name, value) for name, values in asked.lists() if name not in (LINE, ZERO, *PAGED) for value in values
        ),
    )


def multiples(lines: Iterable[Line], *, title: str, unit: str, source: str = "") -> Drawing:
    """The small charts of several areas: the council's own line, which stands in each, and then theirs."""
    # Beside the number of a whole country an authority's would be a line along the axis.
    left_out = {*AVERAGES, *((NATION, REGION) if unit == "count" else ())}
    areas = [line for line in lines if line.role == "actual" and line.place not in left_out]
    own = [line for line in areas if line.place == OWN]
    return Drawing(
        title=title, unit=unit, table=table(own + [line for line in areas if line.place != OWN]), source=source
    )


def _bounds(aims: Iterable[Aim], unit: str) -> Iterator[Bound]:
    for aim in sorted(aims, key=lambda aim: aim.since):
        for name, value in _levels(aim):
            yield Bound(name, value, formatted(value, unit), aim.since, aim.until, aim.source)


def _levels(aim: Aim) -> Iterator[tuple[str, Decimal]]:
    """The levels that an aim sets, with what each is called."""
    if aim.target is not None:
        yield "Target", aim.target
        if aim.tolerance:
            yield "Tolerated above", aim.target + aim.tolerance
            yield "Tolerated below", aim.target - aim.tolerance
    for name, value in (("Floor", aim.floor), ("Upper threshold", aim.upper), ("Lower threshold", aim.lower)):
        if value is not None:
            yield name, value


def _source(lines: Lines) -> str:
    """Where the values are from, as a line under the chart says it."""
    if not lines.measure:
        return ""
    of = lines.measure.data_set
    return ", ".join(said for said in (lines.measure.name, of.title, of.publisher) if said)
