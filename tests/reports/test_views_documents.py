"""The list of documents, a document's page, progress, pictures and the original file, as each role sees them."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse

from reports import actions, sandbox
from reports.models import Deed, Document, State
from tests import factories

pytestmark = pytest.mark.django_db

DOCUMENTS = reverse("reports:documents")
HTMX = {"HX-Request": "true"}
PNG = b"\x89PNG made up"


def sign_in(client, *roles):
    somebody = factories.user(*roles)
    client.force_login(somebody)
    return somebody


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def url(name: str, document: Document, *args) -> str:
    return reverse(f"reports:{name}", args=[document.pk, *args])


def status(client, address: str) -> int:
    answer = client.get(address)
    # A file that is sent is closed at its end.
    list(answer.streaming_content if answer.streaming else [])
    return answer.status_code


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(DOCUMENTS).status_code == 302


def test_councillors_see_published_documents_alone(client):
    sign_in(client, "councillor")
    factories.published("Decision", title="Out")
    factories.document(title="Waiting")

    answer = client.get(DOCUMENTS)

    assert [document.title for document in answer.context["page_obj"]] == ["Out"]
    assert "1 document" in text(answer)


def test_reviewers_see_documents_of_every_state(client):
    sign_in(client, "officer")
    factories.published("Decision")
    factories.document()
    factories.document(state=State.FAILED, reason="It was broken off.")

    assert client.get(DOCUMENTS).context["page_obj"].paginator.count == 3


def test_the_list_is_filtered_by_state_kind_and_words_and_says_so(client):
    sign_in(client, "officer")
    factories.document(title="Budget for hubs", kind="budget_scrutiny")
    factories.document(title="Budget for schools", kind="officer_report")

    answer = client.get(DOCUMENTS, {"kind": "budget_scrutiny", "words": "budget hubs", "state": "in_review"})

    assert [document.title for document in answer.context["page_obj"]] == ["Budget for hubs"]
    assert [label for label, _ in answer.context["chips"]] == [
        "Words in the title or file name: budget hubs", "Kind: Scrutiny of budget proposals", "State: In review",
    ]  # fmt: skip


def test_a_filter_that_is_typed_wrong_gives_its_error_and_keeps_what_was_typed(client):
    sign_in(client, "officer")

    answer = client.get(DOCUMENTS, {"kind": "novel", "words": "x" * 201, "council": "\x00"})

    assert answer.status_code == 200
    assert "Choose a kind from the list." in text(answer)
    assert "x" * 201 in text(answer)


def test_a_page_that_there_is_not_gives_the_last_one(client):
    sign_in(client, "officer")
    factories.document()

    assert client.get(DOCUMENTS, {"page": "99"}).status_code == 200
    assert client.get(DOCUMENTS, {"page": "x"}).status_code == 200


def test_htmx_gets_the_list_alone_with_its_count_announced(client):
    sign_in(client, "officer")
    factories.document()

    answer = client.get(DOCUMENTS, headers=HTMX)

    assert "<html" not in text(answer)
    assert '<div id="said" hx-swap-oob="innerHTML">1 document</div>' in text(answer)
    assert "HX-Request" in answer["Vary"]


@pytest.mark.parametrize("number", [10, 40])
def test_the_list_takes_the_same_queries_however_long_it_is(client, django_assert_max_num_queries, number):
    sign_in(client, "officer")
    for _ in range(number):
        factories.document(council=None)

    with django_assert_max_num_queries(9):
        client.get(DOCUMENTS)


def test_a_row_that_is_being_read_asks_for_its_progress(client):
    sign_in(client, "officer")
    document = factories.document(state=State.READING, pages=9, pages_read=3)

    answer = client.get(DOCUMENTS)

    assert f'hx-get="{url("progress", document)}"' in text(answer)
    assert "Page 3 of 9" in text(answer)


def test_progress_goes_on_while_a_document_is_read_and_stops_when_it_is_over(client):
    sign_in(client, "officer")
    document = factories.document(state=State.READING, pages=9, pages_read=3)

    going_on = client.get(url("progress", document), headers=HTMX)
    Document.objects.update(state=State.IN_REVIEW)
    over = client.get(url("progress", document), headers=HTMX)

    assert "every 2s" in text(going_on)
    assert "every 2s" not in text(over)
    assert "hx-get" not in text(over)
    assert ": In review</div>" in text(over)
    assert "documentRead" in over["HX-Trigger"]


def test_progress_without_htmx_leads_to_the_document(client):
    sign_in(client, "officer")
    document = factories.document(state=State.READING)

    assert client.get(url("progress", document)).url == document.get_absolute_url()


@pytest.mark.parametrize("state", [s for s in State if s not in (State.REFUSED, State.PUBLISHED)])
def test_each_state_has_its_next_step(client, state):
    sign_in(client, "publisher")
    document = factories.document(state=state, reason="A reason.")

    answer = client.get(document.get_absolute_url())

    assert document.next_step in answer.content.decode()
    assert "A reason." in text(answer)


def test_a_document_that_could_not_be_read_can_be_tried_again(client):
    sign_in(client, "officer")
    document = factories.document(state=State.FAILED, reason="It was broken off.")

    answer = client.post(url("retry", document))

    document.refresh_from_db()
    assert answer.url == document.get_absolute_url()
    assert document.state == State.QUEUED


def test_trying_again_what_was_read_says_why_not(client):
    sign_in(client, "officer")
    document = factories.document()

    answer = client.post(url("retry", document), follow=True)

    assert "cannot become waiting to be read" in text(answer)


def test_councillors_see_the_text_and_not_the_review(client):
    sign_in(client, "councillor")
    document = factories.published("Decision")
    factories.finding(document, text="That nothing is certain.")
    Deed.objects.create(document=document, what="Looked at sideways")

    answer = client.get(document.get_absolute_url())

    assert document.passages.first().text in text(answer)
    assert "sideways" not in text(answer)
    assert "to be checked" not in text(answer)
    assert url("desk", document) not in text(answer)


def test_htmx_turns_the_pages_of_the_text(client):
    sign_in(client, "councillor")
    document = factories.published("Decision")
    for number in range(60):
        factories.passage(document, text=f"Paragraph of number {number}")

    answer = client.get(f"{document.get_absolute_url()}?page=2", headers={**HTMX, "HX-Target": "results"})

    assert "<h1" not in text(answer)
    assert "Paragraph of number 59" in text(answer)
    assert "Paragraph of number 1<" not in text(answer)


@pytest.mark.parametrize("name", ["document", "original"])
def test_what_is_not_published_does_not_exist_for_councillors(client, name):
    sign_in(client, "councillor")

    assert client.get(url(name, factories.document())).status_code == 404


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
