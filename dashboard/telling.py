"""One sentence that says all of a measure's card, right for every polarity.

It says better and worse only where the measure has a direction, and of a neutral measure never. Its numbers are the
card's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from dashboard.charted import symbol_in_words
from dashboard.figures import POLARITY, formatted
from dashboard.ranking import Rank
from dashboard.series import AVERAGES
from dashboard.sides import OFFICIAL, Beside, Move, Scale, Side
from dashboard.trend import RISING, Trend
from dashboard.written import apart, slope, written
from reports.reading.dates import in_words

# What of an aim is said of a measure of each polarity, and what it is called.
BOUNDS = {"target": "target", "floor": "floor"}
AIMS = {
    "high": BOUNDS,
    "low": BOUNDS,
    "target": {"target": "target", "tolerance": "tolerance"},
    "neutral": {"lower": "lower threshold", "upper": "upper threshold"},
}


def sentence(name: str, area: str, side: Side | None, polarity: str, of: Scale) -> str:
    """What a card shows, in words; `of` is how the values of the council's line are written."""
    ending = POLARITY[polarity]
    if side is None:
        return f"No value of “{name}” for {area} is known. {ending}".strip()
    told = " ".join(part for part in (_gap(name, area, side), _now(name, area, side, polarity, of)) if part)
    return f"{told} {ending}".strip()


def _gap(name: str, area: str, side: Side) -> str:
    if not side.gap:
        return ""
    told = f"{name} in {area} {side.gap.when}: {symbol_in_words(side.gap.symbol)}."
    return told if side.now else f"{told} No earlier value is known."


def _now(name: str, area: str, side: Side, polarity: str, of: Scale) -> str:
    if not side.now:
        return ""
    lead = "The latest value that is known stood" if side.gap else f"{name} in {area} stood"
    whose = "" if side.series == OFFICIAL else ", as papers state,"
    status = f" ({side.status})" if side.status else ""
    told = f"{lead}{whose} at {side.now.text} {side.now.when}{status}{_cohort(side)}"
    parts = [
        *map(moved, side.moves),
        *_compared(side.beside),
        *_aimed(side, polarity, of),
        *_ranked(side),
        *([travelled(side.trend, side.trend_effect, of)] if side.trend else []),
    ]
    return f"{'; '.join([told, *parts])}."


def _cohort(side: Side) -> str:
    return f", with {side.cohort.text} counted" if side.cohort else ""


def moved(move: Move) -> str:
    """A change in words: up by 3.2 from 38.0 at 31 March 2024, which is worse."""
    if move.direction == "same":
        return f"the same as {move.then.when}"
    told = f"{move.direction} by {move.text} from {move.then.text} {move.then.when}"
    if move.broken:
        return f"{told}, but what is counted was changed in between"
    return f"{told}, which is {move.effect}" if move.effect else told


def _compared(beside: Iterable[Beside]) -> Iterator[str]:
    """Those of the same period first, as many as stand alike in one go; numbers of larger areas say nothing."""
    same = [one for one in beside if one.direction]
    for (direction, effect), alike in groupby(same, key=lambda one: (one.direction, one.effect)):
        how = "the same as" if direction == "same" else f"{direction} than"
        told = f"{how} {_and([_called(one) for one in alike])}"
        yield f"{told}, which is {effect}" if effect else told
    for one in (one for one in beside if not one.same_period):
        yield f"{_called(one)} {one.number.when}, which is another period"


def _called(one: Beside) -> str:
    """A comparator with its value inside a sentence: the set of neighbours is named with its year."""
    head, _, average = one.name.partition(", ")
    if one.place not in AVERAGES or not average:
        return f"{one.name} ({one.number.text})" if one.place not in AVERAGES else f"its neighbours ({one.number.text})"
    average, _, chosen = average.partition(" (")
    return f"the {head.lower()}' {average} ({one.number.text}, {chosen.rstrip(')')})"


def _and(words: list[str]) -> str:
    """
    >>> _and(["England", "Marl", "the neighbours"])
    'England, Marl and the neighbours'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _aimed(side: Side, polarity: str, of: Scale) -> Iterator[str]:
    if side.rating:
        yield f"{side.rating.words} ({', '.join(aims_in_words(side.aim, polarity, of))})"


def aims_in_words(aim: Any, polarity: str, of: Scale) -> list[str]:
    """What a council aims at, as far as it says something for the polarity: target 90%, floor 80%."""
    said = ((name, getattr(aim, field)) for field, name in AIMS.get(polarity, {}).items())
    return [f"{name} {written(value, of.unit)}" for name, value in said if value is not None]


def _ranked(side: Side) -> Iterator[str]:
    if side.ranks.authorities:
        yield f"{ranked(side.ranks.authorities)} authorities, the best first{_quarter(side.ranks.authorities)}"
    if side.ranks.neighbours:
        yield f"{ranked(side.ranks.neighbours)} among it and its statistical neighbours, the best first"


def ranked(rank: Rank) -> str:
    """A place in words.

    >>> ranked(Rank(2, 151, "A")), ranked(Rank(12, 151, "A", 3))
    ('2nd of 151', 'joint 12th of 151')
    """
    return f"{'joint ' if rank.ties else ''}{ordinal(rank.place)} of {rank.of}"


def _quarter(rank: Rank) -> str:
    return f", in the {rank.quarter}" if rank.quarter else ""


def ordinal(number: int) -> str:
    """
    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 112, 121)]
    ['1st', '2nd', '3rd', '4th', '11th', '112th', '121st']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def travelled(travels: Trend, effect: str, of: Scale) -> str:
    """A trend in words, with its uncertainty."""
    first, last = in_words(travels.first.isoformat()), in_words(travels.last.isoformat())
    over = f"over the {travels.n} values from {first} to {last}"
    between = f"probably between {formatted(slope(travels.low))} and {formatted(slope(travels.high))}"
    if not travels.clear:
        return f"no clear trend {over} ({between} a year)"
    verb = "rose" if travels.direction == RISING else "fell"
    told = f"{over} it {verb} by about {apart(slope(travels.slope), of.unit)} a year ({between})"
    return f"{told}, which is {effect}" if effect else told
