"""Letters of a page as strings of print: those that were painted one after another, with the spaces they leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from reports.reading.letters import Letter
from reports.reading.lines import COLUMN_GAP, Line, between

# Letters that are printed as one sign, and hyphens of other names. A space that does not break stays one: no line ends
# there.
SIGNS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\u2011": "-"})
# No page is so large, in points, that print stands further out; a place may also be no number at all.
FAR = 100_000.0


def runs(letters: Iterable[Letter], page: int, height: float) -> Iterator[Line]:
    """Letters that were printed one after another on one level, as lines of one page."""
    run: list[Letter] = []
    for letter in letters:
        # Slanted print is a watermark or a drawing's label.
        if not letter.upright or not letter.text.strip() or not is_placed(letter):
            continue
        if run and not follows(run[-1], letter):
            yield line(run, page, height)
            run = []
        run.append(letter)
    if run:
        yield line(run, page, height)


def is_placed(letter: Letter) -> bool:
    return -FAR < letter.x0 <= letter.x1 < FAR and -FAR < letter.y0 <= letter.y1 < FAR


def follows(last: Letter, letter: Letter) -> bool:
    """Whether a letter goes on where the last one stopped."""
    level = abs(letter.y0 - last.y0) <= 0.15 * last.size and abs(letter.size - last.size) <= 0.2 * last.size
    return level and -0.6 * last.size < letter.x0 - last.x1 < COLUMN_GAP * last.size


def line(run: list[Letter], page: int, height: float) -> Line:
    """A run of letters as one line, spaces put where the print leaves them."""
    parts = [run[0].text]
    gaps: list[tuple[float, float]] = []
    for last, letter in pairwise(run):
        parts.append(between(letter.x0 - last.x1, letter.size))
        if parts[-1] == "\t":
            gaps.append((last.x1, letter.x0))
        parts.append(letter.text)
    bold = sum(letter.bold for letter in run)
    # A bullet's font may be taller than the text's: the middle letter says how high the line is.
    middle = run[len(run) // 2]
    return Line(
        page=page,
        text="".join(parts).translate(SIGNS),
        x0=run[0].x0,
        x1=run[-1].x1,
        top=height - middle.y1,
        bottom=height - middle.y0,
        bold=2 * bold > len(run),
        size=middle.size,
        gaps=tuple(gaps),
    )
