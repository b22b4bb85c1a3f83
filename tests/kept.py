"""Rows of the test database that are kept in memory and put back at once, as PostgreSQL copies them.

What migrations put into the tables is put back after each test that commits, so that tests may run in any order; the
small register of `tests.world` is made once, not a hundred times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from django.db import connection, transaction

Made = TypeVar("Made")
# The lines that PostgreSQL copies out of each table, by the table and its columns.
Rows = dict[str, bytes]

TABLES = """
    SELECT quote_ident(c.relname),
        (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute AS a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '')
    FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
        AND c.relname != 'django_migrations'
    ORDER BY c.relname
"""
# Transactions are numbered upwards, and a row knows the one that wrote it.
NOW = "SELECT pg_current_xact_id()::text::bigint % (1::bigint << 32)"
TRIGGERS = "SELECT array_agg(tgname::text) FROM pg_trigger WHERE tgname LIKE 'pgtrigger%%'"
IGNORED = "SELECT set_config('pgtrigger.ignore', (%s::text[])::text, true)"


def rows_of(make: Callable[[], Made]) -> tuple[Made, Rows]:
    """What a function makes, with the rows that it wrote, which are not left there."""
    with transaction.atomic():
        start = _asked(NOW)[0][0]
        made = make()
        rows = rows_since(start)
        transaction.set_rollback(True)
    return made, rows


def rows_since(start: int = 0) -> Rows:
    """The rows that were written by this transaction or a later one; with 0 all that there are. No jobs that wait."""
    kept = {}
    connection.ensure_connection()
    with connection.connection.cursor() as cursor:
        for table, columns in _asked(TABLES):
            if table.startswith("procrastinate_"):
                continue
            newer = f"SELECT {columns} FROM {table} WHERE xmin::text::bigint >= {start}"
            with cursor.copy(f"COPY ({newer}) TO STDOUT") as lines:
                if said := b"".join(lines):
                    kept[f"{table} ({columns})"] = said
    return kept


def put_back(rows: Rows) -> None:
    """Write rows that were kept; nothing is told to the history, whose rows are among them."""
    with transaction.atomic(), _untold(), connection.wrap_database_errors, connection.connection.cursor() as cursor:
        for place, lines in rows.items():
            with cursor.copy(f"COPY {place} FROM STDIN") as into:
                into.write(lines)


def empty() -> None:
    """Take every row out of every table, when those who write to them have done so."""
    tables = [table for table, _ in _asked(TABLES)]
    filled = " UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables)
    with transaction.atomic(), _untold(), connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN SHARE ROW EXCLUSIVE MODE")
        for (table,) in _asked(filled):
            cursor.execute(f"DELETE FROM {table}")


def leave_uncounted() -> None:
    """The database counts no rows by itself: those of a transaction that goes on are nought to who looks from outside.

    It would then plan the questions of a test for empty tables, and take minutes where it takes milliseconds.
    """
    with connection.cursor() as cursor:
        for table, _ in _asked(TABLES):
            cursor.execute(f"ALTER TABLE {table} SET (autovacuum_enabled = false)")


@contextmanager
def _untold() -> Iterator[None]:
    """The triggers that keep the history rest."""
    with connection.cursor() as cursor:
        cursor.execute(IGNORED, [_asked(TRIGGERS)[0][0] or []])
        yield
        cursor.execute(IGNORED, [[]])


def _asked(question: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchall()
