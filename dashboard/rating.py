"""How a value stands to what the council itself aims at, by the council's own rule.

>>> from types import SimpleNamespace as Aim
>>> aim = Aim(target=Decimal(90), floor=Decimal(80), tolerance=None, lower=None, upper=None)
>>> rating(Decimal(84), aim, "high").words, rating(Decimal(84), aim, "high").colour
('floor met, target not met', 'amber')
>>> rating(Decimal(84), aim, "neutral") is None
True
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol


class Aims(Protocol):
    """What a council aims at, each in the measure's unit, or None."""

    target: Decimal | None
    floor: Decimal | None
    tolerance: Decimal | None
    lower: Decimal | None
    upper: Decimal | None


@dataclass(frozen=True, slots=True)
class Rating:
    """`state` is one of those in RATINGS, told by its words; `colour` is green, amber, red, or empty."""

    state: str
    words: str
    colour: str = ""


RATINGS = {
    rating.state: rating
    for rating in (
        Rating("met", "target met", "green"),
        Rating("floor met", "floor met, target not met", "amber"),
        Rating("floor missed", "floor missed", "red"),
        # Without a floor the council has not said how far from the target is too far.
        Rating("not met", "target not met"),
        Rating("floor kept", "floor met"),
        Rating("near", "near enough to the target", "green"),
        Rating("off", "further from the target than the council tolerates", "red"),
        # Of neutral measures: where the council looks, not what is good.
        Rating("within", "within the council's thresholds"),
        Rating("below", "below the council's lower threshold"),
        Rating("above", "above the council's upper threshold"),
    )
}
OUTSIDE = ("below", "above")


def rating(value: Decimal | None, aim: Aims | None, polarity: str) -> Rating | None:
    """How a value stands to an aim; None where there is no value, or the aim says nothing for this polarity."""
    if value is None or aim is None:
        return None
    if polarity == "neutral":
        state = _by_thresholds(value, aim)
    elif polarity == "target":
        state = _by_tolerance(value, aim)
    else:
        state = _by_floor(value, aim, polarity) if polarity in ("high", "low") else ""
    return RATINGS[state] if state else None


def _by_floor(value: Decimal, aim: Aims, polarity: str) -> str:
    sign = 1 if polarity == "high" else -1
    if aim.target is not None and sign * value >= sign * aim.target:
        return "met"
    if aim.floor is None:
        return "not met" if aim.target is not None else ""
    if sign * value < sign * aim.floor:
        return "floor missed"
    return "floor met" if aim.target is not None else "floor kept"


def _by_tolerance(value: Decimal, aim: Aims) -> str:
    if aim.target is None:
        return ""
    if value == aim.target:
        return "met"
    if aim.tolerance is None:
        return "not met"
    return "near" if abs(value - aim.target) <= aim.tolerance else "off"


def _by_thresholds(value: Decimal, aim: Aims) -> str:
    if aim.lower is None and aim.upper is None:
        return ""
    if aim.lower is not None and value < aim.lower:
        return "below"
    return "above" if aim.upper is not None and value > aim.upper else "within"
