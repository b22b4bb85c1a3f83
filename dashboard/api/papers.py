"""Published documents, and the search of their paragraphs."""

from __future__ import annotations

import datetime
from typing import Literal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel, Field

from dashboard.api.paging import OfCouncil, Page, Words, page
from dashboard.api.terms import Named, OfDocument, PrintedDate, of_council, of_document, url
from reports.models import Document, Passage
from reports.search import found
from reports.sorts import KINDS

router = Router()
Kind = Literal[tuple(KINDS)]  # type: ignore[valid-type]


class Paper(BaseModel):
    id: UUID
    url: str
    title: str
    kind: Kind | None  # type: ignore[valid-type]
    date: PrintedDate | None
    council: Named
    portfolio: str | None
    pages: int | None
    published_on: datetime.date
    sha256: str
    exempt: bool = Field(description="Whether all of it is for cleared people only")


class Paragraph(BaseModel):
    url: str
    document: OfDocument
    page: int
    paragraph: str | None
    text: str
    exempt: bool


class PapersAsked(OfCouncil):
    kind: Kind | None = None  # type: ignore[valid-type]
    words: Words | None = Field(None, description="Words in the title")


class SearchAsked(OfCouncil):
    q: Words = Field(description="“In quotation marks”, -without, either or other: as typed into a search box")
    kind: Kind | None = None  # type: ignore[valid-type]


@router.get("/documents", response=Page[Paper], summary="Published documents, the latest first")
def documents(request: HttpRequest, asked: Query[PapersAsked]):
    rows = _published(request.auth)
    equal = {name: getattr(asked, name) for name in ("council", "kind") if getattr(asked, name)}
    for word in (asked.words or "").split():
        rows = rows.filter(title__icontains=word)
    return page(request, asked, rows.filter(**equal).order_by("-date", "pk"), _paper)


@router.get("/documents/{pk}", response=Paper, summary="A document")
def document(request: HttpRequest, pk: UUID):
    return _paper(get_object_or_404(_published(request.auth), pk=pk), request)


@router.get("/passages", response=Page[Paragraph], summary="Paragraphs with these words, the best match first")
def passages(request: HttpRequest, asked: Query[SearchAsked]):
    _, rows = found(request.auth, {"q": asked.q})
    if asked.council:
        rows = rows.filter(document__council=asked.council)
    rows = rows.filter(document__kind=asked.kind) if asked.kind else rows
    return page(request, asked, rows, _paragraph)


def _published(user) -> QuerySet[Document]:
    return Document.objects.visible_to(user).published().select_related("council")


def _paper(row: Document, request: HttpRequest) -> Paper:
    return Paper(
        id=row.pk,
        url=url(request, row),
        title=str(row),
        kind=row.kind or None,
        date=row.date or None,
        council=of_council(row.council),
        portfolio=row.portfolio or None,
        pages=row.pages,
        published_on=timezone.localdate(row.published_at),
        sha256=row.sha256,
        exempt=row.wholly_exempt,
    )


def _paragraph(row: Passage, request: HttpRequest) -> Paragraph:
    return Paragraph(
        url=url(request, row),
        document=of_document(row.document, request),
        page=row.page,
        paragraph=row.label or None,
        text=row.text,
        exempt=row.is_exempt or row.document.wholly_exempt,
    )
