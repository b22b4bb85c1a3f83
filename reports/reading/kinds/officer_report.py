"""An officer's report to a meeting, with recommendations.

Meeting:            Cabinet
Meeting date:       12 May 2021
Title of report:    Family hubs: award of contract
Report by:          Head of Early Help
Recommendations
THAT Cabinet:
(a)  approves the award of the contract; and
(b)  notes the timetable.
Alternative options
1.   There are none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.dates import dates_in
from reports.reading.events import events_in
from reports.reading.facts import AgendaItem, Fact, Meeting, Saving
from reports.reading.figures import Setting, figures_in
from reports.reading.front_fields import HEAD, Field, fields_of
from reports.reading.gatherings import BODY, Gathering, as_elsewhere, gathering, stripped
from reports.reading.inspections import judgements_in, two_dates_for_one_inspection
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.kinds.signs import OFFICER_REPORT_SIGNS
from reports.reading.oddities import numbers_used_twice
from reports.reading.officeholders import holders_in, seats_in
from reports.reading.paragraph import Paragraph
from reports.reading.recommended import recommendations
from reports.reading.savings import savings_in
from reports.reading.sentences import printed, source_of


def read(paper: Paper) -> Findings:
    """The meeting that the report is put to, what it recommends, and what it tells of inspections and figures."""
    fields = fields_of(paper.paragraphs)
    met = meeting_of(paper.paragraphs, fields)
    committee, held_on = (met.committee, met.held_on) if met else (None, None)
    head = [field.paragraph for field in fields.values()]
    title = title_of(paper.paragraphs, fields)
    facts: list[Fact] = [
        *announced(met),
        *item_of(title, met, paper.paragraphs),
        *recommendations(paper.paragraphs, committee, held_on),
        *savings(paper.paragraphs),
        *judgements_in(paper.paragraphs, paper.area, held_on),
        *(
            found
            for found in figures_in(paper.paragraphs, Setting(area=paper.area, written=held_on))
            if found.indicator
        ),
        *holders_in(paper.paragraphs, held_on),
        *seats_in(paper.paragraphs),
    ]
    told = frozenset(fact.source.quote for fact in facts)
    facts += events_in([each for each in paper.paragraphs if each not in head], held_on, told)
    problems = [
        *two_dates_for_one_inspection(paper.paragraphs, held_on),
        *numbers_used_twice(paper.paragraphs, r"\d+(?:\.\d+)*"),
    ]
    return Findings(title[0] if title else None, held_on, tuple(facts), tuple(problems))


def savings(paragraphs: Sequence[Paragraph]) -> list[Saving]:
    """The savings that the report gives by their reference, or in a sentence that names the year: one for each year; of
    amounts without a year the last.
    """
    told = savings_in([each for each in paragraphs if each.style != "row"])
    every = [found for found in savings_in(paragraphs) if found.reference]
    every += [found for found in told if not found.reference and found.financial_year]
    dated = {(found.reference, found.source.passages[:1]) for found in every if found.financial_year}
    nearest = {
        (found.reference, found.source.passages[:1], found.financial_year): found
        for found in every
        if found.financial_year or (found.reference, found.source.passages[:1]) not in dated
    }
    return list(nearest.values())


def meeting_of(paragraphs: Sequence[Paragraph], fields: dict[str, Field]) -> Gathering | None:
    """The meeting that the report's head names, in its fields or as headings."""
    told = gathering(paragraphs[:HEAD], paragraphs)
    body, date = fields.get("meeting"), fields.get("date")
    name = committee_in(body.value) if body else None
    day = next((found.iso for field in (date, body) if field for found in dates_in(field.value)), None)
    if not name and not day:
        return told
    used = tuple(dict.fromkeys(field.paragraph for field in (date, body) if field))
    committee = as_elsewhere(name, paragraphs) if name else told.committee if told else None
    if not committee:
        return None
    return Gathering(committee, day or (told.held_on if told else None), used, printed(used[0]) if day else "place")


def committee_in(value: str) -> str | None:
    """
    >>> committee_in("Cabinet - 12 May 2021"), committee_in("Head of Finance")
    ('Cabinet', None)
    """
    name = stripped(value)
    return name if BODY.search(name) and len(name) < 120 else None


def announced(met: Gathering | None) -> list[Meeting]:
    """The meeting is still to come when a report is written for it."""
    if not met:
        return []
    first, *others = met.paragraphs
    source = source_of(first, first.text, *others, basis=met.basis)
    return [Meeting(committee=met.committee, held_on=met.held_on, status="planned", source=source)]


def title_of(paragraphs: Sequence[Paragraph], fields: dict[str, Field]) -> tuple[str, Paragraph, str] | None:
    """The report's title: its field, else the first heading that names neither body, council nor date."""
    if "title" in fields:
        field = fields["title"]
        return field.value, field.paragraph, printed(field.paragraph)
    for paragraph in paragraphs[:HEAD]:
        plain = paragraph.style == "heading" and not paragraph.label and not dates_in(paragraph.text)
        if plain and not re.search(
            r"\b(?:council|cabinet|panel|committee|board|agenda|item|report\s+(?:of|by|to)|open|exempt|part)\b",
            paragraph.text,
            re.IGNORECASE,
        ):
            return paragraph.text, paragraph, "place"
    return None


def item_of(
    title: tuple[str, Paragraph, str] | None, met: Gathering | None, paragraphs: Sequence[Paragraph]
) -> list[AgendaItem]:
    """The report as an item of its meeting; its number where the head prints one."""
    if not title or not met:
        return []
    numbers = (
        re.match(r"^\W*(?:agenda\s+)?item\s+(?:no\.?\s*)?:?\s*(\d{1,3}[A-Za-z]?)\W*$", each.text, re.IGNORECASE)
        for each in paragraphs[:HEAD]
    )
    number = next((found[1] for found in numbers if found), None)
    text, paragraph, basis = title
    return [
        AgendaItem(
            committee=met.committee,
            held_on=met.held_on,
            number=number,
            title=text,
            part=paragraph.part,
            source=source_of(paragraph, text, basis=basis),
        )
    ]


OFFICER_REPORT = Kind("officer_report", "Officer's report to a meeting", OFFICER_REPORT_SIGNS, read, threshold=15)
