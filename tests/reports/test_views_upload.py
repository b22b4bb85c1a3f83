"""Uploading files through the form and through the page's script."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from reports.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

UPLOAD, UPLOAD_FILE = reverse("reports:upload"), reverse("reports:upload_file")
PDF = b"%PDF-1.7 a paper of the council"


@pytest.fixture
def officer(client):
    client.force_login(factories.user("officer"))
    return client


def paper(name: str = "report.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


@pytest.mark.parametrize("roles", [[], ["councillor"], ["scrutiny"], ["cleared"], ["administrator"]])
@pytest.mark.parametrize("address", [UPLOAD, UPLOAD_FILE])
def test_only_reviewers_can_upload(client, roles, address):
    client.force_login(factories.user(*roles))

    answer = client.post(address, {"documents": paper()})

    assert answer.status_code == 404
    assert not Document.objects.exists()


def test_the_form_takes_many_files_and_says_what_became_of_each(officer):
    answer = officer.post(
        UPLOAD, {"documents": [paper("one.pdf"), paper("two.txt", b"words"), paper("three.pdf", b"")]}
    )

    assert [(o.name, bool(o.document)) for o in answer.context["outcomes"]] == [
        ("one.pdf", True), ("two.txt", False), ("three.pdf", False),
    ]  # fmt: skip
    assert b"1 file of 3 taken in" in answer.content
    assert Document.objects.get().get_absolute_url() in answer.content.decode()


def test_a_form_without_a_file_says_so(officer):
    answer = officer.post(UPLOAD, {})

    assert answer.status_code == 422
    assert b"Choose a PDF or Word file." in answer.content
    assert b"There is a problem" in answer.content


def test_a_file_that_is_here_already_leads_to_its_twin(officer):
    officer.post(UPLOAD, {"documents": paper()})

    answer = officer.post(UPLOAD, {"documents": paper("again.pdf")})

    assert answer.context["outcomes"][0].twin == Document.objects.get()
    assert Document.objects.get().get_absolute_url() in answer.content.decode()


def test_a_twin_that_is_exempt_throughout_is_not_named_to_those_not_cleared(officer):
    officer.post(UPLOAD, {"documents": paper("part-two.pdf")})
    Document.objects.update(wholly_exempt=True, title="Sale of Marlow Lane")

    form, script = officer.post(UPLOAD, {"documents": paper()}), officer.post(UPLOAD_FILE, {"documents": paper()})

    for answer in (form, script):
        assert "Marlow" not in answer.content.decode()
        assert str(Document.objects.get().pk) not in answer.content.decode()


def test_the_script_is_told_of_a_file_that_was_taken_in(officer):
    answer = officer.post(UPLOAD_FILE, {"documents": paper("<b>.pdf")})

    document = Document.objects.get()
    assert answer.json()["file"] == {
        "filename": str(document.pk), "originalname": "<b>.pdf", "url": document.get_absolute_url(),
    }  # fmt: skip
    assert "&lt;b&gt;.pdf" in answer.json()["success"]["messageHtml"]
    assert "<b>" not in answer.json()["success"]["messageHtml"]


@pytest.mark.parametrize(
    ("content", "why"), [(b"", "empty"), (b"plain words", "neither a PDF"), (b"\xd0\xcf\x11\xe0 old", ".doc")]
)
def test_the_script_is_told_why_a_file_was_refused(officer, content, why):
    answer = officer.post(UPLOAD_FILE, {"documents": paper("paper.pdf", content)})

    assert answer.status_code == 400
    assert why in answer.json()["error"]["message"]


def test_the_script_is_told_where_the_twin_is(officer):
    officer.post(UPLOAD_FILE, {"documents": paper()})

    answer = officer.post(UPLOAD_FILE, {"documents": paper()})

    assert answer.json()["file"]["url"] == Document.objects.get().get_absolute_url()


def test_a_script_that_sends_nothing_is_told_so(officer):
    answer = officer.post(UPLOAD_FILE)

    assert (answer.status_code, answer.json()["error"]["message"]) == (400, "Choose a PDF or Word file.")


def test_the_page_of_upload_works_without_a_script(officer):
    answer = officer.get(UPLOAD)

    assert b'enctype="multipart/form-data"' in answer.content
    assert b"multiple" in answer.content
