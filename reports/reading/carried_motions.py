"""Motions that a meeting carried without the clerk writing the resolution out once more.

Councillor Brindle proposed, and Councillor Tolland seconded, that the Council record its thanks to the retiring clerk.
Agreed unanimously.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.agenda import Item
from reports.reading.facts import Decision
from reports.reading.minuted import Resolution, decision
from reports.reading.motions import OF_AMENDMENT, Motion, motions
from reports.reading.outcomes import outcome_of
from reports.reading.sentences import sentences


def carried(item: Item, found: Sequence[Resolution], committee: str | None, held_on: str | None) -> Iterator[Decision]:
    """A decision for each motion of an item that was carried, save amendments and those that a resolution repeats."""
    told = list(motions(item.paragraphs))
    resolved = [each.ordinal for resolution in found for each in resolution.paragraphs]
    for place, motion in enumerate(told):
        until = told[place + 1].paragraphs[0].ordinal if place + 1 < len(told) else None
        if motion.carried and not of_amendment(motion) and not is_repeated(motion, resolved, until):
            kept = Resolution(list(motion.paragraphs), motion.votes, label=motion.paragraphs[0].label, basis="sentence")
            outcome = outcome_of(motion.text)
            yield replace(
                decision(kept, item, committee, held_on),
                text=motion.text,
                outcome="agreed" if outcome == "other" else outcome,
            )


def of_amendment(motion: Motion) -> bool:
    first = sentences(motion.text)[:1]
    return bool(first) and bool(OF_AMENDMENT.search(first[0].text))


def is_repeated(motion: Motion, resolved: Sequence[int], until: int | None) -> bool:
    """Whether a resolution takes a motion's own paragraphs, or follows it before the next motion."""
    begins = motion.paragraphs[0].ordinal
    return any(begins <= ordinal and (until is None or ordinal < until) for ordinal in resolved)
