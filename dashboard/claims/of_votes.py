"""Votes against attendance: how many votes a paper states beside how many members it lists. Never who."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from dashboard.claims.checked import CONSISTENT, DIFFERS, UNKNOWN, Checked, shown
from dashboard.claims.paper import shortened
from dashboard.models import Claim
from meetings.models import Amendment, Attendance, Decision
from meetings.models.person import WERE_THERE
from reports.models import Council, Finding, Verdict

CASTING = re.compile(r"\bcasting\s+vote|\bsecond\s+vote", re.IGNORECASE)
COUNTED = ("votes_for", "votes_against", "votes_abstained")
NEEDED = ("finding__document", "finding__passage", "meeting__committee")


def vote_claims(council: Council, closed: bool) -> Iterator[Checked]:
    """Each counted vote of a meeting whose members are listed."""
    rows = {"council": council, "meeting__isnull": False, **shown(closed)}
    votes = [
        vote
        for sort in (Decision, Amendment)
        for vote in sort.objects.filter(**rows).select_related(*NEEDED)
        if vote.votes_stated
    ]
    lists = _lists({vote.meeting_id for vote in votes}, closed)
    waiting = _waiting({line.finding.document_id for lines in lists.values() for line in lines})
    for vote in votes:
        if listed := lists.get(vote.meeting_id):
            yield _checked(vote, listed, waiting)


def _lists(meetings: set[UUID], closed: bool) -> dict[UUID, list[Attendance]]:
    """For each meeting the lines that list members as having been there."""
    lines = Attendance.objects.filter(meeting__in=meetings, role__in=WERE_THERE, **shown(closed))
    found: dict[UUID, list[Attendance]] = defaultdict(list)
    for line in lines.select_related("known_as", "finding__document").order_by("finding__ordinal"):
        if line.meeting_id:
            found[line.meeting_id].append(line)
    return found


def _waiting(documents: set[UUID]) -> set[UUID]:
    """The papers of whose lists of attendance a line is not in the register."""
    left = Finding.objects.filter(document__in=documents, fact="Attendance")
    left = left.filter(verdict__in=[Verdict.PENDING, Verdict.REJECTED])
    return set(left.values_list("document", flat=True))


def _checked(vote: Decision | Amendment, listed: list[Attendance], waiting: set[UUID]) -> Checked:
    stated = vote.votes_stated or 0
    present = len({line.known_as.person_id or line.known_as_id for line in listed})
    gaps = any(line.finding.document_id in waiting for line in listed)
    verdict, why = judged(stated, present, gaps)
    if verdict == DIFFERS and CASTING.search(vote.finding.passage.text):
        verdict, why = UNKNOWN, "A casting vote is spoken of, by which whoever is in the chair may vote twice."
    numbers = [getattr(vote, name) for name in COUNTED]
    sum_ = " + ".join(str(number) for number in numbers if number is not None)
    told = (
        f"The paper states {vote.counted}: {sum_} = {stated}." if "+" in sum_ else f"The paper states {vote.counted}."
    )
    working = [told, f"{present} member{' is' if present == 1 else 's are'} listed as present.", why]
    findings = list(dict.fromkeys([vote.finding, *(line.finding for line in listed)]))
    said = shortened(f"{vote.counted}: {vote.meeting}")
    document = vote.finding.document
    return Checked(document, Claim.Sort.VOTES, str(vote.finding_id), verdict, said, working, findings)


def judged(stated: int, present: int, gaps: bool = False) -> tuple[str, str]:
    """The verdict on so many votes of so many members present, and why; gaps: the list is not whole in the register.

    >>> judged(11, 12)[1]
    '1 present, not recorded: a member may be there and not vote, so the two agree.'
    >>> judged(13, 12)[0].label, judged(13, 12, True)[0].label
    ('Differs', 'Cannot tell')
    """
    if stated == present:
        return CONSISTENT, "As many votes as members."
    if stated < present:
        return (
            CONSISTENT,
            f"{present - stated} present, not recorded: a member may be there and not vote, so the two agree.",
        )
    if gaps:
        return UNKNOWN, "More votes than members, but not every line of the list of attendance is in the register."
    return DIFFERS, f"More votes than members: {stated - present}."
