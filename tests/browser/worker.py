"""A worker as it runs in production, in a process of its own, on the database and the files of a test."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection

from config.demo import ENVIRONMENT
from tests.torture.ground import stop


@contextlib.contextmanager
def working(said: Path) -> Iterator[None]:
    """Keep a worker going that reads what is queued; what it prints goes to the file `said`."""
    command = [sys.executable, "manage.py", "procrastinate", "worker", "--concurrency=1"]
    with said.open("wb") as output:
        worker = subprocess.Popen(
            command, env=os.environ | environment(), cwd=settings.BASE_DIR, stdout=output, stderr=output
        )
        try:
            yield
        finally:
            stop(worker)


def environment() -> dict[str, str]:
    return ENVIRONMENT | {"DATABASE_URL": address(), "VAR": str(settings.VAR)}


def address() -> str:
    """The address of the test's database."""
    said = connection.settings_dict
    asked = {"host": said["HOST"], "port": said["PORT"], "user": said["USER"], "password": said["PASSWORD"]}
    return f"postgresql:///{quote(said['NAME'])}?{urlencode({name: value for name, value in asked.items() if value})}"


def forget_jobs() -> None:
    """The queue's tables are not Django's own, which would be emptied after each test."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_periodic_defers, procrastinate_workers CASCADE")
