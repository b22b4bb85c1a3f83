"""Rows that belong to a row, fetched with it in one query: as JSON in the database, as rows of their models here.

    Indicator.objects.annotate(held=rows(Aim.objects.filter(indicator=OuterRef("pk"))))
    made(Aim, indicator.held)

What prefetch_related does with a query for each relation; a page of sixty measures has few queries to spare.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import DecimalField, F, Model, QuerySet, TextField
from django.db.models.functions import Cast, JSONObject

M = TypeVar("M", bound=Model)


def rows(found: QuerySet, **related: Any) -> ArraySubquery:
    """The rows of a subquery, each with all its fields; `related` are rows that they point to."""
    return ArraySubquery(found.values(row=row(found.model, "", **related)))


def row(model: type[Model], path: str, **related: Any) -> JSONObject:
    """One row that others point to by the path; itself where the path is empty."""
    return JSONObject(**_said(model, f"{path}__" if path else ""), **related)


def _said(model: type[Model], before: str) -> dict[str, Any]:
    """Each field as JSON can hold it: a number with decimals as its text, so that it stays exact."""
    return {
        field.attname: Cast(before + field.attname, TextField())
        if isinstance(field, DecimalField)
        else F(before + field.attname)
        for field in model._meta.concrete_fields
    }


def made(model: type[M], said: Iterable[dict[str, Any]]) -> list[M]:
    """The rows that were fetched as JSON."""
    return [one(model, row) for row in said]


def one(model: type[M], said: dict[str, Any]) -> M:
    fields = [field for field in model._meta.concrete_fields if field.attname in said]
    # A foreign key's own value is converted as the key that it points to.
    values = [getattr(field, "target_field", field).to_python(said[field.attname]) for field in fields]
    return model.from_db("default", [field.attname for field in fields], values)
