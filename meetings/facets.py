"""What a list of decisions can be divided by, and how many lines each choice would leave.

A facet's own choice is left out of its own counts, so that further ones can be added to it. All is counted in one
query, of the very rows that the reader's list is made from.
"""

from __future__ import annotations

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
    """The counts of rows that are narrowed by everything but the facets. One query."""
    facets = list(facets)
    counts: dict[str, dict[str, int]] = {facet.name: {} for facet in facets}
    try:
        inner, params = (
            rows.order_by().values(**{f"of_{facet.name}": facet.value() for facet in facets}).query.sql_with_params()
        )
    except EmptyResultSet:
        return Counts(0, counts)
    sql, more = _sql(facets, {name: values for name, values in chosen.items() if values})
    with connection.cursor() as cursor:
        cursor.execute(f"WITH base AS MATERIALIZED ({inner}) {sql}", [*params, *more])
        found = cursor.fetchall()
    for name, value, count in found:
        if name != "":
            counts[name][value] = count
    return Counts(next(count for name, _, count in found if name == ""), counts)


def _sql(facets: list[Facet], chosen: dict[str, list[str]]) -> tuple[str, list[Any]]:
    """A SELECT of (facet, value, count) for each facet, and one of ("", "", total). The names are our own."""
    conditions = {facet.name: _condition(facet) for facet in facets if facet.name in chosen}
    selects, params = [], []
    for facet in [None, *facets]:
        others = [name for name in conditions if not facet or name != facet.name]
        where = " AND ".join(["TRUE", *(conditions[name] for name in others)])
        selects.append(_select(facet, where))
        params += [chosen[name] for name in others]
    return " UNION ALL ".join(selects), params


def _condition(facet: Facet) -> str:
    column = f"of_{facet.name}"
    return f"{column} && %s::text[]" if facet.many else f"{column}::text = ANY(%s::text[])"


def _select(facet: Facet | None, where: str) -> str:
    if facet is None:
        return f"SELECT '', '', count(*) FROM base WHERE {where}"
    column, source = f"of_{facet.name}", "base"
    if facet.many:
        column, source = "one", f"base, unnest(of_{facet.name}) one"
    stated = f"{column} IS NOT NULL AND {where}"
    return f"SELECT '{facet.name}', {column}::text, count(*) FROM {source} WHERE {stated} GROUP BY 2"


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
    options.sort(key=lambda option: (-option.count, option.label))
    return Group(facet.name, facet.label, options[:AT_FIRST], options[AT_FIRST:], errors)


def _box(facet: Facet, value: str) -> str:
    return f"{facet.name}-{md5(value.encode(), usedforsecurity=False).hexdigest()[:10]}"
