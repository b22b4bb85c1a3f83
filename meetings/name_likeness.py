"""How much two lines have in common by the proper names in them."""

from __future__ import annotations

import re

from meetings.subject import Subject
from meetings.telling import MUCH, bare, stem, weight

# How surely a name says what a line is about, by where it stands: a happening may only tell where it was.
HEADING, RESOLVED, TOLD = 1.0, 0.85, 0.7
SETTLES = {"decision", "recommendation", "planned"}
# Names of which every word is common prove by their length; the others by that one word.
OWN = 74.0
COMMON = {2: 42.0, 3: 68.0}
LONG = 72.0
MOST = 92.0


def names_shared(one: Subject, other: Subject) -> set[str]:
    """The keys of the names that both lines have; of names within one another the longest."""
    shared = {name for name in one.names if name in other.names or _stands_in(name, other)}
    shared |= {name for name in other.names if _stands_in(name, one)}
    return {
        name
        for name in shared
        if name.strip() and not any(name != more and f" {name} " in f" {more} " for more in shared)
    }


def points_of(shared: set[str], one: Subject, other: Subject) -> float:
    """How much names in common prove, from 0 to MOST."""
    points = sorted((_points(name, one, other) for name in shared), reverse=True)
    return min(MOST, points[0] + sum((100 - points[0]) * 0.2 for more in points[1:3] if more > 30))


def _points(name: str, one: Subject, other: Subject) -> float:
    words = name.split()
    is_own = any(weight(word) == MUCH for word in words)
    points = OWN if is_own else COMMON.get(len(words), LONG)
    return points * _sureness(name, one) * _sureness(name, other)


def _sureness(name: str, line: Subject) -> float:
    """How surely a name says what a line is about, and not only where something was."""
    if f" {name} " in line.heading_stems:
        return HEADING
    sure = RESOLVED if line.sort in SETTLES else TOLD
    if weight(name.split()[-1]) < MUCH:
        # Fernhill House, the Family Centre Service: a thing, which a town's name is not.
        return max(sure, 0.92)
    return sure * (0.8 if re.search(rf" (in|near|across|from) (the )?{re.escape(name)} ", line.title_stems) else 1)


def _stands_in(name: str, line: Subject) -> bool:
    return f" {name} " in line.heading_stems or f" {name} " in line.title_stems


def printed(name: str, *lines: Subject) -> str:
    """A name, of which the key is known, as one of the lines prints it."""
    wanted = name.split()
    for text in (text for line in lines for text in (line.heading, line.title) if not text.isupper()):
        words = re.split(r"[\s/]+", text)
        stems = [stem(bare(word)) for word in words]
        for start in range(len(words) - len(wanted) + 1):
            if stems[start : start + len(wanted)] == wanted:
                return bare(" ".join(words[start : start + len(wanted)]))
    return name.title()


def listed(things: list[str]) -> str:
    """
    >>> listed(["Fernhill House"]), listed(["A", "B", "C"])
    ('Fernhill House', 'A, B and C')
    """
    return things[0] if len(things) == 1 else f"{', '.join(things[:-1])} and {things[-1]}"
