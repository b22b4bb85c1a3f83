"""People in the words of Popolo: their names as papers print them, and the portfolios they held."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router
from pydantic import BaseModel, Field

from dashboard.api.paging import OfCouncil, Page, Words, page
from dashboard.api.terms import Named, PrintedDate, Source, named, of_council, source
from meetings.models import Attendance, Person, PersonName, PortfolioHolder

router = Router()


class OtherName(BaseModel):
    name: str
    note: str = "As papers print it"


class Membership(BaseModel):
    role: str | None
    post: Named = Field(description="The portfolio")
    as_of: PrintedDate | None = Field(description="The date of the paper that says so")
    sources: list[Source]


class Human(BaseModel):
    id: UUID
    name: str
    other_names: list[OtherName]
    organization: Named = Field(description="The council in whose papers the name stands")
    memberships: list[Membership]


class PeopleAsked(OfCouncil):
    words: Words | None = Field(None, description="Words in a name")


@router.get("/people", response=Page[Human], summary="People whom papers name as present or as holding a portfolio")
def people(request: HttpRequest, asked: Query[PeopleAsked]):
    names = seen_names(request.auth)
    for word in (asked.words or "").split():
        names = names.filter(name__icontains=word)
    rows = _seen(request.auth).filter(pk__in=names.values("person"))
    return page(request, asked, rows.filter(council=asked.council) if asked.council else rows, _human)


@router.get("/people/{pk}", response=Human, summary="A person")
def person(request: HttpRequest, pk: UUID):
    return _human(get_object_or_404(_seen(request.auth), pk=pk), request)


def seen_names(user) -> QuerySet[PersonName]:
    """The printed names that stand in a part which the user may read."""
    attended, held = (
        Exists(line.objects.visible_to(user).filter(known_as=OuterRef("pk"))) for line in (Attendance, PortfolioHolder)
    )
    return PersonName.objects.filter(attended | held)


def _seen(user) -> QuerySet[Person]:
    holders = PortfolioHolder.objects.visible_to(user).with_source().select_related("portfolio").latest_first()
    names = seen_names(user).order_by("name").prefetch_related(Prefetch("portfolios", holders))
    rows = Person.objects.filter(pk__in=seen_names(user).values("person")).select_related("council")
    return rows.prefetch_related(Prefetch("names", names)).order_by("name", "pk")


def _human(person: Person, request: HttpRequest) -> Human:
    """Of the names only those that the reader may know: a person's own may stand in an exempt part alone."""
    names = [name.name for name in person.names.all()]
    name = person.name if person.name in names else names[0]
    return Human(
        id=person.pk,
        name=name,
        other_names=[OtherName(name=other) for other in names if other != name],
        organization=of_council(person.council),
        memberships=[_membership(held, request) for known in person.names.all() for held in known.portfolios.all()],
    )


def _membership(held: PortfolioHolder, request: HttpRequest) -> Membership:
    return Membership(
        role=held.role or None,
        post=named(held.portfolio),
        as_of=held.as_of or None,
        sources=[source(held.finding, request)],
    )
