"""The dates that a document gives for one inspection, and whether they can all be right."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from reports.reading.dates import Dated, in_words, span
from reports.reading.facts import Problem
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import labelled, sentences, source_of
from reports.reading.yearless import dates_near

# "its inspection in May 2013", "inspected our services between 3 and 14 June 2019": the date of an inspection itself.
DATE_OF = re.compile(
    r"(?:inspection|inspected)\b(?P<subject>(?:(?!inspect|publish|report|action\s+plan"
    r"|review)[^.;]){0,90}?)\s*(?:,\s*)?\b(?:in|on|of|between|from|during|was|took\s+place(?:\s+(?:in|on|between"
    r"|from))?"
    r"|carried\s+out(?:\s+(?:in|on))?|held\s+(?:in|on))\s+(?:late\s+|early\s+|mid-?)?$",
    re.IGNORECASE,
)
PLAIN_WORDS = frozenset(
    [
        "the",
        "of",
        "our",
        "its",
        "their",
        "this",
        "that",
        "an",
        "and",
        "following",
        "since",
        "after",
        "as",
        "ofsted",
        "cqc",
        "was",
        "were",
        "by",
        "out",
        "carried",
        "from",
        "full",
        "report",
        "had",
        "has",
        "recent",
        "latest",
        "single",
        "framework",
        "team",
        "into",
        "to",
        "at",
        "when",
        "inspectors",
        "joint",
        "area",
        "local",
        "authority",
    ]
)
OTHER_INSPECTION = re.compile(
    r"\b(?:previous|last|earlier|next|first|second|re-?inspection|monitoring|follow-up|focused|future)\b", re.IGNORECASE
)


def two_dates_for_one_inspection(paragraphs: Iterable[Paragraph], written: str | None = None) -> list[Problem]:
    """A problem where a document dates one inspection to two times that cannot both be right."""
    dated = list(_dated_inspections(paragraphs, written))
    for index, inspection in enumerate(dated):
        for other in dated[:index]:
            if not _agree(inspection, other):
                first, second = (
                    in_words(each.iso) + (f" (paragraph {each.paragraph.label})" if each.paragraph.label else "")
                    for each in (other, inspection)
                )
                message = f"One inspection is given two dates: {first} and {second}"
                return [Problem(message, source_of(inspection.paragraph, inspection.quote, other.paragraph))]
    return []


@dataclass(frozen=True, slots=True)
class Inspection:
    """An inspection's date as printed once; `iso` to `until` where it went on for days."""

    paragraph: Paragraph
    quote: str
    iso: str
    until: str
    about: frozenset[str]


def _dated_inspections(paragraphs: Iterable[Paragraph], written: str | None) -> Iterable[Inspection]:
    for paragraph, numbered in labelled(paragraphs):
        cited = paragraph if paragraph.label else replace(paragraph, label=numbered.label)
        for sentence in sentences(paragraph.text):
            yield from _dated_in_sentence(cited, str(sentence), dates_near(str(sentence), written, past=True))


def _dated_in_sentence(paragraph: Paragraph, text: str, dates: list[Dated]) -> Iterable[Inspection]:
    for index, dated in enumerate(dates):
        match = DATE_OF.search(text[: dated.start])
        if not match or dated.precision not in {"day", "month"}:
            continue
        if not OTHER_INSPECTION.search(text[max(0, match.start() - 40) : dated.start]):
            after = dates[index + 1] if index + 1 < len(dates) else dated
            until = after if re.fullmatch(r"\s*(?:and|to|until|-|–)\s*", text[dated.end : after.start]) else dated
            yield Inspection(paragraph, text, dated.iso, until.iso, _about(text, match))


def _about(text: str, match: re.Match[str]) -> frozenset[str]:
    """The words that tell one inspection from another: "the SEND inspection", "the inspection of Larkfield"."""
    before = " ".join(text[: match.start()].split()[-2:])
    words = re.findall(r"[a-z][\w'’]+", f"{before} {match['subject'] or ''}".lower())
    return frozenset(words) - PLAIN_WORDS


def _agree(one: Inspection, other: Inspection) -> bool:
    """Whether two dates may stand together: of two inspections, or of one within four weeks or the same month."""
    if one.about and other.about and not one.about & other.about:
        return True
    days = all(len(each.iso) == 10 for each in (one, other))
    gap = max((span(one.iso)[0] - span(other.until)[1]).days, (span(other.iso)[0] - span(one.until)[1]).days)
    return gap <= (28 if days else 0)
