"""What happened while a measure moved: decisions linked to it, inspections, and changes of what it counts.

A mark says that something happened on a day, and leads to it. It never says that one thing led to another.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, Q, Value, When
from django.urls import reverse

from dashboard.inspections import Inspection, inspections_of
from dashboard.models import Indicator, LinkedIndicator
from meetings.models import Decision
from meetings.models.decision import DecisionQuerySet
from reports.models import Council

MOST = 12
DECISION, INSPECTION, DEFINITION = "decision", "inspection", "definition"
# Of these there is most to say for what follows; the others only took note.
WEIGHTY = ("approved", "agreed", "confirmed", "endorsed", "supported", "recommended", "rejected")


@dataclass(frozen=True, slots=True)
class Mark:
    """`date` is the (first) day, `words` what happened, `url` leads to it; `sort` is one of the three above."""

    date: date
    words: str
    url: str
    sort: str


def marks(
    indicator: Indicator, council: Council, user: Any, since: date | None = None, until: date | None = None
) -> list[Mark]:
    """At most MOST marks from one day to another, in order of their dates.

    Where there are more, changes of the definition stay first, as figures before and after them cannot be compared;
    then inspections of the council's services, then decisions: those linked themselves before those of a linked
    matter. Two queries, and one more where the measure was fetched without its changes.
    """
    decisions = linked_decisions(indicator, council, user).between(since, until)
    found = [*_definitions(indicator, council), *_inspections(council, user), *_decisions(decisions)]
    within = [mark for mark in found if (not since or since <= mark.date) and (not until or mark.date <= until)]
    return sorted(within[:MOST], key=lambda mark: (mark.date, mark.sort, mark.words))


def _definitions(indicator: Indicator, council: Council) -> Iterator[Mark]:
    page = reverse("dashboard:indicator", args=[indicator.pk], query={"council": council.pk})
    # Which are at hand where the measure was fetched with them.
    for change in sorted(indicator.definition_changes.all(), key=lambda change: change.date, reverse=True):
        yield Mark(change.date, f"What is counted changed: {change.words}", f"{page}#change-{change.date}", DEFINITION)


def _inspections(council: Council, user: Any) -> Iterator[Mark]:
    for inspection in inspections_of(council, user):
        if inspection.date and not inspection.setting:
            yield of_inspection(inspection)


def of_inspection(inspection: Inspection) -> Mark:
    assert inspection.date is not None
    words = f"{inspection}: {inspection.sentence}"
    return Mark(inspection.date, words, inspection.get_absolute_url(), INSPECTION)


def _decisions(linked: DecisionQuerySet) -> Iterator[Mark]:
    weight = Case(When(outcome__in=WEIGHTY, then=Value(0)), default=Value(1))
    dated = linked.filter(date__isnull=False)
    by_weight = dated.order_by("-itself", F("key_decision").desc(nulls_last=True), weight, "-date", "pk")
    for decision in by_weight.only("pk", "date", "title", "entry_ptr")[:MOST]:
        yield Mark(decision.date, decision.title, decision.get_absolute_url(), DECISION)


def linked_decisions(indicator: Indicator, council: Council, user: Any) -> DecisionQuerySet:
    """The decisions beside which a person put the measure, or whose matter; with `itself`, whether the line was."""
    confirmed = LinkedIndicator.objects.filter(indicator=indicator, answer=LinkedIndicator.Answer.CONFIRMED)
    of_matter = Exists(confirmed.filter(Q(matter=OuterRef("matter")) | Q(matter__merged_into=OuterRef("matter"))))
    visible = Decision.objects.visible_to(user).filter(council=council, status=Decision.Status.TAKEN).of_business()
    marked = visible.annotate(itself=Exists(confirmed.filter(entry=OuterRef("pk"))), with_matter=of_matter)
    return marked.filter(Q(itself=True) | Q(with_matter=True))
