"""What the workers do for matters after papers are published. Arguments are ids only; each may be done again."""

from __future__ import annotations

from procrastinate.contrib.django import app

from meetings.about import tell
from meetings.mentioning import propose_mentions
from meetings.models import Entry, Matter
from meetings.proposing import propose, renew
from meetings.references import references_in
from meetings.subject import stems
from reports.models import Document
from reports.tasks import without_dead_connections

# Less than a document's, which is 0: reading goes before.
LATER = -10


def after_publishing(document: Document) -> None:
    """Keep what a published paper's lines are about, and have links proposed; queued in the same transaction."""
    renew(tell(document))
    task = app.configure_task("meetings.propose_links", queue="matters", priority=LATER)
    task.defer(document_id=str(document.pk))


def enqueue_mentions(matter: Matter) -> None:
    """Have paragraphs proposed that name a matter; queued in the transaction that this is called in."""
    task = app.configure_task("meetings.propose_mentions", queue="matters", priority=LATER)
    task.defer(matter_id=str(matter.pk))


@app.task(queue="matters", name="meetings.propose_links")
def propose_links(document_id: str) -> None:
    """Propose links for the lines of one paper, and its paragraphs for the matters that are there."""
    without_dead_connections()
    document = Document.objects.published().filter(pk=document_id).select_related("council").first()
    if document is None:
        return
    propose(Entry.objects.filter(finding__document=document))
    for matter in _matters_near(document):
        propose_mentions(matter)


@app.task(queue="matters", name="meetings.propose_mentions")
def propose_mentions_of(matter_id: str) -> None:
    """Propose the paragraphs that name one matter."""
    without_dead_connections()
    if matter := Matter.objects.filter(pk=matter_id, merged_into=None).first():
        propose_mentions(matter)


def _matters_near(document: Document) -> list[Matter]:
    """The matters of the paper's council of which a name, a reference or the title stands in the paper."""
    texts = list(document.passages.values_list("text", flat=True))
    words = f" {stems(' | '.join(texts))} "
    references = {code for text in texts for code in references_in(text)}
    matters = Matter.objects.filter(council=document.council, merged_into=None)
    lines = Entry.objects.filter(matter__in=matters).values_list("matter", "names", "references")
    near = {pk for pk, names, codes in lines if references & {*codes} or any(f" {name} " in words for name in names)}
    near |= {pk for pk, title in matters.values_list("pk", "title") if f" {stems(title)} " in words}
    return list(matters.filter(pk__in=near))
