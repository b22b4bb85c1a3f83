"""The project's own PostgreSQL: started by the first who needs it, stopped by the last."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import database, postgres

HOLD = """
import pathlib, sys
from config import postgres
postgres.hold(pathlib.Path(sys.argv[1]))
print("held", flush=True)
input()
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    # Not pytest's own folder, which is shut to the account that root's PostgreSQL runs as.
    above = Path(tempfile.mkdtemp(prefix="a space "))
    above.chmod(0o755)
    yield above / "postgres"
    postgres.remove(above / "postgres")
    shutil.rmtree(above)


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        **{"cwd": database.ROOT, "text": True, "stdin": subprocess.PIPE, "stdout": subprocess.PIPE},
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def leave(process: subprocess.Popen[str]) -> None:
    process.communicate("\n", timeout=30)


def test_the_last_to_leave_stops_the_server(folder):
    first, second = holder(folder), holder(folder)

    leave(first)
    still_runs = postgres.is_running(folder)
    leave(second)

    assert still_runs
    assert not postgres.is_running(folder)


def test_a_killed_process_does_not_keep_the_server_for_ever(folder):
    killed = holder(folder)
    os.kill(killed.pid, signal.SIGKILL)
    killed.communicate()
    left_running = postgres.is_running(folder)

    leave(holder(folder))

    assert left_running
    assert not postgres.is_running(folder)


def test_data_in_use_is_not_removed(folder):
    user = holder(folder)

    refused = not postgres.remove(folder)
    leave(user)

    assert refused
    assert postgres.remove(folder)
    assert not folder.exists()


def test_a_checkout_with_a_long_path_keeps_its_data_elsewhere(tmp_path):
    deep = tmp_path / ("deep " * 30)

    assert len(str(database.folder(deep))) <= database.LONGEST_FOLDER
    assert database.folder(deep) == database.folder(deep)
    assert database.folder(deep) != database.folder(deep / "other")
