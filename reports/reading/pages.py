"""The second opinion on a PDF file: does it open, how many pages, how much text, what does a page look like.

pypdfium2 answers in milliseconds, so it is asked before anything else touches the file.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw

from reports.reading.facts import Unreadable

PAGE_LIMIT = 500
PICTURE_DPI = 110
PICTURE_LIMIT = 2000  # pixels of a picture's longer side


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
        return Outline(sizes, letters)
    except (pypdfium2.PdfiumError, ValueError) as wrong:
        raise damaged() from wrong
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


def measured(document: pypdfium2.PdfDocument, number: int) -> tuple[tuple[float, float], int]:
    """One page's size in points and how many letters it prints, spaces left out."""
    page = document[number]
    text = page.get_textpage()
    printed = text.get_text_range()
    size = page.get_size()
    text.close()
    page.close()
    return size, sum(not letter.isspace() for letter in printed)


def picture(content: bytes, number: int) -> bytes:
    """A page as PNG; `number` is 1 for the first. IndexError where there is no such page."""
    document = opened(content)
    if not 1 <= number <= len(document):
        raise IndexError(number)
    page = document[number - 1]
    scale = min(PICTURE_DPI / 72, PICTURE_LIMIT / max(page.get_size()))
    image = page.render(scale=scale).to_pil()
    written = io.BytesIO()
    image.convert("RGB").save(written, "PNG", optimize=False)
    return written.getvalue()
