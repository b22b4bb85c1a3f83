"""When claims are checked: after papers and statistics change, by the workers. Arguments are ids only."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from dashboard.claims.checking import check_between, check_council, check_paper
from reports.models import Council, Document
from reports.tasks import without_dead_connections

# Less than a document's, which is 0: reading goes before.
LATER = -10


def after_publishing(document: Document) -> None:
    """Have the claims of a paper checked that was published, withdrawn, or of which a paragraph was marked."""
    _later("dashboard.check_claims", document.council_id, document_id=str(document.pk))
    _later("dashboard.check_claims_between", document.council_id, council_id=str(document.council_id))


def enqueue_all() -> None:
    """Have every claim checked again, since official figures changed; queued in the transaction of the caller."""
    for pk in Council.objects.order_by("name").values_list("pk", flat=True):
        _later("dashboard.check_all_claims", pk, council_id=str(pk))


def _later(name: str, council: UUID | None, **ids: str) -> None:
    """Queue a task, but once while it waits: what it will find is what is there when its turn comes.

    Those of one council are done one after the other, since its papers are checked against each other.
    """
    once = f"{name} {' '.join(ids.values())}"
    task = app.configure_task(name, queue="claims", priority=LATER, queueing_lock=once, lock=f"claims {council}")
    try:
        with transaction.atomic():
            task.defer(**ids)
    except AlreadyEnqueued:
        pass


# Every night too, so that nothing stays behind that changed without saying so, such as an area of a council.
@app.periodic(cron="20 3 * * *")
@app.task(queue="claims", name="dashboard.check_every_claim", queueing_lock="check_every_claim")
def check_every_claim(timestamp: int) -> None:
    """Have every claim checked again."""
    without_dead_connections()
    enqueue_all()


@app.task(queue="claims", name="dashboard.check_claims")
def check_claims(document_id: str) -> None:
    """Check what one paper claims by itself."""
    without_dead_connections()
    if document := Document.objects.filter(pk=document_id, council__isnull=False).select_related("council").first():
        check_paper(document)


@app.task(queue="claims", name="dashboard.check_claims_between")
def check_claims_between(council_id: str) -> None:
    """Check what the papers of one council claim together: once for all that were published meanwhile."""
    without_dead_connections()
    if council := Council.objects.filter(pk=council_id).first():
        check_between(council)


@app.task(queue="claims", name="dashboard.check_all_claims")
def check_all_claims(council_id: str) -> None:
    """Check all that the papers of one council claim."""
    without_dead_connections()
    if council := Council.objects.filter(pk=council_id).first():
        check_council(council)
