"""Page furniture: what is printed on a page because it is a page, and says nothing of the matter.

    CHAIRMAN'S INITIALS ...............                    3
    Wexcombe County Council, Children's Panel, 12 May 2021         Page 3 of 9

Running heads and feet are known by coming back on most pages at one place, their numbers apart.
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


def without_furniture(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The same pages, less their furniture."""
    often = common_marks(pages)
    return tuple(
        replace(page, rows=tuple(row for row in page.rows if not is_furniture(row, page, often))) for page in pages
    )


def running_heads(pages: Sequence[Page]) -> list[tuple[int, str]]:
    """Page number and words of every running head and foot."""
    often = common_marks(pages)
    return [
        (page.number, " ".join(piece.text for piece in row))
        for page in pages
        for row in edges(page)
        if is_furniture(row, page, often)
    ]


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
    words = " ".join(piece.text for piece in row)
    if INITIALS.search(words) and len(words) < 80:
        return True
    if not is_at_edge(row, page):
        return False
    return bool(marks(row, page) & often) or is_page_number(row, page)


def is_page_number(row: Row, page: Page) -> bool:
    """Whether a row is only a page's number: said to be one, or alone as first or last row, away from the text."""
    words = " ".join(piece.text for piece in row).strip()
    if NAMED_PAGE.match(words):
        return True
    outermost = row is page.rows[0] or row is page.rows[-1]
    return outermost and bool(PAGE_NUMBER.fullmatch(words)) and row[0].x0 > 0.1 * page.width and stands_apart(row, page)


def stands_apart(row: Row, page: Page) -> bool:
    """Whether a row keeps clear of the row next to it by more than a line."""
    if len(page.rows) < 2:
        return False
    if row is page.rows[-1]:
        return row[0].top - page.rows[-2][0].bottom > 1.2 * row[0].size
    return page.rows[1][0].top - row[0].bottom > 1.2 * row[0].size
