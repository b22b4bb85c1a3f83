"""What the made-up council is busy with: pieces of business that begin, come back in its papers, and end."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

from meetings.management.archive.words import DEEDS, PARTS, PLACES, THINGS
from meetings.proper_names import key_of

# One in so many lines begins a new business.
LINES_EACH = 20
# How long a business stays in the papers, in days.
SHORTEST, LONGEST = 120, 1500
EXEMPT_SHARE = 0.05
FOLLOWED_SHARE = 0.6


@dataclass
class Business:
    """`matter` is the id of the matter that an officer made of it, None where nobody followed it."""

    title: str
    name: str
    reference: str
    begins: date
    ends: date
    committee: int
    portfolio: int
    due: date
    key: uuid.UUID
    matter: uuid.UUID | None
    is_exempt: bool
    is_key: bool | None
    # The last line of it, and whether that is in the matter.
    last: uuid.UUID | None = None
    is_last_linked: bool = False

    @property
    def names(self) -> list[str]:
        return [key_of(self.name)]


class Agenda:
    """All business over the years, and which of it is to hand on a day; some comes back far more often than other."""

    def __init__(self, chance: Random, lines: int, first: date, last: date, committees: int, portfolios: int) -> None:
        self._chance = chance
        count = max(3, lines // LINES_EACH)
        self.all = [self._one(number, first, last, committees, portfolios) for number in range(count)]
        self._on: dict[tuple[int, int], tuple[list[Business], list[float]]] = {}

    def on(self, day: date, count: int) -> list[Business]:
        known, weights = self._on.get((day.year, day.month)) or self._begin(day)
        return self._chance.choices(known, cum_weights=weights, k=count)

    def _begin(self, day: date) -> tuple[list[Business], list[float]]:
        known = [(place, one) for place, one in enumerate(self.all) if one.begins <= day <= one.ends]
        known = known or list(enumerate(self.all))
        weights = list(accumulate(1 / (place % 97 + 1) ** 0.6 for place, _ in known))
        self._on[day.year, day.month] = [one for _, one in known], weights
        return self._on[day.year, day.month]

    def _one(self, number: int, first: date, last: date, committees: int, portfolios: int) -> Business:
        chance = self._chance
        begins = first + timedelta(days=chance.randrange(-200, max(1, (last - first).days)))
        ends = begins + timedelta(days=chance.randrange(SHORTEST, LONGEST))
        place, thing = chance.choice(PLACES), THINGS.one(chance)
        is_exempt = chance.random() < EXEMPT_SHARE
        return Business(
            title=f"{DEEDS.one(chance).capitalize()} the {place} {thing}",
            name=f"{place} {thing.title()}",
            reference=f"{'AFKC'[number % 4]}{number % 900 + 100:03}/{begins.year % 100:02}",
            begins=begins,
            ends=ends,
            committee=int(committees * chance.random() ** 2),
            portfolio=int(portfolios * chance.random() ** 2),
            due=begins + timedelta(days=chance.randrange(30, 300)),
            key=uuid.UUID(int=chance.getrandbits(128), version=4),
            matter=uuid.UUID(int=chance.getrandbits(128), version=4) if chance.random() < FOLLOWED_SHARE else None,
            is_exempt=is_exempt,
            is_key=chance.choice([True, False, False, None]),
        )


def further(chance: Random, least: int = 1, most: int = 5) -> str:
    """What a paper goes on to say: a sentence or two of ordinary words."""
    parts = PARTS.some(chance, chance.randint(least, most))
    return ", ".join(parts)
