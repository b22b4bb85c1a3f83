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
from collections.abc import Sequence

from reports.reading.dates import first_date
from reports.reading.events import events_in
from reports.reading.facts import Fact, Paragraph
from reports.reading.figures import Setting, figures_in
from reports.reading.inspections import judgements_in, two_dates_for_one_inspection
from reports.reading.kinds.kind import Findings, Kind, Mark, Paper
from reports.reading.questions import is_question, questions_in
from reports.reading.savings import savings_in
from reports.reading.savings_problems import savings_problems
from reports.reading.sentences import is_heading, one_line

SUBJECT = re.compile(
    r"scrutiny|budget|integrated plan|medium[\s-]term|portfolio|savings proposals|answers?\b|questions?\b",
    re.IGNORECASE,
)
OWN_DATE = re.compile(
    r"^(?:Date(?: of meeting)?\s*:?\s*)?(?:\w+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]+\s+\d{4}$"
    r"|^\d{1,2}[./]\d{1,2}[./]\d{2,4}$"
)


def read(paper: Paper) -> Findings:
    """The facts of a budget-scrutiny paper."""
    date = _date(paper.paragraphs)
    savings = savings_in(paper.paragraphs)
    facts: list[Fact] = [
        *questions_in(paper.paragraphs),
        *savings,
        *figures_in(paper.paragraphs, Setting(paper.area, written=date)),
        *judgements_in(paper.paragraphs, paper.area, date),
    ]
    told = frozenset(fact.source.quote for fact in facts)
    facts += events_in(paper.paragraphs, date, told)
    problems = [*savings_problems(savings), *two_dates_for_one_inspection(paper.paragraphs, date)]
    return Findings(_title(paper.paragraphs), date, tuple(facts), tuple(problems))


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
    return next((first_date(line) for line in lines if OWN_DATE.match(line)), None)


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
        Mark(re.compile(r"^(?:present|members in attendance|members present|attendance"
                        r"|apologies(?: for absence)?)\b\W*$|^minutes of the\b", re.IGNORECASE), -8),
        Mark(re.compile(r"^recommendations?(?:\(s\))?\W*$|^alternative options\b|^resolved\b", re.IGNORECASE), -8),
    ),
    read=read,
)  # fmt: skip
