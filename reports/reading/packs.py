"""A pack: an agenda bound with its papers in one file. Where does each paper begin?

    page 1    Children's Panel, 12 May 2021. AGENDA ... 5. Family hubs (Pages 3 - 8)
    page 3    Agenda Item 5 / Report of the Director / FAMILY HUBS                     Page 1 of 4
    page 7    Appendix A

A file is taken for a pack only where it says so: it begins with an agenda whose papers follow, it bears the stamps of
several items, or its table of contents leads to several papers. A paper with long appendices is one paper.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.reading.agenda_pages import ItemPages, agenda_page, item_pages
from reports.reading.bookmarks import Bookmark
from reports.reading.kinds import KINDS, score
from reports.reading.lines import Page
from reports.reading.page_signs import PageSigns, ends_early, signs_of, stamped_offset
from reports.reading.paragraphs import paragraphs

# So large a share of bookmarks lead to the head of a page where they name papers and not headings.
AT_TOP = 0.7
# A page opens like a paper where marks that stand at papers' heads alone weigh so much.
OPENING = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Pages of a pack that stand together.

    item: the number of the agenda's item; title: a bookmark's words; begins: "stamp" where the file itself says that
    a paper begins here, "head" where it looks like a paper's first page and is numbered so, "looks" and "numbers" where
    only one of the two is true, "annex" where an appendix may begin.
    """

    pages: tuple[Page, ...]
    begins: str
    item: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """The parts of a pack; `told`: the pages that its agenda gives; `offset`: how far printed numbers lag behind."""

    parts: tuple[Part, ...]
    told: tuple[ItemPages, ...] = ()
    offset: int = 0


def pack_of(pages: Sequence[Page], bookmarks: Sequence[Bookmark] = ()) -> Pack | None:
    """The parts of a pack; None where the file is one paper."""
    if len(pages) < 2:
        return None
    offset = stamped_offset(pages) or 0
    told = item_pages(pages, offset)
    agenda = max([agenda_page(pages), *(each.told_on for each in told)])
    signs = signs_of(pages)
    titled = papers_marked(bookmarks)
    if not may_be(signs, titled, agenda):
        return None
    stamped = {each.first for each in told} | {page for page in titled if page > 1}
    stamped |= {each.page for each in new_tags(signs)}
    looks = looking_like_heads(pages, signs, stamped)
    if not is_pack(signs, looks, set(titled), agenda, told):
        return None
    # No paper begins before the agenda's own pages end.
    front = max(agenda, min(stamped, default=1) - 1)
    guessed = {each.page: begins for each in signs[front:] if (begins := guess(each, looks, agenda))}
    starts = at_covers(guessed, stamped, signs) | dict.fromkeys(stamped, "stamp")
    return Pack(tuple(parts(pages, starts, named(signs, told), titled)), tuple(told), offset)


def guess(signs: PageSigns, looks: dict[int, bool], agenda: int) -> str | None:
    """How a page without a stamp begins a part, None where it does not: behind an agenda new page numbers tell."""
    if signs.appendix and signs.fresh:
        return "annex"
    renumbered = signs.restart and signs.fresh and not signs.goes_on
    if looks.get(signs.page):
        return "head" if renumbered else "looks"
    return "numbers" if agenda and renumbered else None


def at_covers(guessed: dict[int, str], stamped: set[int], signs: Sequence[PageSigns]) -> dict[int, str]:
    """The guessed starts, each on the cover page before it where there is one."""
    found = {}
    for page, begins in guessed.items():
        cover, last = signs[page - 2], signs[page - 3] if page > 2 else None
        unnumbered = cover.fresh and cover.short and not cover.numbers and signs[page - 1].restart
        if unnumbered and cover.page in stamped:
            continue
        found[page - 1 if unnumbered and last and last.numbers else page] = begins
    return found


def may_be(signs: Sequence[PageSigns], titled: dict[int, str], agenda: int) -> bool:
    """Whether a file has anything of a pack, so that its pages are worth a closer look."""
    restarts = sum(each.restart for each in signs)
    return bool(agenda) or len(new_tags(signs)) > 1 or len(titled) > 1 or restarts > 1


def is_pack(
    signs: Sequence[PageSigns],
    looks: dict[int, bool],
    titled: set[int],
    agenda: int,
    told: Sequence[ItemPages],
) -> bool:
    """Whether what was seen is enough."""
    tags = new_tags(signs)
    heads = [each for each in signs[1:] if looks.get(each.page) and not each.appendix]
    if agenda:
        return bool(told or tags or heads) or sum(each.restart and each.fresh for each in signs) > 1
    # A record of decisions may head a page "Agenda Item 7" too, but no paper begins there.
    if len({each.tag for each in tags}) > 1 and any(looks.get(each.page) for each in tags):
        return True
    begun = [each for each in heads if each.restart or each.page in titled]
    # A report may have one other paper annexed; three papers are a pack.
    return len(begun) > 1 and bool(looks.get(1))


def new_tags(signs: Sequence[PageSigns]) -> list[PageSigns]:
    """The pages that bear an item's stamp, each item's first alone."""
    found: list[PageSigns] = []
    for each in signs:
        if each.tag and (not found or found[-1].tag != each.tag):
            found.append(each)
    return [each for each in found if each.page > 1]


def papers_marked(bookmarks: Sequence[Bookmark]) -> dict[int, str]:
    """For each page that a bookmark of a paper leads to, its words; the headings of one paper are left out.

    A single outermost bookmark is the file's name.
    """
    for level in (0, 1):
        found = [each for each in bookmarks if each.level == level]
        if len(found) > 1:
            break
    first: dict[int, str] = {}
    for each in found:
        first.setdefault(each.page, each.title)
    at_top = sum(each.at_top for each in found)
    return first if len(first) > 1 and at_top >= AT_TOP * len(found) and len(first) >= AT_TOP * len(found) else {}


def looking_like_heads(pages: Sequence[Page], signs: Sequence[PageSigns], stamped: set[int]) -> dict[int, bool]:
    """Of the pages that may be a paper's first, whether they look like one."""
    return {
        each.page: opens_a_paper(pages[place])
        for place, each in enumerate(signs)
        if each.page in stamped or (each.fresh and (place == 0 or may_begin(each, signs[place - 1], pages[place - 1])))
    }


def may_begin(signs: PageSigns, last: PageSigns, before: Page) -> bool:
    """Whether page numbers, or the room left on the page before, allow that a paper begins on a page."""
    if signs.restart:
        return True
    broken = bool(last.numbers) and not signs.goes_on
    return broken or (not signs.goes_on and ends_early(before))


def opens_a_paper(page: Page) -> bool:
    """Whether a page alone has what some kind of paper prints at its head."""
    found = paragraphs([page])
    for kind in KINDS:
        marks = [mark for mark in kind.marks if mark.within]
        head = sum(
            mark.weight for mark in marks if any(mark.pattern.search(each.text) for each in found[: mark.within])
        )
        if head >= OPENING and score(kind, found) >= kind.threshold:
            return True
    return False


def named(signs: Sequence[PageSigns], told: Sequence[ItemPages]) -> dict[int, str]:
    """For each page on which an item's papers begin the item's number."""
    by_agenda = {each.first: each.item for each in told if each.item}
    return by_agenda | {each.page: each.tag for each in new_tags(signs) if each.tag}


def parts(pages: Sequence[Page], starts: dict[int, str], items: dict[int, str], titles: dict[int, str]) -> list[Part]:
    """The pages between one start and the next."""
    firsts = sorted({1, *starts})
    return [
        Part(tuple(pages[first - 1 : end - 1]), starts.get(first, "stamp"), items.get(first), titles.get(first))
        for first, end in pairwise([*firsts, len(pages) + 1])
    ]
