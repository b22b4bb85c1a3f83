"""Words such as "one of the lowest in the country" and "the highest since 2016", and what a series says to them.

>>> claim = superlatives_in("Its rate of 31.4 per 10,000 is one of the lowest in the country.")[0]
>>> claim.words, claim.end, claim.among, claim.some
('one of the lowest in the country', 'lowest', 'nation', True)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from dashboard.claims.rounding import Interval
from reports.reading.dates import Dated, dates_in, span

NATION, REGION, NEIGHBOURS, EVER = "nation", "region", "neighbours", "ever"
# "One of the lowest" says no number: the lowest tenth is, the lowest quarter is too, above the middle is not.
SOME, NOT = Decimal("0.25"), Decimal("0.5")
ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "joint": 1,
}  # fmt: skip
# "The highest risk" and "the lowest cost type of place" rank no authority.
END = (
    r"(?P<end>lowest|highest|smallest|largest|fewest|best|worst)"
    r"(?![\s-]+(?:risk|priority|possible|cost|paid|practices?|value|interests?|outcomes?|standards?|quality|needs?|levels?\s+of\s+(?:risk|need))\b)"
)
# Numbers that say what is counted, not how it stands.
WITHIN_NAME = re.compile(r"\bper\s+\d[\d,]*|\b(?:aged?|ages)\s+\d+(?:\s*(?:-|–|to|and)\s*\d+)?", re.IGNORECASE)
NTH = rf"(?:(?P<nth>\d{{1,3}})\s?(?:st|nd|rd|th)[\s-]+|(?P<ordinal>{'|'.join(ORDINALS)})[\s-]+)?"
COUNTRY = (
    r"(?:the\s+country|England|nationally|all\s+(?:English\s+)?(?:local\s+)?authorities|\d+\s+local\s+authorities)"
)
AREA = (
    r"(?:the\s+)?(?:(?:[A-Z]\w+\s+)?[Rr]egion\b|East\s+of\s+England|South\s+East|South\s+West|North\s+East|North\s+West"
    r"|West\s+Midlands|East\s+Midlands|Yorkshire\s+and\s+(?:the\s+)?Humber)"
)
NEAR = r"(?:its\s+|our\s+|the\s+|their\s+)?(?:group\s+of\s+)?(?:statistical\s+)?neighbours(?:ing\s+authorities)?"
AMONG = re.compile(
    rf"(?P<some>\b(?:one\s+of|among|amongst|some\s+of)\s+the\s+)?(?<!\w){NTH}{END}\b(?P<of>[^.;:\d]{{0,60}}?)"
    rf"(?:,\s*)?\b(?:in|of|across|among|amongst|within|out\s+of|compared\s+(?:to|with))?\s*(?:all\s+(?:of\s+)?)?"
    rf"(?P<among>(?P<region>{AREA})|(?P<nation>{COUNTRY})|(?P<near>{NEAR}))",
)
RECORD = re.compile(
    rf"\b(?:(?P<record>(?:record|all[\s-]time)[\s-](?P<way>low|high))|{END}[\s-](?:ever|on\s+record|recorded)\b"
    rf"|{END.replace('<end>', '<end2>')}\b[^.;:\d]{{0,30}}\b(?:ever|on\s+record)\b)",
    re.IGNORECASE,
)
# Before a superlative: what says that it is not so, is not yet so, or is so of others.
NOT_SAID = re.compile(
    r"\b(?:not|no\s+longer|never|nor|aim\w*|ambition\w*|wants?|wish\w*|hopes?|target\w*|become|to\s+be|will\s+be|should\s+be"
    r"|could\s+be|would\s+be|if)\b[^.;:,]{0,30}$|\b(?:than|against|compar\w+\s+(?:with|to))\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
SINCE = re.compile(rf"\b{END}\b[^.;:\d]{{0,40}}?\bsince\s+(?P<when>[^.;:]{{4,40}})", re.IGNORECASE)
YEARS = re.compile(
    rf"\b{END}\b[^.;:\d]{{0,40}}?\b(?:in|for)\s+(?:over|more\s+than|nearly|almost|about|at\s+least|the\s+last)?\s*"
    r"(?P<years>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty)\s+years?\b",
    re.IGNORECASE,
)
BARE_YEAR = re.compile(r"\s*(?:at\s+least\s+)?((?:19|20)\d\d)(?![\d/-])")
NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
    "fifteen": 15, "twenty": 20,
}  # fmt: skip
LOW = {"lowest", "smallest", "fewest", "low"}
HIGH = {"highest", "largest", "high"}


@dataclass(frozen=True, slots=True)
class Superlative:
    """What a sentence claims: `end` is lowest, highest, best or worst; `among` whom or, of its own past, ever.

    `place` is 3 of "the third lowest" and 0 where none is said, `some` whether "one of"; since: the first day of its
    own past that counts; years: how many years of it.
    """

    words: str
    end: str
    among: str
    place: int = 0
    some: bool = False
    since: date | None = None
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a value stands from an end: `first` to `last` place with what rounding leaves open, of so many."""

    first: int
    last: int
    of: int


def superlatives_in(sentence: str) -> list[Superlative]:
    """The superlatives of a sentence, in order."""
    found = [*_among(sentence), *_of_its_past(sentence)]
    said = [one for one in found if not NOT_SAID.search(sentence[: sentence.find(one.words)])]
    return sorted(said, key=lambda one: sentence.find(one.words))


def _among(sentence: str) -> Iterator[Superlative]:
    bare = WITHIN_NAME.sub(lambda match: re.sub(r"\d", "_", match[0]), sentence)
    for match in AMONG.finditer(bare):
        among = REGION if match["region"] else NATION if match["nation"] else NEIGHBOURS
        place = int(match["nth"] or 0) or ORDINALS.get((match["ordinal"] or "").lower(), 0)
        words = sentence[match.start() : match.end()].strip()
        yield Superlative(words, _end(match["end"]), among, place, bool(match["some"]))


def _of_its_past(sentence: str) -> Iterator[Superlative]:
    for match in SINCE.finditer(sentence):
        if dated := next((one for one in _dates(match["when"]) if one.start < 15), None):
            words = sentence[match.start() : match.start("when") + dated.end]
            yield Superlative(words, _end(match["end"]), EVER, since=span(dated.iso)[0])
    for match in YEARS.finditer(sentence):
        years = NUMBERS.get(match["years"].lower()) or int(match["years"])
        yield Superlative(match[0], _end(match["end"]), EVER, years=years)
    for match in RECORD.finditer(sentence):
        end = match["way"] or match["end"] or match["end2"]
        yield Superlative(match[0], _end(end), EVER)


def _dates(words: str) -> list[Dated]:
    """The dates of words, and a bare year that they begin with."""
    bare = BARE_YEAR.match(words)
    year = [Dated(bare[1], bare.start(1), bare.end(1), "year")] if bare else []
    return [*year, *dates_in(words)]


def _end(word: str) -> str:
    return "lowest" if word.lower() in LOW else "highest" if word.lower() in HIGH else word.lower()


def directed(end: str, polarity: str) -> str:
    """lowest or highest; of best and worst by the polarity, and empty where neither is better.

    >>> directed("best", "low"), directed("worst", "low"), directed("best", "neutral"), directed("lowest", "neutral")
    ('lowest', 'highest', '', 'lowest')
    """
    if end in ("lowest", "highest"):
        return end
    good = {"low": "lowest", "high": "highest"}.get(polarity, "")
    bad = {"low": "highest", "high": "lowest"}.get(polarity, "")
    return good if end == "best" else bad


def standing(own: Interval, others: Sequence[Interval], end: str) -> Standing:
    """The place of a value from an end; values that rounding makes alike may stand on either side of it."""
    if end == "lowest":
        ahead, maybe = sum(o.high < own.low for o in others), sum(o.low < own.high for o in others)
    else:
        ahead, maybe = sum(o.low > own.high for o in others), sum(o.high > own.low for o in others)
    return Standing(ahead + 1, max(ahead, maybe) + 1, len(others) + 1)


def holds(claim: Superlative, where: Standing) -> bool | None:
    """Whether a claim of a place agrees with the place; None where its words leave that open."""
    if not claim.some:
        place = claim.place or 1
        return where.first <= place <= where.last
    share = Decimal(where.first) / where.of
    return True if share <= SOME else False if share > NOT else None
