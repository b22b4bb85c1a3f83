"""The sections of an executive member's report, told by what their headings say and not by their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reports.reading.paragraph import Paragraph
from reports.reading.sentences import is_heading, labelled

# The first line that a heading fits names its section.
SECTIONS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("consequences", r"\bconsequen|\bfollow[\s-]up (?:to|on|from)|\bprogress (?:on|with|against) (?:earlier"
                         r"|previous|past|cabinet)|\bimplementation of (?:earlier|previous|cabinet)"
                         r"|\bupdates? on (?:earlier|previous) decisions|\bactions? arising"
                         r"|\b(?:effects?|outcomes?|results?|impact) of (?:earlier|previous|past|cabinet)"),
        ("anticipated", r"\banticipat|\bforthcoming\b|\bfuture (?:decisions|business|items)"
                        r"|\bdecisions? (?:to be (?:made|taken)|expected|due|planned|ahead|in the (?:coming|next))"
                        r"|\b(?:expected|planned|upcoming|coming|pending|future) (?:\w+ )?(?:decisions|business)"
                        r"|\bdecisions?,? (?:coming up|ahead|on the way|to come)\b|\bcoming up\b"
                        r"|\bforward plan\b|\blooking (?:ahead|forward)\b"
                        r"|\b(?:items|matters|business|reports) (?:coming|going|due|to come|for) "
                        r"(?:up )?(?:to |before )?(?:the )?(?:cabinet|executive)\b"
                        r"|^what(?:['’]s| is) (?:coming|next)\b"),
        ("decisions", r"^what (?:has been|was|we(?:['’]ve| have)?) decided\b"
                      r"|\bdecisions?\b.*\b(?:since|made|taken|last|recent|by|of|period)\b|\b(?:cabinet|executive"
                      r"|key|recent|my|portfolio)\b.*\bdecisions?\b|^decisions?\b"
                      r"|\b(?:business|matters|items|reports) (?:considered|transacted|decided|determined|dealt with) "
                      r"by (?:the )?(?:cabinet|executive)"),
        ("partnerships", r"\bpartnerships?\b(?!.*\b(?:trust|update|agreement)\b)|\boutside bodies\b"
                         r"|\bboards? (?:on which|that) I\b|\bappointments? to\b"),
        ("panels", r"\b(?:cabinet )?panels?\b(?: meetings?)?$|\bcabinet panel|\bpanel meetings\b"
                   r"|\bcommittee meetings\b|\boverview and scrutiny$|\bscrutiny committee"),
    )
)  # fmt: skip
MEETING_OF_CABINET = re.compile(
    r"\b(?:Cabinet|Executive|Council|Panel|Committee)\b.*\d|\d.*\b(?:Cabinet|Executive)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph, the section it stands in, the heading right above it, and the numbered paragraph it belongs to."""

    paragraph: Paragraph
    section: str
    heading: Paragraph | None
    numbered: Paragraph


def placed(paragraphs: Iterable[Paragraph]) -> Iterator[Placed]:
    """Each paragraph in its section: front, decisions, consequences, anticipated, partnerships, panels or other."""
    every = list(paragraphs)
    numbers = sum(is_heading(paragraph) and _is_top(paragraph) for paragraph in every) > 1
    section, heading = "front", None
    for paragraph, numbered in labelled(every):
        if is_heading(paragraph):
            opened = _opened(paragraph, section, numbers)
            heading = None if opened else paragraph
            section = opened or section
        yield Placed(paragraph, section, heading, numbered)


def _opened(heading: Paragraph, current: str, numbers: bool) -> str | None:
    """The section that a heading opens; None for one that only divides the section it stands in."""
    if numbers and not _is_top(heading):
        return None
    named = next((name for name, pattern in SECTIONS if pattern.search(heading.text)), None)
    if named and not (
        current in {"decisions", "anticipated"} and MEETING_OF_CABINET.match(heading.text) and len(heading.text) < 40
    ):
        return named
    if numbers:
        return "other"
    inside = current in {"decisions", "anticipated"} and MEETING_OF_CABINET.search(heading.text)
    return None if current == "front" or inside or current == "other" else "other"


def _is_top(heading: Paragraph) -> bool:
    return heading.label is not None and re.fullmatch(r"(?:\d{1,2}|[A-Z])\.?", heading.label) is not None


def is_point(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a bullet or lettered: a point of what stands above it."""
    lettered = paragraph.label is not None and re.fullmatch(r"\(?[a-z ivx]{1,4}[).]?", paragraph.label) is not None
    return paragraph.style == "bullet" or lettered
