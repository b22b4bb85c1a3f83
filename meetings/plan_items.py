"""Which listings are of one item: what papers say is to be decided, known again from one plan to the next.

A reference that is printed in both tells, so long as the titles do not speak of quite different things; without one,
titles that are alike, of the same decision maker and with the same numbers in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID, uuid5

from rapidfuzz import fuzz

from meetings.names import committee_key

# From 0 to 100: below the first, two titles under one reference are told and not joined; from the second on, titles
# without a reference are of one item.
NOT_QUITE_DIFFERENT = 55
ALIKE = 88
# So many words of the shorter title must all stand in the longer one, where it says the same at more length.
TELLING_WORDS = 4
SMALL_WORDS = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "its", "of", "on", "or", "the", "to", "with"]
)


@dataclass(frozen=True)
class Listed:
    """One item as one paper lists it; `paper` tells papers apart, `key` is the item that it was found to be of."""

    title: str
    reference: str = ""
    decision_maker: str = ""
    paper: object = None
    key: UUID | None = None


def key_of(council: UUID, listed: Listed, known: Iterable[Listed]) -> UUID:
    """The key of the item that is listed: that of the known one which it is of, else one of its own."""
    same = [one for one in known if one.key and is_same(one, listed)]
    if same:
        nearest = max(same, key=lambda one: (_same_maker(one, listed), likeness(one.title, listed.title)))
        return nearest.key or own_key(council, listed)
    return own_key(council, listed)


def own_key(council: UUID, listed: Listed) -> UUID:
    said = (reference_key(listed.reference), title_key(listed.title), committee_key(listed.decision_maker))
    return uuid5(council, "|".join(said))


def is_same(one: Listed, other: Listed) -> bool:
    """Whether two listings of one council are of one item.

    >>> is_same(Listed("Overnight short breaks", "F018/26"), Listed("Short breaks in the north", "F018 / 26"))
    True
    >>> is_same(Listed("Overnight short breaks", "F018/26"), Listed("Repair of the sea wall", "F018/26"))
    False
    >>> is_same(Listed("School admissions 2027/28"), Listed("School admissions 2028/29"))
    False
    """
    # One plan may list one item twice: for Cabinet, and then for Council.
    if one.paper is not None and one.paper == other.paper and not _same_maker(one, other):
        return False
    if one.reference and other.reference:
        return is_one_reference(one.reference, other.reference) and not are_quite_different(one.title, other.title)
    return are_alike(one.title, other.title) and (not one.decision_maker or _same_maker(one, other))


def reference_key(reference: str) -> str:
    """
    >>> reference_key("F018 / 26") == reference_key("f018/26")
    True
    """
    return re.sub(r"[\s.]+", "", reference).casefold()


def is_one_reference(one: str, other: str) -> bool:
    return bool(one) and reference_key(one) == reference_key(other)


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """The words of a title that tell, as text.

    >>> title_key("The Future of Children’s Homes, 2026/27")
    'future childrens homes 2026 27'
    """
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’‘]", "", title.casefold()))
    return " ".join(word for word in words if word not in SMALL_WORDS)


def likeness(one: str, other: str) -> float:
    """How alike two titles are, from 0 to 100."""
    return fuzz.token_sort_ratio(title_key(one), title_key(other))


def are_quite_different(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(title_key(one), title_key(other)) < NOT_QUITE_DIFFERENT


def are_alike(one: str, other: str) -> bool:
    """Whether titles alone say that two listings are of one item."""
    if numbers(one) != numbers(other):
        return False
    first, second = set(title_key(one).split()), set(title_key(other).split())
    within = (first <= second or second <= first) and min(len(first), len(second)) >= TELLING_WORDS
    return within or likeness(one, other) >= ALIKE


def numbers(title: str) -> set[str]:
    return set(re.findall(r"\d+", title))


def _same_maker(one: Listed, other: Listed) -> bool:
    return committee_key(one.decision_maker) == committee_key(other.decision_maker)
