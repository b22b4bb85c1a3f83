"""The pages of one decision, one meeting, one portfolio."""

import pytest
from django.urls import reverse

from meetings.models import Decision, Meeting, MeetingRecord, Portfolio, SamePerson
from tests import factories
from tests.meetings.reading_pages import shown, signed_in

pytestmark = pytest.mark.django_db


def test_a_decision_shows_its_record_its_vote_and_its_source(client):
    paper = factories.document(title="Minutes of Cabinet")
    factories.accepted(paper, "Meeting")
    vote = {"for": 7, "against": 1, "abstained": 3, "method": "show of hands", "names_against": ["Jo Pell"]}
    factories.accepted(paper, votes=vote, reasons="Families asked for them.")
    factories.accepted(paper, text="That the minutes be confirmed.")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    decision = Decision.objects.get(votes_for=7)

    page = signed_in(client, "councillor").get(decision.get_absolute_url()).content.decode()

    assert "7 for, 1 against, 3 abstained, by show of hands" in page
    assert "Jo Pell" in page
    assert "Families asked for them." in page
    assert page.count("not stated") >= 4
    assert decision.finding.passage.get_absolute_url() in page
    assert decision.finding.quote in page
    assert "Confirmed by" in page
    assert decision.meeting.get_absolute_url() in page
    assert "That the minutes be confirmed." in page


def test_a_decision_of_a_meeting_that_no_open_paper_tells_of_links_to_none(client):
    factories.published("Decision")
    decision = Decision.objects.get()

    page = signed_in(client, "councillor").get(decision.get_absolute_url()).content.decode()

    assert decision.meeting.get_absolute_url() not in page
    assert client.get(decision.meeting.get_absolute_url()).status_code == 404


def test_a_meeting_shows_all_that_papers_say_of_it(client):
    paper = factories.published(*factories.FACTS, title="Minutes of Cabinet")
    meeting = MeetingRecord.objects.get(finding__document=paper).meeting

    page = signed_in(client, "councillor").get(meeting.get_absolute_url()).content.decode()

    for said in ("four family hubs", "Circulate the hub", "Family hubs", "fifth hub", "note the report", "governor of"):
        assert said in page
    assert "R J Amberly" in page
    assert "Minutes of Cabinet" in page
    assert "Held" in page


def test_attendance_is_grouped_by_role_the_chair_first(client):
    paper = factories.document()
    factories.accepted(paper, "Meeting")
    for role in ("officer", "member", "chair", None):
        factories.accepted(paper, "Attendance", name=f"Somebody {role}", role=role)
    factories.actions.publish(document=paper, by=factories.user("publisher"))

    page = signed_in(client, "councillor").get(Meeting.objects.get().get_absolute_url()).content.decode()

    places = [page.index(f"Somebody {role}") for role in ("chair", "member", "officer", None)]
    assert places == sorted(places)


def test_a_portfolio_shows_its_holders_and_what_belongs_to_it(client):
    factories.published(*factories.FACTS)
    portfolio = Portfolio.objects.get()

    page = signed_in(client, "councillor").get(portfolio.get_absolute_url()).content.decode()

    for said in ("Rosalind Amberly", "four family hubs", "Short breaks", "Who uses the hubs", "CS07", "Safeguarding"):
        assert said in page
    assert portfolio.get_absolute_url() in shown(client, "portfolios")


def test_a_holder_whose_names_are_one_persons_is_shown_once(client):
    paper = factories.document()
    for name in ("R J Amberly", "Rosalind Amberly"):
        factories.accepted(paper, "PortfolioHolder", name=name)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    page = Portfolio.objects.get(name="Children's Services").get_absolute_url()
    signed_in(client, "officer")
    assert "also printed as" not in client.get(page).content.decode()

    client.post(reverse("meetings:answer", args=[SamePerson.objects.get().pk]), {"answer": "yes"})

    assert "R J Amberly, also printed as Rosalind Amberly" in client.get(page).content.decode()
