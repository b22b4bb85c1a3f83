"""What does not add up in a document: noted for the reviewer, never put right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reports.reading.facts import Amendment, Attendance, Decision, Problem
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import source_of
from reports.reading.votes import total

PRESENT = ("chair", "vice_chair", "member", "substitute")


def numbers_used_twice(paragraphs: Sequence[Paragraph], form: str = r"\d+(?:\.\d+)+") -> list[Problem]:
    """A problem for each paragraph number of a form that is printed more than once in one part of a meeting."""
    counted: dict[tuple[str, str], list[Paragraph]] = {}
    for paragraph in paragraphs:
        if paragraph.label and paragraph.style != "row" and re.fullmatch(form, paragraph.label):
            counted.setdefault((paragraph.part, paragraph.label), []).append(paragraph)
    return [
        Problem(f"Paragraph number {label} is used {times(len(found))}", source_of(found[1], found[1].text, *found))
        for (_, label), found in counted.items()
        if len(found) > 1
    ]


def times(count: int) -> str:
    """
    >>> times(2), times(4)
    ('twice', '4 times')
    """
    return "twice" if count == 2 else f"{count} times"


def votes_not_adding_up(decisions: Iterable[Decision], present: Sequence[Attendance]) -> list[Problem]:
    """A problem for each vote whose counts are not the number of members present."""
    there = sum(one.role in PRESENT for one in present)
    found = []
    for decision in decisions:
        cast = (
            total(decision.votes)
            if decision.votes and None not in (decision.votes.for_, decision.votes.against)
            else None
        )
        if cast is not None and there and cast != there:
            label = decision.source.paragraph
            # "2.4" is a minute's own number, "3)" only counts within its item.
            named = label if label and re.search(r"\d\.\d", label) else decision.item or label
            found.append(Problem(f"{f'Item {named}: ' if named else ''}{cast} votes, {there} present", decision.source))
    return found


def names_not_adding_up(voted: Iterable[Decision | Amendment]) -> list[Problem]:
    """A problem for each side of a recorded vote that prints more or fewer names than its total; a vote once."""
    found: dict[str, Problem] = {}
    for fact in voted:
        votes = fact.votes
        sides = (
            (
                ("for", votes.for_, votes.names_for),
                ("against", votes.against, votes.names_against),
                ("abstaining", votes.abstained, votes.names_abstained),
            )
            if votes
            else ()
        )
        for side, count, names in sides:
            if count is not None and names and count != len(names):
                item = f"Item {fact.item}: " if fact.item else ""
                message = f"{item}{count} votes {side}, {len(names)} names printed"
                found.setdefault(message, Problem(message, fact.source))
    return list(found.values())
