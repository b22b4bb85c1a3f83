"""What is new since a time: in the whole register, and in what a person follows."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse

from dashboard.models import Follow, Observation, Watched
from meetings.lists import LISTS, found
from meetings.models import Attendance, Decision, Entry, Matter, MatterDeed
from reports.reading.dates import in_words

# Names of lines of watch lists are made from this.
WATCHED = uuid.UUID("b6b3b0a5-3d0c-4f4d-9a52-0d6f0a1c6a11")
# Of one thing that is followed, as many lines are told as can be read; the rest is on its page.
MOST = 20


@dataclass(frozen=True, slots=True)
class News:
    """What is new in one thing that is followed: how many lines, and the newest of them."""

    follow: Follow
    count: int
    lines: list[Any]

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def since(rows: QuerySet, when: datetime | None) -> QuerySet:
    """Those of lines of the register whose paper was published after a time; all without one."""
    return rows.filter(finding__document__published_at__gt=when) if when else rows


def newest_first(rows: QuerySet) -> QuerySet:
    published = F("finding__document__published_at").desc(nulls_last=True)
    return rows.order_by(published, "finding__document", "finding__ordinal")


def of_matters(keys: Iterable[Any], reader, when: datetime | None) -> QuerySet:
    """Their lines from papers published since, and those that an officer put into them since."""
    keys = list(keys)
    lines = Entry.objects.visible_to(reader).filter(matter__in=Matter.objects.visible_to(reader).filter(pk__in=keys))
    if when is None:
        return lines
    return lines.filter(Q(finding__document__published_at__gt=when) | Q(pk__in=moved(keys, when)))


def moved(matters: Iterable[Any], when: datetime) -> set[str]:
    """The lines that officers put into matters since a time."""
    deeds = MatterDeed.objects.filter(matter__in=matters, at__gt=when, undone_at=None)
    return {entry for moves in deeds.values_list("moves", flat=True) for entry, _, _ in moves}


def of_committees(keys: Iterable[Any], reader, when: datetime | None) -> QuerySet:
    lines = Entry.objects.visible_to(reader).filter(Q(committee__in=keys) | Q(meeting__committee__in=keys))
    return since(lines, when)


def of_indicators(keys: Iterable[Any], reader, when: datetime | None) -> QuerySet:
    return since(Observation.objects.visible_to(reader).filter(indicator__in=keys), when)


def of_people(keys: Iterable[Any], reader, when: datetime | None) -> QuerySet:
    """The meetings that a paper lists them at, under any of their names."""
    return since(Attendance.objects.visible_to(reader).filter(known_as__person__in=keys), when)


def of_watch_lists(keys: Iterable[Any], reader, when: datetime | None) -> QuerySet:
    """What entered watch lists or left them. They are made of what everybody may read."""
    lines = Watched.objects.filter(council__in=keys)
    return lines.filter(Q(since__gt=when) | Q(until__gt=when)) if when else lines


# Of each sort the lines of several that are followed, and what tells of which one a line is.
LINES: dict[str, tuple[Callable[..., QuerySet], Any]] = {
    "matter": (of_matters, F("matter")),
    "committee": (of_committees, Coalesce("committee", "meeting__committee")),
    "indicator": (of_indicators, F("indicator")),
    "person": (of_people, F("known_as__person")),
    "watch_list": (of_watch_lists, F("council")),
}


def of_search(follow: Follow, reader, when: datetime | None) -> QuerySet:
    search = follow.search
    if search.listing not in LISTS:
        return Decision.objects.none()
    rows = found(LISTS[search.listing], reader, QueryDict(search.query))[1]
    if not any(field.name == "finding" for field in rows.model._meta.get_fields()):
        return rows.none()
    return since(rows, when)


def _lines(follow: Follow, reader, when: datetime | None) -> QuerySet:
    if follow.sort == "search":
        return of_search(follow, reader, when)
    return LINES[follow.sort][0]([follow.target_id], reader, when)


def rows(follow: Follow, reader, when: datetime | None) -> QuerySet:
    """The lines of what is followed that the reader may see, those new since a time (all without one), newest first."""
    lines = _lines(follow, reader, when)
    if lines.model is Watched:
        return lines.select_related("indicator", "council").latest_first()
    return newest_first(lines.select_related("finding__document", "finding__passage", "council"))


def news(follows, reader, when: datetime | None) -> list[News]:
    """What is new, for each of what is followed in which something is."""
    told = []
    for follow in follows:
        lines = rows(follow, reader, when)
        if count := lines.count():
            told.append(News(follow, count, list(lines[:MOST])))
    return told


def counts(follows: Iterable[Follow], reader, when: datetime) -> dict[int, int]:
    """How many lines are new in each of what is followed, by its key: a query for each sort, and for each search."""
    follows = list(follows)
    told: dict[int, int] = {}
    for sort, (lines, by) in LINES.items():
        if of_sort := [one for one in follows if one.sort == sort]:
            new = lines([one.target_id for one in of_sort], reader, when).order_by().annotate(of=by).values("of")
            number = dict(new.annotate(lines=Count("pk")).values_list("of", "lines"))
            told |= {one.pk: number.get(one.target_id, 0) for one in of_sort}
    searches = [one for one in follows if one.sort == "search"]
    return told | {one.pk: rows(one, reader, when).order_by().count() for one in searches}


# The page of a line that has one of its own.
OWN_PAGE = {
    "decision": "meetings:decision",
    "planned": "meetings:planned",
    "action": "meetings:action",
    "recommendation": "meetings:action",
}


def address(line) -> str:
    """Where a line of the register is shown: its own page, else the paragraph that says so."""
    if isinstance(line, Watched):
        return reverse("dashboard:indicator", args=[line.indicator_id], query={"council": line.council_id})
    page = OWN_PAGE.get(getattr(line, "sort", ""))
    return reverse(page, args=[line.pk]) if page else line.finding.passage.get_absolute_url()


def sentence(line) -> str:
    """A line of the register in one line of text: what it is, and its date as printed."""
    if isinstance(line, Watched):
        return line.told
    what = line.get_sort_display() if isinstance(line, Entry) else line._meta.verbose_name.capitalize()
    day = getattr(line, "printed_date", "") or getattr(line, "period", "")
    return f"{what}{', ' + in_words(day) if day else ''}: {line}"


def source(line) -> str:
    """What a line was taken from."""
    if isinstance(line, Watched):
        return "Official statistics"
    return f"{line.finding.document}, page {line.finding.passage.page}"


def told_at(line) -> datetime | None:
    """When a line came into the register; of a watch list, when it last changed."""
    return line.until or line.since if isinstance(line, Watched) else line.finding.document.published_at


def identity(line) -> str:
    """A name of the line for good. What left a watch list is told as something new."""
    if isinstance(line, Watched):
        return uuid.uuid5(WATCHED, f"{line.pk} {line.until or ''}").urn
    return f"urn:uuid:{line.pk}"
