"""The values of made-up areas: what `sources` says of England and Wexcombe, and for the others something near it."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from random import Random

SOURCES = Path(__file__).resolve().parent / "sources"
ENGLAND, OWN = "England", "Wexcombe"
# Per so many children.
A_RATE = 10_000
# Not available.
UNKNOWN = "x"
# Measures that are published in both ways have one row.
OF_LAIT = {"care-leavers-19-21-occupied-percent": "CareLeaverEET", "re-referrals-percent": "ReReferral"}


Of = Callable[["Area", int], "int | None"]


@dataclass(frozen=True)
class Area:
    """England, a region with its authorities, or an authority with the number of its children in 2023."""

    name: str
    number: str
    code: str
    region: str = ""
    children: int = 0
    members: tuple[Area, ...] = ()

    @property
    def level(self) -> str:
        return "National" if self.name == ENGLAND else "Regional" if self.members else "Local authority"


@cache
def authorities() -> tuple[Area, ...]:
    rows = list(csv.DictReader((SOURCES / "areas.csv").read_text(encoding="utf-8").splitlines()))
    return tuple(
        Area(row["name"], row["number"], row["code"], row["region"], int(row["children"]))
        for row in sorted(rows, key=lambda row: row["name"])
    )


@cache
def areas() -> tuple[Area, ...]:
    """England, the regions, the authorities."""
    names = sorted({one.region for one in authorities()})
    regions = tuple(
        Area(name, str(994 + n), f"E120000{91 + n}", members=tuple(one for one in authorities() if one.region == name))
        for n, name in enumerate(names)
    )
    return (Area(ENGLAND, "970", "E92000001"), *regions, *authorities())


@cache
def near(year: int) -> dict[str, int]:
    """The statistical neighbours of Wexcombe by the set of a year: the rank of each."""
    rows = csv.DictReader((SOURCES / "areas.csv").read_text(encoding="utf-8").splitlines())
    return {row["name"]: int(row[f"near_{year}"]) for row in rows if row[f"near_{year}"]}


@cache
def sources() -> dict[str, dict[str, str]]:
    """A row for each measure, LAIT's under their short names."""
    series = csv.DictReader((SOURCES / "series.csv").read_text(encoding="utf-8").splitlines())
    lait = csv.DictReader((SOURCES / "lait.csv").read_text(encoding="utf-8").splitlines())
    return {row["measure"]: row for row in series} | {row["measure_short"]: row for row in lait}


@cache
def said(measure: str, of: str) -> dict[int, str]:
    """What the sources say of one area, by year."""
    pairs = (pair.split("=") for pair in sources().get(measure, {}).get(of, "").split())
    return {int(year): value for year, value in pairs}


def value(measure: str, area: Area, year: int) -> str:
    """What is published of an area for a year; empty where nothing is."""
    if area.name in (ENGLAND, OWN):
        return said(measure, area.name).get(year, "")
    if area.members:
        return mean([value(measure, one, year) for one in area.members], places(measure))
    base = said(measure, "neighbours") if area.name in near(2025) else {}
    like = base.get(year) or said(measure, ENGLAND).get(year) or said(measure, "neighbours").get(year, "")
    return varied(measure, area, year, Decimal(like)) if is_number(like) else like


def varied(measure: str, area: Area, year: int, like: Decimal) -> str:
    """A value near another one, as far off as the measure spreads; the same each time."""
    spread = Decimal(sources()[measure]["spread"])
    level, slope = dice(f"{measure} {area.name}"), dice(f"{area.name} {measure}") / 40
    wobble = dice(f"{measure} {area.name} {year}") / 6
    found = like + spread * (level * Decimal("0.8") + slope * (year - 2020) + wobble)
    return str(rounded(min(max(found, Decimal(0)), highest(measure)), places(measure)))


def dice(seed: str) -> Decimal:
    """A number from -1 to 1 that a text stands for."""
    return Decimal(Random(seed).random()) * 2 - 1


def highest(measure: str) -> Decimal:
    is_percentage = measure.endswith("percent") or sources()[measure].get("axis", "").startswith("%")
    return Decimal(100 if is_percentage else 10**9)


def places(measure: str) -> int:
    return int(sources()[measure]["decimals"])


def is_number(text: str) -> bool:
    return text.replace(".", "", 1).isdigit()


def rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def mean(values: list[str], decimals: int) -> str:
    known = [Decimal(one) for one in values if is_number(one)]
    return str(rounded(sum(known, Decimal(0)) / len(known), decimals)) if known else next(iter(values), "")


def children(area: Area, year: int) -> int | None:
    """How many children live there; None where the sample does not know."""
    if area.members:
        return sum(children(one, year) or 0 for one in area.members)
    if told := said("children", area.name).get(year):
        return int(told)
    return round(area.children * (1 + 0.003 * (year - 2023))) if area.children else None


def number(what: str, area: Area, year: int, of: Of = children, per: int = A_RATE) -> int | None:
    """How many: as the sources say, else worked out of the rate or the percentage `of` so many."""
    if told := said(f"{what}-number", area.name).get(year) or said(what, area.name).get(year):
        return int(told)
    if area.members:
        return sum(number(what, one, year, of, per) or 0 for one in area.members)
    among, rate = of(area, year), value(named(what, per), area, year)
    return int(rounded(Decimal(rate) * among / per, 0)) if among and is_number(rate) else None


def share(what: str, area: Area, year: int, of: Of = children, per: int = A_RATE) -> str:
    """The rate or percentage that the number is, as it is published; what the sources say goes before."""
    measure = named(what, per)
    if area.name == ENGLAND and year in said(measure, ENGLAND):
        return said(measure, ENGLAND)[year]
    many, among = number(what, area, year, of, per), of(area, year)
    if many is None or not among:
        return UNKNOWN
    return str(rounded(Decimal(many) * per / among, places(measure)))


def named(what: str, per: int) -> str:
    """The measure of which the sources have the rate or the percentage."""
    name = f"{what}-{'rate' if per == A_RATE else 'percent'}"
    return OF_LAIT.get(name, name)
