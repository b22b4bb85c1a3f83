"""Which pages an agenda gives for its items.

    5.  OFSTED'S INSPECTION OF THE HUBS                        (Pages 11 - 26)
    6.  LEASE OF THE HARNFORD CENTRE
        Report of the Director.                                        27 - 30

What an agenda says in a closed part of it is closed, and so are the pages that it names there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.reading.lines import Page
from reports.reading.page_signs import pieces, words_of
from reports.reading.paragraph import Paragraph

AGENDA = re.compile(
    r"\W*(?:(?:public|open|supplementary|supplemental|additional|order\s+of|the|and|summons|formal|main|council"
    r"|committee|cabinet|panel)\W+)*agenda(?:\W+(?:pack|papers|supplement|and\s+(?:reports?|papers)(?:\s+pack)?"
    r"|reports?\s+pack|part\s+(?:1|i|a|one)))?\W*",
    re.IGNORECASE,
)
PACK = re.compile(r"\W*(?:public\s+)?(?:documents?|reports?|agenda|papers)\s+pack\W*", re.IGNORECASE)
RANGE = re.compile(
    r"\(\s*(?:pages?|pp?\.?)(?:\s+no(?:s|\.)?)?\s*:?\s*(?P<first>\d{1,3})(?:\s*(?:-|–|—|to)\s*(?P<last>\d{1,3}))?\s*\)"
    r"|\bpages?\s+(?P<from>\d{1,3})\s*(?:-|–|—|to)\s*(?P<to>\d{1,3})\W*$",
    re.IGNORECASE,
)
# In a column headed "Pages" the word itself is left out.
COLUMN_HEAD = re.compile(r"\(?\s*(?:pages?|page\s+nos?\.?|page\s+numbers?)\s*\)?", re.IGNORECASE)
IN_COLUMN = re.compile(r"(?P<first>\d{1,3})(?:\s*(?:-|–|—|to)\s*(?P<last>\d{1,3}))?")
TAIL = re.compile(r"\s(?P<first>\d{1,3})(?:\s*(?:-|–|—|to)\s*(?P<last>\d{1,3}))?$")
ITEM = re.compile(r"^\W*(?:item\s+)?(?P<number>\d{1,3}[a-z]?)(?:[.):\s]|$)", re.IGNORECASE)
# An agenda with its notes on access and on declaring interests takes no more pages.
FRONT = 10


@dataclass(frozen=True, slots=True)
class ItemPages:
    """An item of an agenda with the pages printed for it, as the file's pages; `told_on`: where the agenda says so."""

    item: str | None
    first: int
    last: int
    told_on: int


def agenda_page(pages: Sequence[Page]) -> int:
    """The page on which a file that begins with an agenda has its heading; 0 where it does not begin with one."""
    headed = [page.number for page in pages[:3] for row in page.rows if AGENDA.fullmatch(words_of(row))]
    named = [page.number for page in pages[:1] for row in page.rows if PACK.fullmatch(words_of(row))]
    return max([*headed[:1], *named], default=0)


def item_pages(pages: Sequence[Page], offset: int) -> list[ItemPages]:
    """The pages of items, in the order told, as far as they are in the file and behind the agenda.

    offset: how far printed numbers lag behind the file's pages.
    """
    told: list[ItemPages] = []
    for page in pages[:FRONT]:
        # An agenda ends where the pages begin that it names.
        if told and page.number >= told[0].first:
            break
        told += told_on(page, offset)
    real = [each for each in told if each.told_on < each.first <= each.last <= len(pages)]
    return real if len(real) == len(told) else []


def told_on(page: Page, offset: int) -> list[ItemPages]:
    found: list[ItemPages] = []
    item: str | None = None
    column = any(COLUMN_HEAD.fullmatch(piece) for row in page.rows for piece in pieces(row)[-1:])
    for row in page.rows:
        number = ITEM.match(words_of(row))
        # A number that is the whole row is the page's.
        item = number["number"].lower() if number and number.end() < len(words_of(row)) else item
        if span := span_in(pieces(row), column and row[-1].x1 > 0.8 * page.width):
            found.append(ItemPages(item, span[0] + offset, span[1] + offset, page.number))
    return found


def span_in(texts: Sequence[str], column: bool = False) -> tuple[int, int] | None:
    """First and last page that a row prints for its item.

    >>> span_in(["5.", "OFSTED", "(Pages 11 - 26)"]), span_in(["Lease", "27"], column=True), span_in(["Lease", "27"])
    ((11, 26), (27, 27), None)
    """
    found = RANGE.search(" ".join(texts))
    if found:
        first = int(found["first"] or found["from"])
        return first, int(found["last"] or found["to"] or first)
    if column and len(texts) > 1 and (printed := IN_COLUMN.fullmatch(texts[-1])):
        return int(printed["first"]), int(printed["last"] or printed["first"])
    return None


def closed_pages(agenda: Sequence[Paragraph], told: Sequence[ItemPages], offset: int) -> frozenset[int]:
    """The file's pages that an agenda names in a part closed to the public."""
    closed = [span for each in agenda if each.part == "exempt" for span in spans_of(each)]
    spans = {(each.first - offset, each.last - offset) for each in told}
    return frozenset(page + offset for span in closed if span in spans for page in range(span[0], span[1] + 1))


def spans_of(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The pages that a paragraph of an agenda may name: in its text, its last cell, the margin, or behind its text."""
    beside = [paragraph.margin] if paragraph.margin else []
    for texts in ([paragraph.text], [paragraph.text, *paragraph.cells[-1:]], [paragraph.text, *beside]):
        if span := span_in(texts, column=True):
            yield span
    if tail := TAIL.search(paragraph.text):
        yield int(tail["first"]), int(tail["last"] or tail["first"])


def closed_items(agenda: Sequence[Paragraph]) -> frozenset[str]:
    """The numbers of items that an agenda lists in a part closed to the public."""
    found = (ITEM.match(each.label or "") for each in agenda if each.part == "exempt")
    return frozenset(number["number"].lower() for number in found if number)
