"""Dated lines of the register other than decisions: actions, recommendations, events and inspection judgements."""

from __future__ import annotations

import datetime
from typing import Literal
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from dashboard.api.paging import Day, OfCouncil, Page, Words, page
from dashboard.api.terms import Dated, PrintedDate, dated
from meetings.models import Action, Event, Judgement, Recommendation
from meetings.models.entry import EntryQuerySet

router = Router()


class LinesAsked(OfCouncil):
    """What lists of dated lines can be asked for."""

    committee: UUID | None = None
    portfolio: UUID | None = None
    matter: UUID | None = None
    date_from: Day | None = None
    date_to: Day | None = None


class FollowedAsked(LinesAsked):
    state: Literal["open", "done"] | None = None


class ActionsAsked(FollowedAsked):
    owner: Words | None = Field(None, description="Words in who is to do it")


class JudgementsAsked(LinesAsked):
    inspectorate: Words | None = None


class Followed(Dated):
    text: str
    done: bool
    done_on: datetime.date | None
    done_note: str | None


class Undertaking(Followed):
    owner: str | None
    due: PrintedDate | None
    item: str | None


class Advice(Followed):
    label: str | None
    verb: str | None


class Happening(Dated):
    text: str


class Verdict(Dated):
    inspectorate: str | None
    subject: str
    grade: str


@router.get("/actions", response=Page[Undertaking], summary="Actions that somebody undertook, the latest first")
def actions(request: HttpRequest, asked: Query[ActionsAsked]):
    rows = _in_state(found(Action, request.auth, asked), asked.state)
    return page(request, asked, rows.filter(owner__icontains=asked.owner) if asked.owner else rows, _action)


@router.get("/recommendations", response=Page[Advice], summary="What reports ask meetings to do, the latest first")
def recommendations(request: HttpRequest, asked: Query[FollowedAsked]):
    rows = _in_state(found(Recommendation, request.auth, asked), asked.state)
    return page(request, asked, rows, _recommendation)


@router.get("/events", response=Page[Happening], summary="Other dated happenings, the latest first")
def events(request: HttpRequest, asked: Query[LinesAsked]):
    rows = found(Event, request.auth, asked)
    return page(request, asked, rows, lambda row, request: Happening(**dated(row, request), text=row.text))


@router.get("/judgements", response=Page[Verdict], summary="Judgements of inspectorates, the latest first")
def judgements(request: HttpRequest, asked: Query[JudgementsAsked]):
    rows = found(Judgement, request.auth, asked)
    if asked.inspectorate:
        rows = rows.filter(inspectorate__icontains=asked.inspectorate)
    return page(request, asked, rows, _judgement)


def found(sort, user, asked: LinesAsked) -> EntryQuerySet:
    """The lines of a sort that the user may see and that were asked for, with all that a line shows."""
    rows = seen(sort, user).between(asked.date_from, asked.date_to)
    equal = {name: getattr(asked, name) for name in ("council", "committee", "portfolio") if getattr(asked, name)}
    rows = rows.filter(**equal)
    if asked.matter:
        named = sort._meta.get_field("matter").related_model.objects.visible_to(user)
        rows = rows.filter(matter__in=named.filter(pk=asked.matter))
    return rows.latest_first()


def seen(sort, user) -> EntryQuerySet:
    shown = ("council", "committee", "portfolio", "matter")
    return sort.objects.visible_to(user).with_source().select_related(*shown)


def _in_state(rows: QuerySet, state: str | None) -> QuerySet:
    return {"open": rows.open, "done": rows.done}.get(state, rows.all)()


def _followed(row, request: HttpRequest) -> dict:
    done = row.done_at is not None
    return dated(row, request) | {
        "text": row.text,
        "done": done,
        "done_on": row.done_at.date() if done else None,
        "done_note": row.done_note or None,
    }


def _action(row: Action, request: HttpRequest) -> Undertaking:
    more = {"owner": row.owner or None, "due": row.due or None, "item": row.item or None}
    return Undertaking(**_followed(row, request), **more)


def _recommendation(row: Recommendation, request: HttpRequest) -> Advice:
    return Advice(**_followed(row, request), label=row.label or None, verb=row.verb or None)


def _judgement(row: Judgement, request: HttpRequest) -> Verdict:
    more = {"inspectorate": row.inspectorate or None, "subject": row.subject, "grade": row.grade}
    return Verdict(**dated(row, request), **more)
