"""Decisions that an executive report tells of, and those that it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.anticipated import EXEMPT, Item, items_in, reference_in
from reports.reading.bodies import Body, bodies_in
from reports.reading.dates import MONTH, month_number
from reports.reading.facts import Decision, Meeting, Paragraph, PlannedDecision
from reports.reading.kinds.executive_report_sections import Placed
from reports.reading.resolutions import DECIDERS, Resolution, clauses, decided, decided_in_short, says_none
from reports.reading.sentences import one_line, sentences, source_of
from reports.reading.yearless import dates_near

DECISIONS = re.compile(r"\bdecisions?\b|\b(?:Cabinet|Executive|Council|resolved|agreed)\b|\bitems?\b", re.IGNORECASE)
MONTHS_MEETING = re.compile(
    rf"\b(?P<month>{MONTH})\s+meeting\b|\bmeeting\s+(?:in|of)\s+(?P<later>{MONTH})", re.IGNORECASE
)
HEADS = re.compile(r":\W*$")


def decisions_in(parts: Sequence[Placed], date: str | None, meetings: Sequence[Meeting]) -> list[Decision]:
    """What the section on decisions says that Cabinet, Council or a panel decided: one fact for each sentence.

    Bullets under "Cabinet agreed:" belong to its text; a bullet such as "Approved the plan" is a decision of its own. A
    day that neither sentence nor heading prints is that of the only meeting told of, else None.
    """
    found: list[Decision] = []
    section = [part for part in parts if part.section == "decisions"]
    for index, part in enumerate(section):
        if part.paragraph is part.heading or (_is_point(part.paragraph) and _is_led(section, index)):
            continue
        if short := _in_short(section, index):
            lead, resolution = short
            day = _day(part.paragraph.text, part, date) or _day(lead.paragraph.text, lead, date)
            decision = _decision(part, part.paragraph.text, resolution, [lead.paragraph])
            found.append(_dated(decision, day, meetings))
            continue
        for told, quote, clause in _told(part):
            points = _beneath(section, index) if HEADS.search(quote) else []
            decision = replace(_decision(part, quote, told, points), text=_text(clause, points))
            found.append(_dated(decision, _day_of_month(clause, told, meetings) or _day(clause, part, date), meetings))
    return found


def _told(part: Placed) -> Iterator[tuple[Resolution, str, str]]:
    """The resolutions of a paragraph, each with its sentence and its clause; "it" is the body last named before."""
    spoken_of = next(iter(bodies_in(part.heading.text)), None) if part.heading else None
    for sentence in sentences(part.paragraph.text):
        for clause in clauses(str(sentence)):
            if told := _resolved(clause, part, spoken_of):
                yield told, str(sentence), clause
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
    outcome = decided_in_short(part.paragraph.text) if _is_point(part.paragraph) else None
    lead = next((each for each in reversed(section[:index]) if not _is_point(each.paragraph)), None)
    if (
        not outcome
        or not lead
        or not DECISIONS.search(f"{lead.paragraph.text} {part.heading.text if part.heading else ''}")
    ):
        return None
    bodies = bodies_in(lead.paragraph.text) + bodies_in(part.heading.text if part.heading else "")
    return lead, Resolution(next((body for body in bodies if body.sort in DECIDERS), None), outcome)


def _is_point(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a bullet or lettered: a point of what stands above it."""
    lettered = paragraph.label is not None and re.fullmatch(r"\(?[a-z ivx]{1,4}[).]?", paragraph.label) is not None
    return paragraph.style == "bullet" or lettered


def _is_led(section: Sequence[Placed], index: int) -> bool:
    """Whether a bullet hangs from a line such as "Cabinet agreed:"."""
    for part in reversed(section[:index]):
        if not _is_point(part.paragraph):
            last = sentences(part.paragraph.text)[-1:]
            return bool(last) and HEADS.search(str(last[0])) is not None and decided(str(last[0])) is not None
    return False


def _beneath(section: Sequence[Placed], index: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in section[index + 1 :]:
        if not _is_point(part.paragraph):
            break
        found.append(part.paragraph)
    return found


def _decision(part: Placed, quote: str, resolution: Resolution, more: list[Paragraph]) -> Decision:
    """A decision without its day; points beneath a line that ends in a colon belong to its text."""
    heading = [part.heading] if part.heading else []
    points = [_point(paragraph) for paragraph in more if paragraph.ordinal > part.paragraph.ordinal]
    return Decision(
        source=source_of(part.paragraph, quote, part.numbered, *heading, *more),
        committee=resolution.body.name if resolution.body else "Cabinet",
        text=one_line(" ".join([quote, *points])),
        outcome=resolution.outcome,
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
    return [dated.iso for dated in dates_near(text, date) if dated.precision == "day"]


def _only_day(committee: str | None, meetings: Sequence[Meeting]) -> str | None:
    days = {meeting.held_on for meeting in meetings if meeting.committee == committee and meeting.status == "held"}
    return days.pop() if len(days) == 1 else None


def planned_in(parts: Sequence[Placed], date: str | None) -> list[PlannedDecision]:
    """What the section on anticipated decisions says will be decided, by whom and when."""
    found: list[PlannedDecision] = []
    lead = ""
    for part in parts:
        if part.section != "anticipated" or part.paragraph is part.heading or says_none(part.paragraph.text):
            continue
        lead = lead if _is_point(part.paragraph) else part.paragraph.text
        texts = [str(sentence) for sentence in sentences(part.paragraph.text)]
        exempt = next((text for text in texts if EXEMPT.search(text)), None)
        for text, item in _items(part, texts):
            found.append(_planned(part, text, item, exempt, date, lead))
    return found


def _items(part: Placed, texts: list[str]) -> Iterator[tuple[str, Item]]:
    """The matters of a paragraph; its reference may stand in a sentence of its own before them."""
    whole = " ".join(texts)
    reference = reference_in(whole)
    any_found = False
    for text in texts:
        for item in items_in(text):
            any_found = True
            yield text, Item(item.title, item.reference or reference)
    if not any_found and (part.paragraph.style in {"bullet", "row"} or reference) and not EXEMPT.match(whole):
        title = part.paragraph.cells[0] if part.paragraph.cells else re.split(r"\s[–-]\s|\s\(", whole)[0]
        if len(title.split()) > 1:
            yield whole, Item(title.strip(" ."), reference)


def _planned(part: Placed, text: str, item: Item, exempt: str | None, date: str | None, lead: str) -> PlannedDecision:
    heading = part.heading.text if part.heading else ""
    whole = f"{heading}\n{part.paragraph.text}"
    bodies = [body for body in [*bodies_in(text), *bodies_in(whole), *bodies_in(lead)] if body.sort != "agency"]
    return PlannedDecision(
        source=source_of(part.paragraph, text, part.numbered, *([part.heading] if part.heading else [])),
        reference=item.reference,
        title=item.title,
        decision_maker=bodies[0].name if bodies else None,
        due_on=_due(text, date) or _due(heading, date) or _due(whole, date),
        exempt=exempt,
    )


def _due(text: str, date: str | None) -> str | None:
    """The first date of a text; a line that is nothing but a year is that year."""
    due = sorted(dates_near(text, date), key=lambda dated: dated.precision not in {"day", "month"})
    year = re.fullmatch(r"\D{0,12}((?:19|20)\d\d)\W*", text)
    return due[0].iso if due else (year[1] if year else None)
