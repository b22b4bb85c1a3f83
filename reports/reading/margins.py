"""Notes in the margin: print right of the text, set beside the paragraph it belongs to.

    7.2  Officers agreed to send the panel a list of the      Jo Field
         family centres that had extended their hours.        to action

The column's own heading ("ACTION") is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.reading.lines import Line, Page, joined
from reports.reading.measure import NOTE_PLACE, Measure

Row = tuple[Line, ...]

# How wide a note may be, as a share of the page's width.
WIDTH = 0.26
COLUMN_HEADING = re.compile(r"\W*actions?(?:\s+(?:by|for|owner|required))?\W*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Note:
    """A margin note, with its place on the page in points from the top."""

    text: str
    top: float
    bottom: float


# What stands at the right of a table, and names nobody: an answer, a rating, the head of a column.
NO_NOTE = re.compile(
    r"\W*(?:(?:red|amber|green|yes|no|n/?a|none|tbc|total|targets?|actual|latest|current|previous|outturn|baseline|B?RAG"
    r"|status|rating|trend|DoT|direction|travel|England|national|regional|average|neighbours?|statistical|comments?"
    r"|commentary|number|no\.?|percentage|rate|year|quarter|month|value|result|performance|high(?:er)?|low(?:er)?|good"
    r"|better|is|of|to|on|the|not|KPIs?|PIs?|indicators?|measures?|available|applicable|known|data|tolerance|[rag]|improv\w+"
    r"|worsen\w+|declin\w+|deteriorat\w+|stable|static|same|unchanged|change|up|down|met|missed|track)\b\W*){0,6}",
    re.IGNORECASE,
)


def apart(page: Page, measure: Measure) -> tuple[list[Row], list[Note]]:
    """A page's rows without what stands right of the text, and the notes that stand there."""
    rows: list[Row] = []
    pieces: list[Line] = []
    for row in page.rows:
        beyond = [line for line in row if is_beyond(line, page, measure)]
        body = tuple(line for line in row if line not in beyond)
        pieces += beyond
        if body:
            rows.append(joined(body))
    return rows, notes(pieces)


def is_beyond(line: Line, page: Page, measure: Measure) -> bool:
    """Whether print stands in the margin: narrow, far right, and right of the text or in a column of notes."""
    if line.x1 - line.x0 > WIDTH * page.width or line.x0 < NOTE_PLACE * page.width:
        return False
    beyond = line.x0 >= measure.right(page.number) + 3
    return (beyond or any(abs(line.x0 - column) <= 1.5 for column in measure.columns)) and names_somebody(line.text)


def names_somebody(text: str) -> bool:
    """
    >>> names_somebody("Jo Field to action"), names_somebody("AMBER"), names_somebody("£120,000")
    (True, False, False)
    >>> names_somebody("Direction of travel"), names_somebody("Number of KPIs"), names_somebody("Performance team")
    (False, False, True)
    """
    return not NO_NOTE.fullmatch(text.strip()) and not re.search(r"[\d£%]", text)


def notes(pieces: Sequence[Line]) -> list[Note]:
    """Pieces of print in the margin joined where they follow each other closely."""
    found: list[Note] = []
    for line in sorted(pieces, key=lambda line: line.top):
        if found and line.top - found[-1].bottom < 0.8 * line.size:
            found[-1] = Note(f"{found[-1].text} {line.text.strip()}", found[-1].top, line.bottom)
        else:
            found.append(Note(line.text.strip(), line.top, line.bottom))
    return [note for note in found if not COLUMN_HEADING.fullmatch(note.text)]


def beside_which(note: Note, spans: Sequence[tuple[float, float]]) -> int | None:
    """Which of the paragraphs (top, bottom) a note stands beside: the one its first line meets, else the nearest above.

    >>> beside_which(Note("Jo Field", 110, 122), [(50, 90), (100, 160), (170, 200)])
    1
    """
    middle = note.top + min(note.bottom - note.top, 12) / 2
    for number, (top, bottom) in enumerate(spans):
        if top - 1 <= middle <= bottom + 1:
            return number
    above = [number for number, (top, _) in enumerate(spans) if top <= middle]
    return above[-1] if above else (0 if spans else None)
