"""Working off the queue from a command, beside any workers that are running."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator, Sequence

from procrastinate.contrib.django import app

from reports.models import Document

# How often the state of the documents is asked for, in seconds.
LOOK = 0.3


def work_off(documents: Sequence[Document], concurrency: int = 2) -> Iterator[int]:
    """Read these documents, and whatever else waits, and yield how many of them have ended until all have."""
    ids = [document.pk for document in documents]
    while waiting := Document.objects.being_read().filter(pk__in=ids).count():
        worker = threading.Thread(target=_work, args=[concurrency], daemon=True)
        worker.start()
        while worker.is_alive():
            worker.join(LOOK)
            yield len(ids) - Document.objects.being_read().filter(pk__in=ids).count()
        if Document.objects.being_read().filter(pk__in=ids).count() == waiting:
            # Another worker has them in hand.
            time.sleep(LOOK)
    yield len(ids)


def _work(concurrency: int) -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        asyncio.run(_worker(worker, concurrency))


async def _worker(worker, concurrency: int) -> None:
    async with worker.open_async():
        await worker.run_worker_async(
            queues=["reading"], concurrency=concurrency, wait=False, install_signal_handlers=False
        )
