"""Hostile and broken files through the whole program: `python -m tests.torture.files`.

Every hazard and a thousand mutants of the samples are uploaded as an officer would, and read by one worker that lives
through all of it. Each must end in a named state with a sentence, none may take longer than a minute, the worker must
live and its memory stay. Prints a table of what became of them, and exits 1 where one of these fails.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests.torture.ground import ground, start_worker, stop
from tests.torture.hostile_docx import HOSTILE_DOCX
from tests.torture.hostile_pdfs import HOSTILE_PDFS
from tests.torture.mutants import mutant
from tests.torture.raw_pdf import MEGABYTE

if TYPE_CHECKING:
    from reports.models import Document

LONGEST = 60.0
MOST_GROWTH = 50
CONCURRENCY = 2
# So many documents are uploaded, and have ended, before the worker's memory is first looked at.
WARMING = 40
LOOK = 0.2


@dataclass
class Seen:
    """What was seen of a run: how files ended, how long each was read (seconds), the worker's memory (MB)."""

    ends: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    speechless: list[str] = field(default_factory=list)
    took: dict[str, float] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)

    def files(self) -> int:
        return sum(ends.total() for ends in self.ends.values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mutants", type=int, default=1000)
    parser.add_argument("--first", type=int, default=0, help="the first mutant's number")
    options = parser.parse_args()
    with ground() as folder:
        seen = run(folder, range(options.first, options.first + options.mutants))
    sys.exit(0 if report(seen) else 1)


def papers(mutants: range) -> Iterator[tuple[str, str, bytes]]:
    """Group, name and content of every file: half of the mutants first, to see the worker's usual memory."""
    half = len(mutants) // 2
    for number in mutants[:half]:
        yield "mutants", (made := mutant(number)).name, made.content
    for name, hazard in HOSTILE_PDFS.items():
        yield "hostile PDF", name, hazard()
    for name, hazard in HOSTILE_DOCX.items():
        yield "hostile Word", name, hazard()
    for number in mutants[half:]:
        yield "mutants", (made := mutant(number)).name, made.content


def run(folder: Path, mutants: range) -> Seen:
    seen = Seen()
    worker = start_worker(folder, CONCURRENCY)
    try:
        waiting: dict[str, tuple[str, str]] = {}
        for group, name, content in papers(mutants):
            take_in(group, name, content, waiting, seen)
            while len(waiting) >= 2 * CONCURRENCY:
                look(waiting, worker, seen)
        while waiting:
            look(waiting, worker, seen)
    finally:
        stop(worker)
    return seen


def take_in(group: str, name: str, content: bytes, waiting: dict[str, tuple[str, str]], seen: Seen) -> None:
    """Upload a file; one that is not even taken in has ended."""
    from django.contrib.auth.models import User
    from django.core.files.uploadedfile import SimpleUploadedFile

    from reports.actions import uploading

    officer = User.objects.get_or_create(username="torture")[0]
    try:
        document = uploading.upload(file=SimpleUploadedFile("paper", content), by=officer)
    except uploading.Refused as why:
        ended(group, name, f"not taken in: {why.code}", str(why), seen)
    else:
        waiting[str(document.pk)] = (group, name)


def look(waiting: dict[str, tuple[str, str]], worker: subprocess.Popen[bytes], seen: Seen) -> None:
    """Waits a moment, then notes which documents have ended and how the worker is."""
    from reports.models import Document

    time.sleep(LOOK)
    if worker.poll() is not None:
        raise SystemExit(f"The worker died: {worker.returncode}. {len(waiting)} documents wait.")
    if seen.files() >= WARMING:
        seen.memory.append(memory(worker.pid))
    now = time.monotonic()
    for document in Document.objects.filter(pk__in=waiting):
        group, name = waiting[str(document.pk)]
        if not document.is_being_read:
            del waiting[str(document.pk)]
            seen.took[name] = now - seen.took.get(name, now)
            ended(group, name, how(document), document.reason, seen)
        elif document.state == "reading":
            seen.took.setdefault(name, now)
            if now - seen.took[name] > 4 * LONGEST:
                raise SystemExit(f"{name} is stuck.")


def how(document: Document) -> str:
    if document.state == "in_review":
        return "read, to be checked by hand" if document.by_hand else "read"
    return f"{document.state}: {document.refusal}" if document.refusal else document.state


def ended(group: str, name: str, end: str, sentence: str, seen: Seen) -> None:
    seen.ends[group][end] += 1
    if not end.startswith("read") and not sentence.endswith("."):
        seen.speechless.append(name)


def memory(process: int) -> float:
    """The memory that a process holds, in megabytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * 4096 / MEGABYTE


def report(seen: Seen) -> bool:
    """Prints what was seen; whether all of it is as it must be."""
    for group, ends in seen.ends.items():
        print(f"\n{group}: {ends.total()} files")
        for end, count in ends.most_common():
            print(f"  {count:5d}  {end}")
    slowest = sorted(seen.took.items(), key=lambda each: -each[1])[:5]
    growth = max(seen.memory) - seen.memory[0]
    print(f"\nseconds a file: median {statistics.median(seen.took.values()):.1f}, slowest:")
    for name, seconds in slowest:
        print(f"  {seconds:5.1f}  {name}")
    print(f"worker's memory: {seen.memory[0]:.0f} MB after {WARMING} files, at most {growth:+.0f} MB later")
    print(f"files that ended without a sentence: {', '.join(seen.speechless) or 'none'}")
    return not seen.speechless and slowest[0][1] <= LONGEST and growth <= MOST_GROWTH


if __name__ == "__main__":
    main()
