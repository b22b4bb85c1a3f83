"""What the head and foot of a page say of the paper that it belongs to.

    Wexcombe County Council                                        Agenda Item 5
    ...
    Page 11                                                          Page 1 of 6

A clerk who binds papers into one file stamps each page with the file's own number, and the first page of each item
with the item's; the papers keep their own numbers, which begin anew with each.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.lines import Line, Page

Row = tuple[Line, ...]

# Stamps and numbers stand within this share of a page's height from its upper and lower edge.
EDGE = 0.12
# "Agenda Item 5", "Minute Item 12", "Item No. 5": an item's number and nothing else.
TAG = re.compile(
    r"\W*(?P<whole>(?:agenda|minute)\s+)?(?:item|report)\s*(?:no\b\.?|number)?\s*[:.]?\s*(?P<number>\d{1,3}[a-z]?)\W*",
    re.IGNORECASE,
)
# "Page 3", "3", "- 3 -", "Page 3 of 9", "3/9".
NUMBER = re.compile(
    r"[-–\[(|\s]*(?P<named>page\s*\|?\s*)?(?P<number>\d{1,3})(?:\s*(?:of|/)\s*(?P<of>\d{1,3}))?[-–\])|\s]*",
    re.IGNORECASE,
)
# The same at the end of a foot with more words.
LAST_NUMBER = re.compile(r"\bpage\s*\|?\s*(?P<number>\d{1,3})(?:\s*(?:of|/)\s*(?P<of>\d{1,3}))?\W*$", re.IGNORECASE)
APPENDIX = re.compile(
    r"^\W*(?:(?:agenda\s+)?item\s+\d+\W+)?(?:appendix|appendices|annex(?:e|ure)?|enclosure|attachment)"
    r"(?:es|s)?\b",
    re.IGNORECASE,
)
# A page that is there for the sake of printing on both sides.
BLANK = re.compile(
    r"\W*(?:(?:this\s+)?page\s+(?:is\s+)?)?(?:intentionally|deliberately)\s+(?:left\s+)?blank\W*", re.IGNORECASE
)
FIRST_ROWS = 3
# A cover has no more rows.
COVER_ROWS = 15


@dataclass(frozen=True, slots=True)
class PageSigns:
    """tag: the item's number where the page prints one alone; numbers: the page numbers it prints, less the file's
    own; appendix: it begins with that word; fresh: it begins with a title or below one, not in the midst of a text;
    short: it holds a few lines alone; restart: page numbers begin anew; goes_on: its number is one more than the last
    page's."""

    page: int
    tag: str | None
    numbers: frozenset[int]
    appendix: bool
    fresh: bool
    short: bool
    restart: bool = False
    goes_on: bool = False


def signs_of(pages: Sequence[Page]) -> list[PageSigns]:
    """The signs of each page."""
    offset = stamped_offset(pages)
    found = [
        PageSigns(
            page=page.number,
            tag=tag_of(page),
            numbers=frozenset(number for number in numbers_of(page) if page.number - number != offset),
            appendix=any(APPENDIX.match(words_of(row)) for row in text_rows(page)[:FIRST_ROWS]),
            fresh=is_fresh(page, pages[place - 1] if place else None),
            short=len(text_rows(page)) <= COVER_ROWS,
        )
        for place, page in enumerate(pages)
    ]
    return [with_numbers(found, place) for place in range(len(found))]


def with_numbers(found: Sequence[PageSigns], place: int) -> PageSigns:
    """The signs of a page, told how its number follows the last page's; some papers do not number their first page."""
    signs = found[place]
    last = found[place - 1].numbers if place else frozenset[int]()
    following = found[place + 1].numbers if place + 1 < len(found) else frozenset[int]()
    restart = 1 in signs.numbers or (not signs.numbers and 2 in following)
    goes_on = any(number + 1 in signs.numbers for number in last) or (not last and 2 in signs.numbers)
    return replace(signs, restart=restart and place > 0, goes_on=goes_on)


def stamped_offset(pages: Sequence[Page]) -> int | None:
    """How far the file's own page numbers lag behind the pages, where most pages print them; else None.

    A paper that takes up most of a file might pass for the file, so the pages before it must have no numbers.
    """
    counted = Counter(page.number - number for page in pages for number in numbers_of(page))
    if not counted:
        return None
    offset, times = counted.most_common(1)[0]
    before = any(numbers_of(page) for page in pages if page.number <= offset)
    return offset if 2 * times > len(pages) and not before else None


def numbers_of(page: Page) -> set[int]:
    """The page numbers printed at a page's head and foot; one of more pages than it says is none."""
    found = set()
    for row in edges(page):
        for piece in pieces(row):
            if told := NUMBER.fullmatch(piece) or LAST_NUMBER.search(piece):
                number = int(told["number"])
                if not told["of"] or number <= int(told["of"]):
                    found.add(number)
    return found


def tag_of(page: Page) -> str | None:
    """The number of the item whose stamp a page bears: alone, and right of the middle if it does not say "agenda"."""
    for row in page.rows[:FIRST_ROWS]:
        for line in row:
            if not is_high(row, page) or not (told := TAG.fullmatch(line.text.split("\t")[-1])):
                continue
            if told["whole"] or line.x1 > 0.7 * page.width:
                return told["number"].lower()
    return None


def is_stamp(line: Line, page: Page) -> bool:
    """Whether a piece of print is an item's stamp."""
    return is_high((line,), page) and bool((told := TAG.fullmatch(line.text)) and told["whole"])


def is_file_number(row: Row, page: Page, offset: int) -> bool:
    """Whether a row is the page's number in the file, which the clerk's program printed."""
    told = NUMBER.fullmatch(words_of(row)) if is_at_edge(row, page) else None
    if not told or told["of"] or page.number - int(told["number"]) != offset:
        return False
    return bool(told["named"]) or not is_high(row, page)


def is_fresh(page: Page, before: Page | None) -> bool:
    """Whether a page may be a paper's first: it begins with a title, or with capitals where the last page ended early.

    A title is bold, larger than the text or in capitals.
    """
    rows = text_rows(page)
    if not rows:
        return False
    size = Counter(round(row[0].size, 1) for row in rows).most_common(1)[0][0]
    title = any(row[0].bold or row[0].size > 1.1 * size or words_of(row).isupper() for row in rows[:FIRST_ROWS])
    return not words_of(rows[0])[:1].islower() and (title or not before or ends_early(before))


def ends_early(page: Page) -> bool:
    """Whether a page leaves room at its end, as a paper's last page does."""
    last = [row for row in text_rows(page) if not is_at_edge(row, page)][-1:]
    return not last or last[0][0].bottom < 0.8 * page.height


def text_rows(page: Page) -> list[Row]:
    """A page's rows without page numbers and stamps."""
    return [
        row
        for row in page.rows
        if not (is_at_edge(row, page) and all(NUMBER.fullmatch(piece) or TAG.fullmatch(piece) for piece in pieces(row)))
    ]


def is_blank(page: Page) -> bool:
    return not (rows := text_rows(page)) or (len(rows) <= 2 and bool(BLANK.fullmatch(" ".join(map(words_of, rows)))))


def edges(page: Page) -> Iterator[Row]:
    return (row for row in page.rows if is_at_edge(row, page))


def is_at_edge(row: Row, page: Page) -> bool:
    return is_high(row, page) or row[0].top > (1 - EDGE) * page.height


def is_high(row: Row, page: Page) -> bool:
    return row[0].bottom < EDGE * page.height


def pieces(row: Row) -> list[str]:
    return [piece.strip() for line in row for piece in line.text.split("\t") if piece.strip()]


def words_of(row: Row) -> str:
    return " ".join(line.text for line in row)
