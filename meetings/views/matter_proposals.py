"""The desk's page of matters: lines that may belong together, to be confirmed or refused."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import matter_history, matters, mentioning, proposed
from meetings.models import Matter
from meetings.views.matter_deeds import one_matter, ticked
from reports.access import may_review, only

CARDS_A_PAGE = 10


@require_safe
@vary_on_headers("HX-Request")
@only(may_review)
def matter_proposals(request: HttpRequest) -> HttpResponse:
    return proposals_page(request, request.GET.get("page"))


@require_POST
@only(may_review)
def matter_answer(request: HttpRequest) -> HttpResponse:
    """Make one matter of the ticked lines, let them join one that is there, or say that they do not belong together."""
    lines, shown, into = ticked(request), ticked(request, "shown"), request.POST.get("into", "")
    unticked = [line for line in shown if line not in lines]
    matter = one_matter(request, into) if into else None
    try:
        said = _answered(request, lines, unticked, matter)
    except matters.NotDone as why:
        return proposals_page(request, request.POST.get("page"), wrong=str(why), status=409)
    messages.success(request, f"{said} You can undo this.")
    return redirect(_back(request))


def _answered(request: HttpRequest, lines: list, unticked: list, matter: Matter | None) -> str:
    by = request.user
    if request.POST.get("do") == "refuse":
        matters.refuse(entries=[*lines, *unticked, *ticked(request, "within")], by=by)
        together = len(lines) + len(unticked) > 1
        return f"{'These lines' if together else 'This'} will not be proposed {'together ' if together else ''}again."
    if matter:
        matters.join(matter=matter, entries=lines, unticked=unticked, by=by)
        return f"The ticked lines joined “{matter}”."
    # Whether everybody may read the name is asked where an exempt line is among them; only the cleared see one.
    open_name = "asked" in request.POST and "exempt" not in request.POST
    title = request.POST.get("title", "")
    made = matters.make(title=title, entries=lines, unticked=unticked, by=by, open_name=open_name)
    return f"“{made}” is a matter now."


def _back(request: HttpRequest) -> str:
    page = request.POST.get("page", "")
    return reverse("meetings:matter_proposals") + (f"?page={page}" if page.isdigit() and page != "1" else "")


def proposals_page(request: HttpRequest, number: str | None, *, wrong: str = "", status: int = 200) -> HttpResponse:
    groups = proposed.groups(request.user)
    page = Paginator(groups, CARDS_A_PAGE).get_page(number)
    cards = proposed.cards(page, request.user)
    if wrong:
        _keep_what_was_typed(cards, request, wrong)
    shown = {
        "page_obj": page,
        "cards": cards,
        "wrong": wrong,
        "wrong_card": next((card for card in cards if card.wrong), None),
        # Once, below the first page of what is proposed.
        "named": mentioning.named_elsewhere(request.user)[:CARDS_A_PAGE] if page.number == 1 else [],
        "deeds": matter_history.latest(request.user),
    }
    name = "_matter_proposals.html" if request.htmx else "matter_proposals.html"
    return render(request, f"meetings/{name}", shown, status=status)


def _keep_what_was_typed(cards: list[proposed.Card], request: HttpRequest, wrong: str) -> None:
    lines = set(request.POST.getlist("line"))
    for card in cards:
        if str(card.key) == request.POST.get("card"):
            card.exempt = "exempt" in request.POST
            card.wrong, card.title, card.joined = wrong, request.POST.get("title", ""), request.POST.get("into", "")
            for line in card.free:
                line.ticked = str(line.entry.pk) in lines
