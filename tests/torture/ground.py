"""A database and a folder for files, made for one run and gone after it, and workers on them as in production."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import django
import psycopg
from psycopg import sql

from config import database, postgres
from config.demo import ENVIRONMENT

SECONDS_TO_END = 20


@contextlib.contextmanager
def ground() -> Iterator[Path]:
    """Set Django up on a new database in the project's own server; yields the folder of the run's files."""
    folder = database.folder()
    postgres.hold(folder)
    name = f"torture_{os.getpid()}"
    socket = str(postgres.data_folder(folder))
    with psycopg.connect(host=socket, user=postgres.USER, dbname="postgres", autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            with tempfile.TemporaryDirectory(prefix="register-torture-") as files:
                address = f"postgresql:///{name}?{urlencode({'host': socket, 'user': postgres.USER}, quote_via=quote)}"
                os.environ.update(ENVIRONMENT | {"DATABASE_URL": address, "VAR": files, "LOG_LEVEL": "CRITICAL"})
                set_up()
                yield Path(files)
                forget_connections()
        finally:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def set_up() -> None:
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def forget_connections() -> None:
    from django.db import connections

    connections.close_all()


def start_worker(folder: Path, concurrency: int = 1) -> subprocess.Popen[bytes]:
    """A worker in a session of its own; what it prints goes to the run's folder."""
    command = [sys.executable, "manage.py", "procrastinate", "worker", f"--concurrency={concurrency}"]
    with (folder / "worker.log").open("ab") as said:
        return subprocess.Popen(command, cwd=database.ROOT, stdout=said, stderr=said, start_new_session=True)


def stop(worker: subprocess.Popen[bytes]) -> None:
    """End a worker as a machine ends its services: it is asked to, and when it takes too long, made to."""
    worker.terminate()
    try:
        worker.wait(SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        worker.kill()
        worker.wait()
