"""A PDF file as lines of print.

pdfminer.six says what stands where and whether it is bold; pypdfium2 (pages.py) is asked first whether the file opens,
and its count of pages and letters is compared with pdfminer's: text that one of them loses a person must check. A page
that pdfminer cannot read is read from PDFium alone.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice

import pypdfium2
from pdfminer.casting import safe_rect_list
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import resolve1
from pdfminer.utils import apply_matrix_rect

from reports.reading import by_hand, pages
from reports.reading.content import Interpreter
from reports.reading.hidden_print import Hidden, hidden_flags, hidden_print, left_out, scanned
from reports.reading.inside_pdf import as_list, flags_of_document, flags_of_file, flags_of_page, is_mended, name
from reports.reading.letters import Area, Letters, Sheet
from reports.reading.lines import Page, joined, rows
from reports.reading.plain_print import plain_letters
from reports.reading.reading import Flag, Unreadable
from reports.reading.strings import runs

# Notes that are drawn over a page and may hide what is beneath.
COVERING = ("Square", "Circle", "Polygon", "FreeText", "Stamp", "Ink", "Highlight", "Redact")

# A font's accents may have no width; where so many letters have none, it is the font that is broken.
WIDTHLESS = 0.1

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Printed:
    """What a PDF file prints; `by_hand` is a sentence where a person must check the text."""

    pages: tuple[Page, ...]
    by_hand: str | None = None
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Laid:
    """One page as pdfminer lays it out, its size in points, the notes over it and the flags of what hangs on it."""

    sheet: Sheet
    width: float
    height: float
    covers: tuple[Area, ...] = ()
    redactions: tuple[Area, ...] = ()
    flags: tuple[Flag, ...] = ()


@dataclass
class Reader:
    """Reads a file's pages one by one, and keeps what is to be said of the whole file."""

    content: bytes
    outline: pages.Outline
    read: list[Page] = field(default_factory=list)
    counts: list[int] = field(default_factory=list)
    flags: list[Flag] = field(default_factory=list)
    simply: list[int] = field(default_factory=list)
    sideways: list[int] = field(default_factory=list)
    recognised: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    is_mended: bool = False

    def page(self, laid: Laid | None) -> None:
        """Reads the next page, by PDFium alone where pdfminer could not lay it out."""
        number = len(self.read) + 1
        if laid is None and number > len(self.outline.sizes):
            return
        if laid is None or (is_lost(laid.sheet) and self.outline.letters[number - 1 : number] > (0,)):
            laid = plainly(self.content, number)
            self.simply.append(number)
        letters = laid.sheet.letters
        self.counts.append(sum(len(letter.text.strip()) for letter in letters))
        if self.counts[-1] < by_hand.STAMP and scanned(laid.sheet, laid.width * laid.height):
            self.pictures.append(number)
        if sum(letter.turned for letter in letters if letter.text.strip()) >= by_hand.SIDEWAYS:
            self.sideways.append(number)
        found = hidden_print(laid.sheet, laid.width, laid.height, laid.covers, laid.redactions)
        if found.is_recognised:
            self.recognised.append(number)
        hidden = self.confirmed(found.hidden, laid, number)
        self.flags += (*laid.flags, *hidden_flags(hidden, number))
        lines = rows(runs(left_out(letters, hidden), number, laid.height))
        self.read.append(Page(number, laid.width, laid.height, tuple(joined(row, notes_apart=True) for row in lines)))

    def confirmed(self, hidden: tuple[Hidden, ...], laid: Laid, number: int) -> list[Hidden]:
        """Those pieces of text that are hidden: where that is in doubt, by the page's picture."""
        doubtful = [piece for piece in hidden if piece.doubtful]
        places = [share(piece.area, laid.width, laid.height) for piece in doubtful]
        unseen = pages.unseen(self.content, number, places) if places else []
        shown = [piece for piece, is_unseen in zip(doubtful, unseen, strict=True) if not is_unseen]
        hidden = tuple(piece for piece in hidden if piece not in shown)
        if laid.sheet.doubted and sum(len(piece.letters) for piece in hidden) > len(laid.sheet.letters) / 2:
            self.recognised.append(number)
            return []
        return list(hidden)

    def by_hand(self) -> str | None:
        """Why a person must check the text, in a sentence or several."""
        said = (
            by_hand.simply_read(self.simply, len(self.read)),
            by_hand.MENDED if self.is_mended and len(self.simply) < len(self.read) else None,
            by_hand.difference(self.outline.letters, self.counts),
            by_hand.recognised(self.recognised),
            by_hand.pictures(self.pictures),
            by_hand.sideways(self.sideways),
        )
        return " ".join(filter(None, said)) or None


def printed(content: bytes, progress: Progress | None = None, plain: bool = False) -> Printed:
    """The pages of a PDF file with their rows; Unreadable if it cannot be read. `plain`: by PDFium alone."""
    outline = pages.outline(content)
    if not any(outline.letters):
        raise Unreadable(
            "no_text",
            "This file is a picture of a document: it has no text. Run text "
            "recognition (OCR) on it, or ask for the original.",
        )
    reader = Reader(content, outline)
    reader.flags += flags_of_file(content)
    for laid in every_page(content, reader) if not plain else [None] * len(outline.sizes):
        reader.page(laid)
        if progress:
            progress(len(reader.read), len(outline.sizes))
    return Printed(tuple(reader.read), reader.by_hand(), tuple(dict.fromkeys(reader.flags)))


def every_page(content: bytes, reader: Reader) -> Iterator[Laid | None]:
    """Each page as pdfminer lays it out, None where it cannot; all pages None where it makes nothing of the file."""
    try:
        document = PDFDocument(PDFParser(io.BytesIO(content)))
        found = list(islice(PDFPage.create_pages(document), pages.PAGE_LIMIT))
        reader.flags += flags_of_document(document)
        reader.is_mended = is_mended(content, document, len(found))
    except MemoryError:
        raise
    # Whatever a damaged file makes pdfminer raise, there is another way to read it.
    except Exception:
        found = []
    if not found:
        yield from [None] * len(reader.outline.sizes)
    device = Letters(PDFResourceManager())
    for number, page in enumerate(found, start=1):
        yield laid_out(page, device, number)


def laid_out(page: PDFPage, device: Letters, number: int) -> Laid | None:
    """One page as pdfminer lays it out; None where it cannot."""
    try:
        # What is cut off is not on the page's picture, and places must fit the picture.
        page.mediabox = cut(page.mediabox, page.cropbox)
        Interpreter(device.rsrcmgr, device).process_page(page)
        sideways = (0, 1, 1, 0, 0, 0) if page.rotate % 180 else (1, 0, 0, 1, 0, 0)
        x0, y0, x1, y1 = apply_matrix_rect(sideways, page.mediabox)
        covers, redactions = notes(page, device)
        return Laid(device.sheet, x1 - x0, y1 - y0, covers, redactions, tuple(flags_of_page(page, number)))
    except MemoryError:
        raise
    except Exception:
        return None


def is_lost(sheet: Sheet) -> bool:
    """Whether pdfminer found no letters, or does not know how wide many of them are, so that words run together."""
    widthless = sum(letter.x0 == letter.x1 and letter.text.isalnum() for letter in sheet.letters)
    return widthless >= WIDTHLESS * len(sheet.letters)


def notes(page: PDFPage, device: Letters) -> tuple[tuple[Area, ...], tuple[Area, ...]]:
    """Where notes are drawn over a page, and where it was marked for words to be taken out."""
    found: dict[bool, list[Area]] = {True: [], False: []}
    for note in map(resolve1, as_list(page.annots)):
        sort = name(note.get("Subtype")) if isinstance(note, dict) else ""
        place = safe_rect_list(resolve1(note.get("Rect"))) if sort in COVERING else None
        if place:
            found[sort == "Redact"].append(apply_matrix_rect(device.page_matrix, place))
    return tuple(found[False]), tuple(found[True])


def plainly(content: bytes, number: int) -> Laid:
    """A page as PDFium alone reads it. Which of its letters are seen, its picture says."""
    document = pages.opened(content)
    try:
        page = document[number - 1]
        letters = plain_letters(page)
        return Laid(Sheet(letters, doubted=True), *page.get_size())
    except pypdfium2.PdfiumError as wrong:
        raise pages.damaged() from wrong
    finally:
        document.close()


def share(area: Area, width: float, height: float) -> Area:
    """A place in points from the lower left corner as shares of the page, from its upper left corner."""
    x0, y0, x1, y1 = area
    return x0 / width, 1 - y1 / height, x1 / width, 1 - y0 / height


def cut(whole: tuple[float, ...], part: tuple[float, ...]) -> Area:
    """The part of a page that is shown."""
    x0, y0, x1, y1 = max(whole[0], part[0]), max(whole[1], part[1]), min(whole[2], part[2]), min(whole[3], part[3])
    return (x0, y0, x1, y1) if x0 < x1 and y0 < y1 else (whole[0], whole[1], whole[2], whole[3])
