"""A notice that goes through a meeting's items: in prose below numbered headings, or in a table with a row for each.

6.   FAMILY HUBS                                Agenda item      | Decision
     RESOLVED:                                  6. Family hubs   | That the plan be approved.
     That the plan be approved.
     Reasons for decision: ...
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.agenda import Item, items_of
from reports.reading.agenda import facts_of as agenda_items
from reports.reading.declarations import declarations
from reports.reading.facts import Decision, Fact
from reports.reading.kinds.decision_record_forms import declarations as declared_in_field
from reports.reading.kinds.decision_record_forms import reference, words
from reports.reading.kinds.decision_record_setting import Setting, outcome_in
from reports.reading.minuted import decision, resolutions
from reports.reading.motions import amendments
from reports.reading.outcomes import outcome_of
from reports.reading.paragraph import Paragraph
from reports.reading.record_answers import answer_in, says_nothing
from reports.reading.record_fields import Field, fields_in, worded
from reports.reading.record_names import field_named
from reports.reading.record_notes import key_behind, reference_behind
from reports.reading.sentences import source_of
from reports.reading.votes import vote_in

# Business of the meeting itself: what is printed below tells of no decision unless it says RESOLVED.
ROUTINE = re.compile(
    r"\b(?:apologies|declarations?\s+of|disclosures?\s+of|(?:public|members?['’]?)\s+(?:questions|participation"
    r"|forum)|questions\s+(?:from|by)|petitions|urgent\s+(?:business|items)"
    r"|announcements|deputations|public\s+address)\b",
    re.IGNORECASE,
)
DECLARING = re.compile(r"\b(?:declarations?|disclosures?)\b.*\binterests?\b", re.IGNORECASE)
DECIDES = re.compile(
    r"^\W*(?:that\b|to\s+\w+|(?:the\s+)?(?:cabinet|committee|executive|board|panel|council|mayor|leader|(?:cabinet"
    r"|executive)\s+member)\b"
    r"|agreed|approved|noted|resolved|endorsed|deferred|adopted|recommendations?\b.{0,60}\b(?:agreed|approved"
    r"|accepted))",
    re.IGNORECASE,
)


def facts_in_prose(paragraphs: Sequence[Paragraph], setting: Setting) -> list[Fact]:
    """The items of business, and what was decided in each."""
    _, items = items_of(paragraphs)
    titled = [each for each in items if DECLARING.search(each.title)]
    found: list[Fact] = [*agenda_items(items, setting.committee, setting.held_on), *declarations(titled)]
    for each in items:
        found += decisions(each, setting)
        found += amendments(each, setting.committee, setting.held_on)
    return found


# Fields below an item that are no part of its decision.
APART = frozenset(
    ["reasons", "alternatives", "conflicts", "dispensation", "consultation", "documents", "contact", "key_decision",
     "sort", "reference", "plan_reference", "ward", "call_in", "published", "effective", "exempt", "status",
     "portfolio"]
)  # fmt: skip


def decisions(item: Item, setting: Setting) -> Iterator[Fact]:
    """What was decided in an item, with the reasons that the item gives for it."""
    fields: dict[str, Field] = {}
    for told in fields_in(item.paragraphs):
        fields.setdefault(told.name, told)
    told_apart = [each for told in fields.values() if told.name in APART for each in (told.heading, *told.below)]
    rest = replace(item, paragraphs=tuple(each for each in item.paragraphs if each not in told_apart))
    day = setting.decided_on or setting.held_on
    made = [decision(each, item, setting.committee, day) for each in resolutions(rest)] or list(plainly(rest, fields))
    keyed = [fields[name].text for name in ("key_decision", "sort") if name in fields]
    key = next((found for text in keyed if (found := answer_in(text)) is not None), None)
    key = key if keyed else key_behind(item.heading.text)
    for each in made:
        yield replace(
            each,
            committee=setting.committee,
            decided_on=day,
            outcome=outcome_in(each.text, "taken"),
            reference=reference(fields) or reference_behind(item.heading.text),
            key_decision=each.key_decision if key is None and not keyed else key,
            decision_maker=setting.maker,
            reasons=words(fields, "reasons"),
            alternatives=words(fields, "alternatives"),
            conflicts=words(fields, "conflicts"),
            dispensation=words(fields, "dispensation"),
        )
    yield from declared_in_field(fields, item.number or item.title)


def plainly(item: Item, fields: dict[str, Field]) -> Iterator[Decision]:
    """For a notice without the clerk's marks: what stands below the item's heading, up to the first field."""
    if ROUTINE.search(item.title):
        return
    if "decision" in fields:
        below = [each for each in (fields["decision"].heading, *fields["decision"].below) if each.text]
        text, first = fields["decision"].text, fields["decision"].first
    else:
        below = list(until_field(item.paragraphs))
        while below and not DECIDES.match(below[0].text):
            below.pop(0)
        text, first = "\n".join(map(worded, below)), below[0] if below else item.heading
    if below and text.strip() and not says_nothing(text) and (outcome_of(text) != "other" or DECIDES.match(text)):
        basis = "mark" if "decision" in fields else "place"
        yield Decision(
            item=item.number or item.title,
            text=text,
            outcome=outcome_of(text),
            votes=vote_in(text),
            source=source_of(first, first.text, *below, basis=basis),
        )


def until_field(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        opened = field_named(paragraph.text)
        if (opened and opened != "decision") or fields_in([paragraph]):
            return
        yield paragraph
