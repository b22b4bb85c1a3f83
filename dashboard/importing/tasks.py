"""What the workers do with files of official statistics. Arguments are keys only; each may be done again."""

from __future__ import annotations

from procrastinate import JobContext
from procrastinate.contrib.django import app

from dashboard.importing import releases, values
from dashboard.models import Release
from reports.tasks import without_dead_connections

# A job whose worker died is queued again so often.
MOST_ATTEMPTS = 3


@app.task(queue=releases.QUEUE, name="dashboard.read_release", pass_context=True)
def read_release(context: JobContext, release: int) -> None:
    """Read a file for its preview."""
    if found := _waiting(context, release):
        releases.read(found)


@app.task(queue=releases.QUEUE, name="dashboard.count_release", pass_context=True)
def count_release(context: JobContext, release: int) -> None:
    """Make a file count."""
    if found := _waiting(context, release):
        releases.count_now(found)
        values.look_over()


def _waiting(context: JobContext, key: int) -> Release | None:
    """The release that a job is for, unless its worker died of it again and again."""
    without_dead_connections()
    release = Release.objects.filter(pk=key).first()
    if release and context.job and context.job.attempts >= MOST_ATTEMPTS:
        releases.give_up(release)
        return None
    return release
