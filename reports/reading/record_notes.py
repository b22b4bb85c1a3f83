"""What stands in brackets behind an item's title in a notice of decisions.

>>> reference_behind("Family hubs (Key decision - ref. 2451)"), key_behind("Family hubs (Key decision - ref. 2451)")
('2451', True)
"""

from __future__ import annotations

import re

from reports.reading.record_answers import answer_in, reference_in

NOTE = re.compile(r"[(\[]([^()\[\]]{3,80})[)\]]")
NOTED = re.compile(
    r"\b(?:ref(?:erence)?|decision(?:\s+(?:no|number|ref(?:erence)?))?|forward\s+plan(?:\s+(?:no|number"
    r"|ref(?:erence)?))?)\b\.?\s*[:#–-]?\s*(?P<reference>[\w./-]*\d[\w./-]*)",
    re.IGNORECASE,
)


def reference_behind(title: str) -> str | None:
    """The reference behind a title; None where it prints none."""
    found = (NOTED.search(note) for note in NOTE.findall(title))
    return next((reference_in(match["reference"]) for match in found if match), None)


def key_behind(title: str) -> bool | None:
    """Whether the note behind a title calls the decision a key one; None where it does not say."""
    notes = (note for note in NOTE.findall(title) if re.search(r"\bkey\b", note, re.IGNORECASE))
    return next((answer_in(note) for note in notes), None)
