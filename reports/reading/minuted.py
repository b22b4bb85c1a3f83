"""What minutes record as resolved, item by item.

    Conclusions:
    3.7  1. The panel noted the responses.
         On a show of hands this was agreed unanimously.
         2. The panel recommended that Cabinet agree to close the centre.
         For 7   Against 3   Abstentions 1

An item has one resolution, whose points stay together, unless its points were voted on one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.agenda import Item
from reports.reading.clerks_marks import (
    AS_AMENDED,
    BEGINS,
    BODY_DID,
    CONFIRMED,
    DEFERRED,
    DID,
    DOTTED,
    ENDS,
    KEY,
    LEADS,
    NOTHING,
    OF_AMENDMENT,
    OPEN_END,
    OUTCOME_BEHIND,
    POINT,
    RESOLVED,
    SHOUTED,
    THAT_BODY,
    TOLD,
    VOTE_BEFORE,
    WAS_AGREED,
    WEIGHTY,
)
from reports.reading.facts import Decision, Source, Votes
from reports.reading.labels import comes_after
from reports.reading.motion_results import is_bare_result
from reports.reading.motions import moved_in
from reports.reading.outcomes import outcome_of
from reports.reading.paragraph import Paragraph
from reports.reading.record_notes import reference_behind
from reports.reading.resolution_reasons import Why, why
from reports.reading.resolution_text import governing, point
from reports.reading.resolution_votes import Resolution, recorded_before, take_vote, tells_vote, vote_of
from reports.reading.sentences import sentences
from reports.reading.vote_lists import VoteList
from reports.reading.votes import together, vote_in

NOTED_DECISION = re.compile(r"[(\[][^()\[\]]*\b(?:key\s+decision|decision|forward\s+plan)\b", re.IGNORECASE)


def resolutions(item: Item) -> list[Resolution]:
    """What was resolved in an item of business, in order."""
    # What stands in the column of actions is no point of a resolution.
    item = replace(item, paragraphs=tuple(each for each in item.paragraphs if each.style != "margin"))
    begun = next((place for place in range(len(item.paragraphs)) if begins(item.paragraphs, place)), None)
    said = item.paragraphs if begun is None else item.paragraphs[:begun]
    found = list(inline(said))
    if begun is not None:
        found += block(item.paragraphs[begun:])
    if not found:
        found = list(done_by_body(item.paragraphs)) or [
            Resolution([each], label=each.label, basis="sentence")
            for each in item.paragraphs
            if each.style in ("bullet", "paragraph") and OUTCOME_BEHIND.match(each.text)
        ]
    for resolution in found:
        with_vote_before(resolution, item.paragraphs)
    return found


def begins(paragraphs: Sequence[Paragraph], place: int) -> bool:
    """Whether a resolution stands below a line; "Agreed unanimously." below a motion is that motion's result."""
    paragraph = paragraphs[place]
    if THAT_BODY.match(paragraph.text) and place + 1 < len(paragraphs) and DID.match(paragraphs[place + 1].text):
        return True
    if not BEGINS.match(paragraph.text) or paragraph.cells:
        return False
    return not (place and is_bare_result(paragraph.text) and moved_in(paragraphs[place - 1]))


def with_vote_before(resolution: Resolution, paragraphs: Sequence[Paragraph]) -> None:
    """Adds the vote that the paragraph before a resolution tells: "It was put to the vote: For 5, Against 4"."""
    place = next((place for place, each in enumerate(paragraphs) if each is resolution.paragraphs[0]), 0)
    ahead = [each for each in paragraphs[max(place - 5, 0) : place] if not BEGINS.match(each.text)]
    before = ahead[-1:]
    if resolution.votes or not before or before[0].style in ("row", "heading") or is_resolved(before[0]):
        return
    if recorded := recorded_before(ahead[-3:]):
        resolution.votes = recorded.votes
        resolution.voted.extend(recorded.told)
        return
    told = [
        each.text
        for each in sentences(before[0].text)
        if VOTE_BEFORE.search(each.text) and not OF_AMENDMENT.search(AS_AMENDED.sub("", each.text))
    ]
    if told and not (OF_AMENDMENT.search(AS_AMENDED.sub("", before[0].text)) and len(told) > 1):
        resolution.votes = vote_in(" ".join(told)) or vote_in(before[0].text)
        resolution.voted.append(before[0])


def block(paragraphs: Sequence[Paragraph]) -> list[Resolution]:
    """The resolutions that stand below a line such as "Conclusions:"."""
    found: list[Resolution] = []
    label: str | None = None
    votes: Votes | None = None
    verb = ""
    for place, paragraph in enumerate(paragraphs):
        if ENDS.match(paragraph.text) or (found and is_in_another_part(paragraph, found[-1])):
            break
        if found and is_told_after(paragraph, found[-1]):
            return [*found, *inline(paragraphs[place:])]
        if BEGINS.match(paragraph.text) or begins(paragraphs, place):
            verb = mark[0] if (mark := WEIGHTY.search(paragraph.text)) else ""
            # "It was RESOLVED unanimously:" tells the vote of what follows.
            votes = vote_of(paragraph)
            continue
        label = paragraph.label if paragraph.label and DOTTED.fullmatch(paragraph.label) else label
        if tells_vote(paragraph, found):
            take_vote(found[-1], paragraph)
        elif not found or begins_another(paragraph, found[-1]):
            if not NOTHING.match(paragraph.text):
                found.append(Resolution([paragraph], together(vote_of(paragraph), votes), label=label, verb=verb))
                votes = None
        else:
            found[-1].paragraphs.append(paragraph)
            found[-1].votes = together(found[-1].votes, vote_of(paragraph))
    return found


def is_in_another_part(paragraph: Paragraph, resolution: Resolution) -> bool:
    """Whether the meeting was closed, or opened again, after a resolution: what follows is no point of it."""
    return paragraph.part != resolution.paragraphs[-1].part


def is_told_after(paragraph: Paragraph, resolution: Resolution) -> bool:
    """Whether the minutes go on telling below a resolution of several points: "Officers were asked to ..."."""
    last = resolution.paragraphs[-1]
    complete = bool(last.label) and len(resolution.paragraphs) > 1 and last.text.rstrip().endswith(".")
    plain = paragraph.style == "paragraph" and not paragraph.label and not isinstance(paragraph, VoteList)
    return complete and plain and bool(TOLD.match(paragraph.text)) and not tells_vote(paragraph, [resolution])


def begins_another(paragraph: Paragraph, last: Resolution) -> bool:
    """Whether a paragraph begins a new resolution: it has a number of the minutes, or the one before was voted on."""
    return last.closed or bool(paragraph.label and DOTTED.fullmatch(paragraph.label))


def inline(paragraphs: Sequence[Paragraph]) -> Iterator[Resolution]:
    """Resolutions that stand among the discussion, each with the points below it."""
    place = 0
    while place < len(paragraphs):
        paragraph = paragraphs[place]
        place += 1
        if not is_resolved(paragraph):
            continue
        basis = "mark" if RESOLVED.match(paragraph.text) or SHOUTED.search(paragraph.text) else "sentence"
        resolution = Resolution([paragraph], vote_of(paragraph), label=paragraph.label, basis=basis)
        while place < len(paragraphs) and goes_on(paragraphs[place], resolution):
            if tells_vote(paragraphs[place], [resolution]):
                take_vote(resolution, paragraphs[place])
            else:
                resolution.paragraphs.append(paragraphs[place])
            place += 1
        yield resolution


def is_resolved(paragraph: Paragraph) -> bool:
    text = paragraph.text
    if paragraph.style == "row" or NOTHING.match(text) or ENDS.match(text):
        return False
    if paragraph.style == "heading" and not RESOLVED.match(text):
        return False
    shouted = SHOUTED.search(text) and not text.isupper()
    return bool(
        RESOLVED.match(text) or shouted or LEADS.search(text) or CONFIRMED.search(text) or DEFERRED.match(text)
    ) and not is_of_another(text)


def is_of_another(text: str) -> bool:
    """Whether a paragraph tells of what another body did, or what was done with an amendment."""
    return (
        bool(re.search(r"\b(?:amendment|motion)\b[^.]{0,60}\b(?:LOST|FELL|CARRIED)\b", text)) and "RESOLVED" not in text
    )


def goes_on(paragraph: Paragraph, resolution: Resolution) -> bool:
    """Whether a paragraph belongs to the resolution above it: a point of it, or its vote."""
    if ENDS.match(paragraph.text) or BEGINS.match(paragraph.text) or is_in_another_part(paragraph, resolution):
        return False
    if tells_vote(paragraph, [resolution]):
        return True
    if resolution.closed or paragraph.style == "row":
        return False
    open_end = bool(OPEN_END.search(resolution.paragraphs[-1].text))
    is_point = paragraph.style == "bullet" or bool(
        paragraph.label and (POINT.fullmatch(paragraph.label) or paragraph.label.isdigit())
    )
    if paragraph.style == "heading":
        # Some clerks set the resolution itself bold.
        return open_end and len(paragraph.text) > 40
    if is_point and is_next_point(paragraph, resolution):
        return True
    return open_end and (is_point or len(resolution.paragraphs) == 1 or not paragraph.label)


def is_next_point(paragraph: Paragraph, resolution: Resolution) -> bool:
    """Whether a point has the number or letter after the last point's, which may have ended with a full stop."""
    last = resolution.paragraphs[-1].label if len(resolution.paragraphs) > 1 else None
    return bool(last and paragraph.label and comes_after(paragraph.label, last))


def done_by_body(paragraphs: Sequence[Paragraph]) -> Iterator[Resolution]:
    """For an item without the clerk's marks: the body's deed in its last paragraphs."""
    prose = [each for each in paragraphs if each.style not in ("heading", "row") and not ENDS.match(each.text)]
    for paragraph in reversed(prose[-3:]):
        for sentence in sentences(paragraph.text):
            if (BODY_DID.match(sentence.text) or WAS_AGREED.match(sentence.text)) and not NOTHING.match(sentence.text):
                yield Resolution([paragraph], vote_of(paragraph), label=paragraph.label, basis="sentence")
                return


def reference_of(item: Item) -> str | None:
    """The reference of a decision in brackets behind the item's title or below it: "(Key Decision: KD2021/14)"."""
    below = [each.text for each in item.paragraphs[:1] if each.text.startswith(("(", "["))]
    notes = [note for note in (item.heading.text, *below) if NOTED_DECISION.search(note)]
    return next((found for note in notes if (found := reference_behind(note))), None)


def decision(resolution: Resolution, item: Item | None, committee: str | None, held_on: str | None) -> Decision:
    """A resolution as a fact; its points keep their letters, each on a line of its own."""
    first = resolution.paragraphs[0]
    text = "\n".join(point(paragraph, place) for place, paragraph in enumerate(resolution.paragraphs))
    told = why(item.paragraphs) if item else Why()
    used = (each.ordinal for each in [*resolution.paragraphs, *resolution.voted])
    passages = tuple(dict.fromkeys([*used, *told.passages]))
    return Decision(
        committee=committee,
        decided_on=held_on,
        item=item.number or item.title if item else None,
        reference=reference_of(item) if item else None,
        text=text,
        outcome=outcome_of(resolution.verb or governing(text)),
        key_decision=True if item and any(KEY.search(each.text) for each in (item.heading, *item.paragraphs)) else None,
        votes=resolution.votes,
        reasons=told.reasons,
        alternatives=told.alternatives,
        source=Source(first.page, resolution.label or first.label, first.text, passages, resolution.basis),
    )
