"""Pages of votes, motions and members: who voted and attended, as far as papers say so."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import attendance
from meetings.columns import ATTENDANCE
from meetings.forms.votes import MemberFilter
from meetings.lists import A_PAGE, listed
from meetings.members import named_in
from meetings.models import Meeting, MeetingRecord, Person
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
    every = attendance.lines_of(person, request.user, None, None)
    form = MemberFilter(request.GET, rows=every, user=request.user)
    form.draw()
    if file := taken_away(request, "attendance", ATTENDANCE, _lines(person, request, form), [person.shown_name]):
        return file
    page = Paginator(_meetings(person, request, form), A_PAGE).get_page(request.GET.get("page"))
    counts = attendance.counted(person, request.user, *form.days)
    shown = {
        "person": person,
        "form": form,
        "chips": form.chips(request),
        "page_obj": page,
        "meetings": attendance.at(page, person, request.user),
        "counts": counts,
        "sentence": attendance.in_words(counts),
        "below": "_exports.html",
        **named_in(person, request.user, *form.days),
    }
    pieces = {"piece": "meetings/_member.html", "filters": "meetings/_filter.html"}
    return answered(request, "meetings/member.html", **pieces, context=shown)


def _lines(person: Person, request: HttpRequest, form: MemberFilter) -> QuerySet:
    """The lines of lists of attendance that name the person in the period, the latest first."""
    lines = attendance.lines_of(person, request.user, *form.days).with_source()
    return lines.select_related("council", "meeting__committee").order_by("-meeting__date", "pk")


def _meetings(person: Person, request: HttpRequest, form: MemberFilter) -> QuerySet[Meeting]:
    """Those at which a list names the person, in the period, the latest first; `has_page` where they have one."""
    named = attendance.lines_of(person, request.user, *form.days).order_by().values("meeting")
    told = MeetingRecord.objects.visible_to(request.user).filter(meeting=OuterRef("pk"))
    meetings = Meeting.objects.filter(pk__in=named).annotate(has_page=Exists(told)).select_related("committee")
    return meetings.order_by("-date", "committee__name", "pk")
