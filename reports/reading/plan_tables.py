"""The tables of a forward plan, as they are printed: each entry one row with all its cells, over the ends of pages.

    Lead officer      Title and summary          Meeting date    Decision maker
    Jo Field, Head    Family hubs                12 May 2022     Children's Policy
    of Early Help     To agree the hours.                        Committee

Columns and rows are those of the lines that are drawn. Where none are, columns are kept apart by the room between
them, and an entry begins where its date does. A table is known by the heads of its columns, which the next page may
repeat or not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.dates import dates_in
from reports.reading.lines import Line, Page
from reports.reading.paragraph import Paragraph
from reports.reading.paragraphs import boxes, paragraphs
from reports.reading.plan_cells import cell_text
from reports.reading.plan_groups import group_in
from reports.reading.plan_heads import NEAR, Columns, Row, Sheet, columns_at, head_at
from reports.reading.rulings import Rulings
from reports.reading.side_headings import side_headings_above

# What every entry of a table has, and has once: the surest first.
ANCHORS = ("date", "decider", "reference")
# Where a table has none of these: its heading says who decides, and when.
OTHER_ANCHORS = ("contact", "member")

Drawn = Callable[[Sequence[int]], dict[int, Rulings]]


@dataclass
class Entry:
    """A row of a table in the making: the lines of print of each of its cells."""

    columns: Columns
    cells: list[list[Line]]
    head: bool = False

    @property
    def filled(self) -> set[str]:
        return {name for name, cell in zip(self.columns.fields, self.cells, strict=True) if name and cell}


def laid_out(pages: Sequence[Page], kept: Sequence[Page], drawn: Drawn) -> tuple[Paragraph, ...]:
    """The paragraphs of a paper's pages, each entry of a plan's tables as one row; arguments as in tables_apart."""
    left, rows = tables_apart(pages, kept, drawn)
    return with_rows(paragraphs(side_headings_above(left)), rows)


def tables_apart(pages: Sequence[Page], kept: Sequence[Page], drawn: Drawn) -> tuple[tuple[Page, ...], list[Paragraph]]:
    """The pages without the tables of a plan, and those tables' rows as paragraphs.

    kept: the same pages less their furniture. drawn: asked for the lines of pages, only if there is such a table.
    """
    heads = [page.number for page in pages if any(head_at(page.rows, place) for place in range(len(page.rows)))]
    if not heads:
        return tuple(kept), []
    lines = drawn(range(heads[0], pages[-1].number + 1))
    entries: list[Entry] = []
    left: list[Page] = []
    columns: Columns | None = None
    for page, less in zip(pages, kept, strict=True):
        sheet = Sheet(page, rows_of(page, less), lines.get(page.number, Rulings()))
        columns = read_sheet(sheet, columns, entries)
        rest = [row for place, row in enumerate(sheet.rows) if place not in sheet.taken and row in less.rows]
        left.append(replace(less, rows=tuple(rest)))
    return tuple(left), [paragraph_of(entry) for entry in without_repeats(entries)]


def rows_of(page: Page, less: Page) -> list[Row]:
    """The rows of a page less its furniture, the heads of columns left in although each page repeats them."""
    furniture = {id(row) for row in page.rows} - {id(row) for row in less.rows}
    heads = {
        id(row)
        for place in range(len(page.rows))
        if (found := head_at(page.rows, place))
        for row in page.rows[place : place + found]
    }
    return [row for row in page.rows if id(row) not in furniture or id(row) in heads]


def read_sheet(sheet: Sheet, columns: Columns | None, entries: list[Entry]) -> Columns | None:
    """Reads one page's tables into entries; the columns that go on over its end, None where no table does."""
    place, top = 0, True
    while place < len(sheet.rows):
        if length := head_at(sheet.rows, place):
            columns = columns_at(sheet, place, length)
            if columns.of_record and not columns.drawn:
                # Without lines nothing says where a decision's row ends.
                place, columns = place + length, None
                continue
            sheet.taken.update(range(place, place + length))
            entries.append(head_entry(sheet, columns, place, length))
            place += length
            continue
        if columns is None:
            place += 1
            continue
        end = next((at for at in range(place + 1, len(sheet.rows)) if head_at(sheet.rows, at)), len(sheet.rows))
        goes_on = body(sheet, columns, range(place, end), entries, top)
        columns, place, top = (columns if goes_on else None), end, False
    return columns


def head_entry(sheet: Sheet, columns: Columns, place: int, length: int) -> Entry:
    cells: list[list[Line]] = [[] for _ in columns.fields]
    for at in range(place, place + length):
        for piece in sheet.pieces(at):
            cells[columns.of(piece)].append(piece)
    return Entry(columns, cells, head=True)


def body(sheet: Sheet, columns: Columns, places: range, entries: list[Entry], top: bool) -> bool:
    """Reads the rows of print below the heads of columns; whether the table reaches the page's end.

    top: no other table stands above on the page.
    """
    levels = levels_of(sheet, columns)
    bottom = max((line.end for line in sheet.rulings.down if len(levels) > 1), default=None)
    open_band: int | None = None
    begun = False
    current = next((entry for entry in reversed(entries) if not entry.head), None)
    for place in places:
        pieces = sheet.pieces(place)
        middle = (pieces[0].top + pieces[0].bottom) / 2
        if bottom is not None and middle > bottom + NEAR:
            return False
        band = sum(level < middle for level in levels)
        if spans(pieces, columns) or heads_group(sheet, columns, pieces):
            open_band, begun = None, True
            continue
        same = band == open_band if levels else begun and not starts(sheet, columns, place, current)
        # What stands first on a page goes on with the entry before, where it has neither day nor decider of its own.
        on_top = top and not begun and continues(sheet, columns, places, place, levels)
        begun = True
        if not (same or on_top) or current is None or len(current.cells) != len(columns.fields):
            current = Entry(columns, [[] for _ in columns.fields])
            entries.append(current)
        open_band = band
        for piece in pieces:
            current.cells[columns.of(piece)].append(piece)
        sheet.taken.add(place)
    return True


def levels_of(sheet: Sheet, columns: Columns) -> list[float]:
    """The heights of the lines that part a table's rows: those drawn across most of it."""
    if not columns.between:
        return []
    left, right = columns.between[0], columns.between[-1]
    found: dict[float, float] = {}
    for line in sheet.rulings.across:
        level = next((at for at in found if abs(at - line.at) <= NEAR / 2), line.at)
        found[level] = found.get(level, 0.0) + max(0.0, min(line.end, right) - max(line.start, left))
    return sorted(at for at, covered in found.items() if covered >= 0.8 * (right - left))


def spans(pieces: Sequence[Line], columns: Columns) -> bool:
    """Whether a row of print goes across the columns: the head of a group of entries, or a sentence."""
    return any(columns.crossed(piece) > (0 if len(pieces) == 1 else 1) for piece in pieces)


def heads_group(sheet: Sheet, columns: Columns, pieces: Sequence[Line]) -> bool:
    """Whether a short row of print is the head of a group: no line parts it, or it says only who or when."""
    if columns.drawn:
        middle = (pieces[0].top + pieces[0].bottom) / 2
        beside = [line for line in sheet.rulings.down if line.start <= middle <= line.end]
        return not any(abs(line.at - edge) <= NEAR for line in beside for edge in columns.between)
    return len(pieces) == 1 and pieces[0].bold and group_in(pieces[0].text, None) is not None


def starts(sheet: Sheet, columns: Columns, place: int, current: Entry | None) -> bool:
    """For tables without lines: whether an entry begins here, where its date (or who decides) and its matter do."""
    pieces = sheet.pieces(place)
    anchor = columns.fields.index(anchors_of(columns)[0])
    matter = columns.fields.index("title")
    filled = {columns.of(piece) for piece in pieces}
    if not {anchor, matter} <= filled:
        return current is None
    last = current.cells[anchor] if current else []
    if not last:
        return True
    gap = pieces[0].top - max(line.bottom for line in last)
    if gap > 0.9 * last[-1].size or last[-1].page != pieces[0].page:
        return True
    # Close below, a line is an entry's first only if it has a date of its own and does not go on in small letters.
    here = " ".join(piece.text for piece in pieces if columns.of(piece) == anchor)
    small = any(piece.text[:1].islower() for piece in pieces if columns.of(piece) in (anchor, matter))
    whole = dates_in(" ".join(line.text for line in last)) and dates_in(here)
    return columns.fields[anchor] == "date" and bool(whole) and not small


def anchors_of(columns: Columns) -> list[str]:
    """Which columns every entry of a table fills, the surest first."""
    own = [name for name in ANCHORS if name in columns.fields]
    return own or [name for name in (*OTHER_ANCHORS, "title") if name in columns.fields]


def continues(sheet: Sheet, columns: Columns, places: range, place: int, levels: Sequence[float]) -> bool:
    """Whether the first entry of a page is the rest of one on the page before: it says neither when nor who."""
    filled: set[str] = set()
    band = None
    for at in range(place, places.stop):
        pieces = sheet.pieces(at)
        here = sum(level < (pieces[0].top + pieces[0].bottom) / 2 for level in levels) if levels else None
        if (band is not None and here != band) or spans(pieces, columns):
            break
        band = here
        filled |= {name for piece in pieces if (name := columns.fields[columns.of(piece)])}
        if not levels:
            break
    return not filled.intersection(anchors_of(columns)) or "title" not in filled


def without_repeats(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries; heads of columns that are those of the table before are left out."""
    heads: tuple[str, ...] | None = None
    for entry in entries:
        if not entry.head or entry.columns.heads != heads:
            yield entry
        heads = entry.columns.heads


def paragraph_of(entry: Entry) -> Paragraph:
    lines = sorted((line for cell in entry.cells for line in cell), key=lambda line: (line.page, line.top))
    cells = entry.columns.heads if entry.head else tuple(cell_text(cell) for cell in entry.cells)
    return Paragraph(
        ordinal=0,
        page=lines[0].page,
        text=" ".join(" ".join(cells).split()),
        style="row",
        cells=cells,
        indent=round(min(line.x0 for line in lines), 1),
        bold=entry.head and all(line.bold for line in lines),
        size=round(lines[0].size, 1),
        boxes=boxes(lines),
    )


def with_rows(found: Sequence[Paragraph], rows: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Paragraphs and a plan's rows in the order of the pages, numbered anew."""
    waiting = list(rows)
    merged: list[Paragraph] = []
    for paragraph in found:
        while waiting and place_of(waiting[0]) < place_of(paragraph):
            merged.append(waiting.pop(0))
        merged.append(paragraph)
    return tuple(replace(each, ordinal=ordinal) for ordinal, each in enumerate([*merged, *waiting]))


def place_of(paragraph: Paragraph) -> tuple[int, float]:
    return paragraph.page, paragraph.boxes[0].top if paragraph.boxes else 0.0
