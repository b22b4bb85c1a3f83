"""Pages of what was decided, what is planned, and other dated lines."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.lists import listed
from meetings.models import Decision, Meeting
from reports.access import readable

# A drawn line of time says more with more on it.
ON_A_TIMELINE = 100


@readable
@require_safe
@vary_on_headers("HX-Request")
def decisions(request: HttpRequest) -> HttpResponse:
    if request.GET.get("view") == "timeline":
        return listed(request, "decisions", a_page=ON_A_TIMELINE, timeline=True)
    return listed(request, "decisions")


@readable
@require_safe
def decision(request: HttpRequest, pk: UUID) -> HttpResponse:
    visible = Decision.objects.visible_to(request.user).with_source()
    found = get_object_or_404(visible.select_related("committee", "portfolio", "council"), pk=pk)
    meeting = Meeting.objects.visible_to(request.user).filter(pk=found.meeting_id).select_related("committee").first()
    others = visible.beside(found).select_related("committee").latest_first()
    return render(request, "meetings/decision.html", {"decision": found, "meeting": meeting, "others": others})


@readable
@require_safe
@vary_on_headers("HX-Request")
def forward_plan(request: HttpRequest) -> HttpResponse:
    return listed(request, "forward_plan")


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
