"""A paragraph as it stands in a document: what the kinds read and the register cites."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points from the page's top left corner."""

    page: int
    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, heading, bullet or table row as it stands in a document: what the kinds read and the register cites.

    ordinal: 0, 1, 2 ... in reading order, the paragraph's identity within its document
    page:    the page it begins on, 1 for the first of the file
    label:   the number or letter as printed (`5.8.3`, `(a)`), taken off the text; None without one
    text:    its words, lines joined, page furniture left out
    style:   heading, paragraph, bullet, row (of a table) or margin (a note in the margin)
    cells:   the cells of a row, left to right, blank ones left out; empty for the others
    columns: where each cell of a row begins and ends across the page: in points, in a Word file as the number of the
             first column that it fills (0 for the first) and of the one after its last
    margin:  what is printed in the margin beside it (an action's owner); None without
    indent:  distance of its text from the page's left edge, in points
    bold:    most of it is printed bold
    part:    exempt where it stands in the part of a meeting closed to the public, else open
    schedule: the paragraph of Schedule 12A that a document gives for closing it, as printed
    boxes:   where it stands, one box a page or column, for marking it on the page's picture; none for Word files
    """

    ordinal: int
    page: int
    text: str
    label: str | None = None
    style: str = "paragraph"
    cells: tuple[str, ...] = ()
    columns: tuple[tuple[float, float], ...] = ()
    margin: str | None = None
    indent: float = 0.0
    bold: bool = False
    size: float = 0.0
    part: str = "open"
    schedule: str | None = None
    boxes: tuple[Box, ...] = ()
