"""An executive member's report to Council, drafted from the register: what is new since a day, in six sections.

It holds what is published and open, whoever asks for it, for it goes to Council; and each line names its source. The
words are the papers' own: an officer checks and edits the draft before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from dashboard import executive_words as words
from dashboard.models import Observation
from meetings.executive import is_executive
from meetings.models import (
    Action,
    Decision,
    Entry,
    Event,
    Judgement,
    Matter,
    Meeting,
    MeetingRecord,
    Partnership,
    PlannedDecision,
    Portfolio,
    PortfolioHolder,
)
from meetings.presets import is_full_council
from reports.models import Council, Finding
from reports.reading.dates import in_words

# Council goes by what everybody may read.
READER = AnonymousUser()
# More lines of a sort than a report holds.
MOST = 150


@dataclass(frozen=True)
class Group:
    """Lines under a heading of their own, which may be empty."""

    heading: str
    lines: tuple[words.Line, ...]


@dataclass(frozen=True)
class Table:
    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[str, ...], Finding], ...]


@dataclass(frozen=True)
class Section:
    """`none` is what is said where there is nothing to tell."""

    title: str
    none: str
    groups: tuple[Group, ...] = ()
    table: Table | None = None

    @property
    def is_empty(self) -> bool:
        return not any(group.lines for group in self.groups) and self.table is None


@dataclass(frozen=True)
class Report:
    council: Council
    portfolio: Portfolio | None
    first: date
    last: date
    sections: tuple[Section, ...]
    signed: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        of = f": {self.portfolio}" if self.portfolio else ""
        return f"Executive report to Council{of}"

    @property
    def period(self) -> str:
        return f"{in_words(self.first.isoformat())} to {in_words(self.last.isoformat())}"


@dataclass(frozen=True)
class Asked:
    """Whose lines of which days; those whose paper names no portfolio count for each."""

    council: Council
    portfolio: Portfolio | None
    first: date
    last: date

    def lines(self, sort: Any) -> QuerySet:
        """The lines of a sort that Council may read, of the portfolio."""
        rows = sort.objects.visible_to(READER).filter(council=self.council).with_source()
        return rows.filter(Q(portfolio=self.portfolio) | Q(portfolio=None)) if self.portfolio else rows


def drafted(council: Council, portfolio: Portfolio | None, first: date, last: date) -> Report:
    asked = Asked(council, portfolio, first, last)
    taken, judged, happened = _dated(asked)
    earlier = _decided_before(asked)
    executive = [one for one in taken if _is_executive(one)]
    followed = [event for event in happened if event.matter_id in earlier]
    news = [event for event in happened if event.matter_id not in earlier]
    sections = (
        Section("Cabinet decisions since the last report to Council", "No decision is in the register.",
                (_meetings_told(executive), *_by_body(executive))),
        Section("Consequences of earlier Cabinet decisions", "The register tells of no consequence.",
                _group("", [*map(words.happened, followed), *map(words.done, _done_in(asked))])),
        Section("Anticipated and future decisions", "No decision is anticipated.", _anticipated(asked)),
        Section("Key partnerships", "The register names no partnership.", _partnerships(asked)),
        Section("Other comments: performance and news", "There is nothing else to tell.",
                _group("Inspection", map(words.judged, judged)) + _group("News", map(words.happened, news)),
                _figures(asked)),
        Section("Cabinet panels and other committees", "No meeting is in the register.",
                _panels(asked, [one for one in taken if not _is_executive(one)])),
    )  # fmt: skip
    return Report(council, portfolio, first, last, sections, _signature(asked))


def _dated(asked: Asked) -> tuple[list[Decision], list[Judgement], list[Event]]:
    """What was decided, judged and happened in the days, the earliest first."""
    rows = asked.lines(Entry).between(asked.first, asked.last).earliest_first()
    sorts = Q(sort="decision", decision__status="taken", decision__procedural=False) | Q(
        sort__in=["judgement", "event"]
    )
    found = list(rows.filter(sorts).select_related("committee", "decision", "judgement", "event")[: 3 * MOST])
    lines: dict[str, list[Any]] = {"decision": [], "judgement": [], "event": []}
    for entry in found:
        line = getattr(entry, entry.sort)
        # What was fetched with the entry is not asked for again.
        line.finding, line.committee = entry.finding, entry.committee
        lines[entry.sort].append(line)
    return lines["decision"], lines["judgement"], lines["event"]


def _decided_before(asked: Asked) -> set[Any]:
    """The matters of which the executive had decided before the days."""
    before = asked.lines(Decision).filter(
        date__lt=asked.first, status="taken", matter__in=Matter.objects.visible_to(READER)
    )
    return {one.matter_id for one in before.select_related("committee")[: 10 * MOST] if _is_executive(one)}


def _is_executive(decision: Decision) -> bool:
    body = decision.committee.name if decision.committee else ""
    return is_executive(body, decision.decision_maker, key=decision.key_decision)


def _group(heading: str, lines: Iterable[words.Line]) -> tuple[Group, ...]:
    """The lines under a heading, what several papers say in the same words but once; no group without lines."""
    once = {line.text.casefold(): line for line in reversed([*lines])}
    return (Group(heading, tuple(reversed(once.values()))),) if once else ()


def _meetings_told(decisions: Sequence[Decision]) -> Group:
    """How many meetings the decisions were taken at, as such reports begin."""
    days = sorted({one.date for one in decisions if one.committee and one.date and one.precision == "day"})
    if not days:
        return Group("", ())
    listed = words.listed([in_words(day.isoformat()) for day in days])
    met = f"There have been {len(days)} meetings" if len(days) > 1 else "There has been 1 meeting"
    return Group("", (words.Line(f"{met} of Cabinet and its members with a decision to report ({listed})."),))


def _by_body(decisions: Iterable[Decision]) -> tuple[Group, ...]:
    """Decisions under the body and the day that they are of."""
    groups: dict[str, list[words.Line]] = {}
    for one in decisions:
        day = in_words(one.printed_date) if one.printed_date else "day not stated"
        groups.setdefault(f"{words.body(one)}, {day}", []).append(words.decided(one))
    return tuple(Group(heading, tuple(lines)) for heading, lines in groups.items())


def _done_in(asked: Asked) -> QuerySet:
    days = {"done_at__date__gte": asked.first, "done_at__date__lte": asked.last}
    return asked.lines(Action).filter(**days).earliest_first()[:MOST]


def _anticipated(asked: Asked) -> tuple[Group, ...]:
    """What the newest papers say is still to be decided, soonest first."""
    coming = asked.lines(PlannedDecision).latest_listings().coming().soonest_first()[:MOST]
    return _group("", (words.Line(words.to_come(one), one.finding) for one in coming))


def _partnerships(asked: Asked) -> tuple[Group, ...]:
    """The boards that the member sits on, by the newest paper that names any: earlier ones may have ended."""
    named = asked.lines(Partnership).order_by("-finding__document__date", "finding__document", "finding__ordinal")
    newest = named.filter(finding__document__in=named.values("finding__document")[:1])[:MOST]
    return _group("", (words.sits(one) for one in newest))


def _figures(asked: Asked) -> Table | None:
    """The newest actual value of each measure that papers of the days state for the council's own area."""
    first, last = asked.first.isoformat(), asked.last.isoformat()
    # A paper that names no day counts where it is of the first day's month.
    since = Q(finding__document__date__gte=first) | Q(finding__document__date=first[:7])
    values = Observation.objects.visible_to(READER).filter(since, finding__document__date__lte=last).actual()
    values = values.filter(
        council=asked.council, indicator__isnull=False, area__in=["", asked.council.short_name]
    ).with_source()
    newest = {value.indicator_id: value for value in values.select_related("indicator").in_order()}
    rows = sorted(newest.values(), key=lambda value: value.indicator.name)
    if not rows:
        return None
    return Table(
        "Figures that papers of these days state",
        ("Measure", "Period", "Value", "Which way is better", "Source"),
        tuple((words.stated(value), value.finding) for value in rows[:MOST]),
    )


def _panels(asked: Asked, decisions: Sequence[Decision]) -> tuple[Group, ...]:
    """The meetings of other bodies, by day, each with what it resolved."""
    days = {f"{words.body(one)}, {in_words(one.printed_date)}": one.date for one in decisions if one.printed_date}
    groups = {group.heading: group for group in _by_body(decisions)}
    for record in _held(asked):
        body = record.meeting.committee
        heading = f"{body}, {in_words(record.meeting.held_on)}"
        if not is_executive(body.name, "", key=None) and not is_full_council(body.key, asked.council.name):
            met = words.Line(f"The {body} met on {in_words(record.meeting.held_on)}.", record.finding)
            groups.setdefault(heading, Group(heading, (met,)))
            days.setdefault(heading, record.meeting.date)
    return tuple(sorted(groups.values(), key=lambda group: days.get(group.heading, asked.last)))


def _held(asked: Asked) -> QuerySet:
    """What papers say of meetings that were held in the days."""
    records = MeetingRecord.objects.visible_to(READER).filter(council=asked.council, status=Meeting.Status.HELD)
    records = records.filter(meeting__date__gte=asked.first, meeting__date__lte=asked.last).with_source()
    return records.select_related("meeting__committee").order_by("meeting__date", "finding__document")[: 3 * MOST]


def _signature(asked: Asked) -> tuple[str, ...]:
    """Who holds the portfolio by the newest paper that says so, as such reports are signed."""
    if asked.portfolio is None:
        return ()
    holders = PortfolioHolder.objects.visible_to(READER).filter(portfolio=asked.portfolio).select_related("known_as")
    held = holders.latest_first().first()
    if held is None:
        return ()
    role = held.role or "Executive Member"
    named = role if str(asked.portfolio).casefold() in role.casefold() else f"{role} for {asked.portfolio}"
    return (held.known_as.name, named, in_words(asked.last.isoformat()[:7]))
