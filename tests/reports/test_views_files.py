"""The file as it was uploaded and the pictures of its pages, as each role may have them."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from reports import actions, sandbox
from reports.models import Document, State
from tests import factories

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG made up"


def sign_in(client, *roles):
    somebody = factories.user(*roles)
    client.force_login(somebody)
    return somebody


def url(name: str, document: Document, *args) -> str:
    return reverse(f"reports:{name}", args=[document.pk, *args])


def status(client, address: str) -> int:
    answer = client.get(address)
    # A file that is sent is closed at its end.
    list(answer.streaming_content if answer.streaming else [])
    return answer.status_code


@pytest.fixture
def stored():
    """A published paper whose file is there."""
    document = factories.published("Decision")
    default_storage.save(document.file.name, ContentFile(b"%PDF-1.7"))
    return document


def test_the_original_file_is_saved_and_never_opened_by_the_browser(client, stored):
    sign_in(client, "councillor")

    answer = client.get(url("original", stored))

    assert b"".join(answer.streaming_content) == b"%PDF-1.7"
    assert answer["Content-Disposition"] == f'attachment; filename="{stored.filename}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_a_file_with_an_exempt_part_is_for_those_who_are_cleared(client, stored):
    factories.passage(stored, part="exempt")

    sign_in(client, "publisher")
    assert status(client, url("original", stored)) == 404
    sign_in(client, "councillor", "cleared")
    assert status(client, url("original", stored)) == 200


def test_a_file_that_nobody_has_read_yet_is_for_who_uploaded_it_and_those_who_are_cleared(client):
    officer = sign_in(client, "officer")
    document = factories.document(state=State.QUEUED, by=officer)
    default_storage.save(document.file.name, ContentFile(b"%PDF-1.7"))
    assert status(client, url("original", document)) == 200

    sign_in(client, "officer")
    assert status(client, url("original", document)) == 404
    sign_in(client, "officer", "cleared")
    assert status(client, url("original", document)) == 200


def test_a_file_that_is_lost_is_not_found(client):
    sign_in(client, "councillor")

    assert client.get(url("original", factories.published("Decision"))).status_code == 404


@pytest.fixture
def drawn(monkeypatch):
    """Which pages were drawn."""
    pages = []
    monkeypatch.setattr(sandbox, "picture", lambda file, page: pages.append(page) or PNG)
    return pages


def test_a_page_is_drawn_once(client, stored, drawn):
    sign_in(client, "councillor")

    answers = [client.get(url("picture", stored, 2)) for _ in range(2)]

    assert [(answer["Content-Type"], answer.content) for answer in answers] == [("image/png", PNG)] * 2
    assert drawn == [2]


@pytest.mark.parametrize("page", [0, 4, 99999999999])
def test_a_page_that_there_is_not_has_no_picture(client, stored, drawn, page):
    sign_in(client, "councillor")

    assert client.get(url("picture", stored, page)).status_code == 404


def test_a_page_that_cannot_be_drawn_has_no_picture(client, stored, monkeypatch):
    sign_in(client, "councillor")

    def dies(file, page):
        raise sandbox.Died("This page cannot be drawn.")

    monkeypatch.setattr(sandbox, "picture", dies)

    assert client.get(url("picture", stored, 1)).status_code == 404


def test_a_word_file_has_no_pictures(client, stored, drawn):
    sign_in(client, "councillor")
    Document.objects.update(media_type="application/msword")

    assert client.get(url("picture", stored, 1)).status_code == 404


def test_pages_with_an_exempt_part_or_nothing_open_are_hidden_from_those_not_cleared(client, stored, drawn):
    factories.passage(stored, page=2, part="exempt", boxes=[[2, 0, 0, 9, 9]])
    pages = range(1, 4)

    sign_in(client, "officer")
    assert [client.get(url("picture", stored, page)).status_code for page in pages] == [200, 404, 404]
    sign_in(client, "officer", "cleared")
    assert [client.get(url("picture", stored, page)).status_code for page in pages] == [200, 200, 200]


def test_the_page_on_which_an_exempt_paragraph_ends_is_hidden_too(client, stored, drawn):
    factories.passage(stored, page=2, part="exempt", boxes=[[2, 0, 700, 9, 800], [3, 0, 0, 9, 90]])
    factories.passage(stored, page=3, text="Open again.")

    sign_in(client, "councillor")

    assert client.get(url("picture", stored, 3)).status_code == 404


def test_pictures_of_a_document_that_was_not_read_are_hidden(client, drawn):
    sign_in(client, "officer")
    document = factories.document(state=State.READING)

    assert client.get(url("picture", document, 1)).status_code == 404


def test_a_withdrawn_document_is_gone_for_councillors(client, stored, drawn):
    actions.withdraw(document=stored, by=factories.user("publisher"), why="Printed too early.")
    sign_in(client, "councillor")

    for address in (stored.get_absolute_url(), url("original", stored), url("picture", stored, 1)):
        assert client.get(address).status_code == 404
