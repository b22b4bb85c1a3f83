"""Figures in tables: a row for each measure, a column for each period, area, target or floor, and one for its rating.

Measure                    Q2 2024/25   Q3 2024/25   Target   RAG    England
Children in care           640          655          630      Red
Health checks on time      91%          n/a          95%      Amber  89%
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile

from reports.reading.areas import areas_in
from reports.reading.cell_periods import period_beside
from reports.reading.facts import Figure, Source
from reports.reading.indicators import named
from reports.reading.measure_table import (
    ROW_OF_ONE,
    UNFINISHED,
    Table,
    of_one_measure,
    rated,
    stand_between,
    title_of,
    with_rating_above,
    without_reference,
)
from reports.reading.paragraph import Paragraph
from reports.reading.rag import rag_of
from reports.reading.sentences import one_line, source_of
from reports.reading.table_heads import ROLES, Column, Own, columns_of, spanned
from reports.reading.table_places import Cells, Span, cells_of, heads_merged, rejoined, widened
from reports.reading.table_ratings import ratings_of
from reports.reading.table_rows import Placed, placed
from reports.reading.table_values import Printed, is_nothing, share_beside, value_in
from reports.reading.turned_tables import PERIODS_HEAD, dated_by_row, is_turned, turned_columns
from reports.reading.units import unit_said
from reports.reading.yearless import dates_near

# Tables of money are no tables of measures, nor are lists of savings by their references.
NO_FIGURES = re.compile(r"£|\bsavings?\b|\bpressures?\b|\bbudgets?\b|\bcosts?\b", re.IGNORECASE)
REFERENCES = re.compile(r"\bref(?:erence)?\b", re.IGNORECASE)
OF_MEASURES = re.compile(r"\bmeasures?\b|\bindicators?\b|\bK?PIs?\b|\btargets?\b|\bRAG\b|\bfloor\b", re.IGNORECASE)
PLAIN_YEAR = re.compile(r"\s*(?:19|20)\d\d\s*")
LONGEST_HEAD = 90
# "England: 70" is a value with its name, no head.
NAMED_VALUE = re.compile(r"[A-Za-z]\s*[:=]\s*£?\d[\d.,]*\s*%?\s*$")
# The rows below a head by which its columns are known.
MOST_ROWS = 60
FOOTNOTE = re.compile(r"(?<=[\w)%])\s*(?:[*†‡¹²³⁴⁵^]+|\[\w{1,2}\])$")


def figures_in_table(rows: Sequence[Paragraph], own: Own, performance: bool, above: str = "") -> list[Figure]:
    """The figures of a table's rows; none without a head that gives a period, an area or a target to a column.

    Among the rows may stand paragraphs: the name of a part of the table, or the first or last line of a label.
    """
    rows, torn = rejoined(rows)
    table = Table(own, performance, above, torn=torn)
    found: list[Figure] = []
    for place, row in enumerate(rows):
        if not row.cells:
            found = stand_between(row, table, found)
        elif is_title(row, rows[place + 1 :], table):
            table.above, table.rating = title_of(row)
            table.of_one = 0
        elif is_head(row, table):
            take_head(row, rows[place + 1 :], table)
        else:
            found = with_row(row, rows, place, table, found)
    return found


def with_row(row: Paragraph, rows: Sequence[Paragraph], place: int, table: Table, found: list[Figure]) -> list[Figure]:
    """The figures found so far and those of a row, or with the ratings that it gives them."""
    table.above_heads = False
    if not table.columns or not is_of_measures(table.heads):
        return found
    standing, sure = standing_in(row, table)
    before = rows[place - 1] if place and not rows[place - 1].cells else None
    after = rows[place + 1] if place + 1 < len(rows) and not rows[place + 1].cells else None
    label, sides = label_of(standing, before, after)
    if (with_ratings := rated(standing, label, table, found)) is not None:
        return with_ratings
    told = list(figures_of(row, label, standing, table, sides=sides, sure=sure))
    table.of_one += len(told) if told and told[0].label == table.measure else 0
    return [*found, *told]


def is_title(row: Paragraph, below: Sequence[Paragraph], table: Table) -> bool:
    """Whether a row is a measure's name and its rating above a table of its own, whose head names no measures."""
    if not title_of(row)[0] or not below or not below[0].cells or not is_head(below[0], Table(table.own, True)):
        return False
    columns = columns_of(below[0].cells, table.own)
    return any(column.sort == "value" for column in columns) and all(column.sort != "measure" for column in columns)


def is_of_measures(heads: Sequence[str]) -> bool:
    text = " ".join(heads)
    return not NO_FIGURES.search(text) and (not REFERENCES.search(text) or bool(OF_MEASURES.search(text)))


def is_head(row: Paragraph, table: Table) -> bool:
    """Whether a row heads columns: it has words and no values. Below a head only another full one is taken for one."""
    cells = row.cells
    worded = [cell for cell in cells if not PLAIN_YEAR.fullmatch(cell)]
    if len(cells) < 2 or any(value_in(cell) or len(cell) > LONGEST_HEAD for cell in worded):
        return False
    if any(rag_of(cell) or is_nothing(cell) for cell in cells[1:]) or any(map(NAMED_VALUE.search, cells)):
        return False
    if not table.columns or PERIODS_HEAD.fullmatch(cells[0]):
        return True
    sorts = [column.sort for column in columns_of(cells, table.own)]
    if table.above_heads and sum(sort not in {"value", "note"} for sort in sorts) >= len(sorts) - 1:
        return True
    values = sorts.count("value")
    return values > 1 or (values == 1 and bool(OF_MEASURES.search(row.text)))


def take_head(row: Paragraph, below: Sequence[Paragraph], table: Table) -> None:
    """The columns that a head gives to the rows below it; a head just above it says more of several of them."""
    head = cells_of(row)
    rows = rows_below(below, table.own)
    over = Cells(table.heads, table.spans) if table.above_heads else Cells(())
    head = replace(head, texts=tuple(spanned(head.texts, over.texts, table.own)))
    head = heads_merged(over, head) or head
    width = max((len(each.cells) for each in rows), default=len(head.texts))
    heads = heads_of(head.texts, width, table.own.written)
    spans = head.spans if len(head.spans) == len(heads) else ()
    columns = columns_of(heads, table.own)
    if len(heads) == width - 1 and columns and all(column.sort != "measure" for column in columns):
        # The corner above the measures' names is often left blank.
        heads, columns = ["", *heads], [Column("measure"), *columns]
        spans = (corner(spans, rows), *spans) if spans else ()
    # "Measure (2014/15)" dates every column that has no date of its own.
    dates = dates_near(heads[0], table.own.written, past=True) if heads else []
    if dates and columns[0].sort != "value":
        columns = columns_of(heads, replace(table.own, period=dates[0].iso))
    table.heads, table.spans, table.above_heads = head.texts, head.spans, True
    table.turned = is_turned(heads, [each.cells for each in rows], table.own)
    if table.turned:
        columns = turned_columns(heads, columns, rows, table.own)
    table.columns = columns if any(column.sort == "value" for column in columns) else []
    table.places = widened(spans, (cells_of(each).spans for each in rows)) if spans else ()


def rows_below(below: Sequence[Paragraph], own: Own) -> list[Paragraph]:
    """The rows of values that stand below a head, perhaps below more heads, up to the next."""
    fresh = Table(own, performance=True)
    rows = dropwhile(lambda row: is_head(row, fresh), (row for row in below[:MOST_ROWS] if row.cells))
    return list(takewhile(lambda row: not is_head(row, fresh), rows))


def corner(spans: Sequence[Span], rows: Sequence[Paragraph]) -> Span:
    """Where the column without a head stands: left of the first that has one."""
    return min((each.columns[0][0] for each in rows if each.columns), default=spans[0][0]) - 1, spans[0][0] - 1


def heads_of(head: Sequence[str], width: int, written: str | None) -> Sequence[str]:
    """The heads of a table's columns; those that were printed close together and came as one cell are taken apart.

    As they are printed where that cannot be told for sure.
    """
    if len(head) >= width - 1 or len(head) != 2:
        return head
    text = head[1]
    starts = {dated.start for dated in dates_near(text, written)} | {area.start for area in areas_in(text)}
    starts |= {match.start() for _, pattern in ROLES for match in pattern.finditer(text)}
    cuts = [*sorted(starts), len(text)]
    if len(starts) != width - 1 or cuts[0] != 0:
        return head
    return [head[0], *(text[start:end].strip() for start, end in pairwise(cuts))]


def standing_in(row: Paragraph, table: Table) -> tuple[list[Placed], bool]:
    """The cells of a row in their columns, and whether that is sure."""
    cells = cells_of(row)
    if row.label and not row.columns and table.columns[0].sort == "ref":
        cells = Cells((row.label, *row.cells))
    standing, sure = placed(cells, table.columns, table.places, table.own.period)
    if not sure and cells.texts != row.cells:
        standing, sure = placed(Cells(row.cells, row.columns), table.columns, table.places, table.own.period)
    return (dated_by_row(standing, table.own) if table.turned else standing), sure


def figures_of(
    row: Paragraph,
    label: str,
    standing: list[Placed],
    table: Table,
    *,
    sides: Sequence[Paragraph] = (),
    sure: bool = True,
) -> Iterator[Figure]:
    """The figures of one row, its label perhaps begun or ended by a line of its own."""
    ratings = ratings_of(standing)
    if not label and any(is_worded(column, cell) for column, cell in standing):
        return
    if table.turned or not label or ROW_OF_ONE.fullmatch(label):
        standing, label = of_one_measure(standing, label, table), table.measure
        ratings = with_rating_above(standing, ratings, table)
    units = [cell for column, cell in standing if column.sort == "unit"]
    source = source_of_row(row, sides, table, basis="cell" if sure else "place")
    for place, (column, cell) in enumerate(standing):
        period = period_beside(cell, table.own) or column.period
        name = column.measure or label
        value = value_in(cell) if column.sort == "value" and is_name(name) else None
        if value is None or (value.bounded and column.role not in {"target", "floor"}):
            continue
        unit = column.unit or unit_of(value, name, units, standing)
        for number, counted in stated(cell, value, unit):
            indicator = named(name, counted) if counted else None
            if indicator or table.performance:
                yield Figure(
                    source=replace(source, basis="place") if is_guessed(period, column, table.own) else source,
                    indicator=indicator.slug if indicator else None,
                    label=name,
                    area=column.area,
                    period=period,
                    value=number,
                    unit=counted,
                    role=column.role,
                    rag=value.rag or ratings.get(place),
                )


def source_of_row(row: Paragraph, sides: Sequence[Paragraph], table: Table, basis: str) -> Source:
    """Where a row stands, with the lines beside it and those that its cells were torn into."""
    # What was taken for the row's number may be its first value.
    cited = replace(row, label=None) if row.label and value_in(row.label) else row
    torn = (each for each in table.torn.get(row.ordinal, ()) if each.ordinal != row.ordinal)
    return source_of(cited, row.text, *torn, *sides, basis=basis)


def is_guessed(period: str | None, column: Column, own: Own) -> bool:
    """Whether a value's period is a guess: a national average is for an earlier time, if nothing says which."""
    return column.area != own.area and not (column.dated or period != column.period or own.compared)


def is_worded(column: Column, cell: str) -> bool:
    """Whether words stand in a column of values: the row has a name, and the columns are not what was thought."""
    return column.sort == "value" and is_name(cell) and not (value_in(cell) or is_nothing(cell) or rag_of(cell))


def is_name(label: str) -> bool:
    return len(label) >= 4 and re.search(r"[A-Za-z]{3}", label) is not None


def label_of(
    standing: Sequence[Placed], before: Paragraph | None, after: Paragraph | None
) -> tuple[str, tuple[Paragraph, ...]]:
    """The measure's name, and the paragraphs that begin or end it above and below its row."""
    label = one_line(next((cell for column, cell in standing if column.sort == "measure"), ""))
    label = without_reference(label)
    sides: tuple[Paragraph, ...] = ()
    if before and is_part(before) and (label[:1].islower()):
        label, sides = f"{whole(before)} {label}", (before,)
    if after and is_part(after) and UNFINISHED.search(label):
        label, sides = f"{label} {whole(after)}", (*sides, after)
    return FOOTNOTE.sub("", one_line(label)), sides


def whole(line: Paragraph) -> str:
    """A line's words; a number that opens it is no label here: "12 months"."""
    return f"{line.label} {line.text}" if line.label else line.text


def is_part(line: Paragraph) -> bool:
    return line.style != "heading" and len(line.text) < LONGEST_HEAD


def unit_of(value: Printed, label: str, units: Sequence[str], standing: Sequence[Placed]) -> str | None:
    """The unit that a cell prints, else its row: in a column of units, in the label, beside another value."""
    if value.unit:
        return value.unit
    for words in (*units, label):
        if unit := unit_said(words):
            return unit
    beside = (value_in(cell) for column, cell in standing if column.sort == "value")
    printed = {other.unit for other in beside if other and other.unit}
    if len(printed) == 1:
        return printed.pop()
    return "count" if value.number == int(value.number) else None


def stated(cell: str, value: Printed, unit: str | None) -> Iterator[tuple[float, str | None]]:
    """A cell's value, and the share that "45 (12%)" adds to its number."""
    share = share_beside(cell)
    if share is None:
        yield value.number, unit
        return
    yield value.number, "count"
    yield share, "percent"
