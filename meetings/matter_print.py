"""Pages of print: a title, what a matter is, its timeline and its papers, as a PDF; and a Word file's paragraphs."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer

BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=6)
STYLES = {
    "body": BODY,
    "title": ParagraphStyle("title", BODY, fontName="Helvetica-Bold", fontSize=20, leading=25, spaceAfter=10),
    "heading": ParagraphStyle(
        "heading", BODY, fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=10, keepWithNext=1
    ),
    "line": ParagraphStyle("line", BODY, fontName="Helvetica-Bold", spaceBefore=6, spaceAfter=2, keepWithNext=1),
    "small": ParagraphStyle("small", BODY, fontSize=9.5, leading=13),
}
MARGIN = 20 * mm


def printed(title: str, texts: Iterable[tuple[str, str]]) -> bytes:
    """A PDF of A4 pages; each text with the name of its style: title, heading, line, body or small."""
    written = io.BytesIO()
    paper = SimpleDocTemplate(
        written, pagesize=A4, title=plain(title), author="Children's services register", lang="en-GB",
        leftMargin=MARGIN, rightMargin=MARGIN, topMargin=MARGIN, bottomMargin=MARGIN, displayDocTitle=1,
    )  # fmt: skip
    flow: list[Flowable] = [_paragraph(style, text) for style, text in texts]
    paper.build(flow or [Spacer(1, 1)], onFirstPage=_numbered, onLaterPages=_numbered)
    return written.getvalue()


def _paragraph(style: str, text: str) -> Paragraph:
    lines = (escape(plain(line)) for line in text.splitlines())
    return Paragraph("<br/>".join(lines), STYLES[style])


def _numbered(canvas: Any, paper: Any) -> None:
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(A4[0] - MARGIN, MARGIN / 2, f"Page {canvas.getPageNumber()}")


def pages_in(pdf: bytes) -> int:
    """How many pages a PDF of ours has: one that `printed` wrote."""
    return pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ")


def plain(text: str) -> str:
    """A text in the letters that the standard fonts have; others as the nearest letter, or as a question mark."""
    return "".join(_letter(letter) for letter in text)


def _letter(letter: str) -> str:
    for tried in (letter, unicodedata.normalize("NFKD", letter)[:1]):
        try:
            tried.encode("cp1252")
        except UnicodeEncodeError:
            continue
        return tried
    return "?"


def in_a_row(numbers: Sequence[int]) -> str:
    """Page numbers as people write them.

    >>> in_a_row([3]), in_a_row([3, 4, 5, 9])
    ('page 3', 'pages 3–5 and 9')
    """
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    listed = said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"
    return f"page {listed}" if len(numbers) == 1 else f"pages {listed}"
