"""Every page, empty and full, right and with a wrong form, on a desktop and a telephone: axe finds nothing to say."""

from __future__ import annotations

from django.urls import reverse
from playwright.sync_api import expect

from reports import actions
from reports.models import Document, State
from tests import factories, world
from tests.browser.axe import violations
from tests.browser.look import SENT_EMPTY, TELEPHONE
from tests.browser.pages import (
    ABOUT_LINES,
    ANYBODYS,
    ASKED,
    NO_PAGES,
    READERS,
    REVIEWERS,
    WITHOUT_REGISTER,
    addresses,
    of_published,
)


def test_every_page_is_looked_at():
    ours = {name for name in world.urls() if not name.startswith(("admin:", "api:"))}

    assert ANYBODYS.keys() | READERS.keys() | REVIEWERS.keys() | NO_PAGES == ours


def test_axe_complains_of_what_is_wrong(page):
    page.set_content("<title>Wrong</title><img src='data:,'><input>")

    assert {said.split()[0] for said in violations(page)} >= {"image-alt", "label", "html-has-lang"}


def test_axe_complains_of_faint_words_wherever_the_same_ink_stands(page):
    page.set_content("<main><h1>Faint</h1><p style='color: #999'>Faint</p></main>")

    for _ in range(2):
        assert "color-contrast" in {said.split()[0] for said in violations(page)}


def test_axe_complains_of_words_that_leave_the_ground_on_which_they_were_right(page):
    words = "<main><h1>Ground</h1><div style='background: #000; width: 9em'><p style='{}'>On it</p></div></main>"
    page.set_content(words.format("color: #ccc"))
    assert "color-contrast" not in {said.split()[0] for said in violations(page)}

    page.set_content(words.format("color: #ccc; position: relative; left: 12em"))

    assert "color-contrast" in {said.split()[0] for said in violations(page)}


def test_pages_of_an_empty_register(look, page, sign_in):
    # What is around an empty list is looked at wide where the list is full.
    look.sizes = (TELEPHONE,)
    for name, address in addresses(ANYBODYS, {}).items():
        look.at(name, address)
    sign_in(page, "councillor")
    for name, address in addresses(READERS.keys() - ASKED.keys() - WITHOUT_REGISTER, {}).items():
        look.at(name, address)
    sign_in(page, "publisher")
    for name, address in addresses(REVIEWERS.keys() - WITHOUT_REGISTER, {}).items():
        look.at(name, address)


def test_readers_pages_of_a_full_register(look, page, sign_in):
    small = world.build()
    things = of_published(small) | world.own(sign_in(page, "cleared"))

    for name, address in addresses(READERS, things).items():
        look.at(name, address)
    look.at("the timeline", reverse("meetings:decisions", query={"view": "timeline"}))
    look.at("results of a search", reverse("reports:search", query={"q": "paragraph"}))
    look.at("a search that was widened", reverse("reports:search", query={"q": "LAC", "sort": "newest"}))
    look.at("a search that finds nothing", reverse("reports:search", query={"q": "nowhere"}))


def test_reviewers_pages_of_a_full_register(look, page, sign_in):
    small = world.build()
    own = world.own(sign_in(page, "publisher", "cleared"))
    in_review = addresses(REVIEWERS, world.of(small.in_review) | own)
    # A figure whose printed name the catalogue does not know is in the published paper alone, as are lines.
    in_review |= addresses(["dashboard:name", *ABOUT_LINES], of_published(small))

    for name, address in in_review.items():
        if name != "reports:withdraw":
            look.at(name, address)
    look.at("reports:withdraw", reverse("reports:withdraw", args=[small.published.pk]))
    look.at(
        "a fact to add",
        reverse("reports:add", kwargs=world.of(small.in_review)["reports:add"], query={"fact": "Decision"}),
    )
    for deed in ("correct", "reject"):
        page.goto(f"{in_review['reports:desk']}?do={deed}&finding={small.in_review.findings.get().pk}")
        look.at_this(f"the form to {deed}")
    page.goto(reverse("meetings:actions"))
    look.at_this("actions that a reviewer may mark as done")


def in_state(state: State) -> Document:
    title = f"A paper: {state.label}"
    if state not in (State.PUBLISHED, State.WITHDRAWN):
        why = {"refusal": "encrypted"} if state == State.REFUSED else {}
        return factories.document(state=state, title=title, reason="The file asks for a password.", **why)
    paper = factories.published("Decision", title=title)
    if state == State.WITHDRAWN:
        actions.withdraw(document=paper, by=factories.user("publisher"), why="It was superseded.")
    return paper


def test_documents_in_every_state(look, page, sign_in):
    sign_in(page, "publisher")

    for state in State:
        paper = in_state(state)
        paper.problems.create(passage=factories.passage(paper), message="Number 4.1 is used twice.")
        look.at(state.label, paper.get_absolute_url())
    look.at("documents", reverse("reports:documents"))
    look.at("desk", reverse("reports:inbox"))


def test_wrong_forms(look, page, sign_in):
    small = world.build()
    look.at_wrong_form("login", reverse("login"), SENT_EMPTY)
    things = of_published(small) | world.own(sign_in(page, "publisher", "cleared"))

    for name, how in (READERS | REVIEWERS).items():
        if how:
            look.at_wrong_form(name, addresses([name], things)[name], how)
    add = reverse("reports:add", kwargs=things["reports:add"])
    look.at_wrong_form("a fact to add", f"{add}?fact=Decision", SENT_EMPTY)


def test_an_address_that_leads_nowhere(look, page, sign_in):
    sign_in(page, "councillor")
    # The browser would call the answer's status an error of the page.
    page.route("**/nowhere/", lambda route: route.fulfill(response=route.fetch(), status=200))

    look.at("an address that leads nowhere", "/nowhere/")


def test_after_a_filter_the_page_is_right_and_says_what_it_found(look, page, sign_in):
    world.build()
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions"))

    page.get_by_label("Words").fill("hubs")
    page.get_by_role("button", name="Apply filters").press("Enter")

    expect(page.locator("#said")).to_have_text("1 decision")
    expect(page.get_by_role("button", name="Apply filters")).to_be_focused()
    look.at_this("decisions after a filter")


def test_after_a_chip_is_taken_off_the_focus_is_at_the_count(look, page, sign_in):
    world.build()
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions", query={"words": "nothing"}))

    page.get_by_role("link", name="Remove this filter").press("Enter")

    expect(page.locator("#said")).to_have_text("1 decision")
    expect(page.locator("h2#count")).to_be_focused()
    look.at_this("decisions after a filter is taken off")
