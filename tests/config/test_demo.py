"""The demonstration's supervisor."""

from __future__ import annotations

import signal
import socket
import sys
import time

import pytest

from config import demo
from reports.management.commands import demo_council


def test_a_program_that_ends_is_started_again():
    program = demo.Program.start("sleeper", [sys.executable, "-c", "pass"])
    first = program.process
    first.wait()
    program.started -= program.pause

    program.keep_going()

    assert program.process.pid != first.pid
    program.process.wait()


def test_a_program_that_keeps_ending_is_started_ever_more_slowly():
    program = demo.Program.start("sleeper", [sys.executable, "-c", "pass"])
    program.process.wait()
    program.started -= program.pause

    program.keep_going()
    second = program.process
    second.wait()
    program.keep_going()

    assert program.pause == 2
    assert program.process is second


def test_the_accounts_that_are_printed_are_those_that_are_made(capsys, monkeypatch):
    monkeypatch.setattr(demo, "is_free", lambda port: False)

    demo.announce(8000)

    said = capsys.readouterr().out
    assert [role for role in demo_council.ACCOUNTS if f"{role}@wexcombe.example" not in said] == []
    assert demo_council.PASSWORD in said


def test_a_taken_port_is_said_with_what_to_do():
    with socket.socket() as taken:
        taken.bind((demo.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        with pytest.raises(SystemExit, match=f"make demo PORT={port + 1}"):
            demo.run(port)


def test_stopping_ends_what_was_started(monkeypatch):
    monkeypatch.setattr(demo.postgres, "release", lambda folder: None)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    program = demo.Program.start("sleeper", [sys.executable, "-c", "import time; time.sleep(60)"])
    began = time.monotonic()

    demo.stop([program])

    for number, handler in handlers.items():
        signal.signal(number, handler)
    assert program.process.returncode == -signal.SIGTERM
    assert time.monotonic() - began < demo.SECONDS_TO_END
