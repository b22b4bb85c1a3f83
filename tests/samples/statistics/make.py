"""Make the files of official statistics about made-up areas: `python -m tests.samples.statistics.make [FOLDER]`.

England's values are those that were published; every other area, with its name and numbers, is made up.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from tests.samples.statistics.values import (
    ENGLAND,
    OWN,
    SOURCES,
    UNKNOWN,
    Area,
    areas,
    authorities,
    children,
    near,
    number,
    said,
    share,
    value,
)  # fmt: skip

HERE = Path(__file__).resolve().parent
Row = dict[str, str | int | None]
# A byte-order mark, which some of the published files begin with and others do not.
MARK = "\ufeff"
LOOKED_AFTER = {
    "Children ceasing to be looked after each year": "ceasing",
    "Children looked after on 31 March each year": "looked-after",
    "Children starting to be looked after each year": "starting",
}
BREAKDOWNS = {
    "Higher education i.e. studies beyond A level": "university",
    "Total in education, employment or training": "occupied",
}
# What the release of the year before said otherwise: number of children looked after on 31 March, and agency workers.
BEFORE = {
    ("looked-after", OWN, 2024): 651,
    ("looked-after", "Colnebury", 2023): 716,
    ("agency-percent", OWN, 2024): 13.7,
}
# Fewer are not published.
FEWEST = 6
CLOSE = ("Very close", "Close", "Somewhat close", "Not close")


def where(area: Area, *, name_first: bool) -> Row:
    """The columns that say of which area a row is; in some files the name stands before the new code."""
    regional = area if area.members else next((one for one in areas() if one.name == area.region), None)
    is_authority = area.level == "Local authority"
    own: list[tuple[str, str]] = [("new_la_code", area.code), ("la_name", area.name)]
    return {
        "geographic_level": area.level,
        "country_code": "E92000001",
        "country_name": ENGLAND,
        "region_code": regional.code if regional else "",
        "region_name": regional.name if regional else "",
        "old_la_code": area.number if is_authority else "",
        **{name: said if is_authority else "" for name, said in (own[::-1] if name_first else own)},
    }


def explored(years: Iterable[int], cells: partial, *, name_first: bool = False) -> Iterator[Row]:
    """Rows of a table in the layout of explore education statistics, the newest year first."""
    for year in sorted(years, reverse=True):
        for area in areas():
            for said_of in cells(area, year):
                when = {"time_period": year, "time_identifier": "Reporting year"}
                yield when | where(area, name_first=name_first) | said_of


def looked_after(area: Area, year: int, *, last: int) -> Iterator[Row]:
    for printed, what in LOOKED_AFTER.items():
        many = BEFORE.get((what, area.name, year)) if last < 2025 else None
        many = number(what, area, year) if many is None else many
        few = many is not None and many < FEWEST
        yield {
            "population_type": printed,
            "population_estimate": unless(children(area, year)),
            "children_count": "c" if few else unless(many),
            "rate_per_10000": "c" if few else share(what, area, year),
        }


def plans(area: Area, year: int) -> Iterator[Row]:
    yield {
        "category": "Child Protection Plans",
        "CPP_start": unless(number("plans-started", area, year)),
        "CPP_start_rate": share("plans-started", area, year),
        "CPP_At31": unless(number("plans", area, year)),
        "CPP_At31_rate": share("plans", area, year),
    }


def referrals(area: Area, year: int) -> Iterator[Row]:
    among = partial(number, "referrals")
    again, left = (number(what, area, year, among, 100) for what in ("re-referrals", "no-further-action"))
    yield {
        "category": "Referrals and Re-referrals",
        "referral_count": unless(among(area, year)),
        "rereferral_count": unless(again),
        "rereferral_percent": share("re-referrals", area, year, among, 100),
        "no_further_action_count": unless(left),
        "no_further_action_percent": share("no-further-action", area, year, among, 100),
    }


def workforce(area: Area, year: int, *, last: int) -> Iterator[Row]:
    agency = BEFORE.get(("agency-percent", area.name, year)) if last < 2025 else None
    yield {
        "turnover_rate_fte": value("turnover-percent", area, year),
        "agency_rate_fte": agency or value("agency-percent", area, year),
        "vacancy_rate_fte": value("vacancies-percent", area, year),
        "caseload_fte": value("caseload", area, year),
    }


def care_leavers(area: Area, year: int) -> Iterator[Row]:
    for ages in ("17-18", "19-21"):
        group = f"care-leavers-{ages}"
        among = partial(number, group, of=children, per=100) if area.name in (ENGLAND, OWN) else partial(leavers, ages)
        age = {"care_leaver_age": f"{ages.replace('-', ' to ')} years"}
        yield age | {"breakdown": "Total", "care_leaver_count": among(area, year), "care_leaver_percent": 100}
        for printed, what in BREAKDOWNS.items():
            many = number(f"{group}-{what}", area, year, among, 100)
            few = many is not None and many < FEWEST
            yield age | {
                "breakdown": printed,
                "care_leaver_count": "c" if few else many,
                "care_leaver_percent": "c" if few else share(f"{group}-{what}", area, year, among, 100),
            }


def leavers(ages: str, area: Area, year: int) -> int:
    """How many care leavers there are: so many per 10,000 children as in Wexcombe."""
    own = next(one for one in authorities() if one.name == OWN)
    like = int(said(f"care-leavers-{ages}-number", OWN)[year])
    return round(like * (children(area, year) or 0) / (children(own, year) or 1))


def unless(many: int | None) -> int | str:
    return UNKNOWN if many is None else many


# What LAIT has as well as the tables: worked out of the same numbers.
WORKED_OUT = {"LAC": "looked-after", "CPP_Total_Rateper10,000": "referrals"}


def lait() -> Iterator[Row]:
    """LAIT's long table: numbers as a spreadsheet writes them, a dash where there is none."""
    for measure, row in lait_sources().items():
        for year in sorted(year for year in said(measure, ENGLAND) if year >= 2016):
            for area in (one for one in areas() if not one.members):
                yield {
                    "short_desc": measure,
                    "data_item": row["item"],
                    "years": printed_year(row["printed"], year, last=max(said(measure, ENGLAND))),
                    "la": area.name,
                    "la_number": f"{area.number}.0",
                    "value": in_a_spreadsheet(lait_value(measure, area, year)),
                }


def lait_value(measure: str, area: Area, year: int) -> str:
    if what := WORKED_OUT.get(measure):
        return share(what, area, year) if area.name != ENGLAND else said(measure, ENGLAND)[year]
    if measure == "ReReferral":
        return share("re-referrals", area, year, partial(number, "referrals"), 100)
    return value(measure, area, year)


def lait_sources() -> dict[str, dict[str, str]]:
    rows = csv.DictReader((SOURCES / "lait.csv").read_text(encoding="utf-8").splitlines())
    return {row["measure_short"]: row for row in rows}


def printed_year(form: str, year: int, *, last: int) -> str:
    if form == "outturn":
        return f"{year}-{(year + 1) % 100:02} (OT)"
    return f"{year} (prov)" if form == "provisional" and year == last else str(year)


def in_a_spreadsheet(text: str) -> str:
    """A number with all the digits that a spreadsheet keeps: 20.100000000000001."""
    try:
        return f"{float(text):.17g}"
    except ValueError:
        return text or "-"


def dictionary() -> Iterator[Row]:
    for n, (measure, row) in enumerate(lait_sources().items(), 1):
        yield {
            "Measure_code": n, "Topic": row["topic"], "Measure": row["item"], "Chart_title": row["item"],
            "Measure_short": measure, "Polarity": row["polarity"], "y_axis_name": row["axis"],
            "state_funded_flag": "NA", "Table_status": "made up", "Description": f"{row['item']}: a made-up sample.",
            "Last Update": "46023", "Next Update": "46388", "Data Owner (DO) /Supplier and Contact Details": "Sample",
            "Methodology": "Made up, but for England.", "Hyperlink(s)": "", "dps": row["decimals"],
            "Year_Type": row["year_type"], "No_Quartile": "NA",
        }  # fmt: skip


def neighbours(year: int) -> Iterator[list[str]]:
    """Each authority with the ten that are most like it, in the header of that year's model."""
    pairs = range(1, 11)
    by_number = [f"SN_{n}{after}" for n in pairs for after in ("", "P")]
    heads: dict[int, list[str]] = {
        2021: ["LA num", "LA Name", "LA number", "GOInd", "GOReg", *(f for n in pairs for f in (f"SN{n}", "SNP")), ""],
        2025: ["old_la_code", "la_name", "region_ind", "region_name", *by_number],
    }  # fmt: skip
    yield heads[year]
    regions = sorted({one.region for one in authorities()})
    for one in sorted(authorities(), key=lambda one: one.number):
        like = [pair for n, other in enumerate(alike(one, year)) for pair in (other.number, CLOSE[min(n // 3, 3)])]
        index = str(regions.index(one.region) + 1)
        if year == 2021:
            yield [one.number, one.name, one.number, index, one.region, *like, ""]
        else:
            yield [one.number, one.name, index, one.region, *like]


def alike(one: Area, year: int) -> list[Area]:
    others = [other for other in authorities() if other != one]
    if one.name == OWN:
        return sorted((other for other in others if other.name in near(year)), key=lambda other: near(year)[other.name])
    return Random(f"{one.name} {year}").sample(others, 10)


def table(rows: Iterator[Row]) -> str:
    """Rows as text, under the names of the first one's columns."""
    first = next(rows)
    return lines([list(first), list(first.values()), *(list(row.values()) for row in rows)])


def lines(rows: Iterable[list]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()


def made() -> dict[str, str]:
    """Each file by its name; `to-preview` is where the demonstration leaves what is not counted yet."""
    rates, posts = partial(looked_after, last=2024), partial(workforce, last=2024)
    return {
        "children-looked-after-rates-2024.csv": MARK + table(explored(range(2016, 2025), rates, name_first=True)),
        "children-looked-after-rates-2025.csv": MARK
        + table(explored(range(2016, 2026), partial(looked_after, last=2025), name_first=True)),
        "child-protection-plans-2025.csv": table(explored(range(2014, 2026), plans)),
        "referrals-2025.csv": table(explored(range(2014, 2026), referrals)),
        "social-work-workforce-2024.csv": table(explored(range(2017, 2025), posts)),
        "to-preview/social-work-workforce-2025.csv": table(explored(range(2017, 2026), partial(workforce, last=2025))),
        "care-leavers-activity-2025.csv": MARK + table(explored(range(2021, 2026), care_leavers, name_first=True)),
        "lait-dictionary-2025.csv": table(dictionary()),
        "lait-long-table-2025.csv": table(lait()),
        "statistical-neighbours-2021.csv": MARK + lines(neighbours(2021)),
        "statistical-neighbours-2025.csv": MARK + lines(neighbours(2025)),
    }


def make(folder: Path = HERE) -> list[Path]:
    (folder / "to-preview").mkdir(exist_ok=True)
    for name, text in made().items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made()]


if __name__ == "__main__":
    for path in make(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE):
        print(path.name)
