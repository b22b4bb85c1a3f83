"""A figure that a paper states, held against the official series of the same measure for the same area.

The same period and the same count: consistent within rounding, or it differs. Another period, another age band, a
definition that changed, a provisional value: it differs by definition, and the working says why.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from dashboard.claims.ages import ages_in, differ
from dashboard.claims.ages import in_words as ages_in_words
from dashboard.claims.checked import CONSISTENT, DEFINITION, DIFFERS, UNKNOWN
from dashboard.claims.known import NEIGHBOURS, OWN, Cell, Series
from dashboard.claims.periods import OF_A_YEAR, OTHER, PERHAPS, SAME, alike
from dashboard.claims.population import ESTIMATES
from dashboard.claims.rounding import Interval
from dashboard.figures import formatted, places
from dashboard.models import OfficialValue
from reports.reading.dates import in_words

# Official values as near in time are named beside an in-year figure; an average of others is quoted long after.
NEAR = timedelta(days=366)
EARLIER, LATER = timedelta(days=2 * 366), timedelta(days=190)
# Values as many times larger do not count the same thing.
FAR = 3
LEFT_OUT = re.compile(r"\b(?:exclud\w+|leaving\s+out|not\s+including|other\s+than|without|except\w*)\b", re.IGNORECASE)
PROVISIONAL = re.compile(r"\b(?:provisional\w*|unvalidated|not\s+yet\s+validated|estimated?)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure as a paper states it; `ages` of the official measure, `changes` when its definition changed."""

    value: Decimal
    rounded: Interval
    unit: str
    place: str
    period: str
    precision: str
    day: date | None
    label: str
    quote: str
    paper: date | None = None
    ages: tuple[int, int] | None = None
    changes: tuple[tuple[date, str], ...] = ()

    @property
    def when(self) -> str:
        return in_words(self.period) if self.period else "a period not stated"


@dataclass(frozen=True, slots=True)
class Outcome:
    verdict: str
    working: list[str] = field(default_factory=list)
    official: OfficialValue | None = None


def check(stated: Stated, series: Sequence[Series]) -> Outcome:
    """What the figure comes to beside the official series of its measure; the most settled of several series."""
    if stated.place == NEIGHBOURS:
        return of_neighbours(stated, series)
    found = [_against(stated, one) for one in series]
    order = [CONSISTENT, DEFINITION, DIFFERS, UNKNOWN]
    unknown = Outcome(UNKNOWN, ["No official value of this measure for this area is in the register."])
    return min(found, key=lambda outcome: order.index(outcome.verdict), default=unknown)


def _against(stated: Stated, series: Series) -> Outcome:
    by_period: dict[str, list[Cell]] = {said: [] for said in (SAME, PERHAPS, OTHER)}
    for cell in series.cells:
        said = alike(stated.period, stated.precision, stated.day, cell, f"{stated.label} {stated.quote}")
        by_period[said].append(cell)
    if stated.day is None:
        return _undated(stated, series)
    if by_period[SAME]:
        return _same_period(stated, series, by_period[SAME])
    if stated.place != OWN:
        return _of_others(stated, series)
    return _in_year(stated, series, by_period[PERHAPS])


def _same_period(stated: Stated, series: Series, cells: Sequence[Cell]) -> Outcome:
    """The figure and the official values for its own period: those that stand, and those that were revised."""
    now = [cell for cell in cells if not cell.replaced]
    if not any(cell.value is not None for cell in cells):
        said = OfficialValue.Symbol(now[0].symbol).label if now and now[0].symbol else "not there"
        return Outcome(UNKNOWN, [f"{series.name} has no number for {stated.when}: {said}."])
    cell = next((cell for cell in now if cell.value is not None), cells[-1])
    working = [_printed(stated), _official(stated, series, cell)]
    if _agree(stated, cell):
        return Outcome(CONSISTENT, [*working, _why_consistent(stated, cell)], cell.source)
    first = next((one for one in cells if one.replaced and _agree(stated, one)), None)
    if first is not None:
        why = f"It agrees with {_value(stated, first)}, which was published first and revised since."
        return Outcome(DEFINITION, [*working, why], cell.source)
    if reasons := reasons_of(stated, cell):
        return Outcome(DEFINITION, [*working, _apart(stated, cell), *reasons], cell.source)
    if _is_far(stated, cell):
        return Outcome(UNKNOWN, [*working, "They lie so far apart that they hardly count the same."], cell.source)
    if stated.place != OWN and (other := _agreeing(stated, series)):
        why = f"The paper's value is that {other.when}: another year than the paper's."
        return Outcome(DEFINITION, [*working, why], other.source)
    return Outcome(DIFFERS, [*working, _apart(stated, cell)], cell.source)


def other_ages(stated: Stated) -> list[str]:
    """That the paper counts other ages than the official series, in a sentence; nothing where it does not."""
    ages = ages_in(stated.label)
    if ages is None or stated.ages is None or not differ(ages, stated.ages):
        return []
    return [f"The paper counts ages {ages_in_words(ages)}, the official series ages {ages_in_words(stated.ages)}."]


def reasons_of(stated: Stated, cell: Cell) -> list[str]:
    """Why a figure and an official value for one period may differ though both are right, in sentences."""
    found: list[str] = []
    found += other_ages(stated)
    if LEFT_OUT.search(stated.label):
        found.append("The paper's figure leaves out some whom the official series counts.")
    if cell.status == OfficialValue.Status.PROVISIONAL:
        found.append("The official value is provisional.")
    if PROVISIONAL.search(f"{stated.label} {stated.quote}"):
        found.append("The paper calls its figure provisional or an estimate.")
    if OF_A_YEAR.search(stated.label) and stated.precision in ("month", "quarter"):
        found.append("The figure is of a rolling twelve months, as the council had counted them at the time.")
    if stated.precision == "year" and cell.is_of_a_day:
        found.append("The paper prints a year, the official value is for one day of it.")
    if stated.unit == "gbp":
        found.append("Costs are worked out in several ways: what is taken in may differ.")
    if stated.place != OWN and _is_near(stated, cell):
        found.append("Published values are revised: the paper may quote an earlier release.")
    if stated.unit == "per_10000" and _is_near(stated, cell):
        found.append(
            "Rates are reckoned anew when estimates of the population are revised, which may explain so little."
        )
    for day, words in stated.changes:
        if abs(day - cell.date) <= NEAR:
            found.append(f"What is counted changed on {in_words(day.isoformat())}: {words.rstrip('.')}.")
    return found


def _is_near(stated: Stated, cell: Cell) -> bool:
    """Whether a revision may explain what lies between the two."""
    return cell.rounded is not None and stated.rounded.apart(cell.rounded) <= ESTIMATES


def _in_year(stated: Stated, series: Series, open_: Sequence[Cell]) -> Outcome:
    """The council's own figure for a period that the official series has no value for."""
    agreeing = next((cell for cell in open_ if cell.value is not None and _agree(stated, cell)), None)
    if agreeing:
        working = [_printed(stated), _official(stated, series, agreeing), _why_consistent(stated, agreeing)]
        return Outcome(CONSISTENT, working, agreeing.source)
    assert stated.day is not None
    known = [cell for cell in series.known() if abs(cell.date - stated.day) <= NEAR]
    before = [cell for cell in known if cell.date <= stated.day][-1:]
    near = before + [cell for cell in known if cell.date > stated.day][:1]
    if not near:
        return Outcome(UNKNOWN, [f"{series.name} has no value within a year of {stated.when}."])
    working = [_printed(stated), *(_official(stated, series, cell) for cell in near)]
    ends = near[0].date
    at_year_end = (stated.day.month, stated.day.day) == (ends.month, ends.day)
    kind = "for another year" if at_year_end or stated.precision == "year" else "in-year"
    working.append(f"The figure is {kind} ({stated.when}); the official values are {_whens(near)}.")
    return Outcome(DEFINITION, working + other_ages(stated), near[0].source)


def _of_others(stated: Stated, series: Series) -> Outcome:
    """A value of England or another area, which papers quote of the last year published beside their own of today."""
    found = _agreeing(stated, series)
    if found:
        working = [_printed(stated), _official(stated, series, found), _why_consistent(stated, found)]
        reasons = other_ages(stated)
        return Outcome(DEFINITION if reasons else CONSISTENT, working + reasons, found.source)
    near = _around(stated, series)
    if not near:
        return Outcome(UNKNOWN, [f"{series.name} has no value for {series.area} near {stated.when}."])
    closest = min(near, key=lambda cell: abs((cell.value or 0) - stated.value))
    working = [_printed(stated), _official(stated, series, closest)]
    if _is_far(stated, closest):
        return Outcome(UNKNOWN, [*working, "They lie so far apart that they hardly count the same."], closest.source)
    working += [
        f"None of the official values of about that time ({_values(stated, near)}) is the paper's.",
        "The paper does not print which year the comparison is of; it may be of a release that was revised since.",
    ]
    return Outcome(DEFINITION, working + other_ages(stated), closest.source)


def of_neighbours(stated: Stated, series: Sequence[Series]) -> Outcome:
    """An average of statistical neighbours, by each set as mean and as median: which one it is papers rarely say."""
    found = [(one, cell) for one in series if (cell := _agreeing(stated, one))]
    reasons = other_ages(stated)
    if found:
        working = [_printed(stated), *(_official(stated, one, cell) for one, cell in found[:4])]
        return Outcome(DEFINITION if reasons else CONSISTENT, working + reasons)
    closest = [(one, min(near, key=lambda cell: abs((cell.value or 0) - stated.value)))
               for one in series if (near := _around(stated, one))]  # fmt: skip
    if not closest:
        return Outcome(UNKNOWN, ["No official values of the neighbours near that time are in the register."])
    working = [_printed(stated), *(_official(stated, one, cell) for one, cell in closest[:4])]
    why = "Which authorities are the statistical neighbours changes: the paper may have used another set."
    return Outcome(DEFINITION, [*working, why, *reasons])


def _undated(stated: Stated, series: Series) -> Outcome:
    """A figure whose period the paper does not print."""
    found = _agreeing(stated, series)
    if found:
        working = [_printed(stated), _official(stated, series, found), _why_consistent(stated, found)]
        return Outcome(CONSISTENT, working, found.source)
    near = _around(stated, series)
    if not near:
        return Outcome(UNKNOWN, [f"The paper prints no period, and {series.name} has no value of about its time."])
    why = f"The paper prints no period; the official values of about its time are {_values(stated, near)}."
    return Outcome(UNKNOWN, [_printed(stated), why])


def _around(stated: Stated, series: Series) -> list[Cell]:
    """The official values of about the time of the figure, or of its paper, that could be known then."""
    day = stated.day or stated.paper
    return [cell for cell in series.known() if day and day - EARLIER <= cell.date <= day + LATER]


def _agreeing(stated: Stated, series: Series) -> Cell | None:
    """The value of about that time that the figure agrees with: the latest before it, else the first after."""
    day = stated.day or stated.paper
    agreeing = [cell for cell in _around(stated, series) if _agree(stated, cell)]
    before = [cell for cell in agreeing if day and cell.date <= day]
    return before[-1] if before else next(iter(agreeing), None)


def _agree(stated: Stated, cell: Cell) -> bool:
    return cell.rounded is not None and stated.rounded.touches(cell.rounded)


def _is_far(stated: Stated, cell: Cell) -> bool:
    one, other = abs(stated.value), abs(cell.value or Decimal(0))
    return max(one, other) > FAR * min(one, other) and abs(one - other) > FAR


def _printed(stated: Stated) -> str:
    said = formatted(stated.value, stated.unit)
    low, high = stated.rounded.low, stated.rounded.high
    rounded = "" if low == high else f", which can be rounded from anything between {_plain(low)} and {_plain(high)}"
    return f"The paper states {said} for {stated.when}{rounded}."


def _plain(number: Decimal) -> str:
    return f"{number:,.{places([number])}f}"


def _official(stated: Stated, series: Series, cell: Cell) -> str:
    rounded = cell.rounded
    assert rounded is not None
    spread = (
        "" if rounded.low == rounded.high else f" (published rounded: {_plain(rounded.low)} to {_plain(rounded.high)})"
    )
    status = f", {cell.status}" if cell.status else ""
    return f"The official value for {series.area} is {_value(stated, cell)} {cell.when}{spread}{status}: {series.name}."


def _value(stated: Stated, cell: Cell) -> str:
    assert cell.value is not None
    return formatted(cell.value, stated.unit)


def _values(stated: Stated, cells: Iterable[Cell]) -> str:
    return ", ".join(f"{_value(stated, cell)} {cell.when}" for cell in cells)


def _whens(cells: Sequence[Cell]) -> str:
    return " and ".join(cell.when for cell in cells)


def _why_consistent(stated: Stated, cell: Cell) -> str:
    return "They are the same." if stated.value == cell.value else "They agree within rounding."


def _apart(stated: Stated, cell: Cell) -> str:
    assert cell.value is not None
    by = abs(stated.value - cell.value)
    unit = "" if stated.unit == "percent" else stated.unit
    points = " percentage points" if stated.unit == "percent" else ""
    return f"They are {formatted(by, unit)}{points} apart, which is more than rounding explains."
