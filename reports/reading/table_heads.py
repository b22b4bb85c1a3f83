"""The heads of a table of measures: what stands in each column.

>>> found = columns_of(("Ref", "Indicator", "Q2 2024/25", "Target", "England 2023/24"), Own("Wexcombe"))
>>> [(column.sort, column.period, column.area, column.role) for column in found][2:4]
[('value', '2024/25-Q2', 'Wexcombe', 'actual'), ('value', None, 'Wexcombe', 'target')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.areas import areas_in
from reports.reading.dates import MONTH, month_number, span
from reports.reading.periods import financial_year, quarter_before, year_before
from reports.reading.yearless import dates_near

# What a column is, by the words of its head; the first that fits decides. Values are told by `ROLES` and `_period`.
SORTS = tuple(
    (sort, re.compile(pattern, re.IGNORECASE))
    for sort, pattern in (
        ("ref", r"\s*(?:(?:KPI|PI|indicator|measure)\s+)?(?:ref(?:erence|\.)?(?:\s+no\.?)?|no\.?|number|id|code"
                r"|#|item)\s*"),
        ("note", r"comment|narrative|\bnotes?\b|\bupdate\b|explanation|what\s+(?:is|are|we)|\baction|\bowner\b"
                 r"|\blead\b|responsible"
                 r"|director(?:ate)?\b|frequency|\breport(?:ing|ed)\s+(?:period|cycle|basis)|data\s+(?:source"
                 r"|type|owner|quality)"
                 r"|\bsource\b|\bservice\b|priority|outcome\s*$|\btheme\b|\bportfolio\b"),
        ("direction", r"\bD\.?o\.?T\b|direction|\btrends?\b|travel|\bchange\b|movement|variance|\bdifference\b"
                      r"|\bgap\b|quartile|\brank\b"
                      r"|\bvs\.?\b|\bversus\b|\bcompared\b|compar(?:ison|ed)\s+(?:to|with)|better\s+or\s+worse"
                      r"|\bimproving\b"),
        ("polarity", r"polarity|good\s+(?:is|performance|to\s+be|=)|bigger|smaller|\bbetter\b"
                     r"|high(?:er)?\s*/\s*low|desired|\baim\b"
                     r"|preferred"),
        ("rag", r"\bB?RAG\b|\bstatus\b|\brating\b|traffic\s+light|\balert\b|on\s+target\?"
                r"|performance\s+against\s+target"),
        ("unit", r"\s*(?:unit(?:\s+of\s+measure(?:ment)?)?|format|type|units?|measured\s+in)\s*"),
    )
)  # fmt: skip
WHOLE = frozenset({"ref", "unit"})
MEASURE = re.compile(
    r"\bmeasures?\b|\bindicators?\b|\bKPIs?\b|\bPIs?\b|\bdescription\b|\bmetric\b|\btitle\b|\bname\b|\bdefinition\b"
    r"|\bdata\s+item\b|\bsuccess\b",
    re.IGNORECASE,
)
ROLES = (
    ("target", re.compile(r"\btargets?\b|\bambition\b|\bgoal\b|\btrajectory\b", re.IGNORECASE)),
    ("floor", re.compile(r"\bfloor\b|\bminimum\s+standard\b", re.IGNORECASE)),
    ("previous", re.compile(
        r"\bprevious(?:ly)?\b|\blast\s+(?:year|quarter|month|period|reported)\b|\bprior\b|\b(?:year|quarter"
        r"|month)\s+before\b"
        r"|\bsame\s+(?:period|quarter|time|month|point)\b|\bbaseline\b|\bpreceding\b|\byear\s+ago\b", re.IGNORECASE)),
)  # fmt: skip
CURRENT = re.compile(
    r"\b(?:current|latest|actual|results?|performance|now|outturn|achieved|value|figure|position|to\s+date|YTD|R12M"
    r"|rolling(?:\s+\w+)*|this\s+(?:quarter|month|year|period)|year[\s-]end|month[\s-]end|quarter[\s-]end"
    r"|how\s+(?:are\s+we|we\s+are)\s+doing|(?:annual|latest)\s+data|local|council|score|data)\b",
    re.IGNORECASE,
)
QUARTER_ALONE = re.compile(
    r"\b(?:Q|Qtr\.?\s?|Quarter\s?)(?P<quarter>[1-4])\b|\b(?P<nth>[1-4])(?:st|nd|rd|th)\s+(?:Qtr|quarter)\b",
    re.IGNORECASE,
)
SHORT_YEARS = re.compile(r"(?<![\d/])(?P<first>\d\d)\s?[/-]\s?(?P<last>\d\d)(?![\d/])")
MONTH_ALONE = re.compile(rf"\s*(?:end\s+(?:of\s+)?)?(?P<month>{MONTH})\s*", re.IGNORECASE)
OUTTURN = re.compile(r"\bout-?turn\b|\bactual\b|\byear[\s-]end\b|\bfull\s+year\b|\bannual\b", re.IGNORECASE)
YEAR = re.compile(r"(?:^|[\s(])(?P<year>(?:19|20)\d\d)\)?\s*$")
SAME_LAST_YEAR = re.compile(r"\bsame\s+(?:period|quarter|time|month|point)\b|\byear\s+ago\b", re.IGNORECASE)
LAST_QUARTER = re.compile(r"\b(?:previous|last|prior)\s+(?:Q|quarter|qtr)\b", re.IGNORECASE)
NEIGHBOURS = re.compile(r"\bSN\b|\bSNs\b|\bstat\.?(?:istical)?\s+neigh\w*|\bstat\s+n", re.IGNORECASE)
NATION = re.compile(r"\bEng(?:land)?\b|\bnat(?:ional)?\b\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Own:
    """Whose table it is: the council's short name, the date it was written, the period that it is for.

    compared: the period that a note gives to what the council is set beside (England, its neighbours).
    """

    area: str | None
    written: str | None = None
    period: str | None = None
    compared: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its sort (measure, ref, unit, polarity, note, direction, rag, value), and what its head says of values.

    Where a table's rows are periods a column may be of a measure or unit of its own, and `period` is the rows' sort.
    dated: whether the head gives the period itself; the table's own period is in `period` where it does not.
    """

    sort: str
    period: str | None = None
    area: str | None = None
    role: str = "actual"
    dated: bool = False
    measure: str | None = None
    unit: str | None = None


def columns_of(heads: Sequence[str], own: Own) -> list[Column]:
    """The columns of a table by the words of their heads; `note` where nothing is recognised.

    A quarter without a year takes that of the table, and of the next year where the quarters begin anew.
    """
    found = [column_of(head, own) for head in heads]
    for place, head in enumerate(heads[:2]):
        # "Measure (2018/19)" is where the measures' names stand.
        if MEASURE.search(head) and found[place].sort == "value" and found[0].sort != "measure":
            found[place] = Column("measure")
    if found and not any(column.sort == "measure" for column in found):
        first = next((place for place, column in enumerate(found) if column.sort not in {"ref", "value"}), None)
        if first is not None and first < 2 and found[first].sort == "note":
            found[first] = replace(found[first], sort="measure")
    return found


def column_of(head: str, own: Own) -> Column:
    """What one head says."""
    sort = next(
        (sort for sort, pattern in SORTS if (pattern.fullmatch(head) if sort in WHOLE else pattern.search(head))), None
    )
    period, areas = period_in(head, own), area_in(head)
    role = next((role for role, pattern in ROLES if pattern.search(head)), "actual")
    if sort and not (sort == "polarity" and role != "actual"):
        return Column(sort)
    if role == "previous" and not period:
        period = _before(head, own.period)
        return Column("value", period, areas or own.area, role, period is not None)
    named = own.area is not None and own.area.lower() in head.lower()
    if period or areas or named or role != "actual" or (CURRENT.search(head) and not MEASURE.search(head)):
        usual = own.compared or own.period if areas and areas != own.area and role == "actual" else own.period
        return Column("value", period or usual, areas or own.area, role, period is not None)
    return Column("measure" if MEASURE.search(head) else "note")


def area_in(head: str) -> str | None:
    """The area that a head names, short forms too.

    >>> area_in("Stat. Neigh."), area_in("Nat. average"), area_in("South East"), area_in("Target")
    ('Statistical neighbours', 'England', 'South East', None)
    """
    found = areas_in(head)
    if found:
        return found[0].name
    if NEIGHBOURS.search(head):
        return "Statistical neighbours"
    return "England" if NATION.search(head) else None


def period_in(head: str, own: Own) -> str | None:
    """The period that a head prints; a quarter or month alone is that of the table's own year.

    >>> own = Own("Wexcombe", period="2024/25-Q3")
    >>> [period_in(head, own) for head in ("Q2", "Dec-24", "2023/24 outturn", "23/24", "Apr", "Target", "2022")]
    ['2024/25-Q2', '2024-12', '2023/24', '2023/24', '2024-04', None, '2022']
    """
    dates = dates_near(head, own.written or own.period, past=True)
    if dates:
        quarters = [dated.iso for dated in dates if dated.precision == "quarter"]
        return (quarters or [dated.iso for dated in dates])[-1]
    years, quarter = years_in(head), QUARTER_ALONE.search(head)
    if quarter:
        year = years or financial_year(own.period or own.written)
        return f"{year}-Q{quarter['quarter'] or quarter['nth']}" if year else None
    if years:
        return years
    month = MONTH_ALONE.fullmatch(head)
    if month and (own.period or own.written):
        return _month(month_number(month["month"]), own)
    plain = YEAR.search(head)
    return plain["year"] if plain else None


def years_in(text: str) -> str | None:
    """
    >>> years_in("Outturn 23/24"), years_in("18-24 year olds")
    ('2023/24', None)
    """
    for found in SHORT_YEARS.finditer(text):
        if (int(found["first"]) + 1) % 100 == int(found["last"]):
            return f"20{found['first']}/{found['last']}"
    return None


def _month(month: int, own: Own) -> str | None:
    """The last such month that has ended by the end of the table's own period."""
    _, last, _ = span(own.period or own.written or "")
    return f"{last.year if month <= last.month else last.year - 1}-{month:02}"


def _before(head: str, period: str | None) -> str | None:
    """The period that "previous quarter" or "same quarter last year" means beside the table's own."""
    if SAME_LAST_YEAR.search(head):
        return year_before(period)
    if LAST_QUARTER.search(head) and period and "-Q" in period:
        return quarter_before(period)
    return None


def spanned(heads: Sequence[str], above: Sequence[str], own: Own) -> list[str]:
    """Heads with the years that a row above them gives to several: the next year where quarters or months begin anew.

    >>> spanned(("Measure", "Q3", "Q4", "Q1"), ("", "2023/24", "2024/25"), Own("Wexcombe"))
    ['Measure', 'Q3 2023/24', 'Q4 2023/24', 'Q1 2024/25']
    >>> spanned(("Outturn", "Q1", "Q2"), ("", "2023/24", "2024/25"), Own("Wexcombe"))
    ['Outturn 2023/24', 'Q1 2024/25', 'Q2 2024/25']
    """
    years = [year for cell in above if (year := period_in(cell, own)) and len(year) == 7 and "/" in year]
    quarters = [QUARTER_ALONE.search(head) for head in heads]
    if not years or any(period_in(head, Own(None)) for head, quarter in zip(heads, quarters, strict=True) if quarter):
        return list(heads)
    for outturns in (False, True):
        groups = list(_groups(heads, quarters, outturns))
        most = max((group for group in groups if group is not None), default=-1) + 1
        # More years than groups of quarters: which year is over which cannot be told.
        if len(years) == most or (not outturns and len(years) < most):
            return [_with_year(head, group, years) for head, group in zip(heads, groups, strict=True)]
    return list(heads)


def _groups(heads: Sequence[str], quarters: Sequence[re.Match[str] | None], outturns: bool) -> Iterator[int | None]:
    """For each head which group of quarters it is of, from 0; an outturn is a group of its own if `outturns`."""
    group, last = -1, 5
    for head, quarter in zip(heads, quarters, strict=True):
        if quarter:
            number = int(quarter["quarter"] or quarter["nth"])
            group += number <= last
            last = number
            yield group
        elif outturns and OUTTURN.search(head):
            group, last = group + 1, 5
            yield group
        else:
            yield None


def _with_year(head: str, group: int | None, years: Sequence[str]) -> str:
    return f"{head} {years[group]}" if group is not None and group < len(years) else head
