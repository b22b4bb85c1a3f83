"""Feeds, calendars and their keys: what programs read, for whom, and until when."""

from __future__ import annotations

import uuid
from xml.etree import ElementTree

import pytest
from django.urls import reverse
from icalendar import Calendar

from dashboard import following
from dashboard.models import Key
from meetings.lists import LISTS
from meetings.models import Decision, Entry, Matter
from tests import factories, world

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def key():
    """A key of somebody who is cleared, which opens no exempt part all the same."""
    return following.make_key(user=factories.user("councillor", "cleared"), what="feeds")


def titles(answer) -> list[str]:
    return [entry.findtext(f"{ATOM}title") for entry in ElementTree.fromstring(answer.content).iter(f"{ATOM}entry")]


def address(key: Key, name: str = "decisions", **query) -> str:
    return reverse("dashboard:feed_with_key", args=[key.secret, name], query=query)


def test_a_feed_has_the_list_as_filtered(client, key):
    factories.published("Decision")
    other = factories.published("Decision")
    Decision.objects.filter(finding__document=other).update(text="About roads")

    answer = client.get(address(key, words="hubs"))

    assert answer.headers["Content-Type"].startswith("application/atom+xml")
    assert len(titles(answer)) == 1
    entry = ElementTree.fromstring(answer.content).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}id") == f"urn:uuid:{Decision.objects.get(text__contains='hubs').pk}"


@pytest.mark.parametrize("name", sorted(LISTS))
def test_no_feed_holds_a_word_of_an_exempt_part(client, key, name):
    world.build()

    answer = client.get(address(key, name))

    assert answer.status_code in (200, 404)
    assert b"zanzibar" not in answer.content.lower()


def test_a_key_is_one_persons_until_it_is_revoked(client, key):
    assert client.get(address(key)).status_code == 200
    client.force_login(factories.user("councillor"))
    assert client.post(reverse("dashboard:revoke", args=[key.pk])).status_code == 404
    client.force_login(key.user)

    client.post(reverse("dashboard:revoke", args=[key.pk]))

    client.logout()
    assert client.get(address(key)).status_code == 404


def test_a_new_key_ends_the_one_before(client, key):
    newer = following.make_key(user=key.user, what="feeds")

    assert client.get(address(key)).status_code == 404
    assert client.get(address(newer)).status_code == 200


def test_a_key_of_somebody_who_left_opens_nothing(client, key):
    key.user.is_active = False
    key.user.save()

    assert client.get(address(key)).status_code == 404


def test_a_key_that_was_made_up_opens_nothing(client, key):
    secrets = [key.secret[:-1] + ("a" if key.secret[-1] != "a" else "b"), uuid.uuid4().hex, "x", "%00"]
    api = following.make_key(user=key.user, what="api", name="A program").secret

    for typed in [*secrets, api]:
        answer = client.get(f"/feeds/{typed}/lists/decisions.atom")
        assert answer.status_code == 404, typed


def test_when_a_key_was_last_used_is_known(client, key):
    client.get(address(key))

    key.refresh_from_db()
    assert key.used_at is not None


def test_the_feed_of_what_is_followed_has_it_all(client, key):
    one = Decision.objects.get(finding__document=factories.published("Decision"))
    following.follow(user=key.user, sort="committee", thing=one.committee)

    answer = client.get(reverse("dashboard:feed_followed", args=[key.secret]))

    assert any(one.title in title for title in titles(answer))


def test_the_feed_of_a_matter_has_its_open_lines(client, key):
    factories.published("Decision", exempt=("Action",))
    one = Decision.objects.get()
    made = Matter.objects.create(council=one.council, title="Hubs", made_by=key.user)
    Entry.objects.update(matter=made)

    assert len(titles(client.get(reverse("dashboard:feed_matter", args=[key.secret, made.pk])))) == 1
    Matter.objects.update(exempt=True)
    assert client.get(reverse("dashboard:feed_matter", args=[key.secret, made.pk])).status_code == 404


def test_a_calendar_has_meetings_planned_decisions_and_ends_of_call_in(client, key):
    factories.published("Meeting", "PlannedDecision", "Decision", exempt=("PlannedDecision",))
    Decision.objects.update(callable_until="2026-11-30")

    answer = client.get(reverse("dashboard:calendar_with_key", args=[key.secret]))

    found = [str(event["summary"]) for event in Calendar.from_ical(answer.content).walk("VEVENT")]
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert any(title.startswith("Last day for call-in: ") for title in found)
    assert len([title for title in found if title.startswith("Decision due: ")]) <= 1


def test_a_calendar_of_no_council_is_not_there(client, key):
    assert (
        client.get(reverse("dashboard:calendar_with_key", args=[key.secret], query={"council": "x"})).status_code == 404
    )


def test_who_is_signed_in_may_read_feeds_without_a_key(client):
    factories.published("Decision")
    assert client.get(reverse("dashboard:feed", args=["decisions"])).status_code == 302
    client.force_login(factories.user("councillor"))

    assert len(titles(client.get(reverse("dashboard:feed", args=["decisions"])))) == 1
    assert client.get(reverse("dashboard:feed", args=["nothing"])).status_code == 404


def test_the_page_of_keys_makes_shows_and_wants_a_name(client):
    client.force_login(factories.user("councillor"))

    client.post(reverse("dashboard:keys"), {"what": "feeds"})
    client.post(reverse("dashboard:keys"), {"what": "api", "name": "My program"})
    nameless = client.post(reverse("dashboard:keys"), {"what": "api"})

    page = client.get(reverse("dashboard:keys")).content.decode()
    assert all(key.secret in page for key in Key.objects.all())
    assert nameless.status_code == 422
    assert "Say what the key is for" in nameless.content.decode()
