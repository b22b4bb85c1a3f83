"""The name of a figure in the words of the text, for people to know it by.

>>> label_of("The number of children in care has risen to ", "", None, "count")
'Children in care'
"""

from __future__ import annotations

import re

from reports.reading.indicators import Indicator, named
from reports.reading.sentences import one_line

# The comma in "education, employment or training" and "education, health and care plans" ends no name.
COMMA = r",(?!\s+(?:employment|training|health|skills)(?:,\s+\w+)?,?\s+(?:or|and|&)\s+\w)"
STOP = (
    rf"(?=\s*(?:{COMMA}|[;:(]|\.(?:\s|$)|$)|\s+(?:compared|against|which|while|whilst|whereas|with\s+an?\s+(?:increase"
    r"|decrease)|and\s+\d|this\s+is|up\s+from|down\s+from"
    r"|higher|lower|an?\s+(?:increase|decrease|improvement|reduction)|at\s+(?:the\s+end|31|30)|in\s+(?:20\d\d"
    r"|[A-Z][a-z]+\s+20\d\d|Q\d)))"
)
SHARE_OF = re.compile(
    rf"\s*(?:%|per\s?cent)?\s*of\s+(?:all\s+|the\s+|our\s+)*(?P<label>\S.{{3,140}}?){STOP}", re.IGNORECASE | re.DOTALL
)
MEASURED = re.compile(
    r"\b(?:the\s+)?(?:(?:total|overall|average|current|estimated)\s+)?(?:numbers?|percentage|proportion|rates?"
    r"|share|%)\s+of\s+(?:all\s+|our\s+|the\s+)?"
    r"(?P<label>\S.{3,120}?)\s*(?<!\bwho)(?<!\bwho have)(?=\b(?:is|was|were|are|has|had|have|stands?|stood|remains?"
    r"|remained|reduced|increased|rose|fell|continues?|at|of\s+\d"
    rf"|in\s+(?:20\d\d|[A-Z][a-z]+\s+20\d\d))\b|{COMMA}|[:(]|$)",
    re.IGNORECASE | re.DOTALL,
)
IN_PLACE = re.compile(r"\s+(?:in|across)\s+(?:the\s+(?:county|city|borough)|[A-Z][a-z]+(?:shire)?)$")
AGES = re.compile(r"\b(?:aged\s+)?(?:\d{1,2}\s?(?:-|–|to)\s?\d{1,2})(?:\s+year[\s-]olds?)?\b")


def label_of(before: str, after: str, indicator: Indicator | None, unit: str) -> str | None:
    """What a value is of: "N% of ..." after it, "the number of ..." before it, else the measure's own name.

    None where neither the words nor a known measure say.
    """
    label = _printed(before, after, unit)
    if indicator and (label is None or named(label, unit) != indicator):
        return _with_ages(indicator.name, before + after)
    if label is None:
        return None
    if unit == "per_10000" and "10,000" not in label:
        label += " per 10,000"
    return label[:1].upper() + label[1:]


def _printed(before: str, after: str, unit: str) -> str | None:
    match = SHARE_OF.match(after) if unit == "percent" else None
    if not match:
        places = list(MEASURED.finditer(before))
        match = places[-1] if places else None
    label = IN_PLACE.sub("", one_line(match["label"])).strip(" .,-–'\"") if match else ""
    if re.match(r"(?:them|those|these|it)\b", label, re.IGNORECASE):
        return None
    return label if 2 <= len(label.split()) <= 22 else None


def _with_ages(name: str, text: str) -> str:
    ages = AGES.search(text)
    return f"{name} ({one_line(ages[0])})" if ages and not re.search(r"\d", name) else name
