"""Adding a fact from a paragraph, and marking a paragraph exempt or open."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports.models import Document, Finding, State, Verdict
from reports.register import form_for
from tests import factories
from tests.reports.desk_pages import text

pytestmark = pytest.mark.django_db

INBOX = reverse("reports:inbox")


def add(paper: Document, ordinal: int = 0, **query) -> str:
    return reverse("reports:add", args=[paper.pk, ordinal], query=query)


def test_a_missed_fact_is_added_by_pointing_at_a_paragraph(client, officer, paper):
    factories.passage(paper, text="The panel will visit the hubs.")

    choosing = client.get(add(paper))
    filling = client.get(add(paper, fact="Action"))
    answer = client.post(add(paper, fact="Action"), {"text": "Visit the hubs", "owner": "The panel"})

    finding = Finding.objects.get()
    assert "What does the paragraph state?" in text(choosing)
    assert "The panel will visit the hubs.</textarea>" in text(filling)
    assert (finding.added_by, finding.verdict, finding.quote) == (
        officer, Verdict.ACCEPTED, "The panel will visit the hubs.",
    )  # fmt: skip
    assert answer.url == f"{reverse('reports:desk', args=[paper.pk])}?finding={finding.pk}#finding-{finding.pk}"


def test_a_fact_that_is_added_must_pass_its_register(client, officer, paper):
    factories.passage(paper)

    answer = client.post(add(paper, fact="Event"), {"text": "It rained", "date": "some day"})

    assert answer.status_code == 422
    assert "Enter a date such as" in text(answer)
    assert not Finding.objects.exists()


def test_no_sort_of_fact_chosen_is_an_error(client, officer, paper):
    factories.passage(paper)

    assert "Choose what it states" in text(client.get(add(paper, fact="Weather")))


def test_a_document_that_is_not_read_takes_no_facts(client, officer):
    document = factories.document(state=State.READING)
    factories.passage(document)

    assert client.post(add(document, fact="Action"), {"text": "Visit"}).url == document.get_absolute_url()


def test_a_paragraph_is_marked_exempt_with_its_schedule_and_opened_again(client, officer, paper):
    finding = factories.finding(paper)
    factories.passage(paper)
    mark = reverse("reports:mark", args=[paper.pk, finding.passage.ordinal])

    client.post(mark, {"part": "exempt", "schedule": "paragraph 3"})

    finding.refresh_from_db()
    assert (finding.passage.part, finding.passage.schedule, finding.exempt) == ("exempt", "paragraph 3", True)
    # Who marked it is not cleared, and sees it no more.
    assert client.get(mark).status_code == 404
    client.force_login(factories.user("officer", "cleared"))
    client.post(mark, {"part": "open", "schedule": "paragraph 3"})
    finding.refresh_from_db()
    assert (finding.passage.part, finding.passage.schedule, finding.exempt) == ("open", "", False)


def test_marking_needs_an_answer(client, officer, paper):
    factories.passage(paper)

    answer = client.post(reverse("reports:mark", args=[paper.pk, 0]), {"part": "secret"})

    assert answer.status_code == 422
    assert "Choose open or exempt." in text(answer)


def test_closing_the_last_open_paragraph_leads_back_to_the_inbox(client, officer, paper):
    factories.passage(paper)

    answer = client.post(reverse("reports:mark", args=[paper.pk, 0]), {"part": "exempt"}, follow=True)

    assert answer.redirect_chain == [(INBOX, 302)]
    assert "Minutes of the panel" not in text(answer)


@pytest.mark.parametrize("fact", ["Decision", "Meeting", "Figure", "Action", "Saving"])
def test_what_was_read_from_a_paragraph_leads_to_its_place_in_the_register(client, fact):
    client.force_login(factories.user("councillor"))
    finding = factories.published(fact).findings.get()

    page = client.get(finding.passage.get_absolute_url()).content.decode()
    address = form_for(fact).address(finding)

    assert f'href="{address}"' in page
    assert client.get(address).status_code == 200
