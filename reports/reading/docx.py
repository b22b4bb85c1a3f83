"""A Word file as paragraphs, in the order of its text; headers and footers are left out.

Read as XML, element by element: insertions that were tracked are read, deletions and hidden text are not. A frame, a
text box or a narrow last column of a layout table becomes the margin note of the paragraph beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from reports.reading.archive import WORD, damaged, opened, tree
from reports.reading.attendance_lists import is_attendance
from reports.reading.furniture import INITIALS
from reports.reading.inside_word import by_hand, flags_of_word, hides
from reports.reading.labels import BULLETS, bullet_off, clean, is_label, taken_off
from reports.reading.margins import COLUMN_HEADING
from reports.reading.minutes_table import columns_of, minuted_rows
from reports.reading.numbering import Numbering, numbering, points, value
from reports.reading.paragraph import Paragraph
from reports.reading.paragraphs import is_heading, tidy
from reports.reading.reading import Flag, Unreadable
from reports.reading.runs import Print, printed
from reports.reading.word_columns import columns_filled

# A note in the margin is short; what is longer is text of its own.
NOTE_LENGTH = 60
PAGE_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Written:
    """What a Word file says. heads: the words of its headers and footers; `by_hand` as in Reading."""

    paragraphs: tuple[Paragraph, ...]
    pages: int
    heads: tuple[str, ...] = ()
    by_hand: str | None = None
    flags: tuple[Flag, ...] = ()


@dataclass
class Styles:
    """Which of a document's styles are headings, bold or numbered; by style id."""

    names: dict[str, str] = field(default_factory=dict)
    bold: set[str] = field(default_factory=set)
    lists: dict[str, tuple[str, int]] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    hidden: dict[str, str] = field(default_factory=dict)


@dataclass
class Reader:
    """Walks a document's body; keeps the page, the lists' counts, and notes that wait for their paragraph."""

    styles: Styles
    numbers: Numbering
    page: int = 1
    found: list[Paragraph] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    flags: dict[str, int] = field(default_factory=dict)  # sorts of flags, and the page where each is met first

    def blocks(self, parent: etree._Element) -> None:
        """Reads the paragraphs and tables below an element."""
        for element in parent.iterchildren():
            if element.tag == WORD + "p":
                self.paragraph(element)
            elif element.tag == WORD + "tbl":
                self.table(element)
            elif element.tag in (WORD + "sdt", WORD + "sdtContent", WORD + "ins", WORD + "moveTo", WORD + "customXml"):
                self.blocks(element)

    def paragraph(self, element: etree._Element) -> None:
        """Reads one paragraph; what is framed waits as a note for the next one."""
        printed_page = self.page
        words = self.words(element)
        if element.find(f"{WORD}pPr/{WORD}framePr") is not None:
            if words.text.strip() and not COLUMN_HEADING.fullmatch(words.text):
                self.waiting.append(tidy(words.text))
            return
        self.waiting += [
            note
            for note in map(tidy, words.boxes)
            if 0 < len(note) <= NOTE_LENGTH and not COLUMN_HEADING.fullmatch(note)
        ]
        long_boxes = [note for note in map(tidy, words.boxes) if len(note) > NOTE_LENGTH]
        paragraph = self.made(element, words, words.breaks_before or printed_page)
        if paragraph is None or (INITIALS.search(paragraph.text) and len(paragraph.text) < 80):
            return
        self.add(paragraph)
        for note in long_boxes:
            self.add(replace(paragraph, text=note, label=None, style="paragraph", margin=None))

    def words(self, element: etree._Element) -> Print:
        words = printed(element, self.page, self.styles.hidden)
        for sort in words.flags:
            self.flags.setdefault(sort, self.page)
        self.page = words.page
        return words

    def made(self, element: etree._Element, words: Print, page: int) -> Paragraph | None:
        """A paragraph without its place in the order; None where it prints nothing."""
        text = words.text.strip("\n ")
        automatic = self.automatic(element) if text.strip() else None
        if not text.strip():
            return None
        label, style, rest = parted(automatic, text)
        style_id = value(element.find(f"{WORD}pPr/{WORD}pStyle")) or ""
        name = self.styles.names.get(style_id, "")
        bold = words.bold or (style_id in self.styles.bold and not words.plain)
        indent = element.find(f"{WORD}pPr/{WORD}ind")
        left = points(indent.get(WORD + "left") or indent.get(WORD + "start")) if indent is not None else None
        made = Paragraph(
            ordinal=0,
            page=page,
            text=tidy(rest),
            label=label,
            style=style,
            indent=left or 0.0,
            bold=bold,
            size=words.size,
        )
        if re.match(r"heading|title|subtitle", name, re.IGNORECASE) and len(made.text) <= 200:
            return replace(made, style="heading")
        return replace(made, style="heading") if is_heading(made, 0.0) else made

    def automatic(self, element: etree._Element) -> str | None:
        """The number that Word prints before a paragraph."""
        numbered = element.find(f"{WORD}pPr/{WORD}numPr")
        style = value(element.find(f"{WORD}pPr/{WORD}pStyle")) or ""
        number, depth = self.styles.lists.get(style, ("", 0))
        if numbered is not None:
            number = value(numbered.find(WORD + "numId")) or number
            given = value(numbered.find(WORD + "ilvl"))
            depth = int(given) if given and given.isdigit() else depth
        return self.numbers.label(number, min(depth, 8)) if number and number != "0" else None

    def add(self, paragraph: Paragraph) -> None:
        margin = " ".join([*self.waiting, *([paragraph.margin] if paragraph.margin else [])]) or None
        self.waiting.clear()
        self.found.append(replace(paragraph, ordinal=len(self.found), margin=margin))

    def table(self, element: etree._Element) -> None:
        """Reads a table: rows of cells, or paragraphs where the table only lays a page out."""
        elements = [row for row in element.iter(WORD + "tr") if nearest(row, "tbl") is element]
        rows = [self.row(row) for row in elements]
        minuted = columns_of(rows)
        layout = not minuted and is_layout(rows)
        for row, each in zip(rows[:1] if minuted else rows, elements, strict=False):
            for paragraph in laid_out(row) if layout else one_row(row, columns_filled(each)):
                self.add(paragraph)
        for paragraph in minuted_rows(rows, minuted) if minuted else ():
            self.add(paragraph)

    def row(self, element: etree._Element) -> list[list[Paragraph]]:
        """The paragraphs of each cell of a table's row."""
        outer, self.found = self.found, []
        cells: list[list[Paragraph]] = []
        for cell in element.iterchildren(WORD + "tc", WORD + "sdt"):
            self.found = []
            self.blocks(cell)
            cells.append(self.found)
        self.found = outer
        return cells


def written(content: bytes) -> Written:
    """The paragraphs of a Word file; Unreadable if it cannot be read."""
    archive = opened(content)
    document = tree(archive, "word/document.xml")
    body = document.find(WORD + "body") if document is not None else None
    if body is None:
        raise damaged()
    reader = Reader(styles(tree(archive, "word/styles.xml")), numbering(tree(archive, "word/numbering.xml")))
    reader.blocks(body)
    if not reader.found:
        raise Unreadable("no_text", "This Word file has no text. If it holds pictures of pages, ask for the original.")
    heads = tuple(
        tidy("".join(part.itertext(WORD + "t")))
        for name in archive.namelist()
        if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name) and (part := tree(archive, name)) is not None
    )
    if reader.page > PAGE_LIMIT:
        raise Unreadable("too_long", f"This file has {reader.page} pages. Split it and upload the parts.")
    flags = tuple(flags_of_word(archive, document, reader.flags))
    return Written(tuple(reader.found), reader.page, heads, by_hand(flags), flags)


def styles(root: etree._Element | None) -> Styles:
    found = Styles()
    for style in root.iterchildren(WORD + "style") if root is not None else ():
        name = style.get(WORD + "styleId", "")
        found.names[name] = value(style.find(WORD + "name")) or ""
        bold = style.find(f"{WORD}rPr/{WORD}b")
        if bold is not None and value(bold) not in ("0", "false"):
            found.bold.add(name)
        if sort := hides(style.find(WORD + "rPr")):
            found.hidden[name] = sort
        numbered = style.find(f"{WORD}pPr/{WORD}numPr")
        if numbered is not None and (number := value(numbered.find(WORD + "numId"))):
            found.lists[name] = number, int(value(numbered.find(WORD + "ilvl")) or 0)
    return found


def parted(automatic: str | None, text: str) -> tuple[str | None, str, str]:
    """A paragraph's label, style and text, its number printed by Word or typed."""
    if automatic:
        if automatic in BULLETS:
            return None, "bullet", text
        return clean(automatic), "paragraph", text
    bare = bullet_off(text)
    if bare is not None:
        return None, "bullet", bare
    label, rest = taken_off(text)
    return label, "paragraph", rest


def nearest(element: etree._Element, tag: str) -> etree._Element | None:
    return next(element.iterancestors(WORD + tag), None)


def is_layout(rows: list[list[list[Paragraph]]]) -> bool:
    """Whether a table only lays text out: numbers at the left, prose beside them, perhaps who acts at the right."""
    filled = [row for row in rows if sum(bool(cell) for cell in row) > 1]
    if not filled or any(len(row) > 3 for row in filled):
        return False
    return all(len(prose(row)) == 1 and is_number_cell(row) for row in filled) and any(
        len(cell) > 1 or len(cell[0].text) > 80 for row in filled for cell in row if cell
    )


def is_number_cell(row: list[list[Paragraph]]) -> bool:
    """Whether a row begins with a number or an empty cell, or holds only prose and a short note."""
    first = row[0]
    if not first:
        return True
    return (
        len(first) == 1 and (is_label(first[0].text) or (first[0].text == "" and bool(first[0].label)))
    ) or first in prose(row)


def prose(row: list[list[Paragraph]]) -> list[list[Paragraph]]:
    """The cells that hold text: all but numbers, empty cells and a short note at the right."""
    filled = [cell for cell in row if cell]
    text = [cell for cell in filled if not (len(cell) == 1 and is_label(cell[0].text))]
    if len(text) > 1 and sum(len(paragraph.text) for paragraph in text[-1]) <= NOTE_LENGTH and text[-1] is row[-1]:
        text.pop()
    return text


def laid_out(row: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """A row of a layout table as the paragraphs of its prose, number and note put to the first of them."""
    texts = prose(row)
    if not texts:
        yield from (paragraph for cell in row for paragraph in cell)
        return
    number = clean(row[0][0].text) if row[0] and row[0] is not texts[0] else None
    note = (
        tidy(" ".join(paragraph.text for paragraph in row[-1]))
        if row[-1] is not texts[0] and row[-1] is not row[0]
        else ""
    )
    for place, paragraph in enumerate(texts[0]):
        first = place == 0
        yield replace(
            paragraph,
            label=(number or paragraph.label) if first else paragraph.label,
            margin=note if first and note and not COLUMN_HEADING.fullmatch(note) else paragraph.margin,
        )


def one_row(row: list[list[Paragraph]], places: list[tuple[float, float]]) -> Iterator[Paragraph]:
    """A row of a table as one paragraph with cells; a row of a single cell as its paragraphs.

    places: for each cell the first column that it fills and the one after its last.
    """
    filled = [cell for cell in row if cell]
    if len(filled) < 2:
        yield from (paragraph for cell in filled for paragraph in cell)
        return
    if is_attendance(filled):
        yield from (paragraph for cell in filled for paragraph in cell)
        return
    cells = tuple(tidy(" ".join(whole(paragraph) for paragraph in cell)) for cell in row if cell)
    first = filled[0][0]
    notes = " ".join(paragraph.margin for cell in filled for paragraph in cell if paragraph.margin) or None
    columns = tuple(place for place, cell in zip(places, row, strict=True) if cell)
    label, cells = (clean(cells[0]), cells[1:]) if len(cells) > 2 and is_label(cells[0]) else (None, cells)
    bold = all(paragraph.bold for cell in filled for paragraph in cell)
    made = replace(first, text=" ".join(cells), label=label, style="row", cells=cells, margin=notes, bold=bold)
    yield replace(made, columns=columns[-len(cells) :])


def whole(paragraph: Paragraph) -> str:
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text
