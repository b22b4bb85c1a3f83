"""A PDF file as lines of print. The only file that knows pdfminer.

pdfminer.six says what stands where and whether it is bold; pypdfium2 (pages.py) is asked first whether the file opens,
and its count of pages and letters is compared with pdfminer's: text that one of them loses a person must check.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from pdfminer.layout import LTChar
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdffont import PDFFont, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.utils import apply_matrix_rect

from reports.reading import pages
from reports.reading.facts import Unreadable
from reports.reading.lines import COLUMN_GAP, Line, Page, between, joined, rows

BOLD = ("bold", "black", "heavy", "demi", "semibd")
# Letters that are printed as one sign, and hyphens of other names. A space that does not break stays one: no line ends
# there.
SIGNS = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\u00ad": "-", "\u2011": "-"})
# Codes of the Windows alphabet that mean no letter print a bullet, says the PDF standard.
UNUSED_CODES = frozenset({0x7F, 0x81, 0x8D, 0x8F, 0x90, 0x9D})
# Two programs that read the same page seldom differ by more; a page with hardly any print says nothing.
DIFFERENCE = 0.2
FEW_LETTERS = 100

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a PDF file prints; `by_hand` is a sentence where a person must check the text."""

    pages: tuple[Page, ...]
    by_hand: str | None = None


class Letters(PDFTextDevice):
    """Gathers a page's letters, those inside drawings too, which pdfminer's own devices leave out."""

    def __init__(self, resources: PDFResourceManager) -> None:
        super().__init__(resources)
        self.letters: list[LTChar] = []

    def begin_page(self, page: PDFPage, ctm: Any) -> None:
        self.letters = []

    def render_char(
        self,
        matrix: Any,
        font: PDFFont,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        try:
            text = font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            text = "•" if cid in UNUSED_CODES else ""
        width, place = font.char_width(cid), font.char_disp(cid)
        letter = LTChar(matrix, font, fontsize, scaling, rise, text, width, place, ncs, graphicstate)
        self.letters.append(letter)
        return letter.adv


def printed(content: bytes, progress: Progress | None = None) -> Printed:
    """The pages of a PDF file with their rows; Unreadable if it cannot be read."""
    outline = pages.outline(content)
    if not any(outline.letters):
        raise Unreadable(
            "no_text",
            "This file is a picture of a document: it has no text. Run text "
            "recognition (OCR) on it, or ask for the original.",
        )
    read: list[Page] = []
    counts: list[int] = []
    for number, (letters, width, height) in enumerate(laid_out(content), start=1):
        counts.append(sum(len(letter.get_text().strip()) for letter in letters))
        pieces = (piece for piece in runs(letters, number, height) if piece.x1 >= 0 and piece.x0 <= width)
        read.append(Page(number, width, height, tuple(joined(row, notes_apart=True) for row in rows(pieces))))
        if progress:
            progress(number, len(outline.sizes))
    return Printed(tuple(read), difference(outline.letters, counts))


def laid_out(content: bytes) -> Iterator[tuple[list[LTChar], float, float]]:
    """For each page its letters, width and height."""
    document = PDFDocument(PDFParser(io.BytesIO(content)))
    resources = PDFResourceManager()
    device = Letters(resources)
    interpreter = PDFPageInterpreter(resources, device)
    for page in PDFPage.create_pages(document):
        # What is cut off is not on the page's picture, and places must fit the picture.
        page.mediabox = cut(page.mediabox, page.cropbox)
        interpreter.process_page(page)
        x0, y0, x1, y1 = apply_matrix_rect(
            (0, 1, 1, 0, 0, 0) if page.rotate % 180 else (1, 0, 0, 1, 0, 0), page.mediabox
        )
        yield device.letters, x1 - x0, y1 - y0


def cut(whole: tuple[float, ...], part: tuple[float, ...]) -> tuple[float, float, float, float]:
    """The part of a page that is shown."""
    x0, y0, x1, y1 = max(whole[0], part[0]), max(whole[1], part[1]), min(whole[2], part[2]), min(whole[3], part[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else (whole[0], whole[1], whole[2], whole[3])


def difference(seen: tuple[int, ...], read: list[int]) -> str | None:
    """A sentence where the two readings of a file differ too much; None where they agree."""
    if len(seen) != len(read):
        return (
            f"Two ways of reading this file disagree: one finds {len(seen)} "
            f"pages, the other {len(read)}. Check its text by hand."
        )
    apart = [
        number
        for number, (one, other) in enumerate(zip(seen, read, strict=True), start=1)
        if max(one, other) >= FEW_LETTERS and abs(one - other) > DIFFERENCE * max(one, other)
    ]
    if not apart:
        return None
    named = ", ".join(str(number) for number in apart[:10]) + (" and more" if len(apart) > 10 else "")
    return f"Two ways of reading this file disagree about page {named}: text may be missing. Check it by hand."


def runs(letters: list[LTChar], page: int, height: float) -> Iterator[Line]:
    """Letters that were printed one after another on one level, as lines of one page."""
    run: list[LTChar] = []
    for letter in letters:
        # Slanted print is a watermark or a drawing's label.
        if not letter.get_text().strip() or not letter.upright:
            continue
        if run and not follows(run[-1], letter):
            yield line(run, page, height)
            run = []
        run.append(letter)
    if run:
        yield line(run, page, height)


def follows(last: LTChar, letter: LTChar) -> bool:
    """Whether a letter goes on where the last one stopped."""
    level = abs(letter.y0 - last.y0) <= 0.15 * last.size and abs(letter.size - last.size) <= 0.2 * last.size
    return level and -0.6 * last.size < letter.x0 - last.x1 < COLUMN_GAP * last.size


def line(run: list[LTChar], page: int, height: float) -> Line:
    """A run of letters as one line, spaces put where the print leaves them."""
    parts = [run[0].get_text()]
    gaps: list[tuple[float, float]] = []
    for last, letter in pairwise(run):
        parts.append(between(letter.x0 - last.x1, letter.size))
        if parts[-1] == "\t":
            gaps.append((last.x1, letter.x0))
        parts.append(letter.get_text())
    bold = sum(is_bold(letter) for letter in run)
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


def is_bold(letter: LTChar) -> bool:
    return any(word in letter.fontname.lower() for word in BOLD)
