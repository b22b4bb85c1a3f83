"""Taking files in: what is kept, what is refused and what the uploader is told."""

import threading

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from reports import actions
from reports.actions.reading import enqueue
from reports.models import Document, State
from tests import factories

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.7 a small one\n%%EOF"


def upload(content: bytes = PDF, name: str = "report.pdf", by=None) -> Document:
    return actions.upload(file=SimpleUploadedFile(name, content), by=by or factories.user("officer"))


def stored(document: Document) -> bytes:
    with default_storage.open(document.file.name) as file:
        return file.read()


def jobs_of(document_id) -> int:
    return ProcrastinateJob.objects.filter(args={"document_id": str(document_id)}).count()


def refusal(content: bytes, name: str = "report.pdf", by=None) -> actions.Refused:
    with pytest.raises(actions.Refused) as refused:
        upload(content, name, by)
    return refused.value


def test_a_file_is_kept_by_its_hash_and_queued_to_be_read():
    document = upload()

    assert document.state == State.QUEUED
    assert document.file.name.endswith(document.sha256)
    assert stored(document) == PDF
    assert ProcrastinateJob.objects.get().args == {"document_id": str(document.pk)}


def test_a_word_file_is_known_by_its_content_whatever_its_name():
    assert upload(b"PK\x03\x04 ... word/document.xml ...", "report.pdf").media_type.endswith(
        "wordprocessingml.document"
    )


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"MZ\x90\x00 a program", "type"),
        (b"PK\x03\x04 a spreadsheet xl/workbook.xml", "type"),
        (b"\xd0\xcf\x11\xe0 old Word", "type"),
        (b"just words", "type"),
    ],
)
def test_what_is_no_document_is_refused_with_a_sentence(content, code):
    why = refusal(content)

    assert why.code == code
    assert str(why).endswith(".")
    assert not Document.objects.exists()


def test_a_file_over_50_mb_is_refused(monkeypatch):
    monkeypatch.setattr("reports.actions.uploading.LARGEST", 10)

    assert refusal(PDF).code == "too_large"


def test_the_same_file_is_taken_once_and_the_twin_is_named():
    first = upload()

    assert refusal(PDF, "another name.pdf").twin == first


def test_a_twin_that_one_may_not_know_of_is_not_named():
    Document.objects.filter(pk=upload().pk).update(wholly_exempt=True)

    assert refusal(PDF, by=factories.user("officer")).twin is None
    assert refusal(PDF, by=factories.user("officer", "cleared")).twin


def test_a_part_left_by_a_process_that_died_is_written_anew():
    document = upload()
    name = document.file.name
    document.delete()
    default_storage.delete(name)
    default_storage.save(name, SimpleUploadedFile("x", b"%PDF-"))

    assert stored(upload()) == PDF


def test_a_name_with_folders_and_signs_that_do_not_print_is_made_plain():
    file = SimpleUploadedFile("x.pdf", PDF)
    file._name = "..\\..\\etc/pass\u202ewd\x00.pdf"

    assert actions.upload(file=file, by=factories.user("officer")).filename == "passwd.pdf"


@pytest.mark.usefixtures("migrated")
@pytest.mark.django_db(transaction=True)
def test_the_same_file_uploaded_eight_times_at_once_becomes_one_document():
    officer = factories.user("officer")
    ended = []

    def one() -> None:
        try:
            ended.append(upload(by=officer))
        except actions.Refused as why:
            ended.append(why.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=one) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Document.objects.count() == 1
    assert ended.count("duplicate") == 7
    assert jobs_of(Document.objects.get().pk) == 1


@pytest.mark.usefixtures("migrated")
@pytest.mark.django_db(transaction=True)
def test_an_upload_that_fails_leaves_no_job(monkeypatch):
    queued = []

    def enqueue_and_fail(document: Document) -> None:
        queued.append(document.pk)
        enqueue(document)
        raise ZeroDivisionError

    monkeypatch.setattr("reports.actions.uploading.enqueue", enqueue_and_fail)

    with pytest.raises(ZeroDivisionError):
        upload()

    assert not Document.objects.exists()
    assert jobs_of(queued[0]) == 0
