"""Actions and recommendations as the tracker shows them: how old, when due, what was noted, what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from rapidfuzz import fuzz

from meetings.due import age_in_words
from meetings.models import Action, Committee, Decision, Meeting, Progress, Recommendation
from meetings.models.followed import Followed
from meetings.plan_items import title_key
from reports.models import Passage
from reports.reading.dates import in_words, span

SORTS: tuple[type[Followed], ...] = (Action, Recommendation)
# From 0 to 100: when a meeting's resolution is taken to answer what it was asked for.
ALIKE = 70
# What is shown for one meeting, at most, of each sort.
MOST = 500


@dataclass(frozen=True)
class Line:
    """One action or recommendation, with its notes (the newest first) and the decisions that came of it."""

    row: Action | Recommendation
    due_meeting: Meeting | None = None
    notes: Sequence[Progress] = ()
    decisions: Sequence[Decision] = ()

    @property
    def is_action(self) -> bool:
        return isinstance(self.row, Action)

    @property
    def sort(self) -> str:
        return self.row.get_sort_display()

    @property
    def note(self) -> Progress | None:
        """What was last noted of it; closing and reopening stand for themselves."""
        return next((one for one in self.notes if one.what == Progress.What.NOTED), None)

    @property
    def note_count(self) -> int:
        return sum(one.what == Progress.What.NOTED for one in self.notes)

    @property
    def given(self) -> date | None:
        if self.row.meeting_id:
            return self.row.meeting.date
        return None if getattr(self.row, "due", "") else self.row.date

    @property
    def age(self) -> str:
        """Open for 7 months; done after 3 months; empty where nobody knows since when."""
        if self.given is None:
            return ""
        if self.row.done_at:
            return f"done after {age_in_words(self.given, timezone.localtime(self.row.done_at).date())}"
        return f"open for {age_in_words(self.given, timezone.localdate())}"

    @property
    def due(self) -> str:
        """When it is due, in words."""
        if not self.is_action:
            return f"asked of the meeting of {in_words(self.row.printed_date)}" if self.row.printed_date else ""
        if self.row.due:
            return f"due {in_words(self.row.due)}"
        if self.due_meeting:
            return f"for the next meeting, {in_words(self.due_meeting.held_on)}"
        return "for the next meeting, of which no paper is known" if self.row.meeting_id else "no date stated"

    @property
    def is_decided(self) -> bool:
        return bool(self.decisions)

    @property
    def is_late(self) -> bool:
        """Open, and due before today; what a decision came of waits for its closing only."""
        if self.row.done_at or self.is_decided:
            return False
        printed = self.row.due if self.is_action else self.row.printed_date
        if printed:
            return span(printed)[1] < timezone.localdate()
        return self.due_meeting is not None and self.due_meeting.date < timezone.localdate()


def lines(rows: Iterable[Action | Recommendation], user) -> list[Line]:
    """The lines of some rows, in their order; asks three times however many there are."""
    shown = list(rows)
    notes, due, decided = _notes(shown), due_meetings(shown, user), decisions_of(shown, user)
    return [Line(row, due.get(row.pk), notes.get(row.pk, ()), decided.get(row.pk, ())) for row in shown]


def _notes(rows: Sequence[Action | Recommendation]) -> dict[UUID, list[Progress]]:
    found: dict[UUID, list[Progress]] = {}
    for note in Progress.objects.filter(entry__in=[row.pk for row in rows]).select_related("by"):
        found.setdefault(note.entry_id, []).append(note)
    return found


def due_meetings(rows: Sequence[Action | Recommendation], user) -> dict[UUID, Meeting]:
    """The meeting that each action without a date is due at: its committee's next one, so far as any paper tells."""
    undated = [row for row in rows if isinstance(row, Action) and not row.due and row.meeting_id]
    if not undated:
        return {}
    held = Meeting.objects.visible_to(user).filter(
        committee__in={row.committee_id for row in undated}, date__gt=min(row.meeting.date for row in undated)
    )
    later = list(held.select_related("committee").order_by("date"))
    found = {row.pk: _next(row, later) for row in undated}
    return {key: meeting for key, meeting in found.items() if meeting}


def _next(row: Action, later: Iterable[Meeting]) -> Meeting | None:
    theirs = (one for one in later if one.committee_id == row.committee_id and one.date > row.meeting.date)
    return next(theirs, None)


def decisions_of(rows: Sequence[Action | Recommendation], user) -> dict[UUID, list[Decision]]:
    """What came of each recommendation: that body's of its matter, or its meeting's in like words."""
    asked = [row for row in rows if isinstance(row, Recommendation)]
    if not asked:
        return {}
    matters, meetings = {row.matter_id for row in asked} - {None}, {row.meeting_id for row in asked} - {None}
    taken = (
        Decision.objects.visible_to(user)
        .of_business()
        .filter(Q(matter__in=matters) | Q(meeting__in=meetings), status=Decision.Status.TAKEN)
    )
    known = list(taken.select_related("committee").order_by("date", "finding__document", "finding__ordinal"))
    return {row.pk: [one for one in known if answers(one, row)] for row in asked}


def answers(decision: Decision, asked: Recommendation) -> bool:
    """Whether a decision came of a recommendation."""
    if asked.matter_id and decision.matter_id == asked.matter_id and decision.committee_id == asked.committee_id:
        return asked.date is not None and decision.date is not None and decision.date >= asked.date
    if not asked.meeting_id or decision.meeting_id != asked.meeting_id:
        return False
    return fuzz.token_set_ratio(title_key(decision.text), title_key(asked.text)) >= ALIKE


@dataclass(frozen=True)
class ForMeeting:
    """What a committee should hear of at its next meeting, by owner; `meeting` is None where none is known."""

    committee: Committee
    meeting: Meeting | None
    made_on: date
    owners: list[tuple[str, list[Line]]] = field(default_factory=list)
    is_cut: bool = False

    @property
    def count(self) -> int:
        return sum(len(lines) for _, lines in self.owners)

    @property
    def late(self) -> int:
        return sum(line.is_late for _, lines in self.owners for line in lines)


def for_meeting(committee: Committee, user) -> ForMeeting:
    """All that is open of a committee and due by its next meeting, or all that is open where none is known."""
    today = timezone.localdate()
    coming = Meeting.objects.visible_to(user).filter(committee=committee, date__gte=today)
    meeting = coming.select_related("committee").order_by("date").first()
    shown = [row for sort in SORTS for row in _open(sort, committee, meeting, user)]
    told = lines(shown, user)
    # Those with an owner, those without, and last the recommendations, which are the committee's own to answer.
    told.sort(key=lambda line: (not line.is_action, owner_of(line) == "", owner_of(line).casefold(), not line.is_late))
    owners = [(owner, list(theirs)) for owner, theirs in groupby(told, key=owner_of)]
    return ForMeeting(committee, meeting, today, owners, is_cut=len(shown) >= MOST)


def _open(sort: type[Followed], committee: Committee, meeting: Meeting | None, user):
    rows = sort.objects.visible_to(user).open().with_source()
    rows = rows.select_related("meeting", "committee", "council", "matter")
    due = rows.for_meeting(meeting) if meeting else rows.filter(committee=committee)
    return due.by_owner()[:MOST]


def owner_of(line: Line) -> str:
    return line.row.owner if line.is_action else "Recommendations to the committee"


def evidence(notes: Iterable[Progress], user) -> dict[int, Passage]:
    """The paragraphs that show what was noted, for those who may read them, by the paragraph's id."""
    cited = {note.evidence_id for note in notes} - {None}
    return {one.pk: one for one in Passage.objects.visible_to(user).filter(pk__in=cited).select_related("document")}
