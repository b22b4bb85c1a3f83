"""The ages that the words of a measure name.

>>> ages_in("Care leavers in education, employment or training (aged 17-21)"), ages_in("16 and 17 year olds")
((17, 21), (16, 17))
"""

from __future__ import annotations

import re

SPAN = re.compile(
    r"(?P<lead>\b(?:aged?|ages|between)\s+)?(?<![\d.,/£])(?P<low>\d{1,2})\s*(?:-|–|to|and|&)\s*(?P<high>\d{1,2})"
    r"(?P<after>\s*[-–]?\s*(?:year|yr)s?[-\s]?(?:olds?|of\s+age)?)?(?![\d.,/]*\d)(?!\s*(?:%|per\b))",
    re.IGNORECASE,
)
# "19-21" alone is a span of ages where nothing else can be meant: of people, beneath 26.
OLDEST = 25


def ages_in(words: str) -> tuple[int, int] | None:
    """The first span of ages, from and to; None where the words name none."""
    for match in SPAN.finditer(words):
        low, high = int(match["low"]), int(match["high"])
        said = match["lead"] or match["after"] or re.search(r"[-–]|to", match[0])
        if low < high <= OLDEST and said:
            return low, high
    return None


def differ(one: tuple[int, int] | None, other: tuple[int, int] | None) -> bool:
    """Whether two spans of ages are both named and are not the same."""
    return one is not None and other is not None and one != other


def in_words(ages: tuple[int, int]) -> str:
    return f"{ages[0]} to {ages[1]}"
