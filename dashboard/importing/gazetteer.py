"""The areas that are known, and those that a file adds to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.importing.area_names import plain
from dashboard.importing.reserving import reserved
from dashboard.models import Area

CODE = re.compile(r"[A-Z]\d{8}")
NUMBER = re.compile(r"\d{3}")
# Where a file prints numbers as decimals.
DECIMAL = re.compile(r"\.0+$")
MOST_NEW = 500


@dataclass(frozen=True, slots=True)
class Told:
    """What a file says of an area; `code` and `number` are empty where it gives none that is one."""

    level: str
    name: str
    code: str = ""
    number: str = ""
    region: Told | None = None


def told(level: str, name: str, code: str = "", number: str = "", region: Told | None = None) -> Told:
    """What a file says of an area, without what is printed in place of a code or a number.

    >>> told("authority", " Marl ", "z", "901.0")
    Told(level='authority', name='Marl', code='', number='901', region=None)
    """
    code, number = code.strip().upper(), DECIMAL.sub("", number.strip())
    return Told(
        level,
        " ".join(name.split())[:100],
        code if CODE.fullmatch(code) else "",
        number if NUMBER.fullmatch(number) else "",
        region,
    )


class Gazetteer:
    """Areas by number, else by code, else by level and name. Kept are those that are new, once their values are."""

    def __init__(self) -> None:
        self.areas: dict[int, Area] = {}
        self.new: dict[int, Area] = {}
        self.changed: dict[int, Area] = {}
        self._by_number: dict[str, Area] = {}
        self._by_code: dict[str, Area] = {}
        self._by_name: dict[tuple[str, str], list[Area]] = {}
        self._keys: Iterator[int] = reserved(Area, MOST_NEW)
        for area in Area.objects.all():
            self._know(area)

    def find(self, said: Told) -> Area | None:
        """The area that is meant, else a new one; None of what has no name, or when a file brings far too many."""
        if not said.name:
            return None
        found = self._found(said) or self._named(said)
        return found or self._new(said)

    def known(self, said: Told) -> Area | None:
        """The area that is meant; None when it is new."""
        return self._found(said) or self._named(said)

    def by_number(self, number: str) -> Area | None:
        return self._by_number.get(number)

    def learn(self, area: Area, said: Told) -> None:
        """Take over the code, number and region that a file gives; what is told last counts."""
        before = (area.code, area.number, area.region_id)
        if said.number and not area.number and said.number not in self._by_number:
            area.number = said.number
        if said.code and self._by_code.get(said.code, area) is area:
            area.code = said.code
        if said.region and (region := self.find(said.region)):
            self.learn(region, said.region)
            area.region_id = region.pk
        if before != (area.code, area.number, area.region_id):
            self._know(area)
            if area.pk not in self.new:
                self.changed[area.pk] = area

    def keep(self) -> None:
        """Store what is new: regions before the authorities that lie in them."""
        for area in self.new.values():
            self._give_its_own_name(area)
        Area.objects.bulk_create(sorted(self.new.values(), key=lambda area: area.region_id is not None))
        for area in self.changed.values():
            area.save(update_fields=["code", "number", "region"])

    def _found(self, said: Told) -> Area | None:
        if said.number and (area := self._by_number.get(said.number)):
            return area
        area = self._by_code.get(said.code) if said.code else None
        return area if area and area.level == said.level and not _differ(area.number, said.number) else None

    def _named(self, said: Told) -> Area | None:
        """The area of that name and level, unless it has another number: two authorities may follow each other."""
        alike = self._by_name.get((said.level, plain(said.name)), ())
        return next((area for area in alike if not _differ(area.number, said.number)), None)

    def _new(self, said: Told) -> Area | None:
        if (key := next(self._keys, None)) is None:
            return None
        area = Area(pk=key, level=said.level, name=said.name, code=said.code, number=said.number)
        if said.code in self._by_code:
            area.code = ""
        self.new[area.pk] = area
        self._know(area)
        return area

    def _know(self, area: Area) -> None:
        self.areas[area.pk] = area
        if area.number:
            self._by_number[area.number] = area
        if area.code:
            self._by_code[area.code] = area
        alike = self._by_name.setdefault((area.level, plain(area.name)), [])
        if area not in alike:
            alike.append(area)

    def _give_its_own_name(self, area: Area) -> None:
        """Of two authorities of one name, one after the other, the older in this file is told by its number."""
        alike = self._by_name[area.level, plain(area.name)]
        same = [other for other in alike if other.pk != area.pk and other.name == area.name]
        if same:
            area.name = f"{area.name[:85]} ({area.number or area.code or area.pk})"


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)
