"""Decisions, with their votes as vote events of Open Civic Data; and what is planned to be decided."""

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

from dashboard.api.lines import LinesAsked, found, seen
from dashboard.api.paging import Page, Words, YesNo, page
from dashboard.api.terms import Dated, dated
from meetings.models import Decision, PlannedDecision
from meetings.models.call_in_state import call_in_state
from meetings.models.vote import Voted

router = Router()
OUTCOMES = Literal[
    "approved", "agreed", "noted", "endorsed", "recommended", "supported", "confirmed", "deferred", "referred",
    "rejected", "delegated", "other",
]  # fmt: skip
STATES = Literal["made", "urgent", "callable", "called_in", "upheld", "referred", "council", "effective"]
OPTIONS = (("yes", "votes_for", "names_for"), ("no", "votes_against", "names_against"),
           ("abstain", "votes_abstained", "names_abstained"))  # fmt: skip


class VoteCount(BaseModel):
    option: Literal["yes", "no", "abstain"]
    value: int


class PersonVote(BaseModel):
    option: Literal["yes", "no", "abstain"]
    voter_name: str


class VoteEvent(BaseModel):
    """A vote as the paper states it; names only where it prints them."""

    counts: list[VoteCount]
    votes: list[PersonVote]
    unanimous: bool | None
    method: str | None


class CallInClock(BaseModel):
    """Where a decision stands with call-in today, by what officers recorded and the council's rule."""

    state: STATES
    callable_until: datetime.date | None


class Resolution(Dated):
    text: str
    item: str | None
    reference: str | None
    outcome: OUTCOMES | None
    status: Literal["taken", "proposed"]
    key_decision: bool | None
    decision_maker: str | None
    reasons: str | None
    alternatives: str | None
    conflicts: str | None
    dispensation: str | None
    procedural: bool = Field(description="Whether it is about the running of the meeting alone")
    vote_event: VoteEvent | None
    call_in: CallInClock | None = Field(description="None for a decision that cannot be called in")


class Planned(Dated):
    reference: str | None
    decision_maker: str | None
    key_decision: bool | None
    exempt_part: str | None
    contact: str | None


class DecisionsAsked(LinesAsked):
    outcome: OUTCOMES | None = None
    status: Literal["taken", "proposed"] | None = None
    key_decision: YesNo | None = None
    business: YesNo | None = Field(None, description="true leaves out business of the meeting itself")
    words: Words | None = Field(None, description="Words in its text or reference, as typed into a search box")


class PlannedAsked(LinesAsked):
    due: Literal["coming", "past"] | None = None
    reference: Words | None = None


@router.get("/decisions", response=Page[Resolution], summary="Decisions, the latest first")
def decisions(request: HttpRequest, asked: Query[DecisionsAsked]):
    rows = _with_call_in(found(Decision, request.auth, asked))
    for name in ("outcome", "status", "key_decision"):
        if (said := getattr(asked, name)) is not None:
            rows = rows.filter(**{name: said})
    rows = rows.of_business() if asked.business else rows
    return page(request, asked, rows.saying(asked.words) if asked.words else rows, resolution)


@router.get("/decisions/{pk}", response=Resolution, summary="A decision")
def decision(request: HttpRequest, pk: UUID):
    return resolution(get_object_or_404(_with_call_in(seen(Decision, request.auth)), pk=pk), request)


@router.get("/planned-decisions", response=Page[Planned], summary="What papers say is to be decided, soonest first")
def planned_decisions(request: HttpRequest, asked: Query[PlannedAsked]):
    rows = found(PlannedDecision, request.auth, asked)
    if asked.due:
        rows = rows.coming() if asked.due == "coming" else rows.past_due()
    rows = rows.filter(reference__iexact=asked.reference) if asked.reference else rows
    return page(request, asked, rows.soonest_first(), _planned)


@router.get("/planned-decisions/{pk}", response=Planned, summary="A planned decision, as one paper lists it")
def planned_decision(request: HttpRequest, pk: UUID):
    return _planned(get_object_or_404(seen(PlannedDecision, request.auth), pk=pk), request)


def resolution(row: Decision, request: HttpRequest) -> Resolution:
    slots = (
        "item", "reference", "outcome", "decision_maker", "reasons", "alternatives", "conflicts", "dispensation",
    )  # fmt: skip
    return Resolution(
        **dated(row, request),
        **{name: getattr(row, name) or None for name in slots},
        **{name: getattr(row, name) for name in ("text", "status", "key_decision", "procedural")},
        vote_event=vote_event(row),
        call_in=_call_in(row),
    )


def _with_call_in(rows: QuerySet) -> QuerySet:
    return rows.annotate(call_in_state=call_in_state(timezone.localdate()))


def _call_in(row: Decision) -> CallInClock | None:
    return CallInClock(state=row.call_in_state, callable_until=row.callable_until) if row.call_in_state else None


def vote_event(voted: Voted) -> VoteEvent | None:
    """None where the paper states no vote."""
    counts = [(option, getattr(voted, count)) for option, count, _ in OPTIONS]
    votes = [(option, name) for option, _, names in OPTIONS for name in getattr(voted, names)]
    if not (voted.was_voted_on or voted.vote_method or votes):
        return None
    return VoteEvent(
        counts=[VoteCount(option=option, value=value) for option, value in counts if value is not None],
        votes=[PersonVote(option=option, voter_name=name) for option, name in votes],
        unanimous=voted.unanimous,
        method=voted.vote_method or None,
    )


def _planned(row: PlannedDecision, request: HttpRequest) -> Planned:
    slots = ("reference", "decision_maker", "exempt_part", "contact")
    said = {name: getattr(row, name) or None for name in slots}
    return Planned(**dated(row, request), **said, key_decision=row.key_decision)
