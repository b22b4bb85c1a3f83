"""Sample documents as Word files: typed or automatic numbers, actions in frames or in a table's right-hand column."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from tests.samples import forgotten
from tests.samples.blocks import Block, Source

HANG = 36
UNUSED = ("/stylesWithEffects", "/thumbnail", "/customXml")
LEVELS = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
LEVEL = (
    '<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    '<w:pPr><w:ind w:left="{left}" w:hanging="720"/></w:pPr></w:lvl>'
)
FRAME = '<w:framePr {} w:w="1500" w:hSpace="120" w:wrap="around" w:vAnchor="text" w:hAnchor="page" w:x="9700" w:y="1"/>'


class WordPaper:
    """One document; `made()` gives its bytes, the same ones each time."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.paper = docx.Document()
        self.numbered = source.settings.get("numbers") == "automatic"
        self.counts = [0, 0, 0]

    def made(self) -> bytes:
        self.strip()
        self.dress()
        for block in self.source.blocks:
            self.lay(block)
        kept = io.BytesIO()
        self.paper.save(kept)
        return same_each_time(kept.getvalue())

    def strip(self) -> None:
        """Take out what the template holds and no sample uses: most of its size."""
        for style in [style for style in self.paper.styles if style.type == WD_STYLE_TYPE.TABLE]:
            if style.name not in ("Normal Table", "Table Grid"):
                style.delete()
        for rels in (self.paper.part.rels, self.paper.part.package.rels):
            for name in [name for name, rel in rels.items() if rel.reltype.endswith(UNUSED)]:
                rels.pop(name)

    def dress(self) -> None:
        normal = self.paper.styles["Normal"]
        normal.font.name, normal.font.size = self.source.settings.get("font", "Arial"), Pt(11)
        facts = self.paper.core_properties
        facts.title, facts.author, facts.comments = self.source.settings["title"], "Wexcombe", ""
        facts.created = facts.modified = datetime(2023, 1, 1, tzinfo=UTC)
        self.paper.sections[0].header.paragraphs[0].text = self.source.settings.get("head", "")
        self.foot(self.paper.sections[0].footer.paragraphs[0])
        if self.numbered:
            self.define_numbers()

    def foot(self, paragraph: Paragraph) -> None:
        before, _, after = self.source.settings.get("foot", "{page}").partition("{page}")
        paragraph.add_run(before)
        paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))
        paragraph.add_run(after)

    def define_numbers(self) -> None:
        numbering = self.paper.part.numbering_part.element
        levels = "".join(
            LEVEL.format(level=level, form=form, text=text, left=720 * max(level, 1))
            for level, (form, text) in enumerate(LEVELS)
        )
        numbering.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{levels}</w:abstractNum>'))
        numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))

    def lay(self, block: Block) -> None:
        layouts: dict[str, Callable[[Block], Any]] = {
            "title": self.title,
            "bullet": self.bullet,
            "lines": self.lines,
            "table": self.table,
            "votes": self.votes,
            "page": lambda block: self.paper.add_page_break(),
        }
        layouts.get(block.sort, self.body)(block)

    def title(self, block: Block) -> None:
        paragraph = self.paper.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(block.text)
        run.bold, run.font.size = True, Pt(13)

    def body(self, block: Block) -> None:
        if block.margin and self.source.settings.get("actions") == "column":
            return self.in_columns(block)
        if block.margin:
            self.frame(block.margin)
        self.worded(self.paper.add_paragraph(), block)

    def worded(self, paragraph: Paragraph, block: Block) -> None:
        if block.label and self.numbered:
            self.number(paragraph, block.label)
        elif block.label:
            self.hang(paragraph, 2 * HANG if block.label.startswith("(") else HANG)
            paragraph.add_run(f"{block.label}\t").bold = block.sort == "heading"
        if forgotten.MARK.search(block.text):
            return forgotten.write(self.paper, paragraph, block.text)
        paragraph.add_run(block.text).bold = block.sort in ("heading", "strong")

    def number(self, paragraph: Paragraph, label: str) -> None:
        """Leave the label to Word, after making sure that Word will print the one that the source has."""
        level = 2 if label.startswith("(") else label.rstrip(".").count(".")
        self.counts = [*self.counts[:level], self.counts[level] + 1, *[0] * (2 - level)]
        letter = chr(ord("a") + self.counts[2] - 1)
        printed = (f"{self.counts[0]}.", f"{self.counts[0]}.{self.counts[1]}", f"({letter})")[level]
        if printed != label:
            raise ValueError(f"Word will print {printed} where the source has {label}")
        properties = paragraph._p.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_ilvl().val = level
        properties.get_or_add_numPr().get_or_add_numId().val = 90

    def hang(self, paragraph: Paragraph, left: int) -> None:
        paragraph.paragraph_format.left_indent = Pt(left)
        paragraph.paragraph_format.first_line_indent = Pt(-HANG)
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(left))

    def frame(self, text: str) -> None:
        paragraph = self.paper.add_paragraph()
        paragraph._p.get_or_add_pPr().append(parse_xml(FRAME.format(nsdecls("w"))))
        paragraph.add_run(text).bold = True

    def in_columns(self, block: Block) -> None:
        body, note = self.paper.add_table(1, 2).rows[0].cells
        body.width, note.width = Pt(370), Pt(80)
        self.worded(body.paragraphs[0], block)
        note.paragraphs[0].add_run(block.margin).bold = True

    def bullet(self, block: Block) -> None:
        self.paper.add_paragraph(block.text, style="List Bullet")

    def lines(self, block: Block) -> None:
        for row in block.rows:
            self.paper.add_paragraph(" ".join(row)).paragraph_format.space_after = Pt(0)

    def table(self, block: Block) -> None:
        table = self.paper.add_table(len(block.rows), len(block.rows[0]), style="Table Grid")
        for number, row in enumerate(block.rows):
            for cell, text in zip(table.rows[number].cells, row, strict=True):
                cell.paragraphs[0].add_run(text).bold = block.headed and not number
        self.paper.add_paragraph()

    def votes(self, block: Block) -> None:
        for row in block.rows:
            paragraph = self.paper.add_paragraph("\t".join(row))
            paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(220))


def same_each_time(content: bytes) -> bytes:
    """The Word file packed anew, without clock times or compression."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(kept, "w", zipfile.ZIP_STORED) as packed:
        for name in made.namelist():
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), made.read(name))
    return kept.getvalue()
