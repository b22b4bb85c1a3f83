"""What papers say of a member beside attendance: votes that name them, interests declared, portfolios held."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet

from meetings.attendance import surname
from meetings.models import Amendment, Attendance, Decision, Declaration, Person, PortfolioHolder
from meetings.names import name_key
from meetings.votes import of_member, side_of

LATEST = F("meeting__date").desc(nulls_last=True)
# How many of each sort of vote the page of a member shows; the lists of votes have them all.
FIRST = 25


def named_in(person: Person, listed: set[str], user: Any, first: date | None, last: date | None) -> dict[str, Any]:
    """The votes on decisions and motions from first to last that name a member, interests declared, portfolios.

    The person needs `shown_name`; `listed` are the keys of the names that lists of attendance print.
    """
    held = PortfolioHolder.objects.visible_to(user).with_source().select_related("portfolio", "known_as")
    held = held.filter(known_as__person=person).latest_first()
    keys = listed | {holder.known_as.key for holder in held}
    decisions = Decision.objects.visible_to(user).with_source().select_related("committee").between(first, last)
    decisions = of_member(decisions, person, keys, user).latest_first()
    moved = Amendment.objects.visible_to(user).with_source().select_related("meeting__committee")
    moved = of_member(_within(moved, first, last), person, keys, user).order_by(LATEST, "pk")
    return {
        "surname": person.shown_name.rpartition(" ")[2],
        "votes": [(vote, side_of(vote, keys)) for vote in decisions[:FIRST]],
        "motions": [(vote, side_of(vote, keys)) for vote in moved[:FIRST]],
        "declarations": declared(person, keys, user, first, last),
        "portfolios": held,
    }


def declared(person: Person, keys: set[str], user: Any, first: date | None, last: date | None) -> list[Declaration]:
    """The interests that a member declared, the latest first."""
    lines = Declaration.objects.visible_to(user).with_source().select_related("meeting__committee")
    surnames = {surname(key) for key in keys}
    alike = Q(pk__in=[])
    for name in surnames:
        alike |= Q(name__iregex=rf"\m{name}\M") if name.isalnum() else Q()
    found = _within(lines.filter(alike, council=person.council_id), first, last).order_by(LATEST, "pk")
    alone = _alone_at({one.meeting_id for one in found if name_key(one.name) in surnames}, surnames, person, user)
    in_full = {one for one in found if name_key(one.name) in keys}
    return [one for one in found if one in in_full or (name_key(one.name) in surnames and one.meeting_id in alone)]


def _alone_at(meetings: set[Any], surnames: set[str], person: Person, user: Any) -> set[Any]:
    """Of the meetings those whose lists name the person and nobody else of that surname."""
    lists = Attendance.objects.visible_to(user).filter(meeting__in=meetings).select_related("known_as")
    who: dict[Any, set[Any]] = {}
    for line in lists:
        if surname(line.known_as.key) in surnames:
            who.setdefault(line.meeting_id, set()).add(line.known_as.person_id)
    return {meeting for meeting, people in who.items() if people == {person.pk}}


def _within(rows: QuerySet, first: date | None, last: date | None) -> QuerySet:
    """The rows of meetings from first to last."""
    rows = rows.filter(meeting__date__gte=first) if first else rows
    return rows.filter(meeting__date__lte=last) if last else rows
