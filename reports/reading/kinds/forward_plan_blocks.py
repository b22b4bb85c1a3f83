"""Forward plans that are set as blocks: the parts of each entry behind labels, one below the other.

3. Family hubs: hours of opening
Decision maker:      Cabinet
Decision due date:   12 May 2026
Lead officer:        Jo Field, Head of Early Help
Reason key:          Expenditure over £500,000
Anticipated restriction: Part exempt
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reports.reading.facts import PlannedDecision
from reports.reading.paragraph import Paragraph
from reports.reading.plan_columns import field_of, labelled
from reports.reading.plan_groups import Group, group_in
from reports.reading.plan_values import contact_in, decider_in, due_in, exempt_in, key_in, matter_in
from reports.reading.sentences import one_line, source_of

# These come once in an entry: where one comes again, another entry has begun.
ONCE = ("title", "decider", "date", "reference")
# A line of print that is no longer may be the title of the entry below it.
TITLE = 220


@dataclass
class Block:
    """An entry in the making: its title where it stands without a label, and each field's label, value and place."""

    above: Paragraph | None = None
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    paragraphs: list[Paragraph] = field(default_factory=list)

    def value(self, name: str) -> str:
        return self.fields.get(name, ("", ""))[1]

    def label(self, name: str) -> str:
        return self.fields.get(name, ("", ""))[0]


@dataclass(frozen=True, slots=True)
class Part:
    """A labelled part of an entry: which field, the label as printed, its value and where it stands."""

    name: str
    label: str
    value: str
    paragraph: Paragraph


def planned_in_blocks(paragraphs: Sequence[Paragraph], written: str | None) -> Iterator[PlannedDecision]:
    """The decisions of a plan that labels the parts of its entries."""
    for block, group in blocks_of(paragraphs, written):
        if found := planned(block, group, written):
            yield found


def blocks_of(paragraphs: Sequence[Paragraph], written: str | None) -> Iterator[tuple[Block, Group]]:
    block, group, waiting = Block(), Group(None, None), None
    for item in parts_of(paragraphs):
        if isinstance(item, Paragraph):
            if found := group_in(item.text, written):
                yield block, group
                block, group, waiting = Block(), Group(found.decider or group.decider, found.due_on), None
            elif is_title(item):
                waiting = item
            continue
        again = item.name in ONCE and block.label(item.name) == item.label
        if again or (waiting and block.fields and item.name != "other"):
            yield block, group
            block = Block()
        if waiting and not block.fields:
            block.above = waiting
        waiting = None
        block.fields.setdefault(item.name, (item.label, item.value))
        block.paragraphs.append(item.paragraph)
    yield block, group


def parts_of(paragraphs: Sequence[Paragraph]) -> Iterator[Part | Paragraph]:
    """The labelled parts of entries, and the paragraphs between them."""
    taken: set[int] = set()
    for place, paragraph in enumerate(paragraphs):
        if place in taken:
            continue
        pairs = list(zip(paragraph.cells[::2], paragraph.cells[1::2], strict=False))
        named = [(field_of(label), label, value) for label, value in pairs]
        if named and named[0][0]:
            yield from (Part(name, label, value, paragraph) for name, label, value in named if name)
            continue
        found = labelled(paragraph.text) if not paragraph.cells else None
        if not found:
            yield paragraph
            continue
        name, value = found
        below = paragraphs[place + 1] if place + 1 < len(paragraphs) else None
        if not value and below and not below.cells and not labelled(below.text):
            value = below.text
            taken.add(place + 1)
        yield Part(name, paragraph.text.split(":")[0], value, paragraph)


def is_title(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be the title of the entry below it: set as a heading, or short and no sentence."""
    text = paragraph.text
    if len(text) > TITLE or not re.search(r"[A-Za-z]{3}", text) or paragraph.cells:
        return False
    return paragraph.style == "heading" or bool(paragraph.label) or paragraph.bold or not text.endswith((".", ";", ","))


def planned(block: Block, group: Group, written: str | None) -> PlannedDecision | None:
    """The decision of a block; None where it is none: without title, or with neither day nor decider."""
    title, asked = block.value("title"), due_in(block.value("title"), written)
    when = block.value("date")
    if block.above and (not title or asked):
        # "Decision: not before 4 March 2026" is a day.
        title, when = block.above.text, when or title
    matter = matter_in(title) or (matter_in(block.above.text) if block.above else None)
    due = due_in(when, written) or due_in(block.value("decider"), written) or group.due_on
    who = decider_in(block.value("decider")) or group.decider
    labelled_parts = {"decider", "date", "key", "contact", "exempt", "reference"} & set(block.fields)
    if not matter or not (due or who) or len(labelled_parts) < 2:
        return None
    quoted = ([block.above] if block.above else []) + block.paragraphs
    key = key_in(block.value("key"), block.label("key"))
    return PlannedDecision(
        reference=one_line(block.value("reference")) or matter.reference,
        title=matter.title,
        decision_maker=who,
        due_on=due,
        key_decision=matter.key if key is None else key,
        exempt=exempt_in(block.value("exempt"), block.label("exempt")) or matter.exempt,
        contact=contact_in(block.value("contact")),
        source=source_of(quoted[0], " ".join(each.text for each in quoted), *quoted[1:], basis="mark"),
    )
