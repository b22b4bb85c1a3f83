"""Interests that members declare.

3.1  L Marchbank declared a non-pecuniary interest as a trustee of a charity ...
3.1  L Marchbank – by virtue of his wife being employed by the Council ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reports.reading.agenda import Item
from reports.reading.facts import Declaration, Paragraph
from reports.reading.names import NAME, TITLE, person_in, without_title
from reports.reading.sentences import sentences, source_of

WHO = rf"(?P<who>(?:{TITLE}\s+)?{NAME.pattern})"
DECLARED = re.compile(
    rf"^\W*(?:\w+\s+){{0,3}}?{WHO}\s*,?\s*(?:\([^)]*\)\s*)?,?\s+(?:also\s+|then\s+|further\s+)?(?:declared|made\s+a\s+declaration|disclosed|registered)\b"
)
BY_VIRTUE = re.compile(
    rf"^\W*{WHO}\s*(?:\([^)]*\)\s*)?\s*[–—:-]\s*(?=.{{0,200}}\b(?:by\s+virtue\s+of|interest|employed|trustee|governor|member\s+of)\b)"
)
INTEREST = re.compile(r"\b(?:interest|dispensation|conflict)\b", re.IGNORECASE)
NONE_MADE = re.compile(
    r"\b(?:no\s+(?:declarations?|interests?|members?)|none\b|nil\b|there\s+were\s+no)\b", re.IGNORECASE
)
IN_ITEM = re.compile(r"\b(?:agenda\s+)?item(?:\s+(?:no\.?|number))?\s+(?P<number>\d{1,3}[A-Za-z]?)\b", re.IGNORECASE)
TITLED = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)


def declarations(items: Sequence[Item]) -> list[Declaration]:
    """The interests declared in all items of business."""
    return [found for item in items for found in declared_in(item.paragraphs, item)]


def declared_in(paragraphs: Iterable[Paragraph], item: Item) -> Iterable[Declaration]:
    for paragraph in paragraphs:
        if paragraph.style in ("heading", "row") or NONE_MADE.match(paragraph.text):
            continue
        found = declared(paragraph.text)
        if found and (INTEREST.search(paragraph.text) or TITLED.search(item.title)):
            yield Declaration(
                name=without_title(found["who"]),
                item=item_of(paragraph.text, item),
                text=paragraph.text,
                source=source_of(paragraph, paragraph.text),
            )


def declared(text: str) -> re.Match[str] | None:
    """Where a paragraph says who declares; None where nobody does or the name is none."""
    for each in sentences(text)[:2]:
        found = DECLARED.match(each.text)
        if found and person_in(found["who"]) and INTEREST.search(each.text):
            return found
    found = BY_VIRTUE.match(text)
    return found if found and person_in(found["who"]) else None


def item_of(text: str, item: Item) -> str | None:
    """The item that an interest touches: the one named, else the one under which it is declared."""
    if named := IN_ITEM.search(text):
        return named["number"]
    return None if TITLED.search(item.title) else item.number or item.title
