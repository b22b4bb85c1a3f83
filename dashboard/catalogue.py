"""The catalogue of measures: its files, how they come into the database, and what is said of each measure.

The catalogue is text, reviewed as the code is: `indicators.csv` has a measure a row, `definition_changes.csv` what
changed in what a measure counts. A migration takes both in whole; a later one that is made when they were changed
calls `take_in` again.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.db.models import Model, Q, QuerySet

HERE = Path(__file__).resolve().parent
# In the order of a child's way through the council's services.
TOPICS = (
    "Front door",
    "Child protection",
    "Children looked after",
    "Placements",
    "Health",
    "Care leavers",
    "Early years and early help",
    "Education",
    "SEND",
    "Youth justice",
    "Workforce",
    "Money",
)
# What it means for a reader of the value, by polarity.
EXPLAINED = {
    "high": "Higher is better: a rise is an improvement.",
    "low": "Lower is better: a fall is an improvement.",
    "target": "Nearer to the target is better: too high and too low are both worse.",
    "neutral": (
        "Neither higher nor lower is better: it depends. A change is a reason to ask why, "
        "so it is never coloured, ranked or called better or worse."
    ),
}


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the catalogue's files, by the names of its columns."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def take_in(indicators: type[Model], changes: type[Model]) -> None:
    """Make the two tables say what the files say, as far as they have the columns.

    A measure that the files no longer have is kept, as published figures may be values of it.
    """
    known = {field.name for field in indicators._meta.get_fields()}
    for row in rows("indicators.csv"):
        told = {name: cell for name, cell in row.items() if name in known}
        indicators._default_manager.update_or_create(slug=told.pop("slug"), defaults=told)
    told_of = rows("definition_changes.csv")
    for row in told_of:
        said = {"words": row["words"], "source": row["source"]}
        changes._default_manager.update_or_create(indicator_id=row["slug"], date=row["date"], defaults=said)
    kept = Q(pk__in=[])
    for row in told_of:
        kept |= Q(indicator=row["slug"], date=row["date"])
    changes._default_manager.exclude(kept).delete()


def explained(polarity: str) -> str:
    """What the polarity means, as a sentence; empty for a measure that the catalogue does not have."""
    return EXPLAINED.get(polarity, "")


def is_overdue(reviewed_on: date | None, today: date) -> bool:
    """Whether nobody looked at a definition for more than a year.

    >>> is_overdue(date(2024, 2, 29), date(2025, 2, 28)), is_overdue(date(2024, 2, 29), date(2025, 3, 2))
    (False, True)
    """
    return reviewed_on is None or (today - reviewed_on).days > 366


def said(measures: QuerySet, words: str) -> QuerySet:
    """The measures that have each of the words in their name, in what they are officially called or in their topic."""
    for word in words.split():
        found = Q(name__icontains=word) | Q(official__icontains=word) | Q(topic__icontains=word)
        measures = measures.filter(found | Q(definition__icontains=word))
    return measures


def by_topic(measures: Iterable[Any]) -> Iterator[tuple[str, list[Any]]]:
    """Each topic that has any of the measures, in the order of TOPICS and others last, with them by name."""
    found: dict[str, list[Any]] = {}
    for measure in sorted(measures, key=lambda measure: measure.name):
        found.setdefault(measure.topic, []).append(measure)
    others = sorted(set(found) - set(TOPICS))
    return ((topic, found[topic]) for topic in (*TOPICS, *others) if topic in found)
