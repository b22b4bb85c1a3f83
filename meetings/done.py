"""What officers say of actions and recommendations: progress with what shows it, that one is done, that it is not.

All is kept: who and when among the notes, and what a note said before it was corrected in the database's own history.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from meetings.models import Action, Progress, Recommendation
from reports.models import Passage

# How long those who wrote a note may put it right.
TO_CORRECT = timedelta(days=7)

Tracked = Action | Recommendation


def finish(*, action: Tracked, by, note: str, evidence: Passage | None = None, elsewhere: str = "") -> None:
    """Mark as done; what somebody already finished stays as they said."""
    with transaction.atomic():
        rows = type(action).objects.open().filter(pk=action.pk)
        if rows.update(done_at=timezone.now(), done_by=by, done_note=note):
            _keep(action, by, Progress.What.CLOSED, note, evidence, elsewhere)
    action.refresh_from_db(fields=["done_at", "done_by", "done_note"])


def reopen(*, action: Tracked, by) -> None:
    with transaction.atomic():
        rows = type(action).objects.done().filter(pk=action.pk)
        if rows.update(done_at=None, done_by=None, done_note=""):
            _keep(action, by, Progress.What.REOPENED, "")
    action.refresh_from_db(fields=["done_at", "done_by", "done_note"])


def note(*, action: Tracked, by, said: str, evidence: Passage | None = None, elsewhere: str = "") -> Progress:
    return _keep(action, by, Progress.What.NOTED, said, evidence, elsewhere)


def _keep(action: Tracked, by, what: str, said: str, evidence: Passage | None = None, elsewhere: str = "") -> Progress:
    entry = action.entry_ptr_id
    return Progress.objects.create(
        entry_id=entry, by=by, what=what, note=said, evidence=evidence, evidence_elsewhere=elsewhere
    )


def may_correct(progress: Progress, by) -> bool:
    """Whether somebody may still put right what was noted: their own words, and soon."""
    soon = timezone.now() - progress.at < TO_CORRECT
    return progress.what == Progress.What.NOTED and progress.by_id == by.pk and soon


def correct(*, progress: Progress, said: str, evidence: Passage | None, elsewhere: str) -> None:
    progress.note, progress.evidence, progress.evidence_elsewhere = said, evidence, elsewhere
    progress.corrected_at = timezone.now()
    progress.save(update_fields=["note", "evidence", "evidence_elsewhere", "corrected_at"])
