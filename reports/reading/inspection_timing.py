"""When an inspection was carried out and when its report was written or published, by the report's own words.

Inspection dates: 4 to 15 March 2024
Report published: 29 April 2024
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.reading.dates import Dated, dates_in
from reports.reading.paragraph import Paragraph

FRONT = 45  # paragraphs at the head of a report, with its table of particulars
INSPECTED = re.compile(
    r"^\W*(?:(?:date(?:s|\(s\))?\s+of\s+(?:the\s+|this\s+)?(?:inspection|visit|fieldwork|review)|(?:inspection|visit"
    r"|fieldwork|review)\s+date(?:s|\(s\))?|inspected(?:\s+on)?|inspection\s+carried\s+out|date\s+inspected)\b)"
    r"|\binspection\s+dates?\s*:",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"^\W*(?:(?:report\s+)?(?:publish(?:ed)?(?:\s+on)?|publication\s+date)"
    r"|date\s+(?:of\s+)?(?:report\s+)?(?:publication|published)|(?:this\s+)?report\s+(?:was\s+)?published"
    r"|published)\b",
    re.IGNORECASE,
)
LAST = re.compile(r"\b(?:previous|last|next|earlier)\b", re.IGNORECASE)
# "Ofsted visited Wexcombe on 14 May 2024", "Between 4 and 8 March 2024 inspectors conducted a joint inspection".
TELLS = re.compile(r"\b(?:inspect(?:ed|ion|ors)|visit(?:ed)?|fieldwork)\b", re.IGNORECASE)
THIS = re.compile(
    r"\b(?:this|the)\s+(?:letter|report)\s+(?:summarises|sets\s+out)|\bconducted\b|\bcarried\s+out\b|\btook\s+place\b"
    r"|\bvisit(?:ed)?\s+(?:to\s+)?\b|\binspected\b",
    re.IGNORECASE,
)
LETTER = re.compile(
    r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\W+)?\d{1,2}(?:st|nd|rd|th)?\s+\w+\s+\d{4}\W*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Timing:
    """begun, ended: first and last day of the inspection; published: the report's or letter's own day; ISO or None."""

    begun: str | None = None
    ended: str | None = None
    published: str | None = None
    told: tuple[tuple[str, Paragraph], ...] = ()

    @property
    def written(self) -> str | None:
        """The document's date."""
        return self.published or self.ended

    @property
    def judged(self) -> str | None:
        """The day of its judgements: that of the report which gives them, else the inspection's last."""
        return self.published or self.ended


def timing_of(paragraphs: Sequence[Paragraph]) -> Timing:
    """The days that a report's head prints; failing those, the days that its first sentences tell."""
    front = paragraphs[:FRONT]
    inspected = labelled(front, INSPECTED)
    named = labelled(front, PUBLISHED)
    published = named or letter(front[:12])
    days = inspected[0] if inspected else told(front)
    told_by = [(found[0][-1].iso, found[1]) for found in (inspected, named) if found]
    return Timing(
        begun=days[0].iso if days else None,
        ended=days[-1].iso if days else None,
        published=published[0][0].iso if published else None,
        told=tuple(dict.fromkeys(told_by)),
    )


def labelled(front: Sequence[Paragraph], label: re.Pattern[str]) -> tuple[list[Dated], Paragraph] | None:
    """The days behind a label, beside it, in its row or on the line below."""
    for place, paragraph in enumerate(front):
        texts = paragraph.cells or (paragraph.text,)
        for number, text in enumerate(texts):
            if not (found := label.search(text)) or LAST.search(text):
                continue
            beside = " ".join([text[found.start() :], *texts[number + 1 : number + 2]])
            below = front[place + 1].text if place + 1 < len(front) and len(text) < 60 and not paragraph.cells else ""
            for words in (beside, below):
                if days := [found for found in dates_in(words) if found.precision in ("day", "month")]:
                    return days, paragraph
    return None


def letter(front: Sequence[Paragraph]) -> tuple[list[Dated], Paragraph] | None:
    """The day of a letter: a line of its own above the greeting."""
    for paragraph in front:
        for text in paragraph.cells or (paragraph.text,):
            if LETTER.match(text) and (days := dates_in(text)):
                return days[:1], paragraph
    return None


def told(front: Sequence[Paragraph]) -> list[Dated]:
    """The days of this inspection by the first sentence that tells of it."""
    for paragraph in front:
        if TELLS.search(paragraph.text) and THIS.search(paragraph.text) and not LAST.search(paragraph.text[:120]):
            days = [found for found in dates_in(paragraph.text[:400]) if found.precision == "day"]
            if days:
                return days[:2]
    return []
