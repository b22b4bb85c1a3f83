"""Planned decisions that only paragraphs of other papers name: proposed at the desk, made a matter or left alone."""

import pytest
from django.urls import reverse

from meetings.mentioning import propose_mentions
from meetings.models import Matter, MatterDeed, Mention
from tests.meetings.reading_pages import signed_in
from tests.meetings.test_proposing import named_elsewhere

pytestmark = pytest.mark.django_db
DESK = reverse("meetings:matter_proposals")
ANSWER = reverse("meetings:matter_answer")


def test_the_desk_offers_it_with_the_paragraphs_that_name_it(client):
    line = named_elsewhere()

    page = signed_in(client, "officer").get(DESK).content.decode()

    assert "Decisions that other papers name" in page
    assert line.title in page
    assert "Named in 1 other paragraph" in page


def test_it_becomes_a_matter_with_its_mentions(client):
    line = named_elsewhere()

    signed_in(client, "officer").post(ANSWER, {"line": line.pk, "title": "Cobnor Camp", "do": "make"})

    matter = Matter.objects.get()
    line.refresh_from_db()
    propose_mentions(matter)
    assert (matter.title, line.matter) == ("Cobnor Camp", matter)
    assert Mention.objects.filter(matter=matter).exists()
    assert "Decisions that other papers name" not in client.get(DESK).content.decode()


def test_a_no_is_remembered_and_can_be_undone(client):
    line = named_elsewhere()
    officer = signed_in(client, "officer")

    officer.post(ANSWER, {"line": line.pk, "title": "Cobnor Camp", "do": "refuse"})

    page = officer.get(DESK).content.decode()
    assert "Decisions that other papers name" not in page
    assert "is not to be a matter of its own" in page
    officer.post(reverse("meetings:matter_undo", args=[MatterDeed.objects.get().pk]))
    assert "Decisions that other papers name" in officer.get(DESK).content.decode()


def test_an_exempt_one_is_offered_to_the_cleared_alone_and_so_is_its_history(client):
    line = named_elsewhere()
    type(line.finding).objects.filter(pk=line.finding_id).update(exempt=True)

    assert line.title not in signed_in(client, "officer").get(DESK).content.decode()
    cleared = signed_in(client, "officer", "cleared")
    assert line.title in cleared.get(DESK).content.decode()
    cleared.post(ANSWER, {"line": line.pk, "title": "Cobnor Camp", "do": "refuse"})
    assert line.title not in signed_in(client, "officer").get(DESK).content.decode()
