"""What can be told of votes: whether papers state one, how it was divided, and how its counts stand to attendance."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Any

from django.db.models import CharField, Count, Exists, F, Func, IntegerField, OuterRef, Q, QuerySet, Subquery, Value

from meetings.attendance import surname
from meetings.models import Attendance, Person
from meetings.models.person import WERE_THERE
from meetings.models.vote import Voted
from meetings.names import name_key

STATED = (
    Q(unanimous__isnull=False) | Q(votes_for__isnull=False) | Q(votes_against__isnull=False)
    | Q(votes_abstained__isnull=False) | ~Q(vote_method="") | ~Q(voters=[])
)  # fmt: skip
SPLIT = Q(votes_for__gt=0, votes_against__gt=0)
UNANIMOUS = Q(unanimous=True)
RECORDED = ~Q(voters=[])
DIVISIONS = {"split": ("Split", SPLIT), "unanimous": ("Unanimous", UNANIMOUS), "recorded": ("Names recorded", RECORDED)}


def present(user: Any) -> Subquery:
    """How many members are listed as present at a row's meeting, in parts that the reader may see; None for no list."""
    listed = Attendance.objects.visible_to(user).filter(meeting=OuterRef("meeting"), role__in=WERE_THERE)
    counts = listed.order_by().values("meeting").annotate(people=Count("known_as__person", distinct=True))
    return Subquery(counts.values("people"), output_field=IntegerField())


def naming(rows: QuerySet, typed: str) -> QuerySet:
    """Votes in which the paper names somebody of whose name this is a part: "Pell" or "Cllr J Pell"."""
    key = name_key(typed)
    names = Func(F("voters"), Value("|"), function="array_to_string", output_field=CharField())
    return rows.alias(named=names).filter(named__contains=key) if key else rows.none()


def tally(stated: int | None, listed: int | None) -> str:
    """How many votes are stated beside how many were listed as present; empty where they agree or one is not known.

    >>> tally(11, 12)
    '12 were listed as present, 11 votes are stated: 1 present, not recorded.'
    >>> tally(13, 12)
    '12 were listed as present, but 13 votes are stated.'
    """
    if not stated or not listed or stated == listed:
        return ""
    if stated > listed:
        return f"{listed} were listed as present, but {stated} votes are stated."
    votes = f"{stated} vote{' is' if stated == 1 else 's are'} stated"
    were = "was" if listed == 1 else "were"
    return f"{listed} {were} listed as present, {votes}: {listed - stated} present, not recorded."


def of_member(rows: QuerySet, person: Person, keys: set[str], user: Any) -> QuerySet:
    """Votes in which the paper names a person: in full, or by a bare surname that nobody else at the meeting has."""
    surnames = {surname(key) for key in keys}
    lists = Attendance.objects.visible_to(user).filter(meeting=OuterRef("meeting"))
    alike = reduce(or_, (Q(known_as__key=name) | Q(known_as__key__endswith=f" {name}") for name in surnames), Q())
    others = Exists(lists.filter(alike).exclude(known_as__person=person))
    bare = Q(voters__overlap=list(surnames)) & Q(Exists(lists.filter(known_as__person=person))) & ~Q(others)
    return rows.filter(Q(voters__overlap=list(keys)) | bare, council=person.council_id) if keys else rows.none()


def side_of(vote: Voted, keys: set[str]) -> str:
    """The side on which a vote names a person of these keys, in full or by surname; empty for none."""
    known = keys | {surname(key) for key in keys}
    for side, names in vote.names_by_side:
        if not known.isdisjoint(map(name_key, names)):
            return side
    return ""
