"""Decisions that an executive report tells of, and those that it announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.reading.anticipated import EXEMPT, Item, items_in
from reports.reading.bodies import bodies_in
from reports.reading.facts import Decision, Meeting, Paragraph, PlannedDecision
from reports.reading.kinds.executive_report_sections import Placed
from reports.reading.resolutions import Resolution, decided, says_none
from reports.reading.sentences import one_line, sentences, source_of
from reports.reading.yearless import dates_near

HEADS = re.compile(r":\W*$")


def decisions_in(parts: Sequence[Placed], date: str | None, meetings: Sequence[Meeting]) -> list[Decision]:
    """What the section on decisions says that Cabinet, Council or a panel decided: one fact for each sentence.

    Bullets under "Cabinet agreed:" belong to its text. A day that neither sentence nor heading prints is that of the
    only meeting told of, else None.
    """
    found: list[Decision] = []
    section = [part for part in parts if part.section == "decisions"]
    for index, part in enumerate(section):
        if part.paragraph is part.heading or (part.paragraph.style == "bullet" and _is_led(section, index)):
            continue
        for sentence in sentences(part.paragraph.text):
            if resolution := _resolved(str(sentence), part):
                beneath = _beneath(section, index) if HEADS.search(str(sentence)) else []
                found.append(_decision(part, str(sentence), resolution, beneath, date, meetings))
    return found


def _resolved(sentence: str, part: Placed) -> Resolution | None:
    """The decision of a sentence; beneath a heading that names a body "It was agreed" is that body's."""
    resolution = decided(sentence)
    if resolution and resolution.body is None:
        above = bodies_in(part.heading.text) if part.heading else []
        return Resolution(above[0], resolution.outcome) if above else resolution
    return resolution


def _is_led(section: Sequence[Placed], index: int) -> bool:
    """Whether a bullet hangs from a line such as "Cabinet agreed:"."""
    for part in reversed(section[:index]):
        if part.paragraph.style != "bullet":
            last = sentences(part.paragraph.text)[-1:]
            return bool(last) and HEADS.search(str(last[0])) is not None and decided(str(last[0])) is not None
    return False


def _beneath(section: Sequence[Placed], index: int) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in section[index + 1 :]:
        lettered = part.paragraph.label is not None and re.fullmatch(r"\(?[a-z ivx]{1,4}[).]?", part.paragraph.label)
        if part.paragraph.style != "bullet" and not lettered:
            break
        found.append(part.paragraph)
    return found


def _decision(
    part: Placed,
    sentence: str,
    resolution: Resolution,
    beneath: list[Paragraph],
    date: str | None,
    meetings: Sequence[Meeting],
) -> Decision:
    committee = resolution.body.name if resolution.body else "Cabinet"
    heading = [part.heading] if part.heading else []
    points = [f"({each.label.strip('().')}) {each.text}" if each.label else each.text for each in beneath]
    return Decision(
        source=source_of(part.paragraph, sentence, part.numbered, *heading, *beneath),
        committee=committee,
        decided_on=_day(sentence, part, date) or _only_day(committee, meetings),
        text=one_line(" ".join([sentence, *points])),
        outcome=resolution.outcome,
    )


def _day(sentence: str, part: Placed, date: str | None) -> str | None:
    """The day in the sentence, else in the heading above it, else in the sentences before it."""
    texts = [sentence, part.heading.text if part.heading else ""]
    before = part.paragraph.text.split(sentence)[0]
    texts += [str(each) for each in reversed(sentences(before))]
    for text in texts:
        days = [dated.iso for dated in dates_near(text, date) if dated.precision == "day"]
        if days:
            return days[0]
    return None


def _only_day(committee: str, meetings: Sequence[Meeting]) -> str | None:
    days = {meeting.held_on for meeting in meetings if meeting.committee == committee and meeting.status == "held"}
    return days.pop() if len(days) == 1 else None


def planned_in(parts: Sequence[Placed], date: str | None) -> list[PlannedDecision]:
    """What the section on anticipated decisions says will be decided, by whom and when."""
    found: list[PlannedDecision] = []
    for part in parts:
        if part.section != "anticipated" or part.paragraph is part.heading or says_none(part.paragraph.text):
            continue
        texts = [str(sentence) for sentence in sentences(part.paragraph.text)]
        exempt = next((text for text in texts if EXEMPT.search(text)), None)
        for text, item in _items(part, texts):
            found.append(_planned(part, text, item, exempt, date))
    return found


def _items(part: Placed, texts: list[str]) -> Iterator[tuple[str, Item]]:
    """The matters of a paragraph; its reference may stand in a sentence of its own before them."""
    whole = " ".join(texts)
    reference = next((item.reference for item in items_in(whole) if item.reference), None)
    any_found = False
    for text in texts:
        for item in items_in(text):
            any_found = True
            yield text, Item(item.title, item.reference or reference)
    if not any_found and (part.paragraph.style in {"bullet", "row"} or reference) and not EXEMPT.match(whole):
        title = part.paragraph.cells[0] if part.paragraph.cells else re.split(r"\s[–-]\s|\s\(", whole)[0]
        if len(title.split()) > 1:
            yield whole, Item(title.strip(" ."), reference)


def _planned(part: Placed, text: str, item: Item, exempt: str | None, date: str | None) -> PlannedDecision:
    heading = part.heading.text if part.heading else ""
    whole = f"{heading}\n{part.paragraph.text}"
    bodies = [body for body in bodies_in(text) + bodies_in(whole) if body.sort != "agency"]
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
    due = dates_near(text, date)
    year = re.fullmatch(r"\D{0,12}((?:19|20)\d\d)\W*", text)
    return due[0].iso if due else (year[1] if year else None)
