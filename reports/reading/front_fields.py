"""What a report's head says of itself, whether in a table, behind a colon or on the line below.

Meeting:            Cabinet
Meeting date:       12 May 2021
Title of report:    Family hubs
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.reading.paragraph import Paragraph

# What a field is called, on whatever council's front page.
NAMES: tuple[tuple[str, str], ...] = (
    (
        "date",
        r"(?:meeting\s+date|date\s+of\s+(?:the\s+)?"
        r"(?:meeting|decision|committee|cabinet)"
        r"|(?:decision|committee|cabinet)\s+date"
        r"|date(?:\s+and\s+time)?|on)",
    ),
    (
        "meeting",
        r"(?:meeting(?:\s+name)?|(?:name\s+of\s+)?(?:committee|meeting|panel|board)|report\s+to|decision[\s-]?(?:making\s+body|maker|taker)|to|body|cabinet\s+or\s+committee)",
    ),
    (
        "title",
        r"(?:title(?:\s+of\s+(?:the\s+)?report)?"
        r"|report\s+title|subject(?:\s+of\s+"
        r"(?:the\s+)?report)?|report\s+on"
        r"|item(?!\s+no)|name\s+of\s+report)",
    ),
    (
        "author",
        r"(?:report\s+(?:by|of|from|author)|author"
        r"(?:\s+of\s+report)?|lead\s+officer"
        r"|responsible\s+officer|officer\s+contact"
        r"|contact(?:\s+officer)?|from)",
    ),
    (
        "member",
        r"(?:(?:lead\s+)?(?:executive|cabinet"
        r"|lead|portfolio)\s+(?:member"
        r"|holder)|portfolio(?:\s+holder)?"
        r"|cabinet\s+portfolio)",
    ),
    ("classification", r"(?:(?:security\s+|report\s+)?classification|exempt(?:\s+information)?|part)"),
    ("key_decision", r"(?:is\s+this\s+a\s+)?key\s+decision"),
    ("wards", r"(?:(?:wards?|divisions?|electoral\s+divisions?)(?:\s*/\s*\w+)?(?:\s+affected)?)"),
)
_NAMES = tuple((field, re.compile(rf"^\W*(?:{name})\s*(?:\(s\))?\s*[:?]*\s*$", re.IGNORECASE)) for field, name in NAMES)
_INLINE = tuple(
    (field, re.compile(rf"^\W*(?:{name})\s*(?:\(s\))?\s*:\s*(?P<value>\S.*)$", re.IGNORECASE | re.DOTALL))
    for field, name in NAMES
)
# How many paragraphs a report's head may take.
HEAD = 30


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a report's head: which (`date`, `meeting`, `title`...), its value as printed, and where."""

    name: str
    value: str
    paragraph: Paragraph


def fields_of(paragraphs: Sequence[Paragraph]) -> dict[str, Field]:
    """The fields of a report's head, the first of each."""
    found: dict[str, Field] = {}
    for field in printed(paragraphs[:HEAD]):
        found.setdefault(field.name, field)
    return found


def printed(head: Sequence[Paragraph]) -> Iterator[Field]:
    for place, paragraph in enumerate(head):
        if len(paragraph.cells) >= 2:
            if place + 1 < len(head) and (below := columns_of(paragraph, head[place + 1])):
                yield from below
                continue
            # A row may hold two fields side by side.
            for name, value in zip(paragraph.cells[::2], paragraph.cells[1::2], strict=False):
                if field := field_named(name):
                    yield Field(field, value, paragraph)
            continue
        for field, pattern in _INLINE:
            if inline := pattern.match(paragraph.text):
                yield Field(field, inline["value"].strip(), paragraph)
                break
        value_below = head[place + 1] if place + 1 < len(head) else None
        if not value_below or value_below.cells or field_named(value_below.text):
            continue
        if named := field_named(paragraph.text):
            yield Field(named, value_below.text, value_below)


def columns_of(names: Paragraph, values: Paragraph) -> list[Field]:
    """The fields of a table's row of names with their values in the row below: "Item No. | Date: | Meeting Name:".

    A first cell that holds a number is taken for the values' label, so that they have a cell less.
    """
    told = [field_named(cell) for cell in names.cells]
    cells = (values.label, *values.cells) if values.label and len(values.cells) < len(told) else values.cells
    if len([field for field in told if field]) < 2 or len(cells) != len(told) or any(map(field_named, values.cells)):
        return []
    return [Field(field, value or "", values) for field, value in zip(told, cells, strict=True) if field]


def field_named(text: str) -> str | None:
    """
    >>> field_named("Title of report:"), field_named("Date of meeting"), field_named("Purpose")
    ('title', 'date', None)
    """
    return next((field for field, pattern in _NAMES if pattern.match(text)), None)
