"""Saying that an action is done, and taking that back. The history of both is kept by the database."""

from __future__ import annotations

from django.utils import timezone

from meetings.models import Action


def finish(*, action: Action, by, note: str) -> None:
    """Mark an action as done; one that somebody already finished stays as they said."""
    Action.objects.open().filter(pk=action.pk).update(done_at=timezone.now(), done_by=by, done_note=note)
    action.refresh_from_db(fields=["done_at", "done_by", "done_note"])


def reopen(*, action: Action) -> None:
    Action.objects.filter(pk=action.pk).update(done_at=None, done_by=None, done_note="")
    action.refresh_from_db(fields=["done_at", "done_by", "done_note"])
