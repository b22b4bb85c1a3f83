"""The columns of files about documents and paragraphs, and those by which every line says where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import Any

from django.utils import timezone

from reports.exports import Cell, Column
from reports.models import Document, Finding, Passage


def field(name: str, *, of: str = "", width: int = 16) -> Column:
    """A column of a field: `of` is its path where the column has another name."""
    return Column(name, attrgetter(of or name), width)


def printed(name: str, *, of: str = "", width: int = 30) -> Column:
    """A column of something that calls itself by a name, and may be missing: a committee, a council."""
    thing = attrgetter(of or name)
    return Column(name, lambda row: None if thing(row) is None else str(thing(row)), width)


def permalink(row: Any) -> str:
    """Where a line of the register is shown for good: its own page, else the paragraph that it was read in."""
    return row.get_absolute_url() if hasattr(row, "get_absolute_url") else row.finding.passage.get_absolute_url()


IDENTITY = (Column("id", lambda row: str(row.pk), 38), Column("permalink", permalink, 40, link=True))


def sources(finding: Callable[[Any], Finding | None] = attrgetter("finding")) -> tuple[Column, ...]:
    """Document, page and paragraph of a line, what stands there, and when a person confirmed it."""

    def column(name: str, of: Callable[[Finding], Cell], width: int = 16, *, link: bool = False) -> Column:
        return Column(name, lambda row: None if finding(row) is None else of(finding(row)), width, link)

    return (
        column("document", lambda found: str(found.document), 40),
        column("document_kind", lambda found: found.document.kind_in_words, 20),
        column("document_date", lambda found: found.document.date, 12),
        column("document_permalink", lambda found: found.document.get_absolute_url(), 40, link=True),
        column("page", lambda found: found.passage.page, 8),
        column("paragraph", lambda found: found.passage.label, 12),
        column("source_permalink", lambda found: found.passage.get_absolute_url(), 40, link=True),
        column("quote", lambda found: found.quote or found.passage.text, 60),
        column("part", lambda found: "exempt" if found.exempt or found.document.wholly_exempt else "open", 10),
        column("confirmed_on", lambda found: found.decided_at and timezone.localdate(found.decided_at), 14),
        column("corrected", lambda found: found.corrected is not None, 12),
    )


def _published_on(document: Document) -> Cell:
    return document.published_at and timezone.localdate(document.published_at)


DOCUMENTS = (
    *IDENTITY,
    Column("council", lambda document: str(document.council or document.council_name), 30),
    Column("document", str, 40),
    Column("kind", lambda document: document.kind_in_words, 24),
    field("date", width=12),
    field("portfolio", width=30),
    field("pages", width=8),
    Column("state", lambda document: document.get_state_display(), 14),
    Column("published_on", _published_on, 14),
    Column("part", lambda document: "exempt" if document.wholly_exempt else "open", 10),
    field("sha256", width=30),
)


def _of_document(of: Callable[[Document], Cell]) -> Callable[[Passage], Cell]:
    return lambda passage: of(passage.document)


# Paragraphs that a search found. Their `snippet` is theirs to show; a file has the whole text.
PASSAGES = (
    Column("permalink", lambda passage: passage.get_absolute_url(), 40, link=True),
    Column("council", _of_document(lambda document: str(document.council)), 30),
    Column("document", _of_document(str), 40),
    Column("document_kind", _of_document(lambda document: document.kind_in_words), 20),
    Column("document_date", _of_document(lambda document: document.date), 12),
    Column("document_permalink", _of_document(lambda document: document.get_absolute_url()), 40, link=True),
    field("page", width=8),
    field("paragraph", of="label", width=12),
    field("text", width=80),
    Column("part", lambda passage: "exempt" if passage.is_exempt or passage.document.wholly_exempt else "open", 10),
)
