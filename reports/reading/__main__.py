"""The child process that reads one file: it limits itself first, then takes the file's bytes from standard input.

    python -m reports.reading read < paper.pdf          JSON lines: {"progress": [3, 9]} ..., {"reading": {...}}
                                                        or {"refused": {"state": "encrypted", "message": "..."}}
    python -m reports.reading read-plainly < paper.pdf  the same by PDFium alone, where `read` came to grief
    python -m reports.reading picture 3 < paper.pdf     page 3 as PNG
    python -m reports.reading excerpt 3,5 < paper.pdf   pages 3 and 5 as PDF; excerpt-flat: pictures of them as PDF
    python -m reports.reading joined 812,77 < papers    PDFs of so many bytes, one behind the other, as one PDF

A file can be made to harm its reader; what it does here ends with this process.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from collections.abc import Callable
from typing import Any, BinaryIO

from reports.reading.reading import Unreadable

MEMORY = 1024**3
SECONDS = 60
FILES = 64
OUT_OF_MEMORY = 3
SIZE_LIMIT = 50 * 1024 * 1024

DAMAGED = "This file is damaged, or built in a way that cannot be read safely. Save or export it again and upload that."


def limit_oneself() -> None:
    """No more than 1 GiB of memory, 60 seconds of work and a handful of open files; nothing written, no core left."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (FILES, FILES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer_apart() -> BinaryIO:
    """A way out for the answer alone: whatever a library prints goes nowhere."""
    answer = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    return answer


def content() -> bytes:
    """The file; one byte more than is allowed is enough to know that it is too large."""
    return sys.stdin.buffer.read(SIZE_LIMIT + 1)


def tell(answer: BinaryIO, message: dict[str, Any]) -> None:
    answer.write(json.dumps(message, ensure_ascii=False).encode() + b"\n")
    answer.flush()


def read(answer: BinaryIO, plain: bool = False) -> None:
    # Imported only now: what the libraries load counts towards the limits.
    from reports.reading.message import as_message
    from reports.reading.read import read

    file = content()
    if plain and b"%PDF-" not in file[:1024]:
        raise Unreadable("damaged", DAMAGED)
    reading = read(file, lambda page, pages: tell(answer, {"progress": [page, pages]}), plain)
    tell(answer, {"reading": as_message(reading)})


def picture(answer: BinaryIO, number: str) -> None:
    from reports.reading.pages import picture

    answer.write(picture(content(), int(number)))
    answer.flush()


def excerpt(answer: BinaryIO, numbers: str, flat: bool) -> None:
    from reports.reading.pages import excerpt

    answer.write(excerpt(content(), [int(number) for number in numbers.split(",")], flat))
    answer.flush()


def joined(answer: BinaryIO, lengths: str) -> None:
    from reports.reading.pages import joined

    papers = [sys.stdin.buffer.read(int(length)) for length in lengths.split(",")]
    answer.write(joined(papers))
    answer.flush()


def told_plainly(work: Callable[[], None]) -> Unreadable | None:
    """Does the work; what went wrong as a refusal, None where nothing did. MemoryError is left to the caller."""
    try:
        work()
    except Unreadable as refusal:
        return refusal
    except MemoryError:
        raise
    except Exception:
        return Unreadable("damaged", DAMAGED)
    return None


def main(arguments: list[str]) -> int:
    limit_oneself()
    answer = answer_apart()
    try:
        return done(arguments, answer)
    except MemoryError:
        return OUT_OF_MEMORY


def done(arguments: list[str], answer: BinaryIO) -> int:
    """Does what the arguments say; the status to end with."""
    drawing: dict[str, Callable[[str], None]] = {
        "picture": lambda number: picture(answer, number),
        "excerpt": lambda numbers: excerpt(answer, numbers, flat=False),
        "excerpt-flat": lambda numbers: excerpt(answer, numbers, flat=True),
        "joined": lambda lengths: joined(answer, lengths),
    }
    if len(arguments) == 2 and arguments[0] in drawing:
        return 1 if told_plainly(lambda: drawing[arguments[0]](arguments[1])) else 0
    if arguments not in (["read"], ["read-plainly"]):
        return 2
    refusal = told_plainly(lambda: read(answer, plain=arguments == ["read-plainly"]))
    if refusal:
        tell(answer, {"refused": {"state": refusal.state, "message": str(refusal)}})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
