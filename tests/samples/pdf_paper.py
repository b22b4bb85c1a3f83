"""Sample documents as PDF, set in the way that Word exports council papers: labels hang left, actions stand right."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from tests.samples.blocks import Block, Source

LEFT, HANG, BESIDE_TEXT = 72.0, 36.0, 144.0
ACTION_GAP, ACTION_WIDTH = 14.0, 74.0
CELL_PADDING = 13.0
FONTS = {"Helvetica": ("Helvetica", "Helvetica-Bold"), "Times": ("Times-Roman", "Times-Bold")}
RULED = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
PLAIN = [("LEFTPADDING", (0, 0), (-1, -1), HANG), ("VALIGN", (0, 0), (-1, -1), "TOP")]


class WithMargin(Flowable):
    """A paragraph, as wide as it may be, and a note in the margin right of its first lines."""

    def __init__(self, body: Paragraph, note: Paragraph | None) -> None:
        super().__init__()
        self.body, self.note = body, note

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, tall = self.body.wrap(width - ACTION_WIDTH - ACTION_GAP, height)
        noted = self.note.wrap(ACTION_WIDTH, height)[1] if self.note else 0
        self.width, self.height = width, max(tall, noted)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Flowable]:
        parts = self.body.split(width - ACTION_WIDTH - ACTION_GAP, height)
        return [WithMargin(part, None if number else self.note) for number, part in enumerate(parts)]

    def draw(self) -> None:
        self.body.drawOn(self.canv, 0, self.height - self.body.height)
        if self.note:
            self.note.drawOn(self.canv, self.width - ACTION_WIDTH, self.height - self.note.height)

    def getSpaceAfter(self) -> float:
        return float(self.body.getSpaceAfter())

    def getSpaceBefore(self) -> float:
        return float(self.body.getSpaceBefore())

    def getKeepWithNext(self) -> int:
        return int(self.body.getKeepWithNext())


class PdfPaper:
    """One document; `made()` gives its bytes, the same ones each time."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.font, self.strong = FONTS[source.settings.get("font", "Helvetica")]
        self.size = float(source.settings.get("size", "11"))
        self.narrow = source.settings.get("actions") == "margin"
        self.page = landscape(A4) if source.settings.get("paper") == "landscape" else A4
        self.width = round(self.page[0] - BESIDE_TEXT)

    def made(self) -> bytes:
        kept = io.BytesIO()
        # Uncompressed, since compressors differ between machines and the bytes are compared.
        paper = BaseDocTemplate(
            kept,
            pagesize=self.page,
            invariant=1,
            pageCompression=0,
            title=self.source.settings["title"],
            author="Wexcombe",
        )
        frame = Frame(LEFT, 70, self.width, self.page[1] - 140, 0, 0, 0, 0)
        paper.addPageTemplates(PageTemplate(frames=[frame], onPage=self.furniture))
        paper.build([flowable for block in self.source.blocks for flowable in self.laid(block)])
        return kept.getvalue()

    def style(self, bold: bool = False, **more: Any) -> ParagraphStyle:
        settings = {"leading": self.size * 1.22, "spaceAfter": 7.0, "fontSize": self.size} | more
        return ParagraphStyle("", fontName=self.strong if bold else self.font, **settings)

    def laid(self, block: Block) -> list[Flowable]:
        layouts: dict[str, Callable[[Block], list[Flowable]]] = {
            "title": self.title,
            "heading": self.heading,
            "bullet": self.bullet,
            "lines": self.lines,
            "table": self.table,
            "votes": self.votes,
            "stamp": self.stamp,
            "page": lambda block: [PageBreak()],
            "strong": lambda block: self.body(block, bold=True, keepWithNext=1),
        }
        return layouts.get(block.sort, self.body)(block)

    def title(self, block: Block) -> list[Flowable]:
        return [Paragraph(escape(block.text), self.style(bold=True, alignment=TA_CENTER, fontSize=self.size + 2))]

    def stamp(self, block: Block) -> list[Flowable]:
        return [Paragraph(escape(block.text), self.style(bold=True, alignment=TA_RIGHT))]

    def heading(self, block: Block) -> list[Flowable]:
        return self.body(block, bold=True, keepWithNext=1, spaceBefore=8.0)

    def body(self, block: Block, bold: bool = False, **more: Any) -> list[Flowable]:
        lettered = block.label.startswith("(")
        start = HANG if lettered else 0.0
        left = start + HANG if block.label else 0.0
        style = self.style(bold, leftIndent=left, bulletIndent=start, bulletFontName=self.strong if bold else self.font,
                           bulletFontSize=self.size, **more)  # fmt: skip
        return self.beside(Paragraph(escape(block.text), style, bulletText=block.label or None), block.margin)

    def bullet(self, block: Block) -> list[Flowable]:
        style = self.style(leftIndent=HANG + 18, bulletIndent=HANG, bulletFontName=self.font, bulletFontSize=self.size)
        return self.beside(Paragraph(escape(block.text), style, bulletText="•"), block.margin)

    def beside(self, body: Paragraph, margin: str) -> list[Flowable]:
        if not self.narrow:
            return [body]
        note = Paragraph(escape(margin), self.style(bold=True, fontSize=self.size - 1)) if margin else None
        return [WithMargin(body, note)]

    def lines(self, block: Block) -> list[Flowable]:
        plain = self.style(spaceAfter=0.0)
        return [*(Paragraph(escape(" ".join(row)), plain) for row in block.rows), Spacer(1, 8)]

    def table(self, block: Block) -> list[Flowable]:
        cell, head = self.style(spaceAfter=2.0, fontSize=self.size - 1), self.style(bold=True, fontSize=self.size - 1)
        rows = [
            [Paragraph(escape(text), head if block.headed and not number else cell) for text in row]
            for number, row in enumerate(block.rows)
        ]
        return [
            Table(rows, widths(block.rows, self.width, self.least), style=RULED, repeatRows=int(block.headed)),
            Spacer(1, 10),
        ]

    def least(self, word: str) -> float:
        """The width of a cell that holds the word on one line, in points."""
        return stringWidth(word, self.strong, self.size - 1) + CELL_PADDING

    def votes(self, block: Block) -> list[Flowable]:
        rows = [[Paragraph(escape(text), self.style(spaceAfter=0.0)) for text in row] for row in block.rows]
        return [Table(rows, [220, 80], style=PLAIN, hAlign="LEFT"), Spacer(1, 8)]

    def furniture(self, canvas: Any, paper: Any) -> None:
        head, foot, number = self.source.settings.get("head"), self.source.settings.get("foot", ""), str(paper.page)
        canvas.setFont(self.font, 9)
        if head and paper.page > 1:
            canvas.drawString(LEFT, self.page[1] - 45, head)
        canvas.drawString(LEFT, 40, foot.replace("{page}", number))
        if "{page}" not in foot:
            canvas.drawRightString(LEFT + self.width, 40, number)


def widths(rows: tuple[tuple[str, ...], ...], width: float, least: Callable[[str], float]) -> list[float]:
    """Column widths in points, `width` in all, that follow the longest cell, within reason, and break no word."""
    columns = list(zip(*rows, strict=True))
    longest = [min(max(len(cell) for cell in column), 55) + 6 for column in columns]
    fair = [width * share / sum(longest) for share in longest]
    words = [max(least(word) for cell in column for word in cell.split() or [""]) for column in columns]
    missing = sum(max(need - has, 0.0) for need, has in zip(words, fair, strict=True))
    spare = sum(max(has - need, 0.0) for need, has in zip(words, fair, strict=True))
    given = missing / spare if spare else 0.0
    return [max(need, has - given * (has - need)) for need, has in zip(words, fair, strict=True)]
