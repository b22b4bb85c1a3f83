"""Measures, and their values as papers state them."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from django.db.models import Exists, OuterRef
from django.http import HttpRequest
from ninja import Query, Router
from pydantic import BaseModel, Field

from dashboard.api.paging import Day, OfCouncil, Page, Paged, Words, page
from dashboard.api.terms import Line, PrintedDate, line, url
from dashboard.models import Indicator, Observation

router = Router()
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
ROLES = Literal["actual", "target", "floor", "previous"]


class Measure(BaseModel):
    id: str
    url: str
    name: str
    unit: str
    polarity: Literal["high", "low", "neutral"] = Field(description="Which way is better")
    note: str | None


class Value(Line):
    measure_id: str | None = Field(description="None for a measure that the catalogue does not have")
    label: str = Field(description="Its name as the paper prints it")
    value: float
    unit: str | None
    area: str | None
    period: PrintedDate | None
    period_end: datetime.date | None
    role: ROLES
    rag: str | None


class MeasuresAsked(Paged):
    words: Words | None = Field(None, description="Words in its name")


class ValuesAsked(OfCouncil):
    measure: Slug | None = Field(None, description="The id of a measure")
    label: Words | None = Field(None, description="Words in the printed name")
    area: Words | None = None
    role: ROLES | None = None
    date_from: Day | None = None
    date_to: Day | None = None


@router.get("/indicators", response=Page[Measure], summary="Measures of the catalogue that papers state a value of")
def indicators(request: HttpRequest, asked: Query[MeasuresAsked]):
    stated = Observation.objects.visible_to(request.auth).filter(indicator=OuterRef("pk"))
    rows = Indicator.objects.filter(Exists(stated)).said(asked.words or "").order_by("name", "pk")
    return page(request, asked, rows, _measure)


@router.get("/observations", response=Page[Value], summary="Values as papers state them, by measure and period")
def observations(request: HttpRequest, asked: Query[ValuesAsked]):
    rows = Observation.objects.visible_to(request.auth).with_source().select_related("council")
    said = {
        "council": asked.council, "indicator": asked.measure, "area__iexact": asked.area, "role": asked.role,
        "date__gte": asked.date_from, "date__lte": asked.date_to, "label__icontains": asked.label,
    }  # fmt: skip
    rows = rows.filter(**{name: value for name, value in said.items() if value is not None})
    return page(request, asked, rows.order_by("label", "area", "date", "finding__document", "pk"), _value)


def _measure(row: Indicator, request: HttpRequest) -> Measure:
    said = {"name": row.name, "unit": row.unit, "polarity": row.polarity, "note": row.note or None}
    return Measure(id=row.slug, url=url(request, row), **said)


def _value(row: Observation, request: HttpRequest) -> Value:
    return Value(
        **line(row, request),
        **{name: getattr(row, name) or None for name in ("unit", "area", "period", "rag")},
        measure_id=row.indicator_id,
        label=row.label,
        value=row.value,
        period_end=row.date,
        role=row.role,
    )
