"""The heads of a plan's columns as they are printed, over one line or several, and where the columns part.

Lead         Title and summary      Decision      Decision
officer      of the decision        due date      maker
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from reports.reading.lines import Line, Page
from reports.reading.plan_columns import columns_of
from reports.reading.plan_groups import group_in
from reports.reading.record_columns import record_columns
from reports.reading.rulings import Rulings

Row = tuple[Line, ...]

# So many lines of print the heads of columns may take.
HEAD_LINES = 7
NEAR = 4.0


@dataclass(frozen=True)
class Columns:
    """The columns of a table: what each holds, the places between them, and its left and right edge, in points."""

    heads: tuple[str, ...]
    fields: tuple[str | None, ...]
    between: tuple[float, ...]
    drawn: bool = False  # by lines

    @property
    def of_record(self) -> bool:
        """Whether they are those of a notice of decisions."""
        return "decision" in self.fields

    def of(self, piece: Line) -> int:
        """The column that a piece of print stands in, by where most of it is."""
        middle = piece.x0 + min(0.5 * (piece.x1 - piece.x0), 20.0)
        return min(sum(edge < middle for edge in self.between), len(self.fields) - 1)

    def crossed(self, piece: Line) -> int:
        return sum(piece.x0 + NEAR < edge < piece.x1 - NEAR for edge in self.between)


@dataclass
class Sheet:
    """One page while its tables are taken out."""

    page: Page
    rows: list[Row]
    rulings: Rulings
    taken: set[int] = field(default_factory=set)

    def pieces(self, place: int) -> list[Line]:
        return [piece for line in self.rows[place] for piece in split(line)]


def head_at(rows: Sequence[Row], place: int) -> int:
    """How many rows of print the heads of a plan's columns take that begin here; 0 where none do."""
    known, length = heads_from(rows, place)
    if known and len(rows[place]) == 1 and not is_like(rows[place], rows[place + 1]):
        # A title above the heads is none of them.
        below, _ = heads_from(rows, place + 1)
        return 0 if below >= known else length
    return length


def is_like(row: Row, below: Row) -> bool:
    """Whether a row of print is set like the one below it, and close above it."""
    one, other = row[0], below[0]
    close = other.top - one.bottom <= 0.5 * one.size
    return close and one.bold == other.bold and abs(one.size - other.size) < 0.1 * one.size


def heads_from(rows: Sequence[Row], place: int) -> tuple[int, int]:
    """How many parts of an entry the heads name that begin here, and how many rows of print they take."""
    best, length = 0, 0
    for count in range(1, HEAD_LINES + 1):
        taken = rows[place : place + count]
        if len(taken) < count or (count > 1 and taken[-1][0].top - taken[-2][0].bottom > taken[-1][0].size):
            break
        found = fields_of([" ".join(line.text for line in group) for group in stacked(taken)])
        known = len({name for name in found if name}) if found else 0
        if known > best or (known == best > 0 and goes_on(taken)):
            best, length = known, count
    return best, length


def fields_of(heads: Sequence[str]) -> tuple[str | None, ...] | None:
    """What the columns of a plan hold, or those of a notice that tells a meeting's decisions."""
    return columns_of(heads) or record_columns(heads)


def goes_on(rows: Sequence[Row]) -> bool:
    """Whether the last of some rows is a further line of the heads above it: set like them, close, no group's."""
    last, before = rows[-1], rows[-2] if len(rows) > 1 else rows[-1]
    close = last[0].top - before[0].bottom <= 0.5 * last[0].size
    same = all(line.bold for line in last) and rows[0][0].bold
    return same and close and not group_in(" ".join(line.text for line in last), None)


def stacked(rows: Sequence[Row]) -> list[list[Line]]:
    """Pieces of print that stand one below the other, from left to right."""
    groups: list[list[Line]] = []
    for piece in sorted((piece for row in rows for line in row for piece in split(line)), key=lambda piece: piece.x0):
        if groups and piece.x0 < max(line.x1 for line in groups[-1]):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return [sorted(group, key=lambda piece: piece.top) for group in groups]


def split(line: Line) -> list[Line]:
    """A line of print cut at its tabs."""
    texts = line.text.split("\t")
    if len(texts) == 1 or len(line.gaps) != len(texts) - 1:
        return [line]
    starts = [line.x0, *(end for _, end in line.gaps)]
    ends = [*(start for start, _ in line.gaps), line.x1]
    return [
        replace(line, text=text, x0=start, x1=end, gaps=())
        for text, start, end in zip(texts, starts, ends, strict=True)
        if text.strip()
    ]


def columns_at(sheet: Sheet, place: int, length: int) -> Columns:
    """The columns whose heads stand here."""
    groups = stacked(sheet.rows[place : place + length])
    lines = lines_down(sheet, groups)
    if lines:
        inside: list[list[Line]] = [[] for _ in range(len(lines) - 1)]
        for group in groups:
            middle = sum(piece.x0 + piece.x1 for piece in group) / (2 * len(group))
            inside[max(0, min(len(lines) - 2, sum(line < middle for line in lines) - 1))] += group
        heads = [
            " ".join(piece.text for piece in sorted(cell, key=lambda piece: (piece.top, piece.x0))) for cell in inside
        ]
        if found := fields_of(heads):
            return Columns(tuple(heads), found, tuple(lines[1:-1]), drawn=True)
    heads = [" ".join(piece.text for piece in group) for group in groups]
    pieces = [piece for at in range(place + length, len(sheet.rows)) for piece in sheet.pieces(at)]
    return Columns(tuple(heads), fields_of(heads) or (), tuple(clear_places(groups, pieces)))


def lines_down(sheet: Sheet, groups: Sequence[Sequence[Line]]) -> list[float]:
    """The places of the lines drawn between the heads of columns, those at both ends too; none where too few are."""
    top = min(piece.top for group in groups for piece in group)
    bottom = max(piece.bottom for group in groups for piece in group)
    middle = (top + bottom) / 2
    found = sorted({round(line.at, 1) for line in sheet.rulings.down if line.start - NEAR <= middle <= line.end + NEAR})
    apart = [at for place, at in enumerate(found) if not place or at - found[place - 1] > NEAR]
    return apart if len(apart) > len(groups) else []


def clear_places(groups: Sequence[Sequence[Line]], pieces: Sequence[Line]) -> Iterator[float]:
    """Where columns part: between two heads, at the place that the fewest pieces of print cross."""
    for left, right in pairwise(groups):
        start = max(piece.x1 for piece in left)
        end = max(min(piece.x0 for piece in right) + 1, start + 2)
        places = [start + step for step in range(int(end - start))]
        crossed = [sum(piece.x0 < at < piece.x1 for piece in pieces) for at in places]
        low = min(crossed)
        free = [at for at, times in zip(places, crossed, strict=True) if times == low]
        # The widest clear strip; its right end stands before the next column's words.
        yield widest(free) - 1


def widest(places: Sequence[float]) -> float:
    """The right end of the longest run of places one point apart."""
    best, length, run = places[0], 0, 0
    for before, at in zip([places[0] - 1, *places], places, strict=False):
        run = run + 1 if at - before <= 1.01 else 1
        if run >= length:
            best, length = at, run
    return best
