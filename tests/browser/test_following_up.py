"""Searches are saved, matters followed and long lists gone through, by keyboard alone and without scripts."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from dashboard import following
from dashboard.models import Follow
from meetings.models import Action, Decision, Matter, Outcome, SavedSearch
from tests import factories, world
from tests.browser.conftest import tab_to
from tests.meetings import many
from tests.meetings.matters_of import lines, matter


@pytest.fixture
def hubs() -> Matter:
    """A matter of two decisions."""
    return matter("Family hubs", *lines("That hubs be opened.", "That hubs be kept."))


def press(page: Page, role, name: str) -> None:
    """Go to a button or link with the tabulator, and press it."""
    tab_to(page, page.get_by_role(role, name=name, exact=True).first, most=120)
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("hubs")
def test_a_search_is_saved_and_opened_by_keyboard(page, sign_in):
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions", query={"words": "opened"}))

    tab_to(page, page.locator("summary").filter(has_text="Save this search"), most=120)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Name of this search"))
    page.keyboard.type("Hubs that open")
    press(page, "button", "Save")
    expect(page.get_by_role("alert")).to_contain_text("Hubs that open")
    tab_to(page, page.locator("summary").filter(has_text="Save this search"), most=120)
    page.keyboard.press("Enter")
    press(page, "link", "Saved searches")
    expect(page.get_by_role("heading", level=1)).to_have_text("Saved searches")
    press(page, "link", "Hubs that open")

    expect(page.locator("#count")).to_have_text("1 decision")
    assert SavedSearch.objects.get().name == "Hubs that open"


def test_a_matter_is_followed_by_keyboard(page, sign_in, hubs):
    sign_in(page, "councillor")
    page.goto(hubs.get_absolute_url())

    press(page, "button", "Follow Family hubs")
    expect(page.get_by_role("button", name="Stop following Family hubs")).to_be_visible()
    assert Follow.objects.get().matter == hubs

    press(page, "button", "Stop following Family hubs")
    expect(page.get_by_role("button", name="Follow Family hubs", exact=True)).to_be_visible()


def test_a_search_is_saved_and_a_matter_followed_without_scripts(plain_page, sign_in, hubs):
    page = plain_page
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions", query={"words": "opened"}))

    page.locator("summary").filter(has_text="Save this search").click()
    page.get_by_label("Name of this search").fill("Hubs that open")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("alert")).to_contain_text("Hubs that open")
    page.goto(reverse("meetings:searches"))
    page.get_by_role("link", name="Hubs that open").click()
    expect(page.locator("#count")).to_have_text("1 decision")

    page.goto(hubs.get_absolute_url())
    page.get_by_role("button", name="Follow Family hubs").click()
    expect(page.get_by_role("button", name="Stop following Family hubs")).to_be_visible()
    page.goto(reverse("dashboard:following"))
    expect(page.get_by_role("link", name="Family hubs")).to_be_visible()


def test_a_facet_is_put_on_and_off_and_pages_are_turned_without_scripts(plain_page, sign_in):
    page = plain_page
    factories.published("Decision")
    many.copies(Decision.objects.get(), 30)
    last = Decision.objects.order_by("pk")[:1].get().pk
    Decision.objects.filter(pk=last).update(outcome=Outcome.DEFERRED)
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions"))

    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("Showing 6 of 31")).to_be_visible()
    page.get_by_role("link", name="Previous").click()
    expect(page.get_by_text("Showing 25 of 31")).to_be_visible()

    page.get_by_label("Deferred (1)").check()
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page.locator("#count")).to_have_text("1 decision")
    page.get_by_role("link", name="Remove this filter").click()
    expect(page.locator("#count")).to_have_text("31 decisions")


def test_pages_of_what_is_followed_in_every_state(look, page, sign_in, hubs):
    factories.published("Action")
    action = Action.objects.get()
    somebody = sign_in(page, "officer")
    world.own(somebody)
    following.follow(user=somebody, sort="matter", thing=hubs)

    look.at("what is followed", reverse("dashboard:following"))
    look.at("feeds and keys", reverse("dashboard:keys"))
    look.at("saved searches", reverse("meetings:searches"))
    page.get_by_role("group").filter(has_text="Rename or delete: A").locator("summary").click()
    page.get_by_role("button", name=re.compile(r"^Delete\s?: A$")).click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()
    look.at_this("saved searches, one of them deleted")
    page.goto(reverse("meetings:decisions"))
    page.locator("summary").filter(has_text="Save this search").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Save this search")
    look.at_error("a search without a name")
    page.goto(action.get_absolute_url())
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    look.at_this("an action with its forms open")
    page.get_by_role("button", name="Add the note").click()
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    look.at_this("an action with a wrong note")
