"""What officers say on the pages: that an action is done, that two names are one person's."""

import pytest
from django.urls import reverse

from meetings.models import SamePerson
from tests import factories
from tests.meetings.reading_pages import PIECE, line, shown, signed_in

pytestmark = pytest.mark.django_db


def pair() -> SamePerson:
    paper = factories.document()
    for name in ("R J Amberly", "Rosalind Amberly"):
        factories.accepted(paper, "Attendance", name=name)
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    return SamePerson.objects.get()


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

    assert answer["Location"] == action.get_absolute_url()


@pytest.mark.parametrize("name", ["finish", "reopen"])
@pytest.mark.parametrize("role", ["councillor", "scrutiny", "cleared"])
def test_readers_do_not_change_actions(client, role, name):
    action = line("Action")
    url = reverse(f"meetings:{name}", args=[action.pk])

    assert signed_in(client, role).post(url).status_code == 404
    assert client.get(url).status_code == 405
    assert "Mark as done" not in shown(client, "actions")


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
