"""The references of a budget's lines, as councils number them, and where a text prints them.

>>> [reference.codes for reference in references_in("Saving CF12 (£75k) and a bid (planning reference A/R.5.012)")]
['CF12', 'A/R.5.012']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.sentences import one_line

# "CF11", "AB-012", "CH/014", "A/R.5.012", "2023-CF-04".
CODE = (
    r"(?:[A-Z]{1,5}[- ]?\d{2,4}(?:[./-]\d{1,3})?|[A-Z]{1,4}/[A-Z]{1,3}[./]\d{1,3}(?:[./]\d{1,4})?|[A-Z]{2,4}/\d{2,4}"
    r"|[A-Z]{2,4}(?:[-/][A-Z]{1,4}){1,2}[-/]?\d{1,4})"
)
CODES = rf"{CODE}(?:\s*(?:,|&|and|/|;)\s*(?:and\s+)?{CODE})*"
# "(Ref. AB01 & AB02)", "(Saving Reference - AB01)"; "AB01 (£75k)"; "(AB01)"; "AB01: ..." at the head of a line.
REFERENCE = re.compile(
    rf"\(?\s*(?:(?:saving|savings|budget|proposal|pressure)s?\s+)?\bref(?:erence)?s?\b\.?\s*(?:nos?\.?)?\s*[-:–]?"
    rf"\s*(?P<named>(?-i:{CODES}))\s*\)?"
    rf"|(?P<amid>(?-i:{CODE}))(?=\s*(?:[(\[]\s*|,\s+|of\s+|at\s+|[:–-]\s*)£)"
    rf"|\(?\s*\b(?:savings?|budget|pressure|growth|proposal|scheme|bid|line)\s+(?:(?:proposal|line|item|bid)s?\s+)?(?:nos?\.?\s+)?"
    rf"(?P<line>(?-i:{CODES}))\s*\)?"
    rf"|(?:^|(?<=[.;]\s))(?P<subject>(?-i:{CODE}))(?=(?:\s+\([^()]{{3,80}}\))?\s+(?:was|were|is|will|has|had)\b)"
    rf"|\(\s*(?P<bare>(?-i:{CODES}))\s*\)|^\s*(?P<head>(?-i:{CODES}))\s*[:–-]\s",
    re.IGNORECASE,
)
NAMES = ("named", "amid", "line", "subject", "bare", "head")


@dataclass(frozen=True, slots=True)
class Reference:
    """The codes of a reference and its place; `leads` where it stands before what it refers to."""

    codes: str
    start: int
    end: int
    leads: bool


def references_in(text: str) -> list[Reference]:
    """The references of a text, in order.

    >>> [reference.codes for reference in references_in("(Ref. AB01 & AB02) and later (Saving Reference - C100)")]
    ['AB01 & AB02', 'C100']
    """
    return [
        Reference(
            one_line(next(match[name] for name in NAMES if match[name])),
            match.start(),
            match.end(),
            bool(match["head"] or match["subject"] or match["amid"]),
        )
        for match in REFERENCE.finditer(text)
    ]
