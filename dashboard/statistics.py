"""Official statistics at the desk: what a release says, which measures are linked, which area a council is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Case, Exists, OuterRef, QuerySet, When
from django.utils import timezone

from dashboard.claim_tasks import enqueue_all as check_every_claim
from dashboard.models import Area, Indicator, OfficialMeasure, OfficialValue, Release
from dashboard.tasks import renew_watch_lists
from reports.models import Council, Document

# While a release is in one of these a worker has it.
AT_WORK = (Release.State.READING, Release.State.COUNTING)


def releases() -> QuerySet[Release]:
    return Release.objects.select_related("data_set", "uploaded_by", "counted_by")


def asks_year(release: Release) -> bool:
    """Whether a person may say when a year of the table ends: where the file does not, and nothing of it counts yet."""
    if release.state != Release.State.PREVIEW or not (release.data_set and release.found.get("year_ends")):
        return False
    return not OfficialValue.objects.current().filter(measure__data_set=release.data_set).exists()


@transaction.atomic
def describe(*, release: Release, said: dict[str, Any]) -> None:
    """Keep what a person says of a release: its title, when it was published, when a year of its table ends."""
    release.title, release.released_on = said["title"], said["released_on"]
    release.save(update_fields=["title", "released_on"])
    if "year_ends" in said and release.data_set:
        release.data_set.year_ends = said["year_ends"]
        release.data_set.save(update_fields=["year_ends"])


def history_of(release: Release) -> list[Any]:
    """Its states one after the other, each with when, what was said, and the person (`by`; None of the program)."""
    events = Release.pgh_event_model.objects.filter(pgh_obj=release.pk).select_related("pgh_context")
    told: list[Any] = []
    for event in events.order_by("pgh_id"):
        if not told or (told[-1].state, told[-1].problem) != (event.state, event.problem):
            told.append(event)
    people = User.objects.in_bulk({key for event in told if (key := _person(event))})
    for event in told:
        event.by = people.get(_person(event))
    return told


def _person(event: Any) -> int | None:
    """The key of the person whose deed it was, as the history's context has it."""
    return event.pgh_context.metadata.get("user") if event.pgh_context else None


def measures() -> QuerySet[OfficialMeasure]:
    """In the order of their tables."""
    rows = OfficialMeasure.objects.select_related("data_set", "indicator", "linked_by")
    return rows.order_by("data_set__title", "name", "pk")


def with_values(measures: QuerySet[OfficialMeasure]) -> QuerySet[OfficialMeasure]:
    """Those with a value that stands."""
    return measures.filter(Exists(OfficialValue.objects.current().filter(measure=OuterRef("pk"))))


@transaction.atomic
def link(*, measure: OfficialMeasure, indicator: Indicator | None, by) -> None:
    """Say of which measure of the catalogue it is the official series, or that it is of none; imports keep to that."""
    measure.indicator, measure.linked_by, measure.linked_at = indicator, by, timezone.now()
    measure.save(update_fields=["indicator", "linked_by", "linked_at"])
    _look_again()


def links_of(measure: OfficialMeasure) -> QuerySet:
    """What it was linked to and by whom, the latest first."""
    events = OfficialMeasure.pgh_event_model.objects.filter(pgh_obj=measure.pk)
    return events.select_related("indicator", "linked_by").order_by("-pgh_id")


def values_of(measure: OfficialMeasure) -> QuerySet[OfficialValue]:
    """What stands: the newest period first, and in it England, the regions, the authorities."""
    level = Case(When(area__level=Area.Level.NATION, then=0), When(area__level=Area.Level.REGION, then=1), default=2)
    earlier = OfficialValue.objects.exclude(replaced_by=None).filter(
        measure=OuterRef("measure"), area=OuterRef("area"), period=OuterRef("period")
    )
    rows = OfficialValue.objects.current().filter(measure=measure).annotate(is_revised=Exists(earlier))
    return rows.select_related("area", "release").order_by("-date", level, "area__name", "pk")


def areas_of(measure: OfficialMeasure) -> QuerySet[Area]:
    """The areas with a value of it, by name."""
    return Area.objects.filter(Exists(OfficialValue.objects.current().filter(measure=measure, area=OuterRef("pk"))))


def periods_of(measure: OfficialMeasure) -> list[str]:
    """The periods with a value of it as printed, the newest first."""
    rows = OfficialValue.objects.current().filter(measure=measure).order_by("-date", "period")
    return list(dict.fromkeys(rows.values_list("period", flat=True).distinct()))


def add_earlier(values: Sequence[OfficialValue]) -> None:
    """Give each value what stood in its place before (`earlier`), the latest of them first."""
    revised = [value for value in values if value.is_revised]
    found: dict[tuple, list[OfficialValue]] = {}
    if revised:
        places = {"area__in": {one.area_id for one in revised}, "period__in": {one.period for one in revised}}
        rows = OfficialValue.objects.filter(measure=revised[0].measure_id, **places).exclude(replaced_by=None)
        for row in rows.select_related("release", "replaced_by").order_by("-replaced_by__counted_at", "-pk"):
            found.setdefault((row.area_id, row.period), []).append(row)
    for value in values:
        value.earlier = found.get((value.area_id, value.period), [])


def councils_known_to(user) -> QuerySet[Council]:
    """The councils that a person knows of by their papers."""
    papers = Document.objects.visible_to(user).order_by()
    return Council.objects.filter(pk__in=papers.values("council")).order_by("name")


def free_areas(council: Council) -> QuerySet[Area]:
    """The authorities that no other council is."""
    authorities = Area.objects.filter(level=Area.Level.AUTHORITY)
    return authorities.filter(council=None) | authorities.filter(council=council)


@transaction.atomic
def place(*, council: Council, area: Area | None) -> None:
    """Say which area of the statistics a council is, or that it is none."""
    Area.objects.filter(council=council).update(council=None)
    if area:
        Area.objects.filter(pk=area.pk).update(council=council)
    _look_again()


def _look_again() -> None:
    """Have what is worked out of official figures worked out anew: watch lists, and claims of papers."""
    renew_watch_lists()
    check_every_claim()


def symbols_in_words(counts: dict[str, int]) -> list[tuple[str, str, int]]:
    """Each symbol that stands in place of values with what it means and how often it stands there."""
    meanings = dict(OfficialValue.Symbol.choices)
    return [(symbol, meanings.get(symbol, "as the publication says"), count) for symbol, count in counts.items()]
