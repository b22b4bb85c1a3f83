"""A matter as one PDF: its timeline, then in date order the pages of the papers that its lines were read from.

The papers are opened in the sandbox alone. A page that the reader may not see is left out with a line that says so.
Of a file that has a hidden part elsewhere, the pages go in as pictures: a page may carry what stands on others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.text import Truncator

from meetings.matter_items import Item
from meetings.matter_print import in_a_row, pages_in, printed
from meetings.matter_story import Story
from reports import pictures, sandbox
from reports.models import Document, Passage
from reports.reading.dates import in_words

MOST_PAGES = 200
MOST_BYTES = 40 * 1024 * 1024
MOST_WORDS = 200
NOT_OPEN = "page not open"
HOLDS_EXEMPT = "This file holds exempt parts, which are marked. Do not pass it on."


@dataclass
class Part:
    """A paper in the pack: its pages as PDF, which of them these are, and what is said of those left out."""

    paper: Document
    pages: list[int]
    content: bytes = b""
    count: int = 0
    notes: list[str] = field(default_factory=list)


def pack(story: Story) -> bytes:
    parts = _parts(story)
    front = _front(story, parts, 1)
    # How many pages the front has tells where the papers begin, and may be known only when it is written.
    front = _front(story, parts, pages_in(front))
    contents = [front, *(part.content for part in parts if part.content)]
    try:
        return sandbox.joined(contents)
    except sandbox.Died:
        return front


def _parts(story: Story) -> list[Part]:
    parts: list[Part] = []
    for paper, pages in story.papers:
        part, room = Part(paper, pages), MOST_PAGES - sum(one.count for one in parts)
        if room < len(pages) or sum(len(one.content) for one in parts) > MOST_BYTES:
            part.notes.append("left out, because this file would become too large")
        elif paper.is_pdf:
            _take_pages(part, story.user)
        else:
            _print_paragraphs(part, story)
        parts.append(part)
    return parts


def _take_pages(part: Part, user: Any) -> None:
    seen = sorted(pictures.seen_of(part.paper, set(part.pages), user))
    if hidden := [page for page in part.pages if page not in seen]:
        part.notes.append(f"{in_a_row(hidden)}: {NOT_OPEN}")
    if not seen:
        return
    flat = part.paper.has_hidden_parts_for(user)
    try:
        with part.paper.file.open() as file:
            part.content = sandbox.excerpt(file, seen, flat=flat)
    except (sandbox.Died, FileNotFoundError):
        part.notes.append("its pages could not be taken out of the file")
        return
    part.pages, part.count = seen, len(seen)


def _print_paragraphs(part: Part, story: Story) -> None:
    """A Word file has no pages of its own: the paragraphs that the lines were read from."""
    places = [line["finding__passage"] for line in story.lines if line["finding__document"] == part.paper.pk]
    places += [one.passage_id for one in story.mentions.values() if one.passage.document_id == part.paper.pk]
    passages = Passage.objects.visible_to(story.user).filter(pk__in=places).order_by("ordinal")
    texts = [("heading", str(part.paper)), ("small", "The paragraphs that the lines of the matter were read from")]
    texts += [("body", f"{passage.label} {passage.text}".strip()) for passage in passages]
    part.content = printed(str(part.paper), texts)
    part.count = pages_in(part.content)


def _front(story: Story, parts: list[Part], pages: int) -> bytes:
    return printed(str(story.matter), [*_told(story), *_listed(parts, pages)])


def _told(story: Story) -> Iterator[tuple[str, str]]:
    yield "title", str(story.matter)
    yield "body", f"{story.matter.council}. {story.sentence}"
    items = story.items(story.keys(oldest_first=True))
    if story.matter.exempt or any(item.is_exempt for item in items):
        yield "body", HOLDS_EXEMPT
    yield "heading", "How it went, the oldest first"
    for item in items:
        when = in_words(item.printed) if item.printed else "Date not stated"
        yield "line", f"{when}: {item.word}{' (exempt)' if item.is_exempt else ''}"
        yield "body", "\n".join(_lines_of(item))


def _lines_of(item: Item) -> Iterator[str]:
    yield Truncator(item.text).words(MOST_WORDS)
    if item.by:
        yield f"By {item.by}"
    if passage := item.passage:
        label = f", paragraph {passage.label}" if passage.label else ""
        yield f"Source: {passage.document}, page {passage.page}{label}"


def _listed(parts: list[Part], before: int) -> Iterator[tuple[str, str]]:
    yield "heading", "The papers, in order of their dates"
    at = before + 1
    for part in parts:
        said = [str(part.paper)]
        if part.count:
            here = in_a_row(range(at, at + part.count))
            which = in_a_row(part.pages) if part.paper.is_pdf else "its paragraphs"
            said.append(f"{which[:1].upper()}{which[1:]} of the paper; {here} of this file")
        said += [f"{note[:1].upper()}{note[1:]}." for note in part.notes]
        at += part.count
        yield "body", "\n".join(said)
