"""The columns of files of claims."""

from __future__ import annotations

from django.utils import timezone

from dashboard.models import Claim
from reports.columns import field, permalink, printed
from reports.exports import Cell, Column

NOTICE = (
    "Worked out by a program from what papers print and from official statistics; the working shows each sum. "
    "“Differs” is not “wrong”: read the paragraphs before you rely on a line."
)


def _sources(claim: Claim) -> Cell:
    return [f"{passage.document}, page {passage.page}" for passage in claim.sources]


CLAIMS = (
    Column("id", lambda claim: str(claim.pk), 10),
    Column("permalink", permalink, 40, link=True),
    printed("council"),
    Column("checked", lambda claim: claim.get_sort_display(), 30),
    Column("claim", lambda claim: claim.said, 60),
    Column("verdict", lambda claim: claim.get_verdict_display(), 20),
    Column("working", lambda claim: " ".join(claim.working), 80),
    Column("document", lambda claim: str(claim.document), 40),
    field("document_date", of="document.date", width=12),
    Column("document_permalink", lambda claim: claim.document.get_absolute_url(), 40, link=True),
    Column("sources", _sources, 60),
    Column("part", lambda claim: "exempt" if claim.is_exempt else "open", 10),
    Column("checked_on", lambda claim: timezone.localdate(claim.checked_at), 14),
)
