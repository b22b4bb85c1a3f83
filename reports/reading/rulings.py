"""Where lines are drawn on the pages of a PDF file: they say which words of a table belong to one cell.

Borders are drawn as strokes, as thin rectangles or as the edges of boxes; pypdfium2 tells where they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from reports.reading.pages import opened

# A line is no thicker, and a table's line no shorter, in points.
THICK = 2.5
SHORT = 6.0
# Lines closer than this are one.
SAME = 2.5
# A page with more drawings is a picture.
MANY = 6000


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line: its place on one axis (`at`) and its two ends on the other, in points from the top left."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rulings:
    """The lines of one page: those across it, from top to bottom, and those down it, from left to right."""

    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()


def rulings_of(content: bytes, numbers: Iterable[int]) -> dict[int, Rulings]:
    """The lines of some pages by the pages' numbers (1 for the first); pages that are turned have none."""
    document = opened(content)
    try:
        return {number: on_page(document[number - 1]) for number in numbers if number <= len(document)}
    finally:
        document.close()


def on_page(page: pypdfium2.PdfPage) -> Rulings:
    if page.get_rotation():
        return Rulings()
    left, bottom, right, top = page.get_cropbox()
    across: list[Stroke] = []
    down: list[Stroke] = []
    for count, drawn in enumerate(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])):
        if count > MANY:
            return Rulings()
        x0, y0, x1, y1 = drawn.get_bounds()
        if x1 - x0 > 0.97 * (right - left) and y1 - y0 > 0.9 * (top - bottom):
            continue
        for horizontal, stroke in edges(x0 - left, top - y1, x1 - left, top - y0):
            (across if horizontal else down).append(stroke)
    return Rulings(tuple(joined(across)), tuple(joined(down)))


def edges(x0: float, top: float, x1: float, bottom: float) -> Iterator[tuple[bool, Stroke]]:
    """The lines that a drawing shows: itself where it is thin, else its four sides. True: across the page."""
    wide, high = x1 - x0 > SHORT, bottom - top > SHORT
    if wide and bottom - top <= THICK:
        yield True, Stroke((top + bottom) / 2, x0, x1)
    elif high and x1 - x0 <= THICK:
        yield False, Stroke((x0 + x1) / 2, top, bottom)
    elif wide and high:
        yield from ((True, Stroke(at, x0, x1)) for at in (top, bottom))
        yield from ((False, Stroke(at, top, bottom)) for at in (x0, x1))


def joined(strokes: Iterable[Stroke]) -> Iterator[Stroke]:
    """Lines in their order; pieces of one line that touch are one.

    >>> list(joined([Stroke(50, 100, 180), Stroke(50.5, 20, 99)]))
    [Stroke(at=50.5, start=20, end=180)]
    """
    levels: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda each: each.at):
        if levels and stroke.at - levels[-1][0].at <= SAME:
            levels[-1].append(stroke)
        else:
            levels.append([stroke])
    for level in levels:
        last: Stroke | None = None
        for stroke in sorted(level, key=lambda each: each.start):
            if last and stroke.start - last.end <= 2 * SAME:
                last = Stroke(last.at, last.start, max(last.end, stroke.end))
                continue
            if last:
                yield last
            last = stroke
        if last:
            yield last
