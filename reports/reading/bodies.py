"""The bodies that meet and decide, as a text names them: Cabinet, panels, committees, Council, boards, other agencies.

>>> [body.name for body in bodies_in("The Youth and Families Cabinet Panel has met, as has Cabinet.")]
['Youth and Families Cabinet Panel', 'Cabinet']
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from operator import attrgetter

# A word of a name; one that ends a name of its own cannot be in the middle of another's.
_WORD = (
    r"(?!(?:The|Panel|Committee|Sub-Committee|Board|Council|Commission|(?:Partnership|Trust|Group|Alliance)\s+(?:and|&)"
    r"|Cabinet\s+(?:Panel|and|&))\b)[A-Z0-9][\w'’&/-]*+"
)
# Looked for at the beginnings of words only: to try each letter of a very long word takes minutes.
_NAME = rf"(?<![\w'’&/-])(?:{_WORD}(?:,?\s+(?:and|&|of|for|on|in)(?:\s+the)?\s+|,?\s+)){{0,9}}"
PANEL = (
    rf"{_NAME}(?:Cabinet\s+Panel|Select\s+Committee|Scrutiny\s+Committee|Sub-?\s?Committee|Committee|Panel"
    rf"|Commission|Topic\s+Group|Task\s+(?:and|&)\s+Finish\s+Group|Forum)\b"
)
_NAME_1 = _NAME.replace("{0,9}", "{1,9}")
BOARD = (
    rf"{_NAME_1}(?:Board|Executive\s+Group|Steering\s+Group|Strategic\s+Group|Partnership|Alliance|Trust|Consortium"
    rf"|Network|Group|Authority|Agency|Executive(?!\s+(?:Member|Director|Report|Summary|Group))"
    rf"|Council\s+for\s+{_WORD})\b"
)
COUNCIL = (
    r"(?:Full|County|City|Borough|District|Metropolitan|Town)?\s*Council\b(?!['’]s|\s+(?:Tax|Offices|Chamber|Plan))"
)
AGENCY = (
    rf"{_NAME}(?:Clinical\s+Commissioning\s+Groups?|Integrated\s+Care\s+Boards?|NHS(?:\s+Foundation)?\s+Trust"
    rf"|Foundation\s+Trust|Hospitals?\s+Trust|Community\s+Trust|Constabulary|Schools?\s+Forum)\b|\b(?:\w*CCGs?"
    rf"|ICBs?|NHS\s+England|DfE|Ofsted|CQC|Department\s+for\s+Education|Government|Secretary\s+of\s+State|Police"
    rf"|Parliament)\b"
)
CABINET = (
    r"\b(?:[Tt]he\s+)?(?:Cabinet|Executive)\b(?!\s+(?:Members?|Panels?|Report|Director|Group|Officer|Board"
    r"|Committee|Portfolio|Summary|Head)|['’]s)"
)

LEADING = re.compile(
    r"^(?:The|A|An|Our|This|That|These|Since|At|On|In|Both|All|Joint\s+[Mm]eeting\s+of(?:\s+the)?"
    r"|Meetings?\s+of(?:\s+the)?|As|When|While|Following|After|Before|Each|Every|Its|And|With|By|For"
    r"|I|It|We|There|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|\d+)\s+(?:the\s+)?",
)
# "the County Council and the Health Scrutiny Committee" are two.
TWO_BODIES = re.compile(
    r"^.*\b(?:Council|Cabinet|Board|Panel|Committee|Partnership)(?:,|\s+(?:and|&))\s+(?:the\s+)?(?=[A-Z])", re.DOTALL
)
SORTS = (
    ("agency", re.compile(AGENCY)),
    ("panel", re.compile(PANEL)),
    ("board", re.compile(BOARD)),
    ("cabinet", re.compile(CABINET)),
    ("council", re.compile(COUNCIL)),
)
# Names are looked for only where one can end, so that a long run of capitals costs little: the words that end them,
# and how many letters a name takes at most.
LASTS = {
    "agency": re.compile(
        r"Clinical\s+Commissioning|Integrated\s+Care|Trust|Constabulary|Forum|CCG|ICB|NHS|DfE|Ofsted|CQC|Department"
        r"|Government|Secretary|Police|Parliament"
    ),
    "panel": re.compile(r"Committee|Panel|Commission|Group|Forum"),
    "board": re.compile(
        r"Board|Group|Partnership|Alliance|Trust|Consortium|Network|Authority|Agency|Executive|Council\s+for"
    ),
    "cabinet": re.compile(r"Cabinet|Executive"),
    "council": re.compile(r"Council"),
}
LONGEST = 260
START = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Body:
    """A body named in a text; sort is cabinet, council, panel (panels and committees), board or agency."""

    name: str
    sort: str
    start: int
    end: int


def bodies_in(text: str) -> list[Body]:
    """The bodies of a text in order, each place once: the longest name that stands there.

    >>> text = "Harnford CCG wrote to the County Council and the Youth Scrutiny Committee"
    >>> [(body.name, body.sort) for body in bodies_in(text)]
    [('CCG', 'agency'), ('County Council', 'council'), ('Youth Scrutiny Committee', 'panel')]
    """
    found: list[Body] = []
    for sort, pattern in SORTS:
        for match in (each for start, end in near(LASTS[sort], text) for each in pattern.finditer(text, start, end)):
            body = _body(match, sort)
            place = bisect(found, body.start, key=START)
            before_ends = found[place - 1].end if place else 0
            next_begins = found[place].start if place < len(found) else len(text)
            if before_ends <= body.start and body.end <= next_begins:
                found.insert(place, body)
    return found


def near(last: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text in which a name may stand, from word to word, by the words that end names.

    >>> list(near(LASTS["panel"], "The Families Panel met."))
    [(0, 23)]
    """
    start = end = -1
    for found in last.finditer(text):
        if end < 0 or found.start() - LONGEST > end:
            if end >= 0:
                yield start, end
            start = word_at(text, found.start() - LONGEST)
        end = min(found.end() + LONGEST, len(text))
    if end >= 0:
        yield start, end


def word_at(text: str, place: int) -> int:
    """Where a word begins at or soon after a place."""
    blank = text.find(" ", place) if place > 0 else -1
    return max(blank + 1, place, 0) if blank - place < LONGEST else place


def _body(match: re.Match[str], sort: str) -> Body:
    name, start = match[0], match.start()
    if sort == "cabinet":
        name = re.sub(r"^the\s+", "", name, flags=re.IGNORECASE)
    while lead := LEADING.match(name):
        name = name[lead.end() :]
    if joined := TWO_BODIES.match(name):
        name = name[joined.end() :]
    shown = " ".join(name.split())
    return Body(
        _council(shown) if sort == "council" else shown, sort, match.end() - len(name) if name else start, match.end()
    )


def _council(name: str) -> str:
    return "County Council" if name.lower() == "county council" else name
