"""Interests that members declare.

3.1  L Marchbank declared a non-pecuniary interest as a trustee of a charity ...
3.1  L Marchbank – by virtue of his wife being employed by the Council ...
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reports.reading.agenda import Item
from reports.reading.attendance_lists import is_list
from reports.reading.facts import Declaration
from reports.reading.names import NAME, TITLE, people, person_in, without_title
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import sentences, source_of

WHO = rf"(?P<who>(?:{TITLE}\s+)?{NAME.pattern})"
DECLARED = re.compile(
    rf"^\W*(?:\w+\s+){{0,3}}?{WHO}\s*,?\s*(?:\([^)]*\)\s*)?,?\s+(?:also\s+|then\s+|further\s+)?(?:declared|made\s+a\s+declaration|disclosed|registered)\b"
)
BY_VIRTUE = re.compile(
    rf"^\W*{WHO}\s*(?:\([^)]*\)\s*)?\s*[–—:-]\s*(?=.{{0,200}}\b(?:by\s+virtue\s+of|interest|employed|trustee|governor|member\s+of)\b)"
)
DECLARE = re.compile(r"\b(?:declared|made\s+(?:a\s+)?declarations?|disclosed|registered)\b")
INTEREST = re.compile(r"\b(?:interest|dispensation|conflict)\b", re.IGNORECASE)
NONE_MADE = re.compile(
    r"\b(?:no\s+(?:declarations?|interests?|members?)|none\b|nil\b|there\s+were\s+no)\b", re.IGNORECASE
)
IN_ITEM = re.compile(
    r"\b(?:(?:agenda\s+)?items?|minute)(?:\s+(?:no\.?|number))?\s+(?P<number>(?:[A-Z]{1,5}/)?\d{1,3}[A-Za-z]?)\b",
    re.IGNORECASE,
)
# "in the budget item", "in the report on family hubs".
BY_TITLE = re.compile(
    r"\b(?:in|to|regarding|concerning|on)\s+the\s+(?:(?P<before>(?:[\w'’-]+\s+){1,5}?)(?:item|report)\b"
    r"|(?:item|report)\s+(?:on|about|concerning)\s+(?P<behind>[\w'’-]+(?:\s+[\w'’-]+){0,7}))",
    re.IGNORECASE,
)
TITLED = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)


def declarations(items: Sequence[Item]) -> list[Declaration]:
    """The interests declared in all items of business."""
    return [found for item in items for found in declared_in(item.paragraphs, item, items)]


def declared_in(paragraphs: Iterable[Paragraph], item: Item, items: Sequence[Item]) -> Iterable[Declaration]:
    for paragraph in paragraphs:
        if paragraph.style in ("heading", "row") or NONE_MADE.match(paragraph.text):
            continue
        titled = bool(TITLED.search(item.title))
        for name, text in declared(paragraph.text, titled):
            if titled or INTEREST.search(paragraph.text):
                source = source_of(paragraph, text, basis="mark" if titled else "sentence")
                about = item_of(text, item) or titled_in(text, items)
                yield Declaration(name=without_title(name), item=about, text=text, source=source)


def declared(text: str, titled: bool = False) -> list[tuple[str, str]]:
    """Who declares in a paragraph, and the words: from the sentence that names one to the next that does.

    titled: it stands under "Declarations of interest", where "declared that ..." needs no word of an interest.

    >>> declared("A Brindle declared an interest. She is a governor. T Rowsell declared an interest in item 5.")[1]
    ('T Rowsell', 'T Rowsell declared an interest in item 5.')
    """
    if (found := BY_VIRTUE.match(text)) and person_in(found["who"]):
        return [(found["who"], text)]
    told: list[tuple[str, str]] = []
    for each in sentences(text):
        if several := declaring(each.text, titled):
            told += [(name, each.text) for name in several]
            continue
        found = DECLARED.match(each.text)
        if found and person_in(found["who"]) and (titled or INTEREST.search(each.text)):
            told.append((found["who"], each.text))
        elif told:
            told[-1] = (told[-1][0], f"{told[-1][1]} {each.text}")
    return told


def declaring(sentence: str, titled: bool) -> list[str]:
    """The members who declare one interest together; none where one does alone.

    >>> declaring("Councillors A Brindle and T Rowsell declared an interest in item 5.", False)
    ['A Brindle', 'T Rowsell']
    """
    found = DECLARE.search(sentence[:300])
    if not found or not (titled or INTEREST.search(sentence)):
        return []
    subject = re.sub(r"\b(?:all|both|each|also|then|further)\b", "", sentence[: found.start()]).strip(" ,")
    named = people(subject)
    return [person.name for person in named] if len(named) > 1 and is_list(subject, named) else []


def item_of(text: str, item: Item) -> str | None:
    """The item that an interest touches: the one named, else the one under which it is declared."""
    if named := IN_ITEM.search(text):
        return named["number"]
    return None if TITLED.search(item.title) else item.number or item.title


def titled_in(text: str, items: Sequence[Item]) -> str | None:
    """The item that an interest touches by its title: "in the budget item", "in the report on family hubs"."""
    named = BY_TITLE.search(text)
    said = (named["before"] or named["behind"]) if named else ""
    words = set(re.findall(r"\w{4,}", said.lower()))
    found = [each for each in items if words and words <= set(re.findall(r"\w{4,}", each.title.lower()))]
    return found[0].number or found[0].title if len(found) == 1 else None
