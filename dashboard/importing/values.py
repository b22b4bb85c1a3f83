"""Values of a release: compared with what stands, and counted. They stream to the database without a row of Python."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from dashboard.importing.draft import Draft
from dashboard.models import Claim, DataSet, OfficialMeasure, OfficialValue, Release

VALUES, MEASURES = OfficialValue._meta.db_table, OfficialMeasure._meta.db_table
# In the order in which rows are copied.
COLUMNS = "measure_id, area_id, period, date, months, value, symbol, status, release_id"
SAME_CELL = "v.measure_id = s.measure_id AND v.area_id = s.area_id AND v.period = s.period AND v.replaced_by_id IS NULL"
DIFFERS = "(v.value, v.symbol, v.status) IS DISTINCT FROM (s.value, s.symbol, s.status)"
STAGING = f"CREATE TEMPORARY TABLE staged ON COMMIT DROP AS SELECT {COLUMNS} FROM {VALUES} WITH NO DATA"
COMPARED = f"""
    SELECT count(*) FILTER (WHERE v.id IS NULL), count(*) FILTER (WHERE v.id IS NOT NULL AND {DIFFERS}),
           count(*) FILTER (WHERE v.id IS NOT NULL AND NOT {DIFFERS})
    FROM staged s LEFT JOIN {VALUES} v ON {SAME_CELL}
"""
EXAMPLES = f"""
    SELECT s.measure_id, s.area_id, s.period, v.value, v.symbol, v.status, s.value, s.symbol, s.status
    FROM staged s JOIN {VALUES} v ON {SAME_CELL} WHERE {DIFFERS} ORDER BY s.date DESC, 1, 2 LIMIT %s
"""
BY_MEASURE = "SELECT measure_id, count(value), count(*) - count(value) FROM staged GROUP BY measure_id"
DECIMALS = f"""
    UPDATE {MEASURES} m SET decimals = found.decimals
    FROM (
        SELECT measure_id, max(scale(trim_scale(value))) AS decimals
        FROM {VALUES} WHERE replaced_by_id IS NULL
          AND measure_id IN (SELECT id FROM {MEASURES} WHERE data_set_id = %s) GROUP BY measure_id
    ) found WHERE m.id = found.measure_id AND m.decimals IS DISTINCT FROM found.decimals
"""
SYMBOLS = "SELECT symbol, count(*) FROM staged WHERE value IS NULL GROUP BY symbol ORDER BY 2 DESC"
REPLACED = f"UPDATE {VALUES} v SET replaced_by_id = %s FROM staged s WHERE {SAME_CELL} AND {DIFFERS}"
# Of a value that stays, the day may be known better now.
DATED = f"""
    UPDATE {VALUES} v SET date = s.date, months = s.months FROM staged s
    WHERE {SAME_CELL} AND (v.date, v.months) IS DISTINCT FROM (s.date, s.months)
"""
ADDED = f"""
    INSERT INTO {VALUES} ({COLUMNS}) SELECT {COLUMNS} FROM staged s
    WHERE NOT EXISTS (SELECT FROM {VALUES} v WHERE {SAME_CELL})
"""
CONTRADICTED = "DELETE FROM {table} WHERE measure_id = %s AND area_id = %s AND period = %s AND release_id = %s"
# Of series that are new: those of which the file says nothing in any row.
BLANK = """
    DELETE FROM {table} WHERE measure_id IN (
        SELECT measure_id FROM {table} WHERE measure_id = ANY(%s)
        GROUP BY measure_id HAVING bool_and(value IS NULL AND symbol = '-')
    ) RETURNING measure_id
"""
MOST_EXAMPLES = 20


@dataclass
class Compared:
    """How many values are new, revised and the same, and some that are revised."""

    new: int = 0
    revised: int = 0
    same: int = 0
    examples: list[dict[str, str]] = field(default_factory=list)


def stage(draft: Draft, lines: Iterable[str]) -> None:
    """Bring the values into a table that lasts as long as the transaction."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS staged")
        cursor.execute(STAGING)
        _copy(draft, "staged", lines)
        # Nothing else tells the database how many rows there are to join.
        cursor.execute("ANALYZE staged")


def compare(draft: Draft) -> Compared:
    """What counting the staged values would change."""
    with connection.cursor() as cursor:
        cursor.execute(COMPARED)
        found = Compared(*cursor.fetchone())
        if found.revised:
            cursor.execute(EXAMPLES, [MOST_EXAMPLES])
            found.examples = [_example(draft, row) for row in cursor.fetchall()]
    return found


def count(draft: Draft, lines: Iterable[str]) -> Compared:
    """Make the values of a file count: those that it revises are kept, and say which release replaced them."""
    known = [one.pk for one in draft.series.known.values()]
    if not OfficialValue.objects.current().filter(measure__in=known).exists():
        # There is nothing to compare them with: they go where they stay at once.
        found = Compared(new=_copy(draft, VALUES, lines))
        draft.keep()
        return found
    stage(draft, lines)
    found = compare(draft)
    draft.keep()
    with connection.cursor() as cursor:
        cursor.execute(REPLACED, [draft.release.pk])
        cursor.execute(DATED)
        cursor.execute(ADDED)
    return found


def _copy(draft: Draft, table: str, lines: Iterable[str]) -> int:
    """Stream values into a table; returns how many stay, without those that the file contradicts or is blank about."""
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY {table} ({COLUMNS}) FROM STDIN") as copy:
            for some in lines:
                copy.write(some)
        number = cursor.rowcount
        for key in draft.notes.contradicted:
            cursor.execute(CONTRADICTED.format(table=table), [*key.split("\t"), draft.release.pk])
            number -= cursor.rowcount
        if draft.has_blanks:
            cursor.execute(BLANK.format(table=table), [[one.pk for one in draft.series.new]])
            blank = [key for (key,) in cursor.fetchall()]
            draft.forget(set(blank))
            number -= len(blank)
    return int(number)


def symbols() -> dict[str, int]:
    """The symbols among the staged values, the commonest first."""
    with connection.cursor() as cursor:
        cursor.execute(SYMBOLS)
        return dict(cursor.fetchall())


def by_measure() -> dict[int, tuple[int, int]]:
    """Of each staged series how many values and symbols it has."""
    with connection.cursor() as cursor:
        cursor.execute(BY_MEASURE)
        return {key: (values, signs) for key, values, signs in cursor.fetchall()}


def areas() -> int:
    """How many areas the staged values are of."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT area_id) FROM staged")
        return int(cursor.fetchone()[0])


def newest(data_set: DataSet) -> OfficialValue | None:
    """A value of the latest period that a data set has."""
    return OfficialValue.objects.current().filter(measure__data_set=data_set).order_by("-date").first()


def note_decimals(data_set: DataSet) -> None:
    """Keep with how many decimals the series of a data set are published that no dictionary describes."""
    with connection.cursor() as cursor:
        cursor.execute(DECIMALS, [data_set.pk])


def look_over() -> None:
    """Let the database know how many values there are now, by which it chooses how to look them up."""
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {VALUES}")


def take_back(release: Release) -> None:
    """Undo a release: its values go, and those that it had replaced count again."""
    values = OfficialValue.objects.filter(release=release)
    # What was compared with them is compared anew. They go in one statement, as there are ten thousands of them.
    Claim.objects.filter(official__in=values).update(official=None)
    values.order_by()._raw_delete(values.db)
    OfficialValue.objects.filter(replaced_by=release).update(replaced_by=None)


def _example(draft: Draft, row: tuple[Any, ...]) -> dict[str, str]:
    measure, area, period, *cells = row
    names = {one.pk: one.name for one in draft.series.known.values()}
    return {
        "measure": names[measure],
        "area": draft.gazetteer.areas[area].name,
        "period": period,
        "was": _said(*cells[:3]),
        "is": _said(*cells[3:]),
    }


def _said(value: Any, symbol: str, status: str) -> str:
    """A value as people read it; a symbol in words."""
    words = f"{value.normalize():f}" if value is not None else str(OfficialValue.Symbol(symbol).label)
    return f"{words} ({status})" if status else words
