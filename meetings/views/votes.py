"""Pages of votes, motions and members: who voted and attended, as far as papers say so."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import attendance
from meetings.columns import ATTENDANCE
from meetings.forms.votes import MemberFilter
from meetings.lists import A_PAGE, listed
from meetings.members import named_in
from meetings.models import Person
from reports.access import readable
from reports.exports import taken_away
from reports.filters import answered


@readable
@require_safe
@vary_on_headers("HX-Request")
def votes(request: HttpRequest) -> HttpResponse:
    return listed(request, "votes")


@readable
@require_safe
@vary_on_headers("HX-Request")
def motions(request: HttpRequest) -> HttpResponse:
    return listed(request, "motions")


@readable
@require_safe
@vary_on_headers("HX-Request")
def members(request: HttpRequest) -> HttpResponse:
    return listed(request, "members", below="_exports.html")


@readable
@require_safe
@vary_on_headers("HX-Request")
def member(request: HttpRequest, pk: UUID) -> HttpResponse:
    known = Person.objects.visible_to(request.user).with_shown_name(request.user).select_related("council")
    person = get_object_or_404(known, pk=pk)
    lines = attendance.lines_of(person, request.user)
    form = MemberFilter(request.GET, rows=lines, user=request.user)
    said = form.chips(request)
    if file := taken_away(request, "attendance", ATTENDANCE, attendance.in_full(lines, *form.days), dict(said)):
        return file
    form.draw()
    shown = {"person": person, "form": form, "chips": said, **_attended(request, person, lines, form.days)}
    pieces = {"piece": "meetings/_member.html", "filters": "meetings/_filter.html"}
    return answered(request, "meetings/member.html", **pieces, context=shown)


def _attended(request: HttpRequest, person: Person, lines: QuerySet, days: tuple) -> dict[str, Any]:
    """What the page of a member shows of a period: attendance, votes, interests, portfolios."""
    rows, keys = attendance.rows_of(lines)
    meetings = list(dict.fromkeys(row.meeting for row in attendance.within(rows, *days)))
    page = Paginator(meetings, A_PAGE).get_page(request.GET.get("page"))
    counts = attendance.counted(rows, request.user, *days)
    return {
        "page_obj": page,
        "meetings": attendance.at(list(page), person, request.user),
        "counts": counts,
        "sentence": attendance.in_words(counts),
        "below": "_exports.html",
        **named_in(person, keys, request.user, *days),
    }
