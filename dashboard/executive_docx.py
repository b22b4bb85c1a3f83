"""The executive report as a Word file that anybody can read: real headings, a language, tables whose head repeats."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date

import docx
from docx.document import Document as Paper
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table as PaperTable
from docx.text.paragraph import Paragraph

from dashboard.executive_report import Report, Section, Table
from dashboard.executive_words import source_note
from reports.models import Finding
from reports.reading.dates import in_words

DRAFT = (
    "Draft of {day}: check before use. It was put together from the council register, covers {period} and holds open "
    "information alone. The words are those of the papers that the notes in brackets name."
)
LANGUAGE = "en-GB"
# What an XML file has no place for.
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
DARK = RGBColor(0x50, 0x5A, 0x5F)


def as_docx(report: Report, *, made_on: date, address: Callable[[Finding], str]) -> bytes:
    """The report as a file; `address` gives where a source is shown."""
    paper = docx.Document()
    _describe(paper, report)
    paper.add_paragraph(report.council.name, style="Subtitle")
    paper.add_paragraph(report.title, style="Title")
    paper.add_paragraph(DRAFT.format(day=in_words(made_on.isoformat()), period=report.period), style="Intense Quote")
    for number, section in enumerate(report.sections, start=1):
        _write(paper, number, section, address)
    for line in report.signed:
        paper.add_paragraph(line, style="Signed")
    written = io.BytesIO()
    paper.save(written)
    return written.getvalue()


def _describe(paper: Paper, report: Report) -> None:
    """What the file says of itself, and the styles that it is set in."""
    said = paper.core_properties
    said.title, said.language, said.author = f"{report.council.name}: {report.title}", LANGUAGE, "Council register"
    said.subject, said.comments, said.keywords = f"Draft, {report.period}", "", ""
    styles = paper.styles
    language = styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}/{qn('w:lang')}")
    language.set(qn("w:val"), LANGUAGE)
    styles["Normal"].font.name, styles["Normal"].font.size = "Arial", Pt(12)
    for name in ("Title", "Subtitle", "Heading 1", "Heading 2", "Caption", "Intense Quote"):
        styles[name].font.color.rgb, styles[name].font.name = RGBColor(0, 0, 0), "Arial"
        _leave_theme(styles[name])
    note = styles.add_style("Source note", WD_STYLE_TYPE.CHARACTER)
    note.font.size, note.font.color.rgb = Pt(10), DARK
    styles.add_style("Signed", WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    styles["Signed"].paragraph_format.space_after = Pt(2)


def _leave_theme(style) -> None:
    """The theme's fonts would go before the one that is named."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if "Theme" in name:
            del fonts.attrib[name]


def _write(paper: Paper, number: int, section: Section, address: Callable[[Finding], str]) -> None:
    paper.add_paragraph(f"{number}.\t{section.title}", style="Heading 1")
    if section.is_empty:
        paper.add_paragraph(f"{number}.1\t{section.none}")
    told = 0
    for group in section.groups:
        if group.heading:
            paper.add_paragraph(_plain(group.heading), style="Heading 2")
        for line in group.lines:
            told += 1
            paragraph = paper.add_paragraph(f"{number}.{told}\t{_plain(line.text)}")
            if line.finding:
                _note(paragraph, line.finding, address, before=" ")
    if section.table:
        _write_table(paper, section.table, address)


def _write_table(paper: Paper, table: Table, address: Callable[[Finding], str]) -> None:
    caption = paper.add_paragraph(table.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    grid = paper.add_table(rows=1, cols=len(table.head), style="Table Grid")
    _say_of(grid, table.caption)
    for cell, words in zip(grid.rows[0].cells, table.head, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    _repeat(grid)
    for cells, finding in table.rows:
        row = grid.add_row()
        for cell, words in zip(row.cells, cells, strict=False):
            cell.paragraphs[0].add_run(_plain(words))
        _note(row.cells[-1].paragraphs[0], finding, address)


def _say_of(grid: PaperTable, caption: str) -> None:
    """What those are told who do not see the table."""
    words = OxmlElement("w:tblCaption")
    words.set(qn("w:val"), caption)
    grid._tbl.tblPr.append(words)


def _repeat(grid: PaperTable) -> None:
    """The first row is a header, and stands again on each page that the table goes on to."""
    properties = grid.rows[0]._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def _note(paragraph: Paragraph, finding: Finding, address: Callable[[Finding], str], before: str = "") -> None:
    """Where a line comes from, in brackets, leading to the paragraph in the register."""
    relation = paragraph.part.relate_to(address(finding), RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), relation)
    if before:
        paragraph.add_run(before)
    run = paragraph.add_run(f"[{_plain(source_note(finding))}]", style="Source note")
    link.append(run._r)
    paragraph._p.append(link)


def _plain(text: str) -> str:
    return NOT_IN_XML.sub("", text)
