"""Minutes item by item: which heading begins an item of business, and what stands below it.

3.   FUTURE OF THE MARLOW LANE CENTRE
3.1  The panel received a report ...
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reports.reading.attendance_lists import headed
from reports.reading.facts import AgendaItem
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import source_of

# "3", "3A", and the running number of a year's minutes: "12/24".
# A committee's initials may stand before it: "CAB/45".
NUMBER = re.compile(r"(?:[A-Z]{1,6}[/. -]?)?\d{1,4}[A-Za-z]?(?:/\d{2,4})?")
YEARLY = re.compile(
    r"(?P<number>\d{1,4}[A-Za-z]?/\d{2,4}|[A-Z]{1,6}[/.-]?\d{1,4}(?:/\d{2,4})?)(?:\s*[.:)])?\s+(?=[A-Z])"
)
# A number with a mere blank behind it: that of an item, or of a minute in a count that has gone on for years.
NUMBER_BEFORE = re.compile(
    r"(\d{1,4})\.?\s+(?=[A-Z])(?!(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
# The agenda's number, which some clerks print behind the title of a minute.
ITEM_BEHIND = re.compile(
    r"\s*[\[(]\s*(?:(?:agenda\s+)?item\s+(?:no\.?\s*)?|agenda\s+no\.?\s*)\d{1,3}[A-Za-z]?\s*[\])]\W*$", re.IGNORECASE
)
# Who acts, in the last column of minutes that are set as a table.
ACTION_COLUMN = re.compile(r"\W*actions?(?:\s+(?:by|owner|for|required))?\W*", re.IGNORECASE)
OWNERS = re.compile(r"(?:[A-Z]{2,4}|All|ALL)(?:\s*(?:[/,&;]|and|\s)\s*(?:[A-Z]{2,4}|All|ALL))*")
ITEM_BELOW = re.compile(r"^\W*\(?\s*(?:agenda\s+)?item\s+(?P<number>\d{1,3}[A-Za-z]?)\s*\)?\W*$", re.IGNORECASE)
# Headings that divide a paper and are no business of their own.
DIVIDES = re.compile(
    r"^\W*(?:part\s+(?:1|2|i|ii|one|two|a|b)\b|(?:un)?restricted\s+items|exempt\s+items|open\s+(?:items|session)|action(?:s|\s+by)?\W*$|minutes?\W*$"
    r"|key\s+(?:points|issues|messages)\b|(?:points|issues)\s+raised\b|discussion\b|actions?\b.{0,60}:\s*$|reasons?\s+for\b|(?:other|alternative)\s+options\b|options\s+considered\b"
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
    # How the heading is known for one: mark where it has a number of its own, else place.
    basis: str = "mark"


def items_of(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Item, ...]]:
    """The paragraphs before the first item, and the items."""
    acting = any(ACTION_COLUMN.fullmatch(cell) for paragraph in paragraphs for cell in paragraph.cells)
    paragraphs = with_numbers([as_heading(paragraph, acting) for paragraph in paragraphs])
    starts = item_places(paragraphs)
    below_titles = frozenset(titles_above_numbers(paragraphs))
    front = tuple(paragraphs[: starts[0]]) if starts else tuple(paragraphs)
    items = []
    for place, end in pairwise([*starts, len(paragraphs)]):
        heading, below = paragraphs[place], list(paragraphs[place + 1 : end])
        named = ITEM_BELOW.match(below[0].text) if below else None
        if named:
            below.pop(0)
        number = heading.label or (named["number"] if named else None)
        if not number and place in below_titles:
            number = below[0].label
        title = ITEM_BEHIND.sub("", heading.text).rstrip(" :") or heading.text
        items.append(Item(number, title, heading, tuple(below), "mark" if number else "place"))
    return front, tuple(items)


def as_heading(paragraph: Paragraph, acting: bool = False) -> Paragraph:
    """A heading that is set as a table's row, or whose number the text holds, as a heading with its number.

    acting: the minutes are a table with a column of those who act, so that rows that are not bold may be headings too.

    >>> row = Paragraph(ordinal=0, page=1, text="", style="row", bold=True, cells=("12/24", "HUBS [Item 3]"))
    >>> as_heading(row).label, as_heading(row).style
    ('12/24', 'heading')
    """
    cells = paragraph.cells
    yearly = len(cells) > 1 and "/" in cells[0] and re.match(r"[A-Z]", cells[1])
    owned = len(cells) == 3 and OWNERS.fullmatch(cells[2])
    if paragraph.bold and (yearly or owned) and NUMBER.fullmatch(cells[0]):
        margin = cells[2] if len(cells) > 2 else None
        return replace(paragraph, label=cells[0], text=cells[1], style="heading", cells=(), margin=margin)
    if (
        len(cells) == 2
        and (paragraph.bold or acting)
        and paragraph.label
        and NUMBER.fullmatch(paragraph.label)
        and OWNERS.fullmatch(cells[1])
    ):
        title = len(cells[0]) < 130 and not cells[0].endswith(".")
        return replace(paragraph, text=cells[0], style="heading", cells=(), margin=cells[1]) if title else paragraph
    # A star before the number marks what a committee decided by itself; the reader takes it for a bullet.
    starred = NUMBER_BEFORE.match(paragraph.text) if paragraph.style == "bullet" and paragraph.bold else None
    if starred and len(paragraph.text) < 150:
        return replace(paragraph, label=starred[1], text=paragraph.text[starred.end() :], style="heading")
    title = paragraph.style == "heading" or paragraph.bold or not paragraph.text.endswith((".", ";", ",", ":"))
    found = YEARLY.match(paragraph.text) if not cells and title and len(paragraph.text) < 150 else None
    if not found or paragraph.label:
        return paragraph
    return replace(paragraph, label=found["number"], text=paragraph.text[found.end() :], style="heading")


def with_numbers(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; headings whose numbers run on have them as labels, though a mere blank stands between."""
    told = {each.ordinal: found for each in paragraphs if not each.label and (found := number_before(each))}
    run: list[int] = []
    last = 0
    for ordinal, found in told.items():
        number = int(found[1])
        # The closed part may count from 1 again.
        if number == last + 1 or number == 1 or not run:
            run.append(ordinal)
            last = number
    if len(run) < 3 or len(run) < len(told) - 1:
        return list(paragraphs)
    return [
        replace(each, label=told[each.ordinal][1], text=each.text[told[each.ordinal].end() :])
        if each.ordinal in run
        else each
        for each in paragraphs
    ]


def number_before(paragraph: Paragraph) -> re.Match[str] | None:
    return NUMBER_BEFORE.match(paragraph.text) if paragraph.style == "heading" else None


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
    above = titles_above_numbers(paragraphs)
    if len(above) > len(told):
        return above
    return told or numbered or running(paragraphs) or plain_headings(paragraphs)


def titles_above_numbers(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For minutes whose paragraphs are numbered and not their titles: headings above such numbers, three or more of
    them, with numbers that grow from title to title: "FAMILY HUBS" above "103 The report was received."
    """
    places: list[int] = []
    last = 0
    for place, (each, below) in enumerate(pairwise(paragraphs)):
        number = re.search(r"\d+", below.label or "")
        text = below.style == "paragraph" or bool(DIVIDES.match(below.text))
        whole = number and NUMBER.fullmatch(below.label or "") and text and below.style != "row"
        if whole and number and each.style == "heading" and not each.label:
            if int(number[0]) <= last:
                return []
            places.append(place)
            last = int(number[0])
    return places if len(places) > 2 else []


def running(paragraphs: Sequence[Paragraph]) -> list[int]:
    """For minutes whose titles are set like their text: short lines whose numbers run on, three or more of them."""
    titles = [
        place
        for place, each in enumerate(paragraphs[:-1])
        if each.label
        and each.label.isdigit()
        and each.style == "paragraph"
        and len(each.text) < 130
        and re.match(r"[A-Z]", each.text)
        and not each.text.rstrip().endswith((".", ";", ",", "?"))
        and not paragraphs[place + 1].label
    ]
    steps = [int(paragraphs[after].label or 0) - int(paragraphs[place].label or 0) for place, after in pairwise(titles)]
    return titles if len(steps) > 1 and all(step == 1 for step in steps) else []


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
            source=source_of(item.heading, item.heading.text, basis=item.basis),
        )
        for item in items
    ]
