"""What the first page shows of one council: what is new in each part of the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet

from dashboard import following, news
from dashboard.among import areas_held, compared_as_held
from dashboard.board import board, known
from dashboard.card import Card
from meetings.models import Action, Decision, Entry, Judgement, Meeting, PlannedDecision
from reports.models import Council, Document

LINES = 5
MEASURES = 6


def councils(user) -> QuerySet[Council]:
    """The councils that the user may read a published paper of, that of the most papers first."""
    papers = Document.objects.visible_to(user).published().order_by()
    counted = Council.objects.annotate(papers=Count("documents", filter=Q(documents__in=papers)))
    return counted.filter(papers__gt=0).order_by("-papers", "name")


def of(council: Council, user, today: date) -> dict[str, Any]:
    """The newest lines of each part of the council's register that the user may see."""
    return {
        "decisions": _lines(Decision, council, user).of_business().latest_first()[:LINES],
        "planned": _planned(council, user, today)[:LINES],
        "actions": _lines(Action, council, user).filter(done_at=None).latest_first()[:LINES],
        "judgements": _lines(Judgement, council, user).latest_first()[:LINES],
        "meetings": meetings(council, user, today)[:LINES],
        "cards": newest_cards(council, user),
    }


def _planned(council: Council, user, today: date) -> QuerySet:
    """What is to be decided from today on, each item as it was last listed."""
    return _lines(PlannedDecision, council, user).latest_listings().between(today, None).earliest_first()


def since_last_visit(user) -> dict[str, Any]:
    """When the user's visit before this one ended (`visited`), and how many lines are new since (`news`)."""
    visited = following.visited(user=user) if user.is_authenticated else None
    lines = Entry.objects.visible_to(user)
    return {"visited": visited, "news": news.since(lines, visited).count() if visited else 0}


def meetings(council: Council, user, today: date) -> QuerySet[Meeting]:
    """Those that a paper says were held; one that was only announced may not have been."""
    past = Meeting.objects.visible_to(user).filter(committee__council=council, date__lte=today)
    return past.with_word(user).filter(is_held=True).select_related("committee").order_by("-date", "committee__name")


def newest_cards(council: Council, user) -> list[Card]:
    """The cards of the measures with the newest stated values, and then of others that official statistics give."""
    measures = known(council, user).newest_first(council, user).annotate(held_areas=areas_held(council))
    newest = list(measures[:MEASURES])
    among = compared_as_held(newest[0].held_areas, council) if newest else None
    return [card for card in board(newest, council, user, among, ranked=False) if card.main and card.main.now]


def _lines(sort, council: Council, user) -> QuerySet:
    return sort.objects.visible_to(user).filter(council=council).with_source().select_related("committee")
