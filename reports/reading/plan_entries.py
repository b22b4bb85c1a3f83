"""An entry in a list of what is to be decided: reference, matter, body and day, in whatever order they are printed.

>>> found = entry_in("KD2041 – Foster carers' fees – Cabinet, 3 May 2022", "2022-03")
>>> found.title, found.reference, found.body, found.due_on
("Foster carers' fees", 'KD2041', 'Cabinet', '2022-05-03')
>>> entry_in("Executive, 9 June 2022: School meals (E/22/015) – key decision", None).reference
'E/22/015'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.anticipated import REFERENCE
from reports.reading.bodies import bodies_in
from reports.reading.dates import MONTHS, month_number
from reports.reading.yearless import dates_near

# How councils number what they decide: KD5432, CAB 2024/17, E/25/070, 24/00096, F012/23.
CODE = (
    r"(?:[A-Z]{1,5}\s?\d{2,4}/\d{1,5}|[A-Z]{1,4}(?:/\d{1,5}){1,3}|[A-Z]{1,5}-?\d{2,6}(?:[/-]\d{1,4})?|\d{2,4}/\d{3,5}|[A-Z]{1,4}\d{1,3}\.\d{2}(?:\d\d)?"
    r")"
)
AT_HEAD = re.compile(rf"^(?P<code>{CODE})\s*[:–—-]\s+")
IN_BRACKETS = re.compile(
    rf"\s*[(\[]\s*(?:(?:decision|forward\s+plan|key\s+decision|plan)\s+)?(?:ref(?:erence)?|no|number)?\.?\s*:?\s*"
    rf"(?P<code>(?-i:{CODE}))\s*[)\]]",
    re.IGNORECASE,
)
KEY = re.compile(r"[(\[]?\s*(?P<no>non-?|not\s+a\s+)?key(?:\s+decision)?\s*[)\]]?", re.IGNORECASE)
DASH = re.compile(r"\s+[–—-]\s+|\s+\|\s+")
HEAD_AND_COLON = re.compile(r"(?P<head>[^:]{5,80}):\s+")
BEHIND = re.compile(r"\s*\((?P<inside>[^()]{3,60})\)$")
MONTH_ONLY = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)})\b")
# What may stand beside body and day in a part of an entry that says only who decides, and when.
SMALL_WORDS = re.compile(
    rf"\b(?:the|at|on|in|by|of|to|for|its|and|decision|meetings?|expected|due|date|early|late|mid|end|spring|summer"
    rf"|autumn|winter|term|{'|'.join(MONTHS)}|(?:19|20)\d\d)\b|[\W_]",
    re.IGNORECASE,
)
TAIL = re.compile(r"[\s.;,]*(?:;\s*(?:and|or))?[\s.;,]*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter of a list; what the entry does not print is None."""

    title: str
    reference: str | None = None
    body: str | None = None
    due_on: str | None = None
    key_decision: bool | None = None
    contact: str | None = None


def entry_in(text: str, written: str | None, lead: str = "") -> Entry | None:
    """The matter of one entry; None where it prints no matter. `lead` is the line that introduces the list: a month
    alone is that of the meeting which the lead dates.

    >>> entry_in("School places (June)", "2022-03", "Cabinet will consider these on 9 June and 7 July 2022:").due_on
    '2022-06-09'
    """
    plain, code = _without_reference(TAIL.sub("", " ".join(text.split())))
    parts = _parts(plain)
    # "Council, 4 December 2021 (Jo Field)": behind body and day stands who writes the report.
    asked = BEHIND.search(parts[-1]) if len(parts) > 1 else None
    if asked and is_when(parts[-1][: asked.start()], written):
        parts[-1:] = [parts[-1][: asked.start()]]
    else:
        asked = None
    when = [part for part in parts if is_when(part, written)]
    keys = [match for part in parts if (match := KEY.fullmatch(part))]
    matter = [part for part in parts if part not in when and not KEY.fullmatch(part)]
    if not matter:
        return None
    bodies = [body.name for part in when for body in bodies_in(part)]
    due = next((iso for part in when if (iso := _due(part, written, lead))), None)
    key = not keys[0]["no"] if keys else None
    contact = asked["inside"] if asked else None
    return Entry(" – ".join(matter), code, bodies[0] if bodies else None, due, key, contact)


def decision_reference(text: str) -> str | None:
    """The number that a decision is given in brackets.

    >>> decision_reference("Cabinet approved the plan (reference E/22/015)."), decision_reference("the plan (Part 2)")
    ('E/22/015', None)
    """
    found = IN_BRACKETS.search(text)
    sure = found and (
        re.search(r"/|\bKD|\d\.\d", found["code"]) or re.search(r"\bref|\bno\b|decision", found[0], re.IGNORECASE)
    )
    return found["code"] if found and sure else None


def _without_reference(text: str) -> tuple[str, str | None]:
    if found := AT_HEAD.match(text):
        return text[found.end() :], found["code"]
    if found := IN_BRACKETS.search(text):
        return text[: found.start()] + text[found.end() :], found["code"]
    if found := REFERENCE.search(text):
        return f"{text[: found.start()].rstrip(' -–—')} {text[found.end() :]}".strip(), found["reference"].strip()
    return text, None


def _parts(text: str) -> list[str]:
    """The parts of an entry, as dashes, brackets at its end and a colon after its head divide it."""
    parts = [part.strip(" ,.;") for part in DASH.split(text)]
    head = HEAD_AND_COLON.match(parts[0])
    if head and is_when(head["head"], None):
        parts[:1] = [head["head"], parts[0][head.end() :]]
    found: list[str] = []
    for part in parts:
        behind = BEHIND.search(part)
        inside = behind["inside"] if behind else ""
        split = behind and (is_when(inside, None) or KEY.fullmatch(inside))
        found += [part[: behind.start()], inside] if behind and split else [part]
    return [part for part in found if part]


def is_when(part: str, written: str | None) -> bool:
    """Whether a part says nothing but who decides, or when."""
    spans = [(body.start, body.end) for body in bodies_in(part)]
    spans += [(dated.start, dated.end) for dated in dates_near(part, written or "2000")]
    rest = part
    for start, end in sorted(spans, reverse=True):
        rest = rest[:start] + rest[end:]
    return len(part) < 90 and not SMALL_WORDS.sub("", rest)


def _due(part: str, written: str | None, lead: str) -> str | None:
    """The date of a part; a month without a year is that of a meeting in the lead, else the next to come."""
    if dates := dates_near(part, written):
        return dates[0].iso
    if year := re.search(r"\b(20\d\d)\b", part):
        return year[1]
    month = MONTH_ONLY.search(part)
    if not month:
        return None
    number = month_number(month["month"])
    days = [dated.iso for dated in dates_near(lead, written) if dated.iso[4:7] == f"-{number:02}"]
    return days[0] if days else next((dated.iso for dated in dates_near(f"in {month['month']}", written)), None)
