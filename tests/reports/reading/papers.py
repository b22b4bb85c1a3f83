"""Small papers of a made-up council, laid out for the tests of the reader."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from textwrap import wrap

import docx
from docx.document import Document
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from reports.reading.paragraph import Paragraph

LEADING = 15.0
SIZE = 11.0


@dataclass(frozen=True)
class Print:
    """A line of print: its left edge and baseline in points from the page's top left corner."""

    text: str
    x: float
    y: float
    bold: bool = False
    size: float = SIZE


def pdf(*pages: Iterable[Print], **info: str) -> bytes:
    """A PDF file of pages of print."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4, invariant=True)
    for page in pages:
        for line in page:
            canvas.setFont("Helvetica-Bold" if line.bold else "Helvetica", line.size)
            canvas.drawString(line.x, A4[1] - line.y, line.text)
        canvas.showPage()
    canvas.save()
    return written.getvalue()


def column(
    lines: Iterable[str], x: float = 72, y: float = 72, step: float = LEADING, bold: bool = False
) -> list[Print]:
    """Lines one below the other from a height on."""
    return [Print(text, x, y + step * place, bold) for place, text in enumerate(lines)]


def spread(*blocks: str, y: float = 72, width: int = 64) -> list[Print]:
    """Blocks with room between them: a block of capitals bold; `4.1|text` sets the text right of its number.

    Text is broken into lines of so many letters.
    """
    lines: list[Print] = []
    for block in blocks:
        label, bar, text = block.partition("|")
        text, left = (text, 108.0) if bar else (block, 72.0)
        bold = text.isupper()
        if bar:
            lines.append(Print(label, 72, y, bold))
        for line in wrap(text, width if left == 72 else width - 6):
            lines.append(Print(line, left, y, bold))
            y += LEADING
        y += 9
    return lines


def word(*blocks: str) -> bytes:
    """A Word file: one paragraph for each block; capitals are bold."""
    document = docx.Document()
    for block in blocks:
        document.add_paragraph().add_run(block).bold = block.isupper()
    return saved(document)


def saved(document: Document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def paragraphs(*blocks: str | tuple[str, str] | Sequence[str]) -> tuple[Paragraph, ...]:
    """Paragraphs as the reader makes them: a text, or its label and text; capitals are headings, `* ` is a bullet."""
    found = []
    for ordinal, block in enumerate(blocks):
        label, text = (None, block) if isinstance(block, str) else (block[0] or None, block[1])
        bullet = text.startswith("* ")
        style = "bullet" if bullet else "heading" if text.isupper() else "paragraph"
        found.append(Paragraph(ordinal=ordinal, page=1, text=text.removeprefix("* "), label=label, style=style))
    return tuple(found)
