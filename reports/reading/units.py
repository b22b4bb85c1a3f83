"""The unit of a number that prints none: a count, a rate, a score; None for a number that is no value at all.

>>> text = "The number of children in care now stands at 512"
>>> unit_of(text, values_in(text)[0])
'count'
"""

from __future__ import annotations

import re

from reports.reading.indicators import named
from reports.reading.values import ABOUT, Value, values_in

__all__ = ["is_count", "names_next", "unit_of", "unit_said", "values_in"]

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
    r"(?:\b(?:is|was|were|are|at|to|of|totalled|totalling|stands|stood|currently|remains|remained|reached|had"
    r"|has|have|plus|averag(?:e|es|ed)"
    r"|and|including|from|or)\b"
    rf"|[:=–(,-])\s*(?:(?:currently|now|still|at|a\s+total\s+of|{ABOUT})\s+)*$",
    re.IGNORECASE,
)
THERE_ARE = re.compile(
    r"\b(?:there|we|it|council|authority|county|city|borough|service|currently)\s+(?:currently\s+|now\s+)?"
    r"(?:(?:is|are|was|were|had|has|have|looked?\s+after|looks\s+after|supports?|supported|cared?\s+for|ha[sd]\s+been|have\s+been)"
    r"|(?:is|are|was|were|has\s+been|have\s+been|had\s+been)\s+(?:currently\s+|now\s+)?(?:looking\s+after|supporting"
    r"|caring\s+for|working\s+with))\s+"
    rf"(?:(?:currently|now|also|still|responsib\w+\s+for|a\s+total\s+of|{ABOUT})\s+)*$"
    r"|\b(?:shows?|showed|recorded|reported)\s+$",
    re.IGNORECASE,
)
ADDED = re.compile(
    r"(?:,\s+with|\bwith\s+a\s+further|\btogether\s+with|\bas\s+well\s+as|\bon\s+top\s+of"
    r"|\balongside(?:\s+a\s+further)?)\s+$"
    r"|\b(?:plus(?:\s+a\s+further)?|(?:and\s+)?a\s+further|(?:and\s+)?in\s+addition,?|of\s+whom|of\s+which"
    r"|including|in\s+addition\s+to|excluding)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# The unit that a label or a column of units gives to the numbers beside it; the first that is said decides.
UNIT_SAID = (
    ("per_10000", re.compile(r"(?:per|/)\s?(?:10,?000|10k)\b", re.IGNORECASE)),
    ("ratio", re.compile(r"(?:per|/)\s?(?:100,?000|100k|1,?000|1k)\b|\bratio\b", re.IGNORECASE)),
    ("percent", re.compile(r"%|\bper\s?cent|\bpercentage|\bproportion|\bshare\b", re.IGNORECASE)),
    ("gbp", re.compile(r"£|\bcosts?\b", re.IGNORECASE)),
    ("ratio", re.compile(r"\bcase[\s-]?loads?\b", re.IGNORECASE)),
    ("score", re.compile(r"\bscores?\b|\bSDQ\b", re.IGNORECASE)),
    ("ratio", re.compile(r"\baverage\b", re.IGNORECASE)),
    ("count", re.compile(r"\bnumbers?\b|\bno\.|\bcount\b|#|\bnum\b", re.IGNORECASE)),
)
# "At 31 March 2017, 612 children ...": the count opens the sentence.
OPENING = re.compile(
    r"(?:(?:At|On|As at|In|By|During|Currently|Today)\b[^,]{0,40},\s*"
    r"|At\s+the\s+time\s+of\s+(?:the|our|this|their)\s+(?:\w+\s+)?inspection,?\s+)?"
    r"(?:A further\s+|Of (?:these|them|whom),?\s+|A total of\s+|Some\s+|Over\s+)?",
    re.IGNORECASE,
)
TOPIC_AND_COLON = re.compile(r"[^.;:]{3,120}[:–-]\s*")
# "The average weekly cost of a placement is £4,300; a place with foster carers costs £520".
WEEKLY = re.compile(r"\bweekly\s+(?:unit\s+)?(?:costs?|prices?|fees?|rates?)\b|\bcosts?\s+per\s+week\b", re.IGNORECASE)
MOST_A_WEEK = 30_000
# "The Council looked after 288 children".
CHILDREN_NEXT = re.compile(r"\s+(?:children|young\s+people)\b", re.IGNORECASE)
CASES_HELD = re.compile(r"\bcase[\s-]?loads?\b|\bcases\b|\baverage\b|\beach\b", re.IGNORECASE)
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
        # "... was 175, which is 284 young people": people are counted, whatever the rate before them.
        counted = unit == "ratio" and CHILDREN_NEXT.match(after) and not CASES_HELD.search(clause)
        if LINKED.search(clause) and named(clause, unit) and "£" not in clause and not counted:
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


def unit_said(words: str) -> str | None:
    """The unit that a measure's name gives to its values.

    >>> unit_said("Children in care per 10,000"), unit_said("% of plans on time"), unit_said("Open cases")
    ('per_10000', 'percent', None)
    """
    if re.search(r"\brates?\b", words, re.IGNORECASE) and named(words, "per_10000") and "100" not in words:
        return "per_10000"
    return next((unit for unit, pattern in UNIT_SAID if pattern.search(words)), None)


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
