"""What is exempt, withdrawn or not yet published shows nowhere: not in lists, counts, choices or pages of its own."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Action, SamePerson
from reports.access import ROLES
from reports.models import Document
from tests import factories, world

pytestmark = pytest.mark.django_db

LISTS = (
    "decisions",
    "meetings",
    "forward_plan",
    "actions",
    "portfolios",
    "questions",
    "savings",
    "judgements",
    "events",
)
PAGES = ("meetings:decision", "meetings:meeting", "meetings:portfolio")
UNCLEARED = [role for role in ROLES if role != "cleared"]


def signed_in(client, *roles: str):
    client.force_login(factories.user(*roles))
    return client


def shown(client, name: str, query: str = "") -> str:
    return client.get(reverse(f"meetings:{name}") + query).content.decode()


@pytest.mark.parametrize("role", UNCLEARED)
def test_exempt_lines_show_in_no_list_for_those_not_cleared(client, role):
    world.build()
    signed_in(client, role)

    for name in LISTS:
        page = shown(client, name).lower()
        assert "zanzibar" not in page
        assert "77,123" not in page
        if name != "portfolios":
            assert re.search(r'id="count"[^>]*>1 ', page), name


def test_exempt_lines_show_in_no_timeline_for_those_not_cleared(client):
    world.build()

    assert "zanzibar" not in shown(signed_in(client, "publisher"), "decisions", "?view=timeline").lower()


@pytest.mark.parametrize("role", UNCLEARED)
def test_exempt_lines_have_no_page_for_those_not_cleared(client, role):
    made = world.build()
    signed_in(client, role)

    for name, where in world.of(made.part_two).items():
        if name in PAGES:
            assert client.get(reverse(name, kwargs=where)).status_code == 404, name


def test_open_pages_say_nothing_of_exempt_lines(client):
    made = world.build()
    signed_in(client, "officer")

    for name, where in world.of(made.published).items():
        if name in PAGES:
            page = client.get(reverse(name, kwargs=where)).content.decode()
            assert "zanzibar" not in page.lower()


def test_an_exempt_line_of_an_open_paper_is_as_hidden(client):
    paper = factories.document()
    factories.accepted(paper, "Meeting")
    factories.accepted(paper, text="That the hub be opened.")
    factories.accepted(paper, exempt=True, text="That the zanzibar lease be sold.")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "officer")

    page = shown(client, "decisions")

    assert "zanzibar" not in page
    assert "1 decision" in page
    assert "No decisions" in shown(client, "decisions", "?words=zanzibar")


def test_those_cleared_see_exempt_lines_and_that_they_are_exempt(client):
    world.build()
    signed_in(client, "councillor", "cleared")

    for name in LISTS:
        page = shown(client, name)
        assert "anzibar" in page, name
        if name not in ("meetings", "portfolios"):
            assert ">Exempt<" in page, name


def test_withdrawn_lines_show_nowhere(client):
    made = world.build()
    where = world.of(made.published)
    for paper in Document.objects.published().filter(wholly_exempt=False):
        factories.actions.withdraw(document=paper, by=factories.user("publisher"), why="A wrong date.")
    signed_in(client, "publisher")

    for name in LISTS:
        assert "appear here once" in shown(client, name), name
    for name in PAGES:
        assert client.get(reverse(name, kwargs=where[name])).status_code == 404


def test_lines_of_findings_that_are_taken_back_show_no_more(client):
    paper = factories.published("Decision")
    finding = paper.findings.get()
    factories.actions.undo(finding=finding, by=factories.user("officer"), version=finding.version)

    assert "No decisions" in shown(signed_in(client, "officer"), "decisions")


def test_an_exempt_action_is_nothing_to_finish_for_those_not_cleared(client):
    made = world.build()
    where = world.of(made.part_two)["meetings:finish"]
    signed_in(client, "officer")

    assert client.post(reverse("meetings:finish", kwargs=where)).status_code == 404
    assert client.post(reverse("meetings:reopen", kwargs=where)).status_code == 404
    assert Action.objects.get(**where).done_at is None


def test_names_of_exempt_parts_are_offered_to_those_cleared_alone(client):
    paper = factories.document()
    factories.accepted(paper, "Attendance", name="R J Amberly")
    factories.accepted(paper, "Attendance", name="Rosalind Amberly", exempt=True)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    answer = reverse("meetings:answer", args=[SamePerson.objects.get().pk])

    assert "Rosalind" not in shown(signed_in(client, "officer"), "people")
    assert client.post(answer, {"answer": "yes"}).status_code == 404
    assert "Rosalind" in shown(signed_in(client, "officer", "cleared"), "people")
    assert client.post(answer, {"answer": "yes"}).status_code == 302


def test_a_holder_known_by_a_name_of_an_exempt_part_is_shown_by_the_open_one(client):
    paper = factories.document()
    factories.accepted(paper, "Attendance", name="Rosalind Amberly", exempt=True)
    factories.accepted(paper, "PortfolioHolder", name="R J Amberly")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    offer = SamePerson.objects.get()
    signed_in(client, "officer", "cleared").post(reverse("meetings:answer", args=[offer.pk]), {"answer": "yes"})

    client = signed_in(Client(), "councillor")

    for url in (reverse("meetings:portfolios"), offer.other.portfolios.get().portfolio.get_absolute_url()):
        page = client.get(url).content.decode()
        assert "R J Amberly" in page
        assert "Rosalind" not in page
