"""A pack at the desk and on its own page: its papers, what was read in each, and what of it is closed."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Document, State
from reports.reading.read import read
from tests import factories
from tests.reports.desk_pages import HTMX, at, decide, text
from tests.reports.reading import pack_papers

pytestmark = pytest.mark.django_db

HEADING = re.compile(r"<h([1-6])")


def kept(content: bytes) -> Document:
    """A file as the reader leaves it at the desk."""
    document = factories.document(state=State.READING, attempts=1, pages_read=0)
    actions.keep(document=document, reading=read(content))
    document.refresh_from_db()
    return document


@pytest.fixture
def pack():
    return kept(pack_papers.plain_pack())


@pytest.fixture
def closed_pack():
    """The last paper of this one is closed by the agenda."""
    return kept(pack_papers.stamped_pack(closed=True))


def group(answer, fact: str, paper: int):
    return next(one for one in answer.context["groups"] if one.key == f"{paper}-{fact}")


def test_a_document_keeps_its_enclosures(pack):
    assert [(one.kind, one.pages_in_words) for one in pack.enclosures.all()][1:] == [
        ("panel_minutes", "pages 2 to 3"),
        ("officer_report", "pages 4 to 6"),
    ]


def test_the_desk_lists_the_papers_with_their_findings(client, officer, pack):
    answer = client.get(at(pack))

    total = sum(paper.total for paper in answer.context["papers"])
    assert total == pack.findings.open_to(officer).count()
    assert 'href="#paper-2">Family centres: hours of opening</a>' in text(answer)
    assert "Officer's report, 12 May 2021, pages 4 to 6: " in text(answer).replace("&#x27;", "'")


def test_findings_stand_below_their_paper_and_sort(client, officer, pack):
    groups = [(one.paper.ordinal, one.fact) for one in client.get(at(pack)).context["groups"]]

    assert groups == sorted(groups, key=lambda pair: pair[0])
    assert {(0, "AgendaItem"), (1, "AgendaItem"), (1, "Decision"), (2, "Recommendation")} <= set(groups)


def test_headings_of_a_pack_come_in_order(client, officer, pack):
    answer = client.get(at(pack))

    levels = [int(level) for level in HEADING.findall(answer.content.decode())]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert 4 in levels


def test_ids_of_a_pack_are_told_apart(client, officer, pack):
    ids = re.findall(r'\sid="([^"]+)"', client.get(at(pack)).content.decode())

    assert len(ids) == len(set(ids))


def test_accepting_all_of_a_sort_accepts_those_of_one_paper(client, officer, pack):
    items = group(client.get(at(pack)), "AgendaItem", 1)
    said = {"fact": "AgendaItem", "group": items.key, "seen": [row.seen for row in items.rows]}

    answer = client.post(reverse("reports:accept_all", args=[pack.pk]), said, headers=HTMX)

    assert text(answer).startswith('<section class="app-group" id="group-1-AgendaItem"')
    before = pack.findings.filter(fact="AgendaItem", passage__ordinal__lt=items.paper.first)
    assert {one.verdict for one in before} == {"pending"}


@pytest.mark.parametrize("htmx", [True, False], ids=["htmx", "plain"])
def test_a_finding_of_a_pack_is_decided(client, officer, pack, htmx):
    asked = group(client.get(at(pack)), "Recommendation", 2)

    answer = decide(client, "accept", asked.rows[0].finding, htmx)

    assert answer.status_code == (200 if htmx else 302)
    if htmx:
        assert 'id="head-2-Recommendation" hx-swap-oob="true"' in text(answer)
        assert "<h4" in text(answer)


def test_the_next_finding_is_the_next_of_the_same_paper(client, officer, pack):
    decisions = group(client.get(at(pack)), "Decision", 1)
    first, second = (row.finding for row in decisions.rows[:2])

    answer = decide(client, "accept", first)

    assert f"finding={second.pk}" in answer.url


@pytest.mark.parametrize(("roles", "shown"), [(["officer"], False), (["officer", "cleared"], True)])
def test_a_closed_paper_is_listed_for_those_cleared_alone(client, closed_pack, roles, shown):
    client.force_login(factories.user(*roles))

    for address in (at(closed_pack), closed_pack.get_absolute_url()):
        assert ("Lease of the Harnford centre" in text(client.get(address))) is shown


def test_a_closed_paper_with_a_finding_that_is_open_does_not_say_its_title(client, officer, closed_pack):
    paper = closed_pack.enclosures.last()
    where = closed_pack.passages.get(ordinal=paper.last)
    actions.mark(passage=where, by=factories.user("officer", "cleared"), part="open")
    factories.finding(closed_pack, "Event", where=closed_pack.passages.get(pk=where.pk), ordinal=900)

    answer = client.get(at(closed_pack))

    assert answer.context["papers"][-1].total == 1
    assert "Lease of the Harnford centre" not in text(answer)


@pytest.mark.parametrize("headers", [{}, HTMX], ids=["plain", "htmx"])
@pytest.mark.parametrize("role", ["councillor", "scrutiny", "cleared", "publisher", "officer"])
def test_the_page_of_a_published_pack_lists_its_papers(client, pack, role, headers):
    actions.publish(document=pack, by=factories.user("publisher"))
    client.force_login(factories.user(role))

    answer = client.get(pack.get_absolute_url(), headers=headers)

    assert "Papers in this pack" in text(answer)
    assert pack.enclosures.last().head in text(answer)


def test_a_single_paper_lists_none(client, officer, paper):
    factories.finding(paper)

    answers = [client.get(at(paper)), client.get(paper.get_absolute_url())]

    assert not any("Papers in this pack" in text(answer) for answer in answers)


def test_the_desk_of_a_pack_takes_few_queries(client, officer, pack, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        client.get(at(pack))
