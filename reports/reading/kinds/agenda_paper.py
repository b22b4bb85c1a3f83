"""An agenda: a meeting that is to be held, and the business that it will transact.

WEXCOMBE COUNTY COUNCIL
AGENDA for a meeting of the CHILDREN'S SERVICES CABINET PANEL
in the Council Chamber, County Hall, on WEDNESDAY, 12 MAY 2021 at 10.00 am
PART I
1.   MINUTES                                            (Pages 5 - 10)
     To confirm the minutes of the meeting held on 10 March 2021.
2.   FAMILY HUBS: HOURS OF OPENING                      (Pages 11 - 20)
PART II
3.   LEASE OF THE MARLOW LANE CENTRE
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.dates import dates_in
from reports.reading.facts import AgendaItem, Fact, Meeting
from reports.reading.front_fields import fields_of
from reports.reading.gatherings import (
    COUNCIL_NAME,
    Gathering,
    as_elsewhere,
    body_in_sentence,
    first_day,
    gathering,
    stripped,
)
from reports.reading.kinds.agenda_paper_items import Item, items_of, sub_items
from reports.reading.kinds.kind import Findings, Kind, Paper
from reports.reading.kinds.signs import LISTED, NUMBER, OTHER_PAPERS, mark
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import source_of

FRONT = 30  # paragraphs that an agenda's front page may take
LAST = re.compile(r"\bminutes\b", re.IGNORECASE)
NEXT = re.compile(r"\b(?:next|future)\s+meetings?\b", re.IGNORECASE)
# A summons: "will be held", "to attend a meeting of", "is to take place".
CALLS = re.compile(
    r"\bmeeting\s+of\b.{3,160}?\b(?:(?:will|shall|is\s+to|to)\s+(?:be\s+(?:held|convened)|take\s+place|meet)|held)\b",
    re.IGNORECASE | re.DOTALL,
)
LONGEST_CALL = 700


def read(paper: Paper) -> Findings:
    """The meeting that is announced, with its items of business."""
    front, items = items_of(paper.paragraphs)
    met = meeting_of(front[-FRONT:] if len(front) > FRONT else front, paper.paragraphs)
    committee, held_on = (met.committee, met.held_on) if met else (None, None)
    business = [each for item in items for each in (item, *sub_items(item))]
    facts: list[Fact] = [*meetings(met, items), *(agenda_item(each, committee, held_on) for each in business)]
    return Findings(f"Agenda: {committee}" if committee else None, held_on, tuple(facts))


def meeting_of(front: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Gathering | None:
    """The meeting that the front page announces, its day from a field "Date:" where there is one."""
    told = called(front, paragraphs) or gathering(front, paragraphs)
    fields = fields_of(front)
    date, body = fields.get("date"), fields.get("meeting")
    day = first_day(date.value) if date else None
    if not told and body and (name := stripped(body.value)):
        told = Gathering(as_elsewhere(name, paragraphs), first_day(body.value), (body.paragraph,))
    if told and date and day:
        return replace(told, held_on=day, paragraphs=tuple(dict.fromkeys((*told.paragraphs, date.paragraph))))
    return told


def called(front: Sequence[Paragraph], paragraphs: Sequence[Paragraph]) -> Gathering | None:
    """The meeting that a sentence calls, body and day together: a letter's head has the council's name and its own day.

    "A meeting of the FAMILIES COMMITTEE will be held in the Town Hall on WEDNESDAY 12 MAY 2021 at 10.00 am."
    """
    for paragraph in front:
        name = body_in_sentence(paragraph.text) if len(paragraph.text) < LONGEST_CALL else None
        said = CALLS.search(paragraph.text) if name else None
        # The letter's own day may stand before the sentence.
        after = [each for each in dates_in(paragraph.text) if said and each.start > said.start()]
        if name and not COUNCIL_NAME.search(name) and after and after[0].precision == "day":
            return Gathering(as_elsewhere(name, paragraphs), after[0].iso, (paragraph,))
    return None


def meetings(met: Gathering | None, items: Sequence[Item]) -> Iterator[Meeting]:
    """The meeting itself, those whose minutes it is to confirm, and the next one."""
    if not met:
        return
    first, *others = met.paragraphs
    source = source_of(first, first.text, *others, basis="mark")
    yield Meeting(committee=met.committee, held_on=met.held_on, status="planned", source=source)
    seen = {met.held_on}
    for item in items:
        status = "planned" if NEXT.search(item.title) else "held" if LAST.search(item.title) else None
        for paragraph in item.paragraphs[:3] if status else ():
            for found in dates_in(paragraph.text):
                later = met.held_on is not None and found.iso > met.held_on
                if found.precision == "day" and found.iso not in seen and later == (status == "planned"):
                    seen.add(found.iso)
                    source = source_of(paragraph, paragraph.text, basis="sentence")
                    yield Meeting(committee=met.committee, held_on=found.iso, status=status or "held", source=source)


def agenda_item(item: Item, committee: str | None, held_on: str | None) -> AgendaItem:
    paragraph = item.paragraphs[0]
    basis = "mark" if item.number else "place"
    return AgendaItem(
        committee=committee,
        held_on=held_on,
        number=item.number,
        title=item.title,
        part=item.part,
        source=source_of(paragraph, paragraph.text, basis=basis),
    )


BODY = r"(?:council|cabinet|executive|committee|commission|panel|board|forum|sub-?committee|group)"
AGENDA_SIGNS = (
    mark(r"^\W*(?:(?:public|supplementary|formal|order|meeting)\s+(?:of\s+)?)?(?:agenda|a\s?g\s?e\s?n\s?d\s?a|order\s+of\s+business)\W*$"
         r"|^\W*agenda\s+(?:for|of|frontsheet|front\s+sheet|part)\b|\bsummons\b"
         r"|^\W*notice\s+of\s+(?:a\s+)?meeting\b|^.{3,80}\s[-–]?\s*agenda\W*$|\bhereby\s+(?:summoned|given)\b", 6, 25),
    mark(r"^\W*(?:date(?:\s+and\s+time)?|time|venue|place|location)\s*(?::|\W*$)", 3, 25),
    mark(rf"\b{BODY}\b.{{0,160}}\b(?:at|on)\b.{{0,60}}\b\d{{1,2}}(?:[.:]\d\d)?\s*(?:am|pm|a\.m|p\.m|noon)\b", 2, 15),
    mark(r"[(\[]\s*(?:pages?|pp)\.?\s*\d+(?:\s*[-–]\s*\d+)?\s*[)\]]|^\W*page(?:\s+no\.?s?)?\W*$"
         r"|[(\[](?:report\s+)?(?:to\s+follow|attached|herewith|enclosed)[)\]]", 4, 80),
    mark(r"\bto\s+(?:receive|confirm|approve|consider|note|agree|sign|disclose)\b.{0,60}\b(?:minutes|apologies"
         r"|declarations?|disclosures?|interests?|reports?|petitions|any)\b", 3, 80),
    mark(NUMBER + r"apolog(?:y|ies)(?:\s+for\s+(?:absence|non-attendance)"
                  r"|\s+and\s+substitut\w+)*(?:\s+.{0,40})?\W*$", 3, 60),
    mark(NUMBER + r"(?:declarations?|disclosures?)\s+of\s+(?:\w+\s+){0,3}interests?\b", 2, 80),
    mark(NUMBER + r"(?:minutes(?:\s+of\s+.{0,60})?|matters\s+arising|urgent\s+(?:business|items?|matters)"
                  r"|any\s+other\s+(?:urgent\s+)?business|public\s+(?:questions|participation|petitions)"
         r"|deputations|petitions|exclusion\s+of\s+.{0,40}|date\s+of\s+(?:the\s+)?next\s+meeting.{0,30})\W*$", 2, 80),
    mark(r"^\W*(?:membership|members\s+of\s+the\b|committee\s+members|to\s*:\s*(?:the\s+)?(?:members|councillors)"
         r"|quorum)\b|\bquorum\W{1,3}\d", 3, 30),
    mark(r"\b(?:fire\s+(?:alarm|evacuation)|mobile\s+(?:phones?|telephones?)|webcast|filmed|recorded\s+and"
         r"|members\s+of\s+the\s+public\s+(?:are\s+welcome|may)|access\s+to\s+information"
         r"|open\s+to\s+the\s+public|inspection\s+of\s+papers|large\s+print|hearing\s+loop)\b", 2, 60),
    mark(r"\b(?:for\s+(?:further|more)\s+information|contact(?:\s+officer)?\s*:|please\s+(?:contact|telephone"
         r"|ask\s+for)|democratic\s+services)\b", 1, 60),
    mark(r"\bRESOLVED\b", -4, 60, cased=True),
    mark(r"\b(?:were|was)\s+(?:confirmed|approved|agreed|signed|received|present|welcomed)\b|\b(?:panel|committee"
         r"|cabinet|board)\s+(?:noted|agreed|considered|received|endorsed)\b"
         r"|\bmeeting\s+(?:commenced|started|opened|closed|ended|finished)\b", -8, 60),
    mark(rf"^\W*(?:(?!{LISTED})(?:draft\s+|unconfirmed\s+|printed\s+)?minutes\s+of\s+(?:a|the)\s+(?:.{{0,60}}\s)?(?:meeting"
         r"|proceedings)\b.{0,80}\b(?:held|at|on)\b|present\s*:|in\s+attendance|also\s+present)", -9, 14),
    mark(r"^\W*(?:recommendations?|purpose\s+of\s+(?:the\s+)?report|report\s+(?:by|of|to)|title\s+of\s+report"
         r"|report\s+title)\b\W*(?:$|:)", -6, 25),
    mark(r"^\W*(?:draft\s+|unconfirmed\s+|printed\s+)?minutes\W*$", -9, 3),
    mark(r"^(?!.*\bheld\b).{0,40}\b20\d\d\b.{0,30}?\b\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|a\.m|p\.m|noon)\b", 2, 12),
    # A paper on its pages: "Minutes  5 - 9".
    mark(r"\b(?:minutes|apologies|declarations?|report|update|plan|strategy|annual|programme|review)\b.{0,80}\s\d{1,3}"
         r"\s*[-–]\s*\d{1,3}\W*$", 3, 60),
    mark(r"^\W*\d{1,2}[.:]\d\d\b.{0,12}\b\w{3,6}day\b.{0,12}\b20\d\d\b", 3, 10),
    # Boards print their agendas as tables.
    mark(r"^\W*(?:agenda\s+)?(?:item|no|time)\b.{0,60}\b(?:lead|presenter|owner|papers?|purpose"
         r"|enclosures?|pages?(?:\s+(?:no|number)s?)?)\W*$", 3, 30),
    mark(r"\bwelcome\b.{0,30}\b(?:apologies|introductions)\b|\bintroductions\s+and\s+apologies\b", 3, 40),
    mark(OTHER_PAPERS, -12, 10),
    mark(r"\bkey\s+decisions?\b.{0,60}\b(?:months?|28)\b|^\W*(?:decision\s+(?:maker|due|taken))\b", -6, 25),
    mark(r"^\W*executive\s+(?:portfolio|report|member['’]?s?\s+report)\b", -8, 12),
)  # fmt: skip

AGENDA = Kind("agenda", "Agenda", AGENDA_SIGNS, read, threshold=11)
