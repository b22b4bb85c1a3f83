"""The main job in a real browser, with a real worker: a paper from its upload to the register, and out of it again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from reports.models import Document, State
from tests import factories
from tests.browser import worker

SAMPLES = Path(__file__).parents[1] / "samples"
PDF = SAMPLES / "executive-report-2025-07.pdf"
WORD = SAMPLES / "executive-report-2024-03.docx"
TITLE = re.compile("executive report: children and young people", re.IGNORECASE)
HOMES = "Cabinet agreed to open two small children's homes"
PASSWORD = "a long sentence for the tests"
# Reading takes a second or two, and the worker as long to start.
READ = 60_000


@pytest.fixture(autouse=True)
def _no_jobs(live_server) -> Iterator[None]:
    worker.forget_jobs()
    yield
    worker.forget_jobs()


def enter(page: Page, *roles: str) -> None:
    """Sign in by the form, as people do."""
    somebody = factories.user(*roles)
    somebody.set_password(PASSWORD)
    somebody.save()
    page.goto("/")
    page.get_by_label("Username").fill(somebody.username)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def read(page: Page, tmp_path: Path, *papers: Path) -> list[Document]:
    """Upload papers and have them read."""
    enter(page, "publisher")
    page.goto(reverse("reports:upload"))
    page.locator("input[type=file]").set_input_files(papers)
    expect(page.locator(".moj-multi-file-upload__success")).to_have_count(len(papers))
    with worker.working(tmp_path / "worker.log"):
        page.goto(reverse("reports:documents"))
        expect(page.get_by_role("table").get_by_text("In review")).to_have_count(len(papers), timeout=READ)
    return list(Document.objects.all())


def follow(link: Locator) -> None:
    """Go where a link leads, and wait until the scripts there have started: before, they hear of nothing."""
    with link.page.expect_navigation():
        link.click()


def finding(page: Page, words: str) -> Locator:
    return page.locator(".app-finding").filter(has_text=words).first


def accept_what_is_left(page: Page) -> None:
    """Every group at once, from the first to the last."""
    buttons = page.get_by_role("button", name=re.compile("^Accept all"))
    while left := buttons.count():
        buttons.first.click()
        expect(buttons).to_have_count(left - 1)


def test_uploaded_papers_are_watched_while_they_are_read(page, tmp_path):
    enter(page, "officer")
    follow(page.get_by_role("link", name="Upload", exact=True))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/progress/" in request.url else None)

    no_paper = {"name": "letter <b>.pdf", "mimeType": "application/pdf", "buffer": b"Dear councillor"}
    page.locator("input[type=file]").set_input_files(
        [{"name": path.name, "mimeType": "", "buffer": path.read_bytes()} for path in (PDF, WORD)] + [no_paper]
    )
    expect(page.locator(".moj-multi-file-upload__success")).to_have_count(2)
    expect(page.locator(".moj-multi-file-upload__error")).to_contain_text("letter <b>.pdf")
    page.get_by_role("link", name="See how reading goes on").click()
    expect(page.get_by_role("table").get_by_text("Waiting to be read")).to_have_count(2)

    with worker.working(tmp_path / "worker.log"):
        expect(page.get_by_role("table").get_by_text("In review")).to_have_count(2, timeout=READ)
    assert asked
    asked.clear()
    page.wait_for_timeout(2500)
    assert asked == []


def test_the_page_of_a_document_shows_by_itself_that_it_was_read(page, tmp_path):
    enter(page, "officer")
    page.goto(reverse("reports:upload"))
    page.locator("input[type=file]").set_input_files(PDF)
    page.get_by_role("link", name="Open").click()
    expect(page.locator("#document")).to_contain_text("Waiting to be read")

    with worker.working(tmp_path / "worker.log"):
        expect(page.get_by_role("heading", level=1)).to_have_text(TITLE, timeout=READ)
    expect(page.get_by_role("button", name="Check what was read")).to_be_visible()
    expect(page.locator("#said")).to_contain_text("In review")


def test_the_same_file_again_leads_to_the_one_that_is_here(page):
    enter(page, "officer")
    for answer in ("success", "error"):
        page.goto(reverse("reports:upload"))
        page.locator("input[type=file]").set_input_files(PDF)
        expect(page.locator(f".moj-multi-file-upload__{answer}")).to_contain_text(PDF.name)

    page.get_by_role("link", name="Open").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(PDF.name)
    assert Document.objects.count() == 1


def test_a_paper_is_checked_published_found_and_withdrawn(page, tmp_path):
    [paper] = read(page, tmp_path, PDF)

    follow(page.get_by_role("link", name="Desk"))
    follow(page.get_by_role("link", name=TITLE))
    check(page)
    publish(page)
    find(page)
    withdraw(page)

    paper.refresh_from_db()
    assert paper.state == State.WITHDRAWN


def check(page: Page) -> None:
    """Accept, undo, correct and reject, beside the page, and then accept the rest."""
    homes = finding(page, HOMES)
    homes.focus()
    expect(page.locator("#place-name")).to_have_text("Page 1 of 2")
    expect(page.locator(".app-picture__mark")).to_be_visible()
    assert (
        page.locator(".app-picture image").evaluate(
            "image => fetch(image.href.baseVal).then(answer => answer.headers.get('content-type'))"
        )
        == "image/png"
    )
    page.keyboard.press("a")
    expect(homes).to_contain_text("Accepted by")

    homes.get_by_role("button", name="Undo").click()
    expect(homes).to_contain_text("To be checked")
    homes.get_by_role("link", name="Correct").click()
    homes.get_by_label("Reference").fill("CAB 12/25")
    homes.get_by_role("button", name="Save the correction").click()
    expect(homes).to_contain_text("Corrected by")

    school = finding(page, "Cabinet noted the annual report of the Virtual School")
    school.get_by_role("link", name="Reject").click()
    school.get_by_label("It is in the list twice").check()
    school.get_by_role("button", name="Reject").click()
    expect(school).to_contain_text("Rejected by")
    accept_what_is_left(page)
    expect(page.get_by_text("To be checked")).to_have_count(0)


def publish(page: Page) -> None:
    page.get_by_role("link", name="Publish", exact=True).click()
    expect(page.get_by_text("No finding is left to be checked.")).to_be_visible()
    page.get_by_text("Rejected: 1").click()
    expect(page.get_by_text("It is in the list twice")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is published.")).to_be_visible()


def find(page: Page) -> None:
    """The decision in the list, on the timeline and in search; the figure in its table and on its chart."""
    page.get_by_role("link", name="Decisions", exact=True).click()
    expect(page.get_by_role("heading", name="1 decision")).to_be_visible()
    page.get_by_role("link", name="Show on a timeline").click()
    expect(page.locator("figure svg.app-plot")).to_be_visible()
    page.get_by_role("link", name=re.compile(HOMES)).first.click()
    expect(page.get_by_text("CAB 12/25")).to_be_visible()
    page.get_by_role("link", name=re.compile("paragraph 1.3")).click()
    expect(page.locator(".app-quote--chief")).to_contain_text(HOMES)

    page.goto(reverse("reports:search"))
    page.get_by_label("Search for").fill('"small children\'s homes"')
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".app-hit mark").first).to_be_visible()

    page.get_by_role("link", name="Indicators", exact=True).click()
    page.get_by_role("link", name=re.compile("more than 20 miles")).click()
    expect(page.locator("figure svg [aria-label=dot]").first).to_be_visible()
    page.locator("main table a").filter(has_text="24.8").first.click()
    expect(page.locator(".app-quote--chief")).to_contain_text("24.8%")


def withdraw(page: Page) -> None:
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Withdraw").click()
    page.get_by_label("Why is it withdrawn?").fill("It was superseded by a later paper.")
    page.get_by_role("button", name="Withdraw").click()
    expect(page.get_by_text("is withdrawn from the register.")).to_be_visible()

    page.goto(reverse("meetings:decisions"))
    expect(page.get_by_text("No decisions match.")).to_be_visible()
    page.goto(reverse("reports:search", query={"q": "children"}))
    expect(page.get_by_text("No published paragraph has these words.")).to_be_visible()


def test_papers_are_uploaded_and_read_without_scripts(plain_page, tmp_path):
    page = plain_page
    enter(page, "officer")
    page.goto(reverse("reports:upload"))
    page.locator("input[type=file]").set_input_files([PDF, WORD])
    page.get_by_role("button", name="Upload").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 files of 2 taken in")

    with worker.working(tmp_path / "worker.log"):
        for _ in range(READ // 300):
            page.wait_for_timeout(300)
            if not Document.objects.being_read().exists():
                break
    page.get_by_role("link", name="See all documents").click()
    expect(page.get_by_role("table").get_by_text("In review")).to_have_count(2)
