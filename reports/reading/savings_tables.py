"""Savings in tables: a row for each, its reference and words to the left, a column for each financial year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.reading.dates import dates_in
from reports.reading.facts import Paragraph, Saving
from reports.reading.money import cell_amount, scale_in
from reports.reading.sentences import is_heading, one_line, source_of

CODE = re.compile(r"[A-Z]{1,5}[- ]?\d{2,4}(?:[./-]\d{1,3})?(?:\s*(?:,|&|and|/)\s*[A-Z]{1,5}[- ]?\d{2,4})*")
HEADS = re.compile(
    r"\bref(?:erence)?\b|\bdescription\b|\bproposal\b|\bsavings?\b|\bpressures?\b|\bamount\b|£|\b20\d\d[/-]\d\d\b"
    r"|\befficienc",
    re.IGNORECASE,
)
SAVES = re.compile(r"\bsav(?:ings?|e)\b|\befficienc|\breduction", re.IGNORECASE)
PRESSES = re.compile(r"\bpressures?\b|\bgrowth\b|\bdemograph|\binflation|\binvestments?\b", re.IGNORECASE)
TOTAL = re.compile(r"^\s*(?:sub-?\s?|grand\s+|net\s+|overall\s+)?totals?\b|^\s*net\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that follow each other, and the heading above them."""

    heading: str
    rows: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of sums: its place, the year that its head gives and what its numbers are multiplied by."""

    place: int
    financial_year: str | None
    scale: float


def tables(paragraphs: Iterable[Paragraph]) -> Iterator[Table]:
    """The tables of a paper with the heading that stands nearest above each."""
    heading, rows = "", list[Paragraph]()
    for paragraph in paragraphs:
        if paragraph.style == "row":
            rows.append(paragraph)
            continue
        if rows:
            yield Table(heading, tuple(rows))
            rows = []
        if is_heading(paragraph):
            heading = paragraph.text
    if rows:
        yield Table(heading, tuple(rows))


def savings_in_table(table: Table) -> list[Saving]:
    """A saving for each sum of each row; none for totals, for nothing (0) or for a table without sums."""
    columns: list[Column] = []
    group = ""
    found: list[Saving] = []
    said = table.heading
    for row in table.rows:
        if _is_head(row):
            columns, said = _columns(row, table.heading), f"{table.heading} {row.text}"
        elif not any(cell_amount(cell) is not None for cell in row.cells[1:]):
            group = row.text
        elif not TOTAL.match(_description(row, columns)):
            found.extend(_savings(row, columns or _guessed(row, table.heading), group, said))
    return found


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
    return [Column(place, _year(heading), scale_in(heading)) for place in sums[-1:]]


def _description(row: Paragraph, columns: Sequence[Column]) -> str:
    taken = {column.place for column in columns}
    words = [
        cell
        for place, cell in enumerate(row.cells)
        if place not in taken and not CODE.fullmatch(cell.strip()) and cell_amount(cell) is None
    ]
    return one_line(max(words, key=len)) if words else ""


def _savings(row: Paragraph, columns: Sequence[Column], group: str, said: str) -> Iterator[Saving]:
    reference = next((cell.strip() for cell in row.cells if CODE.fullmatch(cell.strip())), None)
    description = _description(row, columns)
    for column in columns:
        amount = cell_amount(row.cells[column.place], column.scale) if column.place < len(row.cells) else None
        if amount:
            yield Saving(
                source=source_of(row, row.text),
                reference=reference,
                description=description or None,
                amount=_signed(amount, (description, group, said)),
                financial_year=column.financial_year,
            )


def _signed(amount: float, said: Sequence[str]) -> float:
    """Savings above nought and pressures below, by the first text that says one of them: the row's own words, its group
    in the table, the table's head. By the printed sign where none says, or the head says both.

    >>> _signed(125, ("Pressure: placements", "", "Budget")), _signed(-40, ("Review of posts", "", "Savings 2016/17"))
    (-125, 40)
    """
    for text in said:
        saves, presses = SAVES.search(text) is not None, PRESSES.search(text) is not None
        if saves != presses:
            return abs(amount) if saves else -abs(amount)
    return amount
