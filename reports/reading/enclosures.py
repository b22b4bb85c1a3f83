"""The papers of a pack, each read as its kind, as if it were alone; places stay those of the file.

Each has its own running heads, page numbers and closed part.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.reading.closed_papers import Enclosed, with_closed
from reports.reading.facts import AgendaItem, Fact, Meeting, Problem
from reports.reading.furniture import common_marks, is_at_edge, marks, running_heads, without_furniture
from reports.reading.kinds import detect
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.lines import Page
from reports.reading.packs import Pack, Part
from reports.reading.page_signs import is_blank, is_file_number, is_stamp
from reports.reading.paragraph import Paragraph
from reports.reading.parts import is_closed_mark, with_parts
from reports.reading.plan_tables import Drawn, laid_out
from reports.reading.reading import Enclosure
from reports.reading.sentences import source_of

TITLE = 150


def enclosed(pack: Pack, pages: Sequence[Page], drawn: Drawn) -> tuple[Enclosed, ...]:
    """The papers of a pack, their paragraphs numbered through the file. `drawn` tells the lines drawn on pages."""
    # On first pages a letterhead comes back that is no running head.
    common = common_marks([page for part in pack.parts for page in part.pages[1:]])
    # What a running head says of its page must be heard before the head goes.
    closed = frozenset(page for page, head in running_heads(pages) if is_closed_mark(head))
    papers: list[Enclosed] = []
    for part in pack.parts:
        own = frozenset(page for page, head in running_heads(part.pages) if is_closed_mark(head))
        found = paper_of(part, common, closed | own, pack.offset, drawn)
        if papers and belongs(found, papers[-1]):
            papers[-1] = with_annex(papers[-1], found)
        else:
            papers.append(found)
    return with_closed(tuple(numbered(papers)), pack)


def paper_of(part: Part, common: set[tuple[str, int]], closed: frozenset[int], offset: int, drawn: Drawn) -> Enclosed:
    """A part as paragraphs, less the furniture of the file and its own."""
    pages = [less_stamps(page, offset) for page in part.pages]
    kept = [less_common(page, common) for page in without_furniture(pages)]
    found = laid_out(pages, kept, drawn)
    on = frozenset(page.number for page in part.pages)
    return Enclosed(part, with_parts(found, closed & on), detect(found), closed & on)


def less_stamps(page: Page, offset: int) -> Page:
    """A page without its number in the file and the stamp of its item; one that only says that it is blank is empty."""
    if is_blank(page):
        return replace(page, rows=())
    kept = (row for row in page.rows if not is_file_number(row, page, offset))
    bare = (tuple(line for line in row if not is_stamp(line, page)) for row in kept)
    return replace(page, rows=tuple(row for row in bare if row))


def less_common(page: Page, common: set[tuple[str, int]]) -> Page:
    """A page without the heads and feet of the whole file."""
    return replace(
        page, rows=tuple(row for row in page.rows if not (is_at_edge(row, page) and marks(row, page) & common))
    )


def belongs(paper: Enclosed, before: Enclosed) -> bool:
    """Whether a part is an appendix of the paper before it, and no paper of a kind of its own."""
    if paper.part.begins != "annex":
        return False
    return paper.kind is None or paper.kind is before.kind


def with_annex(paper: Enclosed, annex: Enclosed) -> Enclosed:
    """A paper with its appendix: closed where either says so, for a heading in the paper may close its appendices."""
    pages = paper.closed_pages | annex.closed_pages
    both = paper.paragraphs + annex.paragraphs
    plain = [replace(each, part="open", schedule=None) for each in both]
    read = [
        replace(each, part="exempt", schedule=alone.schedule or each.schedule) if alone.part == "exempt" else each
        for each, alone in zip(with_parts(plain, pages), both, strict=True)
    ]
    return Enclosed(replace(paper.part, pages=paper.part.pages + annex.part.pages), tuple(read), paper.kind, pages)


def numbered(papers: Iterable[Enclosed]) -> Iterator[Enclosed]:
    """The papers with their paragraphs numbered on from one to the next; those without text are left out."""
    ordinal = 0
    for paper in papers:
        if paper.paragraphs:
            ordinals = range(ordinal, ordinal + len(paper.paragraphs))
            ordinal = ordinals.stop
            renumbered = (replace(each, ordinal=place) for each, place in zip(paper.paragraphs, ordinals, strict=True))
            yield replace(paper, paragraphs=tuple(renumbered))


def read_pack(papers: Sequence[Enclosed], whole: Paper) -> tuple[Findings, tuple[Enclosure, ...]]:
    """What the papers of a pack say, and what papers they are. A paper of no known kind is told as a problem."""
    facts: list[Fact] = []
    problems: list[Problem] = []
    found: list[Enclosure] = []
    for paper in papers:
        findings = read_paper(paper.kind, replace(whole, paragraphs=paper.paragraphs))
        known = open_facts(facts, papers)
        facts += [fact for fact in findings.facts if not is_told(fact, known)]
        problems += findings.problems
        found.append(enclosure(paper, findings))
        if not paper.kind:
            problems.append(unread(found[-1], paper.paragraphs[0]))
    return Findings(found[0].title, found[0].date, tuple(facts), tuple(problems)), tuple(found)


def read_paper(kind: Kind | None, paper: Paper) -> Findings:
    """What one paper says, read as its kind."""
    return kind.read(paper) if kind else Findings(None, None, ())


def is_told(fact: Fact, known: Iterable[Fact]) -> bool:
    """Whether a meeting or an item is known already: each report of a pack names what it is for."""
    if isinstance(fact, Meeting):
        return any(replace(fact, source=other.source) == other for other in known if isinstance(other, Meeting))
    return isinstance(fact, AgendaItem) and any(
        is_same(fact, other) for other in known if isinstance(other, AgendaItem)
    )


def is_same(item: AgendaItem, other: AgendaItem) -> bool:
    """Whether a report's own item is one that the agenda lists; a report seldom prints its number."""
    when = (item.committee, item.held_on, item.part) == (other.committee, other.held_on, other.part)
    return when and item.title.casefold() == other.title.casefold() and item.number in (None, other.number)


def open_facts(facts: Iterable[Fact], papers: Iterable[Enclosed]) -> list[Fact]:
    """Those read from open paragraphs alone: what is told in a closed one is told anew where it is open."""
    closed = {each.ordinal for paper in papers for each in paper.paragraphs if each.part == "exempt"}
    return [fact for fact in facts if not closed.intersection(fact.source.passages)]


def enclosure(paper: Enclosed, findings: Findings) -> Enclosure:
    kind = paper.kind
    return Enclosure(
        kind=kind.name if kind else None,
        kind_label=kind.label if kind else None,
        item=paper.part.item,
        title=findings.title or paper.part.title or heading_of(paper.paragraphs),
        date=findings.date,
        first_page=paper.part.pages[0].number,
        last_page=paper.part.pages[-1].number,
        first=paper.paragraphs[0].ordinal,
        last=paper.paragraphs[-1].ordinal,
    )


def heading_of(found: Sequence[Paragraph]) -> str | None:
    """The first heading of a paper, as its title."""
    return next((each.text[:TITLE] for each in found if each.style == "heading"), None)


def unread(one: Enclosure, first: Paragraph) -> Problem:
    pages = (
        f"Page {one.first_page}" if one.first_page == one.last_page else f"Pages {one.first_page} to {one.last_page}"
    )
    verb = "is" if one.first_page == one.last_page else "are"
    message = f"{pages} {verb} of no kind of paper that can be read: nothing was taken from there."
    return Problem(message, source_of(first, first.text))
