"""Where the cells of a table's rows stand: rows that were torn put together, cells put into the columns above them.

A cell stands in the column whose head, or whose cells in full rows, it shares some of the page's width with:

    Measure                       Q1      Q2      Target
    Families helped               410             400        400 is a target, and Q2 is blank
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.reading.paragraph import Box, Paragraph
from reports.reading.rag import rag_of
from reports.reading.sentences import one_line
from reports.reading.table_values import value_in

Span = tuple[float, float]

# Print of one row may overlap the print of the next by this share of its height and still be another row's.
TORN = 0.2
# Between the lines of a cell less room is left than this share of a letter's height, between rows more.
LINES = 0.35
# A number stands so many points left of the cells for it to be a cell of its own.
APART = 5.0


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of a row and where each begins and ends across the page; spans empty where that is not known."""

    texts: tuple[str, ...]
    spans: tuple[Span, ...] = ()


def cells_of(row: Paragraph) -> Cells:
    """The cells of a row; what was taken for its number is a cell too where it stands in a column of its own."""
    if not has_own_cell(row) or row.label is None:
        return Cells(row.cells, row.columns)
    left = row.boxes[0].x0 if row.boxes else row.columns[0][0] - 1
    first = (left, max(left, row.columns[0][0] - APART) if row.boxes else row.columns[0][0])
    return Cells((row.label, *row.cells), (first, *row.columns))


def has_own_cell(row: Paragraph) -> bool:
    """Whether a row's number stands in a column left of its cells; in Word it was taken out of one."""
    if not row.label or not row.columns:
        return False
    return not row.boxes or row.boxes[0].x0 < row.columns[0][0] - APART


def overlap(one: Span, other: Span) -> float:
    """How much of the page's width two spans share, in points; below nought how far apart they are.

    >>> overlap((10, 30), (20, 50)), overlap((10, 30), (35, 50))
    (10, -5)
    """
    return min(one[1], other[1]) - max(one[0], other[0])


def places_of(spans: Sequence[Span], columns: Sequence[Span]) -> list[int] | None:
    """For each cell its column; None unless each shares its width with one, in order.

    >>> places_of([(10, 30), (90, 99)], [(10, 60), (62, 80), (82, 99)])
    [0, 2]
    """
    found: list[int] = []
    for span in spans:
        shared = [overlap(span, column) for column in columns]
        best = max(range(len(columns)), key=shared.__getitem__)
        # An arrow of a font that the reader does not have is of no width.
        if shared[best] < 0 or (found and best <= found[-1]):
            return None
        found.append(best)
    return found


def widened(heads: Sequence[Span], rows: Iterable[Sequence[Span]]) -> tuple[Span, ...]:
    """The columns of a table as wide as their heads and the cells of full rows; of such as fit them one to one."""
    columns = tuple(heads)
    for spans in rows:
        if len(spans) != len(columns):
            continue
        wider = tuple((min(a, c), max(b, d)) for (a, b), (c, d) in zip(columns, spans, strict=True))
        if all(overlap(one, other) <= 0 for one, other in pairwise(wider)):
            columns = wider
    return columns


def heads_merged(above: Cells, below: Cells) -> Cells | None:
    """Two rows of heads as one: what stands over a head goes before its words; None where places are not known."""
    if not above.spans or not below.spans:
        return None
    pieces: list[tuple[Span, str]] = []
    for span, text in zip(below.spans, below.texts, strict=True):
        over = [
            word
            for other, word in zip(above.spans, above.texts, strict=True)
            if overlap(span, other) > 0 and word not in text
        ]
        pieces.append((span, one_line(" ".join([*over, text]))))
    for span, text in zip(above.spans, above.texts, strict=True):
        if all(overlap(span, other) <= 0 for other in below.spans):
            pieces.append((span, text))
    pieces.sort(key=lambda piece: piece[0])
    return Cells(tuple(text for _, text in pieces), tuple(span for span, _ in pieces))


def rejoined(rows: Sequence[Paragraph]) -> tuple[list[Paragraph], dict[int, tuple[Paragraph, ...]]]:
    """A table's rows, those put together that were torn because some cells have more lines than others.

    With them, by the ordinal of a row put together, the paragraphs that it was.
    """
    found: list[Paragraph] = []
    torn: dict[int, tuple[Paragraph, ...]] = {}
    for near in grouped(rows, is_near):
        whole = put_together(near)
        for group in [near] if whole else grouped(near, is_beside):
            one = whole or put_together(group)
            found += [one] if one else group
            if one and len(group) > 1:
                torn[one.ordinal] = tuple(group)
    return found, torn


def grouped(rows: Sequence[Paragraph], belongs: Callable[[Paragraph, Paragraph], bool]) -> list[list[Paragraph]]:
    """Rows in groups, each row with those of the group before to one of which it belongs."""
    groups: list[list[Paragraph]] = []
    for row in rows:
        if groups and any(belongs(each, row) for each in groups[-1]):
            groups[-1].append(row)
        else:
            groups.append([row])
    return groups


def is_beside(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs stand side by side, some of their height shared."""
    a, b = boxes_of(one, other)
    return bool(
        a and b and min(a.bottom, b.bottom) - max(a.top, b.top) > TORN * min(a.bottom - a.top, b.bottom - b.top)
    )


def is_near(one: Paragraph, other: Paragraph) -> bool:
    """Whether two paragraphs stand side by side or as close below each other as the lines of one cell."""
    a, b = boxes_of(one, other)
    return is_beside(one, other) or bool(a and b and -TORN * one.size <= b.top - a.bottom < LINES * one.size)


def boxes_of(one: Paragraph, other: Paragraph) -> tuple[Box | None, Box | None]:
    """Where two paragraphs stand that follow each other on a page; None twice where they do not."""
    if not one.boxes or not other.boxes or one.boxes[-1].page != other.boxes[0].page:
        return None, None
    return one.boxes[-1], other.boxes[0]


def put_together(group: Sequence[Paragraph]) -> Paragraph | None:
    """The paragraphs of one row as that row, their print joined column by column; None where two cells would be one."""
    if len(group) == 1 or not any(each.cells for each in group):
        return None
    columns: list[tuple[Span, dict[int, str]]] = []
    for span, text, ordinal in sorted(pieces_of(group), key=lambda piece: piece[0]):
        if columns and overlap(columns[-1][0], span) > 0:
            (left, right), texts = columns[-1]
            if ordinal in texts:
                return None
            columns[-1] = (left, max(right, span[1])), {**texts, ordinal: text}
        else:
            columns.append((span, {ordinal: text}))
    if any(sum(bool(value_in(text) or rag_of(text)) for text in texts.values()) > 1 for _, texts in columns):
        return None
    main = max(group, key=lambda each: len(each.cells))
    # The lines of a cell follow each other as the paragraphs do.
    cells = tuple(one_line(" ".join(text for _, text in sorted(texts.items()))) for _, texts in columns)
    return replace(main, label=None, style="row", cells=cells, columns=tuple(span for span, _ in columns))


def pieces_of(group: Sequence[Paragraph]) -> Iterator[tuple[Span, str, int]]:
    """The cells of paragraphs with where they stand, and the ordinal of each's paragraph."""
    for each in group:
        if not each.cells:
            words = f"{each.label} {each.text}" if each.label else each.text
            yield (each.boxes[0].x0, each.boxes[0].x1), words, each.ordinal
            continue
        cells = cells_of(each)
        for span, text in zip(cells.spans, cells.texts, strict=True):
            yield span, text, each.ordinal
