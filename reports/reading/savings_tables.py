"""Savings in tables: a row for each, its reference and words to the left, a column for each financial year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.dates import dates_in
from reports.reading.facts import Saving
from reports.reading.money import cell_amount, scale_in
from reports.reading.paragraph import Paragraph
from reports.reading.savings_references import CODES
from reports.reading.savings_signs import Stand, lines_up, signs_told, sort_of, stand_of
from reports.reading.sentences import is_heading, one_line, source_of

CODE = re.compile(CODES)
HEADS = re.compile(
    r"\bref(?:erence)?\b|\bdescription\b|\bproposal\b|\bsavings?\b|\bpressures?\b|\bamount\b|£|\b20\d\d[/-]\d\d\b"
    r"|\befficienc",
    re.IGNORECASE,
)
TOTAL = re.compile(r"^\s*(?:sub-?\s?|grand\s+|net\s+|overall\s+)?totals?\b|^\s*net\b", re.IGNORECASE)


# A line within a table that heads a group of its rows is short and names no table of its own.
GROUP = re.compile(r"(?!.*(?:£|\btable\b|\bappendix\b|\bannex\b|\bschedule\b|20\d\d)).{3,70}(?<![.?])$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other, the headings of their groups between them, and the heading above them."""

    heading: str
    rows: tuple[Paragraph, ...]
    note: str = ""  # the line right above its rows


@dataclass(frozen=True, slots=True)
class Column:
    """A column of sums: its place, the year that its head gives and what its numbers are multiplied by."""

    place: int
    financial_year: str | None
    scale: float
    headed: bool = True


def tables(paragraphs: Iterable[Paragraph]) -> Iterator[Table]:
    """The tables of a paper with the heading that stands nearest above each."""
    heading, note, rows = "", "", list[Paragraph]()
    every = list(paragraphs)
    for place, paragraph in enumerate(every):
        if paragraph.style == "row" or (rows and _heads_group(rows, paragraph, every[place + 1 : place + 2])):
            rows.append(paragraph)
            continue
        if rows:
            yield Table(heading, tuple(rows), note)
            rows = []
        note = paragraph.text
        if is_heading(paragraph):
            heading = paragraph.text
    if rows:
        yield Table(heading, tuple(rows), note)


def _heads_group(rows: Sequence[Paragraph], paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a line divides a table: "Growth" or "Savings" between rows of the same columns."""
    apart = paragraph.bold or is_heading(paragraph) or sort_of(paragraph.text) is not None
    if not apart or not following or following[0].style != "row" or not GROUP.match(paragraph.text.strip()):
        return False
    widest = max(len(row.cells) for row in rows)
    return not _is_head(following[0]) and 1 < len(following[0].cells) <= widest


def savings_in_table(table: Table) -> list[Saving]:
    """A saving for each sum of each row; none for totals, for nothing (0) or for a table without sums."""
    columns: list[Column] = []
    group = ""
    found: list[tuple[Saving, tuple[str, ...]]] = []
    said = table.heading
    for row in table.rows:
        if row.style == "row" and _is_head(row):
            columns, said = _columns(row, table.heading), f"{table.heading} {row.text}"
        elif not any(cell_amount(cell) is not None for cell in row.cells[1:]):
            group = row.text
        elif not TOTAL.match(_description(row, columns)):
            savings = _savings(row, columns or _guessed(row, table.heading))
            found.extend((saving, (group, saving.description or "", said)) for saving in savings)
    if signs := signs_told(f"{table.heading} {table.note} {said}"):
        return [replace(saving, amount=signs * (saving.amount or 0.0)) for saving, _ in found]
    stand = stand_of([(saving.amount or 0.0, texts) for saving, texts in found])
    return [replace(saving, amount=_signed(saving.amount or 0.0, texts, stand)) for saving, texts in found]


def _is_head(row: Paragraph) -> bool:
    sums = [cell for cell in row.cells if cell_amount(cell) is not None]
    return (
        sum(bool(cell.strip()) for cell in row.cells) > 1
        and not sums
        and HEADS.search(row.text) is not None
        and not CODE.fullmatch(row.cells[0].strip())
    )


def _columns(head: Paragraph, heading: str) -> list[Column]:
    found: list[Column] = []
    for place, cell in enumerate(head.cells):
        years = [dated.iso for dated in dates_in(cell) if dated.precision == "financial_year"]
        if years or re.search(
            r"£|\bamount\b|\bsavings?\s*$|^\s*(?:total\s+)?savings?\b|\bpressure\s*$|\bvalue\b", cell, re.IGNORECASE
        ):
            found.append(Column(place, years[0] if years else _year(heading), _scale(cell, head.text, heading)))
    # "Pressure or saving" heads the words, not the sums, where another column has the years.
    dated = [column for column in found if column.financial_year and column.place > 0]
    return dated or found


def _year(heading: str) -> str | None:
    years = [dated.iso for dated in dates_in(heading) if dated.precision == "financial_year"]
    return years[0] if len(years) == 1 else None


def _scale(cell: str, row: str, heading: str) -> float:
    return next((scale for text in (cell, row, heading) if (scale := scale_in(text)) != 1), 1.0)


def _guessed(row: Paragraph, heading: str) -> list[Column]:
    """The last cell of a row in a table without a head."""
    sums = [place for place, cell in enumerate(row.cells) if place and cell_amount(cell) is not None]
    return [Column(place, _year(heading), scale_in(heading), headed=False) for place in sums[-1:]]


def _description(row: Paragraph, columns: Sequence[Column]) -> str:
    taken = {column.place for column in columns}
    words = [
        cell
        for place, cell in enumerate(row.cells)
        if place not in taken and not CODE.fullmatch(cell.strip()) and cell_amount(cell) is None
    ]
    return one_line(max(words, key=len)) if words else ""


def _savings(row: Paragraph, columns: Sequence[Column]) -> Iterator[Saving]:
    """The sums of a row as they are printed."""
    reference = next((cell.strip() for cell in row.cells if CODE.fullmatch(cell.strip())), None)
    description = _description(row, columns)
    for column in columns:
        amount = cell_amount(row.cells[column.place], column.scale) if column.place < len(row.cells) else None
        if amount:
            yield Saving(
                source=source_of(row, row.text, basis="cell" if column.headed else "place"),
                reference=reference,
                description=description or None,
                amount=amount,
                financial_year=column.financial_year,
            )


def _signed(amount: float, said: Sequence[str], stand: Stand) -> float:
    """Savings above nought and pressures below, by the first text that says one of them: the group's heading, the row's
    own words, the table's head. Where none says, by the sign that the table's other savings have, else as printed.

    >>> _signed(125, ("", "Pressure: placements", "Budget"), Stand()), _signed(-40, ("", "", "Savings"), Stand())
    (-125, 40)
    """
    sort = next((sort for text in said if (sort := sort_of(text))), None)
    return lines_up(amount, sort, stand)
