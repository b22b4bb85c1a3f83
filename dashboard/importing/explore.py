"""Tables of explore education statistics: a row for each period, area and breakdown, with many columns of values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from dashboard.importing.area_names import NATIONS, REGIONS, plain
from dashboard.importing.breakdowns import Breakdowns
from dashboard.importing.cells import Cells
from dashboard.importing.draft import Draft
from dashboard.importing.gazetteer import Told, told
from dashboard.importing.lait import NO_AREA, RAGGED, copied
from dashboard.importing.periods import explore_period
from dashboard.importing.series import TOO_MANY
from dashboard.importing.sheet import NotUnderstood, Sheet
from dashboard.importing.survey import IDENTIFIER, Survey, picker
from dashboard.models import Area, DataSet

LEVELS = {"national": Area.Level.NATION, "regional": Area.Level.REGION, "local authority": Area.Level.AUTHORITY}
PLACE = (
    "geographic_level", "country_code", "country_name", "region_code", "region_name", "old_la_code", "new_la_code",
    "la_name",
)  # fmt: skip
# What a person picked in the table tool has one column for the area, and does not say what sort of year it is.
PICKED = ("location", "location_code")
NEEDED = ("time_period", "geographic_level")
# Reporting years of tables about staff end on the day on which staff are counted.
OF_STAFF = ("turnover", "vacanc", "agency", "caseload", "social_worker", "absence_rate_fte")
MARCH, SEPTEMBER = DataSet.YearEnds.MARCH, DataSet.YearEnds.SEPTEMBER
REPORTING = "The file does not say when its years end; {day} is assumed. Say so before it is counted if that is wrong."
NOTHING = (
    "No row of the file is of a whole year and of England, a region or a local authority. Download the data set with "
    "these rows and upload that."
)


def known_by(sheet: Sheet) -> bool:
    how = (sheet.column(IDENTIFIER), sheet.column(PICKED[0]))
    return all(sheet.column(name) is not None for name in NEEDED) and any(column is not None for column in how)


def year_ends(sheet: Sheet, data_set: DataSet) -> DataSet.YearEnds:
    """When a reporting year ends: as a person has said, else by what the table is about."""
    if data_set.year_ends:
        return DataSet.YearEnds(data_set.year_ends)
    of_staff = sum(any(word in name.casefold() for name in sheet.heading) for word in OF_STAFF)
    return SEPTEMBER if of_staff > 1 else MARCH


class Periods(dict[tuple[str, str], "tuple[str, str, str] | None"]):
    """Each period as it is copied, by time period and identifier."""

    def __init__(self, draft: Draft, ends: str) -> None:
        self.draft, self.ends = draft, ends
        self.dates: dict[str, date] = {}

    def __missing__(self, key: tuple[str, str]) -> tuple[str, str, str] | None:
        period = explore_period(*key, self.ends)
        self[key] = said = copied(period) if period else None
        if period:
            self.draft.saw(period)
            self.dates[period.printed] = period.date
        return said


class Areas(dict[tuple[str, ...], str | None]):
    """Each area's key as it is copied, by what a row says of where it is."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.told: dict[tuple[str, ...], tuple[Area, Told]] = {}

    def __missing__(self, key: tuple[str, ...]) -> str | None:
        said = _told(*key)
        area = self.draft.gazetteer.find(said) if said and self._is_area(said) else None
        if said and area:
            self.told[key] = (area, said)
        self[key] = copied_key = f"{area.pk}\t" if area else None
        return copied_key

    def _is_area(self, said: Told) -> bool:
        """Whether it is one that can be known again: rows of "unknown" and the like name none."""
        if said.code or said.number or "/" in said.name or self.draft.gazetteer.known(said):
            return True
        return plain(said.name) in {Area.Level.NATION: NATIONS, Area.Level.REGION: REGIONS}.get(
            Area.Level(said.level), ()
        )

    def learn(self, latest: dict[tuple[str, ...], date]) -> None:
        """Take over what rows say of areas, the newest period's last."""
        for key in sorted(self.told, key=lambda key: latest.get(key, date.min)):
            self.draft.gazetteer.learn(*self.told[key])


def _told(
    level: str,
    country_code: str,
    country: str,
    region_code: str,
    region: str,
    number: str,
    code: str,
    name: str,
    location: str,
    location_code: str,
) -> Told | None:
    kind = LEVELS.get(" ".join(level.casefold().split()))
    if kind is None:
        return None
    if location.strip():
        return told(kind, location, location_code, location_code)
    if kind == Area.Level.NATION:
        return told(kind, country, country_code)
    around = told(Area.Level.REGION, region, region_code)
    if kind == Area.Level.REGION:
        return around
    return told(kind, name, code, number, around if around.code else None)


def lines(sheet: Sheet, draft: Draft, survey: Survey) -> Iterator[str]:
    """The values as rows of a COPY, some thousand in a string."""
    ends = year_ends(sheet, draft.series.data_set)
    _warn(draft, survey, ends)
    table = _Table(sheet, draft, survey, ends)
    for chunk in sheet.chunks():
        draft.notes.rows += len(chunk)
        yield "".join(line for row in chunk for line in table.lines(row))
    table.areas.learn(table.latest)
    if not draft.touched:
        raise NotUnderstood(TOO_MANY if table.breakdowns.only_linked else NOTHING)
    table.breakdowns.warn()


class _Table:
    """What is known of the rows while they are read."""

    def __init__(self, sheet: Sheet, draft: Draft, survey: Survey, ends: str) -> None:
        self.draft, self.cells = draft, Cells()
        self.periods, self.areas = Periods(draft, ends), Areas(draft)
        self.breakdowns = Breakdowns(draft, survey, ends)
        self.width = len(sheet.heading)
        self.when = picker([sheet.column("time_period"), sheet.column("time_identifier")])
        self.where = picker([sheet.column(name) for name in (*PLACE, *PICKED)])
        self.narrowed = picker([column.position for column in survey.filters])
        self.valued = picker([column.position for column in survey.values])
        self.seen: dict[tuple[tuple[str, ...], str, str], int] = {}
        self.latest: dict[tuple[str, ...], date] = {}

    def lines(self, row: list[str]) -> list[str]:
        if len(row) != self.width:
            return self._left_out(RAGGED) if any(row) else self._blank()
        when, where = self.when(row), self.where(row)
        period, area = self.periods[when[0], when[1]], self.areas[where]
        if period is None or area is None:
            return self._of_no_use(when, where, is_area=area is not None)
        narrowed, values = self.narrowed(row), self.valued(row)
        self.latest[where] = max(self.latest.get(where, date.min), self.periods.dates[period[0]])
        if self._repeats((narrowed, area, period[0]), values):
            return []
        between, behind = area + period[0] + period[1], period[2] + self.draft.tail
        found = []
        for key, value in zip(self.breakdowns[narrowed], values, strict=True):
            if key is None:
                continue
            cell = self.cells[value]
            if cell is None:
                self.draft.notes.unreadable[value.strip()] += 1
            else:
                found.append(key + between + cell + behind)
        return found

    def _repeats(self, key: tuple[tuple[str, ...], str, str], values: tuple[str, ...]) -> bool:
        if key not in self.seen:
            self.seen[key] = hash(values)
            return False
        narrowed, area, period = key
        if self.seen[key] == hash(values):
            self.draft.notes.repeated += 1
        else:
            self.draft.notes.contradicted |= {series + area + period for series in self.breakdowns[narrowed] if series}
        return True

    def _of_no_use(self, when: tuple[str, ...], where: tuple[str, ...], *, is_area: bool) -> list[str]:
        level = " ".join(where[0].split())
        if level.casefold() not in LEVELS:
            return self._left_out(f"they are of another level ({level or 'blank'}) than country, region and authority")
        if not is_area:
            return self._left_out(NO_AREA)
        return self._left_out(f"their period is not a whole year that can be read ({' '.join(when).strip()[:40]})")

    def _left_out(self, why: str) -> list[str]:
        self.draft.notes.left_out[why] += 1
        return []

    def _blank(self) -> list[str]:
        self.draft.notes.rows -= 1
        return []


def _warn(draft: Draft, survey: Survey, ends: DataSet.YearEnds) -> None:
    draft.has_blanks = survey.has_blanks
    if survey.empty:
        names = ", ".join(survey.empty[:5])
        draft.notes.warnings.append(f"Columns left out as they are blank throughout: {names}.")
    if survey.says_no_year and not draft.series.data_set.year_ends:
        draft.notes.warnings.append(REPORTING.format(day=str(ends.label).split(" (")[0]))
