"""Which measures of the catalogue a text speaks of, by the words that councils use for them. Plain functions on text.

>>> said_in("That the offer for care leavers in suitable accommodation be widened.")
{'care-leavers-accommodation-percent': 'care leavers, suitable accommodation'}
>>> said_in("That the matter be referred to Cabinet.")
{}
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from meetings.names import committee_key as plain
from reports.reading.indicator_phrases import CARE_LEAVERS, EHC_PLANS, FOSTER, PLANS, SOCIAL_WORKERS, UNACCOMPANIED
from reports.reading.indicators import INDICATORS, Indicator

# What is sent from one body to another is no referral of a child.
SENT_ON = re.compile(
    r"(?<!re-)\breferred\b(?!\s+again)|\breferrals?\s+(?:back\s+)?to\s+(?:the\s+)?c(?:abinet|ouncil)\b", re.IGNORECASE
)
# A measure in pounds is spoken of where money is.
MONEY = re.compile(r"£|\bcosts?\b|\bprices?\b|\bspend(?:ing)?\b|\bfees?\b", re.IGNORECASE)
# What a measure's name says of how it is reckoned, and not of what it is about.
RECKONED = re.compile(
    r"\([^)]*\)|\bper\s+10,?000\b|\bper\s+100,?000\b|\bpercentage\b|\bper\s+cent\b|\bnumber\s+of\b|\brate\s+of\b|\baverage\b"
    r"|\bin\s+the\s+year\b|\b(?:at|on)\s+31\s+march\b",
    re.IGNORECASE,
)
# fmt: off
SMALL = frozenset((
    "a", "an", "and", "as", "at", "by", "for", "from", "had", "in", "into", "is", "not", "of", "on", "or", "the",
    "their", "to", "was", "were", "who", "with", "within",
))
# fmt: on
# Whom or what a measure is of, where that alone is enough to think of it.
OF_WHOM = (CARE_LEAVERS, EHC_PLANS, FOSTER, PLANS, SOCIAL_WORKERS, UNACCOMPANIED)
# Of a name of fewer words than these, the words must stand together: children in need.
ENOUGH = 3


@lru_cache(maxsize=512)
def _pattern(said: str) -> re.Pattern[str]:
    return re.compile(said, re.IGNORECASE)


def said_in(text: str) -> dict[str, str]:
    """The measures that a text speaks of by the reader's phrases, each with the words that it was known by.

    Where the words of one measure are among those of another, only the narrower one is meant.
    """
    found: dict[str, tuple[frozenset[str], str]] = {}
    cleared = SENT_ON.sub(" ", text)
    for row in INDICATORS:
        words = _words(row, cleared)
        if words and row.slug not in found:
            found[row.slug] = frozenset(row.said), ", ".join(words)
    narrow = (phrases for phrases, _ in found.values())
    every = list(narrow)
    return {slug: words for slug, (said, words) in found.items() if not any(said < other for other in every)}


def about(text: str) -> dict[str, str]:
    """The measures of those whom a text is about, though it says nothing of what is measured.

    >>> sorted(about("Recruitment of social workers"))[:2]
    ['agency-social-workers-percent', 'permanent-social-workers-percent']
    """
    found: dict[str, str] = {}
    for whom in OF_WHOM:
        if match := _pattern(whom).search(text):
            words = " ".join(match[0].split())
            found |= {row.slug: words for row in INDICATORS if whom in row.said and _is_meant(row, text)}
    return found


def _is_meant(row: Indicator, text: str) -> bool:
    return row.unit != "gbp" or bool(MONEY.search(text))


def _words(row: Indicator, text: str) -> list[str]:
    """The words by which a measure is known; none where something of it is not said."""
    if not _is_meant(row, text):
        return []
    matches = [_pattern(said).search(text) for said in row.said]
    if not all(matches):
        return []
    return list(dict.fromkeys(" ".join(match[0].split()) for match in matches if match))


def names_in(text: str, names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The measures, of (slug, name), all of whose words are in a text, each with its name.

    >>> names_in("The rate of school suspensions", [("suspensions", "Suspensions from school (rate per 100 pupils)")])
    {}
    >>> names_in("Children in need in the county", [("need", "Children in need per 10,000")])
    {'need': 'Children in need per 10,000'}
    """
    spaced = f" {plain(text)} "
    said = {_stem(word) for word in spaced.split()}
    found = {}
    for slug, name in names:
        phrase = plain(RECKONED.sub(" ", name))
        wanted = {_stem(word) for word in phrase.split()} - SMALL
        if (len(wanted) >= ENOUGH and wanted <= said) or (len(wanted) > 1 and f" {phrase} " in spaced):
            found[slug] = name
    return found


def _stem(word: str) -> str:
    """What children and child, placements and placement share."""
    word = {"children": "child", "childrens": "child"}.get(word, word)
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
