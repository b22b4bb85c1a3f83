"""What becomes of a document while it is read."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from procrastinate.contrib.django import app

from reports.actions.flags import keep_flags
from reports.actions.proposing import proposed
from reports.models import Deed, Document, Enclosure, Finding, Passage, Problem, State
from reports.reading.facts import VERSION, Meeting, Source
from reports.reading.message import stated
from reports.reading.paragraph import Paragraph
from reports.reading.portfolios import portfolio_of
from reports.reading.reading import Reading, Unreadable
from reports.titles import in_title_case

MOST_ATTEMPTS = 3
# A statement that writes a long paper in one go takes as much memory again as the paper.
ROWS_AT_ONCE = 500


def enqueue(document: Document) -> None:
    """Have a document read; the job is queued in the transaction that this is called in."""
    app.configure_task("reports.read", queue="reading").defer(document_id=str(document.pk))


def claim(document_id: str) -> Document | None:
    """Begin an attempt at reading; None when the document no longer waits for one.

    A document left behind as being read belonged to a worker that died, so it may be claimed again; its number of
    attempts tells the old attempt from the new one.
    """
    with transaction.atomic():
        waiting = Document.objects.being_read().select_for_update().filter(pk=document_id).first()
        if waiting is None:
            return None
        if waiting.attempts >= MOST_ATTEMPTS:
            _end(waiting, State.FAILED, "Reading was broken off three times. The file may be too much for the reader.")
            return None
        if waiting.state == State.QUEUED:
            waiting.move(State.READING)
        waiting.attempts = F("attempts") + 1
        waiting.pages_read = 0
        waiting.save()
        waiting.refresh_from_db()
        return waiting


def progress(document: Document, page: int, pages: int) -> None:
    """Say how far an attempt has come, where it is still the latest."""
    _attempt(document).update(pages_read=page, pages=pages)


def tell(document: Document, what: str) -> None:
    """Say why an attempt takes long, where it is still the latest."""
    _attempt(document).update(reason=what)


def keep(*, document: Document, reading: Reading) -> None:
    """Store what was read, once, and lay it before a reviewer. Nothing is stored for an attempt that was overtaken."""
    with transaction.atomic():
        if not (latest := _attempt(document).select_for_update().first()):
            return
        latest.move(State.IN_REVIEW)
        _describe(latest, reading)
        latest.save()
        passages = _keep_paragraphs(latest, reading)
        _keep_enclosures(latest, reading)
        _keep_findings(latest, reading, passages)
        keep_flags(latest, reading.flags, passages)
        Deed.objects.create(document=latest, what=f"Read by the reader, version {VERSION}")


def refuse(*, document: Document, why: Unreadable) -> None:
    """The file is at fault: say so and stop."""
    with transaction.atomic():
        if latest := _attempt(document).select_for_update().first():
            latest.refusal = why.state
            _end(latest, State.REFUSED, str(why))


def release(*, document: Document, why: str) -> None:
    """The attempt was broken off: queue another, or after the third let it fail with the reason."""
    with transaction.atomic():
        if not (latest := _attempt(document).select_for_update().first()):
            return
        if latest.attempts >= MOST_ATTEMPTS:
            _end(latest, State.FAILED, f"{why} It was tried three times.")
            return
        latest.move(State.QUEUED)
        latest.reason = why
        latest.save()
        enqueue(latest)


def fail(*, document: Document, why: str) -> None:
    """The program is at fault: say so and stop."""
    with transaction.atomic():
        if latest := _attempt(document).select_for_update().first():
            _end(latest, State.FAILED, why)


def retry(*, document: Document, by) -> None:
    """Read a document again that could not be read. ValueError when it is in another state."""
    with transaction.atomic():
        latest = Document.objects.locked(document)
        latest.move(State.QUEUED)
        latest.refusal = latest.reason = ""
        latest.attempts = 0
        latest.save()
        Deed.objects.create(document=latest, by=by, what="Reading tried again")
        enqueue(latest)


def _attempt(document: Document):
    return Document.objects.filter(pk=document.pk, state=State.READING, attempts=document.attempts)


def _end(document: Document, state: State, why: str) -> None:
    if document.state == State.QUEUED:
        document.move(State.READING)
    document.move(state)
    document.reason = why
    document.save()
    Deed.objects.create(document=document, what=document.get_state_display(), why=why)


def _describe(document: Document, reading: Reading) -> None:
    parts = {paragraph.part for paragraph in reading.paragraphs}
    document.reason = ""
    document.pages = document.pages_read = reading.pages
    document.page_sizes = [list(size) for size in reading.page_sizes]
    document.read_at = timezone.now()
    document.reader_version = VERSION
    document.by_hand = reading.by_hand or ""
    document.kind = reading.kind or ""
    document.title = (reading.title or "")[:300]
    document.date = reading.date or ""
    document.council_name = reading.council or ""
    document.portfolio = _portfolio(document, reading)[:200]
    document.acronyms = reading.acronyms
    document.wholly_exempt = parts == {"exempt"}


def _portfolio(document: Document, reading: Reading) -> str:
    """The portfolio that the paper names, else a known one of the council that this paper's committee is called by.

    It is a proposal like everything that is read: the reviewer sees and can change it.
    """
    if named := portfolio_of(reading.paragraphs, reading.facts):
        return in_title_case(named)
    committee = next((fact.committee for fact in reading.facts if isinstance(fact, Meeting)), "")
    papers = Document.objects.filter(council_name=document.council_name).exclude(portfolio="")
    known = papers.order_by("portfolio").values_list("portfolio", flat=True).distinct()
    return next((name for name in known if name.casefold() in committee.casefold()), "")


def _keep_paragraphs(document: Document, reading: Reading) -> dict[int, Passage]:
    passages = Passage.objects.bulk_create((_passage(document, p) for p in reading.paragraphs), batch_size=ROWS_AT_ONCE)
    return {passage.ordinal: passage for passage in passages}


def _passage(document: Document, paragraph: Paragraph) -> Passage:
    return Passage(
        document=document,
        ordinal=paragraph.ordinal,
        page=paragraph.page,
        label=(paragraph.label or "")[:40],
        text=paragraph.text,
        style=paragraph.style,
        cells=list(paragraph.cells),
        margin=paragraph.margin or "",
        part=paragraph.part,
        schedule=(paragraph.schedule or "")[:100],
        boxes=[[box.page, box.x0, box.top, box.x1, box.bottom] for box in paragraph.boxes],
    )


def _keep_enclosures(document: Document, reading: Reading) -> None:
    Enclosure.objects.bulk_create(
        Enclosure(
            document=document,
            ordinal=ordinal,
            kind=one.kind or "",
            item=(one.item or "")[:40],
            title=in_title_case(one.title or "")[:300],
            date=one.date or "",
            first_page=one.first_page,
            last_page=one.last_page,
            first=one.first,
            last=one.last,
        )
        for ordinal, one in enumerate(reading.enclosures)
    )


def _keep_findings(document: Document, reading: Reading, passages: dict[int, Passage]) -> None:
    findings = []
    for ordinal, fact in enumerate(reading.facts):
        used = _used(fact.source, passages)
        findings.append(
            Finding(
                document=document,
                ordinal=ordinal,
                fact=type(fact).__name__,
                data=stated(fact),
                passage=used[0],
                passages=[passage.ordinal for passage in used],
                quote=fact.source.quote,
                basis=fact.source.basis,
                exempt=any(passage.is_exempt for passage in used),
            )
        )
    proposed(findings)
    Finding.objects.bulk_create(findings, batch_size=ROWS_AT_ONCE)
    Problem.objects.bulk_create(
        Problem(
            document=document,
            passage=(used := _used(problem.source, passages))[0],
            message=problem.message,
            exempt=any(passage.is_exempt for passage in used),
        )
        for problem in reading.problems
    )


def _used(source: Source, passages: dict[int, Passage]) -> list[Passage]:
    """The paragraphs that a fact was read from, the chief one first.

    Where the reader names none, every paragraph of the page counts: what may stem from an exempt one is exempt.
    """
    named = [passages[ordinal] for ordinal in source.passages if ordinal in passages]
    on_page = [passage for passage in passages.values() if passage.page == source.page]
    return named or on_page or list(passages.values())
