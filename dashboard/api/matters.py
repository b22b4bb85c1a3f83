"""Matters: one piece of business followed across papers, with its lines in the order of their dates."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BaseModel, Field

from dashboard.api.lines import seen
from dashboard.api.paging import OfCouncil, Page, Paged, Words, page
from dashboard.api.terms import Dated, Named, dated, of_council, url
from meetings.models import Entry, Matter

router = Router()
SORTS = Literal["decision", "planned", "action", "recommendation", "event", "judgement"]


class Business(BaseModel):
    id: UUID
    url: str
    title: str
    council: Named
    exempt: bool = Field(description="Whether its very name is for cleared people only")


class LineOfMatter(Dated):
    sort: SORTS


class MattersAsked(OfCouncil):
    words: Words | None = Field(None, description="Words of its title, as typed into a search box")


@router.get("/matters", response=Page[Business], summary="Matters")
def matters(request: HttpRequest, asked: Query[MattersAsked]):
    rows = Matter.objects.visible_to(request.auth).select_related("council").order_by("title", "pk")
    rows = rows.filter(council=asked.council) if asked.council else rows
    return page(request, asked, rows.saying(asked.words) if asked.words else rows, _matter)


@router.get("/matters/{pk}", response=Business, summary="A matter")
def matter(request: HttpRequest, pk: UUID):
    return _matter(_find(request, pk), request)


@router.get("/matters/{pk}/lines", response=Page[LineOfMatter], summary="The lines of a matter, the earliest first")
def matter_lines(request: HttpRequest, pk: UUID, asked: Query[Paged]):
    rows = seen(Entry, request.auth).filter(matter=_find(request, pk)).earliest_first()
    return page(request, asked, rows, lambda row, request: LineOfMatter(**dated(row, request), sort=row.sort))


def _find(request: HttpRequest, pk: UUID) -> Matter:
    return get_object_or_404(Matter.objects.visible_to(request.auth).select_related("council"), pk=pk)


def _matter(row: Matter, request: HttpRequest) -> Business:
    of = of_council(row.council)
    return Business(id=row.pk, url=url(request, row), title=row.title, council=of, exempt=row.exempt)
