"""The watch list as it is kept: what entered and left, and who is told."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.core import mail
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from dashboard import following
from dashboard.letters import send_due
from dashboard.models import OfficialValue, Watched
from dashboard.news import counts, news
from dashboard.tasks import renew_watch_lists, watch_lists
from dashboard.watch_lists import renew, renew_all
from reports.access import open_reader
from reports.models import Council
from tests import factories
from tests.dashboard import pages
from tests.dashboard.watched import LOW, WATCH, a_council, a_worse_measure

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def worse(council):
    return a_worse_measure()


def test_nothing_exempt_moves_what_is_kept(council, worse):
    renew(council)
    pages.figures({"indicator": LOW, "label": worse.name, "unit": "percent", "value": 77.7}, exempt=True)

    assert renew(council) == 0
    assert "77.7" not in Watched.objects.get().told


def test_what_entered_and_left_is_noted_once(council, worse):
    assert renew(council) == 1
    assert renew(council) == 0
    one = Watched.objects.listed().get()
    assert (one.indicator, one.why) == (worse, "worse")

    OfficialValue.objects.filter(area__name="Wexcombe").delete()

    assert renew_all() == 1
    assert Watched.objects.get().until is not None
    assert Watched.objects.get().told == (
        f"No longer on the watch list as worse than others and getting worse: {worse.name}"
    )


def test_a_sentence_is_kept_up_to_date_without_being_news(council, worse):
    renew(council)
    one = Watched.objects.get()
    OfficialValue.objects.filter(area__name="Wexcombe", period="2025").update(value=22)

    assert renew(council) == 0
    one.refresh_from_db()
    assert one.sentence.startswith("22.0%")


def test_the_job_is_queued_and_does_the_work(council, worse):
    renew_watch_lists()
    assert ProcrastinateJob.objects.filter(task_name="dashboard.renew_watch_lists").exists()

    watch_lists(0)

    assert Watched.objects.count() == 1


@pytest.fixture
def follower(client, council):
    somebody = factories.user("councillor")
    somebody.email = "reader@wexcombe.example"
    somebody.save()
    client.force_login(somebody)
    client.post(reverse("dashboard:follow"), {"sort": "watch_list", "key": council.pk})
    return somebody


def test_a_follower_is_told_what_is_new_since_the_last_visit(client, follower, council, worse):
    renew(council)
    followed = following.follows_of(follower)

    assert [one.called for one in followed] == ["Watch list of Wexcombe"]
    assert list(counts(followed, follower, MONDAY - timedelta(days=3650)).values()) == [1]
    page = pages.text(client.get(reverse("dashboard:following")))
    assert f'{WATCH}?council={council.pk}">Watch list of Wexcombe</a>' in page
    assert "1 new line" in page


def test_what_left_since_is_new_and_what_stayed_is_not(follower, council, worse):
    renew(council)
    before = datetime(2026, 1, 1, tzinfo=UTC)
    Watched.objects.update(since=before)
    followed = following.follows_of(follower)
    assert news(followed, follower, before + timedelta(days=1)) == []

    OfficialValue.objects.all().delete()
    renew(council)

    (told,) = news(followed, follower, before + timedelta(days=1))
    assert [line.told for line in told.lines] == [Watched.objects.get().told]


def test_the_letter_says_what_entered(settings, follower, council, worse):
    settings.SITE_URL = "https://register.example"
    following.write_to(user=follower, often="daily")
    renew(council)
    Watched.objects.update(since=MONDAY - timedelta(hours=3))

    assert send_due(MONDAY) == 1
    (letter,) = mail.outbox
    assert f"On the watch list as worse than others and getting worse: {worse.name}. 21.0%" in letter.body
    assert "Official statistics" in letter.body
    assert f"https://register.example{worse.get_absolute_url()}?council={council.pk}" in letter.body


def test_the_feed_of_what_is_followed_has_entering_and_leaving_as_two_things(client, follower, council, worse):
    key = following.make_key(user=follower, what="feeds")
    address = reverse("dashboard:feed_followed", args=[key.secret])
    renew(council)
    entered = ids(client.get(address))
    OfficialValue.objects.all().delete()
    renew(council)

    left = ids(client.get(address))

    assert len(entered) == len(left) == 1
    assert entered != left


def test_a_council_has_a_feed_of_its_list_for_programs_too(client, follower, council, worse):
    key = following.make_key(user=follower, what="feeds")
    renew(council)
    mine = client.get(reverse("dashboard:feed_watch_list", args=[council.pk]))
    client.logout()

    answer = client.get(reverse("dashboard:feed_watch_list_with_key", args=[key.secret, council.pk]))

    assert ids(answer) == ids(mine) != []
    assert "no-store" in answer.headers["Cache-Control"]
    hidden = Council.objects.create(name="Marl Council", short_name="Marl")
    with_key = reverse("dashboard:feed_watch_list_with_key", args=[key.secret, hidden.pk])
    assert client.get(with_key).status_code == 404


def ids(answer) -> list[str]:
    atom = "{http://www.w3.org/2005/Atom}"
    return [entry.findtext(f"{atom}id") for entry in ElementTree.fromstring(answer.content).iter(f"{atom}entry")]


def test_the_list_of_a_council_that_one_may_not_know_of_cannot_be_followed(client, follower):
    hidden = Council.objects.create(name="Marl Council", short_name="Marl")

    assert client.post(reverse("dashboard:follow"), {"sort": "watch_list", "key": hidden.pk}).status_code == 404
    assert following.find("watch_list", str(hidden.pk), open_reader(follower)) is None
