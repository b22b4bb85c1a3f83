"""Signing in and out, and the pages for when something is wrong."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db

OVERVIEW = reverse("dashboard:overview")
LOGIN = reverse("login")


@pytest.fixture
def somebody() -> User:
    user = factories.user("councillor", name="councillor@wexcombe.example")
    user.set_password("four family hubs")
    user.save()
    return user


def test_a_stranger_signs_in_and_comes_to_the_page_asked_for(client, somebody):
    page = reverse("dashboard:indicators")

    answer = client.post(LOGIN, {"username": somebody.username, "password": "four family hubs", "next": page})

    assert answer.url == page


def test_a_wrong_password_is_said_in_the_summary_and_the_title(client, somebody):
    shown = client.post(LOGIN, {"username": somebody.username, "password": "wrong"}).content.decode()

    assert "There is a problem" in shown
    assert "<title>Error: Sign in - Children" in shown
    assert f'value="{somebody.username}"' in shown


def test_a_stranger_is_shown_no_way_into_the_register(client):
    shown = client.get(LOGIN).content.decode()

    assert 'aria-label="Menu"' not in shown
    assert "Sign out" not in shown


def test_signing_out_is_a_post(client, somebody):
    client.force_login(somebody)

    assert client.get(reverse("logout")).status_code == 405
    assert client.post(reverse("logout")).url == LOGIN
    assert client.get(OVERVIEW).status_code == 302


def test_a_password_is_changed(client, somebody):
    client.force_login(somebody)
    words = "eleven quiet otters"

    answer = client.post(
        reverse("password_change"),
        {"old_password": "four family hubs", "new_password1": words, "new_password2": words},
        follow=True,
    )

    assert "Your password is changed" in answer.content.decode()
    somebody.refresh_from_db()
    assert somebody.check_password(words)


@pytest.mark.parametrize("signed_in", [True, False])
def test_an_address_that_is_not_there_has_a_page(client, somebody, signed_in):
    if signed_in:
        client.force_login(somebody)

    answer = client.get("/no/such/page/")

    assert answer.status_code == 404
    assert "Page not found" in answer.content.decode()


def test_a_form_from_another_time_is_refused_in_words(somebody):
    client = Client(enforce_csrf_checks=True)

    answer = client.post(LOGIN, {"username": somebody.username, "password": "four family hubs"})

    assert answer.status_code == 403
    assert "Nothing was changed" in answer.content.decode()


def test_a_fault_of_ours_has_a_page(client, somebody, monkeypatch):
    client.force_login(somebody)
    client.raise_request_exception = False
    monkeypatch.setattr("dashboard.overview.councils", lambda user: 1 / 0)

    answer = client.get(OVERVIEW)

    assert answer.status_code == 500
    assert "there is a problem with the register" in answer.content.decode()


@pytest.mark.parametrize(
    ("role", "words", "shown"),
    [
        ("councillor", "Upload", False),
        ("councillor", "Desk", False),
        ("officer", "Upload", True),
        ("publisher", "Desk", True),
    ],
)
def test_the_menu_offers_what_the_role_may_do(client, role, words, shown):
    client.force_login(factories.user(role))

    menu = client.get(OVERVIEW).content.decode().split("<main")[0]

    assert (f">{words}</a>" in menu) is shown


def test_the_menu_marks_the_page_that_is_shown(client, somebody):
    client.force_login(somebody)

    shown = client.get(reverse("dashboard:indicators")).content.decode()

    assert shown.count('aria-current="page"') == 1


def test_the_menu_marks_the_part_that_a_page_belongs_to(client, somebody):
    client.force_login(somebody)

    menu = client.get(reverse("dashboard:indicator", args=["re-referrals-percent"])).content.decode()

    assert menu.count('aria-current="true"') == 1


def test_only_one_part_of_the_menu_is_marked(client):
    client.force_login(factories.user("officer"))

    menu = client.get(reverse("reports:upload")).content.decode().split("<main")[0]

    assert menu.count("govuk-service-navigation__item--active") == 1


def test_readers_who_need_not_sign_in_see_the_menu(client, settings):
    settings.ANONYMOUS_READING = True

    assert 'aria-label="Menu"' in client.get(LOGIN).content.decode()
