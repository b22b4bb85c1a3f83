"""What waits at the desk for a person, with scripts and without: flags, printed names, guesses, and packs."""

from __future__ import annotations

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from dashboard.models import PrintedName
from reports import actions
from reports.models import Document, Finding, State, Verdict
from reports.reading.read import read
from tests import factories, world
from tests.browser.conftest import tab_to
from tests.reports.reading import pack_papers

MEASURE = "Approved fostering households"
PRINTED = "Foster homes of Wexcombe"


@pytest.fixture(params=["with scripts", "without scripts"])
def page(request, open_context) -> Page:
    return open_context(java_script_enabled=request.param == "with scripts").new_page()


@pytest.fixture
def scripted(open_context) -> Page:
    return open_context().new_page()


@pytest.fixture
def flagged() -> Document:
    """A paper that is checked, and in which a number was flagged."""
    paper = factories.document(title="Minutes of Cabinet")
    factories.accepted(paper, "Decision")
    factories.flag(paper, where=factories.passage(paper, "Her number is 943 476 5919.", label="4.2"))
    world.keep_file(paper)
    return paper


@pytest.fixture
def unnamed(migrated) -> list[Document]:
    """Two papers of one council that print one figure under a name that the catalogue does not know."""
    papers = [factories.document(title=f"Performance in quarter {quarter}") for quarter in (1, 2)]
    for number, paper in enumerate(papers):
        said = {"indicator": None, "label": PRINTED, "unit": "count", "value": 412 + number}
        factories.finding(paper, "Figure", period=f"2025-0{3 + 3 * number}", **said)
        world.keep_file(paper)
    return papers


@pytest.fixture
def mixed() -> Document:
    """A paper whose reader was sure of some findings, and guessed others."""
    paper = factories.document(title="Minutes of Cabinet")
    for basis, text in (("mark", "That a hub be opened."), ("place", "That a post be cut."), ("cell", "That it rest.")):
        factories.finding(paper, basis=basis, text=text)
    world.keep_file(paper)
    return paper


@pytest.fixture
def pack() -> Document:
    """An agenda with the last minutes and a report in one file, as the reader leaves it at the desk."""
    content = pack_papers.plain_pack()
    paper = factories.document(state=State.READING, attempts=1, pages_read=0)
    actions.keep(document=paper, reading=read(content))
    default_storage.save(paper.file.name, ContentFile(content))
    paper.refresh_from_db()
    return paper


def desk(paper: Document, **query: str) -> str:
    return reverse("reports:desk", args=[paper.pk], query=query)


def publishing(paper: Document) -> str:
    return reverse("reports:publish", args=[paper.pk])


def finding(page: Page, words: str) -> Locator:
    return page.locator(".app-finding").filter(has_text=words)


def state_of(paper: Document) -> str:
    paper.refresh_from_db()
    return paper.state


def test_a_flagged_paper_is_published_with_a_persons_yes_alone(page, flagged, sign_in):
    somebody = sign_in(page, "publisher")
    page.goto(desk(flagged))
    expect(page.get_by_role("heading", name="Look at this before it is published")).to_be_visible()
    page.get_by_role("link", name="Publish", exact=True).click()

    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("alert")).to_contain_text("Look at what was flagged")
    assert state_of(flagged) == State.IN_REVIEW

    page.get_by_label("I have looked at each of these").check()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is published.")).to_be_visible()
    page.get_by_text("History", exact=True).click()
    said = page.get_by_role("listitem").filter(has_text="Said yes to publishing with what was flagged")
    expect(said).to_contain_text(somebody.first_name)
    assert state_of(flagged) == State.PUBLISHED


def test_a_flagged_paragraph_is_marked_as_exempt_instead(page, flagged, sign_in):
    sign_in(page, "publisher", "cleared")
    page.goto(publishing(flagged))

    page.get_by_role("link", name="Mark this paragraph as exempt").click()
    page.get_by_label("Exempt", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Is this paragraph open or exempt?")).to_have_count(0)

    page.goto(publishing(flagged))
    expect(page.locator(".app-problems")).to_contain_text("Exempt")
    expect(page.get_by_role("link", name="Mark this paragraph as exempt")).to_have_count(0)


def test_a_printed_name_is_settled_once_for_all_papers(page, unnamed, sign_in):
    sign_in(page, "officer")
    first, second = unnamed
    page.goto(desk(first))

    page.get_by_role("link", name="Say which measure this is a value of").click()
    page.get_by_label("This is a value of").select_option(label=MEASURE)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text(f"“{MEASURE}” is proposed for 2 figures to be checked.")).to_be_visible()

    page.goto(desk(second))
    expect(finding(page, PRINTED)).to_contain_text("for every figure printed under this name")
    finding(page, PRINTED).get_by_role("button", name="Accept").click()
    expect(finding(page, PRINTED)).to_contain_text("Accepted by")
    accepted = Finding.objects.get(verdict=Verdict.ACCEPTED)
    assert (accepted.document, accepted.stated["indicator"]) == (second, PrintedName.objects.get().indicator.slug)


def test_a_printed_name_is_settled_from_the_list_and_taken_back(page, unnamed, sign_in):
    sign_in(page, "officer")
    page.goto(reverse("dashboard:unnamed"))

    page.get_by_role("link", name=re.compile("Say which")).click()
    page.get_by_label("This is a value of").select_option(label=MEASURE)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("is proposed for 2 figures to be checked.")).to_be_visible()
    expect(page.get_by_text("Every figure has a measure of the catalogue.")).to_be_visible()

    page.get_by_role("link", name="Printed names").click()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("Taken back:")).to_be_visible()
    assert not PrintedName.objects.exists()


def test_what_is_least_sure_comes_first_and_what_is_sure_is_accepted_together(page, mixed, sign_in):
    sign_in(page, "officer")
    page.goto(desk(mixed))
    shown = page.locator(".app-finding")
    expect(shown).to_contain_text(["Guess: by place", "Sure: table cell", "Sure: explicit mark"])

    page.get_by_role("link", name="Order of the paper").click()
    expect(shown).to_contain_text(["Sure: explicit mark", "Guess: by place", "Sure: table cell"])
    page.get_by_role("button", name="Accept the 2 that are sure").click()

    expect(shown.filter(has_text="Accepted by")).to_have_count(2)
    expect(finding(page, "That a post be cut.")).to_contain_text("To be checked")
    assert list(mixed.findings.order_by("ordinal").values_list("verdict", flat=True)) == [
        "accepted", "pending", "accepted",
    ]  # fmt: skip


def test_a_pack_is_checked_paper_by_paper_and_published(page, pack, sign_in):
    sign_in(page, "publisher")
    page.goto(desk(pack))
    papers = page.get_by_role("navigation", name="Papers in this pack").get_by_role("link")
    expect(papers).to_have_count(pack.enclosures.count())

    for number in range(pack.enclosures.count()):
        papers.nth(number).click()
        accept_all(page.locator(f"#paper-{number}"))
    expect(finding(page, "To be checked")).to_have_count(0)

    page.get_by_role("link", name="Publish", exact=True).click()
    expect(page.get_by_text("No finding is left to be checked.")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is published.")).to_be_visible()
    expect(page.get_by_role("heading", name="Papers in this pack")).to_be_visible()
    assert state_of(pack) == State.PUBLISHED


def accept_all(paper: Locator) -> None:
    """Every sort of finding of one paper of the pack."""
    buttons = paper.get_by_role("button", name=re.compile("^Accept all"))
    while left := buttons.count():
        buttons.first.click()
        expect(buttons).to_have_count(left - 1)


def test_the_page_that_is_shown_follows_the_paper_of_a_pack(scripted, pack, sign_in):
    page = scripted
    sign_in(page, "officer")
    page.goto(desk(pack))

    page.locator("#paper-2").get_by_role("link", name="Show page 4").click()

    expect(page.locator("#place-name")).to_have_text("Page 4 of 6")
    expect(page.locator(".app-picture image")).to_have_attribute("href", re.compile("/4/"))


def test_a_yes_is_said_by_keyboard_alone(scripted, flagged, sign_in):
    page = scripted
    sign_in(page, "publisher")
    page.goto(publishing(flagged))
    button = page.get_by_role("button", name="Publish")

    tab_to(page, button)
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_label("I have looked at each of these")).to_be_focused()
    page.keyboard.press("Space")
    tab_to(page, button)
    page.keyboard.press("Enter")

    expect(page.get_by_text("is published.")).to_be_visible()


def test_a_printed_name_is_settled_by_keyboard_alone(scripted, unnamed, sign_in):
    page = scripted
    sign_in(page, "officer")
    page.goto(desk(unnamed[0]))

    tab_to(page, page.get_by_role("link", name="Say which measure this is a value of"))
    page.keyboard.press("Enter")
    measures = page.get_by_label("This is a value of")
    expect(measures).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(measures).not_to_have_value("")
    chosen = measures.evaluate("measures => measures.selectedOptions[0].label")
    tab_to(page, page.get_by_role("button", name="Save", exact=True))
    page.keyboard.press("Enter")

    expect(page.get_by_text(f"“{chosen}” is proposed for 2 figures to be checked.")).to_be_visible()


def test_a_letter_in_the_list_of_measures_is_no_shortcut(scripted, unnamed, sign_in):
    page = scripted
    sign_in(page, "officer")
    page.goto(desk(unnamed[0]))
    page.get_by_role("link", name="Say which measure this is a value of").click()
    expect(page.get_by_label("This is a value of")).to_be_focused()

    page.keyboard.type("a")

    expect(page.get_by_label("This is a value of")).not_to_have_value("")
    assert not Finding.objects.exclude(verdict=Verdict.PENDING).exists()
