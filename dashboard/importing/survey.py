"""What the columns of a table of explore education statistics are: values, or what rows are narrowed to.

The file does not say. A column is of values where its cells are numbers and symbols; a column of few numbers that rows
would repeat each other without is one by which they are narrowed, such as an age.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from dashboard.importing.cells import SYMBOLS, Cells
from dashboard.importing.periods import IDENTIFIERS, plain
from dashboard.importing.sheet import NotUnderstood, Sheet

IDENTIFIER = "time_identifier"
# Columns about when and where: no values, whatever they hold.
PLACE = re.compile(
    r"(time_period|time_identifier|geographic_level|location|location_code|"
    r"(country|region|la|old_la|new_la|lad|ward|pcon|school|provider|trust|sponsor|opportunity_area|institution|"
    r"planning_area|police_force_area|lsip|local_skills_improvement_plan_area|local_enterprise_partnership|lep|"
    r"english_devolved_area|mayoral_combined_authority|mca|multi_academy_trust|mat|rsc_region|rsc_region_lead|"
    r"constituency|constituency_area)_(code|name|id|urn|laestab|ukprn|lead_name|postcode))",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{3}")
# Of more different numbers than these no column by which rows are narrowed has.
MOST_CHOICES = 60
OF_VALUES = re.compile(r"count|number|num(_|$)|rate|percent|pct|total|headcount|fte|mean|median|average", re.IGNORECASE)


@dataclass
class Column:
    """`numbers` and `texts` are the different cells there, as far as they are few."""

    position: int
    name: str
    numbers: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    has_symbols: bool = False
    has_blanks: bool = False

    def take(self, told: Iterable[str], cells: Cells) -> None:
        for cell in told:
            if not cell.strip():
                self.has_blanks = True
            elif cell.strip().casefold() in SYMBOLS:
                self.has_symbols = True
            else:
                known = self.texts if cells[cell] is None else self.numbers
                if len(known) <= MOST_CHOICES:
                    known.add(cell)

    @property
    def is_empty(self) -> bool:
        return not (self.numbers or self.texts or self.has_symbols)

    @property
    def narrows(self) -> bool:
        """Whether rows are narrowed by it, as far as its cells alone tell."""
        if not self.texts:
            return False
        mostly = 2 * len(self.texts) >= len(self.numbers)
        return mostly or (len(self.numbers) < MOST_CHOICES and any(map(WORD.search, self.texts)))

    @property
    def may_narrow(self) -> bool:
        is_value = self.texts or len(self.numbers) >= MOST_CHOICES or OF_VALUES.search(self.name)
        return not is_value and all(map(str.isdigit, self.numbers))


@dataclass
class Survey:
    """`values` and `filters` are columns; `rows` counts those with as many cells as the heading.

    `breakdowns` are the different things that rows are narrowed to, each a cell for each of the filters. Where the file
    has years of more than one sort, their identifier is a filter too.
    """

    values: list[Column]
    filters: list[Column]
    empty: list[str]
    identifiers: set[str]
    rows: int = 0
    breakdowns: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.filters]

    @property
    def series(self) -> int:
        """How many series there are."""
        return len(self.breakdowns) * len(self.values)

    @property
    def says_no_year(self) -> bool:
        """Whether a person must say when years end."""
        return any(not IDENTIFIERS[identifier] for identifier in self.identifiers)

    @property
    def has_blanks(self) -> bool:
        return any(column.has_blanks for column in self.values)


def surveyed(sheet: Sheet) -> Survey:
    """What the columns are. NotUnderstood where none is of values."""
    survey = _columns(sheet)
    _narrow_further(sheet, survey)
    if not survey.values:
        raise NotUnderstood("No column of the file has numbers. Download the data set's full table and upload that.")
    survey.filters.sort(key=lambda column: column.name.casefold())
    narrowed = picker([column.position for column in survey.filters])
    survey.breakdowns = {narrowed(row) for row in _whole(sheet)}
    return survey


def _columns(sheet: Sheet) -> Survey:
    columns = [Column(at, name) for at, name in enumerate(sheet.heading) if name and not PLACE.fullmatch(name)]
    at = sheet.column(IDENTIFIER)
    identifier = picker([at])
    cells, identifiers, rows = Cells(), set[str](), 0
    for chunk in sheet.chunks():
        whole = [row for row in chunk if len(row) == len(sheet.heading)]
        rows += len(whole)
        identifiers |= {plain(*identifier(row)) for row in whole}
        for column in columns:
            column.take({row[column.position] for row in whole}, cells)
    identifiers &= set(IDENTIFIERS)
    filters = [column for column in columns if column.narrows]
    if at is not None and len(identifiers) > 1:
        filters.append(Column(at, IDENTIFIER))
    values = [column for column in columns if not column.narrows and not column.is_empty]
    return Survey(values, filters, [column.name for column in columns if column.is_empty], identifiers, rows)


def _narrow_further(sheet: Sheet, survey: Survey) -> None:
    """Where rows repeat each other, look for a column of few numbers that sets them apart.

    It stands before all columns of values, as such columns do, and its name is not that of a value.
    """
    places = [at for at, name in enumerate(sheet.heading) if PLACE.fullmatch(name)]
    told = [*places, *(column.position for column in survey.filters)]
    if not _repeats(sheet, told):
        return
    for column in takewhile(lambda column: column.may_narrow, survey.values[:-1]):
        if not _repeats(sheet, [*told, column.position]):
            survey.filters.append(column)
            survey.values.remove(column)
            return


def _repeats(sheet: Sheet, positions: Sequence[int]) -> bool:
    """Whether two rows say the same in all these columns, but not in every column."""
    pick, seen = picker(positions), dict[int, int]()
    said = ((hash(pick(row)), hash(tuple(row))) for row in _whole(sheet))
    return any(seen.setdefault(where, row) != row for where, row in said)


def _whole(sheet: Sheet) -> Iterable[list[str]]:
    return (row for row in sheet.rows() if len(row) == len(sheet.heading))


def picker(positions: Sequence[int | None]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    """What gives the cells of a row at some positions; a column that is not there is blank."""
    return lambda row: tuple(row[at] if at is not None else "" for at in positions)
