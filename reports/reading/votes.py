"""Votes as minutes print them: in a sentence, in brackets, as a small table, with or without names.

>>> vote_in("The motion was carried by 7 votes to 3 with 1 abstention")
Votes(for_=7, against=3, abstained=1, unanimous=None, method=None, names_for=(), names_against=(), names_abstained=())
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.reading.facts import Votes
from reports.reading.names import people, without_title

WORDS = [
    "no",
    "none",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
NUMBERS = {word: max(place - 1, 0) for place, word in enumerate(WORDS)} | {"nil": 0, "zero": 0}
COUNT = rf"(?P<count>\d{{1,3}}|{'|'.join(NUMBERS)})"

FOR = r"(?:for|in\s+favou?r(?:\s+of)?|agreed|supported|ayes?|votes\s+for)"
AGAINST = r"(?:against|opposed|noes|nays?|not\s+agreed|votes\s+against)"
ABSTAINED = r"(?:abst(?:ention|entions|ained|ain|aining)s?)"

# In a table "Agreed 7" counts those in favour; in a sentence "agreed 7 recommendations" counts none.
IN_FAVOUR = r"(?:for|in\s+favou?r(?:\s+of)?|ayes?|votes\s+for)"
# Each way to say how many: number first, then the word; or word first, then the number. First table wins.
SIDES = (("for_", FOR), ("against", AGAINST), ("abstained", ABSTAINED))
BEFORE = {
    side: re.compile(
        rf"\b{COUNT}\s*(?:members?\s+|councillors?\s+|votes?\s+)?(?:(?:were|was|voted|voting)\s+)?(?:cast\s+)?{words}\b",
        re.IGNORECASE,
    )
    for side, words in SIDES
}
BEHIND = {
    side: re.compile(rf"\b{words}\b\s*[:=\-–(]*\s*{COUNT}\b(?!\s*\w*\s*(?:to|minutes|years|months))", re.IGNORECASE)
    for side, words in (("for_", IN_FAVOUR), *SIDES[1:])
}
BY_TO = re.compile(
    r"\b(?:by|of)\s+(?P<for>\d{1,3}|[a-z]+)\s+(?:votes?\s+)?to\s+(?P<against>\d{1,3}|[a-z]+)\b", re.IGNORECASE
)
UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\bnem(?:ine)?\.?\s*con(?:tradicente)?\b|\bwithout\s+dissent\b", re.IGNORECASE
)
METHOD = re.compile(
    r"\b(?:show\s+of\s+hands|recorded\s+vote|roll[\s-]call|named\s+vote|electronic\s+vot(?:e|ing)|secret\s+ballot|ballot|general\s+assent)\b",
    re.IGNORECASE,
)
# A sentence that tells of a vote.
VOTING = re.compile(
    r"\bvot(?:e|es|ed|ing)\b|\bshow\s+of\s+hands\b|\bunanimous(?:ly)?\b|\babst(?:ain|ention)|\bin\s+favou?r\b.{0,40}\bagainst\b|\bcarried\b|\blost\b"
    r"|\bfell\b|\bfor\b\W{0,3}\d+.{0,30}\bagainst\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    rf"(?:^|[\n.;(])\s*(?:(?:members\s+|those\s+|councillors\s+)?(?:vot(?:ed|ing)\s+)?)(?P<side>{FOR}|{AGAINST}|{ABSTAINED})(?:\s+the\s+\w+)?"
    r"\s*(?:\(\d+\)|-?\s*\d+)?\s*[:–-]\s*(?P<names>[^\n]+?)(?=\.\s|\.$|\n|;|$)",
    re.IGNORECASE,
)


def vote_in(text: str) -> Votes | None:
    """The vote that a text states, None where it states none."""
    if not VOTING.search(text):
        return None
    in_favour, against = count_of(text, "for_"), count_of(text, "against")
    by = BY_TO.search(text)
    if by and in_favour is None and against is None:
        in_favour, against = number(by["for"]), number(by["against"])
    method = METHOD.search(text)
    votes = Votes(
        for_=in_favour,
        against=against,
        abstained=count_of(text, "abstained"),
        unanimous=True if UNANIMOUS.search(text) else None,
        method=" ".join(method[0].split()).lower() if method else None,
    )
    votes = with_names(votes, text)
    return votes if says_something(votes) else None


def says_something(votes: Votes) -> bool:
    return votes != Votes()


def count_of(text: str, side: str) -> int | None:
    for pattern in (BEFORE[side], BEHIND[side]):
        if found := pattern.search(text):
            return number(found["count"])
    return None


def number(word: str) -> int | None:
    """
    >>> number("7"), number("Three"), number("the")
    (7, 3, None)
    """
    return int(word) if word.isdigit() else NUMBERS.get(word.lower())


def with_names(votes: Votes, text: str) -> Votes:
    """The same vote with the names that the document records for each side."""
    for found in NAMED.finditer(text):
        names = tuple(person.name for person in people(found["names"]))
        if names:
            votes = named(votes, side_of(found["side"]), names)
    return votes


def named(votes: Votes, side: str, names: tuple[str, ...]) -> Votes:
    """The same vote with the names of one side: for_, against or abstained."""
    if side == "for_":
        return replace(votes, names_for=names)
    return replace(votes, names_against=names) if side == "against" else replace(votes, names_abstained=names)


def counted(side: str, count: int | None) -> Votes:
    """A vote of which only one side is told."""
    if side == "for_":
        return Votes(for_=count)
    return Votes(against=count) if side == "against" else Votes(abstained=count)


def side_of(word: str) -> str:
    """
    >>> side_of("In favour"), side_of("Abstentions"), side_of("Against")
    ('for_', 'abstained', 'against')
    """
    if re.fullmatch(AGAINST, word, re.IGNORECASE):
        return "against"
    return "abstained" if re.fullmatch(ABSTAINED, word, re.IGNORECASE) else "for_"


def vote_row(cells: Sequence[str]) -> Votes | None:
    """One row of a small table of votes: `Agreed | 7`; None for any other row.

    >>> vote_row(("Abstentions", "3")).abstained
    3
    """
    if len(cells) != 2 or number(cells[1].strip(" .")) is None:
        return None
    word = re.sub(r"\W+$", "", cells[0].strip())
    for side, words in SIDES:
        if re.fullmatch(rf"(?:votes?\s+|members?\s+|voted\s+)?{words}", word, re.IGNORECASE):
            return counted(side, number(cells[1].strip(" .")))
    return None


def together(one: Votes | None, other: Votes | None) -> Votes | None:
    """What two statements of one vote say together; the first prevails."""
    if one is None or other is None:
        return one or other
    return Votes(
        for_=one.for_ if one.for_ is not None else other.for_,
        against=one.against if one.against is not None else other.against,
        abstained=one.abstained if one.abstained is not None else other.abstained,
        unanimous=one.unanimous or other.unanimous,
        method=one.method or other.method,
        names_for=one.names_for or other.names_for,
        names_against=one.names_against or other.names_against,
        names_abstained=one.names_abstained or other.names_abstained,
    )


def total(votes: Votes) -> int | None:
    """How many voted, abstentions counted; None where one of the two sides is not counted."""
    counts = [count for count in (votes.for_, votes.against, votes.abstained) if count is not None]
    return sum(counts) if votes.for_ is not None and votes.against is not None else None


def same_person(one: str, other: str) -> bool:
    """Whether two printed names may be one person's: surname and first initial agree."""
    first, second = without_title(one).lower().split(), without_title(other).lower().split()
    if not first or not second or first[-1] != second[-1]:
        return False
    return len(first) == 1 or len(second) == 1 or first[0][0] == second[0][0]
