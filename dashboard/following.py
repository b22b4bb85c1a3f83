"""Deeds of people for themselves: following things, asking for letters, and their keys."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from dashboard.models import Follow, Indicator, Key, Letters, Visit
from dashboard.models.following import TARGETS
from meetings.models import Committee, Matter, Person, SavedSearch
from reports.models import Council, Document

# A pause that is longer than this ends a visit.
PAUSE = timedelta(minutes=30)


def findable(sort: str, user) -> Any:
    """What of a sort the user may follow: only what they may know of. KeyError for another sort."""
    return {
        "matter": lambda: Matter.objects.visible_to(user),
        "committee": lambda: Committee.objects.visible_to(user),
        "indicator": lambda: Indicator.objects.all(),
        "person": lambda: Person.objects.visible_to(user).with_shown_name(user),
        "search": lambda: SavedSearch.objects.filter(user=user),
        "watch_list": lambda: known_councils(user),
    }[sort]()


def known_councils(user) -> Any:
    """The councils that the user may read a published paper of, whose watch lists may be followed."""
    return Council.objects.filter(pk__in=Document.objects.visible_to(user).published().order_by().values("council"))


def find(sort: str, key: str, user) -> Any:
    """The thing of a sort with a key; None where the user knows of none such."""
    if sort not in TARGETS:
        return None
    try:
        return findable(sort, user).filter(pk=key).first()
    except (ValueError, ValidationError):
        return None


def follow(*, user, sort: str, thing: Any) -> Follow:
    """Follow something; who follows it already goes on doing so."""
    try:
        with transaction.atomic():
            return Follow.objects.create(user=user, **{sort: thing})
    except IntegrityError:
        return Follow.objects.get(user=user, **{sort: thing})


def called(thing: Any) -> str:
    """What a thing is called for the one who asked for it: other names of a person may stand in exempt parts."""
    if isinstance(thing, Council):
        return f"Watch list of {thing.short_name}"
    return getattr(thing, "shown_name", "") or str(thing)


def follows_of(user) -> list[Follow]:
    """What the user follows and may still know of, oldest first, each with what it is `called`."""
    followed = Follow.objects.filter(user=user).select_related(
        "matter__council", "committee__council", "indicator", "person__council", "search", "watch_list"
    )
    names = {
        (sort, thing.pk): called(thing)
        for sort in {one.sort for one in followed}
        for thing in findable(sort, user).filter(pk__in=[one.target.pk for one in followed if one.sort == sort])
    }
    known = [one for one in followed if (one.sort, one.target.pk) in names]
    for one in known:
        one.called = names[one.sort, one.target.pk]
    return known


def visited(*, user, now: datetime | None = None) -> datetime | None:
    """Note that the user opened the overview; the end of their visit before this one, None on their first."""
    now = now or timezone.now()
    visit, new = Visit.objects.get_or_create(user=user, defaults={"latest": now})
    if not new:
        if now - visit.latest > PAUSE:
            visit.before = visit.latest
        visit.latest = now
        visit.save()
    return visit.before


def write_to(*, user, often: str) -> Letters:
    """Say how often the user is to be written to."""
    return Letters.objects.update_or_create(user=user, defaults={"often": often})[0]


def end_letters(*, letters: Letters) -> None:
    """End the letters. The way to end them stays good, for those that are still on their way."""
    Letters.objects.filter(pk=letters.pk).update(often=Letters.Often.NEVER)


@transaction.atomic
def make_key(*, user, what: str, name: str = "") -> Key:
    """A new key. Of feeds a person has one at a time: the one before is revoked."""
    if what == Key.What.FEEDS:
        Key.objects.good().filter(user=user, what=what).update(revoked_at=timezone.now())
    return Key.objects.create(user=user, what=what, name=name)


def revoke(*, key: Key) -> None:
    Key.objects.filter(pk=key.pk, revoked_at=None).update(revoked_at=timezone.now())


def letters_with(key: uuid.UUID) -> Letters | None:
    return Letters.objects.filter(key=key).select_related("user").first()
