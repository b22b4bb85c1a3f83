"""Listing words that mean one thing; nothing is deleted, so that what was taken out can be put back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from reports.models import Synonyms


@transaction.atomic
def say(*, synonyms: Synonyms, by) -> Synonyms:
    """Keep words that are new or were changed."""
    synonyms.by = by
    synonyms.save()
    return synonyms


def take_out(*, synonyms: Synonyms, by) -> None:
    """Widen no search by these words any more."""
    Synonyms.objects.in_use().filter(pk=synonyms.pk).update(taken_out_at=timezone.now(), by=by)


def put_back(*, synonyms: Synonyms, by) -> None:
    Synonyms.objects.filter(pk=synonyms.pk).update(taken_out_at=None, by=by)
