"""Meetings that an executive report tells of, or that its decisions, taken and to come, imply.

"4 May 2016 – Family hubs. Cabinet approved the plan." implies that Cabinet met on 4 May 2016.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.bodies import bodies_in
from reports.reading.facts import Decision, Meeting, PlannedDecision
from reports.reading.kinds.executive_report_sections import Placed
from reports.reading.reported_meetings import Reported, meetings_in_sentence, status_of
from reports.reading.resolutions import DECIDERS
from reports.reading.sentences import sentences, source_of
from reports.reading.yearless import dates_near

CABINET = "Cabinet"
SHORT_NAME = re.compile(r"The\s+(?P<sort>Board|Panel|Committee|Group|Partnership|Forum|Commission)\b")


def meetings_told(parts: Sequence[Placed], date: str | None) -> list[Meeting]:
    """Meetings held since the last report and those announced, each once, by what is said of it first."""
    return list(_told(parts, date))


def meetings_implied(
    told: Sequence[Meeting], decisions: Sequence[Decision], planned: Sequence[PlannedDecision], date: str | None
) -> list[Meeting]:
    """The meetings that no sentence tells of, yet a decision was taken at or is to be: a body and its day.

    date: of the report; what is planned for a day before it says nothing of a meeting.
    """
    known = {(_plain(meeting.committee), meeting.held_on) for meeting in told}
    found: list[Meeting] = []
    days = [(each.source, each.committee, each.decided_on, "held") for each in decisions if not each.decision_maker]
    days += [(each.source, each.decision_maker, each.due_on, "planned") for each in planned]
    for source, body, day, status in days:
        late = status == "planned" and date is not None and (day or "") < date
        if not body or not day or len(day) != 10 or late or not _is_body(body) or (_plain(body), day) in known:
            continue
        known.add((_plain(body), day))
        found.append(Meeting(source=replace(source, basis="sentence"), committee=body, held_on=day, status=status))
    return found


def _is_body(name: str) -> bool:
    """Whether a name is that of a body that meets, and not of a member or an officer."""
    return any(body.sort in DECIDERS and len(body.name) >= len(name) - 4 for body in bodies_in(name))


def _told(parts: Sequence[Placed], date: str | None) -> Iterator[Meeting]:
    to_come = _days_to_come(parts, date)
    seen: set[tuple[str, str, bool]] = set()
    spoken_of: str | None = None
    for part in parts:
        # In the section on its decisions "the meetings on 4 May and 1 June" are Cabinet's.
        decider = CABINET if part.section == "decisions" else None
        named: list[str] = []
        for sentence in sentences(part.paragraph.text):
            spoken_of = meant(str(sentence), named) or spoken_of
            named += [body.name for body in bodies_in(str(sentence))]
            for meeting in meetings_in_sentence(str(sentence), date, spoken_of, decider):
                spoken_of = meeting.committee
                key = (_plain(meeting.committee), meeting.held_on, bool(meeting.joint_with))
                if key not in seen and not _is_link(part, str(sentence), seen, meeting):
                    seen.add(key)
                    yield _meeting(part, str(sentence), meeting, status_of(meeting, date, to_come))


def meant(sentence: str, named: Sequence[str]) -> str | None:
    """The body that "The Board" means: the last one named before in the paragraph that is a board.

    >>> meant("The Board held its first meeting on 3 June 2014.", ["Improvement Board", "Youth Panel"])
    'Improvement Board'
    """
    short = SHORT_NAME.match(sentence)
    return next((name for name in reversed(named) if name.endswith(f" {short['sort']}")), None) if short else None


def _is_link(part: Placed, sentence: str, seen: set[tuple[str, str, bool]], meeting: Reported) -> bool:
    """Whether a line only points to a meeting's papers: a title and a day, told of above."""
    told = any(day == meeting.held_on for _, day, _ in seen)
    return told and not re.search(r"\b(?:met|held|been|were|was)\b", sentence) and part.section == "panels"


def _days_to_come(parts: Sequence[Placed], date: str | None) -> frozenset[str]:
    """The days on which the section on anticipated decisions says that something will be decided."""
    texts = [part.paragraph.text for part in parts if part.section == "anticipated"]
    return frozenset(dated.iso for text in texts for dated in dates_near(text, date) if dated.precision == "day")


def _meeting(part: Placed, quote: str, meeting: Reported, status: str) -> Meeting:
    return Meeting(
        source=source_of(part.paragraph, quote, part.numbered, basis="sentence"),
        committee=meeting.committee,
        held_on=meeting.held_on,
        status=status,
        joint_with=meeting.joint_with,
    )


def _plain(name: str) -> str:
    return re.sub(r"\W|s\b", "", name.lower())
