"""Motions that a meeting carried, or lost, without the clerk writing the resolution out once more.

Councillor Brindle proposed, and Councillor Tolland seconded, that the Council record its thanks to the retiring clerk.
Agreed unanimously.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.agenda import Item
from reports.reading.facts import Decision
from reports.reading.minuted import decision
from reports.reading.motions import OF_AMENDMENT, Motion, motions
from reports.reading.outcomes import outcome_of
from reports.reading.resolution_votes import Resolution
from reports.reading.sentences import sentences

# What is done to the words of a motion or to a report's recommendations.
CHANGES = re.compile(
    r"\brecommendations?\b[^.;]{0,60}\bbe\s+(?:deleted|replaced|removed|changed|reworded|substituted)\b"
    r"|\bthe\s+words?\b|\b(?:insert|delete|add)\w*\s+(?:at\s+the\s+end|after|before|the\s+following)\b|\bsubject\s+to\b",
    re.IGNORECASE,
)


def carried(item: Item, found: Sequence[Resolution], committee: str | None, held_on: str | None) -> Iterator[Decision]:
    """A decision for each motion of an item that was carried or lost, save amendments and those that a resolution
    repeats or stands in place of.
    """
    told = list(motions(item.paragraphs))
    resolved = [each.ordinal for resolution in found for each in resolution.paragraphs]
    for place, motion in enumerate(told):
        # Amendments stand between a motion and its resolution.
        until = next((each.paragraphs[0].ordinal for each in told[place + 1 :] if not of_amendment(each)), None)
        if motion.carried is not None and not of_amendment(motion) and not is_repeated(motion, resolved, until):
            kept = Resolution(list(motion.paragraphs), motion.votes, label=motion.paragraphs[0].label, basis="sentence")
            outcome = outcome_of(motion.text) if motion.carried else "rejected"
            yield replace(
                decision(kept, item, committee, held_on),
                text=motion.text,
                outcome="agreed" if outcome == "other" else outcome,
            )


def of_amendment(motion: Motion) -> bool:
    """
    >>> from reports.reading.paragraph import Paragraph
    >>> said = "Mr Brindle moved that recommendation (2) be deleted."
    >>> of_amendment(Motion("A Brindle", None, said, (Paragraph(ordinal=0, page=1, text=said),), None, None))
    True
    """
    first = sentences(motion.text)[:1]
    headed = re.match(r"\W*amendment\b", motion.paragraphs[0].text, re.IGNORECASE)
    return bool(headed or (first and (OF_AMENDMENT.search(first[0].text) or CHANGES.search(first[0].text))))


def is_repeated(motion: Motion, resolved: Sequence[int], until: int | None) -> bool:
    """Whether a resolution takes a motion's own paragraphs, or follows it before the next motion."""
    begins = motion.paragraphs[0].ordinal
    return any(begins <= ordinal and (until is None or ordinal < until) for ordinal in resolved)
