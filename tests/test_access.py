"""Who may open what: a table of every address and every role. An address without a row fails the suite."""

from __future__ import annotations

import uuid

import pytest
from django.urls import reverse

from meetings.models import SamePerson
from reports.models import Synonyms
from tests import factories, world
from tests.addresses import ASKED, DEEDS, HEARD, PAGES, REVIEWERS, TOLD

pytestmark = pytest.mark.django_db


def ours() -> set[str]:
    """Every address but the administration's, which answer for themselves below, and the API's, in `test_api`."""
    return {name for name in world.urls() if not name.startswith(("admin:", "api:"))}


def test_every_address_has_one_row():
    assert ours() == PAGES.keys() | DEEDS.keys()
    assert not PAGES.keys() & DEEDS.keys()


@pytest.fixture
def small() -> world.World:
    return world.build()


@pytest.fixture
def visitor(client):
    """A browser that is signed in with a role."""

    def sign_in(role: str):
        client.logout()
        somebody = factories.user(*([] if role == "anonymous" else [role]))
        somebody.is_staff = somebody.is_superuser = role == "administrator"
        somebody.save()
        client.things = world.own(somebody)
        if role != "anonymous":
            client.force_login(somebody)
        return client

    return sign_in


def address(name: str, things: dict) -> str:
    return reverse(name, kwargs=things.get(name, {}), query=ASKED.get(name))


def things_of(small: world.World) -> dict:
    """Published things, and for what only reviewers have a paper in review."""
    found = world.of(small.published)
    found["dashboard:indicator"] = {"slug": "children-looked-after-rate"}
    offer = SamePerson.objects.first()
    found |= {f"meetings:{name}": {"pk": offer.pk} for name in ("answer", "undo")}
    found["meetings:call_in_rule"] = {"pk": small.published.council_id}
    words = {"pk": Synonyms.objects.all()[:1].get().pk}
    return found | {f"reports:{deed}_synonyms": words for deed in ("change", "take_out", "put_back")}


@pytest.mark.parametrize("role", world.ROLES)
@pytest.mark.parametrize("fragment", [False, True], ids=["page", "fragment"])
def test_each_role_opens_its_pages_and_no_other(role, fragment, small, visitor):
    browser = visitor(role)
    things = things_of(small) | browser.things
    headers = {"HX-Request": "true"} if fragment else {}

    for name, allowed in PAGES.items():
        answer = browser.get(address(name, things), headers=headers)
        got, _ = answer.status_code, world.body(answer)
        sent_on = {302} if name in ("reports:progress", "reports:desk") else set()
        if role in allowed:
            assert got in {200, *sent_on}, name
        else:
            assert got == (sign_in_first(fragment) if role == "anonymous" else 404), name


def sign_in_first(fragment: bool) -> int:
    """A page is sent on to sign in; a piece of one is answered with a wish to reload the page."""
    return 200 if fragment else 302


def test_a_piece_of_a_page_is_not_the_sign_in_page(client):
    answer = client.get(reverse("meetings:decisions"), headers={"HX-Request": "true"})

    assert (answer.headers["HX-Refresh"], answer.content) == ("true", b"")


@pytest.mark.parametrize("role", world.ROLES)
def test_each_role_may_do_its_deeds_and_no_other(role, small, visitor):
    browser = visitor(role)
    things = things_of(small) | browser.things

    for name, allowed in DEEDS.items():
        if name == "logout":
            continue
        got = browser.post(address(name, things), TOLD.get(name, {})).status_code
        if role in allowed:
            assert got in HEARD, name
        else:
            assert got == (302 if role == "anonymous" else 404), name


def test_forms_of_reviewers_cannot_be_posted_by_readers(small, visitor):
    browser = visitor("councillor")
    things = things_of(small) | browser.things

    for name in (name for name, who in PAGES.items() if who <= REVIEWERS):
        assert browser.post(address(name, things)).status_code in (404, 405), name


def test_a_deed_cannot_be_done_by_following_a_link(small, visitor):
    browser = visitor("publisher")
    things = things_of(small) | browser.things

    for name in DEEDS:
        assert browser.get(address(name, things)).status_code == 405, name


@pytest.mark.parametrize("role", ["councillor", "scrutiny", "officer", "publisher", "administrator"])
def test_what_one_may_not_know_of_answers_like_what_is_not_there(role, small, visitor):
    """The same bytes for a closed thing and for no thing at all, whatever is done to it."""
    browser, closed = visitor(role), world.of(small.part_two)

    for name, kwargs in closed.items():
        nothing = kwargs | {"pk": uuid.uuid4() if isinstance(kwargs["pk"], uuid.UUID) else 2**31 - 1}
        for method in (browser.get, browser.post):
            hidden, absent = method(reverse(name, kwargs=kwargs)), method(reverse(name, kwargs=nothing))
            assert hidden.status_code == absent.status_code, name
            assert hidden.status_code in (404, 405), name
            assert without_tokens(hidden.content) == without_tokens(absent.content), name


def without_tokens(page: bytes) -> bytes:
    """A page without what differs each time it is made."""
    return world.TOKENS.sub(b"", page)


@pytest.mark.parametrize("role", ["councillor", "scrutiny", "cleared"])
def test_readers_know_nothing_of_a_paper_in_review(role, small, visitor):
    browser = visitor(role)

    for name, kwargs in world.of(small.in_review).items():
        assert browser.get(reverse(name, kwargs=kwargs)).status_code in (404, 405), name


@pytest.mark.parametrize("role", [role for role in world.ROLES if role != "administrator"])
def test_the_administration_is_for_administrators(role, visitor):
    assert visitor(role).get(reverse("admin:index")).status_code == 302
    assert visitor(role).get(reverse("admin:reports_council_changelist")).status_code == 302


def test_the_administration_shows_no_papers_and_nothing_read_in_them():
    models = {name.removesuffix("_changelist") for name in world.urls() if name.endswith("_changelist")}

    assert {name for name in models if name.split(":")[1].split("_")[0] in ("reports", "meetings", "dashboard")} == {
        "admin:reports_council", "admin:reports_synonyms",
    }  # fmt: skip


def test_a_person_whose_account_is_closed_is_out_at_once(small, client):
    somebody = factories.user("councillor")
    client.force_login(somebody)
    somebody.is_active = False
    somebody.save()

    assert client.get(reverse("dashboard:overview")).status_code == 302


def test_a_role_taken_away_counts_from_the_next_page(small, client):
    somebody = factories.user("cleared")
    client.force_login(somebody)
    closed = reverse("reports:document", args=[small.part_two.pk])
    assert client.get(closed).status_code == 200

    somebody.groups.clear()

    assert client.get(closed).status_code == 404


def test_pages_of_signed_in_people_are_not_kept_by_browsers(small, visitor):
    answer = visitor("councillor").get(reverse("dashboard:overview"))

    assert "no-store" in answer["Cache-Control"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
