"""Describing, publishing and withdrawing a document, and the page of a paragraph."""

from __future__ import annotations

import pytest
from django.urls import reverse

from meetings.models import Decision
from reports import actions
from reports.models import Document, State
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher(client):
    somebody = factories.user("publisher")
    client.force_login(somebody)
    return somebody


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def url(name: str, document: Document) -> str:
    return reverse(f"reports:{name}", args=[document.pk])


@pytest.mark.parametrize("name", ["publish", "withdraw"])
@pytest.mark.parametrize("roles", [["councillor"], ["officer"], ["cleared"], ["administrator"]])
def test_only_publishers_publish_and_withdraw(client, name, roles):
    document = factories.published("Decision")
    client.force_login(factories.user(*roles))

    assert client.get(url(name, document)).status_code == 404
    assert client.post(url(name, document), {"why": "Because"}).status_code == 404
    document.refresh_from_db()
    assert document.state == State.PUBLISHED


def test_the_preview_says_what_appears_where_and_what_stays_out(client, publisher):
    document = factories.document(by_hand="The text of page 2 may be wrong.")
    factories.accepted(document, "Decision", text="That the hubs open.")
    factories.accepted(document, "Event")
    factories.finding(document, "Action")
    actions.reject(finding=factories.finding(document, "Saving"), by=publisher, version=0, reason="Only history")

    answer = client.get(url("publish", document))

    assert [(name, len(rows)) for name, rows in answer.context["places"]] == [("Decisions", 1), ("Events", 1)]
    assert "1 finding still to be checked" in text(answer)
    assert "Rejected: 1" in text(answer)
    assert "That the hubs open." in text(answer)
    assert "The text of page 2 may be wrong." in text(answer)


def test_publishing_enters_what_was_confirmed(client, publisher):
    document = factories.document()
    factories.accepted(document, "Decision")

    answer = client.post(url("publish", document), follow=True)

    document.refresh_from_db()
    assert (document.state, Decision.objects.count()) == (State.PUBLISHED, 1)
    assert "is published." in text(answer)


@pytest.mark.parametrize("lacking", ["council_name", "title"])
def test_a_document_that_lacks_something_says_what(client, publisher, lacking):
    document = factories.document(**{lacking: ""})

    answer = client.post(url("publish", document))

    document.refresh_from_db()
    assert (answer.status_code, document.state) == (422, State.IN_REVIEW)
    assert "before you publish it" in text(answer)
    assert '<button class="govuk-button" type="submit"' not in text(client.get(url("publish", document)))


def test_what_no_longer_fits_its_register_is_said_and_nothing_is_published(client, publisher):
    document = factories.document()
    finding = factories.accepted(document, "Event")
    type(finding).objects.update(data={"date": "one day", "text": "It rained"})

    answer = client.post(url("publish", document))

    document.refresh_from_db()
    assert (answer.status_code, document.state) == (422, State.IN_REVIEW)
    assert "Nothing was published" in text(answer)


def test_withdrawing_needs_a_reason_and_takes_it_out_of_the_register(client, publisher):
    document = factories.published("Decision")

    silent = client.post(url("withdraw", document), {"why": " "})
    client.post(url("withdraw", document), {"why": "Printed too early."})

    document.refresh_from_db()
    assert silent.status_code == 422
    assert "Say why it is withdrawn." in text(silent)
    assert (document.state, document.reason) == (State.WITHDRAWN, "Printed too early.")


def test_only_a_published_document_can_be_withdrawn(client, publisher):
    document = factories.document()

    answer = client.post(url("withdraw", document), {"why": "Because"}, follow=True)

    assert "Only a published document can be withdrawn." in text(answer)


SAID = {
    "title": "Minutes of the panel", "kind": "panel_minutes", "date": "7 February 2018",
    "council": "Wexcombe County Council", "portfolio": "",
}  # fmt: skip


def test_a_document_is_described(client, publisher):
    document = factories.document(title="", date="", council_name="")

    answer = client.post(url("describe", document), SAID)

    document.refresh_from_db()
    assert answer.url == document.get_absolute_url()
    assert (document.title, document.date, document.council_name) == (
        "Minutes of the panel", "2018-02-07", "Wexcombe County Council",
    )  # fmt: skip


def test_a_wrong_description_keeps_what_was_typed(client, publisher):
    document = factories.document()

    answer = client.post(url("describe", document), SAID | {"date": "some day", "council": ""})

    assert answer.status_code == 422
    assert "Enter a date such as" in text(answer)
    assert "Enter the council whose paper this is." in text(answer)
    assert "some day" in text(answer)


def test_a_description_waits_until_the_document_is_read(client, publisher):
    document = factories.document(state=State.READING)

    answer = client.post(url("describe", document), SAID, follow=True)

    document.refresh_from_db()
    assert document.title != SAID["title"]
    assert "nothing to check yet" in text(answer)


def test_councils_that_are_known_are_offered(client, publisher):
    factories.published("Decision")

    assert '<option value="Wexcombe County Council">' in text(client.get(url("describe", factories.document())))


def test_a_paragraph_shows_itself_its_neighbours_its_page_and_what_was_read_from_it(client):
    client.force_login(factories.user("councillor"))
    document = factories.document()
    _, chief, _ = (factories.passage(document, text=f"{word} words.") for word in ("Early", "Chief", "Late"))
    finding = factories.finding(document, where=chief, text="That it be so.")
    actions.accept(finding=finding, by=factories.user("officer"), version=0)
    actions.publish(document=document, by=factories.user("publisher"))

    answer = client.get(chief.get_absolute_url())

    for words in ("Early words.", "Chief words.", "Late words.", "That it be so.", "app-picture__mark"):
        assert words in text(answer)
    assert reverse("reports:picture", args=[document.pk, 1]) in text(answer)
    assert reverse("reports:mark", args=[document.pk, chief.ordinal]) not in text(answer)


def test_what_is_not_confirmed_is_not_shown_with_its_paragraph(client):
    client.force_login(factories.user("councillor"))
    document = factories.published("Decision")
    finding = factories.finding(document, text="That nothing is certain.")

    assert "nothing is certain" not in text(client.get(finding.passage.get_absolute_url()))


@pytest.mark.parametrize("ordinal", [7, 2**31, 10**30])
def test_a_paragraph_that_there_is_not_is_not_found(client, ordinal):
    client.force_login(factories.user("councillor"))
    document = factories.published("Decision")

    assert client.get(reverse("reports:passage", args=[document.pk, ordinal])).status_code == 404
