"""Calendars of meetings, planned decisions and ends of call-in: whole days, as papers print them, open parts only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from icalendar import Calendar, Event

from meetings.models import Decision, Meeting, PlannedDecision, Precision

# How far back a calendar goes, so that it stays small for years.
PAST = timedelta(days=365)
Address = Callable[[str], str]


def calendar(name: str, events: Iterable[Event]) -> bytes:
    """The file of a calendar, as programs subscribe to it."""
    made = Calendar()
    made.add("prodid", "-//Children's services register//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", name)
    made.add("refresh-interval", timedelta(hours=12), parameters={"VALUE": "DURATION"})
    for event in events:
        made.add_component(event)
    return made.to_ical()


def event(uid: str, day: date, title: str, url: str, said: str, stamp: datetime) -> Event:
    """A whole day."""
    made = Event()
    made.add("uid", f"{uid}@children's-services-register".replace("'", ""))
    made.add("dtstamp", stamp)
    made.add("dtstart", day)
    made.add("dtend", day + timedelta(days=1))
    made.add("summary", title)
    made.add("url", url)
    made.add("description", said)
    made.add("transp", "TRANSPARENT")
    return made


def events(reader, today: date, now: datetime, address: Address, council: Any = None) -> Iterator[Event]:
    """Of all that the reader may see, from a year ago on; `address` makes an address whole."""
    for meeting in _meetings(reader, today, council):
        said = "Held" if meeting.is_held else "Planned, as a paper says"
        yield event(
            f"meeting-{meeting.pk}",
            meeting.date,
            str(meeting.committee),
            address(meeting.get_absolute_url()),
            said,
            now,
        )
    for planned in _planned(reader, today, council):
        title = f"Decision due: {planned.title}"
        said = f"{planned.decision_maker or 'Decision maker not stated'}. {planned.reference}".strip()
        yield event(f"planned-{planned.key}", planned.date, title, address(planned.get_absolute_url()), said, now)
    for decision in _callable(reader, today, council):
        title = f"Last day for call-in: {decision.title}"
        url = address(decision.get_absolute_url())
        yield event(f"call-in-{decision.pk}", decision.callable_until, title, url, "The call-in period ends.", now)


def _meetings(reader, today: date, council):
    rows = Meeting.objects.visible_to(reader).with_word(reader).filter(date__gte=today - PAST)
    # A month or a year is no day that one could be there on.
    rows = rows.filter(held_on__regex=r"^\d{4}-\d{2}-\d{2}$").select_related("committee")
    return (rows.filter(committee__council=council) if council else rows).order_by("date", "pk")


def _planned(reader, today: date, council):
    latest = PlannedDecision.objects.visible_to(reader).latest_listings()
    rows = latest.filter(date__gte=today - PAST, precision=Precision.DAY)
    return (rows.filter(council=council) if council else rows).order_by("date", "pk")


def _callable(reader, today: date, council):
    rows = Decision.objects.visible_to(reader).filter(callable_until__gte=today - PAST)
    return (rows.filter(council=council) if council else rows).order_by("callable_until", "pk")
