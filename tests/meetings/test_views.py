"""The pages of the register: whole and as pieces, for those who may, paged, filtered, and quick."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import meetings.models
from meetings.models import Decision, Meeting, MeetingRecord, Portfolio, SamePerson
from tests import factories
from tests.meetings import many

pytestmark = pytest.mark.django_db

# Each list and the fact that fills it.
LISTS = {
    "decisions": "Decision", "forward_plan": "PlannedDecision", "actions": "Action", "questions": "Question",
    "savings": "Saving", "judgements": "Judgement", "events": "Event",
}  # fmt: skip
PIECE = {"HX-Request": "true"}


def signed_in(client, *roles: str):
    client.force_login(factories.user(*roles))
    return client


def shown(client, name: str, query: str = "", **more) -> str:
    answer = client.get(reverse(f"meetings:{name}") + query, **more)
    assert answer.status_code == 200
    return answer.content.decode()


def line(fact: str):
    """A published line of the register, in a paper that also tells of its meeting."""
    paper = factories.published("Meeting", fact)
    return getattr(meetings.models, fact).objects.get(finding__document=paper)


@pytest.mark.parametrize("name", [*LISTS, "meetings", "portfolios"])
def test_a_list_that_is_empty_says_what_to_do(client, name):
    page = shown(signed_in(client, "councillor"), name)

    assert "appear here once" in page


@pytest.mark.parametrize("name", [*LISTS, "meetings"])
def test_a_list_answers_htmx_with_the_piece_that_the_page_includes(client, name):
    factories.published(*LISTS.values(), "Meeting")
    signed_in(client, "councillor")

    page, answer = shown(client, name), client.get(reverse(f"meetings:{name}"), headers=PIECE)
    piece = answer.content.decode()

    assert "<html" in page
    assert "<html" not in piece
    assert "HX-Request" in answer["Vary"]
    assert re.search(r'id="said" hx-swap-oob="innerHTML">1 \w+', piece)
    assert re.search(r'<h2 id="count"[^>]*>1 \w+', page)


@pytest.mark.parametrize("name", [*LISTS, "meetings", "portfolios", "people"])
def test_a_list_is_shut_to_those_who_have_not_signed_in(client, name):
    assert client.get(reverse(f"meetings:{name}")).status_code == 302


@pytest.mark.parametrize("name", [*LISTS, "meetings", "portfolios"])
def test_a_list_is_read_and_not_written(client, name):
    assert signed_in(client, "publisher").post(reverse(f"meetings:{name}")).status_code == 405


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", "", "%00"])
def test_a_page_that_there_is_not_shows_one_that_there_is(client, page):
    many.copies(line("Decision"), 30)

    assert "31 decisions" in shown(signed_in(client, "councillor"), "decisions", f"?page={page}")


def test_pages_keep_the_filters(client):
    many.copies(line("Decision"), 30)

    page = shown(signed_in(client, "councillor"), "decisions", "?outcome=approved")

    assert "?outcome=approved&amp;page=2" in page


def test_a_wrong_filter_keeps_what_was_typed_and_says_what_is_wrong(client):
    line("Decision")

    page = shown(signed_in(client, "councillor"), "decisions", "?date_from=soonish")

    assert 'value="soonish"' in page
    assert "Enter a date such as 7 February 2018" in page
    assert "<title>Error: " in page
    assert "1 decision" in page


def test_the_address_that_htmx_keeps_has_no_empty_fields(client):
    answer = signed_in(client, "councillor").get("/decisions/?outcome=noted&words=&committee=", headers=PIECE)

    assert answer["HX-Push-Url"] == "/decisions/?outcome=noted"


def test_a_chip_that_was_followed_brings_the_form_along_and_the_form_does_not(client):
    signed_in(client, "councillor")

    followed = shown(client, "decisions", "?outcome=noted", headers=PIECE)
    typed = shown(client, "decisions", "?outcome=noted", headers={**PIECE, "HX-Trigger": "filters"})

    assert 'id="filter" hx-swap-oob' in followed
    assert "autofocus" in followed
    assert 'id="filter" hx-swap-oob' not in typed
    assert "autofocus" not in typed


def test_the_timeline_shows_the_same_result(client):
    decision = line("Decision")

    page = shown(signed_in(client, "councillor"), "decisions", "?view=timeline&outcome=approved")

    assert "data-timeline" in page
    assert 'data-date="2025-03-04" data-lane="Cabinet" data-mark="approved"' in page
    assert decision.get_absolute_url() in page
    assert '<input type="hidden" name="view" value="timeline">' in page
    assert "charts.js" in page


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


def test_a_meeting_that_is_only_announced_is_planned(client):
    paper = factories.document()
    factories.accepted(paper, "Meeting", status="planned")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "councillor")

    assert "1 meeting" in shown(client, "meetings", "?status=planned")
    assert "No meetings" in shown(client, "meetings", "?status=held")
    factories.published("Meeting")
    assert "1 meeting" in shown(client, "meetings", "?status=held")


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


def test_an_officer_marks_an_action_as_done_and_reopens_it(client):
    action = line("Action")
    signed_in(client, "officer")

    answer = client.post(
        reverse("meetings:finish", args=[action.pk]), {"note": "Sent to all.", "back": "/actions/?state=open"}
    )

    assert answer.status_code == 302
    assert answer["Location"] == "/actions/?state=open"
    action.refresh_from_db()
    assert action.done_note == "Sent to all."
    assert action.done_by is not None
    assert "Sent to all." in shown(client, "actions", "?state=done")

    client.post(reverse("meetings:reopen", args=[action.pk]))
    action.refresh_from_db()
    assert (action.done_at, action.done_by, action.done_note) == (None, None, "")
    assert "Sent to all." in action.done_at_done_by_done_note_events.values_list("done_note", flat=True)


def test_htmx_gets_the_action_back_and_hears_of_it(client):
    action = line("Action")

    answer = signed_in(client, "officer").post(reverse("meetings:finish", args=[action.pk]), headers=PIECE)

    assert f'id="action-{action.pk}"' in answer.content.decode()
    assert "The action is marked as done." in answer.content.decode()
    assert "<html" not in answer.content.decode()


def test_a_note_that_is_too_long_is_given_back_with_the_error(client):
    action, note = line("Action"), "n" * 2001

    answer = signed_in(client, "officer").post(
        reverse("meetings:finish", args=[action.pk]), {"note": note}, headers=PIECE
    )

    assert answer.status_code == 422
    assert note in answer.content.decode()
    action.refresh_from_db()
    assert action.done_at is None


def test_an_action_that_is_done_stays_as_the_first_person_said(client):
    action = line("Action")
    for number in ("one", "two"):
        signed_in(client, "officer").post(reverse("meetings:finish", args=[action.pk]), {"note": number})

    action.refresh_from_db()
    assert action.done_note == "one"


def test_the_way_back_leads_nowhere_else(client):
    action = line("Action")

    answer = signed_in(client, "officer").post(
        reverse("meetings:finish", args=[action.pk]), {"back": "https://elsewhere.example/"}
    )

    assert answer["Location"] == "/actions/"


@pytest.mark.parametrize("name", ["finish", "reopen"])
@pytest.mark.parametrize("role", ["councillor", "scrutiny", "cleared"])
def test_readers_do_not_change_actions(client, role, name):
    action = line("Action")
    url = reverse(f"meetings:{name}", args=[action.pk])

    assert signed_in(client, role).post(url).status_code == 404
    assert client.get(url).status_code == 405
    assert "Mark as done" not in shown(client, "actions")


def pair() -> SamePerson:
    paper = factories.document()
    for name in ("R J Amberly", "Rosalind Amberly"):
        factories.accepted(paper, "Attendance", name=name)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    return SamePerson.objects.get()


def test_an_officer_says_that_two_names_are_one_person_and_takes_it_back(client):
    offer = pair()
    signed_in(client, "officer")
    assert "R J Amberly and Rosalind Amberly" in shown(client, "people")

    client.post(reverse("meetings:answer", args=[offer.pk]), {"answer": "yes"})
    offer.refresh_from_db()
    assert offer.answer == "yes"

    client.post(reverse("meetings:undo", args=[offer.pk]))
    offer.refresh_from_db()
    assert offer.answer == "offered"


def test_no_answer_is_no_answer(client):
    offer = pair()

    signed_in(client, "officer").post(reverse("meetings:answer", args=[offer.pk]), {"answer": "perhaps"})

    offer.refresh_from_db()
    assert offer.answer == "offered"


def test_names_are_the_reviewers_to_answer(client):
    offer = pair()
    signed_in(client, "councillor", "cleared")

    assert client.get(reverse("meetings:people")).status_code == 404
    assert client.post(reverse("meetings:answer", args=[offer.pk]), {"answer": "yes"}).status_code == 404
    assert client.post(reverse("meetings:undo", args=[offer.pk])).status_code == 404


def queries(client, url: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(url).status_code == 200
    return len(asked)


@pytest.mark.parametrize(("name", "fact"), LISTS.items())
def test_a_list_asks_as_much_for_ten_lines_as_for_a_thousand(client, name, fact):
    row, url = line(fact), reverse(f"meetings:{name}")
    signed_in(client, "officer")
    many.copies(row, 9)
    few = queries(client, url)
    many.copies(row, 990)

    assert queries(client, url) == few <= 15


def test_the_list_of_meetings_asks_as_much_for_ten_as_for_a_thousand(client):
    factories.published("Meeting")
    record, url = MeetingRecord.objects.get(), reverse("meetings:meetings")
    signed_in(client, "officer")
    many.meetings(record, 9)
    few = queries(client, url)
    many.meetings(record, 990)

    assert queries(client, url) == few <= 15


@pytest.mark.parametrize("page", ["decision", "meeting", "portfolio"])
def test_a_page_asks_as_much_however_much_is_on_it(client, page):
    factories.published(*factories.FACTS)
    row = Decision.objects.get()
    url = {"decision": row, "meeting": row.meeting, "portfolio": row.portfolio}[page].get_absolute_url()
    signed_in(client, "officer")
    many.copies(row, 9)
    few = queries(client, url)
    many.copies(row, 90)

    assert queries(client, url) == few <= 15
