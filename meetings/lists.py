"""The lists of the register: what is in each, how it is narrowed and ordered, and how its page answers.

A page, an export, a feed and a saved search of one list all ask `found`, so that they never differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse

from meetings.forms import (
    ActionFilter,
    DecisionFilter,
    EventFilter,
    FilterForm,
    JudgementFilter,
    MeetingFilter,
    PlanFilter,
    PortfolioFilter,
    QuestionFilter,
    SavingFilter,
)
from meetings.models import (
    Action,
    Decision,
    Event,
    Judgement,
    Meeting,
    PlannedDecision,
    Portfolio,
    PortfolioHolder,
    Question,
    Saving,
)
from reports.filters import answered

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


LISTS = {
    listing.name: listing
    for listing in (
        Listing(
            "decisions", "decision", DecisionFilter, _of(Decision, "committee", "portfolio", "matter"),
            lambda rows: rows.latest_first(),
        ),
        Listing(
            "meetings", "meeting", MeetingFilter, _meetings,
            lambda rows: rows.order_by("-date", "committee__name", "pk"),
        ),
        Listing(
            "forward_plan", "planned decision", PlanFilter, _of(PlannedDecision, "portfolio", "matter"),
            lambda rows: rows.soonest_first(),
        ),
        Listing(
            "actions", "action", ActionFilter, _of(Action, "committee", "done_by", "matter"),
            lambda rows: rows.latest_first(),
        ),
        Listing("questions", "question", QuestionFilter, _of(Question), lambda rows: rows.by_theme()),
        Listing("savings", "saving", SavingFilter, _of(Saving), lambda rows: rows.by_reference()),
        Listing("judgements", "judgement", JudgementFilter, _of(Judgement), lambda rows: rows.latest_first()),
        Listing("events", "event", EventFilter, _of(Event, "matter"), lambda rows: rows.latest_first()),
        Listing(
            "portfolios", "portfolio", PortfolioFilter, _portfolios,
            lambda rows: rows.order_by("name", "council__name"),
        ),
    )
}  # fmt: skip


def found(listing: Listing, user, data: Any) -> tuple[FilterForm, QuerySet]:
    """The list's form as filled by an address, and the rows that it leaves, in order."""
    form = listing.form(data, rows=listing.rows(user))
    return form, listing.ordered(form.narrowed())


def listed(request: HttpRequest, name: str, *, a_page: int = A_PAGE, **more: Any) -> HttpResponse:
    """The page of a list; a page number that does not exist shows the nearest one."""
    form, rows = found(LISTS[name], request.user, request.GET)
    shown = {
        "form": form,
        "several": form.several_councils,
        "chips": form.chips(request),
        "page_obj": Paginator(rows, a_page).get_page(request.GET.get("page")),
        "name": f"meetings:{name}",
    }
    pieces = {"piece": f"meetings/_{name}.html", "filters": "meetings/_filter.html"}
    return answered(request, f"meetings/{name}.html", **pieces, context=shown | more)
