"""The small register's call-ins and members: what officers recorded, and where their pages are."""

from __future__ import annotations

from datetime import date
from typing import Any

from meetings.models import Attendance, CallIn, CallInRule, Decision
from reports.models import Document
from tests import factories


def record(paper: Document, by_whom: str) -> None:
    """A call-in of each decision of a paper, of which the result is waited for."""
    for decision in Decision.objects.filter(finding__document=paper):
        CallIn.objects.create(
            decision=decision, published_on=date(2025, 4, 2), called_in_on=date(2025, 4, 3), called_in_by=by_whom,
            grounds=f"{by_whom} doubt the cost.", recorded_by=factories.user("officer"),
        )  # fmt: skip


def set_rule(paper: Document) -> None:
    """The rule of the paper's council."""
    CallInRule.objects.create(council=paper.council, who="Any five members")


def addresses(paper: Document) -> dict[str, dict[str, Any]]:
    """For each address of call-in and of members the one that came from the paper; none for one never published."""
    decision = Decision.objects.filter(finding__document=paper).first()
    if decision is None:
        return {}
    step = {"pk": decision.pk, "step": "call-in"}
    member = Attendance.objects.filter(finding__document=paper, role="member").first().known_as.person
    return {
        "meetings:call_in_history": {"pk": decision.pk},
        "meetings:record_call_in": step,
        "meetings:undo_call_in": step,
        "meetings:member": {"pk": member.pk},
    }
