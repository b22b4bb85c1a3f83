"""How things of the register are cited."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from meetings.models import Decision, Matter
from reports.reading.dates import in_words
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def decision() -> Decision:
    factories.published("Decision", title="Cabinet minutes", date="2025-03-04")
    return Decision.objects.get()


def cited(thing) -> str:
    request = RequestFactory().get("/")
    page = Template("{% load citing %}{% cite_this thing %}").render(Context({"request": request, "thing": thing}))
    return page.partition("readonly>")[2].partition("</textarea>")[0]


def ending(thing) -> str:
    read_on = in_words(timezone.localdate().isoformat())
    return f"; council register, http://testserver{thing.get_absolute_url()}, read {read_on}."


def test_a_decision_is_cited_by_body_day_and_place(decision):
    assert cited(decision) == (
        "Wexcombe County Council, Cabinet, minutes “Cabinet minutes, 4 March 2025”, paragraph 4.1, page 1"
        + ending(decision)
    )


def test_a_day_that_the_paper_does_not_carry_is_told_beside_it(decision):
    decision.printed_date = "2025-01"

    assert "Cabinet, January 2025, minutes “Cabinet minutes, 4 March 2025”" in cited(decision)


def test_a_paragraph_and_a_paper_are_cited(decision):
    passage = decision.finding.passage

    assert cited(passage.document) == (
        "Wexcombe County Council, minutes “Cabinet minutes, 4 March 2025”" + ending(passage.document)
    )
    assert cited(passage).startswith("Wexcombe County Council, minutes “Cabinet minutes, 4 March 2025”, paragraph 4.1")


def test_a_matter_is_cited_by_its_name(decision):
    officer = factories.user("officer")
    matter = Matter.objects.create(council=decision.council, title="Family hubs", made_by=officer)

    assert cited(matter) == "Wexcombe County Council, matter “Family hubs”" + ending(matter)


def test_the_pages_of_a_decision_its_paragraph_and_its_paper_say_how_to_cite_them(decision, client):
    client.force_login(factories.user("councillor"))

    for thing in (decision, decision.finding.passage, decision.finding.document):
        page = client.get(thing.get_absolute_url()).content.decode()
        assert page.count('id="citation"') == 1
        assert cited(thing) in page


def test_a_paper_in_review_cannot_be_cited_yet(client):
    paper = factories.document()
    client.force_login(factories.user("officer"))

    assert 'id="citation"' not in client.get(paper.get_absolute_url()).content.decode()
