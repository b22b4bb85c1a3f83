"""What comes of checking one claim, before it is kept."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.models import Claim, OfficialValue
from meetings.models.register import OPEN, SHOWN
from reports.models import Document, Finding, Passage

CONSISTENT, DEFINITION, DIFFERS, UNKNOWN = (
    Claim.Verdict.CONSISTENT,
    Claim.Verdict.DEFINITION,
    Claim.Verdict.DIFFERS,
    Claim.Verdict.UNKNOWN,
)


def shown(closed: bool) -> dict[str, Any]:
    """What a line of the register must be to be checked: confirmed and published, and open unless `closed`."""
    return {**SHOWN} if closed else {**SHOWN, **OPEN}


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim of a paper with its verdict; it rests on all of `findings` and `passages`, the chief ones first.

    `of` says which claim of the paper it is, and stays the same when the same claim is checked again. `working` are
    sentences, with the sum.
    """

    document: Document
    sort: str
    of: str
    verdict: str
    said: str
    working: Sequence[str]
    findings: Sequence[Finding] = ()
    passages: Sequence[Passage] = ()
    official: OfficialValue | None = None

    @property
    def key(self) -> str:
        words = f"{self.document.pk} {self.sort} {self.of} {self.is_closed}"
        return hashlib.sha256(words.encode()).hexdigest()

    @property
    def is_closed(self) -> bool:
        """Whether anything that it rests on is for those alone who may read exempt parts."""
        closed = any(finding.exempt for finding in self.findings) or any(one.is_exempt for one in self.passages)
        return closed or self.document.wholly_exempt
