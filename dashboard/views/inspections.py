"""Inspections over time, and what followed from one of them."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard.forms import CouncilForm
from dashboard.inspection_table import tables
from dashboard.inspection_thread import Thread
from dashboard.inspections import Inspection, inspections_of
from meetings.columns import JUDGEMENTS
from meetings.models import Entry, Judgement
from reports.access import readable
from reports.exports import taken_away
from reports.models import Council

A_PAGE = 15
# How many coming lines that speak of an inspection are named.
MOST_COMING = 10


@readable
@require_safe
@vary_on_headers("HX-Request")
def inspections(request: HttpRequest) -> HttpResponse:
    judged = Judgement.objects.visible_to(request.user)
    choice = CouncilForm(request.GET, councils=Council.objects.filter(pk__in=judged.values("council")).order_by("name"))
    council = choice.chosen
    rows = judged.filter(council=council).with_source().select_related("council").latest_first()
    if file := taken_away(request, "judgements", JUDGEMENTS, rows):
        return file
    found = inspections_of(council, request.user) if council else []
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    shown: dict[str, Any] = {"choice": choice, "council": council, "page_obj": page}
    if request.htmx:
        return render(request, "dashboard/inspections/_list.html", shown)
    shown |= {"tables": tables(found), "coming": coming(council, request.user), "latest": found[0] if found else None}
    return render(request, "dashboard/inspections/inspections.html", shown)


def coming(council: Council | None, user: Any) -> list[Entry]:
    """What papers say is still to come and speaks of an inspection, the soonest first."""
    if council is None:
        return []
    lines = Entry.objects.visible_to(user).filter(council=council).to_come()
    said = lines.saying_in_title("inspection or ofsted or cqc or estyn or hmip or inspectors")
    return list(said.with_source().select_related("committee").order_by("date", "pk")[:MOST_COMING])


@readable
@require_safe
def inspection(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One inspection, by any of the judgements that papers state of it."""
    line = get_object_or_404(Judgement.objects.visible_to(request.user).select_related("council"), pk=pk)
    every = inspections_of(line.council, request.user)
    found = next((one for one in every if any(own.pk == pk for own in one.lines)), None)
    if found is None:
        raise Http404
    earlier = before(found, every)
    shown = {
        "inspection": found,
        "earlier": earlier,
        "thread": Thread(found, request.user, until=_next_day(found, every)),
        "grades": against(found, earlier),
    }
    return render(request, "dashboard/inspections/inspection.html", shown)


def _next_day(inspection: Inspection, every: list[Inspection]) -> date | None:
    """The day of the next inspection of the same service, whatever the framework."""
    day, setting = inspection.date, inspection.setting.casefold()
    same = (one.date for one in every if one.date and one.setting.casefold() == setting)
    return min((one for one in same if day and one > day), default=None)


def before(inspection: Inspection, every: list[Inspection]) -> Inspection | None:
    """The inspection before it of the same service under the same framework, so that grades can be set beside."""
    if not (inspection.date and inspection.framework):
        return None
    earlier = [
        one for one in every
        if one.date and one.date < inspection.date and one.framework == inspection.framework
        and one.setting.casefold() == inspection.setting.casefold()
    ]  # fmt: skip
    return earlier[0] if earlier else None


def against(inspection: Inspection, earlier: Inspection | None) -> list[tuple]:
    """Each grade with that of the earlier inspection, if there was one."""
    return [(grade, earlier.grade(grade.key) if earlier else None) for grade in inspection.grades]
