"""The lists of the register: what is in each, how it is narrowed and ordered, and how its page answers.

A page, an export, a feed and a saved search of one list all ask `found`, so that they never differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from meetings.forms import (
    ActionFilter,
    DecisionFilter,
    EventFilter,
    FilterForm,
    JudgementFilter,
    MatterFilter,
    MeetingFilter,
    PortfolioFilter,
    QuestionFilter,
    SavingFilter,
)
from meetings.forms.call_in import CallInFilter
from meetings.forms.followed import RecommendationFilter
from meetings.forms.plans import PlanFilter
from meetings.forms.votes import DecisionVotesFilter, MembersFilter, MotionsFilter
from meetings.models import (
    Action,
    Amendment,
    Decision,
    Event,
    Judgement,
    Matter,
    Meeting,
    Person,
    PlannedDecision,
    Portfolio,
    PortfolioHolder,
    Question,
    Recommendation,
    Saving,
)
from meetings.models.planned import otherwise_dated
from meetings.taken_away import file_of
from meetings.votes import STATED, present
from reports.filters import answered
from reports.keyset import page_of

A_PAGE = 25


@dataclass(frozen=True)
class Listing:
    """One list. `rows` gives those that a user may see, with all that a line shows; `ordered` puts them in order."""

    name: str  # of its page and templates: "decisions" for meetings:decisions, meetings/_decisions.html
    one: str  # what a line is: "decision", so that "14 decisions" can be said
    form: type[FilterForm]
    rows: Callable[[Any], QuerySet]
    ordered: Callable[[QuerySet], QuerySet]


def _of(model, *related: str) -> Callable[[Any], QuerySet]:
    """The lines of one sort that a user may see, with their sources."""
    return lambda user: model.objects.visible_to(user).with_source().select_related("council", *related)


def _portfolios(user) -> QuerySet:
    holders = PortfolioHolder.objects.visible_to(user).select_related("known_as").latest_first()
    return Portfolio.objects.visible_to(user).select_related("council").prefetch_related(Prefetch("holders", holders))


def _meetings(user) -> QuerySet:
    shown = Meeting.objects.visible_to(user).with_word(user)
    return shown.select_related("committee__council").prefetch_related("joint_with")


def _matters(user) -> QuerySet:
    return Matter.objects.visible_to(user).select_related("council").with_span()


def _planned(user) -> QuerySet:
    """Of each item that papers say is to be decided its latest listing, with `was_moved`.

    Which these are is asked for once: a page, its counts and the choices of its form each ask about them again.
    """
    visible = PlannedDecision.objects.visible_to(user)
    latest = PlannedDecision.objects.filter(pk__in=visible.latest_ids())
    related = ("council", "portfolio", "matter")
    return latest.annotate(was_moved=otherwise_dated(visible)).with_source().select_related(*related)


def _followed(model) -> Callable[[Any], QuerySet]:
    """Actions or recommendations, with how old they are and whether they are overdue."""
    related = ("committee", "meeting", "done_by", "matter")
    return lambda user: _of(model, *related)(user).with_standing(user)


def _call_ins(user) -> QuerySet:
    """Decisions that can be called in now, or that were called in, with `call_in_state`."""
    visible = Decision.objects.visible_to(user).with_source().in_call_in(timezone.localdate())
    return visible.select_related("council", "committee", "portfolio", "matter", "call_in")


def _votes(user) -> QuerySet:
    """Decisions of which a paper states a vote, with `present`: how many members are listed as being there."""
    return _of(Decision, "committee", "matter")(user).filter(STATED).annotate(present=present(user))


def _motions(user) -> QuerySet:
    return _of(Amendment, "meeting__committee")(user).annotate(present=present(user))


def _members(user) -> QuerySet:
    named = Person.objects.visible_to(user).with_shown_name(user).with_attendance(user)
    return named.select_related("council")


LISTS = {
    listing.name: listing
    for listing in (
        Listing(
            "decisions", "decision", DecisionFilter, _of(Decision, "committee", "portfolio", "matter"),
            lambda rows: rows.latest_first(),
        ),
        Listing("call_ins", "decision", CallInFilter, _call_ins, lambda rows: rows.by_call_in()),
        # Its form puts the matters in the order that was asked for.
        Listing("matters", "matter", MatterFilter, _matters, lambda rows: rows),
        Listing(
            "meetings", "meeting", MeetingFilter, _meetings,
            lambda rows: rows.order_by("-date", "committee__name", "pk"),
        ),
        Listing(
            "forward_plan", "planned decision", PlanFilter, _planned,
            lambda rows: rows.soonest_first(),
        ),
        Listing(
            "actions", "action", ActionFilter, _followed(Action),
            lambda rows: rows.latest_first(),
        ),
        Listing(
            "recommendations", "recommendation", RecommendationFilter, _followed(Recommendation),
            lambda rows: rows.latest_first(),
        ),
        Listing("votes", "decision", DecisionVotesFilter, _votes, lambda rows: rows.latest_first()),
        Listing(
            "motions", "motion", MotionsFilter, _motions,
            lambda rows: rows.order_by(F("meeting__date").desc(nulls_last=True), "finding__ordinal", "pk"),
        ),
        Listing("members", "member", MembersFilter, _members, lambda rows: rows.order_by("shown_name", "pk")),
        Listing("questions", "question", QuestionFilter, _of(Question), lambda rows: rows.by_theme()),
        Listing("savings", "saving", SavingFilter, _of(Saving), lambda rows: rows.by_reference()),
        Listing("judgements", "judgement", JudgementFilter, _of(Judgement), lambda rows: rows.latest_first()),
        Listing("events", "event", EventFilter, _of(Event, "portfolio", "matter"), lambda rows: rows.latest_first()),
        Listing(
            "portfolios", "portfolio", PortfolioFilter, _portfolios,
            lambda rows: rows.order_by("name", "council__name"),
        ),
    )
}  # fmt: skip


def found(listing: Listing, user, data: Any) -> tuple[FilterForm, QuerySet]:
    """The list's form as filled by an address, and the rows that it leaves, in order."""
    form = listing.form(data, rows=listing.rows(user), user=user)
    return form, form.in_order(listing.ordered(form.narrowed()))


def listed(
    request: HttpRequest,
    name: str,
    *,
    a_page: int = A_PAGE,
    also: Callable[[QuerySet, Any], dict[str, Any]] = lambda rows, page: {},
    beside: Callable[[FilterForm, QuerySet], dict[str, Any]] = lambda form, rows: {},
    **more: Any,
) -> HttpResponse:
    """The page of a list; a place in it that there is not shows its beginning or end.

    also: what else the page shows, of all the rows and of those on the page; beside: of the form and all the rows.
    """
    form, rows = found(LISTS[name], request.user, request.GET)
    if file := file_of(request, name, form, rows):
        return file
    form.draw()
    shown = {
        "form": form,
        "several": form.several_councils,
        "chips": form.chips(request),
        "page_obj": page_of(rows, request.GET, a_page, count=form.total),
        "name": f"meetings:{name}",
        "listing": name,
        "below": "meetings/_below.html",
    }
    shown |= also(rows, shown["page_obj"]) | beside(form, rows)
    pieces = {"piece": f"meetings/_{name}.html", "filters": "meetings/_filter.html"}
    return answered(request, f"meetings/{name}.html", **pieces, context=shown | more)
