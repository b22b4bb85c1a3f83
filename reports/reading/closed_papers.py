"""Which papers of a pack are closed to the public as a whole, by the agenda or by where they stand.

What a paper closes ends with it, where it is sure that another begins. In doubt a paper is closed: one that is closed
by mistake can be opened by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reports.reading.agenda_pages import RANGE, closed_items, closed_pages
from reports.reading.kinds.kind import Kind
from reports.reading.packs import Pack, Part
from reports.reading.paragraph import Paragraph

# A page that only says that what follows is closed has no more paragraphs, and no numbered ones.
DIVIDER = 6
# So many paragraphs at the head of a paper hold its title.
HEAD = 12


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A paper of a pack before its facts are read."""

    part: Part
    paragraphs: tuple[Paragraph, ...]
    kind: Kind | None
    closed_pages: frozenset[int] = frozenset()

    @property
    def is_closed(self) -> bool:
        return bool(self.paragraphs) and all(each.part == "exempt" for each in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Listed:
    """What an agenda says is closed: pages of the file, items' numbers, and the titles of closed and of open items."""

    pages: frozenset[int]
    items: frozenset[str]
    closed: tuple[frozenset[str], ...]
    open: tuple[frozenset[str], ...]


def with_closed(papers: Sequence[Enclosed], pack: Pack) -> tuple[Enclosed, ...]:
    """The papers, closed as well where the agenda or the paper before says so."""
    listed = listed_in(papers[0].paragraphs, pack) if papers else None
    found = list(papers[:1])
    for paper in papers[1:]:
        before = found[-1] if len(found) > 1 else None
        if listed and (is_listed_closed(paper, pack, listed) or closes_next(before, paper, listed)):
            paper = replace(paper, paragraphs=tuple(replace(each, part="exempt") for each in paper.paragraphs))
        found.append(paper)
    return tuple(found)


def listed_in(agenda: Sequence[Paragraph], pack: Pack) -> Listed:
    items = [each for each in agenda if each.label or each.style == "heading"]
    return Listed(
        pages=closed_pages(agenda, pack.told, pack.offset),
        items=closed_items(agenda),
        closed=tuple(words_in(each.text) for each in items if each.part == "exempt" and each.label),
        open=tuple(words_in(each.text) for each in items if each.part == "open"),
    )


def is_listed_closed(paper: Enclosed, pack: Pack, listed: Listed) -> bool:
    """Whether the agenda has a paper in its closed part: by its pages, else by its item, else by its title.

    Where an agenda has closed items, a paper that none of its open items names may be one of them.
    """
    on = {page.number for page in paper.part.pages}
    told = {page for each in pack.told for page in range(each.first, each.last + 1)} - listed.pages
    if on & listed.pages:
        return True
    if paper.part.item:
        return paper.part.item in listed.items and not on <= told
    if on <= told or not listed.closed:
        return False
    return is_named(paper, listed.closed) or not is_named(paper, listed.open)


def closes_next(before: Enclosed | None, paper: Enclosed, listed: Listed) -> bool:
    """Whether a paper is closed because the one before it, which is not the agenda, ended closed.

    It is behind a page of its own that closes what follows ("PART II"), behind a closed paper without a stamp to part
    the two, and wherever it is doubtful that another paper begins. A paper that an open item names is open.
    """
    if before is None or before.paragraphs[-1].part != "exempt":
        return False
    if paper.part.begins == "stamp":
        return ends_in_divider(before)
    sure = paper.part.begins == "head" or (paper.part.begins == "numbers" and paper.kind)
    if sure and not before.is_closed:
        return False
    return paper.part.begins == "annex" or not is_named(paper, listed.open)


def ends_in_divider(paper: Enclosed) -> bool:
    """Whether a paper's last page says only that what follows is closed."""
    page = paper.paragraphs[-1].page
    last = [each for each in paper.paragraphs if each.page == page]
    bare = len(last) <= DIVIDER and not any(each.label for each in last) and page not in paper.closed_pages
    return bare and len(last) < len(paper.paragraphs) and last[0].part == "exempt" and not paper.is_closed


def is_named(paper: Enclosed, titles: Iterable[frozenset[str]]) -> bool:
    """Whether the words of an item's title all stand at the head of a paper."""
    head = words_in(" ".join(each.text for each in paper.paragraphs[:HEAD]))
    return any(title and title <= head for title in titles)


def words_in(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{4,}", RANGE.sub("", text).lower()))
