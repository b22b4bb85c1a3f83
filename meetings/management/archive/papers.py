"""The made-up council's papers: when each appeared, its paragraphs, and what was confirmed of them."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib.auth.models import User

from meetings.management.archive.tables import Table
from meetings.management.archive.words import EXEMPT, PARTS
from reports.models import Council, Deed, Document, Finding, Passage, State

LONDON = ZoneInfo("Europe/London")
A_PAGE = 6  # paragraphs
WHOLLY_EXEMPT_SHARE = 0.005


@dataclass
class Paper:
    """One document. `entries` are how many lines of the register it has."""

    id: uuid.UUID
    kind: str
    title: str
    day: date
    portfolio: str
    is_exempt: bool
    paragraphs: int = 0
    findings: int = 0
    meeting: uuid.UUID | None = None
    committee: int = 0
    said: list[str] = field(default_factory=list)


class Papers:
    """Writes documents with their paragraphs and findings."""

    def __init__(self, chance: Random, council: Council, by: User, seed: int) -> None:
        self._chance, self._council, self._by, self._seed = chance, council, by, seed
        self.documents, self.findings, self.deeds = Table(Document), Table(Finding), Table(Deed)
        self.passages = Table(Passage, numbered=True)
        self.tables = [self.documents, self.passages, self.findings, self.deeds]

    def begin(self, kind: str, title: str, day: date, portfolio: str) -> Paper:
        is_exempt = self._chance.random() < WHOLLY_EXEMPT_SHARE
        paper = Paper(new_id(self._chance), kind, title, day, portfolio, is_exempt)
        self.paragraph(paper, title.upper(), style="heading")
        return paper

    def paragraph(self, paper: Paper, text: str, *, is_exempt: bool = False, style: str = "paragraph") -> int:
        """Write a paragraph; returns its id."""
        number, place = self.passages.next_id(), paper.paragraphs
        closed = {"part": "exempt", "schedule": EXEMPT} if is_exempt or paper.is_exempt else {}
        page, line = divmod(place, A_PAGE)
        self.passages.add(
            id=number,
            document_id=paper.id,
            ordinal=place,
            page=page + 1,
            label="" if style == "heading" else f"{page + 1}.{line + 1}",
            text=text,
            style=style,
            boxes=[[page + 1, 72, 90 + 110 * line, 520, 190 + 110 * line]],
            **closed,
        )
        paper.paragraphs += 1
        return number

    def finding(
        self, paper: Paper, fact: str, data: dict[str, Any], text: str, *, is_exempt: bool = False
    ) -> uuid.UUID:
        """Write a confirmed finding in a paragraph of its own; returns its id."""
        # Between what is decided papers explain; that too is searched.
        if self._chance.random() < 0.3:
            self.paragraph(paper, f"Members heard {'; '.join(PARTS.some(self._chance, 4))}.", is_exempt=is_exempt)
        place, number = paper.paragraphs, new_id(self._chance)
        passage = self.paragraph(paper, text, is_exempt=is_exempt)
        self.findings.add(
            id=number,
            document_id=paper.id,
            ordinal=paper.findings,
            fact=fact,
            data=data,
            passage_id=passage,
            passages=[place],
            quote=text[:200],
            basis=self._chance.choice(["mark", "cell", "sentence", "place"]),
            exempt=is_exempt or paper.is_exempt,
            verdict="accepted",
            decided_by_id=self._by.pk,
            decided_at=at(paper.day + timedelta(days=9)),
            version=1,
        )
        paper.findings += 1
        return number

    def end(self, paper: Paper) -> None:
        """Write the document itself."""
        pages = (paper.paragraphs - 1) // A_PAGE + 1
        name = hashlib.sha256(f"{self._seed} {paper.id}".encode()).hexdigest()
        self.documents.add(
            id=paper.id,
            council_id=self._council.pk,
            council_name=self._council.name,
            filename=f"{paper.kind.replace('_', '-')}-{paper.day}.pdf",
            file=f"documents/{name}",
            sha256=name,
            size=30_000 * pages,
            media_type="application/pdf",
            uploaded_by_id=self._by.pk,
            uploaded_at=at(paper.day + timedelta(days=8)),
            state=State.PUBLISHED,
            pages=pages,
            pages_read=pages,
            page_sizes=[[595, 842]] * pages,
            read_at=at(paper.day + timedelta(days=8)),
            kind=paper.kind,
            title=paper.title[:300],
            date=paper.day.isoformat(),
            portfolio=paper.portfolio,
            wholly_exempt=paper.is_exempt,
            published_at=at(paper.day + timedelta(days=10)),
            published_by_id=self._by.pk,
        )
        self.deeds.add(document_id=paper.id, by_id=self._by.pk, what="Published", at=at(paper.day + timedelta(days=10)))


def at(day: date) -> datetime:
    return datetime.combine(day, time(10), LONDON)


def new_id(chance: Random) -> uuid.UUID:
    """An id that the same seed gives again."""
    return uuid.UUID(int=chance.getrandbits(128), version=4)
