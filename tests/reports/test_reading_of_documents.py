"""From the queue to the desk: attempts, ends, and workers that die."""

import dataclasses

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from reports import actions, sandbox, tasks
from reports.actions import reading as attempts
from reports.models import Document, State
from reports.reading.facts import Decision, Event, Meeting, Problem, Source
from reports.reading.paragraph import Paragraph
from reports.reading.reading import Reading, Unreadable
from tests import factories

pytestmark = pytest.mark.django_db


def waiting(**said) -> Document:
    document = factories.document(
        state=State.QUEUED, title="", kind="", council_name="", pages=None, pages_read=0, **said
    )
    default_storage.save(document.file.name, ContentFile(b"%PDF-"))
    return document


def reading() -> Reading:
    source = Source(1, "1.1", "Agreed.", (0,))
    return Reading(
        kind="panel_minutes", kind_label="Minutes", title="Panel", council="Wexcombe County Council", date="2025-03-04",
        pages=2, page_sizes=((595.0, 842.0), (595.0, 842.0)), acronyms={"WSCP": "Wexcombe Safeguarding Partnership"},
        paragraphs=(
            Paragraph(ordinal=0, page=1, label="1.1", text="Agreed."),
            Paragraph(ordinal=1, page=2, label="1.1", text="Closed.", part="exempt", schedule="paragraph 3"),
        ),
        facts=(
            Decision(source=source, text="Agreed."),
            Event(source=Source(2, "1.1", "Closed.", (0, 1)), date="2025", text="Closed."),
            Event(source=Source(2), date="2025", text="Nobody knows where."),
        ),
        problems=(Problem("Paragraph number 1.1 is used twice.", Source(2, "1.1", passages=(1,))),),
    )  # fmt: skip


@pytest.fixture
def reader(monkeypatch):
    """The child process gives, or raises, this."""

    def use(said) -> None:
        def read(file, progress):
            progress(1, 2)
            if isinstance(said, Exception):
                raise said
            return said

        monkeypatch.setattr(sandbox, "read", read)

    return use


def run(document: Document) -> Document:
    tasks.read(document_id=str(document.pk))
    document.refresh_from_db()
    return document


def test_what_was_read_is_laid_before_a_reviewer(reader):
    reader(reading())

    document = run(waiting())

    assert (document.state, document.pages, document.council_name) == (State.IN_REVIEW, 2, "Wexcombe County Council")
    assert [passage.label for passage in document.passages.all()] == ["1.1", "1.1"]
    assert document.findings.get(fact="Decision").data["text"] == "Agreed."


def test_a_finding_read_from_an_exempt_paragraph_is_exempt_and_so_is_one_whose_place_is_not_known(reader):
    reader(reading())

    document = run(waiting())

    assert [finding.exempt for finding in document.findings.all()] == [False, True, True]
    assert document.problems.get().exempt


def test_a_file_that_cannot_be_read_is_refused_with_its_reason(reader):
    reader(Unreadable("encrypted", "It has a password."))

    document = run(waiting())

    assert (document.state, document.refusal, document.reason) == (State.REFUSED, "encrypted", "It has a password.")


def test_a_child_that_died_is_tried_three_times_and_then_it_has_failed(reader):
    reader(sandbox.Died("It was stopped."))
    document = waiting()

    states = [run(document).state for _ in range(4)]

    assert states == [State.QUEUED, State.QUEUED, State.FAILED, State.FAILED]
    assert document.reason == "It was stopped. It was tried three times."
    assert ProcrastinateJob.objects.count() == 2


def test_a_document_left_by_a_dead_worker_is_read_by_the_next(reader):
    document = waiting()
    attempts.claim(str(document.pk))
    reader(reading())

    assert run(document).state == State.IN_REVIEW
    assert document.attempts == 2


def test_an_attempt_that_was_overtaken_stores_nothing(reader):
    document = waiting()
    first = attempts.claim(str(document.pk))
    second = attempts.claim(str(document.pk))

    attempts.keep(document=first, reading=reading())
    assert not document.passages.exists()

    attempts.keep(document=second, reading=reading())
    assert document.passages.count() == 2


def test_a_job_that_runs_twice_stores_once(reader):
    reader(reading())
    document = run(waiting())

    run(document)

    assert document.findings.count() == 3


def test_a_document_broken_off_three_times_by_dying_workers_fails_with_a_sentence():
    document = waiting()
    for _ in range(3):
        attempts.claim(str(document.pk))

    assert attempts.claim(str(document.pk)) is None

    document.refresh_from_db()
    assert document.state == State.FAILED
    assert document.reason.endswith(".")


def test_a_document_that_failed_can_be_tried_again(reader):
    reader(Unreadable("damaged", "It is damaged."))
    document = run(waiting())

    actions.retry(document=document, by=factories.user("officer"))

    reader(reading())
    assert run(document).state == State.IN_REVIEW


def test_a_document_without_a_job_is_queued_again():
    document = waiting()
    Document.objects.update(touched_at=timezone.now() - 2 * tasks.FORGOTTEN)

    tasks.rescue_documents(timestamp=0)
    tasks.rescue_documents(timestamp=0)

    assert ProcrastinateJob.objects.get().args == {"document_id": str(document.pk)}


def test_minutes_take_the_portfolio_that_their_committee_is_called_by(reader):
    factories.document(portfolio="Children's Services")
    source = Source(1, "1.1", "Agreed.", (0,))
    meeting = Meeting(source=source, committee="Children's Services Cabinet Panel")

    reader(dataclasses.replace(reading(), facts=(meeting,)))

    assert run(waiting()).portfolio == "Children's Services"
