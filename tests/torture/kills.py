"""Workers and the children that read for them, killed at random: `python -m tests.torture.kills`.

Documents are uploaded with their jobs, two workers read them under a supervisor that starts a dead one again, and every
few seconds kill -9 ends a worker, a reading child, or both. Nothing may be lost (every document ends in review),
doubled (each holds what an undisturbed reading of it says, once) or stuck (what a dead worker was reading is taken up
again within 90 seconds, and so is all that waits). Prints what it saw and exits 1 where one of these fails.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tests.reports.reading.papers import pdf, spread
from tests.torture.ground import ground, start_worker, stop

if TYPE_CHECKING:
    from tests.torture.uploads import Watch

# Between two kills, in seconds.
PAUSE = (1.6, 3.8)
LONGEST_WAIT = 90.0
WORKERS = 2
ROLLED_BACK = 20


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=42)
    options = parser.parse_args()
    with ground() as folder:
        sys.exit(0 if run(folder, options.documents, options.kills, random.Random(options.seed)) else 1)


def run(folder: Path, documents: int, kills: int, chance: random.Random) -> bool:
    """The whole run; whether nothing was lost, doubled or stuck."""
    from tests.torture import uploads

    papers = uploads.take_in(paper(number) for number in range(documents))
    uploads.roll_back(paper(documents + number) for number in range(ROLLED_BACK))
    watch = uploads.Watch()
    killed = kill_at_random(folder, kills, chance, watch)
    said = uploads.verdict(papers)
    print(f"{documents} documents, {ROLLED_BACK} uploads rolled back, kill -9: {dict(killed)}")
    print(f"longest time that one attempt at a document stood, its worker dead or alive: {watch.longest:.0f} seconds")
    print(", ".join(f"{number} {what}" for what, number in said.items()))
    bad = sum(said[what] for what in ("lost", "doubled", "stuck", "without a paper"))
    return killed.total() == kills and watch.longest <= LONGEST_WAIT and not bad


def paper(number: int) -> bytes:
    """Minutes of a few pages; each paper's words are its own."""
    pages = [
        spread(
            "WEXCOMBE COUNTY COUNCIL",
            "CHILDREN'S SERVICES CABINET PANEL",
            f"MINUTES of the meeting held on {1 + number % 28} March 20{10 + number % 15}",
            f"{page}.|FAMILY CENTRE NUMBER {number}",
            f"{page}.1|Members heard that {number + 100} children had used the centre in the year.",
            f"{page}.2|RESOLVED: That the report on centre {number}, part {page}, be noted.",
        )
        for page in range(1, 2 + number % 40)
    ]
    return pdf(*pages)


def kill_at_random(folder: Path, kills: int, chance: random.Random, watch: Watch) -> Counter[str]:
    """What was killed how often; ends when nothing waits any more or nothing has moved for too long."""
    workers = [start_worker(folder) for _ in range(WORKERS)]
    killed: Counter[str] = Counter()
    try:
        while watch.waiting() and watch.since_anything_moved() <= LONGEST_WAIT:
            pause_until = time.monotonic() + chance.uniform(*PAUSE)
            while time.monotonic() < pause_until:
                time.sleep(0.25)
                watch.look()
            if killed.total() < kills:
                killed[strike(chance.choice(workers), chance)] += 1
                watch.look()
            workers = [worker if worker.poll() is None else start_worker(folder) for worker in workers]
        return killed
    finally:
        for worker in workers:
            stop(worker)


def strike(worker: subprocess.Popen[bytes], chance: random.Random) -> str:
    """Kill a worker, a child of it, or both in the same instant; says which."""
    children = list(children_of(worker.pid))
    what = chance.choice(["worker", "child", "both"]) if children else "worker"
    for victim in {"worker": [worker.pid], "child": children, "both": [worker.pid, *children]}[what]:
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            continue
    if what != "child":
        worker.wait()
    return what


def children_of(parent: int) -> Iterator[int]:
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            yield int(status.parent.name)


if __name__ == "__main__":
    main()
