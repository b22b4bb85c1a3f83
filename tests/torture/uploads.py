"""Documents taken in for a run, and what became of them."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable

from django.contrib.auth.models import User
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from reports.actions import uploading
from reports.models import Document, State
from reports.reading.message import stated
from reports.reading.read import read


class RolledBack(Exception):
    """Breaks an upload off after everything was written."""


def take_in(papers: Iterable[bytes]) -> dict[str, bytes]:
    """Upload them; the papers by the id of their documents."""
    officer = User.objects.get_or_create(username="torture")[0]
    return {
        str(uploading.upload(file=SimpleUploadedFile(f"{number}.pdf", paper), by=officer).pk): paper
        for number, paper in enumerate(papers)
    }


def roll_back(papers: Iterable[bytes]) -> None:
    """Upload them in transactions that fail: neither documents nor jobs may stay."""
    officer = User.objects.get(username="torture")
    for number, paper in enumerate(papers):
        try:
            with transaction.atomic():
                uploading.upload(file=SimpleUploadedFile(f"rolled-back-{number}.pdf", paper), by=officer)
                raise RolledBack
        except RolledBack:
            continue


class Watch:
    """Looks at the documents that are being read; `longest` is how long one attempt was seen in hand, in seconds."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._in_hand: dict[tuple[str, int], float] = {}
        self._moved = time.monotonic()

    def look(self) -> None:
        now = time.monotonic()
        rows = Document.objects.filter(state=State.READING).values_list("pk", "attempts")
        seen = {(str(pk), attempts): self._in_hand.get((str(pk), attempts), now) for pk, attempts in rows}
        if seen.keys() != self._in_hand.keys():
            self._moved = now
        self._in_hand = seen
        self.longest = max([self.longest, *(now - since for since in seen.values())])

    def waiting(self) -> int:
        return Document.objects.being_read().count()

    def since_anything_moved(self) -> float:
        """Seconds since a document was begun or ended."""
        return time.monotonic() - self._moved


def verdict(papers: dict[str, bytes]) -> Counter[str]:
    """How many documents are right, lost (another state or other words), doubled, stuck or nobody's."""
    said = Counter({"right": 0, "lost": 0, "doubled": 0, "stuck": 0, "without a paper": 0, "read more than once": 0})
    for document in Document.objects.prefetch_related("findings", "passages"):
        paper = papers.get(str(document.pk))
        said[fate(document, paper) if paper else "without a paper"] += 1
        said["read more than once"] += document.attempts > 1
    said["lost"] += len(papers.keys() - {str(pk) for pk in Document.objects.values_list("pk", flat=True)})
    return said


def fate(document: Document, paper: bytes) -> str:
    if document.is_being_read:
        return "stuck"
    if document.state != State.IN_REVIEW or not default_storage.exists(document.file.name):
        return "lost"
    reading = read(paper)
    facts = [stated(fact) for fact in reading.facts]
    passages = [passage.text for passage in sorted(document.passages.all(), key=lambda passage: passage.ordinal)]
    findings = [finding.data for finding in sorted(document.findings.all(), key=lambda finding: finding.ordinal)]
    if len(findings) > len(facts) or len(passages) > len(reading.paragraphs):
        return "doubled"
    same = findings == facts and passages == [paragraph.text for paragraph in reading.paragraphs]
    return "right" if same else "lost"
