"""Rows written to the database as PostgreSQL copies them: a hundred thousand in the time of a few by themselves."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pgtrigger
from django.db import connection, models, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

A_BATCH = 20_000


class Table:
    """The rows of a model's own table; a column that is not said has the model's default.

    With `numbered` the rows' ids are given by `next_id`, for tables whose rows others point to.
    """

    def __init__(self, model: type[models.Model], numbered: bool = False) -> None:
        self.model, self.name = model, model._meta.db_table
        is_serial = isinstance(model._meta.pk, models.AutoField)
        fields = [field for field in model._meta.local_concrete_fields if not field.generated]
        fields = [field for field in fields if numbered or not (is_serial and field.primary_key)]
        self.columns = [field.column for field in fields]
        self._place = {field.attname: place for place, field in enumerate(fields)}
        self._json = {place for place, field in enumerate(fields) if isinstance(field, models.JSONField)}
        self._blank = [_default(field) for field in fields]
        self._rows: list[list[Any]] = []
        self._ids = itertools.count(_last_id(self.name) + 1) if numbered else None
        self._last = 0
        self.written = 0

    def next_id(self) -> int:
        assert self._ids is not None
        self._last = next(self._ids)
        return self._last

    def add(self, **said: Any) -> None:
        row = self._blank.copy()
        for name, value in said.items():
            place = self._place[name]
            row[place] = Jsonb(value) if place in self._json and value is not None else value
        self._rows.append(row)
        if len(self._rows) >= A_BATCH:
            self.write()

    def write(self) -> None:
        columns = ", ".join(f'"{column}"' for column in self.columns)
        with (
            connection.wrap_database_errors,
            connection.connection.cursor() as cursor,
            cursor.copy(f'COPY "{self.name}" ({columns}) FROM STDIN') as copy,
        ):
            for row in self._rows:
                copy.write_row(row)
        self.written += len(self._rows)
        self._rows = []

    def finish(self) -> None:
        """Write what is left, and let the database go on counting where this ended."""
        self.write()
        if self._last:
            with connection.cursor() as cursor:
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", [self.name, self._last])


def _default(field: models.Field) -> Any:
    if getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False):
        return timezone.now()
    value = field.get_default()
    return Jsonb(value) if isinstance(field, models.JSONField) and value is not None else value


def _last_id(table: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT coalesce(max(id), 0) FROM "{table}"')
        return cursor.fetchone()[0]


@contextmanager
def at_once() -> Iterator[None]:
    """A transaction for very many rows. The history keeps what people do, and nobody did this: its triggers rest."""
    with pgtrigger.ignore(), transaction.atomic(), connection.cursor() as cursor:
        # The triggers are told with the first statement, and the transaction remembers it.
        cursor.execute("SET LOCAL gin_pending_list_limit = '512MB'")
        yield


def analyse(tables: Iterable[str]) -> None:
    """Let the database count what is there now, so that it plans its questions for that."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(tables)}")
