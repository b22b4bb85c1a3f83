"""A service's answers to the scrutiny of budget or integrated-plan proposals: questions, savings and figures.

SCRUTINY OF THE BUDGET PROPOSALS 2016/17 - 2018/19
PORTFOLIO: CHILDREN AND FAMILIES
VALUE FOR MONEY
How will the service become more efficient?
Sharing depots with Wexcombe Highways will save £120k (16/17) and a further £40k (17/18). (Ref. CH04)
KEY BUDGET MOVEMENTS
Ref    Description               2016/17 £000   2017/18 £000
CH04   Shared depots             120            40
PR01   Pressure: school travel   (310)          (150)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reports.reading.bodies import Body, bodies_in
from reports.reading.dates import dates_in, first_date
from reports.reading.events import events_in
from reports.reading.facts import Fact, Meeting
from reports.reading.figures import Setting, figures_in
from reports.reading.inspections import judgements_in, two_dates_for_one_inspection
from reports.reading.kinds.kind import Findings, Kind, Mark, Paper
from reports.reading.officeholders import holders_in
from reports.reading.paragraph import Paragraph
from reports.reading.plan_entries import is_when
from reports.reading.question_tables import with_all_rows, without_broken_rows
from reports.reading.questions import is_question, questions_in
from reports.reading.savings import savings_in
from reports.reading.savings_problems import savings_problems
from reports.reading.sentences import is_heading, one_line, sentences, source_of

SUBJECT = re.compile(
    r"scrutiny|budget|integrated plan|medium[\s-]term|portfolio|savings proposals|answers?\b|questions?\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:ahead\s+of|before|for|in\s+advance\s+of|to)\s+(?:the|its|their|a)\s+(?:\w+\s+){0,2}?(?:meeting|session"
    r"|hearing|sitting|workshop)\s+(?:to\s+be\s+held\s+|taking\s+place\s+)?(?:on|of)\s+"
    r"(?:\w+day,?\s+)?$"
)
# "Youth Scrutiny Panel - Budget Session 13 January 2016"
SESSION = re.compile(
    r"\b(?:panel|committee|cabinet|board|commission)\b.{0,80}\b(?:session|meeting|hearing)\b", re.IGNORECASE
)
REPORTED_TO = re.compile(
    r"\b(?:reported|submitted|presented|considered|put)\s+(?:to|by)\s+(?:the\s+)?(?=[A-Z])[^.;]{3,80}?\s+on\s+(?:\w+day,?\s+)?$"
)
OWN_DATE = re.compile(
    r"^(?:Date(?: of meeting)?\s*:?\s*)?(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+\d{4}$"
    r"|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$"
)


def read(paper: Paper) -> Findings:
    """The facts of a budget-scrutiny paper."""
    date = _date(paper.paragraphs)
    savings = savings_in(paper.paragraphs)
    paragraphs, rows = without_broken_rows(paper.paragraphs)
    prose, _ = without_broken_rows(paper.paragraphs, whole=True)
    facts: list[Fact] = [
        *_meetings(paper.paragraphs, date),
        *questions_in(paragraphs, frozenset(rows)),
        *savings,
        *figures_in(prose, Setting(paper.area, written=date)),
        *judgements_in(prose, paper.area, date),
    ]
    facts += _still_to_come(paper.paragraphs)
    facts += holders_in(paper.paragraphs, date)
    told = frozenset(fact.source.quote for fact in facts)
    facts += events_in(prose, date, told)
    facts = [with_all_rows(fact, rows) for fact in facts]
    problems = [*savings_problems(savings), *two_dates_for_one_inspection(paper.paragraphs, date)]
    return Findings(_title(paper.paragraphs), date, tuple(facts), tuple(problems))


def _meetings(paragraphs: Sequence[Paragraph], date: str | None) -> Iterator[Meeting]:
    """The meeting that the paper is for: a heading "Panel - day", or "the meeting on" a day of the body in its head."""
    front = _front(paragraphs)
    bodies = [body for each in front if is_heading(each) for body in _panels(each.text)]
    for each in paragraphs[: len(front) + 2]:
        days = [dated for dated in dates_in(each.text) if dated.precision == "day"]
        own = _panels(each.text) if days and is_when(_in_small(each.text), date) else []
        held = days[0] if own else next((dated for dated in days if AHEAD.search(each.text[: dated.start])), None)
        committee = next((body.name for body in own or bodies), None)
        if held and committee:
            source = source_of(each, each.text, basis="mark" if own else "sentence")
            yield Meeting(source=source, committee=committee, held_on=held.iso, status="planned")
            return


def _still_to_come(paragraphs: Sequence[Paragraph]) -> Iterator[Meeting]:
    """The meeting that the head says the comments go to: "will be reported to Cabinet on 10 February 2016"."""
    for each in paragraphs[: len(_front(paragraphs)) + 2]:
        for sentence in sentences(each.text):
            for dated in dates_in(sentence.text):
                lead = REPORTED_TO.search(sentence.text[: dated.start])
                bodies = _panels(lead[0]) if lead and dated.precision == "day" and "will" in sentence.text else []
                if bodies:
                    source = source_of(each, sentence.text, basis="sentence")
                    yield Meeting(source=source, committee=bodies[-1].name, held_on=dated.iso, status="planned")


def _panels(text: str) -> list[Body]:
    return [body for body in bodies_in(_in_small(text)) if body.sort in {"panel", "cabinet"}]


def _in_small(text: str) -> str:
    """A heading in capitals as it is written elsewhere.

    >>> _in_small("HEALTH AND CARE PANEL")
    'Health and Care Panel'
    """
    if not text.isupper():
        return text
    return re.sub(r"\b(?:And|Of|For|The)\b", lambda word: word[0].lower(), text.title())


def _front(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """What stands before the first line of text that is no heading."""
    end = next(
        (
            place
            for place, each in enumerate(paragraphs)
            if (not is_heading(each) and len(each.text) > 120) or is_question(each)
        ),
        len(paragraphs),
    )
    return list(paragraphs[: min(end, 10)])


def _title(paragraphs: Sequence[Paragraph]) -> str | None:
    """The front's lines that name what is scrutinised and whose portfolio it is."""
    front = [one_line(paragraph.text) for paragraph in _front(paragraphs) if is_heading(paragraph)]
    named = [text for text in front if SUBJECT.search(text) and len(text) < 160]
    return ". ".join(named[:2]) or (front[0] if front else None)


def _date(paragraphs: Sequence[Paragraph]) -> str | None:
    """The date that the paper prints for itself: a line of its own at its head."""
    lines = [paragraph.text.strip() for paragraph in _front(paragraphs)]
    own = next((first_date(line) for line in lines if OWN_DATE.match(line)), None)
    return own or next((day for line in lines[:4] if SESSION.search(line) and (day := _day(line))), None)


def _day(line: str) -> str | None:
    return next((dated.iso for dated in dates_in(line) if dated.precision == "day"), None)


BUDGET_SCRUTINY = Kind(
    name="budget_scrutiny",
    label="Budget scrutiny",
    marks=(
        Mark(re.compile(r"\bscrutiny\b.{0,60}\b(?:budget|integrated plan|medium[\s-]term financial plan"
                        r"|financial plan|savings)\b|\b(?:budget|integrated plan|savings) scrutiny\b",
                        re.IGNORECASE), 6, within=12),
        Mark(re.compile(r"^(?:Q?\d+[.:)]?\s*)?(?:how|what|which|to what extent|have|has)\b[^.]{10,300}\?",
                        re.IGNORECASE), 4),
        Mark(re.compile(r"\bkey (?:themes|budget movements|lines of enquiry)\b|^themes? (?:and|\d)", re.IGNORECASE), 3),
        Mark(re.compile(r"\b(?:saving )?ref(?:erence)?\.?\s*[-:]?\s*[A-Z]{1,4}\d{2,4}\b|^[A-Z]{1,4}\d{2,4}\b.*£"), 2),
        Mark(re.compile(r"\bsavings?\b.{0,60}£|£.{0,60}\bsavings?\b", re.IGNORECASE), 1),
        Mark(re.compile(r"\b(?:budget|integrated plan) proposals\b", re.IGNORECASE), 2, within=12),
        Mark(re.compile(r"\b(?:budget|MTFP|MTFS|medium[\s-]term financial|financial plan|savings)\b",
                        re.IGNORECASE), 2, within=8),
        Mark(re.compile(r"^(?:Q?\d+[.:)]?\s*)?(?:please |can you |could (?:you|officers) )?(?:explain|describe"
                        r"|set out|outline"
                        r"|provide|detail|summarise)\b[^?]{10,300}$|^(?:question|Q)\s?\d+\b", re.IGNORECASE), 2),
        Mark(re.compile(r"^(?:response|answer|reply|A)\s*[:\-–]|\b(?:responses?|answers?"
                        r"|replies) to (?:\w+\W+){0,4}questions\b"
                        r"|\bquestions? (?:from|of|asked by|for|to) (?:\w+\W+){0,3}(?:panel|committee|members|scrutiny"
                        r"|portfolio|executive|cabinet)\b", re.IGNORECASE), 2),
        Mark(re.compile(r"£\s?['’]?000s?\b|\(£[mk]\)", re.IGNORECASE), 1),
        Mark(re.compile(r"^(?:present|members in attendance|members present|attendance"
                        r"|apologies(?: for absence)?)\b\W*$|^minutes of the\b", re.IGNORECASE), -8, within=25),
        Mark(re.compile(r"^recommendations?(?:\(s\))?\W*$|^alternative options\b|^resolved\b", re.IGNORECASE), -6),
    ),
    read=read,
)  # fmt: skip
