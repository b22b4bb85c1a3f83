"""The names that papers print for measures: which ones are the same, and what people said that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dashboard.models import PrintedName
from reports.models import Finding

ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": "", "&": " and "})


def plain(printed: str) -> str:
    """A printed name without what differs between two printings of it: capitals, spaces, marks at its ends.

    >>> plain("Re–referrals  within 12 months*:"), plain("Education & health")
    ('re-referrals within 12 months', 'education and health')
    """
    spaced = re.sub(r"\s+", " ", printed.translate(ALIKE)).casefold()
    return spaced.strip(" .,:;*†‡-")


def is_unnamed(finding: Finding) -> bool:
    """Whether the reader found no measure of the catalogue for a figure."""
    return finding.fact == "Figure" and not finding.data.get("indicator") and bool(plain(printed_of(finding)))


def printed_of(finding: Finding) -> str:
    return str(finding.stated.get("label") or "")


def propose(findings: Iterable[Finding]) -> list[Finding]:
    """Fill in what people said that the printed names of unnamed figures stand for; the findings that changed.

    What was said for one council goes before what was said for all. Saves nothing.
    """
    unnamed = [finding for finding in findings if is_unnamed(finding)]
    known = _known(unnamed)
    changed = []
    for finding in unnamed:
        name, council = plain(printed_of(finding)), finding.document.council_name
        said = known.get((name, council)) or known.get((name, ""))
        before = finding.proposed, finding.proposed_by_id
        finding.proposed = {"indicator": said.indicator_id} if said else None
        finding.proposed_by = said.by if said else None
        if before != (finding.proposed, finding.proposed_by_id):
            changed.append(finding)
    return changed


def _known(findings: list[Finding]) -> dict[tuple[str, str], PrintedName]:
    names = {plain(printed_of(finding)) for finding in findings}
    said = PrintedName.objects.filter(name__in=names).select_related("by") if names else []
    return {(one.name, one.council_name): one for one in said}
