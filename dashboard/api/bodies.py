"""Councils, and their committees: organizations in the words of Popolo; and the portfolios of their members: posts."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BaseModel

from dashboard.api.paging import OfCouncil, Page, Paged, page
from dashboard.api.terms import Named, of_council, url
from meetings.models import Committee, Entry, Meeting, Portfolio
from reports.models import Council, Document

router = Router()


class Organization(BaseModel):
    id: UUID
    name: str
    classification: Literal["council", "committee"]
    parent: Named | None


class Post(BaseModel):
    id: UUID
    url: str
    label: str
    organization: Named


@router.get("/councils", response=Page[Organization], summary="Councils of which something is published")
def councils(request: HttpRequest, asked: Query[Paged]):
    papers = Document.objects.visible_to(request.auth).published().filter(council=OuterRef("pk"))
    return page(request, asked, Council.objects.filter(Exists(papers)).order_by("name"), _council)


@router.get("/committees", response=Page[Organization], summary="Committees and other bodies that meet or decide")
def committees(request: HttpRequest, asked: Query[OfCouncil]):
    rows = seen_committees(request.auth).select_related("council").order_by("name", "council__name", "pk")
    return page(request, asked, rows.filter(council=asked.council) if asked.council else rows, _committee)


@router.get("/portfolios", response=Page[Post], summary="Portfolios of executive members")
def portfolios(request: HttpRequest, asked: Query[OfCouncil]):
    rows = Portfolio.objects.visible_to(request.auth).select_related("council").order_by("name", "council__name", "pk")
    return page(request, asked, rows.filter(council=asked.council) if asked.council else rows, _post)


def seen_committees(user) -> QuerySet[Committee]:
    """The bodies that a line or a meeting which the user may know of names."""
    lines = Entry.objects.visible_to(user).filter(committee=OuterRef("pk"))
    meetings = Meeting.objects.visible_to(user).filter(Q(committee=OuterRef("pk")))
    return Committee.objects.filter(Exists(lines) | Exists(meetings))


def _council(council: Council, request: HttpRequest) -> Organization:
    return Organization(id=council.pk, name=council.name, classification="council", parent=None)


def _committee(committee: Committee, request: HttpRequest) -> Organization:
    parent = of_council(committee.council)
    return Organization(id=committee.pk, name=str(committee), classification="committee", parent=parent)


def _post(portfolio: Portfolio, request: HttpRequest) -> Post:
    organization = of_council(portfolio.council)
    return Post(id=portfolio.pk, url=url(request, portfolio), label=str(portfolio), organization=organization)
