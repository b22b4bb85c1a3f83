"""What was read in the part of a meeting closed to the public shows nowhere to those who are not cleared."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Document, Finding, Problem
from tests import factories

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true"}
# A word that only exempt paragraphs have.
SECRET = "zanzibar"
UNCLEARED = [["officer"], ["publisher"], ["councillor"]]
PAGES = ["document", "desk", "publish", "describe", "withdraw", "progress"]


@pytest.fixture
def paper() -> Document:
    """A published paper with an open and an exempt part, all of whose exempt doings name the secret."""
    document = factories.document(title="Minutes of the panel")
    cleared = factories.user("publisher", "cleared")
    factories.accepted(document, text="That the hubs open.")
    closed = factories.passage(document, text=f"The {SECRET} lease.", page=2, part="exempt", boxes=[[2, 1, 1, 9, 9]])
    confirmed = factories.finding(document, where=closed, text=f"Sell the {SECRET} lease.")
    actions.accept(finding=confirmed, by=cleared, version=0)
    rejected = factories.finding(document, "Action", where=closed, text=f"Call {SECRET}.")
    actions.reject(finding=rejected, by=cleared, version=0, reason=f"Not about {SECRET}")
    factories.finding(document, "Event", where=closed, text=f"Went to {SECRET}.")
    factories.finding(document, "Saving", where=closed, description=f"Saves {SECRET}.")
    actions.accept_all(document=document, fact="Saving", by=cleared)
    Problem.objects.create(document=document, passage=closed, message=f"Two {SECRET}s.", exempt=True)
    return actions.publish(document=document, by=cleared)


def addresses(paper: Document) -> list[str]:
    pages = [reverse(f"reports:{name}", args=[paper.pk]) for name in PAGES]
    lists = [reverse(f"reports:{name}") for name in ("documents", "inbox")]
    desk = reverse("reports:desk", args=[paper.pk])
    passages = [passage.get_absolute_url() for passage in paper.passages.all()]
    deeds = [f"{passage}{deed}/" for passage in passages for deed in ("mark", "add", "add/?fact=Decision")]
    of_findings = [f"{desk}?finding={finding.pk}&do=correct" for finding in paper.findings.all()]
    searches = [f"{reverse('reports:search')}?q={words}" for words in (SECRET, "lease")]
    pointed = [f"{desk}?passage={passage.ordinal}" for passage in paper.passages.all()]
    return [*pages, *lists, f"{desk}?page=2", *pointed, *passages, *deeds, *of_findings, *searches]


def pages(client, paper: Document) -> list[tuple[str, str]]:
    """What every page says, whole and as each of its pieces, with its address."""
    heads = [{}, HTMX, *({**HTMX, "HX-Target": target} for target in ("place", "finding-x", "results"))]
    return [
        (address, client.get(address, headers=head).content.decode()) for address in addresses(paper) for head in heads
    ]


@pytest.mark.parametrize("roles", UNCLEARED)
def test_no_page_names_it_to_those_not_cleared(client, paper, roles):
    client.force_login(factories.user(*roles))

    # The search for the word repeats the word itself, in the links that take its list away too, and nothing but that.
    shown = [
        (address, page.replace(f"“{SECRET}”", "").replace(f'value="{SECRET}"', "").replace(f"?q={SECRET}", ""))
        for address, page in pages(client, paper)
    ]

    told = [address for address, page in shown if SECRET in page.replace(f"<title>{SECRET} - Search", "").lower()]
    assert told == []


def test_those_who_are_cleared_see_it(client, paper):
    client.force_login(factories.user("publisher", "cleared"))

    told = {address for address, page in pages(client, paper) if SECRET in page.lower()}

    assert len(told) > len(addresses(paper)) / 2


def test_counts_leave_it_out(client, paper):
    client.force_login(factories.user("publisher"))
    # As many as are open: one, which is accepted.
    document = client.get(paper.get_absolute_url())
    publish = client.get(reverse("reports:publish", args=[paper.pk]))
    desk = client.get(reverse("reports:desk", args=[paper.pk]))

    for answer in (document, publish, desk):
        assert answer.context["counts"] == {"pending": 0, "accepted": 1, "corrected": 0, "rejected": 0, "total": 1}
    assert [group.fact for group in desk.context["groups"]] == ["Decision"]
    assert document.context["page_obj"].paginator.count == 1


def test_the_inbox_counts_leave_it_out(client):
    document = factories.document()
    factories.finding(document)
    factories.finding(document, where=factories.passage(document, part="exempt"))
    client.force_login(factories.user("officer"))

    (waiting,) = client.get(reverse("reports:inbox")).context["page_obj"]

    assert (waiting.found, waiting.pending) == (1, 1)


def test_history_leaves_out_what_was_done_to_it(client, paper):
    client.force_login(factories.user("officer"))

    history = [deed.what for deed in client.get(paper.get_absolute_url()).context["deeds"]]

    assert history == ["Published", "Accepted: Decision on page 1"]


@pytest.mark.parametrize("name", ["accept", "correct", "reject", "undo"])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_deeds_on_it_find_nothing(client, paper, name, headers):
    client.force_login(factories.user("publisher"))
    finding = Finding.objects.get(fact="Event")

    answer = client.post(reverse(f"reports:{name}", args=[finding.pk]), {"version": 0, "why": "twice"}, headers=headers)

    finding.refresh_from_db()
    assert (answer.status_code, finding.version) == (404, 0)


def test_accepting_all_leaves_it_alone(client, paper):
    client.force_login(factories.user("publisher"))
    finding = Finding.objects.get(fact="Event")

    said = {"fact": "Event", "seen": f"{finding.pk}:0"}
    client.post(reverse("reports:accept_all", args=[paper.pk]), said, headers=HTMX)

    finding.refresh_from_db()
    assert finding.verdict == "pending"


@pytest.mark.parametrize("name", ["document", "original", "desk", "publish", "describe", "withdraw", "progress"])
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_document_that_is_exempt_throughout_does_not_exist(client, name, headers):
    document = factories.published(exempt=("Decision",))
    Document.objects.update(wholly_exempt=True)
    client.force_login(factories.user("publisher"))

    assert client.get(reverse(f"reports:{name}", args=[document.pk]), headers=headers).status_code == 404


def test_a_document_that_is_exempt_throughout_is_in_no_list(client):
    factories.published(exempt=("Decision",), title=f"The {SECRET} lease")
    factories.document(title=f"The {SECRET} sale")
    Document.objects.update(wholly_exempt=True)
    client.force_login(factories.user("publisher"))

    for name in ("documents", "inbox"):
        assert SECRET not in client.get(reverse(f"reports:{name}")).content.decode()
    assert client.get(reverse("reports:documents")).context["page_obj"].paginator.count == 0
