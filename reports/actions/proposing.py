"""Laying before reviewers what people settled once for all: which measure a printed name stands for."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from reports.models import Finding
from reports.register import form_for


def proposed(findings: Iterable[Finding]) -> list[Finding]:
    """Fill in findings what their registers propose for them; those that changed. Saves nothing."""
    of_fact: dict[str, list[Finding]] = {}
    for finding in findings:
        of_fact.setdefault(finding.fact, []).append(finding)
    return [changed for fact, those in of_fact.items() for changed in form_for(fact).propose(those)]


def propose_again(findings: QuerySet[Finding]) -> list[Finding]:
    """The same for stored findings that wait for a verdict; who saw one of them before must look again.

    In a transaction.
    """
    waiting = findings.pending().select_for_update(of=("self",)).select_related("document", "proposed_by")
    changed = proposed(waiting)
    for finding in changed:
        finding.version += 1
        finding.save(update_fields=["proposed", "proposed_by", "version"])
    return changed
