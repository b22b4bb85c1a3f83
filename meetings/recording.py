"""What officers record of a decision's call-in, step by step, and taking it back. The history stays."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from meetings.call_in import settle
from meetings.models import CallIn, CallInRule, Committee, Decision
from reports.models import Council

# The fields of each step, and what they are when nothing is recorded.
NOTHING: dict[str, dict[str, Any]] = {
    "publication": {"published_on": None},
    "urgency": {"urgent": False, "urgent_why": ""},
    "call-in": {"called_in_on": None, "called_in_by": "", "grounds": ""},
    "result": {"result": "", "result_on": None, "result_note": ""},
}


class NotNow(Exception):
    """Why a step cannot be taken back, in a sentence."""


def of(decision: Decision) -> CallIn:
    """What is recorded of a decision; a blank record where nothing is."""
    return CallIn.objects.filter(decision=decision).first() or CallIn(decision=decision)


@transaction.atomic
def record(*, decision: Decision, step: str, said: dict[str, Any], by) -> CallIn:
    """Keep what an officer said of a step; what was said of it before is corrected."""
    fields = {name: said[name] for name in NOTHING[step]}
    kept, _ = CallIn.objects.update_or_create(decision=decision, defaults={**fields, "recorded_by": by})
    settle(Decision.objects.filter(pk=decision.pk))
    return kept


@transaction.atomic
def undo(*, decision: Decision, step: str, by) -> None:
    """Take a step back. NotNow for a call-in of which the result is recorded."""
    kept = of(decision)
    if step == "call-in" and kept.result:
        raise NotNow("Undo the result first, and then the call-in.")
    if kept.pk:
        record(decision=decision, step=step, said=NOTHING[step], by=by)


@transaction.atomic
def set_rule(*, council: Council, said: dict[str, Any], among: list[Committee]) -> CallInRule:
    """Keep a council's rule and count all its decisions anew. Bodies not `among` those that were offered stay."""
    chosen = said["committees"]
    fields = {name: said[name] for name in ("working_days", "counted_from", "key_only", "who")}
    rule, _ = CallInRule.objects.update_or_create(council=council, defaults=fields)
    rule.committees.remove(*(committee for committee in among if str(committee.pk) not in chosen))
    rule.committees.add(*(committee for committee in among if str(committee.pk) in chosen))
    settle(Decision.objects.filter(council=council))
    return rule
