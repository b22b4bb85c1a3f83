"""What people do with measures beside matters and lines: confirm one, refuse it, take an answer back; and its history.

A measure that is refused for a thing is not proposed for it again. Each answer, and who took it back, is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pghistory
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q, QuerySet

from dashboard.models import Indicator, LinkedIndicator
from meetings.models import Entry, Matter

Answer = LinkedIndicator.Answer
Thing = Entry | Matter
HOW_FAR_BACK = 50


def where(thing: Thing) -> dict[str, Any]:
    """How links name a thing: {"matter": ...} or {"entry": ...}."""
    return {"matter_id": thing.pk} if isinstance(thing, Matter) else {"entry_id": thing.pk}


def links_of(thing: Thing) -> QuerySet[LinkedIndicator]:
    """What was answered of measures beside one line, or beside a matter and those merged into it."""
    if isinstance(thing, Matter):
        return LinkedIndicator.objects.filter(Q(matter=thing) | Q(matter__merged_into=thing))
    return LinkedIndicator.objects.filter(entry=thing.pk)


@transaction.atomic
def answer(*, thing: Thing, indicator: Indicator, yes: bool, by) -> LinkedIndicator:
    """Say that a measure belongs beside a thing, or that it does not; what was said before is replaced."""
    said = {"answer": Answer.CONFIRMED if yes else Answer.REFUSED, "by": by}
    with pghistory.context(user=by.pk):
        return LinkedIndicator.objects.update_or_create(indicator=indicator, **where(thing), defaults=said)[0]


@transaction.atomic
def take_back(*, thing: Thing, indicator: Indicator, by) -> bool:
    """Take an answer back: the measure may be proposed again. Whether there was one."""
    with pghistory.context(user=by.pk):
        gone, _ = links_of(thing).filter(indicator=indicator).delete()
    return bool(gone)


@dataclass(frozen=True)
class Deed:
    """What somebody said of a measure beside a thing, or took back."""

    indicator: str
    what: str
    by: Any
    at: datetime


WORDS = {
    ("insert", Answer.CONFIRMED): "shown here", ("update", Answer.CONFIRMED): "shown here",
    ("insert", Answer.REFUSED): "refused", ("update", Answer.REFUSED): "refused",
    ("delete", Answer.CONFIRMED): "no longer shown here", ("delete", Answer.REFUSED): "refusal taken back",
}  # fmt: skip


def history(thing: Thing) -> list[Deed]:
    """What was said of measures beside a thing, the latest first."""
    events = LinkedIndicator.pgh_event_model.objects.filter(**where(thing)).select_related("indicator", "pgh_context")
    found = list(events.order_by("-pgh_created_at", "-pgh_id")[:HOW_FAR_BACK])
    people = get_user_model().objects.in_bulk({_whose(event) for event in found} - {None})
    return [
        Deed(event.indicator.name, WORDS[event.pgh_label, Answer(event.answer)], people.get(_whose(event)), at)
        for event in found
        if (at := event.pgh_created_at)
    ]


def _whose(event: Any) -> Any:
    """Who did it: of what was taken back, the one who did so."""
    did = event.pgh_context.metadata.get("user") if event.pgh_context else None
    return did if did is not None else event.by_id
