"""What a list of decisions can be divided by, and how many lines each choice would leave.

A facet's own choice is left out of its own counts, so that further ones can be added to it. All is counted in one
query, of the very rows that the reader's list is made from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import md5
from heapq import nlargest
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Case, CharField, Exists, F, Func, Model, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from meetings.models import Committee, Matter, Outcome, Portfolio
from meetings.models.call_in_state import CallInState, call_in_state
from meetings.models.decision import Decision
from reports.models import Council
from reports.titles import in_title_case

NOT_STATED = "not-stated"
NO_CALL_IN = "none"
# How many values of a facet are shown before the others are asked for, and how many can be.
AT_FIRST = 8
# How many are offered at all: where there are thousands of matters, the list is narrowed first.
AT_MOST = 60
AT_MOST = 100


@dataclass(frozen=True)
class Facet:
    """`value` gives a row's value, or where `many` an array of them; `called` says what the values are called:

    in words of their own, by a model of which they are the ids, or, where it is None, as they are printed.
    """

    name: str
    label: str
    value: Callable[[], Any]
    called: dict[str, str] | type[Model] | None = None
    many: bool = False

    def narrow(self, rows: QuerySet, chosen: list[str]) -> QuerySet:
        """The rows that have one of the chosen values."""
        column = f"of_{self.name}"
        return rows.alias(**{column: self.value()}).filter(**{f"{column}__{'overlap' if self.many else 'in'}": chosen})


def _stated(name: str) -> Case:
    return Case(When(**{name: ""}, then=Value(NOT_STATED)), default=F(name), output_field=CharField())


def _key_decision() -> Case:
    answers = {True: "yes", False: "no"}
    whens = [When(key_decision=answer, then=Value(word)) for answer, word in answers.items()]
    return Case(*whens, default=Value(NOT_STATED), output_field=CharField())


SPLIT = Q(votes_for__gt=0, votes_against__gt=0)
RECORDED = ~Q(names_for=[]) | ~Q(names_against=[]) | ~Q(names_abstained=[])
UNSTATED = Q(unanimous=None, votes_for=None, votes_against=None, votes_abstained=None) & ~RECORDED
VOTES = {"split": "Split", "unanimous": "Unanimous", "recorded": "Names recorded", NOT_STATED: "No vote stated"}


def _vote() -> Func:
    """What is true of a decision's vote: several things may be."""
    sorts = {"split": SPLIT, "unanimous": Q(unanimous=True), "recorded": RECORDED, NOT_STATED: UNSTATED}
    words = [Case(When(sort, then=Value(word)), output_field=CharField()) for word, sort in sorts.items()]
    array = "array_remove(ARRAY[%(expressions)s]::text[], NULL)"
    return Func(*words, template=array, output_field=ArrayField(TextField()))


def _call_in() -> Coalesce:
    return Coalesce(NullIf(call_in_state(timezone.localdate()), Value("")), Value(NO_CALL_IN))


def _id(name: str) -> Callable[[], F]:
    return lambda: F(f"{name}_id")


YES_NO = {"yes": "Key decision", "no": "Not a key decision", NOT_STATED: "Not stated"}
CALL_IN = {value or NO_CALL_IN: label for value, label in CallInState.choices}
OF_DECISIONS = (
    Facet("council", "Council", _id("council"), Council),
    Facet("committee", "Committee", _id("committee"), Committee),
    Facet("decision_maker", "Decision maker", lambda: NullIf(F("decision_maker"), Value(""))),
    Facet("outcome", "Outcome", lambda: _stated("outcome"), dict(Outcome.choices) | {NOT_STATED: "Not stated"}),
    Facet("status", "Taken or proposed", lambda: F("status"), dict(Decision.Status.choices)),
    Facet("key", "Key decision", _key_decision, YES_NO),
    Facet("portfolio", "Portfolio", _id("portfolio"), Portfolio),
    Facet("matter", "Matter", _id("matter"), Matter),
    Facet("vote", "Vote", _vote, VOTES, many=True),
    Facet("call_in", "Call-in", _call_in, CALL_IN),
)


@dataclass(frozen=True)
class Counts:
    """How many rows all choices together leave, and for each facet's name how many each of its values would."""

    total: int
    of: dict[str, dict[str, int]]


def counted(rows: QuerySet, facets: Iterable[Facet], chosen: dict[str, list[str]]) -> Counts:
    """The counts of rows that are narrowed by everything but the facets. One query, that goes through them once."""
    facets = list(facets)
    chosen = {facet.name: chosen[facet.name] for facet in facets if chosen.get(facet.name)}
    try:
        columns = {f"of_{facet.name}": facet.value() for facet in facets}
        inner, params = rows.order_by().values(**columns).query.sql_with_params()
    except EmptyResultSet:
        return Counts(0, {facet.name: {} for facet in facets})
    sql, more = _sql(facets, chosen, inner)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*more, *params])
        found = cursor.fetchall()
    return _told(facets, list(chosen), found)


def _sql(facets: list[Facet], chosen: dict[str, list[str]], inner: str) -> tuple[str, list[Any]]:
    """A SELECT of, for each value of each facet and for all rows: which facet (bits), the values, and the counts.

    The first count is of the rows that all choices leave, then one for each chosen facet leaves its own choice out.
    The names are our own.
    """
    columns = [f"of_{facet.name}" for facet in facets]
    conditions = {facet.name: _condition(facet) for facet in facets if facet.name in chosen}
    counts, params = [], []
    for left_out in ("", *chosen):
        others = [name for name in chosen if name != left_out]
        where = " AND ".join(["TRUE", *(conditions[name] for name in others)])
        counts.append(f"count(*) FILTER (WHERE {where})")
        params += [chosen[name] for name in others]
    sets = ", ".join(f"({column})" for column in (*columns, ""))
    said = ", ".join([f"GROUPING ({', '.join(columns)})", *columns, *counts])
    return f"SELECT {said} FROM ({inner}) base GROUP BY GROUPING SETS ({sets})", params


def _condition(facet: Facet) -> str:
    column = f"of_{facet.name}"
    return f"{column} && %s::text[]" if facet.many else f"{column}::text = ANY(%s::text[])"


def _told(facets: list[Facet], chosen: list[str], found: list[tuple[Any, ...]]) -> Counts:
    """The counts as the database gave them; a row that has several values of a facet counts for each."""
    total, of = 0, {facet.name: Counter[str]() for facet in facets}
    for bits, *row in found:
        values, counts = row[: len(facets)], row[len(facets) :]
        place = _place(bits, len(facets))
        if place is None:
            total = counts[0]
        elif (value := values[place]) is not None:
            facet = facets[place]
            count = counts[1 + chosen.index(facet.name)] if facet.name in chosen else counts[0]
            for one in value if facet.many else [value]:
                of[facet.name][str(one)] += count
    return Counts(total, {name: {value: n for value, n in counter.items() if n} for name, counter in of.items()})


def _place(bits: int, width: int) -> int | None:
    """Which facet a row of counts is of: the one whose bit is not set, from the left; None for all rows."""
    return next((place for place in range(width) if not bits >> (width - 1 - place) & 1), None)


class Names:
    """What values of facets are called, to one reader. What the reader may not know of has no name."""

    def __init__(self, user: Any, *, several_councils: bool) -> None:
        self.user, self.several = user, several_councils

    def of(self, facet: Facet, values: Iterable[str], among: QuerySet | None = None) -> dict[str, str]:
        """The names of those values that have one; `among` are rows that must have them, where that is not sure."""
        values = [value for value in values if "\x00" not in value]
        if not values:
            return {}
        if isinstance(facet.called, dict):
            return {value: facet.called[value] for value in values if value in facet.called}
        if facet.called is None:
            known = values if among is None else among.order_by().filter(**{f"{facet.name}__in": values})
            known = known if among is None else known.values_list(facet.name, flat=True).distinct()
            return {value: in_title_case(value) for value in known}
        return self._of_things(facet, facet.called, list(filter(_is_id, values)), among)

    def _of_things(self, facet: Facet, sort: type[Model], ids: list[str], among: QuerySet | None) -> dict[str, str]:
        visible = sort.objects.visible_to(self.user) if sort is Matter else sort.objects.all()
        known = visible.filter(pk__in=ids)
        if among is not None:
            known = known.filter(Exists(among.order_by().filter(**{facet.name: OuterRef("pk")})))
        if sort is Council or not self.several:
            return {str(one.pk): str(one) for one in known}
        return {str(one.pk): f"{one} ({one.council.short_name})" for one in known.select_related("council")}


def _is_id(value: str) -> bool:
    try:
        return str(UUID(value)) == value
    except ValueError:
        return False


@dataclass(frozen=True)
class Option:
    """One value as a page offers it; `id` is that of its box, the same however the values are ordered."""

    id: str
    value: str
    label: str
    count: int
    checked: bool


@dataclass(frozen=True)
class Group:
    """One facet as a page offers it: the commonest of its values, and the others where there are many."""

    name: str
    label: str
    shown: list[Option]
    more: list[Option]
    errors: list[str]
    left_out: int = 0

    def divides(self, total: int) -> bool:
        """Whether there is something to choose: a value that not all rows have, or one that is chosen."""
        return bool(self.errors) or any(option.checked or option.count != total for option in self.shown)

    @property
    def is_open(self) -> bool:
        """Whether something is chosen among those that are not shown at first."""
        return any(option.checked for option in self.more)


def group(facet: Facet, counts: dict[str, int], chosen: dict[str, str], names: Names, errors: list[str]) -> Group:
    """A facet with how many rows each value would leave; `chosen` has the names of the chosen values."""
    commonest = nlargest(AT_MOST, counts, key=lambda value: (counts[value], value))
    called = names.of(facet, commonest) | chosen
    options = [
        Option(_box(facet, value), value, label, counts.get(value, 0), value in chosen)
        for value, label in called.items()
    ]
    left_out = max(0, len(commonest) - AT_MOST)
    options.sort(key=lambda option: (-option.count, option.label))
    return Group(facet.name, facet.label, options[:AT_FIRST], options[AT_FIRST:], errors, left_out)


def _box(facet: Facet, value: str) -> str:
    return f"{facet.name}-{md5(value.encode(), usedforsecurity=False).hexdigest()[:10]}"
