"""Who signs a report and when: the block of name, role and date at its end, or the line at its head.

>>> holder_in(["Ada Lorne", "Executive Member for Children and Families", "March 2016"]).portfolio
'Children and Families'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.reading.dates import first_date

ROLE = re.compile(
    r"(?P<role>(?:Deputy\s+)?(?:Executive\s+Member|Cabinet\s+Member|Cabinet\s+Portfolio\s+Holder|Portfolio\s+Holder"
    r"|Lead\s+(?:Cabinet\s+)?Member"
    r"|Leader\s+of\s+the\s+Council|Deputy\s+Leader(?:\s+of\s+the\s+Council)?))(?:\s+(?:for"
    r"|with\s+responsibility\s+for)|\s*[-–:,])\s+"
    r"(?P<portfolio>[A-Z][^\n.;:()]{2,90}?)(?=\s*(?:[.;:()]|$|,\s*\d|\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January"
    r"|February|March|April|May|June|July|August|September|October|November|December)\b))",
)
NAME = re.compile(
    r"(?:(?:Report\s+(?:of|by)|Cllr\.?|Councillor|County\s+Councillor|Mrs?\.?|Ms\.?|Miss|Dr\.?|Sir|Dame"
    r"|The\s+Rt\.?\s+Hon\.?)\s+)*"
    r"(?P<name>(?:[A-Z](?:[\w'’-]+|\.)?\s+){1,4}[A-Z][\w'’-]+)(?:,?\s+(?:OBE|MBE|CBE|JP|KC))*[\s,–-]*",
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A portfolio's holder; `lines` are the indexes of the lines that say so."""

    name: str
    role: str
    portfolio: str
    as_of: str | None
    lines: tuple[int, ...]


def holder_in(lines: Sequence[str]) -> Holder | None:
    """The holder whom lines name, read from their end; None where no role stands with a name."""
    for index in range(len(lines) - 1, -1, -1):
        role = ROLE.search(lines[index])
        if role and (found := _named(lines, index, role)):
            return found
    return None


def _named(lines: Sequence[str], index: int, role: re.Match[str]) -> Holder | None:
    line = lines[index]
    dated = next(
        (at for at in (index, index + 1) if at < len(lines) and len(lines[at]) < 90 and first_date(lines[at])), None
    )
    as_of = first_date(lines[dated]) if dated is not None else None
    places = [(line[: role.start()], index), (line[role.end() :], index)]
    places += [(lines[at], at) for at in (index - 1, index + 1) if 0 <= at < len(lines)]
    for text, at in places:
        match = NAME.fullmatch(re.sub(r"^[\s,–-]+|\d.*$", "", text).strip() or "-")
        if match and not re.search(r"\b(?:Council|Cabinet|Report|Services|Panel|County|Decisions)\b", match["name"]):
            lines_used = tuple(dict.fromkeys((index, at, *([dated] if dated is not None else []))))
            return Holder(match["name"], _plain(role["role"]), _plain(role["portfolio"]), as_of, lines_used)
    return None


def _plain(text: str) -> str:
    text = re.split(r"\s+to\s+(?:the\s+)?(?:Full\s+|County\s+)?(?:Council|Cabinet)\b", text)[0]
    return " ".join(text.split()).rstrip(" ,-–")
