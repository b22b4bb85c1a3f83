"""The bodies that meet and decide, as a text names them: Cabinet, panels, committees, Council, boards, other agencies.

>>> [body.name for body in bodies_in("The Youth and Families Cabinet Panel has met, as has Cabinet.")]
['Youth and Families Cabinet Panel', 'Cabinet']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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
        for match in pattern.finditer(text):
            body = _body(match, sort)
            if all(body.end <= other.start or body.start >= other.end for other in found):
                found.append(body)
    return sorted(found, key=lambda body: body.start)


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
