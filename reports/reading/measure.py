"""A document's measure: the room between its lines, where its lines end, how large its letters are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.reading.lines import Line, Page

Row = tuple[Line, ...]

# Lines closer together or further apart than this (in letter heights) tell nothing of a paragraph's leading.
TIGHTEST, WIDEST = 0.95, 2.3
# Lines as far apart as these are an agenda's items or titles as often as they are text: only text that goes on tells.
DOUBLE = 1.9
# A block at least so wide (points), most of whose lines reach nearly to one edge, is text set narrower than the page.
NARROW_BLOCK = 200
# So many long lines on a page tell where its text ends.
MANY_LINES = 6
# Notes stand right of this share of a page's width.
NOTE_PLACE = 0.62


@dataclass(frozen=True, slots=True)
class Measure:
    """leading: the step from line to line in letter heights; size: of the text's letters, in points; edge: where the
    text's lines end on most pages; edges: the same for each page by its number, all in points; columns: where a column
    of notes beside the text begins."""

    leading: float
    size: float
    edge: float
    edges: dict[int, float]
    columns: tuple[float, ...] = ()

    def right(self, page: int) -> float:
        return self.edges.get(page, self.edge)

    def blocks(self, rows: Sequence[Row], page: int) -> list[float]:
        """For each row of a page the right edge that its neighbours wrap at."""
        edges: list[float] = []
        for block in runs(rows, self.leading * 1.22):
            edges += [self.block_edge(block, self.right(page))] * len(block)
        return edges

    def block_edge(self, block: Sequence[Row], edge: float) -> float:
        right = max(row[-1].x1 for row in block)
        left = min(row[0].x0 for row in block)
        reaching = sum(row[-1].x1 >= right - 0.15 * (right - left) for row in block[:-1])
        narrow = len(block) > 2 and right - left >= NARROW_BLOCK and reaching >= 0.6 * (len(block) - 1)
        return right if narrow or right > edge else edge


def runs(rows: Sequence[Row], step: float) -> list[list[Row]]:
    """Rows that follow each other without more room than between lines."""
    blocks: list[list[Row]] = []
    for row in rows:
        if blocks and len(row) == 1 and row[0].bottom - blocks[-1][-1][0].bottom <= step * row[0].size:
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def measured(pages: Sequence[Page]) -> Measure:
    """What a document's rows say of its measure."""
    steps: Counter[float] = Counter()
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            for line in row:
                sizes[round(line.size, 1)] += len(line.text)
        for above, below in pairwise(page.rows):
            # Only below a long line may its own paragraph go on.
            step = round((below[0].bottom - above[0].bottom) / max(below[0].size, 1), 1)
            if is_long(above[-1], page) and (step < DOUBLE or below[0].text[:1].islower()):
                steps[step] += 1
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    ends = {page.number: long_ends(page, size) for page in pages}
    every = [end for found in ends.values() for end in found]
    edge = edge_of(every) if every else max((0.9 * page.width for page in pages), default=0.0)
    edges = {number: edge_of(found) for number, found in ends.items() if len(found) >= MANY_LINES}
    return Measure(leading_of(steps), size, edge, edges, note_columns(pages))


def long_ends(page: Page, size: float) -> list[float]:
    """Where the long lines of a page end that are set like the text; a title may reach further."""
    return [line.x1 for row in page.rows for line in row if is_long(line, page) and abs(line.size - size) <= 0.1 * size]


def is_long(line: Line, page: Page) -> bool:
    return line.x1 - line.x0 > 0.4 * page.width


def note_columns(pages: Sequence[Page]) -> tuple[float, ...]:
    """Where notes begin that stand beside long lines, on whatever page: there a column of notes is kept free."""
    places: Counter[int] = Counter()
    for page in pages:
        for row in page.rows:
            if len(row) in (2, 3) and is_long(row[-2], page) and row[-1].bold and row[-1].x0 > NOTE_PLACE * page.width:
                places[round(row[-1].x0)] += 1
    return tuple(float(place) for place, times in places.items() if times > 1)


def edge_of(ends: list[float]) -> float:
    """Where lines end at the right; one in thirty may reach beyond."""
    return sorted(ends)[round(0.97 * (len(ends) - 1))]


def leading_of(steps: Counter[float]) -> float:
    """The smallest step that is common: larger ones are those between paragraphs."""
    within = {step: times for step, times in steps.items() if TIGHTEST <= step <= WIDEST}
    often = [step for step, times in within.items() if times >= 0.15 * sum(within.values())]
    return min(often, default=1.3)
