"""E-mails of what is new: who gets one, when, what stands in it, and how they end."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.urls import reverse

from dashboard import following
from dashboard.letters import due, send_due
from dashboard.models import Letters
from meetings.models import Decision
from reports.models import Document
from tests import factories

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
TUESDAY = MONDAY + timedelta(days=1)


def reader(*roles: str, often: str = "daily", email: str = "reader@wexcombe.example"):
    somebody = factories.user(*(roles or ("councillor",)))
    somebody.email = email
    somebody.save()
    following.write_to(user=somebody, often=often)
    return somebody


def published(at: datetime, **said) -> Decision:
    paper = factories.published("Decision", **said)
    Document.objects.filter(pk=paper.pk).update(published_at=at)
    return Decision.objects.get(finding__document=paper)


def test_what_is_new_is_written_once(settings):
    settings.SITE_URL = "https://register.example"
    one = published(MONDAY - timedelta(hours=3))
    somebody = reader()
    following.follow(user=somebody, sort="committee", thing=one.committee)

    assert send_due(MONDAY) == 1
    assert send_due(MONDAY + timedelta(hours=1)) == 0
    assert send_due(TUESDAY) == 0

    (letter,) = mail.outbox
    assert letter.to == ["reader@wexcombe.example"]
    assert one.title in letter.body
    assert f"https://register.example{reverse('meetings:decision', args=[one.pk])}" in letter.body
    assert one.title in str(letter.alternatives[0][0])
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_a_weekly_letter_goes_on_mondays():
    weekly = reader(often="weekly")

    assert [one.user for one in due(MONDAY)] == [weekly]
    assert due(TUESDAY) == []


@pytest.mark.parametrize("said", [{"often": "never"}, {"email": ""}])
def test_nobody_is_written_to_who_did_not_ask_or_has_no_address(said):
    reader(**said)

    assert due(MONDAY) == []


def test_a_person_who_left_is_written_to_no_more():
    somebody = reader()
    somebody.is_active = False
    somebody.save()

    assert due(MONDAY) == []


def test_a_letter_holds_open_parts_only_even_for_those_cleared():
    paper = factories.published("Decision", exempt=("Action",))
    Document.objects.filter(pk=paper.pk).update(published_at=MONDAY - timedelta(hours=1))
    one = Decision.objects.get()
    somebody = reader("councillor", "cleared")
    following.follow(user=somebody, sort="committee", thing=one.committee)

    send_due(MONDAY)

    assert one.title in mail.outbox[0].body
    assert factories.FACTS["Action"]["text"] not in mail.outbox[0].body


def test_the_link_in_a_letter_asks_before_it_ends_them(client):
    somebody = reader()
    address = reverse("dashboard:end_letters", args=[somebody.letters.key])

    asked = client.get(address)
    assert "End these e-mails?" in asked.content.decode()
    assert Letters.objects.get().often == "daily"

    ended = client.post(address)
    assert "E-mails have ended" in ended.content.decode()
    assert Letters.objects.get().often == "never"
    assert client.get(reverse("dashboard:end_letters", args=[uuid.uuid4()])).status_code == 404


def test_who_has_no_address_is_told_so(client):
    somebody = factories.user("councillor")
    client.force_login(somebody)

    answer = client.post(reverse("dashboard:letters"), {"often": "daily"})
    wrong = client.post(reverse("dashboard:letters"), {"often": "hourly"})

    assert answer.status_code == wrong.status_code == 422
    assert "no e-mail address" in answer.content.decode()
    assert not Letters.objects.exists()
