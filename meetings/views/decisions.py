"""Pages of what was decided, what is planned, and other dated lines."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.forms import DecisionFilter, EventFilter, JudgementFilter, PlanFilter
from meetings.lists import listed
from meetings.models import Decision, Event, Judgement, Meeting, PlannedDecision
from reports.access import readable

# A drawn line of time says more with more on it.
ON_A_TIMELINE = 100


@readable
@require_safe
@vary_on_headers("HX-Request")
def decisions(request: HttpRequest) -> HttpResponse:
    form = DecisionFilter(request.GET, rows=Decision.objects.visible_to(request.user))
    rows = form.narrowed().with_source().select_related("council", "committee", "portfolio").latest_first()
    if request.GET.get("view") == "timeline":
        return listed(request, "decisions", form, rows, a_page=ON_A_TIMELINE, timeline=True)
    return listed(request, "decisions", form, rows)


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
    form = PlanFilter(request.GET, rows=PlannedDecision.objects.visible_to(request.user))
    rows = form.narrowed().with_source().select_related("council", "portfolio").soonest_first()
    return listed(request, "forward_plan", form, rows)


@readable
@require_safe
@vary_on_headers("HX-Request")
def judgements(request: HttpRequest) -> HttpResponse:
    form = JudgementFilter(request.GET, rows=Judgement.objects.visible_to(request.user))
    rows = form.narrowed().with_source().select_related("council").latest_first()
    return listed(request, "judgements", form, rows)


@readable
@require_safe
@vary_on_headers("HX-Request")
def events(request: HttpRequest) -> HttpResponse:
    form = EventFilter(request.GET, rows=Event.objects.visible_to(request.user))
    return listed(request, "events", form, form.narrowed().with_source().select_related("council").latest_first())
