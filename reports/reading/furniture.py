"""Page furniture: what is printed on a page because it is a page, and says nothing of the matter.

    CHAIRMAN'S INITIALS ...............                    3
    Wexcombe County Council, Children's Panel, 12 May 2021         Page 3 of 9

Running heads and feet are known by coming back on most pages at one place, their numbers apart. One that comes but
once, in a short paper whose first page has none, is known by standing above where the text of other pages begins.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reports.reading.lines import Line, Page

Row = tuple[Line, ...]

# Where heads and feet stand: this share of a page's height from its upper and lower edge.
EDGE = 0.12
# A head or foot may move a little from page to page, in points.
DRIFT = 8

INITIALS = re.compile(r"\bchair(?:man|woman|person)?['’]?s?['’]?\s+initials\b", re.IGNORECASE)
PAGE_NUMBER = re.compile(
    r"[-–\[(|\s]*(?:page\s*\|?\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–\])|\s]*", re.IGNORECASE
)
NAMED_PAGE = re.compile(r"^\W*page\s*\|?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*$", re.IGNORECASE)
# The same at the end of a foot that also names the paper.
ENDS_WITH_PAGE = re.compile(r"\bpage\s*\|?\s*\d{1,4}\s*(?:of|/)\s*\d{1,4}\W*$", re.IGNORECASE)
# What a records system stamps on a page; marks that close a page are heard elsewhere.
STAMP = re.compile(r"\W*(?:official|unclassified|not\s+protectively\s+marked|public)\W*", re.IGNORECASE)
# A lone running head keeps at least so much room, in letter heights, above where the text of other pages begins.
CLEAR = 0.8
# So many rows of the first page hold the names that a running head repeats.
TITLE_ROWS = 10


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages, less their furniture."""
    often, lone = common_marks(pages), lone_heads(pages)
    return tuple(
        replace(
            page, rows=tuple(row for row in page.rows if not is_furniture(row, page, often) and row is not lone[place])
        )
        for place, page in enumerate(pages)
    )


def running_heads(pages: Sequence[Page]) -> list[tuple[int, str]]:
    """Page number and words of every running head and foot."""
    often, lone = common_marks(pages), lone_heads(pages)
    return [
        (page.number, words_of(row))
        for place, page in enumerate(pages)
        for row in edges(page)
        if is_furniture(row, page, often) or row is lone[place]
    ]


def lone_heads(pages: Sequence[Page]) -> list[Row | None]:
    """For each page the running head that no other page repeats, None for most.

    It is the page's first row, stands higher than the text of any other page begins, clear of its own page's text, and
    is set smaller than the text or says nothing that the first page does not.
    """
    often = common_marks(pages)
    bodies = [[row for row in page.rows if not is_furniture(row, page, often)] for page in pages]
    sizes = Counter(round(row[0].size, 1) for body in bodies for row in body)
    text = sizes.most_common(1)[0][0] if sizes else 0.0
    said = words_in(row for body in bodies[:1] for row in body[:TITLE_ROWS])
    tops = [body[0][0].top if body else None for body in bodies]
    found: list[Row | None] = []
    for place, body in enumerate(bodies):
        others = [top for other, top in enumerate(tops) if other != place and top is not None]
        first = body[0] if place and len(body) > 1 and others else None
        if first and is_clear(first, body[1], min(others)) and is_at_edge(first, pages[place]):
            repeats = words_in([first]) <= said
            found.append(first if repeats or first[0].size < 0.9 * text else None)
        else:
            found.append(None)
    return found


def is_clear(row: Row, following: Row, top: float) -> bool:
    """Whether a row stands above a height, and above the row that follows it, by more than a line's room."""
    room = CLEAR * row[0].size
    return row[0].bottom + room <= top and row[0].bottom + room <= following[0].top


def words_in(rows: Iterable[Row]) -> set[str]:
    return {word for row in rows for word in re.findall(r"[a-z]{3,}|\d+", words_of(row).lower())}


def words_of(row: Row) -> str:
    return " ".join(piece.text for piece in row)


def common_marks(pages: Sequence[Page]) -> set[tuple[str, int]]:
    counted = Counter(mark for page in pages for mark in {mark for row in edges(page) for mark in marks(row, page)})
    return {mark for mark, times in counted.items() if is_often(times, len(pages))}


def is_often(times: int, pages: int) -> bool:
    """Whether what stands on so many of so many pages is a running head; heads of left and right pages may differ."""
    return times >= 2 and times >= 0.4 * pages


def edges(page: Page) -> Iterable[Row]:
    return (row for row in page.rows if is_at_edge(row, page))


def is_at_edge(row: Row, page: Page) -> bool:
    return row[0].bottom < EDGE * page.height or row[0].top > (1 - EDGE) * page.height


def marks(row: Row, page: Page) -> set[tuple[str, int]]:
    """A row's words without numbers, with its height on the page in two roundings, so that drift does not matter."""
    words = " ".join(re.sub(r"\d+", "#", piece.text.lower()) for piece in row)
    # A paragraph's number at the head of two pages is no running head.
    if not re.search(r"[a-z]{3}", words) and not PAGE_NUMBER.fullmatch(words.replace("#", "1")):
        return set()
    place = row[0].top / DRIFT
    return {(" ".join(words.split()), round(place) * 2), (" ".join(words.split()), int(place) * 2 + 1)}


def is_furniture(row: Row, page: Page, often: set[tuple[str, int]]) -> bool:
    words = words_of(row)
    if INITIALS.search(words) and len(words) < 80:
        return True
    if not is_at_edge(row, page):
        return False
    return bool(marks(row, page) & often) or is_page_number(row, page) or is_stamp(row, page)


def is_stamp(row: Row, page: Page) -> bool:
    """Whether a page's first or last row is a protective marking that closes nothing."""
    outermost = row is page.rows[0] or row is page.rows[-1]
    return outermost and bool(STAMP.fullmatch(words_of(row)))


def is_page_number(row: Row, page: Page) -> bool:
    """Whether a row is only a page's number: said to be one, or alone as first or last row, away from the text."""
    words = words_of(row).strip()
    if NAMED_PAGE.match(words):
        return True
    outermost = row is page.rows[0] or row is page.rows[-1]
    if outermost and ENDS_WITH_PAGE.search(words) and stands_apart(row, page):
        return True
    return outermost and bool(PAGE_NUMBER.fullmatch(words)) and row[0].x0 > 0.1 * page.width and stands_apart(row, page)


def stands_apart(row: Row, page: Page) -> bool:
    """Whether a row keeps clear of the row next to it by more than a line."""
    if len(page.rows) < 2:
        return False
    if row is page.rows[-1]:
        return row[0].top - page.rows[-2][0].bottom > 1.2 * row[0].size
    return page.rows[1][0].top - row[0].bottom > 1.2 * row[0].size
