"""Lists with several councils in them: told apart, narrowed to one, and silent about those that nobody may know of."""

import pytest
from django.urls import reverse

from reports.models import Council
from tests import factories, world
from tests.meetings.reading_pages import LISTS, PIECE, shown, signed_in

pytestmark = pytest.mark.django_db

ALL = [*LISTS, "meetings", "portfolios"]
FACTS = [*LISTS.values(), "Meeting", "PortfolioHolder"]
OTHER = "Holtshire County Council"


def publish(council: str, exempt: bool = False, **paper) -> Council:
    """A paper of a council with a fact for each list; exempt ones are kept from those who are not cleared."""
    sort = {"exempt": tuple(FACTS)} if exempt else {}
    facts = () if exempt else FACTS
    return factories.published(*facts, council_name=council, **sort, **paper).council


@pytest.fixture
def two() -> tuple[Council, Council]:
    return publish("Wexcombe County Council"), publish(OTHER)


@pytest.mark.parametrize("name", ALL)
def test_a_list_of_one_council_has_no_filter_for_it(client, name):
    publish("Wexcombe County Council")

    assert 'name="council"' not in shown(signed_in(client, "councillor"), name)


@pytest.mark.parametrize("name", ALL)
def test_a_list_of_several_councils_names_each_and_is_narrowed_to_one(client, name, two):
    _, theirs = two
    signed_in(client, "councillor")

    both, one = shown(client, name), shown(client, name, f"?council={theirs.pk}")

    assert '<h2 id="count" class="govuk-heading-m" tabindex="-1">2 ' in both
    assert "Wexcombe" in rows(both)
    assert "Holtshire" in rows(both)
    assert '<h2 id="count" class="govuk-heading-m" tabindex="-1">1 ' in one
    assert "Wexcombe" not in rows(one)
    assert "Holtshire County Council</a>" in one.split("Remove this filter:</span>")[1]


def rows(page: str) -> str:
    return page.split('<h2 id="count"')[1].split("<footer")[0]


@pytest.mark.parametrize("name", ALL)
def test_an_unknown_council_is_an_error_and_narrows_nothing(client, name, two):
    page = shown(signed_in(client, "councillor"), name, "?council=nobody")

    assert "There is a problem" in page
    assert ">2 " in rows(page)


@pytest.mark.parametrize("name", [*ALL, "documents", "search"])
def test_a_council_of_which_all_is_exempt_is_offered_to_nobody_else(client, name):
    signed_in(client, "councillor")
    url = reverse(f"reports:{name}" if name in ("documents", "search") else f"meetings:{name}")
    publish("Wexcombe County Council")
    before = without_tokens(client.get(url, {"q": "hubs"}, headers=PIECE))

    paper = publish(OTHER, exempt=True)
    paper.documents.update(wholly_exempt=True)

    assert without_tokens(client.get(url, {"q": "hubs"}, headers=PIECE)) == before
    assert b"Holtshire" in signed_in(client, "councillor", "cleared").get(url, {"q": "hubs"}).content


def without_tokens(answer) -> bytes:
    return world.TOKENS.sub(b"", answer.content)


def test_the_timeline_tells_one_councils_cabinet_from_anothers(client, two):
    page = shown(signed_in(client, "councillor"), "decisions", "?view=timeline")

    lanes = page.split('data-lanes="')[1].split('"')[0]
    assert "Cabinet (Wexcombe)" in lanes
    assert "Cabinet (Holtshire)" in lanes


def test_an_action_that_is_marked_as_done_still_names_its_council(client, two):
    signed_in(client, "officer")
    pk = shown(client, "actions").split('id="action-')[1].split('"')[0]

    answer = client.post(reverse("meetings:finish", args=[pk]), {"note": ""}, headers=PIECE)

    assert "Cabinet, Holtshire" in answer.content.decode() or "Cabinet, Wexcombe" in answer.content.decode()


def test_a_page_of_portfolios_that_was_followed_brings_no_form_where_there_is_none(client):
    publish("Wexcombe County Council")

    assert 'id="filter"' not in shown(signed_in(client, "councillor"), "portfolios", headers=PIECE)
