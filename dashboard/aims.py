"""What a council aims at: said, ended, taken out and put back at the desk; never two for a measure at one time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from dashboard.figures import formatted
from dashboard.models import Aim
from dashboard.tasks import renew_watch_lists
from reports.models import Council
from reports.reading.dates import in_words as day_in_words

# What an aim says, in the order in which it is told.
LEVELS = {
    "target": "target", "tolerance": "tolerated distance", "floor": "floor", "lower": "lower threshold",
    "upper": "upper threshold",
}  # fmt: skip


class Overlaps(ValueError):
    """Another aim of the measure holds at the same time; str() says which, and what to do."""


def in_words(aim: Aim, unit: str) -> str:
    """What an aim says: `target 85%, floor 80%`.

    >>> in_words(Aim(target=85, floor=80), "percent")
    'target 85%, floor 80%'
    """
    said = ((words, getattr(aim, name)) for name, words in LEVELS.items())
    return ", ".join(f"{words} {formatted(value, unit)}" for words, value in said if value is not None)


def between(aim: Aim) -> str:
    """When an aim holds: `from 1 April 2025 to 31 March 2026`."""
    until = f" to {day_in_words(aim.until.isoformat())}" if aim.until else ""
    return f"from {day_in_words(aim.since.isoformat())}{until}"


def of_councils(councils: Iterable[Council] | QuerySet[Council]) -> QuerySet[Aim]:
    rows = Aim.objects.filter(council__in=councils).select_related("council", "indicator", "by")
    return rows.order_by("council__name", "indicator__name", "-since")


def on(aims: QuerySet[Aim], day: date) -> QuerySet[Aim]:
    """Those that hold on a day or later."""
    return aims.filter(Q(until=None) | Q(until__gte=day))


def meanwhile(aim: Aim) -> Aim | None:
    """Another aim of the same council and measure that holds on a day on which this one does."""
    others = Aim.objects.filter(council=aim.council_id, indicator=aim.indicator_id).exclude(pk=aim.pk)
    if aim.until:
        others = others.filter(since__lte=aim.until)
    return others.filter(Q(until=None) | Q(until__gte=aim.since)).order_by("since").first()


def refuse_overlap(aim: Aim) -> None:
    """Overlaps where another aim holds on one of its days."""
    if other := meanwhile(aim):
        raise Overlaps(f"Another one holds {between(other)}. End that one before this begins, or change it instead.")


@transaction.atomic
def keep(*, aim: Aim, by) -> Aim:
    """Keep a new aim or a change of one. Overlaps where another of the measure holds at the same time."""
    # Two people who say one each of the same council wait for each other.
    Council.objects.select_for_update().get(pk=aim.council_id)
    refuse_overlap(aim)
    aim.by = by
    aim.save()
    renew_watch_lists()
    return aim


@transaction.atomic
def delete(*, aim: Aim, by) -> None:
    """Take an aim out, as of somebody; the history keeps it, so that it can be put back."""
    aim.by = by
    aim.save(update_fields=["by", "at"])
    aim.delete()
    renew_watch_lists()


def deleted(councils: QuerySet[Council]) -> QuerySet:
    """What was taken out and not put back: the history's last rows of them, the latest first."""
    events = Aim.pgh_event_model.objects.filter(pgh_label="delete", council__in=councils)
    last = events.exclude(id__in=Aim.objects.values("pk")).order_by("id", "-pgh_id").distinct("id").values("pgh_id")
    rows = Aim.pgh_event_model.objects.filter(pgh_id__in=last)
    return rows.select_related("council", "indicator", "by").order_by("-pgh_id")


def put_back(*, event: Any, by) -> Aim:
    """Put back what was taken out. Overlaps where another has taken its time meanwhile."""
    said = {name: getattr(event, name) for name in ("since", "until", "source", *LEVELS)}
    return keep(aim=Aim(pk=event.id, council_id=event.council_id, indicator_id=event.indicator_id, **said), by=by)


def changes(aim: Aim) -> QuerySet:
    """What was said before, with who and when, the latest first."""
    return Aim.pgh_event_model.objects.filter(id=aim.pk).select_related("by").order_by("-pgh_id")
