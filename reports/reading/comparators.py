"""Whose value a number is, and whether it is today's, an earlier one, a target or a floor.

>>> text = "51.7 compared with 64 nationally and 58 for our statistical neighbours"
>>> areas_of(text, values_in(text))
[None, 'England', 'Statistical neighbours']
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.areas import Area, areas_in
from reports.reading.values import ABOUT, Value, values_in

__all__ = ["GOES_ON", "areas_of", "is_compared", "role_of", "values_in"]

# A sentence that speaks on of the figure before it: "This compares with ...", "The latest national rate is ...".
GOES_ON = re.compile(
    r"(?:This|That|It|These|Nationally|Our (?:statistical|target|rate|own)|In England|Statistical|England"
    r"|The (?:(?:latest|most recent|current|published|corresponding|overall) )?(?:national|England|English|regional"
    r"|statistical|comparable|target|figure|average|rate|number|previous|equivalent)"
    r"|(?:(?:At|By|In|For) (?:the |this )?(?:same )?(?:time|point|date|day|period|stage|month)?,? ?)?(?:[Ll]ast year"
    r"|[Tt]he (?:year|month) before|[Tt]he previous year|[Aa] year (?:ago|earlier|before)"
    r"|[Tt]welve months (?:ago|earlier)))\b"
)
# "64 nationally", "58 for our statistical neighbours", "58 in the areas of our statistical neighbours",
# "71% average across the club", "64 (England)".
AFTER_A_VALUE = re.compile(
    r"\s*(?:(?:per|a)\s+[\d,]+\w?|per\s+week|pw)?\s*(?:\(0-1[78]\s+population\)\s*)?(?:average|rate|figure|reported"
    r"|recorded|seen|achieved)?\s*"
    r"(?P<open>\()?(?P<link>(?:for|in|across|among(?:st)?|by|of|reported\s+by|as)\s+(?:all\s+)?(?:the\s+|our\s+|its\s+"
    r"|their\s+)?"
    r"(?:rest\s+of\s+(?:the\s+)?)?(?:average\s+(?:for|of|across)\s+)?"
    r"(?:(?:areas?|councils|(?:local\s+)?authorities|groups?)\s+(?:of|in|among|that\s+are)\s+)?"
    r"(?:all\s+)?(?:the\s+|our\s+|its\s+|their\s+)?(?:children\s+in\s+"
    r"|\w+\s+across\s+)?)?",
    re.IGNORECASE,
)
ADVERB = re.compile(r"(?:national|regional)ly$", re.IGNORECASE)
# What may stand between a comparator's name and its value: "England's average in 2016 was just 60".
OF_A_VALUE = re.compile(
    r"['’]?s?[\s(:,–=-]*(?:(?:average|averages|averaged|mean|median|rates?|figures?|levels?|picture|position"
    r"|comparators?|benchmark\w*|percentage|proportion"
    r"|results?|scores?|value|performance|data|authorities|authority|councils|group|region|club|of|was|is|at|were"
    r"|are|being|stands|stood"
    r"|which|currently|per|10,000|the|for|this|that|our|in|as|reported|published|latest|equivalent|comparable"
    r"|costs?|week|weekly|outturn|year|calendar|financial|academic|school|quarter|month|same|period|and"
    rf"|who|achieved|achieving|had|has|to|{ABOUT})\b[\s(:,–=-]*)*",
    re.IGNORECASE,
)
CLAUSE_START = re.compile(
    r"(?:^|[,;(]\s*|\b(?:while|whilst|whereas|but|and)\s+)(?:for\s+|in\s+|across\s+)?(?:the\s+|our\s+)?$", re.IGNORECASE
)


def areas_of(text: str, values: Sequence[Value]) -> list[str | None]:
    """For each value the comparator that it belongs to, None for the council's own."""
    owners: list[str | None] = [None] * len(values)
    for area in areas_in(text):
        index = _owned(text, values, area)
        if index is not None and owners[index] is None:
            owners[index] = area.name
    return owners


def _owned(text: str, values: Sequence[Value], area: Area) -> int | None:
    earlier = [index for index, value in enumerate(values) if value.end <= area.start]
    later = [index for index, value in enumerate(values) if value.start >= area.end]
    if earlier and _stands_after(text, values[earlier[-1]], area):
        return earlier[-1]
    if later and _stands_before(text, values[later[0]], area):
        return later[0]
    return None


def _stands_after(text: str, value: Value, area: Area) -> bool:
    link = AFTER_A_VALUE.fullmatch(text, value.end, area.start)
    if not link:
        return False
    closed = bool(link["open"]) and text[area.end : area.end + 20].lstrip().startswith((")", "average)"))
    adverb = ADVERB.search(text[area.start : area.end]) is not None and not link["open"]
    return closed or bool(link["link"]) or adverb


def _stands_before(text: str, value: Value, area: Area) -> bool:
    between = re.sub(
        r"\b(?:in|for|at|by)?\s*(?:(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\s+)?(?:19|20)\d\d(?:[/-]\d\d)?",
        "",
        text[area.end : value.start],
    )
    if OF_A_VALUE.fullmatch(between):
        return True
    # "Nationally the share of care leavers in work was 51%".
    short = len(between.split()) <= 18 and not re.search(r"[,;]", between)
    return short and bool(CLAUSE_START.search(text[: area.start]))


TARGET = re.compile(
    rf"\b(?:target|ambition|goal|aim)\b(?:\s+(?:rate|level|figure|set|was|is|of|at|for|the|year|this|range|being)"
    rf"|[\s:(–,-])*(?:{ABOUT}\s+)?$"
    r"|\baim(?:s|ed|ing)?\s+(?:to\s+(?:have|reach|get\s+to|be\s+at|achieve)|for)\s+(?:at\s+least\s+)?$"
    rf"|\b(?:target|ambition|goal|aim)\b(?:(?!\band\b|\baverage\b)[^.;,%\d]){{0,50}}\b(?:is|was|of"
    rf"|at)\s+(?:{ABOUT}\s+)?$",
    re.IGNORECASE,
)
TARGET_AFTER = re.compile(r"\s*(?:\(?(?:local|national|council|annual|stretch)\s+)?target\b", re.IGNORECASE)
FLOOR = re.compile(r"\bfloor\b(?:\s+(?:standard|target|of|is|was|level|at))*[\s:(]*$", re.IGNORECASE)
PREVIOUS = re.compile(
    r"\b(?:increase|decrease|improvement|reduction|rise|fall|drop|growth|deterioration|decline|up|down|change"
    r"|higher|lower|better|worse|more|fewer"
    r"|less)\s+(?:of\s+[\d.,]+\s?(?:%|per\s?cent)?\s+)?(?:on|from|upon|over|than)\s+(?:the\s+)?(?:(?:previous|prior|figure|rate|level|last|year|quarter|of"
    r"|in|at|\w+['’]s)\s+)*$"
    rf"|\bfrom\s+(?:a\s+(?:low|high|rate|level|total)\s+of\s+)?(?:{ABOUT}\s+)?$"
    r"|\b(?:previously|last\s+year|(?:the\s+)?(?:year|quarter|month)\s+before|(?:previous|prior|last)\s+(?:year"
    r"|quarter|month)(?:['’]s)?"
    r"|(?:a|one)\s+year\s+(?:ago|earlier)|12\s+months\s+(?:ago|earlier|previously))\b(?:\s+(?:figure|rate|was|it|of"
    r"|the|had|been|level|total|at|stood))*[\s:(,]*$",
    re.IGNORECASE,
)  # fmt: skip
PREVIOUS_AFTER = re.compile(
    r"\s*(?:per\s+[\d,]+\s*)?(?:(?:was\s+)?(?:in|on|for|at|during|recorded|reported)\s+)*(?:the\s+)?(?:end\s+of\s+"
    r"|same\s+(?:time|point|period|day|date)\s+)?"
    r"(?:last\s+year|last\s+quarter|(?:the\s+)?(?:previous|prior|preceding)\s+(?:financial\s+|academic\s+)?(?:year"
    r"|quarter|month|period)"
    r"|the\s+(?:year|quarter|month)\s+before|(?:a|one|two)\s+years?\s+(?:ago|earlier|previously|before)|(?:12"
    r"|twelve)\s+months\s+(?:ago|earlier|previously|before)"
    r"|previously|before\b)",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:compared|compares|comparing|comparison|relative)\s+(?:favourably\s+|well\s+)?(?:with|to)\s+(?:an?\s+"
    r"|the\s+)?(?:\w+\s+){0,3}?(?:of\s+)?$"
    r"|\b(?:against|versus|vs\.?)\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}?(?:of\s+)?$|\baverage\s+(?:of|was|is)\s+$",
    re.IGNORECASE,
)


def role_of(before: str, after: str) -> str:
    """actual, target, floor or previous, by the words that stand just before and after a value.

    >>> role_of("61%, an increase on ", " in May 2014"), role_of("88% (", " last year)"), role_of("a target of ", "")
    ('previous', 'previous', 'target')
    """
    if TARGET.search(before) or TARGET_AFTER.match(after):
        return "target"
    if FLOOR.search(before):
        return "floor"
    return "previous" if PREVIOUS.search(before) or PREVIOUS_AFTER.match(after) else "actual"


def is_compared(before: str) -> bool:
    """Whether a value is set against another: "compared with", "against the average of".

    >>> is_compared("£510 per week compared with "), is_compared("it was ")
    (True, False)
    """
    return COMPARED.search(before) is not None
