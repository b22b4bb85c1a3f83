"""The meetings before and after the one that is minuted: whose minutes it confirmed, and when it is to meet again.

2.   MINUTES OF THE MEETING HELD ON 10 MARCH 2021
     The minutes were agreed as a correct record.
9.   DATE OF NEXT MEETING
     Wednesday 14 July 2021, 10.00 am
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reports.reading.agenda import Item
from reports.reading.clerks_marks import CONFIRMED
from reports.reading.dates import dates_in
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import sentences

NEXT = re.compile(
    r"\b(?:date|time|dates)\b.{0,30}\b(?:next|future|further)\b.{0,20}\bmeetings?\b|^\W*(?:next|future)\s+meetings?\b",
    re.IGNORECASE,
)
# A line of its own, whatever item it stands below: "Date of next meeting: 14 July 2021".
LINE = re.compile(
    r"^\W*(?:(?:dates?|time)(?:\s+(?:and|,)\s+(?:time|venue|place))*\s+of\s+(?:the\s+)?)?(?:next|future)\s+meetings?\s*(?:[:\-–]|$)",
    re.IGNORECASE,
)
WILL_MEET = re.compile(
    r"\b(?:next|following)\s+(?:\w+\s+){0,3}?meeting\b.{0,80}?\b(?:will|would|is|was|to)\b.{0,40}?\b(?:be|held|take\s+place|on|for|scheduled)\b"
    r"|\bdeferred\s+(?:to|until)\s+(?:the|its)\s+(?:next\s+)?meeting\b",
    re.IGNORECASE,
)
# "An update should be brought to the meeting on 14 July 2021": a meeting to come, unless another body is named.
BROUGHT_TO = re.compile(
    r"\b(?:will|would|should|to|shall)\s+(?:be\s+)?(?:brought|bring|reported|report\s+back|submitted|presented|considered|discussed|return|returned|come\s+back|deferred)\b"
    r"[^.;]{0,60}?\b(?:to|at|until)\s+(?:the|its|our)\s+(?:(?:next|following|future|panel|committee|scrutiny)(?:['’]s)?\s+){0,2}meeting\s+(?:to\s+be\s+held\s+)?(?:on|scheduled\s+for)\b",
    re.IGNORECASE,
)
ANOTHER_BODY = re.compile(
    r"\b(?:cabinet|council|executive|board|forum|commission)\b(?!\s+(?:member|officer|director))", re.IGNORECASE
)

Other = tuple[str, str, Paragraph, str]


def other_meetings(item: Item) -> Iterator[Other]:
    """Status (held or planned), day, paragraph and basis of each other meeting of the body that an item tells of."""
    for paragraph in item.paragraphs:
        if CONFIRMED.search(paragraph.text):
            yield from (("held", day, paragraph, "sentence") for day in confirmed(paragraph, item))
        if paragraph.style == "row" and not LINE.match(paragraph.text):
            continue
        if NEXT.search(item.title) or (LINE.match(paragraph.text) and len(paragraph.text) < 200):
            yield from (("planned", day, paragraph, "mark") for day in days(paragraph.text))
        else:
            told = [each.text for each in sentences(paragraph.text) if tells_of_next(each.text)]
            yield from (("planned", day, paragraph, "sentence") for text in told for day in days(text)[:1])


def tells_of_next(sentence: str) -> bool:
    """Whether a sentence says when the body is to meet again.

    >>> tells_of_next("An update should be brought to the meeting on 14 July 2021.")
    True
    >>> tells_of_next("The Cabinet will consider it; it would be reported to the meeting on 14 July 2021.")
    False
    """
    brought = BROUGHT_TO.search(sentence) and not ANOTHER_BODY.search(sentence)
    return bool(WILL_MEET.search(sentence) or brought)


def confirmed(paragraph: Paragraph, item: Item) -> list[str]:
    """The days of the meetings whose minutes a paragraph confirms; where it gives none, the heading does."""
    told = [each.text for each in sentences(paragraph.text) if CONFIRMED.search(each.text)]
    return [day for text in told for day in days(text)] or days(item.title)


def days(text: str) -> list[str]:
    """
    >>> days("Minutes of the meetings of 9 May 2023 and 4 July 2023")
    ['2023-05-09', '2023-07-04']
    """
    return [found.iso for found in dates_in(text) if found.precision == "day"]
