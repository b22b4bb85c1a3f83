"""How a member attended over a period, as lists of attendance have it: for each committee, and meeting by meeting.

A meeting without a list in the register is never counted as an absence, and one whose list does not name the member
only between the first and the last meeting of that committee at which the member is named.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from meetings.models import Attendance, Meeting, MeetingRecord, Person
from meetings.models.person import OF_MEMBERS, WERE_THERE
from meetings.names import name_key
from reports.titles import in_title_case


@dataclass
class Counted:
    """The meetings of a committee at which a member was listed, and how; `unnamed` lists do not name the member."""

    committee: str
    meetings: dict[UUID, list[Row]] = field(default_factory=dict)
    unnamed: int = 0

    def _with(self, *roles: str, online: bool = False) -> set[UUID]:
        return {
            meeting
            for meeting, rows in self.meetings.items()
            if any(row.role in roles and (row.virtual or not online) for row in rows)
        }

    @property
    def attended(self) -> int:
        return len(self._with(*WERE_THERE))

    @property
    def online(self) -> int:
        return len(self._with(*WERE_THERE, online=True))

    @property
    def substitute(self) -> int:
        return len(self._with("substitute"))

    @property
    def apologies(self) -> int:
        """Where one paper lists apologies and another attendance, they attended."""
        return len(self._with("apologies") - self._with(*WERE_THERE))

    @property
    def listed(self) -> int:
        return len(self.meetings) + self.unnamed


@dataclass
class At:
    """A member at one meeting: the lines that name them, and who stood in; whether the reader may open its page."""

    meeting: Meeting
    has_page: bool
    lines: list[Attendance]
    stood_in: list[Attendance]

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


class Row(NamedTuple):
    """One line of a list of attendance that names the member, at a meeting that it says."""

    meeting: UUID
    day: date
    committee: UUID
    name: str  # the committee's
    role: str
    virtual: bool | None


def lines_of(person: Person, user: Any) -> QuerySet[Attendance]:
    """All lines of lists of attendance that name a person, in whatever role."""
    return Attendance.objects.visible_to(user).filter(known_as__person=person)


def rows_of(lines: QuerySet[Attendance]) -> tuple[list[Row], set[str]]:
    """The lines that name somebody as a member at a meeting, the latest first; and the keys of all names they print."""
    ordered = lines.order_by("-meeting__date", "meeting")
    fields = ("meeting", "meeting__date", "meeting__committee", "meeting__committee__name", "role", "virtual")
    found = list(ordered.values_list("known_as__key", *fields))
    rows = [Row(*row) for _, *row in found if row[0] and row[4] in OF_MEMBERS]
    return rows, {key for key, *_ in found}


def in_full(lines: QuerySet[Attendance], first: date | None, last: date | None) -> QuerySet[Attendance]:
    """The same lines for a file: those of meetings from first to last, with all that they show."""
    named = lines.filter(role__in=OF_MEMBERS, meeting__isnull=False)
    named = named.filter(meeting__date__gte=first) if first else named
    named = named.filter(meeting__date__lte=last) if last else named
    shown = named.with_source().select_related("council", "meeting__committee")
    return shown.order_by("-meeting__date", "meeting", "finding__ordinal")


def within(rows: Iterable[Row], first: date | None, last: date | None) -> list[Row]:
    """The rows of meetings from first to last."""
    return [row for row in rows if (not first or row.day >= first) and (not last or row.day <= last)]


def counted(rows: list[Row], user: Any, first: date | None, last: date | None) -> list[Counted]:
    """For each committee, by name, how often the member of the rows attended in a period."""
    tallies = {row.committee: Counted(in_title_case(row.name)) for row in rows}
    for committee, unnamed in _unnamed(rows, user, first, last).items():
        tallies[committee].unnamed = unnamed
    for row in within(rows, first, last):
        tallies[row.committee].meetings.setdefault(row.meeting, []).append(row)
    return sorted((one for one in tallies.values() if one.listed), key=lambda one: one.committee)


def in_words(counts: list[Counted]) -> str:
    """The attendance in one sentence."""
    attended, listed = sum(one.attended for one in counts), sum(one.listed for one in counts)
    if not listed:
        return "No attendance is listed in this period"
    return f"Attended {attended} of {listed} meeting{'' if listed == 1 else 's'} whose attendance the papers list"


def _spans(rows: Iterable[Row]) -> dict[UUID, tuple[date, date]]:
    """For each committee the first and the last day on which its lists name the member, but as a substitute."""
    days: defaultdict[UUID, list[date]] = defaultdict(list)
    for row in rows:
        if row.role != "substitute":
            days[row.committee].append(row.day)
    return {committee: (min(found), max(found)) for committee, found in days.items()}


def _unnamed(rows: list[Row], user: Any, first: date | None, last: date | None) -> dict[UUID, int]:
    """For each committee, at how many of its meetings within the member's span a list does not name them."""
    spanned = Q(pk__in=[])
    for committee, (start, end) in _spans(rows).items():
        days = (max(start, first or start), min(end, last or end))
        spanned |= Q(meeting__committee=committee, meeting__date__range=days)
    lists = Attendance.objects.visible_to(user).filter(spanned, role__in=WERE_THERE)
    others = lists.exclude(meeting__in={row.meeting for row in rows})
    found: defaultdict[UUID, int] = defaultdict(int)
    for _, committee in others.order_by().values_list("meeting", "meeting__committee").distinct():
        found[committee] += 1
    return found


def at(meetings: Collection[UUID], person: Person, user: Any) -> list[At]:
    """How the member is listed at each of the meetings, and by whom substituted, in the order given."""
    told = MeetingRecord.objects.visible_to(user).filter(meeting=OuterRef("meeting"))
    lists = Attendance.objects.visible_to(user).filter(meeting__in=meetings, role__in=OF_MEMBERS)
    lists = lists.with_source().select_related("known_as", "meeting__committee").annotate(has_page=Exists(told))
    listed: dict[UUID, list[Attendance]] = {meeting: [] for meeting in meetings}
    for line in lists.order_by("finding__document", "finding__ordinal"):
        listed[line.meeting_id].append(line)
    return [_at(lines, person) for lines in listed.values()]


def _at(lines: list[Attendance], person: Person) -> At:
    own = [line for line in lines if line.known_as.person_id == person.pk]
    return At(lines[0].meeting, lines[0].has_page, own, stood_in(lines, person))


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
