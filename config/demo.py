"""The demonstration: `python -m config.demo` runs it until Ctrl-C, `python -m config.demo --reset` forgets its data.

It brings its own database, makes the sample council, and keeps two programs going: the web server and the worker that
reads documents. Either is started again when it ends. `make demo` calls it when everything is installed.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from config import database, postgres
from reports.access import ROLES

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType

HOST = "127.0.0.1"
PASSWORD = "wexcombe-demo"
# Whatever .env says of the real thing, the demonstration touches no data but its own.
ENVIRONMENT = {
    "ALLOWED_HOSTS": f"{HOST},localhost",
    "DATABASE_URL": "",
    "DEMO": "1",
    "DJANGO_SETTINGS_MODULE": "config.settings",
    "FILES_S3_BUCKET": "",
    "PYTHONUNBUFFERED": "1",
    "SECRET_KEY": "only-for-the-demonstration-" * 2,
    "VAR": str(database.ROOT / "var"),
}
SECONDS_TO_END = 10
LONGEST_PAUSE = 30


@dataclass
class Program:
    """A program that is kept going; `pause` (seconds) grows while it ends as soon as it starts."""

    name: str
    command: Sequence[str]
    process: subprocess.Popen[bytes]
    started: float
    pause: float = 1.0

    @classmethod
    def start(cls, name: str, command: Sequence[str]) -> Program:
        return cls(name, command, _launch(command), time.monotonic())

    def keep_going(self) -> None:
        ended = self.process.poll()
        lasted = time.monotonic() - self.started
        if ended is None or lasted < self.pause:
            return
        print(f"The {self.name} ended ({ended}); starting it again.", flush=True)
        self.pause = min(self.pause * 2, LONGEST_PAUSE) if lasted < LONGEST_PAUSE else 1.0
        self.process, self.started = _launch(self.command), time.monotonic()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m config.demo", description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--reset", action="store_true", help="forget the demonstration's data")
    options = parser.parse_args()
    os.chdir(database.ROOT)
    os.environ.update(ENVIRONMENT)
    if options.reset:
        reset()
    else:
        run(options.port)


def run(port: int) -> None:
    if not is_free(port):
        sys.exit(f"Port {port} is in use on this machine. Choose another one: make demo PORT={port + 1}")
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _leave)
    programs: list[Program] = []
    try:
        prepare()
        programs += [Program.start(name, command) for name, command in commands(port).items()]
        announce(port)
        while True:
            time.sleep(0.5)
            for program in programs:
                program.keep_going()
    finally:
        stop(programs)


def prepare() -> None:
    """Start the database, bring its tables up to date and make the sample council where it is not there yet."""
    (database.ROOT / "var" / "static").mkdir(parents=True, exist_ok=True)
    postgres.hold(database.folder())
    for command in (["migrate", "--verbosity=0"], ["demo_council"], ["demo_matters"], ["demo_statistics"]):
        if subprocess.run(_manage(*command), check=False).returncode:
            sys.exit(f"The demonstration could not be prepared: manage.py {command[0]} failed.")


def commands(port: int) -> dict[str, list[str]]:
    web = ["-m", "gunicorn", "config.wsgi", f"--bind={HOST}:{port}", "--threads=4", "--no-control-socket"]
    return {
        "web server": [sys.executable, *web, "--log-level=warning", f"--graceful-timeout={SECONDS_TO_END - 2}"],
        "worker": _manage(
            "procrastinate", "worker", "--concurrency=2", f"--shutdown-graceful-timeout={SECONDS_TO_END - 2}"
        ),
    }


def announce(port: int) -> None:
    deadline = time.monotonic() + SECONDS_TO_END * 3
    while is_free(port) and time.monotonic() < deadline:
        time.sleep(0.1)
    accounts = "\n".join(f"  {role}@wexcombe.example" for role in ROLES)
    print(f"\nThe register is at http://{HOST}:{port}/\n\nSign in as one of\n{accounts}")
    print(f"with the password {PASSWORD}\n\nCtrl-C stops it; the data is kept.", flush=True)


def stop(programs: Sequence[Program]) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    for program in programs:
        program.process.terminate()
    for program in programs:
        try:
            program.process.wait(SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            # The program and what it has started.
            os.killpg(program.process.pid, signal.SIGKILL)
            program.process.wait()
    postgres.release(database.folder())
    # The terminal may be gone.
    with contextlib.suppress(OSError):
        print("\nStopped.", flush=True)


def reset() -> None:
    if not postgres.remove(database.folder()):
        sys.exit("The database is in use. Stop the demonstration (Ctrl-C) and the tests first.")
    shutil.rmtree(database.ROOT / "var" / "files", ignore_errors=True)
    print("The demonstration's data is gone; `make demo` starts afresh.")


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        with contextlib.suppress(OSError):
            probe.bind((HOST, port))
            return True
    return False


def _leave(number: int, frame: FrameType | None) -> None:
    sys.exit(0)


def _manage(*words: str) -> list[str]:
    return [sys.executable, "manage.py", *words]


def _launch(command: Sequence[str]) -> subprocess.Popen[bytes]:
    # In a session of its own: Ctrl-C reaches only this program, which then stops the others in order.
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)


if __name__ == "__main__":
    main()
