"""An executive member's report to Council, drafted from the register: what is new since a day, in six sections.

It holds what is published and open, whoever asks for it, for it goes to Council; and each line names its source. The
words are the papers' own: an officer checks and edits the draft before it is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import Q, QuerySet

from dashboard.figures import formatted, when
from dashboard.models import Observation
from meetings.executive import is_executive
from meetings.models import (
    Action,
    Decision,
    Event,
    Judgement,
    Matter,
    Meeting,
    Partnership,
    PlannedDecision,
    Portfolio,
    PortfolioHolder,
)
from reports.models import Council, Finding
from reports.reading.dates import in_words
from reports.titles import in_title_case

# Council goes by what everybody may read.
READER = AnonymousUser()
# More lines of a sort than a report holds.
MOST = 150


@dataclass(frozen=True)
class Line:
    """A paragraph of the report and where it comes from; None for a sentence that counts others."""

    text: str
    finding: Finding | None = None

    @property
    def note(self) -> str:
        return source_note(self.finding) if self.finding else ""


@dataclass(frozen=True)
class Group:
    """Lines under a heading of their own, which may be empty."""

    heading: str
    lines: tuple[Line, ...]


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
    owned: Q = field(default=Q(), init=False)

    def lines(self, sort: Any) -> QuerySet:
        """The lines of a sort that Council may read, of the portfolio."""
        rows = sort.objects.visible_to(READER).filter(council=self.council).with_source()
        return rows.filter(Q(portfolio=self.portfolio) | Q(portfolio=None)) if self.portfolio else rows

    def dated(self, sort: Any) -> QuerySet:
        """Those of the days, the earliest first."""
        return self.lines(sort).between(self.first, self.last).earliest_first()


def drafted(council: Council, portfolio: Portfolio | None, first: date, last: date) -> Report:
    asked = Asked(council, portfolio, first, last)
    taken = asked.dated(Decision).filter(status="taken").of_business().select_related("committee")[:MOST]
    executive = [one for one in taken if _is_executive(one)]
    others = [one for one in taken if not _is_executive(one)]
    followed = _consequences(asked)
    told = {line.finding.pk for group in followed for line in group.lines if line.finding}
    sections = (
        Section("Cabinet decisions since the last report to Council", "No decision is in the register.",
                (_meetings_told(asked, executive), *_by_body(executive))),
        Section("Consequences of earlier Cabinet decisions", "The register tells of no consequence.", followed),
        Section("Anticipated and future decisions", "No decision is anticipated.", _anticipated(asked)),
        Section("Key partnerships", "The register names no partnership.", _partnerships(asked)),
        Section("Other comments: performance and news", "There is nothing else to tell.", _news(asked, told),
                _figures(asked)),
        Section("Cabinet panels and other committees", "No meeting is in the register.", _panels(asked, others)),
    )  # fmt: skip
    return Report(council, portfolio, first, last, sections, _signature(asked))


def _is_executive(decision: Decision) -> bool:
    body = decision.committee.name if decision.committee else ""
    return is_executive(body, decision.decision_maker, key=decision.key_decision)


def _body(decision: Decision) -> str:
    return str(decision.committee or decision.decision_maker or "Decision maker not stated")


def _meetings_told(asked: Asked, decisions: Sequence[Decision]) -> Group:
    """How many meetings the decisions were taken at, as such reports begin."""
    days = sorted({one.date for one in decisions if one.committee and one.date and one.precision == "day"})
    if not days:
        return Group("", ())
    listed = _and([in_words(day.isoformat()) for day in days])
    met = f"There have been {len(days)} meetings" if len(days) > 1 else "There has been 1 meeting"
    return Group("", (Line(f"{met} of Cabinet and its members with a decision to report ({listed})."),))


def _by_body(decisions: Iterable[Decision]) -> tuple[Group, ...]:
    """Decisions under the body and the day that they are of."""
    groups: dict[str, list[Line]] = {}
    for one in decisions:
        day = in_words(one.printed_date) if one.printed_date else "day not stated"
        groups.setdefault(f"{_body(one)}, {day}", []).append(_decided(one))
    return tuple(Group(heading, tuple(lines)) for heading, lines in groups.items())


def _decided(decision: Decision) -> Line:
    reference = f" (reference {decision.reference})" if decision.reference else ""
    vote = f" The vote: {decision.vote_in_words}." if decision.vote_in_words else ""
    return Line(f"{_stopped(_resolved(decision) + reference)}{vote}", decision.finding)


def _resolved(decision: Decision) -> str:
    """What a body resolved as a sentence of a report, in the paper's own words."""
    body, text = _body(decision), decision.text.strip().rstrip(".")
    if text.startswith("That "):
        return f"{body} resolved that {text.removeprefix('That ')}"
    return text if body.casefold() in text.casefold() else f"{body} resolved: {text}"


def _consequences(asked: Asked) -> tuple[Group, ...]:
    """What happened in the days on matters of which the executive had decided before them."""
    before = asked.lines(Decision).filter(date__lt=asked.first, status="taken", matter__isnull=False)
    decided = {one.matter_id for one in before.select_related("committee")[: MOST * 10] if _is_executive(one)}
    known = Matter.objects.visible_to(READER).filter(pk__in=decided)
    lines = [
        *(Line(_stopped(event.text), event.finding) for event in asked.dated(Event).filter(matter__in=known)[:MOST]),
        *(_done(action) for action in _done_in(asked)[:MOST]),
    ]
    return (Group("", tuple(lines)),) if lines else ()


def _done_in(asked: Asked) -> QuerySet:
    return asked.lines(Action).filter(done_at__date__gte=asked.first, done_at__date__lte=asked.last).earliest_first()


def _done(action: Action) -> Line:
    note = f" {_stopped(action.done_note)}" if action.done_note else ""
    return Line(f"Done: {_stopped(action.text)}{note}", action.finding)


def _anticipated(asked: Asked) -> tuple[Group, ...]:
    """What the newest papers say is still to be decided, soonest first."""
    coming = asked.lines(PlannedDecision).latest_listings().coming().soonest_first()[:MOST]
    lines = tuple(Line(_to_come(one), one.finding) for one in coming)
    return (Group("", lines),) if lines else ()


def _to_come(planned: PlannedDecision) -> str:
    """As such reports say it: On 14 December 2026 Cabinet will be asked to consider short breaks."""
    maker = in_title_case(planned.decision_maker) or "A decision maker who is not stated"
    day = in_words(planned.printed_date) if planned.printed_date else ""
    when_due = f"{'On' if planned.precision == 'day' else 'In'} {day} " if day else "On a date not stated "
    reference = f" (Forward Plan ref: {planned.reference})" if planned.reference else ""
    exempt = " Part of it is to be taken in private." if planned.exempt_part else ""
    title = in_title_case(planned.title).rstrip(".")
    return f"{when_due}{maker} will be asked to consider: {title}{reference}.{exempt}"


def _partnerships(asked: Asked) -> tuple[Group, ...]:
    """The boards that the member sits on, by the newest paper that names any: earlier ones may have ended."""
    named = asked.lines(Partnership).order_by("-finding__document__date", "finding__document", "finding__ordinal")
    boards: dict[str, Line] = {}
    for one in named.filter(finding__document__in=named.values("finding__document")[:1])[:MOST]:
        who = one.member or "The Executive Member"
        boards.setdefault(one.board.casefold(), Line(f"{who} sits on the {one.board}.", one.finding))
    return (Group("", tuple(boards.values())),) if boards else ()


def _news(asked: Asked, told: set[Any]) -> tuple[Group, ...]:
    judged = [
        Line(_stopped(": ".join(part for part in (f"{one.inspectorate} on {one.subject}", one.grade) if part)),
             one.finding)
        for one in asked.dated(Judgement)[:MOST]
    ]  # fmt: skip
    events = (one for one in asked.dated(Event)[:MOST] if one.finding_id not in told)
    happened = [Line(_stopped(event.text), event.finding) for event in events]
    groups = (Group("Inspection", tuple(judged)), Group("News", tuple(happened)))
    return tuple(group for group in groups if group.lines)


def _figures(asked: Asked) -> Table | None:
    """The newest actual value of each measure that papers of the days state for the council's own area."""
    papers = {"finding__document__date__gte": asked.first.isoformat(),
              "finding__document__date__lte": asked.last.isoformat()}  # fmt: skip
    values = Observation.objects.visible_to(READER).filter(council=asked.council, **papers).actual()
    values = values.filter(indicator__isnull=False, area__in=["", asked.council.short_name]).with_source()
    newest = {value.indicator_id: value for value in values.select_related("indicator").in_order()}
    rows = sorted(newest.values(), key=lambda value: value.indicator.name)
    if not rows:
        return None
    return Table(
        "Figures that papers of these days state",
        ("Measure", "Period", "Value", "Which way is better", "Source"),
        tuple((_stated(value), value.finding) for value in rows[:MOST]),
    )


def _stated(value: Observation) -> tuple[str, ...]:
    period, unit = when(value.period), value.unit or value.indicator.unit
    return (
        value.indicator.name,
        f"{period[0].upper()}{period[1:]}",
        formatted(value.value, unit),
        value.indicator.get_polarity_display(),
    )


def _panels(asked: Asked, decisions: Sequence[Decision]) -> tuple[Group, ...]:
    """The meetings of other bodies in the days, each with what it resolved."""
    resolved = {group.heading: group.lines for group in _by_body(decisions)}
    held = Meeting.objects.visible_to(READER).with_word(READER).filter(committee__council=asked.council, is_held=True)
    for meeting in held.between(asked.first, asked.last).select_related("committee").order_by("date", "pk")[:MOST]:
        if not is_executive(meeting.committee.name, "", key=None):
            resolved.setdefault(f"{meeting.committee}, {in_words(meeting.held_on)}", _met(meeting))
    return tuple(Group(heading, lines) for heading, lines in resolved.items())


def _met(meeting: Meeting) -> tuple[Line, ...]:
    record = meeting.records.visible_to(READER).with_source().order_by("finding__document", "finding__ordinal").first()
    said = f"The {meeting.committee} met on {in_words(meeting.held_on)}. No decision of it is in the register."
    return (Line(said, record.finding if record else None),)


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


def source_note(finding: Finding) -> str:
    passage = finding.passage
    paragraph = f", paragraph {passage.label}" if passage.label else ""
    return f"{finding.document}, page {passage.page}{paragraph}"


def _and(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _stopped(text: str) -> str:
    """A text as a sentence: without what surrounds it, and with a full stop."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", ":", ";")) else f"{text}."
