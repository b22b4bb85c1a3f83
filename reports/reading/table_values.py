"""The cells of a table of measures: a value with its unit, a rating, a direction of travel, or nothing at all.

>>> value_in("94.2%*"), value_in("n/a")
(Printed(number=94.2, unit='percent', rag=None, bounded=False), None)
>>> value_in("£1.2m").number
1200000.0
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.rag import COLOURS, rag_in_brackets, rag_of

SCALES = {"k": 1_000, "m": 1_000_000, "bn": 1_000_000_000}
ARROWS = "▲▼△▽↑↓→←↗↘↔⬆⬇➡⬅➔➜⇧⇩⇑⇓⇒∆▶◄►●■★"
BOUND = (
    r"(?:[<>≤≥]=?|=|~|(?:less|fewer|more|greater|lower|higher)\s+than|no\s+(?:more|less|fewer)\s+than"
    r"|at\s+(?:least|most)"
    r"|up\s+to|below|above|under|over|max(?:imum)?|min(?:imum)?)"
)
NUMBER = r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,6})?|\d{1,9}(?:\.\d{1,6})?|\.\d{1,6}"
# What may be said of a value behind it: that it is provisional, a footnote, the numbers behind a share, a rating.
SAID_OF_IT = (
    rf"(?:(?<=%)\d(?!\d)|\s*[*†‡^#¹²³⁴⁵{ARROWS}]+|\s*\[\w{{1,3}}\]|\s*\((?:[^()]{{1,45}})\)"
    r"|\s*(?:p|r|e|prov(?:isional)?|revised|est(?:imated?)?|YTD|to\s+date)\b\.?"
    rf"|\s+(?:{COLOURS}|[RAGB])\b)"
)
CELL = re.compile(
    rf"[\s{ARROWS}]*(?P<bound>{BOUND})?\s*(?P<pounds>£)?\s*(?P<number>{NUMBER})\s*"
    r"(?P<scale>(?:k|m|bn|million)\b)?\s*(?P<unit>%|per\s?cent\b|pc\b|(?:\(?per|/)\s?(?:10,?000|10k)\b\)?"
    r"|(?:\(?per|/)\s?(?:100,?000|100k|1,?000)\b\)?)?"
    r"(?:\s*(?:days?|weeks?|months?|years?|hours?|children|young\s+people|pupils|cases|tonnes|visits?|families)\b)?"
    rf"(?:{SAID_OF_IT}){{0,3}}\s*",
    re.IGNORECASE,
)
# "45/50 (90%)" and "45 of 50 (90%)": the share is the value.
SHARE_LAST = re.compile(
    rf"\s*\d[\d,]*\s*(?:/|of|out\s+of)\s*\d[\d,]*\s*[(=,-]\s*(?P<number>{NUMBER})\s*%\)?\s*", re.IGNORECASE
)
# "45 (12%)": a number and the share that it is.
BOTH = re.compile(rf"\s*(?P<count>\d[\d,]*)\s*\((?P<share>{NUMBER})\s*%\)\s*")
NOTHING = re.compile(
    r"\s*(?:[-–—.…*#xc:]{0,3}|n\s?/?\s?[akr]\.?|nil|none|tb[acd]|tbc?\W*|not?\s+(?:yet\s+)?(?:available|applicable|data"
    r"|due|set|target|known|reported|rag|rated|comparable|published|collected|benchmark\w*)(?:\s+(?:set"
    r"|available|yet))?"
    r"|no\s+\w+(?:\s+set)?|awaiting.{0,30}|data\s+.{0,30}|(?:reported\s+)?annual(?:ly)?(?:\s+(?:measure|only))?"
    r"|annual\s+\w+"
    r"|termly|baseline.{0,20}|monitor\w*(?:\s+only)?|(?:measure\s+)?for\s+information|info(?:rmation)?(?:\s+only)?"
    r"|supp(?:ressed)?|new(?:\s+\w+)?|pending|contextual)\s*",
    re.IGNORECASE,
)
DIRECTION = re.compile(
    rf"[\s{ARROWS}]+|[\s{ARROWS}]*\(?(?:(?:is\s+)?(?:improv\w+|worsen\w*|worse|better|deteriorat\w+|declin\w+"
    rf"|stable|static|same"
    r"|steady|maintained|no\s+(?:\w+\s+)?change|unchanged|up|down|increas\w+|decreas\w+|ris\w+|fall\w+|higher"
    r"|lower|level|flat"
    rf"|similar|positive|negative|favourable|adverse))(?:\s+\w+){{0,2}}\)?[\s{ARROWS}]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A value as a cell prints it; unit None where it prints none, bounded where it is "less than" or "at least"."""

    number: float
    unit: str | None
    rag: str | None = None
    bounded: bool = False


def value_in(cell: str) -> Printed | None:
    """The value that a cell prints; None where it prints none or several."""
    if share := SHARE_LAST.fullmatch(cell):
        return Printed(_number(share["number"]), "percent")
    found = CELL.fullmatch(cell)
    if not found:
        return None
    scale = SCALES.get((found["scale"] or "").lower().replace("illion", ""), 1)
    return Printed(
        number=round(_number(found["number"]) * scale, 6),
        unit="gbp" if found["pounds"] else _unit(found["unit"]),
        rag=rag_in_brackets(cell) or next((rag for word in cell.split()[1:] if (rag := rag_of(word))), None),
        bounded=bool(found["bound"]) and found["bound"] not in {"=", "~"},
    )


def share_beside(cell: str) -> float | None:
    """The share in brackets behind a number.

    >>> share_beside("45 (12%)"), share_beside("45")
    (12.0, None)
    """
    found = BOTH.fullmatch(cell)
    return _number(found["share"]) if found else None


def _number(printed: str) -> float:
    return float(printed.replace(",", ""))


def _unit(printed: str | None) -> str | None:
    if not printed:
        return None
    if "%" in printed or "c" in printed.lower():
        return "percent"
    return "per_10000" if re.search(r"(?<!\d)10(?:,?000|k)", printed, re.IGNORECASE) else "ratio"


def is_nothing(cell: str) -> bool:
    """Whether a cell says that there is no value.

    >>> is_nothing("n/a"), is_nothing("-"), is_nothing("Not yet available"), is_nothing("12")
    (True, True, True, False)
    """
    return NOTHING.fullmatch(cell) is not None


def is_direction(cell: str) -> bool:
    """Whether a cell is a direction of travel.

    >>> is_direction("▲"), is_direction("Improving"), is_direction("Children in care")
    (True, True, False)
    """
    return bool(cell.strip()) and DIRECTION.fullmatch(cell) is not None
