"""Figures of a measure that stand in no database, for what is reckoned of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from dashboard.models import Aim, Indicator
from dashboard.series import Figures, Line, Lines, Point
from reports.models import Council

PLACES = {"own": "Wexcombe", "nation": "England", "region": "Marl and Fens"}
NAMES = PLACES | {
    "mean": "Statistical neighbours, mean (2025 set)",
    "median": "Statistical neighbours, median (2025 set)",
}


def point(year: int, value: Any, **said: Any) -> Point:
    """The value at 31 March of a year; a text is the symbol of a missing one."""
    symbol = value if isinstance(value, str) else ""
    number = None if symbol else Decimal(str(value))
    day = date(year, 3, 31)
    return Point(day, str(year), "year", number, f"at 31 March {year}", symbol, **said)


def line(values: dict[int, Any], place: str = "own", **said: Any) -> Line:
    made = {"made_of": 3} if place in ("mean", "median") else {}
    return Line(NAMES[place], place, tuple(point(year, value, **made | said) for year, value in values.items()))


def figures(polarity: str = "low", unit: str = "percent", aim: Aim | None = None, **places: dict[int, Any]) -> Figures:
    """The official figures of a measure, by place and year."""
    measure = Indicator(slug="measure", name="Re-referrals", unit=unit, polarity=polarity)
    council = Council(name="Wexcombe County Council", short_name="Wexcombe")
    of = SimpleNamespace(decimals=0 if unit == "count" else 1, code="measure", name="Official measure")
    lines = tuple(line(values, place) for place, values in places.items())
    return Figures(measure, council, Lines(lines, of), aims=(aim,) if aim else ())


def aim(**said: Any) -> Aim:
    """What the council aims at from 2010 on."""
    return Aim(since=date(2010, 1, 1), **{name: Decimal(str(value)) for name, value in said.items()})
