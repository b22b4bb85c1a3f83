"""A digest of all rows that the figures of councils are made of, as one reader may see them.

    kept(user, "indicators", make)

What is made of the rows is kept under their digest: it is found again as long as every row is as it was, and by those
alone who see the same rows. Official values change only by releases that are counted and withdrawn, each in one
transaction, so that their releases stand for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from django.core.cache import cache
from django.db import connection
from django.db.models import CharField, Count, Func, QuerySet, Subquery, Value

from dashboard.models import (
    Aim,
    Area,
    DefinitionChange,
    Indicator,
    Neighbour,
    NeighbourSet,
    Observation,
    OfficialMeasure,
    Release,
)  # fmt: skip
from reports.access import roles
from reports.models import Council, Document

T = TypeVar("T")
SECONDS = 24 * 60 * 60
STATED = (
    "pk", "council", "indicator", "label", "area", "period", "date", "precision", "value", "unit", "role", "rag",
    "finding__exempt", "finding__document__wholly_exempt", "finding__document__date", "finding__document__uploaded_at",
    "finding__ordinal",
)  # fmt: skip
MEASURES = ("pk", "data_set", "code", "name", "decimals", "year_type", "indicator")


class Rows(Subquery):
    """How many rows a query has, and the sum of their hashes of 64 bits."""

    template = "(SELECT concat_ws(':', count(*), sum(hashtextextended(row_of::text, 0))) FROM (%(subquery)s) row_of)"
    output_field = CharField()


# The question after the rows for readers of the same roles, on which alone it depends what a reader may see.
_prepared: dict[frozenset[str], tuple[str, tuple[Any, ...]]] = {}


def digest(user) -> str:
    """The same text as long as nothing has changed of what the user may see; one query."""
    if roles(user) not in _prepared:
        _prepared[roles(user)] = _question(user)
    with connection.cursor() as cursor:
        cursor.execute(*_prepared[roles(user)])
        return str(cursor.fetchone())


def _question(user) -> tuple[str, tuple[Any, ...]]:
    papers = Document.objects.visible_to(user).published().order_by()
    rows: tuple[QuerySet, ...] = (
        Observation.objects.visible_to(user).values_list(*STATED),
        papers.values("council").annotate(papers=Count("pk")).values_list("council", "papers"),
        Council.objects.values_list(),
        Aim.objects.values_list(),
        Area.objects.values_list("pk", "name", "level", "region", "council"),
        Neighbour.objects.filter(area__council__isnull=False).values_list("set", "area", "neighbour", "rank"),
        NeighbourSet.objects.values_list("pk", "year"),
        Release.objects.values_list("pk", "state", "counted_at", "title", "released_on"),
        OfficialMeasure.objects.exclude(indicator=None).values_list(*MEASURES),
        DefinitionChange.objects.values_list("indicator", "date"),
        Indicator.objects.values_list("pk", "name", "unit", "polarity", "topic"),
    )
    together = Func(Value("|"), *(Rows(of.order_by()) for of in rows), function="concat_ws", output_field=CharField())
    # Of any one row: the question is not about it.
    return Indicator.objects.order_by().values_list(together)[:1].query.sql_with_params()


def kept(user, what: str, make: Callable[[], T]) -> T:
    """What was made of the same rows before, else made now.

    It is kept only where the rows did not change while it was made.
    """
    before = digest(user)
    key = hashlib.sha256(f"{what}|{before}".encode()).hexdigest()
    found = cache.get(key)
    if found is None:
        found = make()
        if digest(user) == before:
            cache.set(key, found, SECONDS)
    return found
