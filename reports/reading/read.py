"""Reading a document: bytes -> lines -> paragraphs -> kind -> facts.

Pure: no Django, no clock, no environment, no network. The same bytes give the same reading anywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from reports.reading import docx, pdf
from reports.reading.acronyms import acronyms_in
from reports.reading.bookmarks import bookmarks
from reports.reading.closed_papers import Enclosed
from reports.reading.councils import area_of, council_of
from reports.reading.enclosures import enclosed, read_pack, read_paper
from reports.reading.furniture import running_heads, without_furniture
from reports.reading.kinds import detect
from reports.reading.kinds.kind import Paper
from reports.reading.packs import pack_of
from reports.reading.paragraph import Paragraph
from reports.reading.parts import is_closed_mark, with_parts
from reports.reading.personal_data import personal_data
from reports.reading.plan_tables import laid_out
from reports.reading.reading import Flag, Reading, Unreadable
from reports.reading.rulings import rulings_of

SIZE_LIMIT = 50 * 1024 * 1024

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Text:
    """A file's paragraphs, whatever kind of file it was."""

    paragraphs: tuple[Paragraph, ...]
    pages: int
    page_sizes: tuple[tuple[float, float], ...] = ()
    by_hand: str | None = None
    heads: tuple[str, ...] = ()  # the words of running heads and feet
    papers: tuple[Enclosed, ...] = ()  # the papers of a pack; none for a single paper
    flags: tuple[Flag, ...] = ()  # of what is hidden or carried in the file


def read(content: bytes, progress: Progress | None = None, plain: bool = False) -> Reading:
    """Everything that a PDF or Word file says; Unreadable if it cannot be read. `progress` is told page and pages.

    `plain`: a PDF is read by PDFium alone, because the reader came to grief over it.
    """
    text = text_of(content, progress, plain)
    council = council_of(text.paragraphs, text.heads)
    acronyms = acronyms_in(text.paragraphs)
    kind = text.papers[0].kind if text.papers else detect(text.paragraphs)
    paper = Paper(text.paragraphs, council, area_of(council), acronyms)
    findings, enclosures = read_pack(text.papers, paper) if text.papers else (read_paper(kind, paper), ())
    return Reading(
        kind=kind.name if kind else None,
        kind_label=kind.label if kind else None,
        title=findings.title,
        council=council,
        date=findings.date,
        pages=text.pages,
        facts=findings.facts,
        problems=findings.problems,
        paragraphs=text.paragraphs,
        acronyms=acronyms,
        page_sizes=text.page_sizes,
        by_hand=text.by_hand,
        enclosures=enclosures,
        flags=(*text.flags, *personal_data(text.paragraphs)),
    )


def text_of(content: bytes, progress: Progress | None = None, plain: bool = False) -> Text:
    """The paragraphs of a file, told by its content whether it is PDF or Word."""
    if len(content) > SIZE_LIMIT:
        raise Unreadable("too_large", "This file is larger than 50 MB. Make it smaller or split it, and upload that.")
    if b"%PDF-" in content[:1024]:
        return text_of_pdf(content, progress, plain)
    if content[:4] == b"PK\x03\x04":
        return text_of_docx(content, progress)
    if content[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Unreadable(
            "not_a_document",
            "This is an old Word file or a locked one. Save it as .docx without a password and upload that.",
        )
    raise Unreadable("not_a_document", "This is neither a PDF nor a Word file. Upload the paper as PDF or .docx.")


def text_of_pdf(content: bytes, progress: Progress | None, plain: bool = False) -> Text:
    printed = pdf.printed(content, progress, plain)
    # What a running head says of its page must be heard before the head goes.
    heads = running_heads(printed.pages)
    closed = frozenset(page for page, head in heads if is_closed_mark(head))
    sizes = tuple((page.width, page.height) for page in printed.pages)
    drawn = partial(rulings_of, content)
    pack = pack_of(printed.pages, bookmarks(content))
    papers = enclosed(pack, printed.pages, drawn) if pack else ()
    if len(papers) > 1:
        found = tuple(paragraph for paper in papers for paragraph in paper.paragraphs)
    else:
        papers = ()
        found = with_parts(laid_out(printed.pages, without_furniture(printed.pages), drawn), closed)
    words = tuple(head for _, head in heads)
    return Text(found, len(printed.pages), sizes, printed.by_hand, words, papers, printed.flags)


def text_of_docx(content: bytes, progress: Progress | None) -> Text:
    written = docx.written(content)
    if progress:
        progress(written.pages, written.pages)
    closed = frozenset(range(1, written.pages + 1)) if any(map(is_closed_mark, written.heads)) else frozenset[int]()
    found = with_parts(written.paragraphs, closed)
    return Text(found, written.pages, by_hand=written.by_hand, heads=written.heads, flags=written.flags)
