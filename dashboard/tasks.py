"""What the workers do for the dashboard: write to those who follow something, and keep the watch lists."""

from __future__ import annotations

from procrastinate.contrib.django import app

from dashboard import claim_tasks
from dashboard.importing import tasks as importing
from dashboard.letters import send_due
from dashboard.watch_lists import renew_all
from reports.tasks import without_dead_connections

__all__ = ["claim_tasks", "importing", "renew_watch_lists", "send_letters", "watch_lists"]

# Less than a document's, which is 0: reading goes before.
LATER = -10


# Every morning; which letters are weekly is the letters' own matter.
@app.periodic(cron="30 6 * * *")
@app.task(queue="letters", name="dashboard.send_letters", queueing_lock="send_letters")
def send_letters(timestamp: int) -> None:
    """Send the letters whose turn it is."""
    without_dead_connections()
    send_due()


def renew_watch_lists() -> None:
    """Have the watch lists of all councils renewed; queued in the transaction that this is called in.

    To be called whenever official values, aims or the area of a council have changed.
    """
    app.configure_task("dashboard.renew_watch_lists", queue="figures", priority=LATER).defer(timestamp=0)


# Every morning before the letters too, so that nothing stays behind that changed without saying so.
@app.periodic(cron="0 6 * * *")
@app.task(queue="figures", name="dashboard.renew_watch_lists")
def watch_lists(timestamp: int) -> None:
    """Note which measures entered the watch lists and which left them. It may be done again at any time."""
    without_dead_connections()
    renew_all()
