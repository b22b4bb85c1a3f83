"""What the workers do for the dashboard: write to those who follow something."""

from __future__ import annotations

from procrastinate.contrib.django import app

from dashboard.letters import send_due
from reports.tasks import without_dead_connections


# Every morning; which letters are weekly is the letters' own matter.
@app.periodic(cron="30 6 * * *")
@app.task(queue="letters", name="dashboard.send_letters", queueing_lock="send_letters")
def send_letters(timestamp: int) -> None:
    """Send the letters whose turn it is."""
    without_dead_connections()
    send_due()
