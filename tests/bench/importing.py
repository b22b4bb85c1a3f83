"""Importing official statistics: a table in the long layout is counted, over a bare COPY of the same rows."""

from __future__ import annotations

import csv
import io
import random
import time
from collections.abc import Callable

from tests.torture.ground import ground

ROWS, MEASURES, AREAS, YEARS = 50_000, 400, 125, 1
MOST_TIMES = 4.0
HEADING = ("short_desc", "data_item", "years", "la", "la_number", "value")
PLAIN = "CREATE TABLE plain (short_desc text, data_item text, years text, la text, la_number text, value text)"
# The table that values go to, with all that holds of its rows.
ALIKE = "CREATE TABLE alike (LIKE dashboard_officialvalue INCLUDING ALL)"
COLUMNS = "measure_id, area_id, period, date, months, value, symbol, status, release_id"


def measure(rounds: int) -> None:
    """Print how long counting 50,000 rows takes, over COPY of the file, and over COPY into the table they end in."""
    with ground():
        content = table()
        print(f"a table of {content.count(bytes([10])) - 1:,} rows, {len(content) / 1e6:.1f} MB; seconds:", flush=True)
        found = [once(content) for _ in range(rounds)]
        for name, of in (
            # The bar: what the same rows take without any reading, into a table that holds as much of them.
            (f"bare COPY of the same rows into a table like theirs, at most {MOST_TIMES:.0f}", 2),
            ("COPY of the file as text into a table without a key or a constraint", 1),
        ):
            ratios = sorted(times[0] / times[of] for times in found)
            seconds = ", ".join(f"{times[0]:.3f} / {times[of]:.3f}" for times in found)
            print(f"counted / {name}: {ratios[len(ratios) // 2]:.2f}  ({seconds})", flush=True)


def table() -> bytes:
    """A long table as the interactive tool gives it: every measure for every area, decimals with their noise."""
    random.seed(5)
    lines = io.StringIO(newline="")
    out = csv.writer(lines)
    out.writerow(HEADING)
    for number in range(MEASURES):
        name = f"Children of the sample measured in way {number:03}, as a share of all children"
        for year in range(2025 - YEARS, 2025):
            for area in range(AREAS):
                value = "-" if random.random() < 0.1 else repr(random.randrange(10_000) / 10 * 1.1)
                out.writerow([f"Sample_{number:03}", name, year, f"Sample Area {area:03}", f"{201 + area}.0", value])
    return lines.getvalue().encode()


def once(content: bytes) -> tuple[float, float, float]:
    """Seconds of counting the file, of COPY into a plain table, and of COPY into the table with its constraints."""
    from django.db import connection

    from dashboard.importing import releases, withdraw
    from dashboard.models import Area, OfficialMeasure, OfficialValue

    release = waiting(content)
    whole = seconds(lambda: releases.count_now(release))
    assert OfficialValue.objects.count() == ROWS
    with connection.cursor() as cursor:
        with cursor.copy(f"COPY (SELECT {COLUMNS} FROM dashboard_officialvalue) TO STDOUT") as rows:
            ready = b"".join(rows)
        cursor.execute("DROP TABLE IF EXISTS plain, alike")
        cursor.execute(PLAIN)
        cursor.execute(ALIKE)
    plain = seconds(lambda: copy("COPY plain FROM STDIN (FORMAT csv, HEADER)", content))
    alike = seconds(lambda: copy(f"COPY alike ({COLUMNS}) FROM STDIN", ready))
    release.refresh_from_db()
    withdraw(release=release, by=release.uploaded_by)
    OfficialMeasure.objects.all().delete()
    Area.objects.all().delete()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE dashboard_officialvalue")
    return whole, plain, alike


def waiting(content: bytes):
    """The file as a release whose turn it is to be counted."""
    from django.contrib.auth.models import User

    from dashboard.importing import count, releases, take_in

    by, _ = User.objects.get_or_create(username="bench")
    release = take_in(io.BytesIO(content), filename="table.csv", by=by)
    releases.read(release)
    return count(release=release, by=by)


def copy(statement: str, rows: bytes) -> None:
    from django.db import connection

    with connection.cursor() as cursor, cursor.copy(statement) as into:
        into.write(rows)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
