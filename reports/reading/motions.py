"""Motions and amendments put to a meeting: who moved them, what they said, whether they were carried.

It was moved by Councillor D Ollerenshaw and seconded by Councillor H Wyecroft that the words "not before August" be
inserted. On being put to the vote the amendment was LOST by 4 votes to 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.agenda import Item
from reports.reading.facts import Amendment, Source, Votes
from reports.reading.motion_results import (
    AGREED_TO_FOLLOWING,
    LOST,
    PUT,
    RESULT_BEHIND,
    VOTE,
    is_bare_result,
    is_result,
    tells_result,
)
from reports.reading.names import TITLE, without_title
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import sentences
from reports.reading.vote_lists import VoteList
from reports.reading.votes import METHOD, together, vote_in

# A full stop stands behind initials only: behind a surname it ends the sentence.
WHO = rf"(?:{TITLE}\s+)?(?:(?:(?:[A-Z]\.)+|St\.|[A-Z][\w'’-]*)\s+){{0,3}}[A-Z][\w'’-]+"
OFFICE = (
    r"(?:[Tt]he\s+)?(?:Vice[\s-]|Deputy\s+)?(?:Chair(?:man|woman|person)?|Leader"
    r"(?:\s+of\s+the\s+\w+)?|Executive\s+Member|Cabinet\s+Member|Mayor)"
)
MOVER = rf"(?P<mover>{OFFICE}|{WHO})"
SECONDER = rf"(?P<seconder>{OFFICE}|{WHO})"

# "Councillor Brindle (Leader of the Council)".
IN_BRACKETS = r"(?:\s*\([^()]{3,90}\))?"
MOVED_BY = re.compile(
    rf"\b(?i:moved|proposed)\s+(?:as\s+an\s+amendment\s+)?(?i:by)\s+{MOVER}{IN_BRACKETS}(?:\s*,?\s*(?:and\s+)?(?:duly\s+)?(?i:seconded\s+by)\s+{SECONDER}{IN_BRACKETS})?"
)
WHO_MOVED = re.compile(
    rf"\b{MOVER}\s*,?\s+(?:then\s+|formally\s+|duly\s+)?(?i:moved|proposed)(?:\s*,?\s*(?:(?:and|with)\s+)?{SECONDER}(?:,\s[^.;]{{3,140}}?)?\s*,?\s+(?:duly\s+)?(?i:seconded|seconding))?"
)
SUGGESTED = re.compile(
    rf"^\W*{MOVER}\s+(?:suggested|requested|asked\s+for|put\s+forward|tabled)\b.{{0,80}}?\b(?:wording|amend(?:ment|ments|ed)|insert(?:ed|ion)?|addition(?:al)?)\b"
)
SECONDED = re.compile(rf"\b(?i:seconded\s+by)\s+{SECONDER}|\b(?P<seconder2>{OFFICE}|{WHO})\s+(?i:seconded)\b")
# "Moved by A, seconded by B and RESOLVED that ..." is the resolution itself.
RESOLVED_AT_ONCE = re.compile(r"\W*(?:and\s*)?(?:it\s+was\s+)?(?:unanimously\s+)?resolved\b", re.IGNORECASE)
IS_MOTION = re.compile(
    r"\b(?:amend(?:ment|ments|ed)?|motion|the\s+words?\b|insert(?:ed)?|delet(?:e|ed)|replac(?:e|ed)|substitut\w+|wording|recommendations?|that\b)"
    # Its words stand below.
    r"|:\W*$",
    re.IGNORECASE,
)
AMENDING = re.compile(r"\b(?:amend(?:ment|ments|ed)?|motion|wording|words)\b", re.IGNORECASE)

OF_AMENDMENT = re.compile(r"\bamend(?:ment|ments|ed)?\b", re.IGNORECASE)
ENDS = re.compile(r"^\W*(?:conclusions?|resolved|decisions?)\b", re.IGNORECASE)
# The motion itself, when it is put after its amendments.
OF_MAIN = re.compile(
    r"\b(?:substantive|original|main|amended|unamended)\s+(?:motion|recommendations?|proposal)|\b(?:motion|proposal|recommendations?),?\s+as\s+amended\b"
    r"|^\W*the\s+(?:motion|recommendations?)\b(?!.{0,60}\bamendment)",
    re.IGNORECASE,
)
# How many paragraphs a motion may take from its mover to its result.
LENGTH = 40
OPEN_END = re.compile(
    r"(?:\bthat(?:\s+(?:the\s+)?(?:cabinet|council|committee|panel|board))?|[:;“\"]|\bfollowing\s+(?:\w+\s+)?(?:amendment|motion))\W*$",
    re.IGNORECASE,
)
# Words with which a debate is told, and not a motion.
DEBATE = re.compile(
    r"\b(?:debate|seconded|spoke|speakers?|thanked|said\s+that|commented|raised|in\s+response|put\s+(?:the|to)|on\s+being\s+put|voted|members\s+(?:noted|asked|felt))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Motion:
    """What was moved: by whom, in which words, and the paragraphs it takes, result included."""

    mover: str
    seconder: str | None
    text: str
    paragraphs: tuple[Paragraph, ...]
    carried: bool | None
    votes: Votes | None


def amendments(item: Item, committee: str | None, held_on: str | None) -> list[Amendment]:
    """The motions and amendments of an item of business."""
    return [
        Amendment(
            committee=committee,
            held_on=held_on,
            item=item.number or item.title,
            proposer=bare(motion.mover),
            seconder=bare(motion.seconder) if motion.seconder else None,
            text=motion.text,
            carried=motion.carried,
            votes=motion.votes,
            source=Source(
                motion.paragraphs[0].page,
                next((each.label for each in motion.paragraphs if each.label), None),
                motion.paragraphs[0].text,
                tuple(each.ordinal for each in motion.paragraphs),
                "sentence",
            ),
        )
        for motion in motions(item.paragraphs)
    ]


def bare(name: str) -> str:
    """
    >>> bare("The Chairman"), bare("Councillor D Ollerenshaw")
    ('Chairman', 'D Ollerenshaw')
    """
    return re.sub(r"^the\s+", "", without_title(name), flags=re.IGNORECASE)


def motions(paragraphs: Sequence[Paragraph]) -> Iterator[Motion]:
    place = 0
    while place < len(paragraphs):
        moved = moved_in(paragraphs[place])
        if not moved:
            place += 1
            continue
        # The words of a motion that ends with "that" stand below it; then comes the debate, however long.
        ahead = paragraphs[place : place + 2 * LENGTH]
        words = words_below(ahead[:LENGTH])
        length, resolved = until_result(ahead, words)
        if not length and (result := main_result(ahead, words)):
            yield motion(moved, [*ahead[:words], *result], words, True, False)
        elif length or AMENDING.search(paragraphs[place].text):
            used = ahead[: max(length, words)]
            told = [*used[:words], *(each for each in used[words:] if tells_result(each))] if words > 1 else used
            yield motion(moved, told, words, bool(length), resolved and not OF_AMENDMENT.search(paragraphs[place].text))
        place += max(length, words)


def words_below(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs a motion's words take: its mover's alone, or the points below, or all up to the quote's end.

    >>> words_below([Paragraph(ordinal=0, page=1, text="Mr Brindle moved that the Council"), ])
    1
    """
    first = paragraphs[0].text
    below = paragraphs[1].text if len(paragraphs) > 1 else ""
    if not OPEN_END.search(first) and not is_open(first):
        return 1
    if is_open(first) or below.startswith("“"):
        for place, paragraph in enumerate(paragraphs[1:], start=1):
            if PUT.search(paragraph.text) or moved_in(paragraph) or isinstance(paragraph, VoteList):
                break
            if paragraph.text.rstrip(" .").endswith("”"):
                return place + 1
    return 1 + (points_below(paragraphs[1:]) if OPEN_END.search(first) else 0)


def is_open(text: str) -> bool:
    """Whether a quotation that begins in a text does not end in it."""
    return text.rfind("“") > text.rfind("”")


def points_below(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at once belong to a motion's words: the quoted or lettered points below it."""
    for place, paragraph in enumerate(paragraphs):
        if (
            paragraph.style == "heading"
            or moved_in(paragraph)
            or isinstance(paragraph, VoteList)
            or (not paragraph.label and is_bare_result(paragraph.text))
            or ENDS.match(paragraph.text)
            or DEBATE.search(paragraph.text)
        ):
            return place
    return len(paragraphs)


def moved_in(paragraph: Paragraph) -> re.Match[str] | None:
    """Where a paragraph says who moves something."""
    if paragraph.style == "heading":
        return None
    found = MOVED_BY.search(paragraph.text) or WHO_MOVED.search(paragraph.text)
    if (
        found
        and not RESOLVED_AT_ONCE.match(paragraph.text[found.end() :])
        and IS_MOTION.search(paragraph.text)
        and not re.match(r"(?:It|They|Members|Officers|Cabinet)\b", found["mover"])
    ):
        return found
    return SUGGESTED.search(paragraph.text)


def until_result(paragraphs: Sequence[Paragraph], words: int) -> tuple[int, bool]:
    """How many paragraphs a motion takes up to its result, 0 where none is told; whether a resolution follows it.

    words: how many of them are the motion's own words, which may speak of other motions.
    """
    for place, paragraph in enumerate(paragraphs):
        if 0 < place < words:
            continue
        if place and (ENDS.match(paragraph.text) or (moved_in(paragraph) and not is_bare_result(paragraph.text))):
            return 0, bool(ENDS.match(paragraph.text))
        if place == 0 and words > 1:
            if AGREED_TO_FOLLOWING.search(paragraph.text):
                return words, False
            continue
        if any(is_result(each.text) for each in sentences(paragraph.text)):
            # The names may follow the result.
            listed = paragraphs[place + 1 : place + 2]
            return place + 1 + (bool(listed) and isinstance(listed[0], VoteList)), False
    return 0, False


def main_result(paragraphs: Sequence[Paragraph], words: int) -> Sequence[Paragraph]:
    """The paragraphs that tell the result of a motion that was put after its amendments; empty where none do.

    words: how many of the paragraphs are the motion's own words.
    """
    amended = False
    for place, paragraph in enumerate(paragraphs[words:], start=words):
        if moved_in(paragraph) and not is_bare_result(paragraph.text):
            if not OF_AMENDMENT.search(paragraph.text):
                return ()
            amended = True
        elif ENDS.match(paragraph.text):
            return ()
        elif amended and not paragraph.cells and OF_MAIN.search(paragraph.text):
            for last in range(place, min(place + 4, len(paragraphs))):
                if any(is_result(each.text) for each in sentences(paragraphs[last].text)):
                    return paragraphs[place : last + 1]
    return ()


def motion(moved: re.Match[str], paragraphs: Sequence[Paragraph], words: int, decided: bool, resolved: bool) -> Motion:
    """The motion that begins with a mover and ends with its result; resolved: a resolution of its words follows."""
    said = [
        (each.text, place)
        for place, paragraph in enumerate(paragraphs)
        if not isinstance(paragraph, VoteList)
        for each in sentences(paragraph.text)
    ]
    results = [
        text
        for text, place in said
        if (is_result(text) and (words == 1 or place >= words)) or (place == 0 and AGREED_TO_FOLLOWING.search(text))
    ]
    result = results[-1] if results and decided else ""
    lists = [each.votes for each in paragraphs if isinstance(each, VoteList)]
    told = vote_in(result) or vote_beside(said) if result else None
    if lists and (how := METHOD.search(" ".join(text for text, _ in said))):
        lists.append(replace(lists[-1], method=" ".join(how[0].lower().split())))
    return Motion(
        mover=moved["mover"],
        seconder=moved.groupdict().get("seconder") or seconder_in(" ".join(text for text, _ in said)),
        text=worded(moved, paragraphs[:words], [] if words > 1 else results),
        paragraphs=tuple(each for paragraph in paragraphs for each in told_by(paragraph)),
        carried=(True if resolved else None) if not result else not LOST.search(result),
        votes=together(told, lists[-1]) if lists else told,
    )


def told_by(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    return paragraph.told if isinstance(paragraph, VoteList) else (paragraph,)


def vote_beside(said: Sequence[tuple[str, int]]) -> Votes | None:
    """The vote that another sentence of the result's paragraph tells: "For 4, Against 5. The amendment was lost"."""
    last = said[-1][1]
    return vote_in(" ".join(text for text, place in said if place == last and VOTE.search(text)))


def worded(moved: re.Match[str], paragraphs: Sequence[Paragraph], results: Sequence[str]) -> str:
    """The words that were moved: from the mover on, without the result."""
    lines = [re.split(r"(?<=[.;:])\s", paragraphs[0].text[: moved.start()])[-1] + paragraphs[0].text[moved.start() :]]
    lines += [
        f"{each.label} {each.text}" if each.label and not re.match(r"\d+\.", each.label) else each.text
        for each in paragraphs[1:]
    ]
    text = "\n".join(lines)
    for result in results:
        # One sentence may hold the motion and its result.
        text = text.replace(result, "") if text.strip() != result.strip() else RESULT_BEHIND.sub("", text)
    return re.sub(r"[ \t]+\n|\n{2,}", "\n", text).strip()


def seconder_in(text: str) -> str | None:
    found = SECONDED.search(text)
    return (found["seconder"] or found["seconder2"]) if found else None
