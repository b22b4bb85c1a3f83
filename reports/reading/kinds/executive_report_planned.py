"""Decisions that an executive report announces: in sentences, and in lists with body and day for each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.anticipated import EXEMPT, MYSELF, WILL_DECIDE, Item, items_in, reference_in
from reports.reading.bodies import bodies_in
from reports.reading.facts import PlannedDecision, Source
from reports.reading.kinds.executive_report_sections import Placed, is_point
from reports.reading.plan_entries import Entry, entry_in
from reports.reading.resolutions import THE_HOLDER, says_none
from reports.reading.sentences import sentences, source_of
from reports.reading.yearless import dates_near

# "Cabinet will be asked to agree the plan and in May 2016 it is expected to receive ...".
NEXT_DEED = re.compile(
    r",?\s+and,?\s+(?=(?:at|in|on)\s[^,;.]{3,50}?,?\s+(?:it|they|(?:the\s+)?(?:Cabinet|Executive|Council))\s+(?:is|are|will|would)\b)"
)


def planned_in(parts: Sequence[Placed], date: str | None) -> list[PlannedDecision]:
    """What the section on anticipated decisions says will be decided, by whom and when."""
    found: list[PlannedDecision] = []
    lead = ""
    for part in parts:
        if part.section == "decisions":
            found += _foretold(part, date)
        if part.section != "anticipated" or part.paragraph is part.heading or says_none(part.paragraph.text):
            continue
        lead = lead if is_point(part.paragraph) else part.paragraph.text
        texts = [str(sentence) for sentence in sentences(part.paragraph.text)]
        exempt = next((text for text in texts if EXEMPT.search(text)), None)
        if entry := _entry(part, date, lead):
            found.append(_listed(part, entry, exempt, lead))
            continue
        for text, item in _items(part, texts):
            found.append(_planned(part, text, item, exempt, date, lead))
    return found


def _foretold(part: Placed, date: str | None) -> Iterator[PlannedDecision]:
    """What a paragraph on decisions taken says that Cabinet or Council will be asked to decide, and when."""
    spoken_of = ""
    for sentence in sentences(part.paragraph.text):
        for clause in NEXT_DEED.split(str(sentence)):
            named = [body.name for body in bodies_in(clause) if body.sort in {"cabinet", "council"}]
            spoken_of = THE_HOLDER if MYSELF.search(clause) else named[0] if named else spoken_of
            due = _due(clause, date)
            ahead = due is not None and date is not None and due[:10] > date[: len(due)]
            if not ahead or not spoken_of or says_none(clause):
                continue
            for item in items_in(clause):
                planned = _planned(part, str(sentence), item, None, date, "")
                yield replace(planned, decision_maker=spoken_of, due_on=due)


def _entry(part: Placed, date: str | None, lead: str) -> Entry | None:
    """What a point of a list says is to be decided, where it is no sentence."""
    text = part.paragraph.text
    if not is_point(part.paragraph) or WILL_DECIDE.search(text) or EXEMPT.match(text):
        return None
    entry = entry_in(text, date, lead)
    return entry if entry and len(entry.title.split()) > 1 and (entry.due_on or entry.reference) else None


def _listed(part: Placed, entry: Entry, exempt: str | None, lead: str) -> PlannedDecision:
    heading = part.heading.text if part.heading else ""
    above = [body.name for text in (lead, heading) for body in bodies_in(text) if body.sort != "agency"]
    return PlannedDecision(
        source=_source(part, part.paragraph.text, entry.reference),
        reference=entry.reference,
        title=entry.title,
        decision_maker=entry.body or (above[0] if above else None),
        due_on=entry.due_on,
        key_decision=entry.key_decision,
        exempt=exempt,
    )


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
        source=_source(part, text, item.reference),
        reference=item.reference,
        title=item.title,
        decision_maker=bodies[0].name if bodies else None,
        due_on=_due(text, date) or _due(heading, date) or _due(whole, date),
        exempt=exempt,
    )


def _source(part: Placed, text: str, reference: str | None) -> Source:
    """Where a planned decision stands; the forward plan's reference marks it for one."""
    heading = [part.heading] if part.heading else []
    basis = "mark" if reference else "sentence"
    return source_of(part.paragraph, text, part.numbered, *heading, basis=basis)


def _due(text: str, date: str | None) -> str | None:
    """The first date of a text; a line that is nothing but a year is that year."""
    due = sorted(dates_near(text, date), key=lambda dated: dated.precision not in {"day", "month"})
    year = re.fullmatch(r"\D{0,12}((?:19|20)\d\d)\W*", text)
    return due[0].iso if due else (year[1] if year else None)
