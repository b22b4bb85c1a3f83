"""Official figures of made-up areas, as a release that was counted leaves them."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone

from dashboard.models import Area, DataSet, Indicator, Neighbour, NeighbourSet, OfficialMeasure, OfficialValue, Release
from reports.models import Council
from reports.models.council import short_name
from tests import factories

OWN, ENGLAND, REGION = "Wexcombe", "England", "Marl and Fens"
NEAR = ("Larchester", "Ness", "Holmshire")
_numbers = itertools.count(1)


def release(layout: str = "lait", **said: Any) -> Release:
    """A release that was counted."""
    number = next(_numbers)
    data_set, _ = DataSet.objects.get_or_create(
        slug=f"{layout}-{said.pop('data_set', 'all')}", defaults={"title": f"Official {layout} table", "layout": layout}
    )
    boring = {
        "data_set": data_set, "title": f"Official {layout} table, release {number}", "filename": "table.csv",
        "file": f"statistics/{number:064x}", "sha256": f"{number:064x}", "state": "counted",
        "released_on": date(2025, 11, 20), "counted_at": timezone.now(), "uploaded_by": factories.user("publisher"),
    }  # fmt: skip
    return Release.objects.create(**boring | said)


def areas(council: str = "Wexcombe County Council", *, year: int = 2025) -> dict[str, Area]:
    """England, a region, the council's own area and three neighbours of it by the set of a year, by name."""
    of, _ = Council.objects.get_or_create(name=council, defaults={"short_name": short_name(council)})
    nation, _ = Area.objects.get_or_create(name=ENGLAND, level="nation")
    region, _ = Area.objects.get_or_create(name=REGION, level="region")
    own, _ = Area.objects.get_or_create(name=of.short_name, level="authority", defaults={"region": region})
    Area.objects.filter(pk=own.pk).update(council=of)
    near = [Area.objects.get_or_create(name=name, level="authority", defaults={"region": region})[0] for name in NEAR]
    chosen, new = NeighbourSet.objects.get_or_create(
        year=year, defaults={"release": release("neighbours", data_set=year)}
    )
    for rank, neighbour in enumerate(near if new else (), start=1):
        Neighbour.objects.create(set=chosen, area=own, neighbour=neighbour, rank=rank)
    return {area.name: area for area in (nation, region, own, *near)}


def official(slug: str | None, values: dict[str, dict[int, Any]], **said: Any) -> OfficialMeasure:
    """An official series of a measure with values by area and year; a text is the symbol of a missing one."""
    there = areas()
    for name in values:
        there.setdefault(name, Area.objects.get_or_create(name=name, level="authority")[0])
    of = said.pop("release", None) or release()
    indicator = Indicator.objects.get(pk=slug) if slug else None
    code = said.pop("code", f"code-{next(_numbers)}")
    named = {"name": f"Official {slug}", "decimals": 1, "indicator": indicator, "year_type": "Annual"} | said
    status = named.pop("status", "")
    measure = OfficialMeasure.objects.create(data_set=of.data_set, code=code, **named)
    OfficialValue.objects.bulk_create(
        value(measure, there[name], year, said, of, status)
        for name, by_year in values.items()
        for year, said in by_year.items()
    )
    return measure


def value(measure: OfficialMeasure, area: Area, year: int, said: Any, of: Release, status: str = "") -> OfficialValue:
    held = {"symbol": said} if isinstance(said, str) else {"value": Decimal(str(said))}
    day = date(year, 3, 31)
    return OfficialValue(measure=measure, area=area, period=str(year), date=day, release=of, status=status, **held)
