"""How a measure stands: its latest value for the council, the change since, and the values beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from dashboard.figures import Change, S, Spark, before, beside, change, latest, sparkline

COMPARATORS = ("England", "Statistical neighbours")


@dataclass(frozen=True, slots=True)
class Standing(Generic[S]):
    """`comparators` are pairs of an area and its value, None where papers state none."""

    measure: Any
    now: S | None
    then: S | None
    change: Change | None
    comparators: tuple[tuple[str, S | None], ...]
    spark: Spark | None


def own_area(values: Iterable[Any], council: str) -> str:
    """The area that is the council's own: its name, or else, where papers name no area at all for it, none.

    >>> own_area([], "Wexcombe")
    'Wexcombe'
    """
    areas = {value.area for value in values}
    return "" if "" in areas and council not in areas else council


def standing(measure: Any, values: Sequence[S], council: str) -> Standing[S]:
    """How the measure stands by its actual values, in order; those in another unit are left out."""
    alike = [value for value in values if value.unit in ("", measure.unit)]  # type: ignore[attr-defined]
    of_area = _by_area(alike)
    own = of_area.get(own_area(alike, council), [])
    now = latest(own)
    then = before(own, now) if now else None
    return Standing(
        measure=measure,
        now=now,
        then=then,
        change=change(now, then, measure.polarity) if now and then else None,
        comparators=tuple((area, beside(of_area.get(area, []), now)) for area in COMPARATORS),
        spark=sparkline(_line(own, now)),
    )


def _by_area(values: Iterable[Any]) -> dict[str, list[Any]]:
    of_area: dict[str, list[Any]] = {}
    for value in values:
        of_area.setdefault(value.area, []).append(value)
    return of_area


def _line(values: Sequence[Any], now: Any) -> list[Any]:
    """One value a period, for periods as long as the latest one."""
    last = {value.date: value.value for value in values if now and value.date and value.precision == now.precision}
    return list(last.values())
