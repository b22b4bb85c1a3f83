"""Pages of meetings, and of all that papers say of one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.lists import listed
from meetings.models import (
    Action,
    AgendaItem,
    Amendment,
    Attendance,
    Decision,
    Declaration,
    Meeting,
    MeetingRecord,
    Recommendation,
)
from reports.access import readable

# What the page of a meeting shows of it, in its order.
SAID = {
    "decisions": Decision, "actions": Action, "agenda": AgendaItem, "declarations": Declaration,
    "amendments": Amendment, "recommendations": Recommendation, "attendances": Attendance, "records": MeetingRecord,
}  # fmt: skip
# The order in which the papers print it.
IN_PRINT = ("finding__document__date", "finding__document", "finding__ordinal")
ROLES = [*Attendance.Role.values, ""]


@readable
@require_safe
@vary_on_headers("HX-Request")
def meetings(request: HttpRequest) -> HttpResponse:
    return listed(request, "meetings")


@readable
@require_safe
def meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    known = Meeting.objects.visible_to(request.user).with_word(request.user).select_related("committee__council")
    found = get_object_or_404(known, pk=pk)
    said = {
        name: sort.objects.visible_to(request.user).with_source().filter(meeting=found).order_by(*IN_PRINT)
        for name, sort in SAID.items()
    }
    said["decisions"] = said["decisions"].select_related("committee", "matter")
    attendances = sorted(said["attendances"], key=lambda one: ROLES.index(one.role))
    return render(request, "meetings/meeting.html", {"meeting": found, **said, "attendances": attendances})
