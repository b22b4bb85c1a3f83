"""Pages of a list: so many from so far, with the addresses of the next and the previous ones."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Schema
from ninja.errors import ValidationError
from pydantic import BaseModel, BeforeValidator, Field

MOST = 100
T = TypeVar("T")

# PostgreSQL keeps no NUL.
Words = Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]+$")]


def _day(typed: Any) -> Any:
    """A date in the one form that is told of it; not a moment, nor a number of seconds."""
    return typed if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", str(typed)) else "no date"


def _yes_or_no(typed: Any) -> Any:
    """Of all that may be meant by yes or no, these two alone."""
    return {"true": True, "false": False}.get(typed, "neither")


Day = Annotated[datetime.date, BeforeValidator(_day)]
YesNo = Annotated[bool, BeforeValidator(_yes_or_no)]


class Paged(Schema):
    """What every list can be asked for."""

    limit: int = Field(25, ge=1, le=MOST, description="How many at most")
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to leave out before them")


class OfCouncil(Paged):
    council: UUID | None = Field(None, description="The id of a council")


class Page(BaseModel, Generic[T]):
    count: int
    next: str | None
    previous: str | None
    results: list[T]


def page(request: HttpRequest, asked: Paged, rows: QuerySet, shape: Callable[[Any, Any], T]) -> Page[T]:
    """The part of the rows that was asked for, each in the shape of the API."""
    refuse_unknown(request, asked)
    count = rows.count()
    beyond, before = asked.offset + asked.limit, max(asked.offset - asked.limit, 0)
    return Page(
        count=count,
        next=_address(request, beyond) if beyond < count else None,
        previous=_address(request, before) if asked.offset else None,
        results=[shape(row, request) for row in rows[asked.offset : beyond]],
    )


def refuse_unknown(request: HttpRequest, asked: Schema) -> None:
    """A filter whose name is typed wrong must not give everything."""
    unknown = sorted(request.GET.keys() - type(asked).model_fields.keys())
    if unknown:
        raise ValidationError([{"loc": ("query", name), "msg": "There is no such filter."} for name in unknown])


def _address(request: HttpRequest, offset: int) -> str:
    query = request.GET.copy()
    query["offset"] = str(offset)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode()}")
