"""The lines of a decision's record as one would read them aloud: names made whole, fields in one paragraph apart.

Notice / List of              Not applicable       one name over three lines of its cell
Forthcoming Key
Decisions:

To open the hub. Reason for decision: It is needed. Alternatives considered: None.      three fields in one paragraph
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.paragraph import Paragraph
from reports.reading.record_names import field_named, parted

# Fields that stand behind another's text in one paragraph, each behind the end of a sentence.
APART = frozenset(
    ["reasons", "alternatives", "conflicts", "dispensation", "consultation", "date", "published", "call_in",
     "effective", "signature", "present", "apologies"]
)  # fmt: skip
BEHIND = re.compile(r"(?<=[.;)])\s+(?=(?P<name>[A-Z][^.:;]{3,70}):\s*\S)")
NAME_ENDS = (":", "?")
LONGEST_PIECE = 60  # letters of a line that may be the rest of a name
# Lines of one cell stand no further apart than this, in letter heights.
LEADING = 0.8
# So many rows, and this share of all, show that a form sets a colon behind each name.
ROWS, SHARE = 4, 0.6


def fields_apart(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """The paragraphs, those that hold several fields parted; the parts keep the paragraph's ordinal and place."""
    return tuple(part for paragraph in paragraphs for part in parts_of(paragraph))


def parts_of(paragraph: Paragraph) -> Iterator[Paragraph]:
    """
    >>> told = Paragraph(ordinal=0, page=1, text="To open it. Reason for decision: Need. Note: two.")
    >>> [part.text for part in parts_of(told)]
    ['To open it.', 'Reason for decision: Need. Note: two.']
    """
    text = paragraph.text
    places = [found.start() for found in BEHIND.finditer(text) if field_named(f"{found['name']}:") in APART]
    if paragraph.cells or not places:
        yield paragraph
        return
    for start, end in zip([0, *places], [*places, len(text)], strict=True):
        label = None if start else paragraph.label
        style = "paragraph" if start else paragraph.style
        yield replace(paragraph, text=text[start:end].strip(), label=label, style=style)


def names_joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; a name that fills its cell and ends on the lines below the row is made whole.

    "AUTHORISED DECISION | Ruth Cambery" above "MAKER:" is one field.
    """
    found: list[Paragraph] = []
    with_colons = has_colons(paragraphs)
    below: Paragraph | None = None  # the last line that was joined to the row
    for paragraph in paragraphs:
        row = found[-1] if found and len(found[-1].cells) == 2 else None
        if row and is_rest_of_name(row, below or row, paragraph, with_colons):
            found[-1] = replace(row, cells=(f"{row.cells[0]} {paragraph.text}", row.cells[1]))
            below = paragraph
            continue
        below = None
        found.append(paragraph)
    return found


def has_colons(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a form sets a colon or a question mark behind the names of its fields."""
    names = [each.cells[0].rstrip() for each in paragraphs if len(each.cells) == 2]
    ended = sum(name.endswith(NAME_ENDS) for name in names)
    return ended >= ROWS and ended >= SHARE * len(names)


def is_rest_of_name(row: Paragraph, above: Paragraph, paragraph: Paragraph, with_colons: bool) -> bool:
    """Whether a line below a row goes on with the name in the row's first cell."""
    name = row.cells[0].rstrip()
    if name.endswith(NAME_ENDS) or paragraph.cells or paragraph.label or len(paragraph.text) > LONGEST_PIECE:
        return False
    whole = f"{name} {paragraph.text}"
    if with_colons and is_under_name(row, above, paragraph):
        return field_named(name) is None or field_named(whole) is not None
    if paragraph.style != "heading" and not paragraph.text.endswith(":"):
        return False
    return field_named(paragraph.text) in (None, "maker") and field_named(whole) is not None


def is_under_name(row: Paragraph, above: Paragraph, paragraph: Paragraph) -> bool:
    """Whether a line stands in the first column alone, no further below the line above than one cell's lines do."""
    if not (row.columns and above.boxes and paragraph.boxes) or parted(paragraph.text):
        return False
    upper, lower = above.boxes[-1], paragraph.boxes[0]
    near = upper.page == lower.page and lower.top - upper.bottom <= LEADING * (paragraph.size or 1)
    return near and lower.x1 < row.columns[1][0] and abs(lower.x0 - row.columns[0][0]) < row.size
