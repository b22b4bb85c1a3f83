"""Statistical neighbours: a row for each authority, with the numbers of those most like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from dashboard.importing.gazetteer import Gazetteer, Told, told
from dashboard.importing.notes import Notes
from dashboard.importing.sheet import NotUnderstood, Sheet
from dashboard.models import Area, Neighbour, NeighbourSet, Release

NEIGHBOUR = re.compile(r"SN[_ ]?(\d{1,2})", re.IGNORECASE)
CLOSENESS = re.compile(r"SN[_ ]?\d{0,2}[_ ]?P", re.IGNORECASE)
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
NUMBER = ("old_la_code", "la number", "la num", "la_code")
NAME = ("la_name", "la name", "name")
REGION = ("region_name", "goreg", "region")
# The columns' names differ from model to model: those of the older one, and those of the newer.
OLDER, OLDER_YEAR, NEWER_YEAR = "goreg", 2021, 2025
FEWEST = 3


class Pair(NamedTuple):
    """`neighbour` is the `rank`-th most like `area`; both are keys of areas."""

    area: int
    neighbour: int
    rank: int
    closeness: str


@dataclass
class Found:
    """The pairs of a file, and what they would change: how many are new, revised and the same."""

    year: int
    gazetteer: Gazetteer
    pairs: list[Pair] = field(default_factory=list)
    new: int = 0
    revised: int = 0
    same: int = 0
    examples: list[dict[str, str]] = field(default_factory=list)


def known_by(sheet: Sheet) -> bool:
    found = sum(bool(NEIGHBOUR.fullmatch(name)) for name in sheet.heading)
    return found >= FEWEST and sheet.column(*NUMBER) is not None and sheet.column(*NAME) is not None


def year_of(sheet: Sheet, filename: str, notes: Notes) -> int:
    """The year of the model: as the file's name says, else by what the columns are called."""
    if said := YEAR.findall(filename):
        return int(said[-1])
    year = OLDER_YEAR if sheet.column(OLDER) is not None else NEWER_YEAR
    notes.warnings.append(
        f"The file's name does not say of which year the neighbours are; by its columns it is taken to be the {year} "
        "set. Upload it with the year in its name if that is wrong."
    )
    return year


def read(sheet: Sheet, filename: str, notes: Notes) -> Found:
    """The pairs of the file, and what they would change."""
    found = Found(year_of(sheet, filename, notes), Gazetteer())
    rows = list(_rows(sheet, notes))
    areas = {number: _area(found.gazetteer, said) for number, said, _ in rows}
    for number, _, near in rows:
        there: set[int] = {areas[number].pk}
        for rank, (other, closeness) in enumerate(near, start=1):
            neighbour = areas.get(other) or found.gazetteer.by_number(other)
            if neighbour is None or neighbour.pk in there:
                notes.strangers[other] += 1
                continue
            there.add(neighbour.pk)
            found.pairs.append(Pair(areas[number].pk, neighbour.pk, rank, closeness))
    if not found.pairs:
        raise NotUnderstood("No row of the file names an authority and its neighbours by their numbers.")
    _compare(found)
    return found


def _area(gazetteer: Gazetteer, said: Told) -> Area:
    area = gazetteer.find(said)
    if area is None:
        raise NotUnderstood("The file names far more authorities than there are. Download it again.")
    # Where a table of statistics has said the region, that counts: London's are split there.
    gazetteer.learn(area, said if area.region_id is None else Told(said.level, said.name, said.code, said.number))
    return area


def _rows(sheet: Sheet, notes: Notes) -> Iterator[tuple[str, Told, list[tuple[str, str]]]]:
    """The number of each authority, what the row says of it, and the numbers of its neighbours with their closeness."""
    number_at, name_at, region_at = sheet.column(*NUMBER), sheet.column(*NAME), sheet.column(*REGION)
    assert number_at is not None
    assert name_at is not None
    ranks = {at: int(rank[1]) for at, name in enumerate(sheet.heading) if (rank := NEIGHBOUR.fullmatch(name))}
    places = sorted(ranks, key=ranks.__getitem__)
    seen: set[str] = set()
    for row in sheet.rows():
        row = [cell.strip() for cell in row] + [""] * (len(sheet.heading) - len(row))
        if not any(row):
            continue
        notes.rows += 1
        region = told(Area.Level.REGION, row[region_at]) if region_at is not None and row[region_at] else None
        said = told(Area.Level.AUTHORITY, row[name_at], number=row[number_at], region=region)
        if not said.number or not said.name:
            notes.left_out["they have no authority's name and three-digit number"] += 1
        elif said.number in seen:
            notes.repeated += 1
        else:
            seen.add(said.number)
            yield said.number, said, list(_near(sheet, row, places))


def _near(sheet: Sheet, row: list[str], places: list[int]) -> Iterator[tuple[str, str]]:
    for at in places:
        number = told(Area.Level.AUTHORITY, "", number=row[at]).number or row[at]
        behind = sheet.heading[at + 1] if at + 1 < len(sheet.heading) else ""
        if number:
            yield number, row[at + 1].capitalize()[:40] if CLOSENESS.fullmatch(behind) else ""


def _compare(found: Found) -> None:
    pairs = Neighbour.objects.filter(set__year=found.year).values_list("area", "rank", "neighbour", "closeness")
    before = {(area, rank): (neighbour, closeness) for area, rank, neighbour, closeness in pairs}
    for pair in found.pairs:
        was = before.get((pair.area, pair.rank))
        if was is None:
            found.new += 1
        elif was == (pair.neighbour, pair.closeness):
            found.same += 1
        else:
            found.revised += 1
            found.examples.append(_example(found.gazetteer.areas, pair, was))


def _example(areas: dict[int, Area], pair: Pair, was: tuple[int, str]) -> dict[str, str]:
    def words(neighbour: int, closeness: str) -> str:
        return f"{areas[neighbour].name} ({closeness.lower()})" if closeness else areas[neighbour].name

    return {
        "measure": f"Neighbour {pair.rank}",
        "area": areas[pair.area].name,
        "period": "",
        "was": words(*was),
        "is": words(pair.neighbour, pair.closeness),
    }


def count(found: Found, release: Release) -> None:
    """Make the pairs those of the set of their year."""
    found.gazetteer.keep()
    chosen, _ = NeighbourSet.objects.update_or_create(year=found.year, defaults={"release": release})
    chosen.neighbours.all().delete()
    Neighbour.objects.bulk_create(
        Neighbour(set=chosen, area_id=pair.area, neighbour_id=pair.neighbour, rank=pair.rank, closeness=pair.closeness)
        for pair in found.pairs
    )


def take_back(release: Release) -> None:
    """The set of a release that is withdrawn goes; what it replaced is counted again by whoever withdraws it."""
    NeighbourSet.objects.filter(release=release).delete()
