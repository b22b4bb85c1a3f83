"""Whom a council is compared with: England, its region, and its statistical neighbours by the set of a year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from dashboard.models import Area, Neighbour, NeighbourSet
from dashboard.nested import one, row, rows
from reports.models import Council

OWN, NATION, REGION, MEAN, MEDIAN, OTHER = "own", "nation", "region", "mean", "median", "other"
AVERAGES = {MEAN: "mean", MEDIAN: "median"}


@dataclass(frozen=True, slots=True)
class Compared:
    """The areas that a council is compared with: `neighbours` by the set of a year, in the order of likeness.

    `sets` are all sets that have neighbours of the council, the newest first.
    """

    own: Area | None
    nation: Area | None
    neighbours: tuple[Area, ...]
    set: NeighbourSet | None
    sets: tuple[NeighbourSet, ...] = ()

    @property
    def areas(self) -> tuple[Area, ...]:
        region = self.own.region if self.own else None
        return tuple(area for area in (self.own, self.nation, region, *self.neighbours) if area)

    def average_name(self, place: str) -> str:
        return f"Statistical neighbours, {AVERAGES[place]} ({self.set.year} set)" if self.set else ""


def compared(council: Council, year: int | None = None) -> Compared:
    """Whom the council is compared with, by the set of a year or else the newest set that has it; in one query."""
    return compared_as_held(_areas(council).values_list(_held(council), flat=True), council, year)


def areas_held(council: Council) -> ArraySubquery:
    """The same, to be fetched with rows of something else."""
    return ArraySubquery(_areas(council).values(held=_held(council)))


def compared_as_held(areas: Iterable[dict[str, Any]], council: Council, year: int | None = None) -> Compared:
    known = [(_area(said), said["near"]) for said in areas]
    own = next((area for area, _ in known if area.council_id == council.pk), None)
    nation = next((area for area, _ in known if area.level == Area.Level.NATION), None)
    found = {said["of"]["year"]: one(NeighbourSet, said["of"]) for _, near in known for said in near}
    sets = tuple(found[year] for year in sorted(found, reverse=True))
    chosen = found.get(year) if year else next(iter(sets), None)
    ranked = {said["rank"]: area for area, near in known for said in near if chosen and said["set_id"] == chosen.pk}
    return Compared(own, nation, tuple(ranked[rank] for rank in sorted(ranked)), chosen, sets)


def _areas(council: Council) -> QuerySet[Area]:
    near = Neighbour.objects.filter(area__council=council, neighbour=OuterRef("pk"))
    return Area.objects.filter(Q(council=council) | Q(level=Area.Level.NATION) | Exists(near))


def _held(council: Council) -> JSONObject:
    near = Neighbour.objects.filter(area__council=council, neighbour=OuterRef("pk"))
    return row(Area, "", near=rows(near, of=row(NeighbourSet, "set")), of_region=row(Area, "region"))


def _area(said: dict[str, Any]) -> Area:
    area = one(Area, said)
    area.region = one(Area, said["of_region"]) if said["region_id"] else None
    return area
