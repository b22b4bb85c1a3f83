"""How sure the reader is: kept with each finding, said at the desk, and what the desk's order follows."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.actions.reading import keep
from reports.models import State, Verdict
from reports.reading.facts import BASES, Event, Source
from reports.reading.paragraph import Paragraph
from reports.reading.reading import Reading
from reports.register import form_for
from reports.sureness import SURENESS
from tests import factories
from tests.reports.desk_pages import HTMX, at, decide, text

pytestmark = pytest.mark.django_db

# In the order of the paper, and then the same with what is least sure first.
BY_PAPER = ["mark", "place", "", "cell", "sentence"]
LEAST_SURE_FIRST = ["", "place", "sentence", "cell", "mark"]


@pytest.fixture
def mixed(paper):
    return [factories.finding(paper, basis=basis) for basis in BY_PAPER]


def accept_all(client, paper, htmx=False, **said):
    address = reverse("reports:accept_all", args=[paper.pk])
    seen = [f"{finding.pk}:{finding.version}" for finding in paper.findings.all()]
    return client.post(address, {"fact": "Decision", "seen": seen, **said}, headers=HTMX if htmx else {})


def in_order(answer) -> list[str]:
    (group,) = answer.context["groups"]
    return [row.finding.basis for row in group.rows]


def test_every_way_of_knowing_has_its_words():
    assert SURENESS.keys() == BASES.keys()


def test_a_reading_s_findings_say_how_the_reader_knows():
    paper = factories.document(state=State.READING)
    paragraph = Paragraph(ordinal=0, page=1, text="The hubs opened on 4 March 2025.")
    event = Event(source=Source(1, passages=(0,), basis="cell"), date="2025-03-04", text="The hubs opened")

    keep(document=paper, reading=reading(paragraph, event))

    assert paper.findings.get().basis == "cell"


def reading(paragraph: Paragraph, *facts) -> Reading:
    return Reading(
        kind=None, kind_label=None, title="Hubs", council="Wexcombe County Council", date=None, pages=1,
        facts=facts, paragraphs=(paragraph,),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("mark", "Sure: explicit mark"),
        ("cell", "Sure: table cell"),
        ("sentence", "Likely: sentence pattern"),
        ("place", "Guess: by place"),
        ("", "Not known: read earlier"),
    ],
)
def test_the_desk_says_how_sure_the_reader_is(client, officer, paper, basis, words):
    factories.finding(paper, basis=basis)

    assert words in text(client.get(at(paper)))


def test_what_a_person_added_is_no_question_of_the_reader(client, officer, paper):
    form = form_for("Event")(data={"date": "2025-02-10", "text": "The consultation closed."})
    assert form.is_valid()
    actions.add(passage=factories.passage(paper), fact="Event", by=officer, form=form)

    said = text(client.get(at(paper)))

    assert "Added by a person" in said
    assert not [one for one in SURENESS.values() if str(one) in said]


def test_the_least_sure_come_first(client, officer, paper, mixed):
    assert in_order(client.get(at(paper))) == LEAST_SURE_FIRST
    assert in_order(client.get(at(paper, sort="loudest"))) == LEAST_SURE_FIRST


def test_the_order_of_the_paper_can_be_had_and_stays(client, officer, paper, mixed):
    answer = client.get(at(paper, sort="paper"))

    assert in_order(answer) == BY_PAPER
    assert f"finding={mixed[0].pk}&amp;sort=paper" in text(answer)
    assert answer.context["selected"] == mixed[0]


def test_after_a_decision_the_next_one_in_the_chosen_order_is_taken(client, officer, paper, mixed):
    there = reverse("reports:accept", args=[mixed[0].pk], query={"sort": "paper"})

    answer = client.post(there, {"version": 0})

    assert answer.url == f"{at(paper, finding=mixed[1].pk, sort='paper')}#finding-{mixed[1].pk}"


def test_without_a_chosen_order_the_next_one_is_the_next_least_sure(client, officer, paper, mixed):
    answer = decide(client, "accept", mixed[1])

    assert answer.url == f"{at(paper, finding=mixed[4].pk)}#finding-{mixed[4].pk}"


@pytest.mark.parametrize("htmx", [False, True])
def test_all_that_are_sure_are_accepted_at_once_and_no_others(client, officer, paper, mixed, htmx):
    answer = accept_all(client, paper, htmx, only="sure")

    accepted = paper.findings.filter(verdict=Verdict.ACCEPTED)
    assert {finding.basis for finding in accepted} == {"mark", "cell"}
    assert answer.status_code == (200 if htmx else 302)
    if htmx:
        assert "Accepted 2 decisions." in text(answer)


def test_a_group_offers_what_is_sure_beside_all(client, officer, paper, mixed):
    assert "Accept the 2 that are sure" in text(client.get(at(paper)))


@pytest.mark.parametrize("bases", [["place", "sentence"], ["cell", "mark"]])
def test_where_all_or_none_is_sure_there_is_nothing_to_choose(client, officer, paper, bases):
    for basis in bases:
        factories.finding(paper, basis=basis)

    assert "sure<" not in text(client.get(at(paper)))


def test_a_decision_by_htmx_keeps_the_order_in_its_links(client, officer, paper, mixed):
    there = reverse("reports:accept", args=[mixed[0].pk], query={"sort": "paper"})

    answer = client.post(there, {"version": 0}, headers=HTMX)

    assert f"?finding={mixed[0].pk}&amp;sort=paper" in text(answer)
