"""Dated happenings that a narrative tells of, beside its meetings, decisions and figures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.reading.facts import Event
from reports.reading.paragraph import Paragraph
from reports.reading.resolutions import says_none
from reports.reading.sentences import is_heading, labelled, one_line, sentences, source_of
from reports.reading.yearless import dates_near

HAPPENS = re.compile(
    r"\b(?:was|were|is|are|be|been|has|have|had|will|would|took|take|takes|held|began|begin|begins|opened?|opens"
    r"|closed?|closes|launch\w*|start\w*"
    r"|end\w*|visited|met|came|went|became|set|published|announced|celebrated|attended|agreed|decided|approved"
    r"|joined|considered|expected|due|made"
    r"|carried|completed|introduced|issued|received|moved|may)\b",
    re.IGNORECASE,
)


def events_in(paragraphs: Iterable[Paragraph], written: str | None, told: frozenset[str] = frozenset()) -> list[Event]:
    """An event for each sentence that dates a happening to a day or a month; `told` are sentences that are other facts.

    A date without a year is the one nearest to the day that the document was written.
    """
    found: list[Event] = []
    for paragraph, numbered in labelled(paragraphs):
        if is_heading(paragraph) or paragraph.style == "row":
            continue
        for sentence in sentences(paragraph.text):
            text = str(sentence)
            if text in told or text.endswith(":") or says_none(text) or not HAPPENS.search(text):
                continue
            days = [dated for dated in dates_near(text, written) if dated.precision in {"day", "month"}]
            isos = dict.fromkeys(dated.iso for dated in days)
            found.extend(
                Event(source=source_of(paragraph, text, numbered, basis="sentence"), date=iso, text=one_line(text))
                for iso in isos
            )
    return found
