"""A forward plan: the decisions that are to be taken, by whom and when; also called a notice of key decisions.

WEXCOMBE COUNTY COUNCIL
FORWARD PLAN OF KEY DECISIONS
For the period 1 March 2026 to 30 June 2026. Published: 2 February 2026

Ref       Decision                    Decision maker   Decision due     Open or exempt   Lead officer
KD2041    Family hubs: hours          Cabinet          12 May 2026      Open             Jo Field
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.bodies import bodies_in
from reports.reading.dates import dates_in
from reports.reading.facts import SURE, Meeting, PlannedDecision, Problem
from reports.reading.kinds.forward_plan_blocks import planned_in_blocks
from reports.reading.kinds.forward_plan_rows import planned_in_rows
from reports.reading.kinds.forward_plan_signs import FORWARD_PLAN_SIGNS, HEADING, PLAN
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.paragraph import Paragraph
from reports.reading.plan_columns import columns_of
from reports.reading.plan_entries import entry_in
from reports.reading.plan_groups import group_in
from reports.reading.plan_values import contact_in
from reports.reading.sentences import source_of

FRONT = 14  # paragraphs in which a plan says what it is and of when
FOOT = 6  # paragraphs at its end, where some print the day of publication
MANY_CELLS = 3  # cells of an entry in a table; what a front says of itself has a label and a value
PUBLISHED = re.compile(
    r"\b(?:published|publication\s+date|date\s+of\s+(?:publication|issue)|issued|updated|updated\s+on"
    r"|update\s+published|dated|as\s+(?:at|of)"
    r"|version|produced|last\s+updated?)\b\W*(?:on\W+)?",
    re.IGNORECASE,
)
PERIOD = re.compile(r"\b(?:period|covering|covers|from|months?|commencing|beginning|effective)\b", re.IGNORECASE)
ALL_KEY = re.compile(
    r"\b(?:notice|schedule|list|plan|index|register|programme)\s+of\s+(?:(?:proposed|anticipated|intended"
    r"|forthcoming|intention"
    r"|the|to\s+take|executive|cabinet|future|all|planned|upcoming|'s)\s+){0,6}key\s+decisions?\b"
    r"|\bkey\s+decisions?\s+(?:notice|plan|schedule|list)\b"
    r"|\bkey\s+decisions?\s+to\s+be\s+(?:taken|made)\b",
    re.IGNORECASE,
)
NOT_KEY = re.compile(
    r"\bnon-?\s?key\b|\bnot\s+key\b|\bkey\s+and\s+(?:other|non)|\bother\s+(?:executive\s+)?decisions\b", re.IGNORECASE
)
KEY_AND_OTHERS = re.compile(r"\bkey\s*(?:/|and|&|or)\s*(?:non|other|significant)", re.IGNORECASE)
MEETING_HEAD = re.compile(r"\bmeeting\b|\bdate\s+of\s+(?:cabinet|committee)", re.IGNORECASE)
A_BODY = frozenset(["cabinet", "council", "panel", "board"])


def read(paper: Paper) -> Findings:
    """What is to be decided; the meetings that will decide it where the plan gives the days of meetings."""
    paragraphs = paper.paragraphs
    written = date_of(paragraphs)
    found = planned(paragraphs, written)
    every = [completed(each, paragraphs) for each in found]
    title = title_of(paragraphs)
    facts = [*every, *meetings(every, paragraphs)]
    return Findings(title.text if title else None, written, tuple(facts), tuple(problems(every, written)))


def planned(paragraphs: Sequence[Paragraph], written: str | None) -> list[PlannedDecision]:
    """The plan's entries, from its tables, else from labelled blocks, else from a list."""
    for form in (planned_in_rows, planned_in_blocks, planned_in_list):
        if found := list(form(paragraphs, written)):
            read = {ordinal for each in found for ordinal in each.source.passages}
            rest = [each for each in paragraphs if each.ordinal not in read and each.style == "bullet"]
            return [*found, *(each for each in planned_in_list(rest, written) if each.decision_maker and each.due_on)]
    return []


def planned_in_list(paragraphs: Sequence[Paragraph], written: str | None) -> Iterator[PlannedDecision]:
    """The entries of a plan that is a list: "KD2041 – Foster carers' fees – Cabinet, 3 May 2026"."""
    lead = ""
    group = None
    for paragraph in paragraphs:
        group = group_in(paragraph.text, written) or group
        if paragraph.style == "heading":
            lead = paragraph.text
            continue
        entry = entry_in(paragraph.text, written, lead) if len(paragraph.text) < 500 else None
        if not entry or len(entry.title.split()) < 2 or not (entry.due_on or entry.reference):
            continue
        yield PlannedDecision(
            reference=entry.reference,
            title=entry.title,
            decision_maker=entry.body or (group.decider if group else None),
            due_on=entry.due_on or (group.due_on if group else None),
            key_decision=entry.key_decision,
            contact=contact_in(entry.contact or ""),
            source=source_of(paragraph, paragraph.text, basis="sentence"),
        )


def completed(found: PlannedDecision, paragraphs: Sequence[Paragraph]) -> PlannedDecision:
    """An entry with what the plan's own headings say of all: that they are key, and which one body decides."""
    key = True if found.key_decision is None and all_key(paragraphs) else found.key_decision
    decider = found.decision_maker or plan_body(paragraphs)
    told = (key, decider) == (found.key_decision, found.decision_maker)
    # What a heading says of all entries is less sure of each than what stands beside it.
    source = found.source if told or found.source.basis not in SURE else replace(found.source, basis="sentence")
    return replace(found, key_decision=key, decision_maker=decider, source=source)


def all_key(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a plan that prints nothing beside an entry means a key decision: its heading says so.

    Where it also lists others it must mark those, or nothing is known of an unmarked one.
    """
    front = [each.text for each in paragraphs[: 2 * FRONT] if each.style == "heading" or len(each.text) < 160]
    if not any(ALL_KEY.search(text) for text in front) or any(KEY_AND_OTHERS.search(text) for text in front):
        return False
    marks = any(re.search(r"(?:^|\s)non-?\s?key\b", each.text, re.IGNORECASE) for each in paragraphs if each.cells)
    return marks or not any(NOT_KEY.search(each.text) for each in paragraphs)


def plan_body(paragraphs: Sequence[Paragraph]) -> str | None:
    """The one body whose plan this is, by its title: "Cabinet Forward Plan"."""
    title = title_of(paragraphs)
    named = [body.name for body in bodies_in(title.text) if body.sort in ("cabinet", "panel")] if title else []
    return named[0] if len(named) == 1 else None


def title_of(paragraphs: Sequence[Paragraph]) -> Paragraph | None:
    """The heading that names the plan; failing that the first short line that does."""
    front = [each for each in paragraphs[:FRONT] if not each.cells and len(each.text) < 160]
    headings = [each for each in front if each.style == "heading" and PLAN.search(each.text)]
    return next(iter(headings), next((each for each in front if PLAN.search(each.text)), None))


def date_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """When the plan was published; failing that the date of its title, or the first day of what it covers."""
    front = [each.text for each in paragraphs[: 2 * FRONT] if len(each.cells) < MANY_CELLS]
    foot = [each.text for each in paragraphs[-FOOT:] if not each.cells]
    for text in (*front, *foot):
        for said in PUBLISHED.finditer(text):
            behind = [found for found in dates_in(text) if 0 <= found.start - said.end() < 12]
            if behind:
                return behind[0].iso
    titles = [text for text in front[:FRONT] if PLAN.search(text) or HEADING.search(text)]
    for text in (*titles, *(text for text in front[:FRONT] if PERIOD.search(text)), *front[:6]):
        if found := [each for each in dates_in(text) if each.precision in ("day", "month")]:
            return found[0].iso
    return None


def meetings(found: Sequence[PlannedDecision], paragraphs: Sequence[Paragraph]) -> Iterator[Meeting]:
    """The meetings that a plan announces: body and day, where it calls the days those of meetings."""
    if not any(MEETING_HEAD.search(" ".join(each.cells)) for each in paragraphs if columns_of(each.cells)):
        return
    seen: set[tuple[str, str]] = set()
    for each in found:
        body, day = each.decision_maker, each.due_on
        bodies = bodies_in(body) if body else []
        if not body or not day or len(day) < 10 or (body, day) in seen or len(bodies) != 1:
            continue
        if bodies[0].sort in A_BODY and bodies[0].end - bodies[0].start >= len(body) - 4:
            seen.add((body, day))
            yield Meeting(committee=body, held_on=day, status="planned", source=each.source)


def problems(found: Sequence[PlannedDecision], written: str | None) -> Iterator[Problem]:
    """Entries that share a reference, and days that had passed when the plan was published."""
    titles: dict[str, str] = {}
    for each in found:
        if each.reference and titles.setdefault(each.reference, each.title) != each.title:
            yield Problem(f"Reference {each.reference} is given to two decisions", each.source)
        if written and each.due_on and each.due_on < written[: len(each.due_on)]:
            yield Problem("This decision is due before the plan was published", each.source)


FORWARD_PLAN = Kind("forward_plan", "Forward plan", FORWARD_PLAN_SIGNS, read, threshold=12)
