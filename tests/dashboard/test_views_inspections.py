"""Pages of inspections: over time, and one with what followed."""

from __future__ import annotations

import pytest
from django.urls import reverse

from meetings.models import Judgement
from tests import factories
from tests.dashboard.test_inspections import ILACS, decided, paper, publish, report_that_asks

pytestmark = pytest.mark.django_db
HERE = "/inspections/"


@pytest.fixture
def browser(client):
    client.force_login(factories.user("councillor"))
    return client


def page(answer) -> str:
    return " ".join(answer.content.decode().split())


def of(line: Judgement) -> str:
    return reverse("dashboard:inspection", args=[line.pk])


def test_judgements_stand_in_a_table_by_strand_with_grades_in_words(browser):
    publish(paper(ILACS, "2023-11-13"), paper({"Adoption performance": "Good"}, "2015-11-27"))

    said = page(browser.get(HERE))

    assert "Inspections of local authority children’s services, ILACS (since January 2018)" in said
    assert "a grade in one does not compare with a grade in another" in said
    assert "Requires improvement to be good" in said


def test_an_inspection_told_by_two_papers_is_listed_once(browser):
    publish(paper(ILACS, "2023-11-13"), paper(ILACS, "2024-01-08", kind="inspection_report"))

    assert "1 inspection<" in page(browser.get(HERE))


def test_a_piece_of_the_list_says_how_many_there_are(browser):
    publish(paper(ILACS, "2023-11-13"))

    answer = browser.get(HERE, headers={"HX-Request": "true"})

    assert '<div id="said" hx-swap-oob="innerHTML">1 inspection</div>' in page(answer)
    assert "<html" not in page(answer)


def test_without_a_judgement_the_page_says_what_to_do(browser):
    assert "No inspection is told of yet." in page(browser.get(HERE))


def test_what_is_still_to_come_is_told_as_expected_next(browser):
    publish(paper(ILACS, "2023-11-13"))
    assert "No published paper says when" in page(browser.get(HERE))

    plan = factories.document(kind="forward_plan")
    factories.accepted(plan, "PlannedDecision", title="Answer to the inspection of services", due_on="2090-06-03")
    publish(plan)

    assert "Answer to the inspection of services" in page(browser.get(HERE))


def test_every_judgement_can_be_taken_away(browser):
    publish(paper(ILACS, "2023-11-13"))

    answer = browser.get(HERE, {"format": "csv"})

    assert b"".join(answer.streaming_content).count(b"Ofsted") == len(ILACS)


def test_each_judgement_leads_to_the_one_inspection(browser):
    publish(paper(ILACS, "2023-11-13"), paper(ILACS, "2024-01-08", kind="inspection_report"))

    for line in Judgement.objects.all():
        assert "13 November 2023 and 8 January 2024" in page(browser.get(of(line)))


def test_an_inspection_is_set_beside_the_one_before_under_the_same_framework(browser):
    publish(paper(ILACS, "2019-06-03"), paper(ILACS | {"Overall effectiveness": "Good"}, "2023-11-13"))
    latest = Judgement.objects.filter(printed_date="2023-11-13").first()

    assert "Before, 3 June 2019" in page(browser.get(of(latest)))


def test_an_inspection_of_an_older_framework_is_not_set_beside(browser):
    publish(paper({"Overall effectiveness": "Good"}, "2015-11-27"), paper(ILACS, "2023-11-13"))
    latest = Judgement.objects.filter(printed_date="2023-11-13").first()

    assert "Before," not in page(browser.get(of(latest)))


def test_a_thread_tells_what_was_asked_for_and_what_is_not_linked(browser):
    report_that_asks()
    decided("That the answer to the Ofsted inspection be approved.", "2024-02-01")

    said = page(browser.get(of(Judgement.objects.get())))

    assert "Visits to children." in said
    assert "1 paragraph on what was to become better stands in no matter." in said
    assert "That the answer to the Ofsted inspection be approved." in said


def test_an_exempt_inspection_is_not_there_for_those_not_cleared(browser, client):
    publish(paper(ILACS, "2023-11-13", exempt=True))
    line = Judgement.objects.first()

    assert browser.get(of(line)).status_code == 404
    assert "No inspection is told of yet." in page(browser.get(HERE))
    client.force_login(factories.user("cleared"))
    assert client.get(of(line)).status_code == 200


def test_the_list_of_judgements_leads_to_the_inspections(browser):
    assert HERE in page(browser.get(reverse("meetings:judgements")))


def test_pages_of_inspections_ask_little(browser, django_assert_max_num_queries):
    report_that_asks()
    for year in range(2018, 2023):
        publish(paper(ILACS, f"{year}-06-03"))
    line = Judgement.objects.first()

    for address in (HERE, of(line)):
        browser.get(address)
        with django_assert_max_num_queries(15):
            browser.get(address)
