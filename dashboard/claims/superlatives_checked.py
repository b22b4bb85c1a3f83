"""A superlative held against the official series: the place among authorities, or the series' own past."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from dashboard.claims.checked import CONSISTENT, DEFINITION, DIFFERS, UNKNOWN
from dashboard.claims.known import OWN, Cell, Known, Series, decimals_of
from dashboard.claims.official import NEAR, Outcome, Stated, other_ages, reasons_of
from dashboard.claims.periods import SAME, alike
from dashboard.claims.rounding import Interval, within
from dashboard.claims.superlatives import EVER, NATION, REGION, Standing, Superlative, directed, holds, standing
from dashboard.figures import formatted
from dashboard.models import Area, Observation, OfficialMeasure, OfficialValue

# Of so many authorities a place in the country can be told; of a region and of neighbours, so large a part of all.
FEWEST, PART = 20, 0.75
# A series as short tells nothing of a record.
SHORTEST = 4
ONE_OF = "“One of” says no number: the {0} quarter is taken to be among the {0}, those past the middle not to be."


def against(claim: Superlative, figure: Observation, stated: Stated, known: Known) -> Outcome:
    """What a superlative that is said of a figure comes to."""
    assert figure.indicator is not None
    end = directed(claim.end, figure.indicator.polarity)
    series = known.series(figure.indicator.pk, "")
    if not end:
        return Outcome(UNKNOWN, ["Neither higher nor lower is better for this measure in itself."])
    if not series:
        return Outcome(UNKNOWN, ["No official value of this measure for this area is in the register."])
    check = _of_its_past if claim.among == EVER else _among
    found = [check(claim, end, stated, one, known) for one in series]
    order = [CONSISTENT, DIFFERS, DEFINITION, UNKNOWN]
    return min(found, key=lambda outcome: order.index(outcome.verdict))


def _near(stated: Stated, series: Series) -> Cell | None:
    """The council's own official value of the figure's period, else the last before it, else the first after."""
    day = stated.day or stated.paper
    cells = [cell for cell in series.known() if day and abs(cell.date - day) <= NEAR]
    before = [cell for cell in cells if day and cell.date <= day]
    return before[-1] if before else next(iter(cells), None)


def _among(claim: Superlative, end: str, stated: Stated, series: Series, known: Known) -> Outcome:
    own = _near(stated, series)
    if own is None:
        return Outcome(UNKNOWN, [f"{series.name} has no value within a year of {stated.when}."])
    found = [_one_group(claim, end, stated, series, own, group) for group in groups(claim.among, series, own, known)]
    order = [CONSISTENT, UNKNOWN, DEFINITION, DIFFERS]
    return min(found, key=lambda outcome: order.index(outcome.verdict))


def groups(among: str, series: Series, own: Cell, known: Known) -> list[tuple[str, list[OfficialValue], bool]]:
    """Whom a place is told among: the group's name, the others' values for the period, and whether they are enough."""
    everybody = everywhere(series.measure, own.date)
    others = [value for value in everybody if value.area.pk != (known.own.pk if known.own else None)]
    if among == NATION:
        return [("local authorities with an official value", others, len(others) + 1 >= FEWEST)]
    if among == REGION:
        region = known.own.region if known.own else None
        if region is None:
            return [("authorities of the region", [], False)]
        near = [value for value in others if value.area.region_id == region.pk]
        all_ = Area.objects.filter(region=region, level=Area.Level.AUTHORITY).count()
        return [(f"authorities of {region.name}", near, len(near) > 1 and len(near) + 1 >= all_ * PART)]
    found = []
    for one, areas in known.sets:
        near = [value for value in others if value.area_id in areas]
        found.append((f"the council and its {one}", near, len(near) >= len(areas) * PART))
    return found or [("statistical neighbours", [], False)]


def everywhere(measure: OfficialMeasure, day: date) -> list[OfficialValue]:
    """The values of all authorities for one period, that are numbers."""
    values = OfficialValue.objects.current().known().filter(measure=measure, date=day)
    return list(values.filter(area__level=Area.Level.AUTHORITY).select_related("area"))


def _one_group(claim, end: str, stated: Stated, series: Series, own: Cell, group) -> Outcome:
    name, values, enough = group
    if not enough:
        told = f"The register has official values of too few of {name} {own.when} to tell a place: {len(values) + 1}."
        return Outcome(UNKNOWN, [told], own.source)
    decimals = decimals_of(series.measure, [*values, *([own.source] if own.source else [])])
    others = [within(value.value, decimals) for value in values if value.value is not None]
    assert own.value is not None
    where = standing(_rounded(own, decimals), others, end)
    working = [_place(series, own, stated, where, end, name)]
    held = holds(claim, where)
    if claim.some:
        working.append(ONE_OF.format(end))
    same = alike(stated.period, stated.precision, stated.day, own) == SAME
    if not same:
        working.append(f"The paper's figure is for {stated.when}; the official value that is nearest is {own.when}.")
    if held is None:
        return Outcome(UNKNOWN, working, own.source)
    if held:
        return Outcome(CONSISTENT, working, own.source)
    reasons = other_ages(stated)
    settled = not reasons and (same or claim.some) and claim.among in (NATION, REGION)
    return Outcome(DIFFERS if settled else DEFINITION, working + reasons, own.source)


def _rounded(own: Cell, decimals: int) -> Interval:
    assert own.value is not None
    return within(own.value, decimals)


def _place(series: Series, own: Cell, stated: Stated, where: Standing, end: str, name: str) -> str:
    assert own.value is not None
    said = formatted(own.value, stated.unit)
    place = f"{where.first}" if where.first == where.last else f"{where.first} to {where.last} (values alike)"
    when = own.when[0].upper() + own.when[1:]
    return f"{when} {series.area} had {said}: place {place} from the {end} of {where.of} {name}."


def _extreme(cells: Sequence[Cell], low: bool) -> Cell:
    """The lowest or else the highest of values, of equal ones the latest."""
    latest_first = cells[::-1]
    return (min if low else max)(latest_first, key=lambda cell: cell.value or Decimal(0))


def _of_its_past(claim: Superlative, end: str, stated: Stated, series: Series, known: Known) -> Outcome:
    day = stated.day
    if day is None:
        return Outcome(UNKNOWN, ["The paper prints no period for its figure."])
    cells = [cell for cell in series.known() if cell.date < day]
    since = claim.since or (date(day.year - claim.years, day.month, 1) if claim.years else None)
    counted = [cell for cell in cells if since is None or cell.date >= since]
    if len(counted) < (SHORTEST if since is None else 1):
        return Outcome(UNKNOWN, [f"{series.name} has too few values before {stated.when} to tell."])
    low = end == "lowest"
    extreme = _extreme(counted, low)
    assert extreme.rounded is not None
    worst = f"the {end} of them is {formatted(extreme.value or Decimal(0), stated.unit)} {extreme.when}"
    working = [
        f"The paper states {formatted(stated.value, stated.unit)} for {stated.when}.",
        f"The official series {series.name} has {len(counted)} values for {series.area} from {counted[0].when} "
        f"to {counted[-1].when}; {worst}.",
    ]
    if since and since < counted[0].date and counted[0] is cells[0]:
        working.append("The series begins later than the time that the paper speaks of.")
    beaten = extreme.rounded.high < stated.rounded.low if low else extreme.rounded.low > stated.rounded.high
    if not beaten:
        return Outcome(
            CONSISTENT, [*working, "No official value before it goes beyond the paper's figure."], extreme.source
        )
    same = [cell for cell in series.cells if alike(stated.period, stated.precision, day, cell) == SAME]
    reasons = reasons_of(stated, extreme)
    if not same:
        reasons = [f"The paper's figure is for {stated.when}; official values are for other periods.", *reasons]
    verdict = DEFINITION if reasons or stated.place != OWN else DIFFERS
    return Outcome(
        verdict, [*working, "An official value before it goes beyond the paper's figure.", *reasons], extreme.source
    )
