"""Lines of print: what stands on a page and where, and how pieces of print become rows.

A row is what a reader sees side by side: a number, its text, a note in the margin, the cells of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

# Print further apart than this many letter heights stands in another column; a wide space in justified text does not.
COLUMN_GAP = 1.6
# Print further apart than this has a space between its words.
WORD_GAP = 0.17
# Print further apart than this has a tab between: a number and its text.
TAB_GAP = 0.8
# Bold print further apart than this may be a note in the margin.
NOTE_GAP = 0.6


@dataclass(frozen=True, slots=True)
class Line:
    """A piece of print on one page; places in points from the top left corner, `size` the height of its letters.

    gaps: for each tab in the text where the print before it ends and where it goes on.
    """

    page: int
    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    size: float
    gaps: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number (1 for the first), width and height in points, and its rows from top to bottom."""

    number: int
    width: float
    height: float
    rows: tuple[tuple[Line, ...], ...]


def rows(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """The lines of one page as rows, each from left to right."""
    grouped: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.top + line.bottom, line.x0)):
        # A raised letter or a table's cell may belong to one of the rows just before, not only to the last.
        for row in reversed(grouped[-3:]):
            if beside(line, row[0]):
                row.append(line)
                break
        else:
            grouped.append([line])
    ordered = (tuple(sorted(row, key=lambda line: line.x0)) for row in grouped)
    return sorted(ordered, key=lambda row: min(line.top for line in row))


def beside(one: Line, other: Line) -> bool:
    """Whether two pieces of print stand side by side: at least half of the lower one's height is shared."""
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared >= 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def joined(row: Sequence[Line], notes_apart: bool = False) -> tuple[Line, ...]:
    """A row's pieces joined where no column's gap parts them; `notes_apart` leaves bold print after a gap alone."""
    done: list[Line] = []
    for piece in row:
        if done and is_printed_twice(done[-1], piece):
            continue
        if done and notes_apart and may_be_note(done[-1], piece):
            done.append(piece)
        elif done and piece.x0 - done[-1].x1 < column_gap(done[-1], piece):
            done[-1] = together(done[-1], piece)
        else:
            done.append(piece)
    return tuple(done)


def may_be_note(line: Line, piece: Line) -> bool:
    """Whether a piece may be a note in a margin that is close to the text: bold beside print that is not."""
    return piece.bold and not line.bold and piece.x0 - line.x1 > NOTE_GAP * piece.size


def column_gap(line: Line, piece: Line) -> float:
    """How far apart two pieces of a row stand at least, in points, if they are columns.

    In a line that is stretched to both margins the words themselves stand far apart.
    """
    words = (line.text + piece.text).strip()
    stretched = words.count("\t") > 1 and words.count("\t") > words.count(" ")
    return COLUMN_GAP * max(piece.size, line.size) * (2 if stretched else 1)


def is_printed_twice(line: Line, piece: Line) -> bool:
    """Whether the piece is the line's own end once more: some programs print bold by printing twice."""
    return piece.x0 < line.x1 - 0.5 * piece.size and line.text.endswith(piece.text.strip()) and piece.x1 <= line.x1 + 2


def together(line: Line, piece: Line) -> Line:
    """One line out of two neighbours; bold where the longer of them is."""
    space = between(piece.x0 - line.x1, piece.size)
    longer = max(line, piece, key=lambda part: len(part.text))
    parted = ((line.x1, piece.x0),) if space == "\t" else ()
    return replace(
        line,
        text=line.text + space + piece.text,
        x1=max(line.x1, piece.x1),
        top=longer.top,
        bottom=longer.bottom,
        bold=longer.bold,
        size=longer.size,
        gaps=(*line.gaps, *parted, *piece.gaps),
    )


def between(gap: float, size: float) -> str:
    """What a gap of so many points stands for, in letters of this size: nothing, a space or a tab.

    >>> between(1, 12), between(4, 12), between(14, 12)
    ('', ' ', '\\t')
    """
    if gap > TAB_GAP * size:
        return "\t"
    return " " if gap > WORD_GAP * size else ""
