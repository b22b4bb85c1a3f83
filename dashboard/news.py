"""What is new since a time: in the whole register, and in what a person follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse

from dashboard.models import Follow, Observation
from meetings.lists import LISTS, found
from meetings.models import Attendance, Decision, Entry, Matter, MatterDeed
from reports.access import may_read_exempt
from reports.reading.dates import in_words

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


def of_matter(follow: Follow, reader, when: datetime | None) -> QuerySet:
    """Its lines from papers published since, and those that an officer put into it since."""
    rows = Entry.objects.visible_to(reader).filter(matter=follow.matter_id)
    if follow.matter.exempt and not may_read_exempt(reader):
        return rows.none()
    if when is None:
        return rows
    return rows.filter(Q(finding__document__published_at__gt=when) | Q(pk__in=moved([follow.matter_id], when)))


def moved(matters: Iterable[Any], when: datetime) -> set[str]:
    """The lines that officers put into matters since a time."""
    deeds = MatterDeed.objects.filter(matter__in=matters, at__gt=when, undone_at=None)
    return {entry for moves in deeds.values_list("moves", flat=True) for entry, _, _ in moves}


def of_committee(follow: Follow, reader, when: datetime | None) -> QuerySet:
    rows = Entry.objects.visible_to(reader)
    return since(rows.filter(Q(committee=follow.committee_id) | Q(meeting__committee=follow.committee_id)), when)


def of_indicator(follow: Follow, reader, when: datetime | None) -> QuerySet:
    return since(Observation.objects.visible_to(reader).filter(indicator=follow.indicator_id), when)


def of_person(follow: Follow, reader, when: datetime | None) -> QuerySet:
    """The meetings that a paper lists them at, under any of their names."""
    return since(Attendance.objects.visible_to(reader).filter(known_as__person=follow.person_id), when)


def of_search(follow: Follow, reader, when: datetime | None) -> QuerySet:
    search = follow.search
    if search.listing not in LISTS:
        return Decision.objects.none()
    rows = found(LISTS[search.listing], reader, QueryDict(search.query))[1]
    if not any(field.name == "finding" for field in rows.model._meta.get_fields()):
        return rows.none()
    return since(rows, when)


ROWS: dict[str, Callable[[Follow, Any, datetime | None], QuerySet]] = {
    "matter": of_matter, "committee": of_committee, "indicator": of_indicator, "person": of_person,
    "search": of_search,
}  # fmt: skip


def rows(follow: Follow, reader, when: datetime | None) -> QuerySet:
    """The lines of what is followed that the reader may see, those new since a time (all without one), newest first."""
    lines = ROWS[follow.sort](follow, reader, when)
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
    of_sort = {sort: [one for one in follows if one.sort == sort] for sort in ROWS}
    told: dict[int, int] = {}
    for sort, counted in COUNTED.items():
        if of_sort[sort]:
            found = counted([one.target.pk for one in of_sort[sort]], reader, when)
            told |= {one.pk: found.get(one.target.pk, 0) for one in of_sort[sort]}
    return told | {one.pk: rows(one, reader, when).order_by().count() for one in of_sort["search"]}


def _grouped(rows: QuerySet, by: Any) -> dict[Any, int]:
    return dict(rows.order_by().annotate(of=by).values("of").annotate(lines=Count("pk")).values_list("of", "lines"))


def _of_matters(keys: list[Any], reader, when: datetime) -> dict[Any, int]:
    lines = Entry.objects.visible_to(reader).filter(matter__in=Matter.objects.visible_to(reader).filter(pk__in=keys))
    new = lines.filter(Q(finding__document__published_at__gt=when) | Q(pk__in=moved(keys, when)))
    return _grouped(new, F("matter"))


def _of_committees(keys: list[Any], reader, when: datetime) -> dict[Any, int]:
    lines = Entry.objects.visible_to(reader).filter(Q(committee__in=keys) | Q(meeting__committee__in=keys))
    return _grouped(since(lines, when), Coalesce("committee", "meeting__committee"))


def _of_indicators(keys: list[Any], reader, when: datetime) -> dict[Any, int]:
    return _grouped(since(Observation.objects.visible_to(reader).filter(indicator__in=keys), when), F("indicator"))


def _of_people(keys: list[Any], reader, when: datetime) -> dict[Any, int]:
    lines = Attendance.objects.visible_to(reader).filter(known_as__person__in=keys)
    return _grouped(since(lines, when), F("known_as__person"))


COUNTED = {
    "matter": _of_matters, "committee": _of_committees, "indicator": _of_indicators, "person": _of_people,
}  # fmt: skip


# The page of a line that has one of its own.
OWN_PAGE = {
    "decision": "meetings:decision",
    "planned": "meetings:planned",
    "action": "meetings:action",
    "recommendation": "meetings:action",
}


def address(line) -> str:
    """Where a line of the register is shown: its own page, else the paragraph that says so."""
    page = OWN_PAGE.get(getattr(line, "sort", ""))
    return reverse(page, args=[line.pk]) if page else line.finding.passage.get_absolute_url()


def sentence(line) -> str:
    """A line of the register in one line of text: what it is, and its date as printed."""
    what = line.get_sort_display() if isinstance(line, Entry) else line._meta.verbose_name.capitalize()
    day = getattr(line, "printed_date", "") or getattr(line, "period", "")
    return f"{what}{', ' + in_words(day) if day else ''}: {line}"
