"""Minutes item by item: which heading begins an item of business, and what stands below it.

3.   FUTURE OF THE MARLOW LANE CENTRE
3.1  The panel received a report ...
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.reading.attendance import headed
from reports.reading.facts import AgendaItem, Paragraph
from reports.reading.sentences import source_of

NUMBER = re.compile(r"\d{1,4}[A-Za-z]?")
ITEM_BELOW = re.compile(r"^\W*\(?\s*(?:agenda\s+)?item\s+(?P<number>\d{1,3}[A-Za-z]?)\s*\)?\W*$", re.IGNORECASE)
# Headings that divide a paper and are no business of their own.
DIVIDES = re.compile(
    r"^\W*(?:part\s+(?:1|2|i|ii|one|two|a|b)\b|(?:un)?restricted\s+items|exempt\s+items|open\s+(?:items|session)|action(?:s|\s+by)?\W*$|minutes?\W*$"
    r"|conclusions?\b|resolved\b|decisions?\W*$|agreed\b|chair(?:man|woman|person)?\b(?!['’]s?\s)|item\s+no\b|attendance\b|members\b|present\b|next\s+steps\b|action:)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of business: its heading and the paragraphs below it; `number` as printed, None without one."""

    number: str | None
    title: str
    heading: Paragraph
    paragraphs: tuple[Paragraph, ...]


def items_of(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Item, ...]]:
    """The paragraphs before the first item, and the items."""
    starts = item_places(paragraphs)
    front = tuple(paragraphs[: starts[0]]) if starts else tuple(paragraphs)
    items = []
    for place, end in pairwise([*starts, len(paragraphs)]):
        heading, below = paragraphs[place], list(paragraphs[place + 1 : end])
        named = ITEM_BELOW.match(below[0].text) if below else None
        if named:
            below.pop(0)
        number = heading.label or (named["number"] if named else None)
        items.append(Item(number, heading.text.rstrip(" :"), heading, tuple(below)))
    return front, tuple(items)


def item_places(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where items begin: at headings with whole numbers; without those at headings above "(Item 3)"."""
    numbered = [place for place in range(len(paragraphs)) if is_numbered_heading(paragraphs, place)]
    told = [
        place
        for place, following in enumerate(paragraphs[1:])
        if ITEM_BELOW.match(following.text) and (paragraphs[place].style == "heading" or paragraphs[place].bold)
    ]
    if len(numbered) >= max(2, len(told)):
        return numbered
    return told or numbered or plain_headings(paragraphs)


def plain_headings(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For minutes without numbers: the headings below the first lines of text, which tell who was there."""
    text = next((place for place, each in enumerate(paragraphs) if each.style == "paragraph"), len(paragraphs))
    return [
        place
        for place, each in enumerate(paragraphs)
        if place > text and each.style == "heading" and not DIVIDES.match(each.text) and not headed(each.text)
    ]


def is_numbered_heading(paragraphs: Sequence[Paragraph], place: int) -> bool:
    paragraph = paragraphs[place]
    if not paragraph.label or not NUMBER.fullmatch(paragraph.label) or paragraph.style == "row":
        return False
    if paragraph.style == "heading":
        return not DIVIDES.match(paragraph.text) or paragraph.text.lower().startswith("minute")
    # A heading that is not set apart is known by the numbers below it: "3" above "3.1".
    short = len(paragraph.text) < 130 and not paragraph.text.rstrip().endswith((".", ";", ","))
    below = next((each.label for each in paragraphs[place + 1 : place + 4] if each.label), "")
    return short and below.startswith(f"{paragraph.label}.")


def facts_of(items: Sequence[Item], committee: str | None, held_on: str | None) -> list[AgendaItem]:
    return [
        AgendaItem(
            committee=committee,
            held_on=held_on,
            number=item.number,
            title=item.title,
            part=item.heading.part,
            source=source_of(item.heading, item.heading.text),
        )
        for item in items
    ]
