"""The numbers of a sentence that may be a measure's value, with what is printed as their unit.

>>> [(value.number, value.unit) for value in values_in("14% of those aged 16-18 and 31.4 per 10,000")]
[(14.0, 'percent'), (31.4, 'per_10000')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.dates import Dated
from reports.reading.money import pounds_in

NUMBER = re.compile(
    r"(?<![\w£#])(?<![\d.,/:+-])(?<!\d[-–])(?P<number>\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,6})?|\d{1,9}(?:\.\d{1,6})?)(?!\d)"
    r"(?P<unit>\s?%(?!\s*points?)|\s?per\s?cent(?:age)?\b(?!\s*points?)"
    r"|(?:(?:\s(?:looked[\s-]after\s)?(?:children|young\speople|pupils|plans|referrals|cases"
    r"|enquiries)(?:\s(?:in\scare|looked\safter))?)?"
    r"\s?\(?per|\s?/)\s?(?:10,000|10k|10000|ten\sthousand)\b(?:\s+(?:children|population|of))?"
    r"|\s?\(?per\s?(?:100,000|100k|hundred\sthousand)\b)?",
    re.IGNORECASE,
)
# A number of one of these is no measure's value: ages, spans of time, stages, references, ranks.
NO_VALUE_AFTER = re.compile(
    r"\s?(?:-|–|\+|/|:|\.\d)\s?\d|\s?\+|\s?(?:st|nd|rd|th)\b|\s*(?:percentage\s+)?points?\b|%?\s*percentage\s+points?"
    r"|[\s-]*(?:working\s+)?(?:days?|weeks?|months?|quarters?|hours?|minutes?|miles?|years?|yrs?|pages?|pm|am|k|bn"
    r"|million|m)\b"
    r"|\s*(?:and|to|or)\s+\d{1,2}[\s-]*years?[\s-]olds?\b|\s*(?:out\s+of|of\s+the)\s+\d",
    re.IGNORECASE,
)
NO_VALUE_BEFORE = re.compile(
    r"(?:\bage[ds]?(?:\s+(?:of|between|under|over))?|\bage[ds]?\s+(?:of\s+)?\d+\s+(?:to|and|or)|\bstages?|\bks|\bgrades?"
    r"|\byears?|\bphase|\bparts?"
    r"|\bp\.?|\bpp\.?|\bpages?|\bparagraphs?|\bparas?|\bsections?|\bitems?|\bappendix|\bappendices|\bwave|\btier"
    r"|\blevels?|\bband"
    r"|\bregulations?|\bno\.?|\bref\.?|\btop|\bout\s+of|\bper|\bunder|\bfirst|\blast|\bprevious|\bnext|\bwithin"
    r"|\bevery|\bat\s+least"
    r"|\b(?:ceiling|cap|maximum|limit|threshold|tolerance|capacity)\s+(?:of|is|was)|\bof\s+the|\bunder|\bb\."
    r"|\bvolume|\bschedule)\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Value:
    """A number and its place in the text; unit None where none is printed beside it."""

    number: float
    unit: str | None
    start: int
    end: int


def values_in(text: str, dates: list[Dated] | None = None) -> list[Value]:
    """The numbers of a text that may be values; those of dates, ages, spans of time and references are left out."""
    shut = [(dated.start, dated.end) for dated in dates or []]
    found: list[Value] = []
    for pounds in pounds_in(text):
        shut.append((pounds.start, pounds.end))
        found.append(Value(pounds.amount, "gbp" if pounds.weekly else "pounds", pounds.start, pounds.end))
    for match in NUMBER.finditer(text):
        inside = any(start <= match.start() < end for start, end in shut)
        if not inside and _may_be_value(text, match):
            unit = _unit(match["unit"])
            found.append(Value(float(match["number"].replace(",", "")), unit, match.start(), match.end()))
    found += _shares_in_words(text)
    return sorted(found, key=lambda value: value.start)


# "One in five" is a share that decimals can say; "one in three" is not.
IN_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twenty": 20,
}
SHARE_IN_WORDS = re.compile(
    r"\b(?P<part>one|two|three|four|five|seven|eight|nine) in (?:every )?(?P<whole>two|four|five|ten"
    r"|twenty)\b(?!\s*\()",
    re.IGNORECASE,
)


def _shares_in_words(text: str) -> list[Value]:
    """Shares such as "one in five", but none that the number in brackets behind it says more exactly."""
    found = []
    for match in SHARE_IN_WORDS.finditer(text):
        part, whole = IN_WORDS[match["part"].lower()], IN_WORDS[match["whole"].lower()]
        if part < whole:
            found.append(Value(100 * part / whole, "percent", match.start(), match.end()))
    return found


def _may_be_value(text: str, match: re.Match[str]) -> bool:
    if match["unit"]:
        return not re.match(r"\s*points?\b", text[match.end() :], re.IGNORECASE)
    before = text[max(0, match.start() - 30) : match.start()]
    return not NO_VALUE_AFTER.match(text, match.end()) and not NO_VALUE_BEFORE.search(before)


def _unit(printed: str | None) -> str | None:
    if not printed:
        return None
    if "%" in printed or "cent" in printed.lower():
        return "percent"
    return "ratio" if re.search(r"100,?000|100k|hundred", printed, re.IGNORECASE) else "per_10000"


CHANGED = (
    r"increas\w*|decreas\w*|reduc\w*|ris(?:e[ns]?|ing)|rose|fell|fall(?:s|en|ing)?|drop\w*|grow\w*|grew|improv\w*"
    r"|declin\w*|deteriorat\w*"
    r"|up|down|chang\w*|uplift|saving\w*|cuts?"
)
ABOUT = (
    r"(?:over|about|around|approximately|almost|nearly|just(?:\s+(?:over|under))?|some|a\s+further|more\s+than"
    r"|less\s+than|only|c\.?)"
)
CHANGE_BEFORE = re.compile(
    rf"(?<!taken\s)\b(?:{CHANGED})\s+(?:\w+\s+){{0,2}}?(?:of|by)\s+(?:{ABOUT}\s+)?$", re.IGNORECASE
)
BY_BEFORE = re.compile(rf"(?<!taken\s)\b(?:{CHANGED})\b[^.;,\d]{{0,40}}\bby\s+(?:{ABOUT}\s+)?$", re.IGNORECASE)
CHANGE_AFTER = re.compile(
    r"\s*(?:percentage\s+)?(?:points?|increase|decrease|reduction|rise|fall|improvement|drop|growth|higher|lower"
    r"|more|fewer|less|uplift|saving"
    r"|cut)\b",
    re.IGNORECASE,
)


def is_change(text: str, value: Value) -> bool:
    """Whether a value is a change of a measure, not its level.

    >>> [is_change(text, values_in(text)[0]) for text in ("fell by 5%", "a 7% reduction", "fell to 5%")]
    [True, True, False]
    """
    before = text[: value.start]
    return bool(CHANGE_BEFORE.search(before) or BY_BEFORE.search(before) or CHANGE_AFTER.match(text, value.end))
