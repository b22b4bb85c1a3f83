"""The child process: whatever it does, the parent gets a reading or a sentence."""

import io
import json
import subprocess
import sys

import pytest

from reports import sandbox
from reports.reading.reading import Unreadable

REAL_POPEN = subprocess.Popen


@pytest.fixture
def child(monkeypatch):
    """A child that runs this program instead of the reader, with the same pipes and limits of the parent."""

    def use(program: str) -> None:
        def popen(command, **kwargs):
            return REAL_POPEN([sys.executable, "-c", program, *command], **kwargs)

        monkeypatch.setattr(sandbox.subprocess, "Popen", popen)

    return use


def read(**kwargs):
    return sandbox.read(io.BytesIO(b"%PDF-1.7"), **kwargs)


def test_a_child_that_hangs_is_killed_and_so_is_the_second_and_their_pages_were_told(child):
    child("import time; print('{\"progress\": [3, 9]}', flush=True); time.sleep(60)")
    pages = []

    with pytest.raises(Unreadable, match="longer than") as refused:
        read(progress=lambda page, of: pages.append((page, of)), wall_clock=0.5)

    assert pages == [(3, 9), (3, 9)]
    assert refused.value.state == "damaged"


def test_a_file_that_one_child_dies_of_is_read_by_a_second_in_a_simpler_way(child):
    told = json.dumps({"refused": {"state": "no_text", "message": "The second child was asked."}})
    child(f"import os, sys; print({told!r}) if 'read-plainly' in sys.argv else os.abort()")

    with pytest.raises(Unreadable, match="second child"):
        read()


def test_a_child_that_somebody_killed_is_not_the_fault_of_its_file(child):
    child("import os, signal; os.kill(os.getpid(), signal.SIGKILL)")

    with pytest.raises(sandbox.Died, match="broken off"):
        read()


@pytest.mark.parametrize(
    "program",
    [
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "raise SystemExit(3)",
        "pass",
        "print('no JSON')",
        "print('[1, 2]')",
        'print(\'{"progress": "x"}\')',
        'print(\'{"reading": {"facts": [{"fact": "Spell"}]}}\')',
        'print(\'{"refused": {"state": "made_up", "message": "x"}}\')',
    ],
)
def test_a_child_that_crashes_or_talks_nonsense_is_a_sentence(child, program):
    child(program)

    with pytest.raises((sandbox.Died, Unreadable)) as died:
        read(progress=lambda page, of: None)

    assert str(died.value).endswith(".")


def test_a_child_that_says_too_much_is_killed(child, monkeypatch):
    monkeypatch.setattr(sandbox, "LONGEST_OUTPUT", 100_000)
    child("while True: print('{\"progress\": [1, 2]}' + ' ' * 1000)")

    with pytest.raises(Unreadable, match="more text than can be kept"):
        read()


def test_a_refusal_is_told_as_one(child):
    child(f"print({json.dumps(json.dumps({'refused': {'state': 'encrypted', 'message': 'It has a password.'}}))})")

    with pytest.raises(Unreadable) as refused:
        read()

    assert refused.value.state == "encrypted"


def test_the_child_has_no_environment_and_no_parent_of_its_own(child):
    child("import os, json; print(json.dumps({'refused': {'state': 'damaged', 'message': repr(sorted(os.environ))}}))")

    with pytest.raises(Unreadable) as refused:
        read()

    # Python itself may add LC_CTYPE where there is no locale.
    assert str(refused.value) in ("[]", "['LC_CTYPE']")


@pytest.mark.parametrize("content", [b"", b"%PDF-", b"%PDF-1.4\n%%EOF", b"PK\x03\x04", b"\x00" * 1000])
def test_the_real_reader_refuses_what_is_broken(content):
    with pytest.raises(Unreadable) as refused:
        sandbox.read(io.BytesIO(content))

    assert str(refused.value).endswith(".")


def test_a_page_that_cannot_be_drawn_is_a_sentence():
    with pytest.raises(sandbox.Died):
        sandbox.picture(io.BytesIO(b"%PDF-1.4"), 1)
