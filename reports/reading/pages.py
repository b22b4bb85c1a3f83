"""The second opinion on a PDF file: does it open, how many pages, how much text, what does a page look like.

pypdfium2 answers in milliseconds, so it is asked before anything else touches the file.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw

from reports.reading.reading import Unreadable

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE_LIMIT = 500
# Letters of one page, and of a file. The densest printed pages hold some 20,000.
PAGE_LETTERS = 100_000
LETTERS = 4_000_000
PICTURE_DPI = 110
PICTURE_LIMIT = 2000  # pixels of a picture's longer side
# Text changes a page's picture at so many dots an inch by more than so many of 255 steps of grey, or it is not seen.
TRACE_DPI = 100
TRACE = 24

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Outline:
    """A file at first sight: width and height of each page in points, and how many letters each page prints."""

    sizes: tuple[tuple[float, float], ...]
    letters: tuple[int, ...]


def outline(content: bytes) -> Outline:
    """What pypdfium2 sees; Unreadable if the file is encrypted, damaged or too long."""
    document = opened(content)
    try:
        if len(document) > PAGE_LIMIT:
            raise Unreadable(
                "too_long",
                f"This file has {len(document)} pages. The most that can be read "
                f"is {PAGE_LIMIT}: split it and upload the parts.",
            )
        sizes, letters = zip(*(measured(document, number) for number in range(len(document))), strict=True)
        if sum(letters) > LETTERS:
            raise too_full()
        return Outline(sizes, letters)
    except (pypdfium2.PdfiumError, ValueError) as wrong:
        raise damaged() from wrong
    finally:
        document.close()


def texts(content: bytes) -> list[str]:
    """The text of each page; Unreadable if the file is encrypted or damaged."""
    document = opened(content)
    try:
        return [words(document, number) for number in range(min(len(document), PAGE_LIMIT))]
    except pypdfium2.PdfiumError as wrong:
        raise damaged() from wrong
    finally:
        document.close()


def carried(content: bytes) -> tuple[int, int]:
    """How many files are embedded in a file and how many scripts it holds; Unreadable if it cannot be opened."""
    document = opened(content)
    try:
        raw = pypdfium2.raw
        return max(0, raw.FPDFDoc_GetAttachmentCount(document)), max(0, raw.FPDFDoc_GetJavaScriptActionCount(document))
    finally:
        document.close()


def opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as wrong:
        if wrong.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
            raise Unreadable(
                "encrypted", "This file is locked with a password. Save a copy without the password and upload that."
            ) from wrong
        raise damaged() from wrong


def damaged() -> Unreadable:
    return Unreadable("damaged", "This file is damaged and cannot be opened. Save or export it again and upload that.")


def too_full() -> Unreadable:
    return Unreadable(
        "too_large", "This file holds more text than its pages can show, and cannot be read safely. Export it again."
    )


def measured(document: pypdfium2.PdfDocument, number: int) -> tuple[tuple[float, float], int]:
    """One page's size in points and how many letters it prints, spaces left out."""
    printed = words(document, number)
    return document.get_page_size(number), sum(not letter.isspace() for letter in printed)


def words(document: pypdfium2.PdfDocument, number: int) -> str:
    """The text of one page of an opened file."""
    page = document[number]
    text = page.get_textpage()
    try:
        if text.count_chars() > PAGE_LETTERS:
            raise too_full()
        printed: str = text.get_text_range()
        return printed
    finally:
        text.close()
        page.close()


def picture(content: bytes, number: int) -> bytes:
    """A page as PNG; `number` is 1 for the first. IndexError where there is no such page."""
    document = opened(content)
    if not 1 <= number <= len(document):
        raise IndexError(number)
    written = io.BytesIO()
    _drawn(document[number - 1]).save(written, "PNG", optimize=False)
    return written.getvalue()


def excerpt(content: bytes, numbers: Sequence[int], flat: bool = False) -> bytes:
    """A PDF of some pages alone, in their order; 1 is the first. IndexError where there is no such page.

    A page may carry what is drawn on other pages, unseen; a `flat` excerpt holds pictures of its pages alone.
    """
    document = opened(content)
    if not numbers or not all(1 <= number <= len(document) for number in numbers):
        raise IndexError(numbers)
    if flat:
        return _flat(document, numbers)
    whole = pypdfium2.PdfDocument.new()
    whole.import_pages(document, [number - 1 for number in numbers])
    return _saved(whole)


def joined(contents: Sequence[bytes]) -> bytes:
    """Several PDFs as one, in their order; title and language are those of the first."""
    whole, *others = (opened(content) for content in contents)
    for other in others:
        whole.import_pages(other)
    return _saved(whole)


def _flat(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> bytes:
    first, *others = (_drawn(document[number - 1]) for number in numbers)
    written = io.BytesIO()
    first.save(written, "PDF", save_all=True, append_images=others, resolution=PICTURE_DPI)
    return written.getvalue()


def _drawn(page: pypdfium2.PdfPage) -> Image:
    scale = min(PICTURE_DPI / 72, PICTURE_LIMIT / max(page.get_size()))
    drawn: Image = page.render(scale=scale).to_pil().convert("RGB")
    return drawn


def _saved(document: pypdfium2.PdfDocument) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def unseen(content: bytes, number: int, places: Sequence[Area]) -> list[bool]:
    """For each place on a page whether its text leaves no trace on the page's picture; `number` is 1 for the first.

    A place is x0, top, x1, bottom as shares of the page's width and height.
    """
    # Imported only now: few files need it.
    from PIL import ImageChops

    document = opened(content)
    try:
        page = document[number - 1]
        scale = min(TRACE_DPI / 72, PICTURE_LIMIT / max(page.get_size()))
        whole = page.render(scale=scale).to_pil().convert("L")
        without_text(page)
        trace = ImageChops.difference(whole, page.render(scale=scale).to_pil().convert("L"))
        steps = [trace.crop(pixels(place, trace.size)).histogram() for place in places]
        return [not any(counts[TRACE:]) for counts in steps]
    finally:
        document.close()


def pixels(place: Area, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """A place in pixels of a picture, half a pixel within it at each side and at least one large."""
    x0, top, x1, bottom = place[0] * size[0], place[1] * size[1], place[2] * size[0], place[3] * size[1]
    left, upper = min(max(0, int(x0 + 0.5)), size[0] - 1), min(max(0, int(top + 0.5)), size[1] - 1)
    return left, upper, min(size[0], max(left + 1, int(x1))), min(size[1], max(upper + 1, int(bottom)))


def without_text(page: pypdfium2.PdfPage) -> None:
    """Makes all text of an opened page invisible, that in drawings too."""
    raw = pypdfium2.raw
    waiting = [raw.FPDFPage_GetObject(page, place) for place in range(raw.FPDFPage_CountObjects(page))]
    while waiting:
        thing = waiting.pop()
        sort = raw.FPDFPageObj_GetType(thing)
        if sort == raw.FPDF_PAGEOBJ_TEXT:
            raw.FPDFTextObj_SetTextRenderMode(thing, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        elif sort == raw.FPDF_PAGEOBJ_FORM:
            waiting += [raw.FPDFFormObj_GetObject(thing, place) for place in range(raw.FPDFFormObj_CountObjects(thing))]
