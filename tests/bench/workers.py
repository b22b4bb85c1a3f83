"""How much sooner two workers have read sixty documents than one, from an upload's queue to the reviewer's desk."""

from __future__ import annotations

import time
from pathlib import Path

from tests.bench.length import minutes
from tests.torture.ground import ground, start_worker, stop

DOCUMENTS = 60
PAGES = 8
# In seconds; asking more often takes processor time from the workers.
LOOK = 0.25


def ratios(rounds: int) -> list[float]:
    """For each round the time that one worker takes over the time that two take."""
    with ground() as folder:
        return [sixty(folder, 1, 2 * number) / sixty(folder, 2, 2 * number + 1) for number in range(rounds)]


def sixty(folder: Path, workers: int, batch: int) -> float:
    """The seconds from the first document begun to the last one ended, the workers' own start left out."""
    from django.db import transaction

    from tests.torture import uploads

    started = [start_worker(folder) for _ in range(workers)]
    try:
        # A worker that starts first has read some before the other is there: let both wait for work.
        warm(batch, workers)
        # In one transaction: the workers see all of them at the same moment.
        with transaction.atomic():
            uploads.take_in(paper(batch, number) for number in range(DOCUMENTS))
        began = time.perf_counter()
        wait()
        return time.perf_counter() - began
    finally:
        for worker in started:
            stop(worker)


def warm(batch: int, workers: int) -> None:
    from tests.torture import uploads

    uploads.take_in(paper(batch, DOCUMENTS + number) for number in range(4 * workers))
    wait()


def wait() -> None:
    from reports.models import Document

    while Document.objects.being_read().exists():
        time.sleep(LOOK)


def paper(batch: int, number: int) -> bytes:
    """A paper that is like the others, but not the same file."""
    return minutes(PAGES) + b"%% paper %d of batch %d\n" % (number, batch)
