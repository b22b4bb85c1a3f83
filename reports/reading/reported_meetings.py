"""Meetings that a narrative tells of: held, announced, or joint.

>>> text = "The Audit Committee has met on 4 May and 1 June 2016."
>>> [(meeting.committee, meeting.held_on) for meeting in meetings_in_sentence(text, None)]
[('Audit Committee', '2016-05-04'), ('Audit Committee', '2016-06-01')]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.bodies import Body, bodies_in
from reports.reading.dates import Dated, span
from reports.reading.plan_entries import is_when
from reports.reading.yearless import dates_near

MEETS = re.compile(r"\b(?:met|meets?|meetings?|sat|convened)\b", re.IGNORECASE)
JOINT = re.compile(r"\bjoint(?:ly)?\b", re.IGNORECASE)
WILL_MEET = re.compile(
    r"\b(?:next\s+meets?|meets?\s+(?:next|again)|will\s+be\s+meeting|will\s+(?:next\s+|also\s+|again\s+)*(?:meet|be\s+held|take\s+place)|next\s+meeting|due\s+to\s+meet"
    r"|is\s+to\s+meet|further\s+meetings?\s+(?:is|are)|"
    r"meet(?:ing)?s?\s+(?:is|are)\s+(?:planned|scheduled|arranged))\b",
    re.IGNORECASE,
)
HAS_MET = re.compile(r"\b(?:met|held\s+(?:its|their|a|the)|was\s+held|were\s+held|took\s+place)\b", re.IGNORECASE)
WILL_HAVE_MET = re.compile(r"\bwill\s+have\s+(?:been|met|held)\b", re.IGNORECASE)
# "At its meeting on 4 May 2016 the Cabinet agreed".
AT_ITS = re.compile(r"\b[Aa]t\s+(?:its|their|the|a)\s+meetings?$")
ON_DAYS = re.compile(r"\s+(?:held\s+)?on\s+[^.;:]{3,60}?,?\s+(?:the\s+)?")
# A day that says since when, not when: "since my last report of 3 March".
SINCE = re.compile(
    r"\b(?:since|before|after|report(?:ed)?\s+(?:of|dated|to\s+[^,;:]{0,60}?\s?on|in)|election\s+(?:of|on)"
    r"|prior\s+to)(?:\s+(?:the|my))?\s*(?:meeting\s+(?:of|on)\s*)?$"
    r"|^Since\s[^,;:]{0,60}\breport(?:ed)?\s+to\s[^,;:]{0,40},\s+on\s+$",
    re.IGNORECASE,
)
# "Cabinet, 3 May 2016." or "Cabinet - 3 May 2016: family hubs" heads what was or will be done there.
HEADED = re.compile(r"(?P<head>[A-Z][^:.;]{5,100}?)\s*(?:[:.]|\s[–—-]\s[A-Z]|$)(?=\s|$|\w)")
THE_MEETINGS = re.compile(r"\b(?:at|from|during|of)\s+(?:the|its|both|either|these)\s+(?:[a-z]+\s+){0,2}?meetings?\b")
# "The Board, chaired by Ann Fell, meets", "the Board, which met".
ASIDE = re.compile(r"(?:,\s*(?:which|who|that)\b|,[^,;:]{3,70},)?[\w\s]{0,40}")
IT = re.compile(
    r"^(?:It|The\s+(?:Panel|Committee|Board|Group|next\s+meeting)|A\s+(?:further|joint|special|second)\s+meeting|At\s+(?:its|their)\s+(?:next|following|first|last)\s+meeting)\b"
)


@dataclass(frozen=True, slots=True)
class Reported:
    """A meeting as a sentence tells of it; `announced` where it looks forward, `foreseen` in "will have been"."""

    committee: str
    held_on: str
    joint_with: tuple[str, ...] = ()
    announced: bool = False
    foreseen: bool = False


def meetings_in_sentence(
    sentence: str, written: str | None, spoken_of: str | None = None, decider: str | None = None
) -> list[Reported]:
    """The meetings of a sentence; `spoken_of` is the body of the sentence before, which "it" means, `decider` the one
    whose decisions the section is about.

    >>> meetings_in_sentence("It will meet again on 12 June 2024.", None, "Youth Panel")
    [Reported(committee='Youth Panel', held_on='2024-06-12', joint_with=(), announced=True, foreseen=False)]
    """
    meets = MEETS.search(sentence)
    days = [dated for dated in dates_near(sentence, written) if _is_day(dated, sentence)]
    if days and (headed := HEADED.match(sentence)) and is_when(headed["head"], written):
        bodies = [body for body in bodies_in(headed["head"]) if body.sort != "agency"]
        return [Reported(body.name, days[0].iso) for body in bodies if days[0].end <= headed.end()][:1]
    if not meets or not days:
        return []
    committee, joint = _who(sentence, meets, spoken_of)
    if committee is None and decider and THE_MEETINGS.search(sentence) and not bodies_in(sentence):
        committee = spoken_of or decider
    if committee is None:
        return []
    will = WILL_MEET.search(sentence)
    foreseen = WILL_HAVE_MET.search(sentence) is not None
    return [Reported(committee, dated.iso, joint, _is_announced(dated, will, sentence), foreseen) for dated in days]


def _is_announced(dated: Dated, will: re.Match[str] | None, sentence: str) -> bool:
    """Whether a day is of a meeting to come: after "will meet", or in a sentence of which nothing has happened."""
    # "has met on 3 May and will have met on 9 June": the second is to come.
    later = WILL_HAVE_MET.search(sentence)
    if later and HAS_MET.search(sentence[: later.start()]) and later.end() <= dated.start:
        return True
    return will is not None and (will.start() < dated.start or not HAS_MET.search(sentence))


def _is_day(dated: Dated, sentence: str) -> bool:
    return dated.precision == "day" and not SINCE.search(sentence[: dated.start])


def _who(sentence: str, meets: re.Match[str], spoken_of: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Who met, and with whom where it was a joint meeting."""
    bodies = [body for body in bodies_in(sentence) if body.sort != "agency" and not _is_reported_to(body, sentence)]
    if JOINT.search(sentence[: meets.end() + 1]):
        names = list(
            dict.fromkeys(body.name for body in bodies if body.sort in {"panel", "cabinet", "council", "board"})
        )
        if len(names) == 1 and re.search(r"\bmeeting\s+with\b", sentence) and spoken_of:
            return spoken_of, (names[0],)
        return (names[0], tuple(names[1:])) if names else (None, ())
    body = _nearest(bodies, meets, sentence)
    if body:
        return body.name, ()
    return (spoken_of, ()) if IT.match(sentence) else (None, ())


def _is_reported_to(body: Body, sentence: str) -> bool:
    """Whether a body is only the one that a report went to: "since my report to Council"."""
    return (
        re.search(r"\b(?:reports?|reported|back)\s+to\s+(?:the\s+)?$", sentence[: body.start], re.IGNORECASE)
        is not None
    )


def _nearest(bodies: list[Body], meets: re.Match[str], sentence: str) -> Body | None:
    """The body beside the word: "Cabinet meetings", "the Panel has met", "meetings of Cabinet"."""
    for body in bodies:
        after = sentence[meets.end() : body.start]
        if body.start >= meets.end() and re.fullmatch(r"\s+of\s+(?:the\s+)?", after):
            return body
        if body.start > meets.end() and AT_ITS.search(sentence[: meets.end()]) and ON_DAYS.fullmatch(after):
            return body
    before = [body for body in bodies if body.end <= meets.start()]
    close = [body for body in before if ASIDE.fullmatch(sentence[body.end : meets.start()])]
    return close[-1] if close else None


def status_of(meeting: Reported, written: str | None, still_to_come: frozenset[str] = frozenset()) -> str:
    """held or planned: planned when announced, when the document elsewhere speaks of that day as still to come, or when
    it was written before that day.

    >>> status_of(Reported("Cabinet", "2014-06-16", foreseen=True), "2014-06", frozenset({"2014-06-16"}))
    'planned'
    """
    if meeting.announced or meeting.held_on in still_to_come:
        return "planned"
    if written is None:
        return "held"
    first, last, _ = span(written)
    day = span(meeting.held_on)[0]
    if day > last:
        return "planned"
    # Written in the month of the meeting, of which it says "there will have been": not yet held.
    return "planned" if meeting.foreseen and day >= first else "held"
