"""The pages on which reviewers say which measure a printed name stands for."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dashboard.models import PrintedName
from reports.models import Finding, Verdict
from tests import factories
from tests.dashboard.pages import HTMX, INDICATORS, text

pytestmark = pytest.mark.django_db

LIST = reverse("dashboard:unnamed")
SAID = reverse("dashboard:printed_names")
MEASURE = "children-looked-after-number"
OTHERS = [["councillor"], ["scrutiny"], ["cleared"], ["administrator"]]


@pytest.fixture
def officer(client):
    somebody = factories.user("officer")
    client.force_login(somebody)
    return somebody


def figure(label: str = "Children who swim", paper=None, **said) -> Finding:
    said = {"indicator": None, "unit": "count", "value": 412} | said
    return factories.finding(paper or factories.document(), "Figure", label=label, **said)


def page_of(one: Finding, **query) -> str:
    return reverse("dashboard:name", args=[one.pk], query=query)


def say(client, one: Finding, which: str = "council", query: dict | None = None, **more):
    said = {"indicator": MEASURE, "which": which, "version": one.version}
    return client.post(page_of(one, **query or {}), said | more)


@pytest.mark.parametrize("roles", OTHERS)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_pages_are_for_reviewers(client, roles, headers):
    one = figure()
    client.force_login(factories.user(*roles))

    assert [client.get(page, headers=headers).status_code for page in (LIST, SAID, page_of(one))] == [404] * 3
    assert say(client, one).status_code == 404
    assert not PrintedName.objects.exists()


def test_the_desk_offers_it_for_a_figure_without_a_measure_alone(client, officer):
    paper = factories.document()
    unknown, known = figure(paper=paper), factories.finding(paper, "Figure")

    said = text(client.get(reverse("reports:desk", args=[paper.pk])))

    assert page_of(unknown) in said
    assert page_of(known) not in said
    assert client.get(page_of(known)).status_code == 404


def test_the_form_opens_in_the_desk_and_on_a_page_of_its_own(client, officer):
    one = figure()

    piece, page = client.get(page_of(one), headers=HTMX), client.get(page_of(one))

    assert "<h1" not in text(piece)
    assert "autofocus" in text(piece)
    assert "Which measure is “Children who swim”?" in text(page)
    assert "autofocus" not in text(page)


def test_what_is_remembered_is_proposed_and_said_to_be(client, officer):
    one, other = figure(), figure("CHILDREN WHO SWIM")

    answer = say(client, one, query={"sort": "paper"})

    desk = reverse("reports:desk", args=[one.document_id], query={"finding": one.pk, "sort": "paper"})
    assert answer.url == f"{desk}#finding-{one.pk}"
    page = text(client.get(answer.url))
    assert "is proposed for 2 figures to be checked" in page
    assert f"Measure: proposed by {officer.first_name}, for every figure printed under this name." in page
    assert {finding.verdict for finding in Finding.objects.all()} == {Verdict.PENDING}
    assert PrintedName.objects.get().finding == one
    assert other.pk != one.pk


def test_one_figure_alone_is_accepted_with_its_measure(client, officer):
    one, other = figure(), figure()

    say(client, one, "one")

    one.refresh_from_db()
    other.refresh_from_db()
    assert (one.verdict, one.corrected["indicator"]) == (Verdict.CORRECTED, MEASURE)
    assert (other.verdict, other.proposed) == (Verdict.PENDING, None)
    assert not PrintedName.objects.exists()


def test_a_figure_that_somebody_decided_on_meanwhile_is_left_alone(client, officer):
    one = figure()
    Finding.objects.filter(pk=one.pk).update(version=3)

    answer = client.post(page_of(one), {"indicator": MEASURE, "which": "one", "version": 0}, follow=True)

    one.refresh_from_db()
    assert one.verdict == Verdict.PENDING
    assert "Nothing was changed." in text(answer)


def test_a_figure_whose_register_refuses_something_else_is_not_accepted(client, officer):
    one = figure(unit="furlongs")

    answer = client.post(page_of(one), {"indicator": MEASURE, "which": "one", "version": 0}, follow=True)

    assert "Not accepted: correct what else" in text(answer)


@pytest.mark.parametrize("wrong", [{"indicator": ""}, {"indicator": "none-such"}, {"which": "some"}])
def test_an_answer_that_says_too_little_is_asked_for_again(client, officer, wrong):
    answer = say(client, figure(), **wrong)

    assert answer.status_code == 422
    assert "There is a problem" in text(answer)
    assert not PrintedName.objects.exists()


def test_accepted_figures_are_corrected_where_that_is_asked_for(client, officer):
    confirmed, waiting = factories.accepted(factories.document(), "Figure", indicator=None, unit="count"), None
    waiting = figure(confirmed.data["label"])
    assert "Also correct those that were accepted before: 1" in text(client.get(page_of(waiting)))

    say(client, waiting, confirmed="on", query={"from": "list"})

    confirmed.refresh_from_db()
    assert confirmed.corrected["indicator"] == MEASURE


def test_the_list_has_each_name_of_a_council_once(client, officer):
    figure()
    figure("Children who swim.")
    figure("Children who row")
    figure(paper=factories.document(council_name="Ness City Council"))
    rejected = figure("Youth clubs")
    factories.actions.reject(finding=rejected, by=officer, version=0, reason="Only history")

    page = client.get(LIST).context["page_obj"]

    assert [(one.printed, one.council_name.split()[0], len(one.pending)) for one in page] == [
        ("Children who swim", "Wexcombe", 2), ("Children who row", "Wexcombe", 1), ("Children who swim", "Ness", 1),
    ]  # fmt: skip


def test_the_list_is_narrowed_by_words(client, officer):
    figure()
    figure("Youth clubs")

    answer = client.get(LIST, {"q": "SWIM"}, headers=HTMX)

    assert [one.printed for one in answer.context["page_obj"]] == ["Children who swim"]
    assert "<h1" not in text(answer)
    assert "No such figure has these words" in text(client.get(LIST, {"q": "row"}))
    assert "300 characters or fewer" in text(client.get(LIST, {"q": "x" * 301}))


def test_empty_lists_say_what_to_do(client, officer):
    assert "Every figure has a measure of the catalogue." in text(client.get(LIST))
    assert "Nobody has said yet what a printed name stands for." in text(client.get(SAID))


@pytest.mark.parametrize("number", [2, 40])
def test_the_lists_take_the_same_queries_however_long_they_are(client, officer, django_assert_max_num_queries, number):
    for n in range(number):
        one = figure(f"Measure {n}")
        if n % 2:
            say(client, one)

    for page in (LIST, SAID):
        with django_assert_max_num_queries(8):
            client.get(page)


def test_what_was_said_is_listed_and_taken_back(client, officer):
    one = figure()
    say(client, one)
    (said,) = client.get(SAID).context["page_obj"]
    assert "<h1" not in text(client.get(SAID, headers=HTMX))

    answer = client.post(reverse("dashboard:forget", args=[said.pk]), follow=True)

    one.refresh_from_db()
    assert (one.proposed, PrintedName.objects.count()) == (None, 0)
    assert "It was proposed for 1 figure." in text(answer)


def test_names_of_exempt_figures_are_for_the_cleared(client):
    paper = factories.document()
    closed = factories.finding(
        paper, "Figure", where=factories.passage(paper, part="exempt"), indicator=None, label="Zanzibar homes"
    )
    factories.passage(paper)
    client.force_login(factories.user("officer", "cleared"))
    assert "Zanzibar homes" in text(client.get(LIST))
    say(client, closed)
    assert "Zanzibar homes" in text(client.get(SAID))
    said = PrintedName.objects.get()

    client.force_login(factories.user("officer"))

    assert "Zanzibar" not in text(client.get(SAID)) + text(client.get(LIST))
    assert client.get(page_of(closed)).status_code == 404
    assert client.post(reverse("dashboard:forget", args=[said.pk])).status_code == 404
    # And a message does not count what the reader may not know of.
    client.post(page_of(figure("Zanzibar homes")), {"indicator": MEASURE, "which": "council", "version": 0})
    assert "is proposed for 1 figure to be checked" in text(client.get(SAID))


def test_reviewers_are_led_there_from_the_measures_as_printed(client):
    paper = factories.document()
    factories.accepted(paper, "Figure", indicator=None, label="Children who swim")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    for role, led in (("officer", True), ("councillor", False)):
        client.force_login(factories.user(role))
        assert (LIST in text(client.get(INDICATORS))) is led
