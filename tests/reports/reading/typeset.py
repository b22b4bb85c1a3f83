"""Papers set from a few lines of text, as PDF or Word: `# ` a heading, `- ` a bullet, `|` round the cells of a row."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape

import docx
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from tests.reports.reading.papers import saved

PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=11, leading=14, spaceAfter=8)
BOLD = ParagraphStyle("bold", parent=PLAIN, fontName="Helvetica-Bold")
POINT = ParagraphStyle("point", parent=PLAIN, leftIndent=18, bulletIndent=6)
RULED = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
WIDTH = 470.0


def lines_of(text: str) -> Iterator[tuple[str, list[list[str]]]]:
    """The blocks of a text: each line with its sort, rows of a table together; a row as its cells."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    for sort, group in groupby(lines, key=lambda line: line[0] if line[0] in "#-|" else "text"):
        told = [[cell.strip() for cell in line[1:-1].split("|")] if sort == "|" else [line] for line in group]
        if sort == "|":
            yield sort, told
        else:
            yield from ((sort, [[line.removeprefix(f"{sort} ")]]) for [line] in told)


def as_pdf(text: str) -> bytes:
    """The text as a PDF with ruled tables, the first column narrower than the second where there are two."""
    written = io.BytesIO()
    flow = [flowable for sort, rows in lines_of(text) for flowable in set_in_pdf(sort, rows)]
    SimpleDocTemplate(written, leftMargin=60, rightMargin=60, invariant=1).build(flow)
    return written.getvalue()


def set_in_pdf(sort: str, rows: list[list[str]]) -> list[Flowable]:
    if sort == "|":
        columns = max(map(len, rows))
        widths = [0.42 * WIDTH, 0.58 * WIDTH] if columns == 2 else [WIDTH / columns] * columns
        cells = [[Paragraph(escape(cell), PLAIN) for cell in row] for row in rows]
        return [Table(cells, colWidths=widths, style=RULED), Spacer(1, 8)]
    style = {"#": BOLD, "-": POINT}.get(sort, PLAIN)
    return [Paragraph(escape(rows[0][0]), style, bulletText="•" if sort == "-" else None)]


def as_word(text: str) -> bytes:
    """The text as a Word file."""
    document = docx.Document()
    for sort, rows in lines_of(text):
        if sort == "|":
            table = document.add_table(len(rows), max(map(len, rows)))
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=False):
                    cell.text = words
        else:
            style = "List Bullet" if sort == "-" else None
            document.add_paragraph(style=style).add_run(rows[0][0]).bold = sort == "#"
    return saved(document)
