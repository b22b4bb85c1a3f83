"""What the workers do: read documents, and pick up what a worker that died left behind. Arguments are ids only."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import IO

from django.conf import settings
from django.db import close_old_connections, connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from reports import recognition, sandbox
from reports.actions import reading
from reports.models import Document
from reports.reading.reading import Reading, Unreadable

# How often progress is written down, in seconds.
PROGRESS = 0.5
# More than a document's, which is 0.
RESCUE = 10
# A document that waits this long without a job in the queue is given a new one.
FORGOTTEN = timedelta(seconds=60)
RECOGNISING = "It is a picture of a paper: its text is being recognised, which takes some seconds a page."


def without_dead_connections() -> None:
    """A worker's thread lives for weeks: it must not go on with a connection that the database has dropped."""
    if not connection.in_atomic_block:
        close_old_connections()


@app.task(queue="reading", name="reports.read")
def read(document_id: str) -> None:
    """Read one document in a child process and keep what it says."""
    without_dead_connections()
    document = reading.claim(document_id)
    if document is None:
        return
    try:
        with document.file.open() as file:
            said = _said(document, file)
    except Unreadable as why:
        reading.refuse(document=document, why=why)
    except sandbox.Died as why:
        reading.release(document=document, why=str(why))
    except OSError:
        reading.release(document=document, why="The stored file could not be opened.")
    else:
        reading.keep(document=document, reading=said)


def _said(document, file: IO[bytes]) -> Reading:
    """What a file says; the text of a scanned one is recognised first, where the programs for it are installed."""
    progress = _progress_of(document)
    try:
        return sandbox.read(file, progress=progress)
    except Unreadable as why:
        if why.state != "no_text" or not recognition.program():
            raise
        reading.tell(document, RECOGNISING)
        with recognition.recognised(file) as with_text:
            return recognition.marked(sandbox.read(with_text, progress=progress))


def _progress_of(document) -> sandbox.Progress:
    last = 0.0

    def progress(page: int, pages: int) -> None:
        nonlocal last
        if time.monotonic() - last > PROGRESS or page == pages:
            last = time.monotonic()
            reading.progress(document, page, pages)

    return progress


# A queueing lock and no lock: a rescue that was killed must not hold up the next. It goes before all that waits.
@app.periodic(cron="* * * * * */10")
@app.task(queue="rescue", name="reports.rescue_jobs", queueing_lock="rescue_jobs", priority=RESCUE)
async def rescue_jobs(timestamp: int) -> None:
    """Queue the jobs again of workers that no longer give a sign of life."""
    silent = settings.PROCRASTINATE_WORKER_DEFAULTS["stalled_worker_timeout"]
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=silent):
        await app.job_manager.retry_job(job)


@app.periodic(cron="* * * * * 15,45")
@app.task(queue="rescue", name="reports.rescue_documents", queueing_lock="rescue_documents", priority=RESCUE)
def rescue_documents(timestamp: int) -> None:
    """Queue the documents again that wait to be read but have no job."""
    without_dead_connections()
    waiting = ProcrastinateJob.objects.filter(task_name="reports.read", status__in=["todo", "doing"])
    has_job = {args["document_id"] for args in waiting.values_list("args", flat=True)}
    for document in Document.objects.being_read().filter(touched_at__lt=timezone.now() - FORGOTTEN):
        if str(document.pk) not in has_job:
            reading.enqueue(document)
