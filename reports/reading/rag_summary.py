"""A summary of ratings ("Green 18, Amber 9, Red 8") counted against the ratings that were read.

>>> counts_in("Of the 35 indicators 18 were rated green, 9 amber and 8 red.")
{'green': 18, 'amber': 9, 'red': 8}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reports.reading.facts import Figure, Problem
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import source_of

COLOURS = ("green", "amber", "red")
NUMBER = re.compile(r"(?<![\d.,/%])\d{1,3}(?![\d.,/]*[\d%])")
# "18 indicators are rated green" and "9 amber"; "Green: 18" and "Green 18 (51%)".
NUMBER_FIRST = re.compile(
    r"(?<![\d.,/])(?P<number>\d{1,3})\s+(?:\(\d{1,3}(?:\.\d)?%\)\s*)?(?:of\s+(?:the|these"
    r"|our)\s+)?(?:(?:key\s+)?(?:performance\s+)?"
    r"(?:KPIs?|indicators?|measures?|PIs?|targets?)\s+)?(?:(?:is|are|was|were|have\s+been|being|as|at|on|a|an"
    r"|rated|showing|RAG"
    r"|assessed|reported|currently)\s+){0,5}(?P<colour>green|amber|red)\b",
    re.IGNORECASE,
)
COLOUR_FIRST = re.compile(
    r"\b(?P<colour>green|amber|red)\b\s*(?:\([^()]{0,40}\)\s*)?(?:[:=–-]"
    r"|rated)?\s*(?P<number>\d{1,3})(?![\d.,/]*[\d%])\b",
    re.IGNORECASE,
)
TOTAL = re.compile(r"^\W*(?:(?:grand\s+|overall\s+)?total|overall|all\b|council\b|whole)", re.IGNORECASE)
# What sets two summaries against each other: the last quarter's counts are not this one's.
EARLIER = re.compile(r"\b(?:last|previous|prior)\s+(?:year|quarter|period|month)|\bcompared\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Summary:
    """How many measures a summary says are green, amber and red, and where; whole: whether of the whole report."""

    counts: dict[str, int]
    paragraph: Paragraph
    whole: bool


def counts_in(text: str) -> dict[str, int]:
    """The number that a text gives to each colour; none unless it gives one to two colours at least."""
    for pattern in (NUMBER_FIRST, COLOUR_FIRST):
        found = [(match["colour"].lower(), int(match["number"])) for match in pattern.finditer(text)]
        if len(found) > 1 and len(dict(found)) == len(found):
            return {colour: number for colour in COLOURS for named, number in found if named == colour}
    return {}


def summaries_in(paragraphs: Sequence[Paragraph]) -> list[Summary]:
    """The summaries of a report, in order."""
    found: list[Summary] = []
    colours: list[str] = []
    rows: list[Paragraph] = []
    for paragraph in paragraphs:
        if not paragraph.cells or (heads := colours_of(paragraph)):
            found += _of_table(rows, colours)
            rows, colours = [], heads if paragraph.cells else []
        elif colours:
            rows.append(paragraph)
        if not paragraph.cells and not EARLIER.search(paragraph.text) and (counts := counts_in(paragraph.text)):
            found.append(Summary(counts, paragraph, True))
    return [*found, *_of_table(rows, colours)]


def colours_of(row: Paragraph) -> list[str]:
    """The colours that head the columns of a table of counts, in their order."""
    found = [cell.strip().lower() for cell in row.cells if cell.strip().lower() in COLOURS]
    return found if len(found) > 1 and len(row.cells) <= 8 else []


def _of_table(rows: Sequence[Paragraph], colours: Sequence[str]) -> Iterator[Summary]:
    """The summary of a table: its row of totals, else its only row."""
    if not colours:
        return
    counted = [row for row in rows if len(NUMBER.findall(row.text)) >= len(colours)]
    total = next((row for row in counted if TOTAL.match(row.text)), None)
    row = total or (counted[0] if len(counted) == 1 else None)
    if row:
        numbers = [int(number) for number in NUMBER.findall(row.text)]
        yield Summary(dict(zip(colours, numbers, strict=False)), row, total is not None)


def summary_problems(paragraphs: Sequence[Paragraph], figures: Sequence[Figure]) -> list[Problem]:
    """What a summary counts otherwise than was read: one problem for each colour.

    A summary of a part of the report counts what stands from it to the next such summary.
    """
    summaries = summaries_in(paragraphs)
    parts = [summary.paragraph.ordinal for summary in summaries if not summary.whole]
    problems: list[Problem] = []
    for summary in summaries:
        start = -1 if summary.whole else summary.paragraph.ordinal
        end = next((ordinal for ordinal in parts if ordinal > start), None) if not summary.whole else None
        read = ratings(figure for figure in figures if start < min(figure.source.passages) < (end or 10**9))
        for colour, number in summary.counts.items():
            if read[colour] != number:
                were = "was" if read[colour] == 1 else "were"
                message = f"The summary says {number} {colour}, {read[colour]} {were} read"
                problems.append(Problem(message, source_of(summary.paragraph, summary.paragraph.text)))
    return problems


def ratings(figures: Iterator[Figure]) -> Counter[str]:
    """How many measures have each rating: of several of one measure the last that is today's counts."""
    latest = {
        (figure.label, figure.source.passages): figure.rag
        for figure in figures
        if figure.rag and figure.role == "actual"
    }
    return Counter(rag for rag in latest.values() if rag)
