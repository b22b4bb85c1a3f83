"""The clerk's mark "Action" with who acts, behind a paragraph or on a line of its own below it.

Councillor Brindle agreed to raise this with the Bus Panel. (Action: AB)
Members asked for a map of the hubs.
ACTION: Head of Early Help
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reports.reading.paragraph import Paragraph

WORD = r"actions?(?:\s+(?:points?|by|for|required))?"
# A line that says who acts and not what is done.
BELOW = re.compile(rf"^\W*{WORD}\s*(?:[:\-–]\s*(?P<owner>[^.;()\[\]]{{2,90}}?))?\s*[)\]]?\W*$", re.IGNORECASE)
BEHIND = re.compile(
    rf"\s*[(\[]\s*{WORD}\s*(?:[:\-–]\s*(?P<owner>[^()\[\]]{{2,90}}?))?\s*[)\]]\s*\.?\s*$", re.IGNORECASE
)
# When it is due, behind who acts: "[Action: Jo Field, by 5 May 2021]".
DUE = re.compile(r"\s*[,;–-]?\s*\b(?:by|before|due|deadline:?)\s+(?=.{0,24}(?:\d|meeting\b)).{3,40}$", re.IGNORECASE)
# The bracket is closed on the next line.
BROKEN = re.compile(rf"[(\[]\s*{WORD}\s*[:\-–]?(?:\s*[\w'’&, -]{{0,60}})?$", re.IGNORECASE)
# People, offices and initials begin with capitals; a sentence that asks for something has a verb.
OWNER = re.compile(
    r"(?:(?:the|of|for|and|to|&|all)\s+|[A-Z][\w'’.&-]*[,/:]?\s+|[/&]\s*)*(?:[A-Z][\w'’.&-]*|officers?|members?|all)$"
)
DEED = re.compile(r"\b(?:to|will|would|should|be)\s+[a-z]{2,}\b")


@dataclass(frozen=True, slots=True)
class Mark:
    """Who acts, None where the mark names nobody, and the words that say by when."""

    owner: str | None
    due: str | None = None


def with_marks(paragraphs: Sequence[Paragraph]) -> tuple[list[Paragraph], dict[int, Mark]]:
    """The paragraphs without the marks behind and below them; the mark for the ordinal of each marked one."""
    kept: list[Paragraph] = []
    marks: dict[int, Mark] = {}
    for paragraph in joined(paragraphs):
        below, behind = BELOW.match(paragraph.text), BEHIND.search(paragraph.text)
        if kept and below and is_mark(paragraph, below) and kept[-1].style not in ("row", "heading"):
            marks[kept[-1].ordinal] = mark_in(below)
        elif behind and behind.start() > 0 and is_owner(behind["owner"]) and paragraph.style not in ("row", "heading"):
            kept.append(replace(paragraph, text=paragraph.text[: behind.start()]))
            marks[paragraph.ordinal] = mark_in(behind)
        else:
            kept.append(paragraph)
    return kept, marks


def joined(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The paragraphs; a bracket that one opens and the next closes is in the one."""
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        closes = len(paragraph.text) < 90 and re.search(r"^[^()\[\]]*[)\]]\W*$", paragraph.text)
        if found and closes and BROKEN.search(found[-1].text):
            found[-1] = replace(found[-1], text=f"{found[-1].text} {paragraph.text}")
        else:
            found.append(paragraph)
    return found


def is_mark(paragraph: Paragraph, below: re.Match[str]) -> bool:
    """Whether a line is a mark for what stands above it, and does not head a list of actions."""
    if not is_owner(below["owner"]):
        return False
    bracketed = paragraph.text.lstrip()[:1] in ("(", "[")
    return bracketed or below["owner"] is not None


def is_owner(text: str | None) -> bool:
    """
    >>> is_owner("Head of Early Help"), is_owner("AB/CD"), is_owner("Officers to send a map"), is_owner(None)
    (True, True, False, True)
    """
    if text is None:
        return True
    text = DUE.sub("", text)
    return bool(OWNER.match(text.replace("/", " / ").strip())) and not DEED.search(text)


def mark_in(found: re.Match[str]) -> Mark:
    """Who acts and by when."""
    said = found["owner"] or ""
    due = DUE.search(said)
    owner = (said[: due.start()] if due else said).strip(" ,:–-")
    return Mark(owner or None, due[0].strip(" ,;–-") if due else None)
