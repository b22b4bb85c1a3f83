"""What a line of the register belongs to: its council, committee, meeting, portfolio, people and date."""

from __future__ import annotations

import re
import textwrap
from typing import Any

from meetings.models import Committee, Meeting, PersonName, Portfolio
from meetings.names import committee_key
from meetings.people import offer
from reports.models import Council, Finding
from reports.register import first_day

LONGEST_TITLE = 140


def dated(iso: str) -> dict[str, Any]:
    """The date of an entry from an ISO date of any precision."""
    date, precision = first_day(iso)
    return {"date": date, "printed_date": iso, "precision": precision}


# What minutes print before the words of each resolution alike.
OPENING = re.compile(r"^\s*(?:it was\s+)?(?:unanimously\s+)?(?:resolved|agreed)(?:\s+unanimously)?\s*[:;–—-]+\s*", re.I)


def titled(text: str, longest: int = LONGEST_TITLE) -> str:
    """The first words of a text that tell it from others, cut at a word.

    >>> titled("RESOLVED: That the short breaks policy be approved", 25)
    'That the short breaks…'
    """
    telling = OPENING.sub("", text) or text
    short = textwrap.shorten(telling, longest, placeholder="…")
    return short if short != "…" else telling[: longest - 1] + "…"


def committee_of(council: Council, printed: str) -> Committee | None:
    return Committee.objects.named(council, printed) if printed else None


def portfolio_of(finding: Finding) -> Portfolio | None:
    """The portfolio that the whole paper is about."""
    printed = finding.document.portfolio
    return Portfolio.objects.named(finding.document.council, printed) if printed else None


def name_of(council: Council, printed: str) -> PersonName:
    """A person's name; one that is new is offered as that of people with names alike."""
    name, is_new = PersonName.objects.printed(council, printed)
    if is_new:
        offer(name)
    return name


def meeting_of(finding: Finding, committee: Committee | None, held_on: str) -> Meeting | None:
    """The committee's meeting of a day; a joint one where the paper itself says that it was joint."""
    if committee is None or not held_on:
        return None
    council = finding.document.council
    partners = [
        Committee.objects.named(council, name)
        for stated in _meetings_stated(finding)
        if stated.get("held_on") == held_on and _is(committee, council, stated["committee"])
        for name in stated.get("joint_with") or ()
    ]
    return Meeting.objects.of(committee, held_on, joint_with=partners)


def own_meeting(finding: Finding) -> Meeting | None:
    """The meeting that the paper minutes: the one held on the paper's own date; None where that is not plain."""
    day = finding.document.date
    held = [
        stated
        for stated in _meetings_stated(finding)
        if day and stated.get("held_on") == day and stated.get("status") == "held"
    ]
    if len(held) != 1:
        return None
    return meeting_of(finding, committee_of(finding.document.council, held[0]["committee"]), day)


def _meetings_stated(finding: Finding) -> list[dict[str, Any]]:
    meetings = finding.document.findings.filter(fact="Meeting").confirmed()
    # What an exempt part says must not show in a line of an open one.
    open_enough = meetings if finding.exempt else meetings.filter(exempt=False)
    return [meeting.stated for meeting in open_enough]


def _is(committee: Committee, council: Council, printed: str) -> bool:
    return committee.key == committee_key(printed) or committee == Committee.objects.named(council, printed)
