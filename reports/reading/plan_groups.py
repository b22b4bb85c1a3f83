"""The heads of groups of entries in a forward plan: who decides those below, and when.

CABINET - 12 MAY 2026
Family hubs: hours of opening
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.bodies import bodies_in
from reports.reading.plan_values import due_in
from reports.reading.sentences import one_line
from reports.reading.yearless import dates_near

# What may stand beside body and day in the head of a group of entries.
GROUP_WORDS = re.compile(
    r"\b(?:the|at|on|in|by|of|to|for|be|is|are|made|taken|considered|decisions?|key|non|meetings?|items?|reports?"
    r"|matters?|due|date|and"
    r"|councillors?|forward|plan|not|before|from|executive|week|commencing|w/c|proposed|scheduled|\d{1,2}[.:]\d\d"
    r"|am|pm|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
    r"|[\W_]",
    re.IGNORECASE,
)


# One person who decides alone, as the head of a group that has a day; a director's report is a matter.
HOLDER = re.compile(
    r"(?:(?:delegated\s+)?decisions?\s+(?:to\s+be\s+(?:taken|made)\s+)?by\s+)?(?:the\s+)?"
    r"(?P<who>(?!.*\b(?:report|plan|strategy|review|statement|budget|update|annual)\b)(?:(?:deputy\s+)?leader\b|(?:cabinet|executive|lead)\s+member\b|portfolio\s+holder\b"
    r"|(?:(?:executive|corporate|strategic|assistant|service)\s+)?director\b)[\w\s,&'’()-]{0,80}?)"
    r"(?:['’]?s?\s+(?:decisions?|delegated\s+decisions?|meeting))?(?:\s+on)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Group:
    """What the head of a group of entries says of those below it: who decides, and when."""

    decider: str | None
    due_on: str | None


def group_in(text: str, written: str | None) -> Group | None:
    """What a heading between entries says of who decides and when; None where it says anything else.

    >>> group_in("Family Policy Committee - 5 February 2026", None)
    Group(decider='Family Policy Committee', due_on='2026-02-05')
    >>> group_in("KEY DECISIONS TO BE TAKEN BY CABINET ON 3 MAY 2026", None)
    Group(decider='Cabinet', due_on='2026-05-03')
    >>> group_in("Family hubs", None), group_in("March 2026", None)
    (None, Group(decider=None, due_on='2026-03'))
    """
    if len(text) > 130:
        return None
    shown = text.title().replace("’S", "’s").replace("'S", "'s") if text.isupper() else text
    bodies = [body for body in bodies_in(shown) if body.sort != "agency"]
    dates = dates_near(shown, written)
    rest = shown
    spans = [(body.start, body.end) for body in bodies] + [(dated.start, dated.end) for dated in dates]
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + " " + rest[end:]
    told = dates and not bodies and all(dated.precision in ("day", "month") for dated in dates)
    if told and (holder := HOLDER.fullmatch(one_line(rest).strip(" ,.:;–—-"))):
        return Group(holder["who"], due_in(shown, written))
    if not (bodies or dates) or GROUP_WORDS.sub("", rest):
        return None
    return Group(bodies[0].name if bodies else None, due_in(shown, written))
