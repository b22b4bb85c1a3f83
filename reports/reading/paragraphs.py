"""Rows of print as paragraphs: what belongs together is joined, what a paragraph's place says of it is kept.

A paragraph begins where a number, a letter or a bullet stands before it, where more room is left than between two
lines, where the print changes, where it moves to the right or left, or where the line before broke off although the
next word would have fitted. It goes on over the end of a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reports.reading.attendance_lists import is_next_listed
from reports.reading.cells_apart import NUMBER, with_cells_apart
from reports.reading.form_rows import with_values_apart
from reports.reading.labels import bullet_off, clean, is_label, is_next, taken_off
from reports.reading.lines import Line, Page
from reports.reading.margins import Note, apart, beside_which
from reports.reading.measure import Measure, measured
from reports.reading.names import are_entries
from reports.reading.paragraph import Box, Paragraph
from reports.reading.tables import SAME_COLUMN, continued_cells, starts_row

Row = tuple[Line, ...]

# A place may differ by so many points and still be the same edge.
NEAR = 3.0
# How far the text of a numbered paragraph may stand right of its number.
HANGING = 90.0
FINISHED = (".", "!", "?", ":", ";")
# A heading that is a year, with its number.
NUMBERED_YEAR = re.compile(r"\d{1,2}\.\d{1,2}\.?\t(?:19|20)\d\d")


@dataclass
class Draft:
    """A paragraph in the making. left: where it begins; indent: where its further lines begin, None while unknown.

    columns: where the cells of a row begin; spans: where each begins and ends, all its lines taken together.
    """

    lines: list[Line]
    text: list[str]
    style: str = "paragraph"
    label: str | None = None
    left: float = 0.0
    indent: float | None = None
    columns: list[float] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    spans: list[tuple[float, float]] = field(default_factory=list)
    margin: list[str] = field(default_factory=list)

    @property
    def last(self) -> Line:
        return self.lines[-1]


def paragraphs(pages: Sequence[Page]) -> tuple[Paragraph, ...]:
    """The paragraphs of pages whose furniture is gone, in reading order."""
    measure = measured(pages)
    drafts: list[Draft] = []
    for page in pages:
        rows, notes = apart(page, measure)
        rows = with_values_apart(with_cells_apart(rows))
        ahead = measure.blocks(rows, page.number)
        for row, edge in zip(rows, ahead, strict=True):
            place(row, drafts, measure, edge)
        attach(notes, drafts, page)
    words = vocabulary(drafts)
    return tuple(finished(draft, ordinal, measure, words) for ordinal, draft in enumerate(drafts))


def place(row: Row, drafts: list[Draft], measure: Measure, edge: float) -> None:
    """Adds a row to the paragraph it goes on with, or begins a new one."""
    draft = begun(row)
    last = drafts[-1] if drafts else None
    if last is None:
        drafts.append(draft)
    elif last.style == "row" and not draft.label and close(last.last, row[0], measure):
        cells = continued_cells(last.columns, row, last.lines)
        another = len(row) == 1 and is_next_listed(last.cells, row[0].text)
        if cells is None or another or are_others(cells, row, last.spans):
            drafts.append(draft)
        else:
            last.lines.extend(row)
            for (number, text), line in zip(cells, row, strict=True):
                last.cells[number] = added(last.cells[number], text)
                left, right = last.spans[number]
                last.spans[number] = min(left, line.x0), max(right, line.x1)
    elif last.style != "row" and goes_on(last, row, draft, drafts, measure, edge):
        last.indent = row[0].x0 if len(last.lines) == 1 else last.indent
        last.lines.extend(row)
        last.text.append(row[0].text)
    else:
        drafts.append(draft)


def are_others(cells: Sequence[tuple[int, str]], row: Row, spans: Sequence[tuple[float, float]]) -> bool:
    """Whether print below a table's row is of other columns than it was put to: right of their print, or of several.

    spans: where the row's cells begin and end.
    """
    numbers = [number for number, _ in cells]
    beyond = any(line.x0 > spans[number][1] + SAME_COLUMN for number, line in zip(numbers, row, strict=True))
    return beyond or len(set(numbers)) < len(numbers)


def begun(row: Row) -> Draft:
    """A new paragraph that begins with this row."""
    label, style, pieces = opening(row)
    texts = [piece for piece in pieces if piece]
    first = row[0]
    known = len(row) > len(texts)
    draft = Draft(list(row), texts[:1], style, label, first.x0, row[-len(texts)].x0 if known and texts else None)
    if starts_row(row[-len(texts) :] if known and texts else row, texts):
        draft.style, draft.cells, draft.columns = "row", texts, [piece.x0 for piece in row[-len(texts) :]]
        draft.spans = [(piece.x0, piece.x1) for piece in row[-len(texts) :]]
    return draft


def opening(row: Row) -> tuple[str | None, str, list[str]]:
    """A row's label, style and texts without label or bullet."""
    texts = [piece.text for piece in row]
    # A row of nothing but numbers has no label, save a year alone that stands as a numbered heading: "3.2  2018".
    numbers = len(texts) > 1 and all(NUMBER.fullmatch(text) for text in texts)
    if numbers and not NUMBERED_YEAR.fullmatch("\t".join(map(str.strip, texts))):
        return None, "paragraph", texts
    if is_label(texts[0]) and (len(texts) > 1 or re.search(r"\D", texts[0])):
        return clean(texts[0]), "paragraph", texts[1:]
    bare = bullet_off(texts[0] + " ") if len(texts[0].strip()) == 1 else bullet_off(texts[0])
    if bare is not None and (bare.strip() or len(texts) > 1):
        return None, "bullet", ([bare] if bare.strip() else []) + texts[1:]
    label, rest = taken_off(texts[0])
    return label, "paragraph", [rest, *texts[1:]]


def goes_on(last: Draft, row: Row, draft: Draft, drafts: Sequence[Draft], measure: Measure, edge: float) -> bool:
    """Whether a row is the next line of the last paragraph."""
    first = row[0]
    if len(row) > 1 or abs(first.size - last.last.size) > 0.15 * first.size:
        return False
    if not last.text:  # a number whose text stands below it
        return close(last.last, first, measure) and not draft.label
    full = is_full(last.last, first, edge if first.page == last.last.page else measure.right(last.last.page))
    if draft.label or draft.style == "bullet":
        if not full or not wraps(last, draft, row, drafts):
            return False
    elif not stands_under(last, first) or are_entries(last.text[-1], first.text):
        return False
    if first.bold != last.last.bold and (first.page != last.last.page or last.text[-1].rstrip().endswith(FINISHED)):
        return False
    if first.page != last.last.page:
        return full and (not last.text[-1].rstrip().endswith(FINISHED) or row[0].text[:1].islower())
    return full and close(last.last, first, measure)


def close(last: Line, line: Line, measure: Measure) -> bool:
    """Whether no more room is left between two lines than within a paragraph."""
    return last.page == line.page and line.bottom - last.bottom <= 1.22 * measure.leading * max(line.size, last.size)


def is_full(last: Line, line: Line, edge: float) -> bool:
    """Whether the line before broke because the next word did not fit: otherwise its author ended it there."""
    # A space that does not break keeps its words on one line.
    word = re.split(r"[ \t]", line.text.strip(), maxsplit=1)[0]
    width = (line.x1 - line.x0) * len(word) / max(len(line.text), 1)
    # Letters differ in width: a word may be a fifth wider than its share of the line.
    if last.x1 + 0.25 * last.size + 1.2 * width >= edge - NEAR:
        return True
    # Not every program fills its lines; what breaks off late in a line and in a sentence goes on.
    late = last.x1 - last.x0 >= 0.75 * (edge - last.x0)
    return late and not last.text.rstrip().endswith((*FINISHED, ")")) and not line.text[:1].isupper()


def stands_under(last: Draft, line: Line) -> bool:
    """Whether a line begins where the further lines of a paragraph do."""
    if last.indent is not None and abs(line.x0 - last.indent) <= NEAR:
        return True
    if last.indent is not None and len(last.lines) == 1:
        # Left of a numbered paragraph's text its next line stands only in the midst of a sentence.
        return abs(line.x0 - last.left) <= NEAR and not last.text[-1].rstrip().endswith(FINISHED)
    if len(last.lines) > 1:
        return abs(line.x0 - last.left) <= NEAR and bool(last.label)
    if last.label or last.style == "bullet":
        return -NEAR <= line.x0 - last.left <= HANGING
    centred = abs((line.x0 + line.x1) - (last.last.x0 + last.last.x1)) <= 4 * NEAR
    return abs(line.x0 - last.left) <= NEAR or 0 < last.left - line.x0 <= 0.5 * HANGING or (centred and line.bold)


def wraps(last: Draft, draft: Draft, row: Row, drafts: Sequence[Draft]) -> bool:
    """Whether what looks like a label is a figure or a dash that only happens to begin a line."""
    indent = last.left if last.indent is None else last.indent
    if abs(row[0].x0 - indent) > NEAR or "\t" in row[0].text[:8]:
        return False
    if not draft.label:
        return last.style != "bullet"
    return not is_next(draft.label, [earlier.label for earlier in drafts[-30:] if earlier.label])


def attach(notes: Sequence[Note], drafts: Sequence[Draft], page: Page) -> None:
    """Puts each margin note to the paragraph beside which it stands."""
    if not notes:
        return
    standing = [draft for draft in drafts if any(line.page == page.number for line in draft.lines)]
    for note in notes:
        spans = [extent(draft, page.number) for draft in standing]
        found = beside_which(note, spans)
        if found is not None:
            standing[found].margin.append(note.text)


def extent(draft: Draft, page: int) -> tuple[float, float]:
    """Top and bottom of a paragraph on one page."""
    lines = [line for line in draft.lines if line.page == page]
    return min(line.top for line in lines), max(line.bottom for line in lines)


def vocabulary(drafts: Iterable[Draft]) -> frozenset[str]:
    """The document's words, hyphens kept: they tell whether a hyphen at a line's end belongs to its word."""
    return frozenset(word.lower() for draft in drafts for text in draft.text for word in re.findall(r"[\w-]+", text))


def added(text: str, line: str, words: frozenset[str] = frozenset()) -> str:
    """A text with one more line.

    >>> added("a part-", "time teacher"), added("17-", "19 November")
    ('a part-time teacher', '17-19 November')
    >>> added("a consul-", "tation", frozenset({"consultation"}))
    'a consultation'
    """
    text, line = text.rstrip(), line.strip()
    if not text or not line:
        return text or line
    if not re.search(r"\w[-‐]$", text) or not line[0].isalnum():
        return f"{text} {line}"
    whole = re.findall(r"\w+", text)[-1] + re.findall(r"\w+", line)[0]
    return text[:-1] + line if whole.lower() in words else text + line


def finished(draft: Draft, ordinal: int, measure: Measure, words: frozenset[str]) -> Paragraph:
    text = ""
    for line in draft.text:
        text = added(text, line, words)
    cells = tuple(tidy(cell) for cell in draft.cells)
    text = " ".join(cells) if draft.style == "row" else tidy(text)
    weight = sum(len(line.text) for line in draft.lines)
    bold = 2 * sum(len(line.text) for line in draft.lines if line.bold) > weight
    paragraph = Paragraph(
        ordinal=ordinal,
        page=draft.lines[0].page,
        text=text,
        label=draft.label,
        style=draft.style,
        cells=cells,
        columns=tuple((round(left, 1), round(right, 1)) for left, right in draft.spans),
        margin=" ".join(draft.margin) or None,
        indent=round(draft.indent if draft.indent is not None else draft.left, 1),
        bold=bold,
        size=round(draft.lines[0].size, 1),
        boxes=boxes(draft.lines),
    )
    return replace(paragraph, style="heading") if is_heading(paragraph, measure.size) else paragraph


def tidy(text: str) -> str:
    return " ".join(text.split())


def boxes(lines: Sequence[Line]) -> tuple[Box, ...]:
    """One box for each page that the lines stand on."""
    return tuple(
        Box(
            page,
            round(min(line.x0 for line in lines if line.page == page), 1),
            round(min(line.top for line in lines if line.page == page), 1),
            round(max(line.x1 for line in lines if line.page == page), 1),
            round(max(line.bottom for line in lines if line.page == page), 1),
        )
        for page in sorted({line.page for line in lines})
    )


def is_heading(paragraph: Paragraph, size: float) -> bool:
    """Whether a paragraph looks like a heading: short, and bold, in capitals or larger than the text."""
    text = paragraph.text
    if paragraph.style != "paragraph" or len(text) > 200 or not re.search(r"[A-Za-z]{2}", text):
        return False
    if text.isupper() and len(text) <= 150:
        return True
    return (paragraph.bold or paragraph.size > 1.15 * size > 0) and not text.endswith((".", ";", ","))
