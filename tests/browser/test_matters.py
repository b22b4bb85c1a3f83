"""What officers do with matters and with actions, by keyboard alone and in a browser that runs no scripts."""

from __future__ import annotations

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from meetings.models import Action, CallIn, Decision, Matter
from tests import factories
from tests.browser.conftest import tab_to
from tests.browser.look import SENT_EMPTY
from tests.meetings.call_in_steps import PUBLISHED, decided
from tests.meetings.matters_of import answers, lines, link, matter

TITLES = ("That Fernhill House be sold.", "That Fernhill House be let.")
PROPOSED = {frozenset(TITLES): "proposed"}


@pytest.fixture
def proposed() -> None:
    """Two decisions that may be one matter."""
    link(*lines(*TITLES))


@pytest.mark.usefixtures("proposed")
def test_a_proposed_matter_is_confirmed_and_that_undone_by_keyboard(page, sign_in):
    sign_in(page, "officer")
    page.goto(reverse("meetings:matter_proposals"))
    for title in TITLES:
        tick(page, title)

    name = page.get_by_label("Name of a new matter")
    tab_to(page, name)
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("Fernhill House")
    tab_to(page, page.get_by_role("button", name="Make one matter of the ticked lines"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("“Fernhill House” is a matter now. You can undo this.")).to_be_visible()
    assert Matter.objects.get().entries.count() == 2

    tab_to(page, page.get_by_role("button", name="Undo").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 proposal")).to_be_visible()
    assert answers() == PROPOSED


def tick(page: Page, title: str) -> None:
    """Tick a line's box with the space bar, where it is not ticked."""
    box = page.get_by_role("checkbox", name=title)
    tab_to(page, box)
    if not box.is_checked():
        page.keyboard.press("Space")
    expect(box).to_be_checked()


@pytest.mark.usefixtures("proposed")
def test_a_proposed_matter_is_confirmed_and_that_undone_without_scripts(plain_page, sign_in):
    page = plain_page
    sign_in(page, "officer")
    page.goto(reverse("meetings:matter_proposals"))

    for title in TITLES:
        page.get_by_role("checkbox", name=title).uncheck()
    page.get_by_role("button", name="Make one matter of the ticked lines").click()
    expect(page.get_by_role("link", name="Tick at least one line.")).to_be_visible()
    for title in TITLES:
        page.get_by_role("checkbox", name=title).check()
    page.get_by_role("button", name="Make one matter of the ticked lines").click()
    expect(page.get_by_text("is a matter now. You can undo this.")).to_be_visible()
    assert Matter.objects.get().entries.count() == 2

    page.get_by_role("button", name="Undo").first.click()
    expect(page.get_by_role("heading", name="1 proposal")).to_be_visible()
    assert answers() == PROPOSED


def test_an_action_is_closed_with_a_note_by_keyboard(page, sign_in):
    factories.published("Action")
    sign_in(page, "officer")
    page.goto(Action.objects.get().get_absolute_url())
    summary = page.get_by_role("group").filter(has_text="Mark as done").locator("summary")

    tab_to(page, summary)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("What was done"))
    page.keyboard.type("Sent to all members.")
    tab_to(page, page.get_by_role("button", name="Mark as done"))
    page.keyboard.press("Enter")

    expect(page.locator("#progress")).to_contain_text("Sent to all members.")
    expect(page.get_by_role("button", name="Reopen")).to_be_visible()
    assert Action.objects.get().done_note == "Sent to all members."


def test_a_call_in_is_recorded_and_taken_back_without_scripts(plain_page, sign_in):
    page, decision = plain_page, decided(PUBLISHED)
    sign_in(page, "officer")
    page.goto(decision.get_absolute_url())

    page.get_by_text("Record what happened").click()
    page.get_by_role("link", name="Record call-in").click()
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_role("alert")).to_contain_text("There is a problem")
    page.get_by_label("Day of the call-in").fill("8/4/2026")
    page.get_by_label("Who called it in").fill("Five members")
    page.get_by_role("button", name="Record").click()
    expect(page.get_by_text("The call-in was recorded.")).to_be_visible()
    assert CallIn.objects.get().called_in_on == date(2026, 4, 8)

    page.get_by_text("Record what happened").click()
    page.get_by_role("button", name="Undo call-in").click()
    expect(page.get_by_text("What was recorded was taken back.")).to_be_visible()
    assert not CallIn.objects.filter(called_in_on__isnull=False).exists()


def test_pages_of_matters_in_every_state(look, page, sign_in):
    one, two, three, four = lines(*TITLES, "That hubs be opened.", "That hubs be kept.")
    card = link(one, two)
    hubs = matter("Family hubs", three)
    link(three, four)
    decision = decided(PUBLISHED, title="Called in")
    sign_in(page, "publisher")

    look.at("matters that are proposed", reverse("meetings:matter_proposals"))
    form = page.locator(f"#card-{card.pk}")
    for box in form.get_by_role("checkbox").all():
        box.uncheck()
    form.get_by_role("button", name="Make one matter of the ticked lines").click()
    look.at_error("matters that are proposed")
    look.at("a matter with what is proposed for it", reverse("meetings:matter_change", args=[hubs.pk]))
    page.get_by_role("button", name="Take the ticked lines out").click()
    look.at_error("a matter's lines")
    look.at("a decision that can be called in", decision.get_absolute_url())
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    look.at_this("a decision with its forms open")
    for step in ("publication", "urgency", "result"):
        look.at_wrong_form(step, reverse("meetings:record_call_in", args=[decision.pk, step]), SENT_EMPTY)
    assert Decision.objects.count() == 5
