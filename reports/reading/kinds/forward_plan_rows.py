"""Forward plans that are set as tables: a row for each decision, below the heads of the columns.

Title and summary       Decision maker        Decision due     Lead officer
CHILDREN'S POLICY COMMITTEE - 5 FEBRUARY 2026
Family hubs             Children's Policy     5 February 2026  Jo Field
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reports.reading.bodies import bodies_in
from reports.reading.dates import dates_in
from reports.reading.facts import PlannedDecision
from reports.reading.paragraph import Paragraph
from reports.reading.plan_columns import columns_of
from reports.reading.plan_entries import CODE
from reports.reading.plan_groups import Group, group_in
from reports.reading.plan_values import SHUTS, Matter, contact_in, decider_in, due_in, exempt_in, key_in, matter_in
from reports.reading.sentences import one_line, source_of
from reports.reading.table_places import Span, cells_of, places_of

REFERENCE = re.compile(rf"{CODE}|[A-Z]{{0,5}}[ /-]?\d{{1,6}}[A-Z]?")
WORDS = re.compile(r"\b(?:member|leader|director|officer|head|mayor|chief|council|cabinet|executive|committee)\b", re.I)
# How well a text fits a column: what its words show.
FITS: dict[str, Callable[[str], bool]] = {
    "reference": lambda text: bool(REFERENCE.fullmatch(text.strip())),
    "date": lambda text: bool(dates_in(text)) and len(text) < 80,
    "decider": lambda text: len(text) < 120 and bool(bodies_in(text) or WORDS.search(text)) and not dates_in(text),
    "key": lambda text: key_in(text) is not None,
    "exempt": lambda text: bool(re.match(r"\W*(?:open|part|fully|exempt|private|public|yes|no)\b", text, re.I)),
    "contact": lambda text: "@" in text or bool(re.search(r"\b(?:director|head|manager|officer)\b", text, re.I)),
    "title": lambda text: len(text) > 12 and not dates_in(text),
}
# Columns side by side: more than these are not tried one by one.
MANY_COLUMNS = 14
DOCUMENTS = re.compile(r"\b(?:documents?|papers|reports?)\b", re.IGNORECASE)
MAY_BE = re.compile(r"\b(?:may|might|if|unless|whether)\b", re.IGNORECASE)
TITLE_HEAD = re.compile(r"title|subject|^\W*(?:item|issue|matter|report)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heads:
    """The heads of a table's columns: as printed, and which part of an entry each holds."""

    cells: tuple[str, ...]
    fields: tuple[str | None, ...]
    bold: bool = False
    spans: tuple[Span, ...] = ()

    def cell(self, field: str, values: Sequence[str]) -> tuple[str, str]:
        """The value and the head of the first column of a sort; of titles the one that calls itself so."""
        places = [place for place, name in enumerate(self.fields) if name == field]
        if field == "title":
            places.sort(key=lambda place: not TITLE_HEAD.search(self.cells[place]))
        return next(((values[place], self.cells[place]) for place in places if values[place].strip()), ("", ""))


def planned_in_rows(paragraphs: Sequence[Paragraph], written: str | None) -> Iterator[PlannedDecision]:
    """The decisions of a plan's tables."""
    heads: Heads | None = None
    group = Group(None, None)
    for paragraph in paragraphs:
        if fields := columns_of(paragraph.cells):
            spans = cells_of(paragraph).spans
            heads = Heads(paragraph.cells, fields, paragraph.bold, spans if len(spans) == len(fields) else ())
        elif not paragraph.cells:
            group = group_of(paragraph, written, group)
        elif (alone := only(paragraph)) and group_in(alone.text, written):
            group = group_of(alone, written, group)
        elif heads and heads.bold and paragraph.bold and len(paragraph.cells) != len(heads.cells):
            # Another table begins: of portfolios and their holders, of days of meetings.
            heads = None
        elif heads and (found := planned(paragraph, heads, group, written)):
            yield found


def only(paragraph: Paragraph) -> Paragraph | None:
    """A row of which only one cell is filled, as a line of print."""
    filled = [cell for cell in paragraph.cells if cell.strip()]
    return replace(paragraph, text=one_line(filled[0]), cells=()) if len(filled) == 1 else None


def group_of(paragraph: Paragraph, written: str | None, before: Group) -> Group:
    """The group that a line between rows opens; any other heading ends the one before."""
    found = group_in(paragraph.text, written)
    if not found:
        return Group(None, None) if paragraph.style == "heading" else before
    # "March 2026" below "Cabinet" is of Cabinet.
    return Group(found.decider or before.decider, found.due_on) if found.due_on else found


def aligned(paragraph: Paragraph, heads: Heads) -> tuple[str, ...] | None:
    """A row's cells below their heads; where empty cells are not told, as they fit best. None for another table's."""
    count = len(heads.fields)
    if placed := below_heads(paragraph, heads):
        return placed
    cells = paragraph.cells
    if paragraph.label and len(cells) < count:
        cells = (paragraph.label, *cells)
    if len(cells) == count:
        return cells
    if not 2 <= len(cells) < count <= MANY_COLUMNS:
        return None
    best = max(combinations(range(count), len(cells)), key=lambda places: fitness(places, cells, heads))
    values = [""] * count
    for place, cell in zip(best, cells, strict=True):
        values[place] = cell
    return tuple(values)


def below_heads(paragraph: Paragraph, heads: Heads) -> tuple[str, ...] | None:
    """A row's cells below the heads that they stand under; None where it is not known where they stand."""
    row = cells_of(paragraph)
    if not heads.spans or len(row.spans) != len(row.texts) or not row.spans or len(row.texts) > len(heads.fields):
        return None
    values = [""] * len(heads.fields)
    for place, text in zip(places_of(row.spans, heads.spans) or (), row.texts, strict=False):
        values[place] = text
    return tuple(values) if any(values) else None


def fitness(places: Sequence[int], cells: Sequence[str], heads: Heads) -> int:
    return sum(
        bool(name and name in FITS and FITS[name](cell))
        for name, cell in zip((heads.fields[place] for place in places), cells, strict=True)
    )


def planned(paragraph: Paragraph, heads: Heads, group: Group, written: str | None) -> PlannedDecision | None:
    """The decision of one row; None for a row that names no matter, or neither day nor decider."""
    values = aligned(paragraph, heads)
    if not values:
        return None
    title, _ = heads.cell("title", values)
    matter = matter_in(title)
    decider, _ = heads.cell("decider", values)
    when, _ = heads.cell("date", values)
    due = due_in(when, written) or due_in(decider, written) or group.due_on
    who = decider_in(decider) or body_of(when) or group.decider
    if not matter or not (due or who or when.strip()):
        return None
    missing = sum(not value.strip() for value in values)
    if missing and not (due or group.due_on or when.strip() or FITS["decider"](decider)):
        # Few cells, and none of them a day or one who decides: another table's.
        return None
    reference, _ = heads.cell("reference", values)
    contact, _ = heads.cell("contact", values)
    return PlannedDecision(
        reference=one_line(reference) or matter.reference,
        title=matter.title,
        decision_maker=who,
        due_on=due,
        key_decision=key_of(heads, values, matter),
        exempt=exempt_of(heads, values, matter),
        contact=contact_in(contact),
        source=source_of(paragraph, paragraph.text, basis="cell"),
    )


def body_of(when: str) -> str | None:
    """The body that a cell names beside the day: "Cabinet 12 May 2026"."""
    return next((body.name for body in bodies_in(one_line(when)[:200]) if body.sort != "agency"), None)


def key_of(heads: Heads, values: Sequence[str], matter: Matter) -> bool | None:
    value, head = heads.cell("key", values)
    if (key := key_in(value, head)) is not None:
        return key
    if matter.key is not None:
        return matter.key
    tags = (matter_in(f"x{field}\n{heads.cell(field, values)[0]}") for field in ("type", "summary", "decider"))
    return next((tag.key for tag in tags if tag and tag.key is not None), None)


def exempt_of(heads: Heads, values: Sequence[str], matter: Matter) -> str | None:
    value, head = heads.cell("exempt", values)
    if value.strip():
        return exempt_in(value, head)
    if matter.exempt or matter.is_open:
        return matter.exempt
    tags = (matter_in(f"x{field}\n{heads.cell(field, values)[0]}") for field in ("type", "summary", "decider"))
    told = next((tag.exempt for tag in tags if tag and tag.exempt), None)
    return told or next((words for words in map(closed_paper, heads.cells, values) if words), None)


def closed_paper(head: str, value: str) -> str | None:
    """What the column of documents says of a report or an appendix that will be exempt."""
    if not DOCUMENTS.search(head) or MAY_BE.search(value):
        return None
    return exempt_in(value, head) if SHUTS.search(value) else None
