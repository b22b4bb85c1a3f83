"""Running the reader in a process of its own, so that no file can harm the program.

The child gets the file's bytes on standard input and nothing else: no environment, no database, a limit on memory and
processor time that it sets itself, and a clock that this side holds. What it says is capped and checked.

A file that makes its child die is read once more by a second child, in a simpler way. When that dies too, the file is
at fault: reading it again would end the same, so it is refused. A child that somebody else killed may be tried again.
"""

from __future__ import annotations

import io
import json
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from reports.reading.message import from_message
from reports.reading.reading import REFUSALS, Reading, Unreadable

# Both children together; the first has its share of it, so that time is left for the second.
WALL_CLOCK = 55.0
FIRST_SHARE = 0.7
# By another program, or by the system when memory is short.
KILLED = (-signal.SIGKILL, -signal.SIGTERM)
LONGEST_OUTPUT = 64 * 1024 * 1024
ROOT = Path(__file__).resolve().parent.parent

Progress = Callable[[int, int], None]


class Died(Exception):
    """The child did not end as it should; str() is a sentence for the person who uploaded the file."""


class Broken(Died):
    """The child died of its file: of what is in it, or of how long it took."""


def read(file: IO[bytes], progress: Progress | None = None, wall_clock: float = WALL_CLOCK) -> Reading:
    """The reading of a file. Unreadable when the file is at fault, Died when the child was killed from outside."""
    began = time.monotonic()
    try:
        return _answer(["read"], file, FIRST_SHARE * wall_clock, progress)
    except Broken:
        pass
    try:
        return _answer(["read-plainly"], file, max(1.0, wall_clock - (time.monotonic() - began)), progress)
    except Broken as why:
        raise Unreadable("damaged", f"{why} Save or export the file again and upload that.") from why


def _answer(arguments: list[str], file: IO[bytes], wall_clock: float, progress: Progress | None) -> Reading:
    """What a child makes of a file."""
    for line in _lines(_output(arguments, file, wall_clock)):
        message = _message(line)
        if "progress" in message and progress:
            progress(*_page_of_pages(message["progress"]))
        if "refused" in message:
            raise _refusal(message["refused"])
        if "reading" in message:
            return _reading(message["reading"])
    raise Died("Reading stopped before its end.")


def picture(file: IO[bytes], page: int, wall_clock: float = 20.0) -> bytes:
    """A page of a PDF as PNG; page 1 is the first. Died when the page cannot be drawn."""
    png = b"".join(_output(["picture", str(page)], file, wall_clock))
    if not png.startswith(b"\x89PNG"):
        raise Died("This page cannot be drawn.")
    return png


def excerpt(file: IO[bytes], pages: Sequence[int], *, flat: bool = False, wall_clock: float = 30.0) -> bytes:
    """Some pages of a PDF as a PDF; `flat` ones are pictures, which hold nothing of the other pages. Died if not so."""
    numbers = ",".join(str(page) for page in pages)
    return _pdf(["excerpt-flat" if flat else "excerpt", numbers], file, wall_clock)


def joined(papers: Sequence[bytes], wall_clock: float = 30.0) -> bytes:
    """PDFs as one PDF, in their order. Died where that cannot be."""
    lengths = ",".join(str(len(paper)) for paper in papers)
    return _pdf(["joined", lengths], io.BytesIO(b"".join(papers)), wall_clock)


def _pdf(arguments: list[str], file: IO[bytes], wall_clock: float) -> bytes:
    pdf = b"".join(_output(arguments, file, wall_clock))
    if not pdf.startswith(b"%PDF"):
        raise Died("These pages cannot be taken out of the file.")
    return pdf


def _output(arguments: list[str], file: IO[bytes], wall_clock: float) -> Iterator[bytes]:
    """What the child writes, as it writes it; it is killed when it takes too long, writes too much or is not wanted."""
    with _on_disk(file) as readable, _child(arguments, readable) as child:
        deadline, length = time.monotonic() + wall_clock, 0
        assert child.stdout is not None
        with selectors.DefaultSelector() as waiting:
            waiting.register(child.stdout, selectors.EVENT_READ)
            while True:
                if not waiting.select(timeout=max(0.0, deadline - time.monotonic())):
                    raise Broken("Reading this file took longer than it may, and was stopped.")
                chunk = os.read(child.stdout.fileno(), 1 << 16)
                if not chunk:
                    break
                length += len(chunk)
                if length > LONGEST_OUTPUT:
                    raise Broken("The file has more text than can be kept, and reading was stopped.")
                yield chunk
        ended = child.wait(timeout=5)
        if ended in KILLED:
            raise Died("Reading was broken off.")
        if ended != 0:
            raise Broken("Reading this file used too much memory or crashed, and was stopped.")


@contextmanager
def _on_disk(file: IO[bytes]) -> Iterator[IO[bytes]]:
    """The file as one that a child process can be given, wherever it is stored."""
    with tempfile.TemporaryFile() as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        copy.seek(0)
        yield copy


@contextmanager
def _child(arguments: list[str], file: IO[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    child = subprocess.Popen(
        [sys.executable, "-m", "reports.reading", *arguments],
        stdin=file,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={},
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        yield child
    finally:
        if child.poll() is None:
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        assert child.stdout is not None
        child.stdout.close()


def _lines(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of what comes in pieces; a long reading is one line of many pieces, put together once."""
    pieces: list[bytes] = []
    for chunk in chunks:
        first, *others = chunk.split(b"\n")
        pieces.append(first)
        for other in others:
            yield b"".join(pieces)
            pieces = [other]
    if rest := b"".join(pieces):
        yield rest


def _message(line: bytes) -> dict[str, Any]:
    try:
        message = json.loads(line)
    except ValueError:
        raise Died("Reading ended with an answer that makes no sense.") from None
    if not isinstance(message, dict):
        raise Died("Reading ended with an answer that makes no sense.")
    return message


def _page_of_pages(progress: Any) -> tuple[int, int]:
    try:
        page, pages = progress
        return max(0, min(int(page), int(pages))), int(pages)
    except (TypeError, ValueError):
        raise Died("Reading ended with an answer that makes no sense.") from None


def _refusal(refused: Any) -> Exception:
    if isinstance(refused, dict) and refused.get("state") in REFUSALS and isinstance(refused.get("message"), str):
        return Unreadable(refused["state"], refused["message"][:500])
    return Died("Reading ended with an answer that makes no sense.")


def _reading(data: Any) -> Reading:
    try:
        return from_message(data)
    except ValueError:
        raise Died("Reading ended with an answer that makes no sense.") from None
