"""Following things: each person's own, only what they may know of, and what is new in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from dashboard import following
from dashboard.models import Follow, Indicator, Visit
from dashboard.news import counts, news
from meetings.models import Action, Decision, Entry, Matter, MatterDeed, SavedSearch
from reports.access import open_reader
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    somebody = factories.user("councillor")
    client.force_login(somebody)
    return somebody


def decision(**said) -> Decision:
    paper = factories.published("Decision", **said)
    return Decision.objects.get(finding__document=paper)


def matter(*entries: Entry, title: str = "Family hubs", **said) -> Matter:
    made = Matter.objects.create(council=entries[0].council, title=title, made_by=factories.user("officer"), **said)
    Entry.objects.filter(pk__in=[entry.pk for entry in entries]).update(matter=made)
    return made


def earlier(document, days: int = 10) -> None:
    type(document).objects.filter(pk=document.pk).update(published_at=timezone.now() - timedelta(days=days))


def follow(client, sort: str, thing, **said):
    return client.post(reverse("dashboard:follow"), {"sort": sort, "key": thing.pk} | said)


def test_a_matter_a_body_a_measure_and_a_search_can_be_followed_and_left(client, reader):
    one = decision()
    search = SavedSearch.objects.create(user=reader, name="Hubs", listing="decisions", query="words=hubs")
    things = {
        "matter": matter(one), "committee": one.committee, "search": search,
        "indicator": Indicator.objects.get(pk="children-looked-after-rate"),
    }  # fmt: skip

    for sort, thing in things.items():
        follow(client, sort, thing)
        follow(client, sort, thing)

    assert sorted(one.sort for one in Follow.objects.filter(user=reader)) == sorted(things)
    page = client.get(reverse("dashboard:following")).content.decode()
    assert all(str(thing) in page for thing in things.values())

    for one in Follow.objects.all():
        client.post(reverse("dashboard:unfollow", args=[one.pk]))
    assert not Follow.objects.exists()


def test_a_person_is_followed_by_the_name_that_papers_print(client, reader):
    paper = factories.published("Meeting", "Attendance")
    person = paper.findings.get(fact="Attendance").attendance.known_as.person

    follow(client, "person", person)

    assert Follow.objects.get().person == person


def test_what_one_may_not_know_of_cannot_be_followed(client, reader):
    hidden = Decision.objects.get(finding__document=factories.published(exempt=("Decision",)))
    theirs = SavedSearch.objects.create(user=factories.user("councillor"), name="Theirs", listing="decisions")

    answers = [
        follow(client, "matter", matter(hidden)),
        follow(client, "matter", matter(decision(), exempt=True)),
        follow(client, "search", theirs),
        client.post(reverse("dashboard:follow"), {"sort": "matter", "key": "nothing"}),
        client.post(reverse("dashboard:follow"), {"sort": "user", "key": 1}),
        client.post(reverse("dashboard:follow")),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert not Follow.objects.exists()


def test_what_is_hidden_later_is_followed_no_longer(client, reader):
    one = decision()
    followed = matter(one)
    following.follow(user=reader, sort="matter", thing=followed)
    Matter.objects.filter(pk=followed.pk).update(exempt=True)

    assert following.follows_of(reader) == []
    assert "Family hubs" not in client.get(reverse("dashboard:following")).content.decode()


def test_nobody_changes_what_another_follows(client, reader):
    other = Follow.objects.create(user=factories.user("councillor"), committee=decision().committee)

    for name in ("unfollow", "note"):
        assert client.post(reverse(f"dashboard:{name}", args=[other.pk]), {"note": "x"}).status_code == 404
    other.refresh_from_db()
    assert other.note == ""


def test_a_note_says_why_and_is_ones_own(client, reader):
    one = following.follow(user=reader, sort="committee", thing=decision().committee)

    client.post(reverse("dashboard:note", args=[one.pk]), {"note": "For our ward"})
    answer = client.post(reverse("dashboard:note", args=[one.pk]), {"note": "x" * 301}, follow=True)

    one.refresh_from_db()
    assert one.note == "For our ward"
    assert "300 characters or fewer" in answer.content.decode()


@pytest.mark.parametrize("targets", [{}, {"matter", "committee"}])
def test_the_database_keeps_a_follow_of_one_thing(reader, targets):
    one = decision()
    things = {"matter": matter(one), "committee": one.committee}

    with pytest.raises(IntegrityError, match="follow_of_one_thing"):
        Follow.objects.create(user=reader, **{name: things[name] for name in targets})


def test_a_visit_ends_after_a_pause(reader):
    began = timezone.now()

    first = following.visited(user=reader, now=began)
    same = following.visited(user=reader, now=began + timedelta(minutes=20))
    second = following.visited(user=reader, now=began + timedelta(hours=5))

    assert (first, same, second) == (None, None, began + timedelta(minutes=20))


def test_the_overview_says_what_is_new_since_the_last_visit(client, reader):
    old, new = decision(), decision()
    earlier(old.finding.document)
    Visit.objects.create(user=reader, latest=timezone.now(), before=timezone.now() - timedelta(days=1))

    overview = client.get(reverse("dashboard:overview")).content.decode()
    listed = client.get(reverse("dashboard:new")).content.decode()

    assert "1 new line" in overview
    assert reverse("meetings:decision", args=[new.pk]) in listed
    assert reverse("meetings:decision", args=[old.pk]) not in listed


def test_new_lines_are_counted_and_told_for_each_thing(reader):
    old, new = decision(), decision()
    earlier(old.finding.document)
    followed = following.follow(user=reader, sort="matter", thing=matter(old, new))
    body = following.follow(user=reader, sort="committee", thing=new.committee)
    when = timezone.now() - timedelta(days=1)

    told = news([followed, body], reader, when)

    assert counts([followed, body], reader, when) == {followed.pk: 1, body.pk: 1}
    assert [[line.pk for line in one.lines] for one in told] == [[new.pk], [new.pk]]


def test_an_old_line_that_is_put_into_a_matter_is_new_in_it(reader):
    one, other = decision(), decision()
    for line in (one, other):
        earlier(line.finding.document)
    made = matter(one, other)
    MatterDeed.objects.create(matter=made, what="added", by=reader, moves=[[str(other.pk), None, str(made.pk)]])
    followed = following.follow(user=reader, sort="matter", thing=made)

    assert [line.pk for line in news([followed], reader, timezone.now() - timedelta(days=1))[0].lines] == [other.pk]


def test_exempt_lines_are_no_news_for_the_uncleared_nor_in_what_leaves_the_site(reader):
    cleared = factories.user("cleared")
    one = decision()
    hidden = Action.objects.get(finding__document=factories.published(exempt=("Action",)))
    made = matter(one, hidden)
    when = timezone.now() - timedelta(days=1)

    def lines(user):
        return {line.pk for one in news([Follow(user=user, matter=made)], user, when) for line in one.lines}

    assert lines(reader) == lines(open_reader(cleared)) == {one.pk}
    assert lines(cleared) == {one.pk, hidden.pk}


def test_a_saved_search_that_is_followed_tells_what_it_finds(reader):
    found, other = decision(), decision()
    Decision.objects.filter(pk=other.pk).update(text="About roads")
    search = SavedSearch.objects.create(user=reader, name="Hubs", listing="decisions", query="words=hubs")
    followed = following.follow(user=reader, sort="search", thing=search)
    when = timezone.now() - timedelta(days=1)

    assert [line.pk for line in news([followed], reader, when)[0].lines] == [found.pk]
    assert counts([followed], reader, when) == {followed.pk: 1}
