"""What all shapes of the API share: names with their addresses, and the source of each line.

Terms are those of Popolo (organization, person, membership, sources) and Open Civic Data (event, vote event) where
these have one, and the register's own where not.
"""

from __future__ import annotations

import datetime
from typing import Any, Literal
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone
from pydantic import BaseModel, Field

from meetings.columns import page_of_line
from meetings.models import Entry, Registered
from reports.access import may_read_exempt
from reports.columns import permalink
from reports.models import Council, Document, Finding

# A printed date, as exact as the paper has it: 2018-02-07, 2018-02, 2018, 2017/18.
PrintedDate = str


class Named(BaseModel):
    id: UUID
    name: str


class OfMatter(Named):
    url: str


class OfDocument(BaseModel):
    id: UUID
    title: str
    kind: str
    date: PrintedDate | None
    url: str


class Source(BaseModel):
    """Where a line was read, and when a person confirmed it."""

    url: str = Field(description="The page of the paragraph")
    note: str = Field(description="The same in words")
    document: OfDocument
    page: int
    paragraph: str | None
    quote: str
    exempt: bool
    confirmed_on: datetime.date | None
    corrected: bool


class Line(BaseModel):
    """What every line of the register has."""

    id: UUID
    url: str = Field(description="Where it is shown for good")
    council: Named
    sources: list[Source]


class Dated(Line):
    title: str
    date: PrintedDate | None
    date_precision: Literal["day", "month", "quarter", "year", "none"]
    organization: Named | None = Field(description="The committee")
    portfolio: Named | None
    matter: OfMatter | None


def url(request: HttpRequest, thing: Any) -> str:
    path = page_of_line(thing) if isinstance(thing, Entry) else permalink(thing)
    return request.build_absolute_uri(path)


def named(thing: Any) -> Named | None:
    return None if thing is None else Named(id=thing.pk, name=str(thing))


def of_council(council: Council) -> Named:
    return Named(id=council.pk, name=council.name)


def of_document(document: Document, request: HttpRequest) -> OfDocument:
    return OfDocument(
        id=document.pk, title=str(document), kind=document.kind, date=document.date or None, url=url(request, document)
    )


def source(finding: Finding, request: HttpRequest) -> Source:
    passage, document = finding.passage, finding.document
    paragraph = f", paragraph {passage.label}" if passage.label else ""
    return Source(
        url=url(request, passage),
        note=f"{document}, page {passage.page}{paragraph}",
        document=of_document(document, request),
        page=passage.page,
        paragraph=passage.label or None,
        quote=finding.quote or passage.text,
        exempt=finding.exempt or document.wholly_exempt,
        confirmed_on=timezone.localdate(finding.decided_at) if finding.decided_at else None,
        corrected=finding.corrected is not None,
    )


def line(row: Registered, request: HttpRequest) -> dict[str, Any]:
    """What `Line` asks for."""
    return {
        "id": row.pk,
        "url": url(request, row),
        "council": of_council(row.council),
        "sources": [source(row.finding, request)],
    }


def dated(entry: Entry, request: HttpRequest) -> dict[str, Any]:
    """What `Dated` asks for."""
    return line(entry, request) | {
        "title": entry.title,
        "date": entry.printed_date or None,
        "date_precision": entry.precision,
        "organization": named(entry.committee),
        "portfolio": named(entry.portfolio),
        "matter": of_matter(entry, request),
    }


def of_matter(entry: Entry, request: HttpRequest) -> OfMatter | None:
    """The matter of a line; one with an exempt name is for cleared people only."""
    matter = entry.matter
    if matter is None or matter.merged_into_id or (matter.exempt and not may_read_exempt(request.auth)):
        return None
    return OfMatter(id=matter.pk, name=matter.title, url=url(request, matter))
