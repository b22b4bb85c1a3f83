"""A cell of a printed table as text: its lines joined, a line break where a paragraph of the cell ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.lines import Line
from reports.reading.paragraphs import added

BEGINS = re.compile(r"\s*(?:[•▪●–*-]|\(?[a-z0-9]{1,3}[.)])\s+\S|\s*[•▪●]")
# A line that leaves so much of its column free, in letter heights, ended where its author ended it.
FREE = 2.0


def cell_text(lines: Sequence[Line]) -> str:
    """The text of a cell, its paragraphs parted by line breaks."""
    rows = joined_rows(lines)
    right = max((line.x1 for line in rows), default=0.0)
    text = ""
    for place, line in enumerate(rows):
        before = rows[place - 1] if place else None
        if before and ends(before, line, right):
            text += "\n" + " ".join(line.text.split())
        else:
            head, found, tail = text.rpartition("\n")
            text = head + found + added(tail, " ".join(line.text.split()))
    return text


def joined_rows(lines: Sequence[Line]) -> list[Line]:
    """Pieces that stand beside each other as one line, from top to bottom."""
    rows: list[Line] = []
    for line in sorted(lines, key=lambda line: (line.page, round(line.top), line.x0)):
        last = rows[-1] if rows else None
        if last and last.page == line.page and abs(last.bottom - line.bottom) < 0.5 * line.size:
            text = f"{last.text} {line.text}"
            rows[-1] = Line(line.page, text, last.x0, line.x1, last.top, last.bottom, last.bold, last.size)
        else:
            rows.append(line)
    return rows


def ends(line: Line, following: Line, right: float) -> bool:
    """Whether a paragraph ends with a line: by the print, the room below it, or the room that it leaves free."""
    if line.bold != following.bold or BEGINS.match(following.text):
        return True
    if line.page != following.page:
        return line.text.rstrip().endswith((".", ":"))
    if following.top - line.bottom > 0.75 * line.size:
        return True
    word = following.text.split(maxsplit=1)[0]
    width = (following.x1 - following.x0) * len(word) / max(len(following.text), 1)
    return line.x1 + width + FREE * line.size < right and following.text[:1].isupper()
