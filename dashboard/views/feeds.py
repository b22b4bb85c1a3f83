"""Feeds and calendars: for programs with a key, and for people who are signed in or where anybody may read."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from dashboard import calendars
from dashboard.feeds import MOST, feed
from dashboard.following import follows_of, known_councils
from dashboard.models import Key
from dashboard.news import newest_first, rows, told_at
from meetings.lists import LISTS, found
from meetings.models import Entry, Matter, MeetingRecord
from reports.access import open_reader, readable
from reports.models import Council

KIND = Key.What.FEEDS


def _reader(request: HttpRequest, key: str) -> Any:
    """Whom a feed reads for: the key's person, or whoever asks; without any right to exempt parts."""
    if not key:
        return open_reader(request.user)
    reader = Key.objects.reader(key, KIND)
    if reader is None:
        raise Http404
    return reader


@readable
@require_safe
def own_list(request: HttpRequest, name: str) -> HttpResponse:
    return _list(request, name, "")


@login_not_required
@require_safe
def list_with_key(request: HttpRequest, key: str, name: str) -> HttpResponse:
    return _list(request, name, key)


def _list(request: HttpRequest, name: str, key: str) -> HttpResponse:
    if name not in LISTS:
        raise Http404
    reader = _reader(request, key)
    form, shown = found(LISTS[name], reader, request.GET)
    lines = lines_of(shown, reader)
    words = ", ".join(label for label, _ in form.chips(request))
    title = f"{LISTS[name].one.capitalize()}s{': ' + words if words else ''}"
    about = reverse(f"meetings:{name}", query=request.GET)
    return _private(feed(request, title=title, about=about, lines=lines[:MOST]), key)


def lines_of(shown, reader):
    """The lines of a list in the order in which their papers were published. Http404 for a list that has none."""
    model = shown.model
    if model._meta.label == "meetings.Meeting":
        records = MeetingRecord.objects.visible_to(reader).select_related("meeting__committee")
        shown = records.filter(meeting__in=shown.order_by().values("pk"))
    elif model is Matter:
        shown = Entry.objects.visible_to(reader).filter(matter__in=shown.order_by().values("pk"))
    else:
        try:
            model._meta.get_field("finding")
        except FieldDoesNotExist:
            raise Http404 from None
    return newest_first(shown.select_related("finding__document", "finding__passage", "council"))


@login_not_required
@require_safe
def followed(request: HttpRequest, key: str) -> HttpResponse:
    """What is new in all that the key's person follows."""
    reader = _reader(request, key)
    lines = {line.pk: line for one in follows_of(reader) for line in rows(one, reader, None)[:MOST]}
    newest = sorted(lines.values(), key=told_at, reverse=True)
    answer = feed(request, title="What you follow", about=reverse("dashboard:following"), lines=newest[:MOST])
    return _private(answer, key)


@login_not_required
@require_safe
def matter(request: HttpRequest, key: str, pk) -> HttpResponse:
    reader = _reader(request, key)
    of = get_object_or_404(Matter.objects.visible_to(reader), pk=pk)
    lines = newest_first(Entry.objects.visible_to(reader).filter(matter=of).with_source())
    return _private(feed(request, title=of.title, about=of.get_absolute_url(), lines=lines[:MOST]), key)


@readable
@require_safe
def own_calendar(request: HttpRequest) -> HttpResponse:
    return _calendar(request, "")


@login_not_required
@require_safe
def calendar_with_key(request: HttpRequest, key: str) -> HttpResponse:
    return _calendar(request, key)


def _calendar(request: HttpRequest, key: str) -> HttpResponse:
    reader, now = _reader(request, key), timezone.now()
    try:
        council = Council.objects.filter(pk=request.GET["council"]).first() if "council" in request.GET else None
    except ValidationError as why:
        raise Http404 from why
    days = calendars.events(reader, timezone.localdate(), now, request.build_absolute_uri, council)
    name = f"{council.short_name if council else 'Councils'}: meetings and decisions"
    answer = HttpResponse(calendars.calendar(name, days), content_type="text/calendar; charset=utf-8")
    answer.headers["Content-Disposition"] = 'inline; filename="register.ics"'
    return _private(answer, key)


@readable
@require_safe
def own_watch_list(request: HttpRequest, pk) -> HttpResponse:
    return _watch_list(request, pk, "")


@login_not_required
@require_safe
def watch_list_with_key(request: HttpRequest, key: str, pk) -> HttpResponse:
    return _watch_list(request, pk, key)


def _watch_list(request: HttpRequest, pk, key: str) -> HttpResponse:
    """What entered the watch list of a council and what left it."""
    reader = _reader(request, key)
    of = get_object_or_404(known_councils(reader), pk=pk)
    about = reverse("dashboard:watch", query={"council": of.pk})
    lines = of.watched.select_related("indicator").latest_first()
    return _private(feed(request, title=f"Watch list of {of.short_name}", about=about, lines=lines[:MOST]), key)


def _private(answer: HttpResponse, key: str) -> HttpResponse:
    """What a key opens is its person's, and no cache's in between."""
    if key:
        patch_cache_control(answer, private=True, no_store=True)
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer
