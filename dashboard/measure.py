"""What the page of one measure shows: its values as a table to draw, and a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db.models import QuerySet

from dashboard import chart
from dashboard.figures import beside, restated, sentence, unit_beside
from dashboard.models import Observation
from dashboard.standing import own_area, standing
from reports.models import Council


class Measure(Protocol):
    name: str
    unit: str
    polarity: str


@dataclass(slots=True)
class AsPrinted:
    """A measure that the catalogue does not have, by its printed name."""

    name: str
    unit: str = ""
    polarity: str = ""
    note: str = ""


def councils(values: QuerySet[Observation], known: QuerySet[Council]) -> QuerySet[Council]:
    """Those of the known councils whose papers state the values, in their order."""
    return known.filter(pk__in=values.order_by().values("council"))


def shown(measure: Any, values: Sequence[Observation], council: str) -> dict[str, Any]:
    """What the page says of a measure's values, in order; values in another unit stay out of the chart."""
    unit = measure.unit or chart.commonest(value.unit for value in values)
    alike = [value for value in values if value.unit in ("", unit)]
    actual = [value for value in alike if value.role == Observation.Role.ACTUAL]
    own = own_area(actual, council)
    own_values = [value for value in actual if value.area == own]
    return {
        "sentence": _sentence(measure, unit, alike, council),
        "unit": unit_beside(measure.name, unit),
        "axis": {"percent": "%", "per_10000": "per 10,000", "gbp": "£"}.get(unit, ""),
        "table": chart.table(alike, own),
        # One day makes no line.
        "drawn": len({value.date for value in alike if value.date}) > 1,
        "restated": restated(own_values),
        "left_out": len(values) - len(alike),
    }


def _sentence(measure: Any, unit: str, values: Sequence[Observation], council: str) -> str:
    actual = [value for value in values if value.role == Observation.Role.ACTUAL]
    stands = standing(AsPrinted(measure.name, unit, measure.polarity), actual, council)
    beside_it = [(area, value) for area, value in stands.comparators if value]
    target = beside([value for value in values if value.role == Observation.Role.TARGET], stands.now)
    if target:
        beside_it.append(("target", target))
    return sentence(measure.name, council, stands.now, stands.then, beside_it, unit=unit, polarity=measure.polarity)
