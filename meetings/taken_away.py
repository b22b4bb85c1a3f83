"""Lists of the register as files: the rows of the page, with what a file tells of them beside."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponseBase

from meetings.columns import COLUMNS
from meetings.models import (
    Attendance,
    Entry,
    Matter,
    Meeting,
    MeetingRecord,
    Person,
    PersonName,
    Portfolio,
    PortfolioHolder,
)
from reports.exports import taken_away


def file_of(request: HttpRequest, name: str, form: Any, rows: QuerySet) -> HttpResponseBase | None:
    """The file of a list that its address asks for; None where it asks for the page."""
    filters = (said for said, _ in form.chips(request))
    return taken_away(request, name, COLUMNS[name], with_sources(rows, request.user), filters)


def with_sources(rows: QuerySet, user: Any) -> QuerySet:
    """With the papers that tell of what is no line itself; lines of the register have theirs."""
    if rows.model in TOLD_OF:
        rows = rows.prefetch_related(TOLD_OF[rows.model](user))
    if rows.model is Portfolio:
        holders = PortfolioHolder.objects.visible_to(user).select_related("known_as").with_source().latest_first()
        return rows.prefetch_related(None).prefetch_related(Prefetch("holders", holders))
    return rows


def _records(user: Any) -> Prefetch:
    records = MeetingRecord.objects.visible_to(user).with_source()
    return Prefetch("records", records.order_by("finding__document", "finding__ordinal"), to_attr="seen_records")


def _lines(user: Any) -> Prefetch:
    lines = Entry.objects.visible_to(user).with_source().earliest_first()
    return Prefetch("entries", lines, to_attr="seen_lines")


def _names(user: Any) -> Prefetch:
    attended, held = (
        Prefetch(related, line.objects.visible_to(user).with_source().order_by("pk"), to_attr=f"seen_{related}")
        for related, line in (("attendances", Attendance), ("portfolios", PortfolioHolder))
    )
    names = PersonName.objects.order_by("name").prefetch_related(attended, held)
    return Prefetch("names", names, to_attr="seen_names")


# The lines that tell of a meeting, of a matter and of a person, of those that the user may see.
TOLD_OF = {Meeting: _records, Matter: _lines, Person: _names}
