"""How the executive report says each line of the register: as such reports do, and in the papers' own words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.figures import formatted, when
from dashboard.models import Observation
from meetings.models import Action, Decision, Event, Judgement, Partnership, PlannedDecision
from reports.models import Finding
from reports.reading.dates import in_words
from reports.titles import in_title_case

# What stands before a resolution and is no part of it.
RESOLVED = re.compile(r"^(?:it was )?(?:resolved|agreed)(?: unanimously)?\s*:\s*", re.IGNORECASE)
# The holder of one is called by it with "the" before.
OF_AN_OFFICE = re.compile(
    r"(?:executive|lead|cabinet|deputy|assistant|corporate|chief|strategic) \w+ |director|head of|leader", re.IGNORECASE
)


@dataclass(frozen=True)
class Line:
    """A paragraph of the report and where it comes from; None for a sentence that counts others."""

    text: str
    finding: Finding | None = None

    @property
    def note(self) -> str:
        return source_note(self.finding) if self.finding else ""


def source_note(finding: Finding) -> str:
    passage = finding.passage
    paragraph = f", paragraph {passage.label}" if passage.label else ""
    return f"{finding.document}, page {passage.page}{paragraph}"


def body(decision: Decision) -> str:
    return str(decision.committee or decision.decision_maker or "Decision maker not stated")


def decided(decision: Decision) -> Line:
    reference = f" (reference {decision.reference})" if decision.reference else ""
    vote = f" The vote: {decision.vote_in_words}." if decision.vote_in_words else ""
    return Line(f"{_stopped(_resolved(decision) + reference)}{vote}", decision.finding)


def _resolved(decision: Decision) -> str:
    """What a body resolved as a sentence of a report, in the paper's own words."""
    who, text = body(decision), RESOLVED.sub("", decision.text.strip()).rstrip(".")
    if text.startswith("That "):
        return f"{who} resolved that {text.removeprefix('That ')}"
    return f"{who} resolved to {text}" if text[:1].islower() else text


def happened(event: Event) -> Line:
    return Line(_stopped(event.text), event.finding)


def judged(judgement: Judgement) -> Line:
    who = judgement.inspectorate or "The inspectorate"
    return Line(_stopped(f"{who} on {judgement.subject}: {judgement.grade}"), judgement.finding)


def done(action: Action) -> Line:
    note = f" {_stopped(action.done_note)}" if action.done_note else ""
    return Line(f"Done: {_stopped(action.text)}{note}", action.finding)


def to_come(planned: PlannedDecision) -> str:
    """As such reports say it: On 14 December 2026 Cabinet will be asked to consider short breaks."""
    maker = in_title_case(planned.decision_maker) or "a decision maker who is not stated"
    maker = f"the {maker}" if OF_AN_OFFICE.match(maker) else maker
    day = in_words(planned.printed_date) if planned.printed_date else ""
    when_due = f"{'On' if planned.precision == 'day' else 'In'} {day} " if day else "On a date not stated, "
    reference = f" (Forward Plan ref: {planned.reference})" if planned.reference else ""
    exempt = " Part of it is to be taken in private." if planned.exempt_part else ""
    title = in_title_case(planned.title).rstrip(".")
    return f"{when_due}{maker} will be asked to consider: {title}{reference}.{exempt}"


def sits(partnership: Partnership) -> Line:
    who = partnership.member or "The Executive Member"
    return Line(f"{who} sits on the {partnership.board}.", partnership.finding)


def stated(value: Observation) -> tuple[str, ...]:
    period, unit = when(value.period), value.unit or value.indicator.unit
    return (
        value.indicator.name,
        f"{period[0].upper()}{period[1:]}",
        formatted(value.value, unit),
        value.indicator.get_polarity_display(),
    )


def listed(parts: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def _stopped(text: str) -> str:
    """A text as a sentence: without what surrounds it, and with a full stop."""
    text = text.strip()
    return text if text.endswith((".", "?", "!", ":", ";")) else f"{text}."
