"""The unit of a number that prints none: a count, a rate, a score; None for a number that is no value at all.

>>> text = "The number of children in care now stands at 512"
>>> unit_of(text, values_in(text)[0])
'count'
"""

from __future__ import annotations

import re

from reports.reading.indicators import named
from reports.reading.values import ABOUT, Value, values_in

__all__ = ["is_count", "names_next", "unit_of", "values_in"]

RATE_SAID = re.compile(
    r"\brates?\b[^;]{0,80}?per\s+(?:10,?000|10k)|per\s+(?:10,?000|10k)[^;]{0,80}?\brates?\b|\brates?\s+per\s+10",
    re.IGNORECASE,
)
NUMBER_SAID = re.compile(
    r"\b(?:numbers?|totals?|totalled|count|figures?|caseloads?|referrals|plans|population|cohort|exclusions"
    r"|enquiries|households|admissions|entrants)\b",
    re.IGNORECASE,
)
LINKED = re.compile(
    r"(?:\b(?:is|was|were|are|at|to|of|totalled|totalling|stands|stood|currently|remains|remained|reached|had|has|have|plus|averag(?:e|es|ed)"
    r"|and|including|from|or)\b"
    rf"|[:=–(,-])\s*(?:(?:currently|now|still|at|a\s+total\s+of|{ABOUT})\s+)*$",
    re.IGNORECASE,
)
THERE_ARE = re.compile(
    r"\b(?:there|we|it|council|authority|county|city|borough|service|currently)\s+(?:currently\s+|now\s+)?"
    r"(?:(?:is|are|was|were|had|has|have|looked?\s+after|looks\s+after|supports?|supported|cared?\s+for)"
    r"|(?:is|are|was|were|has\s+been|have\s+been)\s+(?:currently\s+|now\s+)?(?:looking\s+after|supporting"
    r"|caring\s+for|working\s+with))\s+"
    rf"(?:(?:currently|now|also|still|responsib\w+\s+for|a\s+total\s+of|{ABOUT})\s+)*$"
    r"|\b(?:shows?|showed|recorded|reported)\s+$",
    re.IGNORECASE,
)
ADDED = re.compile(
    r"(?:,\s+with|\bwith\s+a\s+further|\btogether\s+with|\bas\s+well\s+as|\bon\s+top\s+of|\balongside(?:\s+a\s+further)?)\s+$"
    r"|\b(?:plus(?:\s+a\s+further)?|(?:and\s+)?a\s+further|(?:and\s+)?in\s+addition,?|of\s+whom|of\s+which|including|in\s+addition\s+to|excluding)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "At 31 March 2017, 612 children ...": the count opens the sentence.
OPENING = re.compile(
    r"(?:(?:At|On|As at|In|By|During|Currently|Today)\b[^,]{0,40},\s*)?"
    r"(?:A further\s+|Of (?:these|them|whom),?\s+|A total of\s+|Some\s+|Over\s+)?",
    re.IGNORECASE,
)
TOPIC_AND_COLON = re.compile(r"[^.;:]{3,120}[:–-]\s*")
# "The average weekly cost of a placement is £4,300; a place with foster carers costs £520".
WEEKLY = re.compile(r"\bweekly\s+(?:unit\s+)?(?:costs?|prices?|fees?|rates?)\b|\bcosts?\s+per\s+week\b", re.IGNORECASE)
MOST_A_WEEK = 30_000
# "The Council looked after 288 children".
CHILDREN_NEXT = re.compile(r"\s+(?:children|young\s+people)\b", re.IGNORECASE)
CASES_EACH = re.compile(r"\s+cases?\b", re.IGNORECASE)
NEXT_WORDS = re.compile(r"\s+[A-Za-z]")


def unit_of(text: str, value: Value, compared: str | None = None) -> str | None:
    """The unit of a value; `compared` is that of the value it is set beside."""
    if value.unit == "pounds":
        weekly = value.number < MOST_A_WEEK and WEEKLY.search(text[: value.start])
        return "gbp" if compared == "gbp" or weekly else None
    if value.unit:
        return value.unit
    if compared:
        return compared
    before, after = text[: value.start], text[value.end :]
    clause = re.split(r";", before)[-1]
    if RATE_SAID.search(clause) and LINKED.search(clause) and value.number < 2000:
        return "per_10000"
    if CASES_EACH.match(after) and named(text, "ratio"):
        return "ratio"
    for unit in ("score", "ratio"):
        if LINKED.search(clause) and named(clause, unit) and "£" not in clause:
            return unit
    return "count" if value.number == int(value.number) and is_count(clause, after) else None


def is_count(before: str, after: str) -> bool:
    """Whether the words around a number make it a count of a known measure.

    >>> is_count("there are ", " children looked after"), is_count("attended by ", " young carers")
    (True, False)
    """
    told = THERE_ARE.search(before) or ADDED.search(before) or OPENING.fullmatch(before.lstrip())
    if told and (names_next(after, "count") or (CHILDREN_NEXT.match(after) and named(before[-60:], "count"))):
        return True
    if TOPIC_AND_COLON.fullmatch(before) and named(before, "count"):
        return True
    said = list(NUMBER_SAID.finditer(before))
    if not said or not LINKED.search(before):
        return False
    # "The number of advisers for care leavers" counts advisers.
    counted = re.split(r"\s(?:for|supporting|working)\s", before[said[-1].end() :])[0]
    return named(counted if counted.strip().startswith("of") else before, "count") is not None


def names_next(after: str, unit: str) -> bool:
    """Whether the words right after a value say what it is of: "14% of ...", "35 unaccompanied children".

    >>> names_next(" of carers", "percent"), names_next(" unaccompanied children", "count")
    (True, True)
    """
    if unit == "count":
        return bool(NEXT_WORDS.match(after)) and named(after[:70], "count") is not None
    if unit == "gbp":
        return re.match(r"\s*(?:for|in)\s", after) is not None
    return re.match(r"\s*(?:of\b|[a-z]{3,}\s+of\b)", after) is not None and not re.match(r"\s+in\b", after)
