"""Tables whose rows are periods: the columns are the measures, or what is said of one measure.

Children looked after
Year        Number    Rate per 10,000    England          Quarter    Referrals    Contacts
2022/23     602       90.1               71               Q1         410          2,210
2023/24     621       93.6               70               Q2         425          2,198
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.reading.cell_periods import is_period
from reports.reading.paragraph import Paragraph
from reports.reading.table_heads import Column, Own, period_in
from reports.reading.table_rows import Placed
from reports.reading.table_values import value_in
from reports.reading.units import unit_said

# The head of the periods' column; often it is blank.
PERIODS_HEAD = re.compile(
    r"\s*(?:(?:financial|academic|reporting|calendar)\s+)?(?:years?|periods?|quarters?|months?|dates?|as\s+at)"
    r"(?:\s+(?:end(?:ed|ing)?|to))?\s*",
    re.IGNORECASE,
)
# Heads that say how the measure named above the table is counted, not what is.
COUNTED = re.compile(
    r"\s*(?:(?:total\s+)?numbers?|no\.?|count|rates?|percent(?:age)?|%|values?|volume|totals?)"
    r"(?:\s*\(?(?:per\s+[\d,]+k?(?:\s+\w+)?|%)\)?)?\s*",
    re.IGNORECASE,
)


def is_turned(heads: Sequence[str], rows: Sequence[Sequence[str]], own: Own) -> bool:
    """Whether a table's rows are periods: they begin with one, and no head is one."""
    first = [row[0] for row in rows if row]
    dated = [cell for cell in first if is_period(cell) and period_in(cell, own) and not is_value(cell)]
    if not first or len(dated) < 0.6 * len(first) or (heads[0].strip() and not PERIODS_HEAD.fullmatch(heads[0])):
        return False
    return len(heads) > 1 and not any(is_period(head) for head in heads[1:] if head.strip())


def is_value(cell: str) -> bool:
    """Whether a cell is a value rather than a year."""
    return value_in(cell) is not None and re.fullmatch(r"\s*(?:19|20)\d\d\s*", cell) is None


def turned_columns(
    heads: Sequence[str], columns: Sequence[Column], rows: Sequence[Paragraph], own: Own
) -> list[Column]:
    """The columns of such a table: the first its periods', the others values, each perhaps of a measure of its own.

    What England has where the council's own is given in several ways is left out unless its head says which it is.
    """
    found = [Column("period")]
    for place, (head, column) in enumerate(zip(heads[1:], columns[1:], strict=True), start=1):
        values = sum(place < len(row.cells) and value_in(row.cells[place]) is not None for row in rows)
        found.append(turned_column(head, column, own) if 2 * values > len(rows) else beside(column))
    units = {column.unit for column in found if column.unit}
    rate = next(
        (unit for head in heads if re.search(r"\brate", head, re.IGNORECASE) and (unit := unit_said(head))), None
    )
    for place, (head, column) in enumerate(zip(heads, found, strict=True)):
        if column.sort == "value" and not column.unit and not column.measure and column.role == "actual":
            unit = rate if re.search(r"\brate", head, re.IGNORECASE) else counted(head)
            found[place] = Column("note") if len(units) > 1 and not unit else replace(column, unit=unit)
    return found


def turned_column(head: str, column: Column, own: Own) -> Column:
    """What a column of values is by its head: a way to count the one measure, another's value of it, or a measure."""
    if COUNTED.fullmatch(head):
        return Column("value", own.period, own.area, unit=unit_said(head) or counted(head))
    if column.sort == "value" and (column.area != own.area or column.role != "actual" or not names_more(head)):
        return column
    return Column("value", own.period, own.area, measure=head)


def beside(column: Column) -> Column:
    """A column that holds few values: ratings, directions, notes, or values yet to come."""
    return column if column.sort in {"rag", "direction", "value"} else Column("note")


def names_more(head: str) -> bool:
    """Whether a head names more than "actual" or "performance": a measure."""
    return len(re.findall(r"[A-Za-z]{3,}", head)) > 3


def counted(head: str) -> str | None:
    """The unit that a head says by a word alone.

    >>> counted("%"), counted("Total number"), counted("Rate")
    ('percent', 'count', None)
    """
    if re.search(r"%|percent", head, re.IGNORECASE):
        return "percent"
    return "count" if re.search(r"\bnum|\bno\b|\bcount|\btotal|\bvolume", head, re.IGNORECASE) else None


def dated_by_row(standing: Sequence[Placed], own: Own) -> list[Placed]:
    """The cells of a row with the period that it begins with; none where it begins with another text."""
    first = next((cell for column, cell in standing if column.sort == "period"), "")
    period = period_in(first, own) if is_period(first) else None
    if not period:
        return []
    return [
        (replace(column, period=period, dated=True), cell) if column.sort == "value" else (column, cell)
        for column, cell in standing
    ]
