"""The page of what is new since a visit."""

from __future__ import annotations

from datetime import datetime

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard.news import newest_first, since
from meetings.models import Entry

PAGE = 25


@require_safe
@vary_on_headers("HX-Request")
def new(request: HttpRequest) -> HttpResponse:
    """All lines from papers published since a moment, by default the end of the person's visit before this one."""
    when = _asked(request)
    lines = newest_first(since(Entry.objects.visible_to(request.user), when).with_source().select_related("committee"))
    page = Paginator(lines if when else lines.none(), PAGE).get_page(request.GET.get("page"))
    template = f"dashboard/{'_' if request.htmx else ''}new.html"
    return render(request, template, {"page_obj": page, "when": when})


def _asked(request: HttpRequest) -> datetime | None:
    visit = getattr(request.user, "visit", None)
    try:
        asked = parse_datetime(request.GET.get("since", ""))
    except ValueError:
        asked = None
    if asked and timezone.is_naive(asked):
        asked = timezone.make_aware(asked)
    return asked or (visit.before if visit else None)
