"""The areas that a figure is compared with, as councils name them.

>>> [area.name for area in areas_in("a national rate of 40 and 36 for our statistical neighbours")]
['England', 'Statistical neighbours']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

ENGLAND = r"national(?:ly)?(?!\s+(?:target|transfer|living|minimum))|England|English"
NEIGHBOURS = (
    r"(?:nearest\s+)?statistical\s+neighbou?rs?['’]?|statistical\s+neighbou?ring\s+(?:authorities|councils)|\bSNs?\b"
    r"|nearest\s+neighbou?rs?|(?:similar|comparator|comparable)\s+(?:local\s+)?(?:authorities|councils)|\bNN\b"
    r"|comparator\s+group|statistically\s+similar\s+(?:authorities|councils)"
)
REGIONS = {
    "East of England": r"East of England|Eastern(?=\s+region)|Eastern Region",
    "South East": r"South[\s-]East(?:ern)?(?:\s+of\s+England)?",
    "South West": r"South[\s-]West(?:ern)?(?:\s+of\s+England)?",
    "North East": r"North[\s-]East(?:ern)?(?:\s+of\s+England)?",
    "North West": r"North[\s-]West(?:ern)?(?:\s+of\s+England)?",
    "East Midlands": r"East Midlands",
    "West Midlands": r"West Midlands",
    "Yorkshire and The Humber": r"Yorkshire\s+(?:and|&)\s+(?:the\s+)?Humber(?:side)?",
    "Inner London": r"Inner London",
    "Outer London": r"Outer London",
    "London": r"\bLondon\b(?!\s+borough)",
}
# Names are looked for at the beginnings of words only: to try each letter of a very long word takes minutes.
CLUB = r"(?<![\w()])(?:CIPFA\s+)?(?:[A-Z][\w()]*+\s+){0,5}benchmarking\s+(?:club|group)"

_NAMES: tuple[tuple[str, str], ...] = (
    ("England", rf"\b(?:{ENGLAND})"),
    (
        "Wales",
        r"\ball[\s-]Wales\b|\b(?:in|across)\s+Wales\b|\bWales\s+(?:average|rate|figure)|\bWelsh\s+(?:average|rate)",
    ),
    ("Statistical neighbours", rf"(?:{NEIGHBOURS})"),
    *((name, rf"(?:{pattern})") for name, pattern in REGIONS.items()),
    ("Region", r"\bregional(?:ly)?\b(?!\s+(?:adoption|agency|block|lead))|\bthe region\b"),
    ("Benchmarking club", CLUB),
)
NAMES = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in _NAMES)
# Said of a council's own standing: "among the best in the country" compares with nobody's figure.
STANDING = re.compile(
    r"\b(?:one\s+of\s+)?(?:the\s+)?(?:\w++\s+)?(?:lowest|highest|best|worst|top|bottom|first|joint)\b(?:[^.;,%]"
    r"|(?<=\d),(?=\d)){0,60}?"
    r"(?:in|of|across|within|amongst?)\s+(?:the\s+|its\s+|our\s+|all\s+)?"
    rf"(?:country|nation|{ENGLAND}|{NEIGHBOURS}|(?:Eastern\s+)?region\b|eastern\s+region)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Area:
    """An area named in a text, and where."""

    name: str
    start: int
    end: int


def areas_in(text: str) -> list[Area]:
    """Comparators named in a text, in its order; a boast such as "best in England" names none.

    >>> areas_in("one of the best rates per 10,000 in England")
    []
    """
    shut = [match.span() for match in STANDING.finditer(text)]
    found: list[Area] = []
    for name, pattern in NAMES:
        for match in pattern.finditer(text):
            inside = any(start <= match.start() < end for start, end in shut)
            overlaps = any(match.start() < other.end and match.end() > other.start for other in found)
            if not inside and not overlaps:
                found.append(Area(name, match.start(), match.end()))
    return sorted(found, key=lambda area: area.start)


def region_named(text: str) -> str | None:
    """The region that a text names; what "the regional average" beside it means.

    >>> region_named("second in the Eastern Region, where the regional average is 5%")
    'East of England'
    """
    places = ((match.start(), name) for name, pattern in NAMES[3:-2] if (match := pattern.search(text)))
    return min(places, default=(0, None))[1]


def club_named(text: str) -> str | None:
    """The benchmarking club that a text names.

    >>> club_named("belongs to the CIPFA Fostering Benchmarking Club")
    'CIPFA benchmarking club'
    """
    match = NAMES[-1][1].search(text)
    if not match:
        return None
    return "CIPFA benchmarking club" if "cipfa" in match[0].lower() else "Benchmarking club"
