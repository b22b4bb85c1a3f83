"""Figures in tables: a row for each measure, a column for each period, area, target or floor."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.reading.areas import areas_in
from reports.reading.facts import Figure
from reports.reading.indicators import named
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import one_line, source_of
from reports.reading.yearless import dates_near

VALUE = re.compile(
    r"\s*(?P<pounds>£)?\s*(?P<number>\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,6})?|\d{1,9}(?:\.\d{1,6})?)\s*(?P<percent>%)?\s*(?P<rate>per\s+10,?000|/\s?10k)?\s*"
)
ROLES = (
    ("target", re.compile(r"\btarget\b|\bambition\b", re.IGNORECASE)),
    ("floor", re.compile(r"\bfloor\b", re.IGNORECASE)),
    ("previous", re.compile(r"\bprevious\b|\blast\s+(?:year|quarter)\b|\bprior\b|\byear\s+before\b", re.IGNORECASE)),
)
CURRENT = re.compile(
    r"\b(?:current|latest|actual|result|performance|now|outturn|this\s+(?:quarter|month|year|period))\b", re.IGNORECASE
)
NO_FIGURES = re.compile(
    r"\bref(?:erence)?\b|£|\bsavings?\b|\bpressures?\b|\bbudget\b|\bcosts?\b|\bchange\b|\bvariance\b", re.IGNORECASE
)
RAG = re.compile(r"\s*(?P<rag>red|amber|green|R|A|G)\s*", re.IGNORECASE)
RAGS = {"r": "Red", "a": "Amber", "g": "Green"}
UNIT_SAID = (
    ("per_10000", re.compile(r"per\s+10,?000|\b10k\b|\brates?\b", re.IGNORECASE)),
    ("percent", re.compile(r"%|\bper\s?cent|\bpercentage|\bproportion|\bshare\b", re.IGNORECASE)),
    ("gbp", re.compile(r"£|\bcosts?\b", re.IGNORECASE)),
    ("ratio", re.compile(r"\bcase[\s-]?loads?\b|\baverage\b", re.IGNORECASE)),
    ("score", re.compile(r"\bscores?\b|\bSDQ\b", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values: its place, and the period, area and role that its head gives."""

    place: int
    period: str | None
    area: str | None
    role: str


def figures_in_table(
    rows: Sequence[Paragraph], area: str | None, written: str | None, period: str | None, performance: bool
) -> list[Figure]:
    """The figures of a table's rows; none without a head that gives a period, an area or a target to a column."""
    columns: list[Column] = []
    head = ""
    found: list[Figure] = []
    for row in rows:
        if _is_head(row):
            width = max(len(other.cells) for other in rows)
            head, columns = row.text, list(_columns(_heads(row, width, written), area, written, period))
        elif columns and not NO_FIGURES.search(head):
            found.extend(_figures(row, columns, performance))
    return found


def _is_head(row: Paragraph) -> bool:
    return len(row.cells) > 1 and not any(
        VALUE.fullmatch(cell) and not re.fullmatch(r"\s*(?:19|20)\d\d\s*", cell) for cell in row.cells
    )


def _heads(head: Paragraph, width: int, written: str | None) -> Sequence[str]:
    """The heads of a table's columns; those that were printed close together and came as one cell are taken apart.

    None at all where that cannot be told for sure: a value under the wrong head is worse than none.
    """
    if len(head.cells) == width:
        return head.cells
    text = " ".join(head.cells[1:])
    starts = {dated.start for dated in dates_near(text, written)} | {area.start for area in areas_in(text)}
    starts |= {match.start() for _, pattern in ROLES for match in pattern.finditer(text)}
    cuts = [*sorted(starts), len(text)]
    if len(starts) != width - 1 or cuts[0] != 0:
        return ()
    return [head.cells[0], *(text[start:end].strip() for start, end in pairwise(cuts))]


def _columns(heads: Sequence[str], area: str | None, written: str | None, period: str | None) -> Iterator[Column]:
    # "Measure (2014/15)" dates every column that has no date of its own.
    named_first = dates_near(heads[0], written, past=True) if heads else []
    period = named_first[0].iso if named_first else period
    for place, cell in enumerate(heads):
        if not place:
            continue
        dates = dates_near(cell, written, past=True)
        year = re.fullmatch(r"\s*((?:19|20)\d\d)\s*", cell) or re.search(r"\b((?:19|20)\d\d)\s*$", cell)
        areas = areas_in(cell)
        role = next((role for role, pattern in ROLES if pattern.search(cell)), "actual")
        own = area is not None and area.lower() in cell.lower()
        current = CURRENT.search(cell)
        if dates or year or areas or role != "actual" or own or current:
            # The period of the whole table is not that of "Last quarter".
            whole = None if role == "previous" and not named_first else period
            iso = dates[0].iso if dates else (year[1] if year else whole)
            yield Column(place, iso, areas[0].name if areas else area, role)


def _figures(row: Paragraph, columns: Sequence[Column], performance: bool) -> Iterator[Figure]:
    label = one_line(row.cells[0])
    rag = next((RAGS[match["rag"][0].lower()] for cell in row.cells[1:] if (match := RAG.fullmatch(cell))), None)
    for column in columns:
        value = VALUE.fullmatch(row.cells[column.place]) if column.place < len(row.cells) else None
        unit = _unit(label, value) if value else None
        if not value or not unit or len(label) < 4:
            continue
        indicator = named(label, unit)
        if indicator or performance:
            yield Figure(
                source=source_of(row, row.text),
                indicator=indicator.slug if indicator else None,
                label=label,
                area=column.area,
                period=column.period,
                value=float(value["number"].replace(",", "")),
                unit=unit,
                role=column.role,
                rag=rag if column.role == "actual" else None,
            )


def _unit(label: str, value: re.Match[str]) -> str:
    if value["percent"]:
        return "percent"
    if value["rate"]:
        return "per_10000"
    if value["pounds"]:
        return "gbp"
    return next((unit for unit, pattern in UNIT_SAID if pattern.search(label)), "count")
