"""Searches that people keep under names."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from meetings.forms.saved import searched
from meetings.lists import LISTS
from meetings.models import SavedSearch
from tests import factories
from tests.meetings.reading_pages import line, shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    somebody = factories.user("councillor")
    client.force_login(somebody)
    return somebody


def kept(user, name: str = "Hubs", listing: str = "decisions", query: str = "outcome=noted") -> SavedSearch:
    return SavedSearch.objects.create(user=user, name=name, listing=listing, query=query)


def save(client, **said):
    boring = {"name": "Hubs", "listing": "decisions", "query": "outcome=noted"}
    return client.post(reverse("meetings:save_search"), boring | said)


def test_a_search_is_kept_without_its_page_and_opens_its_list(client, reader):
    answer = save(client, query="outcome=noted&outcome=agreed&words=&after=abc&page=3&view=timeline")

    assert answer.status_code == 302
    assert answer["Location"] == "/decisions/?outcome=noted&outcome=agreed&view=timeline"
    assert SavedSearch.objects.get(user=reader).name == "Hubs"


def test_each_list_offers_to_keep_what_is_searched(client, reader):
    line("Decision")

    page = shown(client, "decisions", "?outcome=noted")

    assert '<input type="hidden" name="query" value="outcome=noted">' in page
    assert '<input type="hidden" name="listing" value="decisions">' in page


@pytest.mark.parametrize("name", LISTS)
def test_each_list_can_be_kept_and_opened(client, reader, name):
    assert save(client, listing=name).status_code == 302

    assert client.get(SavedSearch.objects.get().get_absolute_url()).status_code == 200


@pytest.mark.parametrize("name", SavedSearch.ELSEWHERE)
def test_searches_of_other_pages_can_be_kept(client, reader, name):
    assert save(client, listing=name).status_code == 302


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"name": ""}, "Give the search a name"),
        ({"name": " hubs "}, "You have a search called “hubs” already"),
        ({"name": "N" * 101}, "at most 100 characters"),
        ({"listing": "zoo"}, "Searches of this page cannot be kept"),
        ({"query": "q" * 4001}, "at most 4000 characters"),
        ({"name": "a\x00b"}, "Null characters are not allowed"),
    ],
)
def test_what_cannot_be_kept_says_why_and_keeps_what_was_typed(client, reader, said, why):
    kept(reader)

    answer = save(client, **{"name": "Other", **said})

    assert answer.status_code == 422
    assert why in answer.content.decode()
    assert SavedSearch.objects.count() == 1


def test_two_people_may_give_the_same_name(client, reader):
    kept(factories.user("councillor"))

    assert save(client).status_code == 302


def test_the_database_holds_the_names_apart():
    somebody = factories.user("councillor")
    kept(somebody)

    with pytest.raises(IntegrityError), transaction.atomic():
        kept(somebody)
    with pytest.raises(IntegrityError), transaction.atomic():
        kept(somebody, name="")


def test_the_list_has_ones_own_alone(client, reader):
    kept(reader, "Family hubs")
    kept(factories.user("councillor"), "Somebody else's")

    page = shown(client, "searches")

    assert "Family hubs" in page
    assert "Somebody else" not in page


def test_without_searches_the_page_says_how_to_keep_one(client, reader):
    assert "You have no saved searches." in shown(client, "searches")


def test_a_search_is_renamed_and_a_name_that_is_taken_is_refused(client, reader):
    one = kept(reader)
    kept(reader, "Short breaks")
    url = reverse("meetings:rename_search", args=[one.pk])

    taken = client.post(url, {f"search-{one.pk}-name": "short breaks"})
    done = client.post(url, {f"search-{one.pk}-name": "HUBS"})

    assert taken.status_code == 422
    assert "You have a search called “short breaks” already" in taken.content.decode()
    assert done.status_code == 302
    assert SavedSearch.objects.get(pk=one.pk).name == "HUBS"


def test_a_deleted_search_can_be_brought_back(client, reader):
    one = kept(reader)

    client.post(reverse("meetings:delete_search", args=[one.pk]))
    page = shown(client, "searches")
    client.post(reverse("meetings:restore_search"))

    assert "The search “Hubs” is deleted." in page
    back = SavedSearch.objects.get(user=reader)
    assert (back.name, back.listing, back.query) == ("Hubs", "decisions", "outcome=noted")
    assert "is deleted" not in shown(client, "searches")


def test_a_name_that_was_given_again_meanwhile_is_not_taken_from_it(client, reader):
    one = kept(reader)
    client.post(reverse("meetings:delete_search", args=[one.pk]))
    kept(reader, query="outcome=agreed")

    client.post(reverse("meetings:restore_search"))

    assert SavedSearch.objects.get(user=reader).query == "outcome=agreed"
    assert "You have another search of that name now" in shown(client, "searches")


@pytest.mark.parametrize("deed", ["rename_search", "delete_search"])
def test_somebody_elses_search_is_not_there(client, reader, deed):
    theirs = kept(factories.user("councillor"))

    assert client.post(reverse(f"meetings:{deed}", args=[theirs.pk])).status_code == 404
    assert client.post(reverse(f"meetings:{deed}", args=[theirs.pk + 999])).status_code == 404
    assert SavedSearch.objects.filter(pk=theirs.pk, name="Hubs").exists()


@pytest.mark.parametrize("deed", ["save_search", "restore_search"])
def test_deeds_are_posted(client, reader, deed):
    assert client.get(reverse(f"meetings:{deed}")).status_code == 405


def test_the_page_asks_as_much_for_many_searches(client, reader, django_assert_max_num_queries):
    for number in range(60):
        kept(reader, f"Search {number}")

    with django_assert_max_num_queries(15):
        shown(client, "searches")


def test_those_who_have_not_signed_in_keep_nothing(client):
    assert client.get(reverse("meetings:searches")).status_code == 302
    assert save(client).status_code == 302
    assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("query", ["", "&&", "=", "page=1", "a=%00", "%ff=1"])
def test_any_query_is_understood(query):
    assert "page" not in searched(query)
