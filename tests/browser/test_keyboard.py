"""What is done with the keyboard alone: the desk, the skip link and the menu."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Route, expect

from reports.models import Document, Finding
from tests import factories, world
from tests.browser.conftest import tab_to
from tests.browser.look import TELEPHONE

TEXTS = ("That four hubs be opened.", "That a fifth hub be opened.", "That a sixth hub be opened.")


@pytest.fixture
def paper() -> Document:
    paper = factories.document(title="Minutes of Cabinet")
    for text in TEXTS:
        factories.finding(paper, text=text)
    world.keep_file(paper)
    return paper


@pytest.fixture
def findings(page, paper, sign_in) -> list[Locator]:
    """The desk is open, and its findings are these."""
    sign_in(page, "officer")
    page.goto(reverse("reports:desk", args=[paper.pk]))
    return [page.locator(f"#finding-{one.pk}") for one in paper.findings.order_by("ordinal")]


def verdicts() -> list[str]:
    return list(Finding.objects.order_by("ordinal").values_list("verdict", flat=True))


def test_the_tabulator_reaches_the_findings_and_their_deeds_in_order(page, findings):
    for finding in findings:
        for name in ("Accept", "Correct", "Reject"):
            tab_to(page, finding.get_by_text(name, exact=False).and_(page.locator("a, button")))

    expect(findings[2]).to_have_class(r"app-finding app-finding--pending app-finding--selected")


def test_keys_move_between_findings_and_the_place_follows(page, findings):
    tab_to(page, findings[0].get_by_role("button", name="Accept"))

    for key, at in (("j", 1), ("n", 2), ("k", 1), ("p", 0)):
        page.keyboard.press(key)
        expect(findings[at]).to_be_focused()
    page.keyboard.press("j")
    expect(page.locator("#place")).to_contain_text("Page 1")
    expect(page).to_have_url(re.compile(f"#{findings[1].get_attribute('id')}$"))


def test_findings_are_decided_by_keys_and_the_focus_goes_on(page, findings):
    tab_to(page, findings[0].get_by_role("button", name="Accept"))

    page.keyboard.press("a")
    expect(findings[1]).to_be_focused()
    page.keyboard.press("e")
    expect(findings[1].get_by_role("button", name="Save the correction")).to_be_visible()
    expect(page.locator(":focus")).to_have_attribute("name", "committee")
    page.keyboard.press("Enter")
    expect(findings[2]).to_be_focused()
    page.keyboard.press("r")
    expect(page.locator(":focus")).to_have_attribute("name", "why")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(findings[2]).to_contain_text("Rejected by")
    expect(findings[2]).to_be_focused()
    assert verdicts() == ["accepted", "corrected", "rejected"]

    page.keyboard.press("u")
    expect(findings[2]).to_contain_text("To be checked")
    expect(findings[2]).to_be_focused()
    assert verdicts() == ["accepted", "corrected", "pending"]


def test_a_letter_that_is_typed_into_a_field_is_no_shortcut(page, findings):
    findings[0].focus()
    page.keyboard.press("e")
    reference = findings[0].get_by_label("Reference")
    reference.focus()

    page.keyboard.type("jar")

    expect(reference).to_have_value("jar")
    assert verdicts() == ["pending"] * 3


def test_who_goes_on_before_the_answer_comes_is_not_called_back(page, findings):
    held: list[Route] = []
    page.route("**/accept/", lambda route: held.append(route))
    findings[1].get_by_role("link", name="Correct").click()
    reference = findings[1].get_by_label("Reference")
    expect(reference).to_be_visible()

    with page.expect_request("**/accept/"):
        findings[0].get_by_role("button", name="Accept").click()
    reference.click()
    page.keyboard.type("CAB ")
    held[0].continue_()
    expect(findings[0]).to_contain_text("Accepted by")
    page.keyboard.type("12/25")

    expect(reference).to_have_value("CAB 12/25")
    expect(reference).to_be_focused()


def test_shortcuts_work_only_at_a_finding_and_can_be_switched_off(page, findings):
    page.locator("h1").click()
    page.keyboard.press("a")
    findings[0].focus()
    page.keyboard.press("?")
    expect(page.locator("#keys summary")).to_be_focused()

    tab_to(page, page.get_by_label("Use keyboard shortcuts"))
    page.keyboard.press("Space")
    findings[0].focus()
    page.keyboard.press("j")
    expect(findings[0]).to_be_focused()
    page.reload()
    expect(page.locator("#shortcuts")).not_to_be_checked()
    assert verdicts() == ["pending"] * 3


def test_a_finding_that_somebody_else_decided_says_so_and_keeps_the_focus(page, findings):
    paper = Document.objects.get()
    Finding.objects.filter(data__text=TEXTS[0]).update(
        verdict="accepted", version=2, decided_by=factories.user("officer"), decided_at=paper.uploaded_at
    )
    findings[0].focus()

    page.keyboard.press("a")

    expect(findings[0]).to_contain_text("Your change was not made.")
    expect(page.locator("#said")).to_contain_text("somebody else decided this")
    expect(findings[0]).to_be_focused()


def test_the_skip_link_leads_past_the_menu(page, sign_in):
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions"))

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to main content")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("#main-content")).to_be_focused()


def test_the_menu_of_a_telephone_opens_and_closes_by_keyboard(page, sign_in):
    sign_in(page, "councillor")
    page.set_viewport_size(TELEPHONE)
    page.goto("/accessibility/")
    menu = page.get_by_role("button", name="Menu")
    decisions = page.get_by_role("link", name="Decisions", exact=True)
    expect(decisions).to_be_hidden()

    tab_to(page, menu)
    page.keyboard.press("Enter")
    tab_to(page, decisions)
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_have_text("Decisions")


def test_a_table_that_is_wider_than_a_telephone_scrolls_by_keyboard(page, sign_in):
    for number in range(3):
        factories.document(title=f"A paper with a long title, number {number}, for a narrow page")
    sign_in(page, "officer")
    page.set_viewport_size(TELEPHONE)
    page.goto(reverse("reports:documents"))
    table = page.get_by_role("region", name="Documents")

    tab_to(page, table)
    for _ in range(5):
        page.keyboard.press("ArrowRight")

    # It glides; this fails where it does not move at all.
    page.wait_for_function("element => element.scrollLeft > 0", arg=table.element_handle())
