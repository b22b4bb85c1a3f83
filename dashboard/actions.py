"""Saying once for all which measure a printed name stands for, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from dashboard.models import Indicator, PrintedName
from dashboard.names import plain, printed_of
from reports import actions
from reports.access import may_publish
from reports.models import Deed, Finding, State
from reports.register import enter, form_for


@transaction.atomic
def settle(*, finding: Finding, indicator: Indicator, by, everywhere: bool = False) -> list[Finding]:
    """Say that figures printed as this one are values of the measure, in its council or everywhere.

    It is proposed for all that wait for a verdict, which are returned, and for those that are read later. ValueError
    for a figure without a printed name.
    """
    printed = printed_of(finding)
    name = plain(printed)
    if not name:
        raise ValueError("The figure has no printed name.")
    council = "" if everywhere else finding.document.council_name
    said = {"printed": printed[:300], "indicator": indicator, "finding": finding, "by": by}
    PrintedName.objects.update_or_create(name=name, council_name=council, defaults=said)
    return _propose(name)


@transaction.atomic
def forget(*, said: PrintedName) -> list[Finding]:
    """Take back what was said of a printed name; what it proposed is proposed no more. What was accepted stays."""
    said.delete()
    return _propose(said.name)


@transaction.atomic
def name_confirmed(*, findings: Iterable[Finding], indicator: Indicator, by) -> list[Finding]:
    """Correct confirmed figures that have no measure to be values of this one; those that could be.

    What is published follows at once where the person may publish, else when its paper's changes are published.
    """
    corrected = []
    for finding in findings:
        form = form_for(finding.fact).of({**finding.stated, "indicator": indicator.slug})
        if form.is_valid():
            corrected.append(actions.correct(finding=finding, by=by, version=finding.version, form=form))
    for finding in corrected:
        if finding.document.state == State.PUBLISHED and may_publish(by):
            enter(finding)
            Deed.objects.create(document=finding.document, by=by, what=f"Published: {finding}", finding=finding)
    return corrected


def unnamed(findings: QuerySet[Finding]) -> QuerySet[Finding]:
    """The figures for which neither the reader nor a person found a measure of the catalogue."""
    by_reader = Q(data__indicator=None) | Q(data__indicator__isnull=True)
    by_person = Q(corrected__isnull=True) | Q(corrected__indicator=None) | Q(corrected__indicator__isnull=True)
    return findings.filter(by_reader & by_person, fact="Figure", proposed__isnull=True)


def _propose(name: str) -> list[Finding]:
    """Lay before reviewers anew the figures of a printed name that wait for a verdict."""
    waiting = Finding.objects.pending().filter(fact="Figure").values_list("pk", "data__label")
    alike = [pk for pk, label in waiting if plain(label or "") == name]
    return actions.propose_again(Finding.objects.filter(pk__in=alike))
