"""Keys for rows to come: values stream into the database before it is known which areas and series they bring."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import connection, models

RESERVED = "SELECT array_agg(nextval(pg_get_serial_sequence(%s, 'id')::regclass)) FROM generate_series(1, %s)"


def reserved(model: type[models.Model], number: int) -> Iterator[int]:
    """Keys that nobody else is given; those not used are a gap in the sequence, which harms nothing."""
    with connection.cursor() as cursor:
        cursor.execute(RESERVED, [model._meta.db_table, number])
        return iter(cursor.fetchone()[0])
