"""A reviewer's deeds at the desk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from reports.actions.flags import close_flags
from reports.actions.proposing import propose_again, proposed
from reports.actions.publishing import after_publishing
from reports.models import Deed, Document, Finding, Passage, State, Verdict
from reports.reading.facts import BASES
from reports.register import RegisterForm, errors_of

REVIEWED = (State.IN_REVIEW, State.PUBLISHED, State.WITHDRAWN)


class Stale(Exception):
    """Somebody else decided in between; `finding` is as it now stands."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(f"{finding.decided_by or 'Another reviewer'} changed this in the meantime.")
        self.finding = finding


class NotNow(Exception):
    """The state of the document does not allow it; str() says what does."""


@dataclass(frozen=True)
class Accepted:
    """Of a group: what was accepted, and what its register refuses and so waits for a correction."""

    accepted: list[Finding]
    refused: list[Finding]


@transaction.atomic
def accept(*, finding: Finding, by, version: int) -> Finding:
    """Accept a finding as the reader gave it. ValueError with the errors of its register where that refuses it."""
    latest = _latest(finding, version)
    if errors := errors_of(latest):
        raise ValueError(errors)
    return _decide(latest, by=by, verdict=Verdict.ACCEPTED)


@transaction.atomic
def correct(*, finding: Finding, by, version: int, form: RegisterForm) -> Finding:
    """Keep a person's version of a finding beside the reader's. The form must be valid."""
    return _decide(_latest(finding, version), by=by, verdict=Verdict.CORRECTED, corrected=plain(form))


@transaction.atomic
def reject(*, finding: Finding, by, version: int, reason: str) -> Finding:
    """Keep a finding out of the register. ValueError without a reason."""
    if not reason.strip():
        raise ValueError("Say why.")
    return _decide(_latest(finding, version), by=by, verdict=Verdict.REJECTED, reason=reason.strip())


@transaction.atomic
def undo(*, finding: Finding, by, version: int) -> Finding:
    """Lay a finding before reviewers again, as the reader gave it."""
    return _decide(_latest(finding, version), by=by, verdict=Verdict.PENDING)


@transaction.atomic
def accept_all(
    *,
    document: Document,
    fact: str,
    by,
    versions: dict[Any, int] | None = None,
    bases: Collection[str] = ("", *BASES),
) -> Accepted:
    """Accept what is pending of a sort of fact, of the findings open to the person and known in one of the ways.

    With `versions`, the versions that the person saw, what changed since then, or was not seen, stays as it is.
    """
    _reviewed(document)
    pending = document.findings.open_to(by).pending().filter(fact=fact, basis__in=bases)
    pending = pending.select_for_update(of=("self",))
    accepted, refused = [], []
    for finding in pending.select_related("passage"):
        if versions is not None and versions.get(finding.pk) != finding.version:
            continue
        if errors_of(finding):
            refused.append(finding)
        else:
            accepted.append(_decide(finding, by=by, verdict=Verdict.ACCEPTED))
    return Accepted(accepted, refused)


@transaction.atomic
def add(*, passage: Passage, fact: str, by, form: RegisterForm) -> Finding:
    """Add a fact that the reader missed, read by a person from a paragraph. The form must be valid."""
    document = _reviewed(passage.document)
    last = document.findings.order_by("-ordinal").first()
    finding = Finding.objects.create(
        document=document,
        ordinal=last.ordinal + 1 if last else 0,
        fact=fact,
        data=plain(form),
        passage=passage,
        passages=[passage.ordinal],
        quote=passage.text,
        exempt=passage.is_exempt,
        added_by=by,
        verdict=Verdict.ACCEPTED,
        decided_by=by,
        decided_at=timezone.now(),
    )
    Deed.objects.create(document=document, by=by, what=f"Added: {finding}", finding=finding)
    return finding


@transaction.atomic
def describe(*, document: Document, by, **said: str) -> Document:
    """Correct what a document is: title, kind, date (ISO), council (its name) and portfolio."""
    latest = _reviewed(document)
    said["council_name"] = said.pop("council", latest.council_name)
    changed = [name for name, value in said.items() if getattr(latest, name) != value]
    for name in changed:
        setattr(latest, name, said[name])
    latest.save()
    if "council_name" in changed:
        # What people settled for the one council does not hold for the other.
        propose_again(latest.findings.all())
    if changed:
        Deed.objects.create(document=latest, by=by, what=f"Described: {', '.join(changed).replace('_name', '')}")
    return latest


@transaction.atomic
def mark(*, passage: Passage, by, part: str, schedule: str = "") -> Passage:
    """Say that a paragraph is exempt or open. What was read from it follows at once, published or not."""
    document = _reviewed(passage.document)
    passage.part, passage.schedule, passage.part_by = part, schedule, by
    passage.save()
    exempt = set(document.passages.filter(part="exempt").values_list("ordinal", flat=True))
    for finding in document.findings.all():
        closed = not exempt.isdisjoint(finding.passages)
        if closed != finding.exempt:
            finding.exempt = closed
            finding.save(update_fields=["exempt"])
    passage.problems.update(exempt=passage.is_exempt)
    close_flags(document)
    document.wholly_exempt = len(exempt) == document.passages.count()
    document.save()
    if document.state == State.PUBLISHED:
        # What the paragraph said of other lines, as the heading above them, is told anew.
        after_publishing(document)
    what = f"Marked a paragraph of page {passage.page} {part}"
    Deed.objects.create(document=document, by=by, what=what, exempt=passage.is_exempt)
    return passage


def plain(form: RegisterForm) -> dict[str, Any]:
    """The fact that a valid form states, as JSON can keep it."""
    return {name: value if _is_plain(value) else str(value) for name, value in form.gather().items()}


def _is_plain(value: Any) -> bool:
    return value is None or isinstance(value, (str, int, float, bool, list, dict))


def _reviewed(document: Document) -> Document:
    latest = Document.objects.locked(document)
    if latest.state not in REVIEWED:
        raise NotNow(f"This document is {latest.get_state_display().lower()}, so there is nothing to check yet.")
    return latest


def _latest(finding: Finding, version: int) -> Finding:
    _reviewed(finding.document)
    latest = Finding.objects.select_for_update(of=("self",)).select_related("document", "passage").get(pk=finding.pk)
    if latest.version != version:
        raise Stale(latest)
    return latest


def _decide(finding: Finding, *, by, verdict: Verdict, corrected=None, reason: str = "") -> Finding:
    open_again = verdict == Verdict.PENDING
    finding.verdict, finding.corrected, finding.reason = verdict, corrected, reason
    finding.decided_by = None if open_again else by
    finding.decided_at = None if open_again else timezone.now()
    finding.version += 1
    if open_again:
        proposed([finding])
    finding.save()
    what = "To be checked again" if open_again else verdict.label
    Deed.objects.create(document=finding.document, by=by, what=f"{what}: {finding}", why=reason, finding=finding)
    return finding
