"""The long table of the local authority interactive tool: a row for each measure, year and area."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter

from dashboard.importing.area_names import level_of
from dashboard.importing.cells import Cells
from dashboard.importing.draft import Draft
from dashboard.importing.gazetteer import told
from dashboard.importing.periods import Period, lait_period
from dashboard.importing.sheet import ROWS_AT_ONCE, NotUnderstood, Sheet
from dashboard.models import Area
from dashboard.official_series import indicator_for

# Authorities have smaller numbers, so what has a larger one is England or a region.
ENGLAND, FIRST_REGION = 970, 971
COLUMNS = {
    "code": ("short_desc", "measure_short"),
    "name": ("data_item", "measure"),
    "years": ("years", "year"),
    "area": ("la", "la_name"),
    "number": ("la_number", "la_num"),
    "value": ("value",),
}
NO_AREA = "they are of no area that can be told, such as an average of others"
NO_PERIOD = "their year cannot be read"
NO_CODE = "they name no measure"
RAGGED = "they have more or fewer cells than the heading"
UNTYPED = (
    "For {number:,} of {all:,} measures no dictionary says when their year ends; 31 March is assumed. Count the tool's "
    "data dictionary as well: it puts that right."
)


def known_by(sheet: Sheet) -> bool:
    return all(sheet.column(*names) is not None for names in COLUMNS.values())


class Measures(dict[str, "tuple[str, Periods]"]):
    """Each measure's key as it is copied, and its periods, by its short name."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.by_type: dict[str, Periods] = {}

    def meet(self, printed: str, name: str) -> tuple[str, Periods] | None:
        """A measure that has not been met before; None where a row names none."""
        code, name = printed.strip()[:500], " ".join(name.split())[:500]
        if not code:
            return None
        one = self.draft.series.find(code, name=name or code, indicator=indicator_for("lait", code))
        self.draft.touched.add(one.pk)
        self[printed] = said = f"{one.pk}\t", self.by_type.setdefault(one.year_type, Periods(self.draft, one.year_type))
        return said


class Periods(dict[str, "tuple[str, str, str] | None"]):
    """Each period as it is copied: its name, its day and months, its status."""

    def __init__(self, draft: Draft, year_type: str) -> None:
        self.draft, self.year_type = draft, year_type

    def __missing__(self, years: str) -> tuple[str, str, str] | None:
        period = lait_period(years, self.year_type)
        self[years] = said = copied(period) if period else None
        if period:
            self.draft.saw(period)
        return said


def copied(period: Period) -> tuple[str, str, str]:
    return period.printed, f"\t{period.date}\t{period.months}\t", period.status


class Areas(dict[str, str]):
    """Each area's key as it is copied, by its number."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def meet(self, number: str, name: str) -> str | None:
        """An area that has not been met before; None of what is none."""
        if not (area := self._area(name, number)):
            return None
        said = f"{area.pk}\t"
        if number.strip():
            self[number] = said
        return said

    def _area(self, name: str, number: str) -> Area | None:
        if "neighbour" in name.casefold():
            return None
        said = told(level_of(name), name, number=number)
        gazetteer = self.draft.gazetteer
        if said.number and (known := gazetteer.by_number(said.number)):
            return known
        if said.level == Area.Level.AUTHORITY and said.number.isdigit() and int(said.number) >= ENGLAND:
            level = Area.Level.NATION if int(said.number) < FIRST_REGION else Area.Level.REGION
            said = told(level, name, number=number)
        if area := gazetteer.find(said):
            gazetteer.learn(area, said)
        return area


def lines(sheet: Sheet, draft: Draft) -> Iterator[str]:
    """The values as rows of a COPY, some thousand in a string."""
    # Rows come by the ten thousand and this is most of the time: each name in them is looked up by its text.
    pick, width = itemgetter(*(sheet.column(*names) for names in COLUMNS.values())), len(sheet.heading)
    measures, areas, cells, tail = Measures(draft), Areas(draft), Cells(), draft.tail
    seen: dict[str, str] = {}
    found: list[str] = []
    for row in sheet.rows():
        if len(row) != width:
            _ragged(row, draft)
            continue
        code, name, years, place, number, value = pick(row)
        measure = measures.get(code) or measures.meet(code, name)
        area = areas.get(number) or areas.meet(number, place)
        cell = cells[value]
        period = measure[1][years] if measure else None
        if not (measure and area and period and cell):
            _note(row, draft, measure=measure, area=area, period=period, value=value)
            continue
        key = f"{measure[0]}{area}{period[0]}"
        if key in seen:
            draft.repeats(key, same=seen[key] == cell)
            continue
        seen[key] = cell
        found.append(f"{key}{period[1]}{cell}{period[2]}{tail}")
        if len(found) == ROWS_AT_ONCE:
            yield "".join(found)
            found.clear()
    yield "".join(found)
    draft.notes.rows += len(seen)
    _warn(draft)


def _ragged(row: list[str], draft: Draft) -> None:
    if any(row):
        draft.leave_out(RAGGED)


def _note(row: list[str], draft: Draft, *, measure, area, period, value: str) -> None:
    """Say why a row is of no use."""
    if not any(cell.strip() for cell in row):
        return
    if measure and area and period:
        draft.notes.rows += 1
        draft.notes.unreadable[value.strip()] += 1
    else:
        draft.leave_out(NO_CODE if not measure else NO_PERIOD if area else NO_AREA)


def _warn(draft: Draft) -> None:
    if not draft.touched:
        raise NotUnderstood("The table has a heading but no measure below it. Download it again from the tool.")
    used = [one for one in draft.series.known.values() if one.pk in draft.touched]
    if untyped := sum(not one.year_type for one in used):
        draft.notes.warnings.append(UNTYPED.format(number=untyped, all=len(used)))
