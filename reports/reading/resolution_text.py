"""A resolution's words: its points with their letters, and those that say what was done."""

from __future__ import annotations

import re

from reports.reading.clerks_marks import INNER_NUMBER
from reports.reading.outcomes import outcome_of
from reports.reading.paragraph import Paragraph


def point(paragraph: Paragraph, place: int) -> str:
    """A paragraph of a resolution with its letter or bullet; the first without the number of the minutes."""
    if place == 0:
        return INNER_NUMBER.sub("", lead_off(paragraph.text))
    if paragraph.style == "bullet":
        return f"• {paragraph.text}"
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def lead_off(text: str) -> str:
    """A resolution's words from the clerk's mark on, where discussion stands before it.

    >>> lead_off("Members thanked the staff. RESOLVED that the report be noted.")
    'RESOLVED that the report be noted.'
    """
    found = re.search(r"(?:It was\s+)?\bRESOLVED\b", text)
    return text[found.start() :] if found and re.search(r"[.!?)]\s*$", text[: found.start()]) else text


def governing(text: str) -> str:
    """The words that say what was done: from the clerk's mark on where there is one."""
    found = re.search(r"\b(?:RESOLVED|AGREED)\b\W*(?:that\b|to\b)?", text)
    rest = (
        text[found.end() :]
        if found
        else re.sub(
            r"^\W*(?:it\s+was\s+)?(?:unanimously\s+)?(?:resolved|agreed)\W*(?:that\b|to\b)?",
            "",
            text,
            flags=re.IGNORECASE,
        )
    )
    return rest if outcome_of(rest) != "other" else text
