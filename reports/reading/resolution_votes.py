"""The vote on a resolution of the minutes: told beside its words, below them, or in a recorded vote before them.

>>> vote_of(Paragraph(ordinal=0, page=1, text="RESOLVED unanimously - That the plan be approved.")).unanimous
True
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reports.reading.clerks_marks import OF_AMENDMENT, SHOUTED, VOTED
from reports.reading.facts import Votes
from reports.reading.motion_results import LOST, is_bare_result, is_result
from reports.reading.motions import told_by
from reports.reading.paragraph import Paragraph
from reports.reading.vote_lists import VoteList
from reports.reading.votes import together, vote_in, vote_row


@dataclass
class Resolution:
    """A resolution in the making: its paragraphs, what was voted, and the number it goes by."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    votes: Votes | None = None
    closed: bool = False
    label: str | None = None
    # The clerk's own word for what was done, where it heads the points: "It was APPROVED that:".
    verb: str = ""
    # How it is known for one: the clerk's mark, or a sentence that tells what the body did.
    basis: str = "mark"
    voted: list[Paragraph] = field(default_factory=list)


def recorded_before(paragraphs: Sequence[Paragraph]) -> VoteList | None:
    """The recorded vote that ends these paragraphs, save for its result; None where it was an amendment's or lost."""
    place = next((place for place, each in enumerate(paragraphs) if isinstance(each, VoteList)), None)
    if place is None:
        return None
    around = [*paragraphs[max(place - 1, 0) : place], *paragraphs[place + 1 :]]
    carried = all(is_bare_result(each.text) or is_result(each.text) for each in paragraphs[place + 1 :])
    if not carried or any(OF_AMENDMENT.search(each.text) or LOST.search(each.text) for each in around):
        return None
    found = paragraphs[place]
    return found if isinstance(found, VoteList) else None


def tells_vote(paragraph: Paragraph, found: Sequence[Resolution]) -> bool:
    if not found:
        return False
    if isinstance(paragraph, VoteList):
        return True
    if paragraph.style == "row":
        return vote_row(paragraph.cells) is not None
    return bool(VOTED.match(paragraph.text)) and not SHOUTED.search(paragraph.text)


def take_vote(resolution: Resolution, paragraph: Paragraph) -> None:
    if isinstance(paragraph, VoteList):
        votes: Votes | None = paragraph.votes
    else:
        votes = vote_row(paragraph.cells) if paragraph.style == "row" else vote_in(paragraph.text)
    resolution.votes = together(resolution.votes, votes)
    resolution.voted.extend(told_by(paragraph))
    resolution.closed = True


def vote_of(paragraph: Paragraph) -> Votes | None:
    """The vote that a resolution's own words state: "RESOLVED unanimously", "(For: 7, Against: 3)"."""
    if re.search(
        r"\bunanimous|\bvot(?:es?|ed|ing)\b|\babst|\bfor\W{1,3}\d|\bshow\s+of\s+hands", paragraph.text, re.IGNORECASE
    ):
        return vote_in(paragraph.text)
    return None
