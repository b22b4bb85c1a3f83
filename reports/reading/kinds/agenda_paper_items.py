"""The items of an agenda: their numbers, their titles without pages and papers, and which are closed to the public.

4.   FAMILY HUBS: HOURS OF OPENING                                  (Pages 11 - 20)
     To consider the report of the Director of Early Help.
PART II
5.   LEASE OF THE MARLOW LANE CENTRE (Exempt)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.reading.agenda import DIVIDES
from reports.reading.paragraph import Paragraph
from reports.reading.plan_values import title_of

NUMBER = re.compile(
    r"(?:(?:agenda\s+)?item"
    r"\s+)?(?P<lead>[A-Z]{1,4}[/. -]?)?(?P<number>\d{1,4})(?P<part>[A-Za-z])?(?:/\d{2,4})?",
    re.I,
)
LABEL_INSIDE = re.compile(
    r"^(?P<label>(?:item\s+)?[A-Z]?\d{1,3}[A-Za-z]?"
    r"|\d{1,4}/\d{2,4})\s*[.:)]?\s+(?=[A-Z(])",
    re.IGNORECASE,
)
SUB_NUMBER = re.compile(r"(?P<number>\d{1,3})\.\d{1,2}")
# What an agenda prints behind a title: pages, and how the paper reaches the members.
SPAN = r"\d{1,4}\s*(?:[-–—]|to|&|and)\s*\d{1,4}"
# Without a word before them four figures are years.
BARE = r"\d{1,3}\s*(?:[-–—]|to)\s*\d{1,3}"
HOW = (
    r"(?:(?:copy|report|papers?|minutes|presentation|appendix|appendices|enclosed|documents?)\s+)?(?:to\s+follow"
    r"|attached|enclosed|herewith|verbal(?:\s+\w+)?"
    r"|oral(?:\s+\w+)?|tabled|circulated\s+separately)"
)
BEHIND = re.compile(
    rf"\s*(?:[(\[]\s*(?:(?:pages?|pp?\.?|page\s+nos?\.?)\s*)+:?\s*\d{{1,4}}(?:\s*(?:[-–—]|to|&"
    rf"|and)\s*\d{{1,4}})?\s*[)\]]|\b(?:pages?|pp)\.?\s*{SPAN}\b|[(\[]\s*{HOW}\s*[)\]]"
    rf"|[(\[]?\s*(?:enc|enclosure|paper|appendix)\.?\s*(?:no\.?\s*)?[A-Z0-9]{{1,3}}\s*[)\]]|\s{BARE}"
    rf"|[(\[]\s*\d{{1,3}}\s*(?:mins?|minutes)\s*[)\]]|[.…_]{{4,}}\s*\d{{0,4}}"
    r"|\bPDF\s+\d+\s*[KM]B)\s*(?=$|[.;,]?\s*$)",
    re.IGNORECASE,
)
PAGES_INSIDE = re.compile(rf"[(\[]\s*(?:pages?|pp?\.?)\s*(?:{SPAN}|\d{{1,4}})\s*[)\]]", re.IGNORECASE)
PAGE_CELL = re.compile(rf"\W*(?:pages?\s*)?(?:{SPAN}|\d{{1,4}}|{HOW}|-|n/a)?\W*", re.IGNORECASE)
# Some councils print pages in a column of their own left of the items. A lone figure there is an item's number.
PAGES_LEFT = re.compile(rf"\W*(?:pages?\s*)?(?:{SPAN}|{HOW})\W*|\W*(?:pages?|pp?\.)\s*\d{{1,4}}\W*", re.IGNORECASE)
ITEM_CELL = re.compile(r"(?:item\s+)?[A-Z]{0,2}\d{1,3}[A-Za-z]?\.?", re.IGNORECASE)
CLOSED_TAG = re.compile(
    r"\s*[(\[–-]\s*(?:part\s+(?:ii|2)|exempt|confidential|private|closed|restricted"
    r"|not\s+for\s+publication)\b[^()\[\]]{0,60}[)\]]?$",
    re.I,
)
# A column "Item not open" gives the rule of the council's constitution: "10.4(3)".
CLOSED_RULE = re.compile(r"\W*\d{1,2}\.\d{1,2}\s*\(\d[\d\s,()and&]{0,20}\)?\W*")
SHORTEST_CAPITALS = 8
# What is to be done about an item, behind its title in one cell.
DONE = re.compile(
    r"(?<=[a-z)])\s+(?=To\s+be\s+(?:made|reported|taken|noted|considered|confirmed|agreed|advised)\b"
    r"|The\s+next\s+meeting\b|Members\s+(?:are|will|should)\b)"
)
HOUR = re.compile(r"\W*\d{1,2}[.:]\d\d.{0,16}")
# Lines of an agenda's front that are numbered too, and what stands between items.
NO_ITEM = re.compile(
    r"^\W*(?:membership(?:\W*$|\s*[:(]|\s+of\b)|members\b(?!\s+to\b)|quorum|notes?\W*$|page(?:\s+no)?\b|item\b\W*$|agenda\b|contact\b|for\s+(?:further"
    r"|more)\s+information|webcast|fire\b|date(?:\s+and\s+time)?\s*:|time\s*:"
    r"|venue\b|place\b|please\b|you\s+are\b|press\s+and\s+public\W*$|distribution\b|published\b|information\s+for\b"
    r"|filming|access\b|declaring\b|guidance\b)",
    re.IGNORECASE,
)
AGENDA = re.compile(r"\W*a\s?g\s?e\s?n\s?d\s?a\W*", re.IGNORECASE)
# Business that a meeting opens with.
OPENING = re.compile(r"apolog|minutes|declaration|welcome", re.IGNORECASE)
SUB_PROSE = re.compile(
    r"^\W*(?:includ|if\s+any|none|to\s|members?\s|this\s|the\s+\w+\s+(?:is|are|will)\b"
    r"|any\s)",
    re.IGNORECASE,
)
PROSE = re.compile(r"[a-z]{2}\.\s+[A-Z]|;$|,$")
LONGEST = 260
# Items of one agenda stand on pages near each other.
PAGES_APART = 2


@dataclass(frozen=True, slots=True)
class Listed:
    """A line that may begin an item: its number as printed and as a count, its words, and how surely it is one."""

    label: str
    count: int
    lettered: bool
    text: str
    paragraph: Paragraph
    place: int
    weight: float


@dataclass(frozen=True, slots=True)
class Item:
    """An item of an agenda: number as printed, title, part, and its paragraphs, the one with the title first."""

    number: str | None
    title: str
    part: str
    paragraphs: tuple[Paragraph, ...]


def items_of(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Item, ...]]:
    """The paragraphs before the first item, and the items of business."""
    chosen = chain(candidates(paragraphs)) or unnumbered(paragraphs)
    if not chosen:
        return tuple(paragraphs), ()
    ends = [*(each.place for each in chosen[1:]), len(paragraphs)]
    found = (item_of(each, paragraphs[each.place : end]) for each, end in zip(chosen, ends, strict=True))
    return tuple(paragraphs[: chosen[0].place]), tuple(item for item in found if item)


def candidates(paragraphs: Sequence[Paragraph]) -> list[Listed]:
    indents = [round(each.indent) for each in paragraphs if each.label and each.label.isdigit()]
    common = max(set(indents), key=indents.count) if indents else 0
    found = []
    for place, paragraph in enumerate(paragraphs):
        told = numbered(paragraph)
        if not told or not NUMBER.fullmatch(told[0]) or len(told[1]) > 600 or not re.search(r"[A-Za-z]{3}", told[1]):
            continue
        number = NUMBER.fullmatch(told[0])
        if not number or NO_ITEM.match(told[1]):
            continue
        weight = 1.0 + 0.5 * (paragraph.style == "heading" or paragraph.bold) + 0.3 * bool(BEHIND.search(told[1]))
        weight += 0.2 * (round(paragraph.indent) == common) - 0.6 * bool(len(told[1]) > 150 or PROSE.search(told[1]))
        count = int(number["number"])
        found.append(Listed(told[0], count, bool(number["part"]), told[1], paragraph, place, max(weight, 0.1)))
    return found


def numbered(paragraph: Paragraph) -> tuple[str, str] | None:
    """A line's number and its words, whether the number is a label, a cell or stands within the text."""
    cells = [cell for cell in paragraph.cells if cell.strip()]
    while len(cells) > 2 and not paragraph.label and PAGES_LEFT.fullmatch(cells[0]) and ITEM_CELL.fullmatch(cells[1]):
        cells = cells[1:]
    if paragraph.label:
        return paragraph.label, words_of(cells) if cells else paragraph.text
    if len(cells) > 1 and ITEM_CELL.fullmatch(cells[0]):
        return cells[0].rstrip("."), words_of(cells[1:])
    inside = LABEL_INSIDE.match(paragraph.text)
    if inside and (paragraph.style in ("heading", "row") or paragraph.bold):
        return inside["label"], paragraph.text[inside.end() :]
    return None


def words_of(cells: Sequence[str]) -> str:
    """The title among the cells of a row: the first that is no time, no page and no rule by which an item is closed."""
    no_title = (PAGE_CELL, HOUR, CLOSED_RULE)
    named = [cell for cell in cells if not any(pattern.fullmatch(cell) for pattern in no_title)]
    # A column of wards may stand left of titles, which are set in capitals then.
    capitals = (cell for cell in named if cell.isupper() and len(cell) >= SHORTEST_CAPITALS)
    return next(capitals, named[0]) if named else ""


def chain(found: Sequence[Listed]) -> list[Listed]:
    """The lines whose numbers run on and that weigh most together; two at least."""
    best: list[tuple[float, int | None]] = []
    for place, each in enumerate(found):
        before = [(best[other][0], other) for other in range(max(0, place - 80), place) if follows(found[other], each)]
        weight, last = max(before, default=(0.0, None), key=lambda pair: pair[0])
        best.append((weight + each.weight, last))
    if not best:
        return []
    at: int | None = max(range(len(best)), key=lambda one: best[one][0])
    chosen: list[Listed] = []
    while at is not None:
        chosen.append(found[at])
        at = best[at][1]
    return chosen[::-1] if len(chosen) > 1 else []


def follows(one: Listed, other: Listed) -> bool:
    """Whether an item may come right after another: by number, by letter, or first in a closed part."""
    if other.paragraph.page - one.paragraph.page > PAGES_APART:
        return False
    again = other.count == 1 and one.paragraph.part != other.paragraph.part
    same = other.count == one.count and other.lettered and other.label != one.label
    return other.count == one.count + 1 or again or same


def unnumbered(paragraphs: Sequence[Paragraph]) -> list[Listed]:
    """The headings below the word "Agenda", for agendas without numbers."""
    start = next((at for at, each in enumerate(paragraphs) if AGENDA.fullmatch(each.text)), None)
    if start is None:
        return []
    found = [
        Listed("", 0, False, each.text, each, place, 1.0)
        for place, each in enumerate(paragraphs)
        if place > start and each.style == "heading" and not DIVIDES.match(each.text) and not NO_ITEM.match(each.text)
    ]
    first = next(
        (at for at, each in enumerate(found) if OPENING.search(each.text)),
        None,
    )
    return found[first:] if first is not None else []


def item_of(found: Listed, paragraphs: Sequence[Paragraph]) -> Item | None:
    """An item with its title; None for a heading that divides the agenda."""
    title = plain_title(found.text)
    if not title:
        return None
    closed = CLOSED_TAG.search(title)
    title = title[: closed.start()].strip(" -–") if closed and closed.start() > 5 else title
    ruled = any(CLOSED_RULE.fullmatch(cell) for cell in found.paragraph.cells)
    part = "exempt" if closed or ruled else found.paragraph.part
    return Item(found.label or None, title, part, tuple(paragraphs))


def plain_title(text: str) -> str:
    """A title without the pages, papers and minutes that an agenda prints behind it.

    >>> plain_title("Family hubs: hours (Pages 11 - 20)"), plain_title("Youth plan (report to follow) 21 - 40")
    ('Family hubs: hours', 'Youth plan')
    >>> plain_title("Minutes To approve the minutes of the meeting held on 10 March 2021")
    'Minutes'
    """
    text = " ".join(text.split())
    if inside := PAGES_INSIDE.search(text):
        text = text[: inside.start()] if inside.start() > 2 else text
    while behind := BEHIND.search(text):
        text = text[: behind.start()]
    asked = title_of(text)
    asked = asked[: done.start()] if (done := DONE.search(asked)) else asked
    if len(text) > LONGEST and (stop := re.search(r"[.;]\s", asked)):
        asked = asked[: stop.start()]
    return asked.strip(" .:;–-*") or text.strip()


def sub_items(item: Item) -> Iterator[Item]:
    """The items that are numbered below an item: "7.1 Family hubs"; what only explains the item is none."""
    for paragraph in item.paragraphs[1:]:
        told = numbered(paragraph)
        sub = SUB_NUMBER.fullmatch(told[0]) if told else None
        if not told or not sub or sub["number"] != item.number or SUB_PROSE.match(told[1]) or len(told[1]) > 200:
            continue
        if not re.search(r"[A-Za-z]{3}", told[1]) or told[1].rstrip().endswith((".", ";", ",")):
            continue
        yield Item(told[0], plain_title(told[1]), paragraph.part, (paragraph,))
