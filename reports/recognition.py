"""Text for a scanned paper, by OCRmyPDF and Tesseract where both are installed on the worker's machine.

They are an optional extra: `uv sync --extra ocr`, and the machine's own package of Tesseract. Without them a scanned
paper is refused with a sentence that says what to do.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import IO

from reports.reading.reading import Reading, Unreadable

ROOT = Path(__file__).resolve().parent.parent
# A page takes a second or two; a paper of some hundred pages is done in this time.
SECONDS = 600
LANGUAGE = "eng"
OPTIONS = (
    *("--mode", "skip", "--output-type", "pdf", "--rotate-pages", "--language", LANGUAGE),
    *("--jobs", "1", "--optimize", "0", "--rasterizer", "pypdfium", "--quiet"),
)
RECOGNISED = (
    "The text of this paper was recognised from pictures of its pages. Check every word that matters on the page."
)
FAILED = (
    "This file is a picture of a document, and recognising its text did not succeed. Ask for the original, or scan it "
    "again straight and in black and white."
)


def program() -> str | None:
    """The path of OCRmyPDF; None where it or Tesseract is not installed."""
    beside = Path(sys.executable).with_name("ocrmypdf")
    found = str(beside) if beside.exists() else shutil.which("ocrmypdf")
    return found if found and shutil.which("tesseract") else None


@contextmanager
def recognised(file: IO[bytes], wall_clock: float = SECONDS) -> Iterator[IO[bytes]]:
    """The PDF file with its text beneath the pictures of its pages; Unreadable where that could not be done."""
    with tempfile.TemporaryDirectory(prefix="recognition-") as folder:
        scanned, with_text = Path(folder, "scanned.pdf"), Path(folder, "with-text.pdf")
        file.seek(0)
        with scanned.open("wb") as copy:
            shutil.copyfileobj(file, copy)
        if not _run(folder, scanned, with_text, wall_clock) or not with_text.exists():
            raise Unreadable("no_text", FAILED)
        with with_text.open("rb") as read:
            yield read


def marked(reading: Reading) -> Reading:
    """The reading of a recognised file: a person must check its words, and none of its facts is sure."""
    facts = tuple(replace(fact, source=replace(fact.source, basis="recognised")) for fact in reading.facts)
    return replace(reading, facts=facts, by_hand=RECOGNISED)


def _run(folder: str, scanned: Path, with_text: Path, wall_clock: float) -> bool:
    command = [sys.executable, "-m", "reports.recognising", program() or "", *OPTIONS, str(scanned), str(with_text)]
    # It has no settings, no network address and no database to tell anybody of.
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": folder, "TMPDIR": folder, "LANG": "C.UTF-8"}
    child = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment | {"OMP_THREAD_LIMIT": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        return child.wait(wall_clock) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        # The programs that it started end with it.
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
