"""Who decides by a record's own words: a body, a member by portfolio, or an officer.

>>> maker_in_line("Decision taken by the Cabinet Member for Children on 12 May 2021")
'Cabinet Member for Children'
>>> is_body("Cabinet"), is_body("Cabinet Member for Children"), is_body("Executive Director of Children's Services")
(True, False, False)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.reading.dates import dates_in
from reports.reading.gatherings import BODY, stripped
from reports.reading.paragraph import Paragraph

# One person who decides: a member by the portfolio, or an officer.
OFFICE = re.compile(
    r"\b(?:(?:cabinet|executive|lead|portfolio|deputy)\s+(?:members?|holders?|councillor)|director|officer|leader"
    r"|mayor|head\s+of"
    r"|chief\s+executive|manager|solicitor|councillor|cllr|assistant\s+\w+)\b",
    re.IGNORECASE,
)
MEMBER_FOR = re.compile(
    r"(?:(?:Deputy\s+)?(?:Cabinet|Executive|Lead)\s+(?:Member|Councillor)|(?:Cabinet\s+)?Portfolio\s+Holder)\s+(?:for"
    r"|with\s+responsibility\s+for)\s+"
    r"[A-Z][\w'’]*(?:(?:,?\s+(?:and|&|of|for|the|in)\s+|,\s+|\s+)[A-Z][\w'’-]*){0,9}",
    re.IGNORECASE,
)
LONGEST = 260  # letters of a line that says who decides
VAGUE = re.compile(
    r"(?:(?:cabinet|executive|portfolio|individual)\s+)*(?:member|holder|officer|director)s?", re.IGNORECASE
)
LINES = (
    re.compile(
        r"\bdecisions?\b.{0,30}?\b(?:to\s+be\s+)?(?:taken|made|determined|agreed)\s+(?:by|at|under)\s+(?:a\s+"
        r"|the\s+)?(?:meeting\s+of\s+)?(?:the\s+)?"
        r"(?P<who>[A-Z].{2,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:proposed|executive|delegated|member|officer|key|urgent)\s+decisions?\s+(?:by|of)\s+(?:the\s+)?(?P<who>[A-Z].{2,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:record|notice|statement|list|summary|schedule)\s+of\s+(?:the\s+)?(?:(?:executive|key|delegated|member"
        r"|urgent)\s+)*decisions?\s+(?:of|by|from|[-–:])\s*(?:the\s+)?"
        r"(?P<who>(?!interest)[A-Z].{2,120})",
        re.IGNORECASE,
    ),
    re.compile(
        r"^\W*(?P<who>(?!(?:record|statement|notice|list|summary|schedule|key|delegated|executive|officer"
        r"|urgent)\b)[A-Z].{2,100}?)\W+(?:(?:proposed\s+)?(?:record|notice|statement|list"
        r"|summary)\s+of\s+(?:\w+\s+){0,2}decisions?|decisions?\s+(?:notice|record|sheet|list|summary)"
        r"|decisions?\W*$)",
        re.IGNORECASE,
    ),
)
ENDS = re.compile(
    r"\s+(?:(?:at|in|during)\s+(?:its|the|a|their)\s+)?meetings?\b.*$|,?\s+(?:held\s+)?(?:on|at)\s+.*$"
    r"|,\s+[\w\s]+\bcouncil\b.*$|\s+under\s+.*$|\s+(?:and|which)\s+(?:published|is|are|was|were)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def is_body(maker: str) -> bool:
    """Whether who decides is a body that meets, and not one person."""
    return bool(BODY.search(maker)) and not OFFICE.search(maker) and len(maker) < 110


def maker_in_line(text: str) -> str | None:
    """Who decides by a line at the head of a record; None where it does not say."""
    if len(text) > LONGEST:
        return None
    for pattern in LINES:
        if found := pattern.search(text):
            who = named(found["who"])
            if is_body(who) or OFFICE.search(who):
                return who
    alone = MEMBER_FOR.search(text)
    return alone[0].strip() if alone and len(text) < 130 else None


def named(words: str) -> str:
    """A decision maker's name without when and where.

    >>> named("Children and Skills Policy Committee meeting on 12 May 2021")
    'Children and Skills Policy Committee'
    """
    words = words[:LONGEST]
    for dated in reversed(dates_in(words)):
        before = words[: dated.start].rstrip(" ,–-")
        words = before if before.strip(" (") else words[dated.end :].lstrip(" ,–-:")
    words = ENDS.sub("", f"{words} ").strip(" :;,.–-")
    return words if OFFICE.search(words) else stripped(words) or words


def maker_in(front: Iterable[Paragraph]) -> tuple[str, Paragraph] | None:
    """Who decides by the first lines of a record, and the line that says so; "Cabinet Member" alone says little."""
    found = [
        (who, paragraph)
        for paragraph in front
        for text in paragraph.cells or (paragraph.text,)
        if (who := maker_in_line(text))
    ]
    telling = [each for each in found if not VAGUE.fullmatch(each[0])]
    return next(iter([*telling, *found]), None)
