"""Meetings: events in the words of Open Civic Data, with agenda and those present on a meeting's own address."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BaseModel, Field

from dashboard.api.paging import Day, OfCouncil, Page, page
from dashboard.api.terms import Named, PrintedDate, Source, named, of_council, source, url
from meetings.models import AgendaItem, Attendance, Meeting, MeetingRecord

router = Router()
Status = Literal["passed", "confirmed"]


class Gathering(BaseModel):
    id: UUID
    url: str
    name: str
    classification: Literal["committee-meeting"] = "committee-meeting"
    start_date: PrintedDate
    status: Status = Field(description="“passed” where a paper says that it was held, “confirmed” where it is planned")
    organization: Named
    joint_with: list[Named]
    council: Named
    sources: list[Source]


class Item(BaseModel):
    order: str
    description: str
    exempt: bool
    sources: list[Source]


class Participant(BaseModel):
    person_id: UUID
    name: str
    role: str | None
    substitute_for: str | None
    sources: list[Source]


class GatheringInFull(Gathering):
    agenda: list[Item]
    participants: list[Participant]


class MeetingsAsked(OfCouncil):
    committee: UUID | None = None
    status: Status | None = None
    date_from: Day | None = None
    date_to: Day | None = None


@router.get("/meetings", response=Page[Gathering], summary="Meetings, the latest first")
def meetings(request: HttpRequest, asked: Query[MeetingsAsked]):
    rows = _seen(request.auth).between(asked.date_from, asked.date_to)
    if asked.council:
        rows = rows.filter(committee__council=asked.council)
    if asked.committee:
        rows = rows.filter(committee=asked.committee)
    if asked.status:
        rows = rows.filter(is_held=asked.status == "passed")
    return page(request, asked, rows, lambda row, request: Gathering(**_gathering(row, request)))


@router.get("/meetings/{pk}", response=GatheringInFull, summary="A meeting")
def meeting(request: HttpRequest, pk: UUID):
    found = get_object_or_404(_seen(request.auth), pk=pk)
    items = AgendaItem.objects.visible_to(request.auth).with_source().filter(meeting=found)
    present = Attendance.objects.visible_to(request.auth).with_source().filter(meeting=found).select_related("known_as")
    order = ("finding__document", "finding__ordinal")
    return GatheringInFull(
        **_gathering(found, request),
        agenda=[_item(item, request) for item in items.order_by(*order)],
        participants=[_participant(one, request) for one in present.order_by(*order)],
    )


def _seen(user) -> QuerySet[Meeting]:
    records = MeetingRecord.objects.visible_to(user).with_source().order_by("finding__document", "finding__ordinal")
    rows = Meeting.objects.visible_to(user).with_word(user).select_related("committee__council")
    told = Prefetch("records", records, to_attr="seen_records")
    return rows.prefetch_related("joint_with", told).order_by("-date", "committee__name", "pk")


def _gathering(meeting: Meeting, request: HttpRequest) -> dict:
    return {
        "id": meeting.pk,
        "url": url(request, meeting),
        "name": str(meeting),
        "start_date": meeting.held_on,
        "status": "passed" if meeting.is_held else "confirmed",
        "organization": named(meeting.committee),
        "joint_with": [named(other) for other in meeting.joint_with.all()],
        "council": of_council(meeting.committee.council),
        "sources": [source(record.finding, request) for record in meeting.seen_records],
    }


def _item(item: AgendaItem, request: HttpRequest) -> Item:
    of = [source(item.finding, request)]
    return Item(order=item.number, description=item.title, exempt=item.part == "exempt", sources=of)


def _participant(one: Attendance, request: HttpRequest) -> Participant:
    return Participant(
        person_id=one.known_as.person_id,
        name=one.name,
        role=one.role or None,
        substitute_for=one.substitute_for or None,
        sources=[source(one.finding, request)],
    )
