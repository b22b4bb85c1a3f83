"""The desk: choosing what to look at, deciding on findings with and without htmx, and two reviewers at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Document, Problem, State, Verdict
from tests import factories
from tests.reports.desk_pages import HTMX, at, decide, deed, text

pytestmark = pytest.mark.django_db

INBOX = reverse("reports:inbox")
OTHERS = [["councillor"], ["scrutiny"], ["cleared"], ["administrator"]]


@pytest.mark.parametrize("roles", OTHERS)
def test_the_desk_does_not_exist_for_those_who_do_not_review(client, paper, roles):
    finding = factories.finding(paper)
    client.force_login(factories.user(*roles))

    assert [client.get(address).status_code for address in (INBOX, at(paper))] == [404, 404]
    for name in ("accept", "correct", "reject", "undo"):
        assert decide(client, name, finding).status_code == 404
    finding.refresh_from_db()
    assert finding.verdict == Verdict.PENDING


def test_the_inbox_counts_what_is_to_be_checked(client, officer, paper):
    factories.finding(paper)
    actions.accept(finding=factories.finding(paper), by=officer, version=0)

    answer = client.get(INBOX)

    assert [(one.found, one.pending) for one in answer.context["page_obj"]] == [(2, 1)]


@pytest.mark.parametrize("number", [2, 30])
def test_the_inbox_takes_the_same_queries_however_long_it_is(client, officer, django_assert_max_num_queries, number):
    for _ in range(number):
        factories.finding(factories.document())

    with django_assert_max_num_queries(8):
        client.get(INBOX)


def test_a_document_that_is_not_read_yet_has_no_desk(client, officer):
    document = factories.document(state=State.READING)

    assert client.get(at(document)).url == document.get_absolute_url()


def test_the_desk_shows_problems_first_and_then_findings_by_sort(client, officer, paper):
    factories.finding(paper, "Event")
    factories.finding(paper, "Decision")
    Problem.objects.create(document=paper, message="11 votes, 12 present.")

    answer = client.get(at(paper))

    assert [group.fact for group in answer.context["groups"]] == ["Decision", "Event"]
    assert text(answer).index("11 votes, 12 present.") < text(answer).index("That four family hubs be opened.")
    assert "0 of 1 checked" in text(answer)


def test_a_finding_shows_its_fields_in_words_and_what_is_not_stated(client, officer, paper):
    factories.finding(paper, votes={"for": 7, "against": 3, "abstained": 1})

    (group,) = client.get(at(paper)).context["groups"]

    fields = dict(group.rows[0].fields)
    assert (fields["Date of the decision"], fields["Outcome"], fields["Votes for"]) == ("4 March 2025", "Approved", "7")
    assert "Reference" in group.rows[0].unstated


def test_each_sort_of_fact_can_be_shown_and_corrected(client, officer, paper):
    for fact in factories.FACTS:
        finding = factories.finding(paper, fact)
        answer = client.get(at(paper, finding=finding.pk, do="correct"))
        assert deed("correct", finding) in text(answer)


@pytest.mark.parametrize("number", [5, 60])
def test_the_desk_takes_the_same_queries_however_many_findings(
    client, officer, paper, django_assert_max_num_queries, number
):
    for _ in range(number):
        factories.finding(paper)
        factories.finding(paper, "Figure")

    with django_assert_max_num_queries(15):
        client.get(at(paper))


def test_the_selected_finding_is_marked_on_the_picture_of_its_page(client, officer, paper):
    finding = factories.finding(paper, where=factories.passage(paper, page=2, boxes=[[2, 72.0, 100.0, 500.0, 130.0]]))

    answer = client.get(at(paper, finding=finding.pk))

    assert reverse("reports:picture", args=[paper.pk, 2]) in text(answer)
    assert '<rect class="app-picture__mark" x="69.0" y="98.0" width="434.0" height="34.0" />' in text(answer)
    assert "style=" not in text(answer)


def test_htmx_gets_the_place_of_a_finding_alone(client, officer, paper):
    finding = factories.finding(paper)

    answer = client.get(at(paper, finding=finding.pk), headers={**HTMX, "HX-Target": "place"})

    assert text(answer).startswith('<section class="app-place" id="place"')
    assert {"HX-Request", "HX-Target"} <= {name.strip() for name in answer["Vary"].split(",")}


def test_pages_can_be_turned_and_a_page_that_there_is_not_gives_the_last(client, officer, paper):
    assert [client.get(at(paper, page=page)).context["place"].number for page in (2, 99, 0, "x")] == [2, 3, 1, 1]


def test_a_word_file_shows_the_paragraphs_around_with_the_one_marked(client, officer, paper):
    Document.objects.update(media_type="application/msword")
    for number in range(90):
        factories.passage(paper, text=f"Paragraph of number {number}", boxes=[])
    finding = factories.finding(paper, where=paper.passages.get(ordinal=50))

    answer = client.get(at(paper, finding=finding.pk))

    assert (answer.context["place"].number, answer.context["place"].total) == (2, 3)
    assert "<mark>Paragraph of number 50</mark>" in text(answer)
    assert "Paragraph of number 39<" not in text(answer)


@pytest.mark.parametrize("finding", ["x", "00000000-0000-4000-8000-000000000000"])
def test_an_address_with_a_finding_that_there_is_not_does_no_harm(client, officer, paper, finding):
    assert client.get(at(paper, finding=finding)).status_code in (200, 404)
    assert client.get(at(paper, finding=finding), headers={**HTMX, "HX-Target": "finding-x"}).status_code == 404


def test_a_paragraph_can_be_pointed_at(client, officer, paper):
    factories.finding(paper)
    factories.passage(paper, page=2, boxes=[[2, 72.0, 100.0, 500.0, 130.0]])

    answer = client.get(at(paper, passage=1), headers={**HTMX, "HX-Target": "place"})

    assert (answer.context["place"].number, answer.context["place"].marked) == (2, {1})


@pytest.mark.parametrize("passage", ["7", "x", "9" * 30])
def test_pointing_at_a_paragraph_that_there_is_not_does_no_harm(client, officer, paper, passage):
    factories.finding(paper)

    assert client.get(at(paper, passage=passage)).status_code == 200
