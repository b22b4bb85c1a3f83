"""Pages of what was decided, what is planned, and other dated lines."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.clock import clock_of
from meetings.forms import DecisionFilter
from meetings.lists import listed
from meetings.models import Decision, Meeting
from meetings.timeline import drawing
from reports.access import readable


@readable
@require_safe
@vary_on_headers("HX-Request")
def decisions(request: HttpRequest) -> HttpResponse:
    if request.GET.get("view") == "timeline":
        return listed(request, "decisions", beside=_drawn, timeline=True)
    return listed(request, "decisions")


def _drawn(form: DecisionFilter, rows: QuerySet) -> dict[str, Any]:
    everything = form.divided(form.undated)
    return {"drawing": drawing(rows, everything, form.days, form.total, several=form.several_councils)}


@readable
@require_safe
def decision(request: HttpRequest, pk: UUID) -> HttpResponse:
    visible = Decision.objects.visible_to(request.user).with_source()
    found = get_object_or_404(visible.select_related("committee", "portfolio", "council", "matter"), pk=pk)
    meeting = Meeting.objects.visible_to(request.user).filter(pk=found.meeting_id).select_related("committee").first()
    others = visible.beside(found).select_related("committee").latest_first()
    clock = clock_of(found, request.user, timezone.localdate())
    shown = {"decision": found, "meeting": meeting, "others": others, "clock": clock}
    return render(request, "meetings/decision.html", shown)


@readable
@require_safe
@vary_on_headers("HX-Request")
def judgements(request: HttpRequest) -> HttpResponse:
    return listed(request, "judgements")


@readable
@require_safe
@vary_on_headers("HX-Request")
def events(request: HttpRequest) -> HttpResponse:
    return listed(request, "events")
