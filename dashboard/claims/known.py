"""The official values that claims of papers are held against, for the areas that papers speak of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from dashboard.claims.rounding import Interval, within
from dashboard.figures import places
from dashboard.models import Area, Neighbour, NeighbourSet, OfficialMeasure, OfficialValue
from dashboard.series import AVERAGES, average, when
from reports.models import Council

OWN, NATION, NEIGHBOURS, OTHER = "own", "nation", "neighbours", "other"
# Of so many values of a count that are all multiples of five or ten, one may say that they are rounded to these.
ENOUGH = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """One official value: `value` None where a symbol stands; `source` None of an average.

    `replaced`: whether a later release revised it.
    """

    date: date
    months: int
    when: str
    value: Decimal | None
    rounded: Interval | None = None
    symbol: str = ""
    status: str = ""
    replaced: bool = False
    source: OfficialValue | None = None

    @property
    def is_of_a_day(self) -> bool:
        return self.when.startswith("at ")


@dataclass(frozen=True, slots=True)
class Series:
    """The official values of one measure for one area, or an average of several, by date; `area` is its name."""

    measure: OfficialMeasure
    area: str
    cells: tuple[Cell, ...]

    @property
    def name(self) -> str:
        return f"{self.measure.name or self.measure.code} ({self.measure.data_set.title})"

    def known(self) -> list[Cell]:
        """Those that are numbers and stand now."""
        return [cell for cell in self.cells if cell.value is not None and not cell.replaced]


@dataclass
class Known:
    """What official statistics say of some measures; each series is made when it is asked for."""

    council: Council
    measures: dict[str, list[OfficialMeasure]] = field(default_factory=lambda: defaultdict(list))
    values: dict[tuple[int, int], list[OfficialValue]] = field(default_factory=lambda: defaultdict(list))
    areas: dict[int, Area] = field(default_factory=dict)
    sets: list[tuple[NeighbourSet, list[int]]] = field(default_factory=list)

    @cached_property
    def own(self) -> Area | None:
        return next((area for area in self.areas.values() if area.council_id == self.council.pk), None)

    @cached_property
    def nation(self) -> Area | None:
        return next((area for area in self.areas.values() if area.level == Area.Level.NATION), None)

    def place_of(self, area: str) -> str:
        """What an area as printed is to the council."""
        said = area.strip().casefold()
        if said in ("", self.council.short_name.casefold(), self.council.name.casefold()):
            return OWN
        if said in ("england", "national", "national average", "england average"):
            return NATION
        return NEIGHBOURS if "neighbour" in said else OTHER

    def series(self, indicator: str, area: str) -> list[Series]:
        """The official series of a measure for an area as printed; of neighbours by each set, mean and median."""
        place = self.place_of(area)
        if place == NEIGHBOURS:
            return [one for measure in self.measures[indicator] for one in self._averages(measure)]
        found = {OWN: self.own, NATION: self.nation}.get(place) or self._named(area)
        return [self.of(measure, found) for measure in self.measures[indicator]] if found else []

    def of(self, measure: OfficialMeasure, area: Area) -> Series:
        values = self.values[measure.pk, area.pk]
        decimals, step = decimals_of(measure, values), step_of(measure, values)
        return Series(measure, area.name, tuple(_cell(value, measure, decimals, step) for value in values))

    def _named(self, area: str) -> Area | None:
        said = area.strip().casefold()
        return next((one for one in self.areas.values() if one.name.casefold() == said), None)

    def _averages(self, measure: OfficialMeasure) -> Iterator[Series]:
        for one, areas in self.sets:
            for place, word in AVERAGES.items():
                name = f"statistical neighbours, {word} ({one.year} set)"
                yield Series(measure, name, tuple(self._average(measure, areas, place)))

    def _average(self, measure: OfficialMeasure, areas: Sequence[int], place: str) -> Iterator[Cell]:
        by_day: dict[date, list[OfficialValue]] = defaultdict(list)
        for area in areas:
            for value in self.values[measure.pk, area]:
                if value.replaced_by_id is None:
                    by_day[value.date].append(value)
        for day in sorted(by_day):
            made = average([value.value for value in by_day[day] if value.value is not None], place)
            if made is None:
                continue
            # What it is made of is rounded, and so is it.
            rounded = within(made, decimals_of(measure, by_day[day]))
            months = by_day[day][0].months
            yield Cell(day, months, when(day, months, measure.year_type), made, rounded)


def decimals_of(measure: OfficialMeasure, values: Iterable[OfficialValue]) -> int:
    """To how many decimals a measure is published: as it is said, else as its values show."""
    shown = places(value.value for value in values if value.value is not None)
    return min(shown, measure.decimals) if measure.decimals is not None and shown > measure.decimals else shown


def step_of(measure: OfficialMeasure, values: Iterable[OfficialValue]) -> int:
    """To what the counts of a measure are rounded: 10 or 5 where all are multiples of it, else 1."""
    known = [value.value for value in values if value.value]
    if len(known) < ENOUGH or (measure.indicator and measure.indicator.unit != "count"):
        return 1
    return next((step for step in (10, 5) if all(value % step == 0 for value in known)), 1)


def _cell(value: OfficialValue, measure: OfficialMeasure, decimals: int, step: int) -> Cell:
    rounded = None
    if value.value is not None:
        rounded = _rounded(value.value, measure, decimals, step)
    said = when(value.date, value.months, measure.year_type)
    replaced = value.replaced_by_id is not None
    return Cell(
        value.date, value.months, said, value.value, rounded, value.symbol, value.status, replaced, value
    )  # fmt: skip


def _rounded(value: Decimal, measure: OfficialMeasure, decimals: int, step: int) -> Interval:
    """What a published value may be rounded from; a count that is not rounded is exact."""
    if step > 1:
        half = Decimal(step) / 2
        return Interval(value - half, value + half)
    is_count = measure.indicator is not None and measure.indicator.unit == "count"
    return Interval(value, value) if is_count and decimals == 0 else within(value, decimals)


def known(council: Council, indicators: Iterable[str], areas: Iterable[str]) -> Known:
    """What official statistics say of measures for a council, England, its neighbours and areas of these names."""
    found = Known(council)
    measures = OfficialMeasure.objects.filter(indicator__in=set(indicators)).select_related("data_set", "indicator")
    for measure in measures:
        found.measures[str(measure.indicator_id)].append(measure)
    if not found.measures:
        return found
    own = Area.objects.filter(council=council).first()
    if own:
        by_set: dict[NeighbourSet, list[int]] = defaultdict(list)
        for near in Neighbour.objects.filter(area=own).select_related("set"):
            by_set[near.set].append(near.neighbour_id)
        found.sets = list(by_set.items())
    said = list(areas)
    neighbours = any(found.place_of(area) == NEIGHBOURS for area in said)
    wanted = {pk for _, near in found.sets for pk in near} if neighbours else set()
    named = Area.objects.filter(name__in=said) | Area.objects.filter(pk__in=wanted)
    named = named | Area.objects.filter(council=council) | Area.objects.filter(level=Area.Level.NATION)
    found.areas = {area.pk: area for area in named.distinct()}
    values = OfficialValue.objects.filter(measure__in=measures, area__in=found.areas)
    for value in values.select_related("release").order_by("date", "release__uploaded_at", "pk"):
        found.values[value.measure_id, value.area_id].append(value)
    return found
