"""How a member attended over a period, as lists of attendance have it: for each committee, and meeting by meeting.

A meeting without a list in the register is never counted as an absence, and one whose list does not name the member
only between the first and the last meeting of that committee at which the member is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from meetings.models import Attendance, Committee, Meeting, Person
from meetings.models.person import OF_MEMBERS, WERE_THERE
from meetings.names import name_key


@dataclass
class Counted:
    """At how many meetings of a committee a member was listed, and how; `unnamed` lists do not name the member."""

    committee: Committee
    attended: int = 0
    online: int = 0
    substitute: int = 0
    apologies: int = 0
    unnamed: int = 0

    @property
    def listed(self) -> int:
        return self.attended + self.apologies + self.unnamed


@dataclass
class At:
    """A member at one meeting: the lines that name them there, and who stood in for them."""

    meeting: Meeting
    lines: list[Attendance] = field(default_factory=list)
    stood_in: list[Attendance] = field(default_factory=list)

    @property
    def in_words(self) -> str:
        """How they are listed, the most telling role first: "Chair, online"; "Apologies; Jo Pell stood in"."""
        roles = sorted({line.role for line in self.lines}, key=Attendance.Role.values.index)
        said = ", ".join(Attendance.Role(role).label for role in roles)
        online = ", online" if any(line.virtual for line in self.lines) else ""
        others = [line.substitute_for for line in self.lines if line.role == "substitute" and line.substitute_for]
        instead = f" for {', '.join(dict.fromkeys(others))}" if others else ""
        by = ", ".join(dict.fromkeys(line.known_as.name for line in self.stood_in))
        return f"{said}{instead}{online}{f'; {by} stood in' if by else ''}"


def lines_of(person: Person, user: Any, first: date | None, last: date | None) -> QuerySet[Attendance]:
    """The lines of lists of attendance that name a member as one, at meetings from first to last."""
    lines = Attendance.objects.visible_to(user).filter(known_as__person=person, role__in=OF_MEMBERS)
    lines = lines.filter(meeting__date__gte=first) if first else lines
    return lines.filter(meeting__date__lte=last) if last else lines


def counted(person: Person, user: Any, first: date | None, last: date | None) -> list[Counted]:
    """For each committee, by name, how often the member attended in a period."""
    named = lines_of(person, user, None, None).filter(meeting__isnull=False)
    rows = list(named.values_list("meeting", "meeting__date", "meeting__committee", "role", "virtual"))
    spans = _spans((day, committee) for _, day, committee, role, _ in rows if role != "substitute")
    within = [row for row in rows if (not first or row[1] >= first) and (not last or row[1] <= last)]
    committees = Committee.objects.in_bulk({committee for _, _, committee, _, _ in rows})
    tallies = {pk: Counted(committee) for pk, committee in committees.items()}
    for pk, unnamed in _unnamed(spans, {row[0] for row in rows}, user, first, last).items():
        tallies[pk].unnamed = unnamed
    for pk, tally in tallies.items():
        _count(tally, [row for row in within if row[2] == pk])
    return sorted((one for one in tallies.values() if one.listed), key=lambda one: str(one.committee))


def in_words(counts: list[Counted]) -> str:
    """The attendance in one sentence."""
    attended, listed = sum(one.attended for one in counts), sum(one.listed for one in counts)
    if not listed:
        return "No attendance is listed in this period"
    return f"Attended {attended} of {listed} meeting{'' if listed == 1 else 's'} whose attendance the papers list"


def _count(tally: Counted, rows: Iterable[tuple[UUID, date, UUID, str, bool | None]]) -> None:
    there = {meeting for meeting, _, _, role, _ in rows if role in WERE_THERE}
    tally.attended = len(there)
    tally.online = len({meeting for meeting, _, _, role, virtual in rows if role in WERE_THERE and virtual})
    tally.substitute = len({meeting for meeting, _, _, role, _ in rows if role == "substitute"})
    tally.apologies = len({meeting for meeting, _, _, role, _ in rows if role == "apologies"} - there)


def _spans(rows: Iterable[tuple[date, UUID]]) -> dict[UUID, tuple[date, date]]:
    """For each committee the first and the last day on which its lists name the member."""
    days: defaultdict[UUID, list[date]] = defaultdict(list)
    for day, committee in rows:
        days[committee].append(day)
    return {committee: (min(found), max(found)) for committee, found in days.items()}


def _unnamed(
    spans: dict[UUID, tuple[date, date]], named: Collection[UUID], user: Any, first: date | None, last: date | None
) -> dict[UUID, int]:
    """For each committee, at how many of its meetings within the span a list does not name the member."""
    if not spans:
        return {}
    lists = Attendance.objects.visible_to(user).filter(role__in=WERE_THERE)
    within = Q(pk__in=[])
    for committee, (start, end) in spans.items():
        within |= Q(
            meeting__committee=committee, meeting__date__gte=max(start, first or start),
            meeting__date__lte=min(end, last or end),
        )  # fmt: skip
    found: defaultdict[UUID, int] = defaultdict(int)
    meetings = lists.filter(within).exclude(meeting__in=named).order_by().values_list("meeting", "meeting__committee")
    for _, committee in meetings.distinct():
        found[committee] += 1
    return found


def at(meetings: Iterable[Meeting], person: Person, user: Any) -> list[At]:
    """How the member is listed at each of the meetings, and by whom substituted, in the order given."""
    found = {meeting.pk: At(meeting) for meeting in meetings}
    lists = Attendance.objects.visible_to(user).with_source().select_related("known_as")
    listed: defaultdict[UUID, list[Attendance]] = defaultdict(list)
    for line in lists.filter(meeting__in=found, role__in=OF_MEMBERS).order_by("finding__document", "finding__ordinal"):
        listed[line.meeting_id].append(line)
    for pk, lines in listed.items():
        found[pk].lines = [line for line in lines if line.known_as.person_id == person.pk]
        found[pk].stood_in = stood_in(lines, person)
    return list(found.values())


def stood_in(lines: list[Attendance], person: Person) -> list[Attendance]:
    """Of the lines of one meeting those of substitutes for the member.

    They may be printed for a bare surname, where the list names nobody else of it.
    """
    own = {line.known_as.key for line in lines if line.known_as.person_id == person.pk}
    others = {surname(line.known_as.key) for line in lines if line.known_as.person_id != person.pk}
    keys = own | ({surname(key) for key in own} - others)
    return [line for line in lines if line.substitute_for and name_key(line.substitute_for) in keys]


def surname(key: str) -> str:
    """The last word of a name's key.

    >>> surname("jo pell")
    'pell'
    """
    return key.rpartition(" ")[2]
