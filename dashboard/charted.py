"""Lines of values as a table: a row for each period, a column for each line. A chart is drawn from this table alone.

    charted = table(figures.official)
    charted.columns[0].name, charted.rows[-1].words, charted.rows[-1].cells[0].value

Nothing is rounded and nothing is filled in: where a line has no value its cell has the symbol that stands for it, or is
empty where nothing was published at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.text import slugify

from dashboard.figures import formatted, places
from dashboard.models import OfficialValue
from dashboard.series import OTHER, Line, Point

# Of a cell for which nothing was published.
NOTHING = "nothing published"


@dataclass(frozen=True, slots=True)
class Column:
    """One line: `key` names it in an address, `decimals` is how many its most exact value has."""

    key: str
    name: str
    place: str
    decimals: int

    def text(self, value: Decimal) -> str:
        """A value of the column, with as many decimals as the others of it."""
        return formatted(value, "", self.decimals)


@dataclass(frozen=True, slots=True)
class Cell:
    """What a line has for a period: a point, with its value as text, or nothing."""

    point: Point | None
    column: Column

    @property
    def value(self) -> Decimal | None:
        return self.point.value if self.point else None

    @property
    def text(self) -> str:
        return "" if self.value is None else self.column.text(self.value)

    @property
    def symbol(self) -> str:
        return self.point.symbol if self.point and self.value is None else ""

    @property
    def words(self) -> str:
        """Why there is no value."""
        return NOTHING if not self.point else symbol_in_words(self.symbol)

    @property
    def status(self) -> str:
        """What the publisher says of a value that is not final."""
        return self.point.status if self.point and self.point.status != OfficialValue.Status.FINAL else ""


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one period, in the order of the columns; `words` are the period as a heading has it."""

    words: str
    date: date | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Charted:
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def symbols(self) -> list[tuple[str, str]]:
        """The symbols that stand in the table, each with what it means."""
        there = {cell.symbol for row in self.rows for cell in row.cells if cell.symbol}
        return [(symbol, symbol_in_words(symbol)) for symbol in sorted(there)]

    @property
    def makes_a_line(self) -> bool:
        """Whether there is something to draw: values of one day alone make no line."""
        return (
            len({row.date for row in self.rows if row.date and any(cell.value is not None for cell in row.cells)}) > 1
        )


def table(lines: Iterable[Line]) -> Charted:
    """The table of lines of one source, whose periods are in order; of two values for a period the one stated last."""
    lines = list(lines)
    columns = tuple(_column(line) for line in lines)
    found = [_by_period(line) for line in lines]
    rows = [
        Row(
            heading(when),
            day,
            tuple(Cell(of.get((day, when)), column) for of, column in zip(found, columns, strict=True)),
        )
        for day, when in sorted({period for of in found for period in of}, key=lambda one: (one[0] or date.min, one[1]))
    ]
    return Charted(columns, tuple(rows))


def _column(line: Line) -> Column:
    return Column(
        key(line), line.name, line.place, places(point.value for point in line.known if point.value is not None)
    )


def _by_period(line: Line) -> dict[tuple[date | None, str], Point]:
    """The points of a line; a value is not lost to a symbol that stands for the same period."""
    found: dict[tuple[date | None, str], Point] = {}
    for point in line.points:
        if point.value is not None or (point.date, point.when) not in found:
            found[point.date, point.when] = point
    return found


def key(line: Line) -> str:
    """What a line is called in an address: its place, or the name of a further area.

    >>> key(Line("England", "nation", ())), key(Line("Marl and Fens", "other", ()))
    ('nation', 'marl-and-fens')
    """
    return slugify(line.name) if line.place == OTHER else line.place


def heading(when: str) -> str:
    """A period as a row's heading has it.

    >>> heading("in the year to 31 March 2025"), heading("at 31 March 2025"), heading("in quarter 3 of 2024/25")
    ('Year to 31 March 2025', '31 March 2025', 'Quarter 3 of 2024/25')
    """
    for beginning in ("in the ", "in ", "at "):
        if when.startswith(beginning):
            when = when.removeprefix(beginning)
            break
    return when[:1].upper() + when[1:]


def symbol_in_words(symbol: str) -> str:
    """What a symbol in the place of a value means.

    >>> symbol_in_words("c")
    'suppressed, since few children are counted'
    """
    known = dict(OfficialValue.Symbol.choices)
    return known.get(symbol, "no value")
