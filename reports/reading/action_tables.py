"""Actions that minutes list in a table, often below the last item.

Minute   Action                              Owner       Due
34       A map of the hubs to be circulated  Jo Field    30 April 2024
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reports.reading.dates import dates_in
from reports.reading.facts import Action
from reports.reading.names import without_title
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import source_of

COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"^\W*(?:{words})\W*$", re.IGNORECASE))
    for name, words in (
        ("action", r"(?:agreed\s+)?actions?(?:\s+(?:points?|agreed|required|arising|to\s+be\s+taken))?"
        r"|(?:follow[\s-]?up|task)s?"),
        ("owner", r"(?:action\s+|lead\s+)?(?:owners?|by\s+whom|by|who|lead(?:\s+officer)?|responsible(?:\s+\w+)?"
        r"|responsibility"
                  r"|officer|person(?:\s+responsible)?|assigned\s+to|allocated\s+to|action\s+for|name)"),
        ("due", r"(?:due|by\s+when|when|deadline|timescales?|target|due\s+by|complet(?:e|ion)\s+by)(?:\s+date)?"
        r"|date(?:\s+due)?"),
        ("item", r"(?:agenda\s+)?(?:minutes?|items?|no|number|ref(?:erence)?|para(?:graph)?)\.?(?:\s+(?:no|number"
        r"|ref(?:erence)?)\.?)?"),
        # A log of earlier meetings' actions says how far they have come.
        ("progress", r"(?:.*\b)?(?:status|progress|outcome|update|position|complete[d]?|rag)\b.*"),
    )
)  # fmt: skip
LABEL = re.compile(r"\d{1,3}(?:\.\d{1,2})*[A-Za-z]?")


def listed_actions(paragraphs: Sequence[Paragraph]) -> Iterator[Action]:
    """The actions of the tables that head a column with "Action" and another with who acts; not logs of progress."""
    columns: list[str | None] = []
    for paragraph in paragraphs:
        if paragraph.style != "row":
            columns = []
        elif heads := columns_of(paragraph.cells):
            columns = heads
        elif columns and (found := action_in(paragraph, columns)):
            yield found


def columns_of(cells: Sequence[str]) -> list[str | None]:
    """What each column holds; empty where the row does not head a table of actions.

    >>> columns_of(("Minute", "Action", "By whom")), columns_of(("Action", "Lead", "Progress"))
    (['item', 'action', 'owner'], [])
    """
    names = [next((name for name, words in COLUMNS if words.match(cell)), None) for cell in cells]
    return names if {"action", "owner"} <= set(names) and "progress" not in names else []


def action_in(paragraph: Paragraph, columns: Sequence[str | None]) -> Action | None:
    """The action of a row. An item's number may have been taken for the row's label, a last empty cell be left out."""
    cells = paragraph.cells
    if paragraph.label and columns[0] in ("item", None) and len(cells) < len(columns):
        cells = (paragraph.label, *cells)
    told = dict(zip(columns, cells, strict=False))
    text, owner, due = told.get("action"), told.get("owner"), told.get("due") or ""
    if not text or not owner or len(text.split()) < 3 or dates_in(owner):
        return None
    return Action(
        owner=without_title(owner),
        text=text,
        item=number_in((told.get("item") or "", paragraph.label or "")),
        paragraph=None,
        due_on=next((found.iso for found in dates_in(due)), None),
        source=source_of(paragraph, text, basis="cell"),
    )


def number_in(told: Iterable[str]) -> str | None:
    return next((found[0] for text in told if (found := LABEL.match(text.strip()))), None)
