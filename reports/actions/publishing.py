"""Putting a document's confirmed findings into the register, and taking them out."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from reports.actions.flags import say_yes
from reports.models import Acronym, Council, Deed, Document, Finding, State
from reports.models.council import short_name
from reports.register import enter, form_for


class NotYet(Exception):
    """What a document lacks before it can be published, in a sentence."""


@dataclass
class Place:
    """Where confirmed findings will be shown, in words, and which they are."""

    name: str
    findings: list[Finding] = field(default_factory=list)


def preview(document: Document, user) -> list[Place]:
    """What will appear where, of what the user may read, in the order of the document."""
    places: dict[str, Place] = {}
    for finding in document.findings.open_to(user).confirmed().select_related("passage"):
        name = form_for(finding.fact).place
        places.setdefault(name, Place(name)).findings.append(finding)
    return list(places.values())


def lacks(document: Document) -> str:
    """Why a document cannot be published, in a sentence; empty when it can."""
    if document.state not in (State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN):
        return f"This document is {document.get_state_display().lower()}."
    if not document.council_name:
        return "Say which council's paper this is before you publish it."
    if not document.title:
        return "Give the document a title before you publish it."
    return ""


def waits_for_yes(document: Document, by) -> str:
    """Why what was flagged keeps a document from being published, in a sentence; empty when nothing does."""
    unseen = document.flags.unseen()
    if unseen.open_to(by).exists():
        return "Look at what was flagged in this document, and say yes to publishing it, before you publish it."
    if unseen.exists():
        return "Somebody who may read exempt parts must look at what was flagged there, and publish the document."
    return ""


@transaction.atomic
def publish(*, document: Document, by, seen: Collection[int] = ()) -> Document:
    """Enter every confirmed finding in its register, all or none. NotYet when the document lacks something.

    `seen` are the flags (their keys) that the person looked at and says yes to now. A published document can be
    published again after more review: its lines are brought up to date.
    """
    latest = Document.objects.locked(document)
    say_yes(latest, seen, by)
    if why := lacks(latest) or waits_for_yes(latest, by):
        raise NotYet(why)
    latest.move(State.PUBLISHED)
    latest.council = _council(latest.council_name)
    latest.published_at, latest.published_by, latest.reason = timezone.now(), by, ""
    latest.save()
    _keep_acronyms(latest)
    for finding in latest.findings.confirmed().select_related("document__council", "passage"):
        enter(finding)
    after_publishing(latest)
    Deed.objects.create(document=latest, by=by, what="Published")
    return latest


def after_publishing(document: Document) -> None:
    """Do what settings.AFTER_PUBLISHING names with a published document, in the transaction that this is called in."""
    _follow(settings.AFTER_PUBLISHING, document)


def _follow(paths: Iterable[str], document: Document) -> None:
    for path in paths:
        import_string(path)(document)


@transaction.atomic
def withdraw(*, document: Document, by, why: str) -> Document:
    """Take a document's lines out of sight. They stay, so that publishing again brings back what stood on them."""
    if not why.strip():
        raise ValueError("Say why.")
    latest = Document.objects.locked(document)
    latest.move(State.WITHDRAWN)
    latest.reason = why.strip()
    latest.save()
    _follow(settings.AFTER_WITHDRAWING, latest)
    Deed.objects.create(document=latest, by=by, what="Withdrawn", why=latest.reason)
    return latest


def _council(name: str) -> Council:
    return Council.objects.get_or_create(name=name, defaults={"short_name": short_name(name)})[0]


def _keep_acronyms(document: Document) -> None:
    """Short forms count for the council from the first document that explains them; what a person set stays."""
    assert document.council is not None
    for letters, meaning in document.acronyms.items():
        Acronym.objects.get_or_create(
            council=document.council, letters=letters[:20], defaults={"meaning": meaning[:200], "printed": True}
        )
