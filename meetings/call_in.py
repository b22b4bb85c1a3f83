"""Call-in: whether and until when decisions can be called in under their council's rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from meetings.calendar import callable_until
from meetings.executive import is_executive, settles_something
from meetings.models import CallInRule, Decision, Event, Precision
from meetings.publication import published_on

CountedFrom = CallInRule.CountedFrom
AT_A_TIME = 1000
ASKED = (
    "council", "committee__name", "date", "precision", "status", "procedural", "outcome", "key_decision",
    "decision_maker", "can_be_called_in", "callable_until", "call_in__published_on", "finding__document",
    "finding__exempt", "finding__document__wholly_exempt",
)  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """A council's rule; `committees` are those it names, none where it is about the executive as the law has it."""

    working_days: int = 5
    counted_from: str = CallInRule.CountedFrom.PUBLICATION
    key_only: bool = False
    committees: frozenset[UUID] = frozenset()


# What most councils have, where nobody has said what this council's own rule is.
USUAL = Rule()


def rules_of(councils: Iterable[UUID]) -> defaultdict[UUID, Rule]:
    """The rule of each council by its id; the usual one where none was set."""
    found: defaultdict[UUID, Rule] = defaultdict(lambda: USUAL)
    for rule in CallInRule.objects.filter(council__in=councils).prefetch_related("committees"):
        named = frozenset(committee.pk for committee in rule.committees.all())
        found[rule.council_id] = Rule(rule.working_days, rule.counted_from, rule.key_only, named)
    return found


def can_be_called_in(decision: Decision, rule: Rule) -> bool:
    """Whether a decision is of those that a rule lets be called in."""
    of_business = settles_something(status=decision.status, procedural=decision.procedural, outcome=decision.outcome)
    if not of_business or (rule.key_only and decision.key_decision is not True):
        return False
    if rule.committees and decision.committee_id:
        return decision.committee_id in rule.committees
    committee = decision.committee.name if decision.committee else ""
    return is_executive(committee, decision.decision_maker, key=decision.key_decision)


def counted_from(decision: Decision, rule: Rule, printed: date | None) -> date | None:
    """The day that a window is counted from; None where it is not known.

    `printed` is the publication that a paper states; what an officer recorded goes before it.
    """
    if rule.counted_from == CountedFrom.DECISION:
        return decision.date if decision.precision == Precision.DAY else None
    recorded = decision.call_in.published_on if hasattr(decision, "call_in") else None
    return recorded or printed


def publications(decisions: Iterable[Decision]) -> dict[UUID, date]:
    """The day on which each was published, by its id, where its own paper states one such day and no other.

    A day that stands in an exempt part is not told with an open decision.
    """
    decisions = list(decisions)
    papers = {decision.finding.document_id for decision in decisions}
    stated = Event.objects.filter(
        finding__document__in=papers, finding__document__kind="decision_record", precision=Precision.DAY,
        finding__verdict__in=["accepted", "corrected"], text__icontains="published",
    )  # fmt: skip
    days: defaultdict[tuple[UUID, bool], set[date]] = defaultdict(set)
    for event in stated.select_related("finding__document"):
        day = published_on(event.text, event.date)
        for among in (True, False) if not event.is_exempt else (True,):
            days[event.finding.document_id, among] |= {day} if day else set()
    found = {decision.pk: days[decision.finding.document_id, decision.is_exempt] for decision in decisions}
    return {pk: min(one) for pk, one in found.items() if len(one) == 1}


def settle(decisions: QuerySet[Decision]) -> None:
    """Fill in anew whether and until when each can be called in, of decisions of any councils."""
    rows = decisions.select_related("committee", "call_in", "finding__document").only(*ASKED).order_by("pk")
    after = rows[:AT_A_TIME]
    while batch := list(after):
        _settle(batch)
        after = rows.filter(pk__gt=batch[-1].pk)[:AT_A_TIME]


def _settle(batch: list[Decision]) -> None:
    rules, printed = rules_of({decision.council_id for decision in batch}), publications(batch)
    changed = []
    for decision in batch:
        before = decision.can_be_called_in, decision.callable_until
        clock = window(decision, rules[decision.council_id], printed.get(decision.pk))
        if clock != before:
            decision.can_be_called_in, decision.callable_until = clock
            changed.append(decision)
    Decision.objects.bulk_update(changed, ["can_be_called_in", "callable_until"])


def window(decision: Decision, rule: Rule, printed: date | None) -> tuple[bool, date | None]:
    """Whether a decision can be called in, and the last day on which it can, where that is known."""
    if not can_be_called_in(decision, rule):
        return False, None
    start = counted_from(decision, rule, printed)
    return True, callable_until(start, rule.working_days) if start else None


def settle_paper(document: UUID) -> None:
    """Settle the decisions of one paper, of which something was entered."""
    settle(Decision.objects.filter(finding__document=document))
