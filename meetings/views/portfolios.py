"""Pages of portfolios: who holds them, and what belongs to them."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.lists import listed
from meetings.models import Decision, Event, Partnership, PlannedDecision, Portfolio, PortfolioHolder, Question, Saving
from reports.access import readable

# How many of each a portfolio's page shows; each list's own page has them all.
FIRST = 10


@readable
@require_safe
@vary_on_headers("HX-Request")
def portfolios(request: HttpRequest) -> HttpResponse:
    return listed(request, "portfolios")


def by_person(holders: Iterable[PortfolioHolder]) -> list[tuple[list[str], list[PortfolioHolder]]]:
    """(names, lines) of each person who held it. The names are the lines' own: others may stand in exempt parts."""
    people: dict[UUID, list[PortfolioHolder]] = {}
    for holder in holders:
        people.setdefault(holder.known_as.person_id, []).append(holder)
    return [(list(dict.fromkeys(holder.known_as.name for holder in held)), held) for held in people.values()]


@readable
@require_safe
def portfolio(request: HttpRequest, pk: UUID) -> HttpResponse:
    found = get_object_or_404(Portfolio.objects.visible_to(request.user).select_related("council"), pk=pk)

    def of(sort):
        return sort.objects.visible_to(request.user).with_source().filter(portfolio=found)

    shown = {
        "portfolio": found,
        "people": by_person(of(PortfolioHolder).select_related("known_as").latest_first()),
        "decisions": of(Decision).select_related("committee", "matter").latest_first()[:FIRST],
        "planned": of(PlannedDecision).latest_listings().soonest_first()[:FIRST],
        "questions": of(Question).by_theme()[:FIRST],
        "savings": of(Saving).by_reference()[:FIRST],
        "events": of(Event).latest_first()[:FIRST],
        "partnerships": of(Partnership),
    }
    return render(request, "meetings/portfolio.html", shown)
