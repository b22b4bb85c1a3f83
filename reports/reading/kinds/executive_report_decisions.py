"""Decisions that an executive report tells of: by Cabinet, Council or a panel, and by a member or an officer alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.bodies import Body, bodies_in
from reports.reading.dates import MONTH, month_number
from reports.reading.facts import Decision, Meeting, Votes
from reports.reading.kinds.executive_report_sections import Placed, is_point
from reports.reading.paragraph import Paragraph
from reports.reading.plan_entries import decision_reference, is_when
from reports.reading.resolutions import (
    DECIDERS,
    Resolution,
    clauses,
    decided,
    decided_alone,
    decided_in_short,
    member_above,
)
from reports.reading.sentences import one_line, sentences, source_of
from reports.reading.yearless import dates_near

DECISIONS = re.compile(r"\bdecisions?\b|\b(?:Cabinet|Executive|Council|resolved|agreed)\b|\bitems?\b", re.IGNORECASE)
MONTHS_MEETING = re.compile(
    rf"\b(?P<month>{MONTH})\s+meeting\b|\bmeeting\s+(?:in|of)\s+(?P<later>{MONTH})", re.IGNORECASE
)
HEADS = re.compile(r":\W*$")
ALSO = re.compile(r"(?:It|They|Cabinet|The\s+\w+)\s+(?:has\s+|have\s+)?also\b|It\s+further\b")
# A day on which something else begins, ends or is due, not that of the decision.
ELSE_DATED = re.compile(
    r"\b(?:from|until|till|by|before|after|since|commencing|starting|beginning|ending|expir\w+|effective|due)"
    r"(?:\s+(?:on|in|the))*\s+$",
    re.IGNORECASE,
)
LEADING_WORDS = re.compile(
    r"\b(?:held|agreed|resolved|approved|decided|decisions?|made|taken|that|following|these|were|was|has|have|also|then"
    r"|unanimously|items?|matters?|it)\b",
    re.IGNORECASE,
)


def decisions_in(parts: Sequence[Placed], date: str | None, meetings: Sequence[Meeting]) -> list[Decision]:
    """What the section on decisions says that Cabinet, Council or a panel decided: one fact for each sentence.

    Bullets under "Cabinet agreed:" belong to its text; a bullet such as "Approved the plan" is a decision of its own. A
    day that neither sentence nor heading prints is that of the only meeting told of, else None.
    """
    found: list[Decision] = []
    section = [part for part in parts if part.section == "decisions"]
    for index, part in enumerate(section):
        if part.paragraph is part.heading or (is_point(part.paragraph) and _is_led(section, index)):
            continue
        if short := _in_short(section, index):
            lead, resolution = short
            day = _day(part.paragraph.text, part, date) or _day(lead.paragraph.text, lead, date)
            decision = _decision(part, part.paragraph.text, resolution, [lead.paragraph])
            found.append(_dated(decision, day, meetings))
        else:
            found += _in_sentences(section, index, date, meetings)
    return found


def _in_sentences(
    section: Sequence[Placed], index: int, date: str | None, meetings: Sequence[Meeting]
) -> Iterator[Decision]:
    """The decisions that a paragraph's sentences tell of; "it also agreed" is of the same day as the one before."""
    part, latest = section[index], None
    for told, quote, clause in _told(part):
        points = _beneath(section, index) if HEADS.search(quote) else []
        latest = _day_of_month(clause, told, meetings) or _day(clause, part, date) or _same(clause, latest)
        day = latest
        if points and not any(point.label for point in points) and _is_bare(part, quote, date):
            lead = section[index].paragraph
            each = [_decision(replace(part, paragraph=point), point.text, told, [lead]) for point in points]
        else:
            each = [replace(_decision(part, quote, told, points), text=_text(clause, points))]
        yield from (_dated(decision, day, meetings) for decision in each)


def _same(clause: str, latest: str | None) -> str | None:
    return latest if ALSO.match(clause) else None


def _is_bare(part: Placed, quote: str, date: str | None) -> bool:
    """Whether a line before a list names no matter: "At its meeting on 3 May Cabinet agreed to:".

    Each bullet beneath it is then a matter of its own; lettered points are those of one resolution.
    """
    heading = part.heading.text if part.heading else ""
    alone = one_line(quote) == one_line(part.paragraph.text)
    return alone and is_when(LEADING_WORDS.sub(" ", quote), date) and (not heading or is_when(heading, date))


def _told(part: Placed) -> Iterator[tuple[Resolution, str, str]]:
    """The resolutions of a paragraph, each with its sentence and its clause; "it" is the body last named before."""
    spoken_of = next(iter(bodies_in(part.heading.text)), None) if part.heading else None
    above = part.heading.text if part.heading else ""
    for sentence in sentences(part.paragraph.text):
        for clause in clauses(str(sentence)):
            if told := _resolved(clause, part, spoken_of) or decided_alone(clause, above):
                yield told, str(sentence), clause
        # "Officer decision, 2 May 2024." heads what follows it in the same paragraph.
        above = above if len(str(sentence)) > 60 else str(sentence)
        named = [body for body in bodies_in(str(sentence)) if body.sort in DECIDERS]
        spoken_of = named[0] if named else spoken_of


def _text(clause: str, points: list[Paragraph]) -> str:
    text = one_line(" ".join([clause, *(_point(paragraph) for paragraph in points)]))
    return text[:1].upper() + text[1:]


def _day_of_month(clause: str, told: Resolution, meetings: Sequence[Meeting]) -> str | None:
    """The day of "its October meeting", where the report tells of one meeting of that body in October."""
    named = MONTHS_MEETING.search(clause)
    if not named or not told.body:
        return None
    month = f"-{month_number(named['month'] or named['later']):02}-"
    days = [
        each.held_on for each in meetings if each.committee == told.body.name and each.held_on and month in each.held_on
    ]
    return days[0] if len(days) == 1 else None


def _dated(decision: Decision, day: str | None, meetings: Sequence[Meeting]) -> Decision:
    return replace(decision, decided_on=day or _only_day(decision.committee, meetings))


def _resolved(sentence: str, part: Placed, spoken_of: Body | None = None) -> Resolution | None:
    """The decision of a sentence; beneath a heading that names a body "It was agreed" is that body's."""
    resolution = decided(sentence, spoken_of)
    if resolution and resolution.body is None:
        above = bodies_in(part.heading.text) if part.heading else []
        return Resolution(above[0], resolution.outcome) if above else resolution
    return resolution


def _in_short(section: Sequence[Placed], index: int) -> tuple[Placed, Resolution] | None:
    """Lead and resolution of a bullet such as "Approved the plan", beneath "These decisions were made on 1 April:"."""
    part = section[index]
    outcome = decided_in_short(part.paragraph.text) if is_point(part.paragraph) else None
    lead = next((each for each in reversed(section[:index]) if not is_point(each.paragraph)), None)
    if not outcome or not lead:
        return None
    if maker := member_above(lead.paragraph.text):
        return lead, Resolution(None, outcome, maker)
    if not DECISIONS.search(f"{lead.paragraph.text} {part.heading.text if part.heading else ''}"):
        return None
    bodies = bodies_in(lead.paragraph.text) + bodies_in(part.heading.text if part.heading else "")
    return lead, Resolution(next((body for body in bodies if body.sort in DECIDERS), None), outcome)


def _is_led(section: Sequence[Placed], index: int) -> bool:
    """Whether a bullet hangs from a line such as "Cabinet agreed:"."""
    for part in reversed(section[:index]):
        if not is_point(part.paragraph):
            last = sentences(part.paragraph.text)[-1:]
            return bool(last) and HEADS.search(str(last[0])) is not None and decided(str(last[0])) is not None
    return False


def _beneath(section: Sequence[Placed], index: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in section[index + 1 :]:
        if not is_point(part.paragraph):
            break
        found.append(part.paragraph)
    return found


def _decision(part: Placed, quote: str, resolution: Resolution, more: list[Paragraph]) -> Decision:
    """A decision without its day; points beneath a line that ends in a colon belong to its text."""
    heading = [part.heading] if part.heading else []
    points = [_point(paragraph) for paragraph in more if paragraph.ordinal > part.paragraph.ordinal]
    committee = resolution.body.name if resolution.body else "Cabinet"
    return Decision(
        source=source_of(part.paragraph, quote, part.numbered, *heading, *more, basis="sentence"),
        committee=None if resolution.maker else committee,
        reference=decision_reference(quote),
        text=one_line(" ".join([quote, *points])),
        outcome=resolution.outcome,
        votes=Votes(unanimous=True) if re.search(r"\bunanimous(?:ly)?\b", quote, re.IGNORECASE) else None,
        decision_maker=resolution.maker,
    )


def _point(paragraph: Paragraph) -> str:
    return f"({paragraph.label.strip('().')}) {paragraph.text}" if paragraph.label else paragraph.text


def _day(sentence: str, part: Placed, date: str | None) -> str | None:
    """The day in the sentence, else in the heading above it, else the one day of a sentence before it."""
    before = part.paragraph.text.split(sentence)[0]
    for text in (sentence, part.heading.text if part.heading else ""):
        if days := _days(text, date):
            return days[0]
    return next((days[0] for each in reversed(sentences(before)) if len(days := _days(str(each), date)) == 1), None)


def _days(text: str, date: str | None) -> list[str]:
    return [
        dated.iso
        for dated in dates_near(text, date)
        if dated.precision == "day" and not ELSE_DATED.search(text[max(0, dated.start - 40) : dated.start])
    ]


def _only_day(committee: str | None, meetings: Sequence[Meeting]) -> str | None:
    days = {meeting.held_on for meeting in meetings if meeting.committee == committee and meeting.status == "held"}
    return days.pop() if len(days) == 1 else None
