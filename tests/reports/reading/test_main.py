"""The child process, as its parent runs it."""

import json
import subprocess
import sys

import pytest

from reports.reading.message import from_message
from tests.reports.reading.golden_papers import minutes


def child(*arguments: str, content: bytes) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "reports.reading", *arguments]
    return subprocess.run(command, input=content, capture_output=True, timeout=60, check=False)


def messages(answer: subprocess.CompletedProcess) -> list[dict]:
    return [json.loads(line) for line in answer.stdout.splitlines()]


def test_it_tells_each_page_and_then_the_reading():
    told = messages(child("read", content=minutes()))

    assert told[:2] == [{"progress": [1, 2]}, {"progress": [2, 2]}]
    assert from_message(told[-1]["reading"]).kind == "panel_minutes"


@pytest.mark.parametrize("content", [b"", b"words", b"%PDF-1.7\nbroken", b"PK\x03\x04"])
def test_it_refuses_with_a_sentence(content):
    answer = child("read", content=content)

    (told,) = messages(answer)
    assert answer.returncode == 0
    assert told["refused"]["message"].endswith(".")


def test_it_draws_a_page():
    answer = child("picture", "2", content=minutes())

    assert (answer.returncode, answer.stdout[:4]) == (0, b"\x89PNG")


def test_it_draws_no_page_that_is_not_there():
    assert child("picture", "9", content=minutes()).returncode == 1


def test_it_holds_itself_to_its_limits():
    code = (
        "import resource; from reports.reading.__main__ import limit_oneself; limit_oneself();"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0] >> 20, resource.getrlimit(resource.RLIMIT_CPU)[0], "
        "resource.getrlimit(resource.RLIMIT_FSIZE)[0])"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)

    assert answer.stdout.split() == ["1024", "60", "0"]


def test_it_knows_nothing_of_django():
    code = (
        "import sys, reports.reading.__main__, reports.reading.read; "
        "print([name for name in sys.modules if name.startswith('django')])"
    )

    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=30, check=True)

    assert answer.stdout.strip() == "[]"
