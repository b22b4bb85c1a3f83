"""The record of a decision that a member, a cabinet or an officer took or is to take, or a notice of several.

WEXCOMBE COUNTY COUNCIL - RECORD OF DECISION
DECISION TAKEN BY:                    DECISION NO:
Cabinet Member for Children           21/00034
Key decision: Yes
Title of decision:                    Family hubs: award of contract
Decision:
I agree to award the contract for five years.
Reason(s) for decision:               The present contract ends in March.
Any alternatives considered:          To run the hubs ourselves. It would cost more.
Any interest declared:                None
Signed: A Brindle                     Date: 12 May 2021
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reports.reading.attendance import attendance
from reports.reading.events import events_in
from reports.reading.facts import Attendance, Decision, Event, Fact, Figure, Meeting, PortfolioHolder, Problem
from reports.reading.figures import Setting as FigureSetting
from reports.reading.figures import figures_in
from reports.reading.kinds.decision_record_forms import events as calendar_of
from reports.reading.kinds.decision_record_forms import facts_of
from reports.reading.kinds.decision_record_items import facts_in_prose
from reports.reading.kinds.decision_record_rows import Row, facts_in_table, item_of, rows_of
from reports.reading.kinds.decision_record_setting import FRONT, Setting, setting_of
from reports.reading.kinds.decision_record_signs import DECISION_RECORD_SIGNS
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.paragraph import Paragraph
from reports.reading.record_answers import day_in
from reports.reading.record_fields import Field, fields_in, records_in
from reports.reading.record_lines import fields_apart
from reports.reading.sentences import sentences, source_of
from reports.reading.signatures import holder_in

Record = dict[str, Field]

CALL_IN = re.compile(r"\bcall(?:ed|ing)?[\s-]?in\b|\bcome\s+into\s+force\b", re.IGNORECASE)


def read(paper: Paper) -> Findings:
    """What was decided or is proposed, by whom and when, with what the record says of why; item by item in a notice."""
    paper = replace(paper, paragraphs=fields_apart(paper.paragraphs))
    records = [each for each in records_in(fields_in(paper.paragraphs)) if "decision" in each]
    setting = setting_of(paper.paragraphs, records)
    rows = rows_of(paper.paragraphs)
    facts: list[Fact] = [*meeting(setting), *present(paper.paragraphs, rows, setting)]
    facts += decided(paper, rows, records, setting)
    date = setting.decided_on or setting.held_on
    facts += [*figures(paper, date), *events(paper.paragraphs, records, date), *holder(records, setting)]
    facts += called_in(paper.paragraphs, facts)
    facts = once(facts)
    problems = [] if any(isinstance(fact, Decision) for fact in facts) else [no_decision(paper.paragraphs)]
    return Findings(title_of(records, setting), date, tuple(facts), tuple(problems))


def once(facts: Sequence[Fact]) -> list[Fact]:
    """The facts; a day that head and record both print is one event."""
    events = {(fact.date, fact.text): fact for fact in reversed(facts) if isinstance(fact, Event)}
    return [fact for fact in facts if not isinstance(fact, Event) or events[fact.date, fact.text] is fact]


def decided(paper: Paper, rows: Sequence[Row], records: Sequence[Record], setting: Setting) -> list[Fact]:
    """The decisions, from the form that the paper has: a table with a row for each, a form, or items in prose."""
    if rows:
        return facts_in_table(rows, setting)
    told = [record for record in records if record["decision"].text.strip()]
    titled = [record for record in told if "title" in record]
    prose = facts_in_prose(paper.paragraphs, setting) if setting.is_meeting or not titled else []
    count = sum(isinstance(fact, Decision) for fact in prose)
    if count > max(len(titled), 1) or (count and not titled):
        return prose
    return facts_of(titled or told[:1], setting)


def meeting(setting: Setting) -> list[Meeting]:
    if not setting.is_meeting or not setting.committee or not setting.told_by:
        return []
    first, *others = setting.told_by
    status = "planned" if setting.status == "proposed" else "held"
    source = source_of(first, first.text, *others, basis="mark")
    return [Meeting(committee=setting.committee, held_on=setting.held_on, status=status, source=source)]


def present(paragraphs: Sequence[Paragraph], rows: Sequence[Row], setting: Setting) -> list[Attendance]:
    """Who was there, as the head of a notice lists them and the rows of its table tell."""
    if not setting.is_meeting:
        return []
    end = next(
        (each.heading.ordinal for each in fields_in(paragraphs) if each.name in ("decision", "title", "number")), 0
    )
    front = [each for each in paragraphs if each.ordinal < (end or FRONT)]
    items = [item_of(row).paragraphs for row in rows]
    return attendance(front, items, setting.committee, setting.held_on)


def figures(paper: Paper, date: str | None) -> list[Figure]:
    """The figures that a record gives, of known measures only."""
    told = figures_in(paper.paragraphs, FigureSetting(area=paper.area, written=date))
    return [found for found in told if found.indicator]


def events(paragraphs: Sequence[Paragraph], records: Sequence[Record], date: str | None) -> list[Event]:
    """The days of a notice's own head, and what a record's reasons and consultation tell of days past and to come."""
    head = {field.name: field for field in fields_in(paragraphs[:FRONT])}
    names = ("reasons", "consultation", "alternatives", "other")
    told = [each for record in records for name in names if name in record for each in record[name].below]
    return [*calendar_of(head), *events_in(told, date)]


def holder(records: Sequence[Record], setting: Setting) -> list[PortfolioHolder]:
    """The member who decides, where the record names member and portfolio together."""
    fields = [record[name] for record in records[:1] for name in ("maker", "signature") if name in record]
    lines = [(line, field) for field in fields for line in field.text.split("\n")[:4]]
    found = holder_in([line for line, _ in lines])
    if not found:
        return []
    field = lines[found.lines[0]][1]
    source = source_of(field.first, lines[found.lines[0]][0], basis=field.basis)
    as_of = setting.decided_on or found.as_of
    return [PortfolioHolder(portfolio=found.portfolio, name=found.name, role=found.role, as_of=as_of, source=source)]


def called_in(paragraphs: Sequence[Paragraph], known: Sequence[Fact]) -> list[Event]:
    """Until when the decisions of a notice may be called in, where a sentence says so."""
    days = {fact.date for fact in known if isinstance(fact, Event)}
    found = []
    for paragraph in paragraphs:
        if paragraph.cells or not CALL_IN.search(paragraph.text):
            continue
        for sentence in sentences(paragraph.text):
            day = day_in(str(sentence)) if CALL_IN.search(str(sentence)) else None
            if day and len(day) == 10 and day not in days:
                days.add(day)
                found.append(
                    Event(date=day, text=str(sentence), source=source_of(paragraph, str(sentence), basis="sentence"))
                )
    return found


def title_of(records: Sequence[Record], setting: Setting) -> str | None:
    """The title of the one decision, or whose decisions a notice tells."""
    titles = [record["title"] for record in records if "title" in record]
    if len(titles) == 1 and not setting.is_meeting and (text := titles[0].text.strip()):
        return text.split("\n")[0]
    whose = setting.committee or setting.maker
    return f"Decisions: {whose}" if whose else None


def no_decision(paragraphs: Sequence[Paragraph]) -> Problem:
    return Problem("No decision was found in this record", source_of(paragraphs[0], paragraphs[0].text))


DECISION_RECORD = Kind("decision_record", "Record of decisions", DECISION_RECORD_SIGNS, read, threshold=12)
