"""The list of documents, a document's page and its progress, as each role sees them."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

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


def test_a_chip_that_was_followed_empties_its_field(client):
    sign_in(client, "officer")

    piece = client.get(DOCUMENTS, {"words": "hubs", "kind": ""}, headers=HTMX)

    form = text(piece).split('<div id="filter" hx-swap-oob="innerHTML">')[1]
    assert 'value="hubs"' in form
    assert re.search("selected[^>]*>Any kind", form)
    assert piece["HX-Push-Url"] == f"{DOCUMENTS}?words=hubs"


def test_what_the_form_itself_asks_for_leaves_the_form_alone(client):
    sign_in(client, "officer")

    piece = client.get(DOCUMENTS, {"words": "hubs"}, headers=HTMX | {"HX-Trigger": "filters"})

    assert 'id="filter"' not in text(piece)


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


def test_a_council_is_found_before_and_after_its_documents_are_published(client):
    sign_in(client, "officer")
    published = factories.published("Decision", title="Out")
    factories.document(title="Waiting")
    factories.document(title="Theirs", council_name="Marl Borough Council")

    answer = client.get(DOCUMENTS, {"council": published.council_id})

    assert {document.title for document in answer.context["page_obj"]} == {"Out", "Waiting"}


@pytest.mark.parametrize("number", [5, 60])
@pytest.mark.parametrize("name", ["document", "publish"])
def test_pages_of_a_document_take_the_same_queries_however_long_it_is(
    client, django_assert_max_num_queries, number, name
):
    document = factories.document()
    for _ in range(number):
        factories.accepted(document, "Figure")
    sign_in(client, "publisher")

    with django_assert_max_num_queries(14):
        client.get(url(name, document))
