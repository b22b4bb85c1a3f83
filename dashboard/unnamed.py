"""Figures without a measure of the catalogue, by the name that papers print for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dashboard.actions import unnamed
from dashboard.names import plain, printed_of
from reports.models import Document, Finding, Verdict


@dataclass
class Unnamed:
    """Figures of one council that are printed under one name: those to be checked, and those that were confirmed."""

    printed: str
    council_name: str
    findings: list[Finding] = field(default_factory=list)

    @property
    def first(self) -> Finding:
        return self.findings[0]

    @property
    def pending(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.verdict == Verdict.PENDING]

    @property
    def confirmed(self) -> list[Finding]:
        return [finding for finding in self.findings if finding.is_confirmed]


def open_to(user) -> Iterable[Finding]:
    """The figures without a measure that the user may know of, but for those that were rejected."""
    known = Finding.objects.open_to(user).filter(document__in=Document.objects.visible_to(user))
    figures = unnamed(known).exclude(verdict=Verdict.REJECTED)
    return figures.select_related("document", "passage").order_by("document__uploaded_at", "document", "ordinal")


def by_name(figures: Iterable[Finding], words: str = "") -> list[Unnamed]:
    """The figures by council and printed name; those with most figures first."""
    found: dict[tuple[str, str], Unnamed] = {}
    for finding in figures:
        printed, council = printed_of(finding), finding.document.council_name
        if name := plain(printed):
            found.setdefault((council, name), Unnamed(printed, council)).findings.append(finding)
    asked = [one for one in found.values() if all(word in plain(one.printed) for word in plain(words).split())]
    return sorted(asked, key=lambda one: (-len(one.findings), one.printed.casefold(), one.council_name))


def alike(finding: Finding, user) -> Unnamed:
    """The figures without a measure that are printed under the finding's name in its council's papers."""
    name, council = plain(printed_of(finding)), finding.document.council_name
    figures = (one for one in open_to(user) if plain(printed_of(one)) == name)
    same = [one for one in figures if one.document.council_name == council]
    return Unnamed(printed_of(finding), council, same)
