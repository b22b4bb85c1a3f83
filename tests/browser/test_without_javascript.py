"""Every deed can be done in a browser that runs no scripts."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import Locator, Page, expect

from meetings.models import Action, Decision
from reports.models import Document, Finding, State
from tests import factories, world
from tests.meetings import many


@pytest.fixture
def page(plain_page) -> Page:
    return plain_page


@pytest.fixture
def paper() -> Document:
    """A paper with three findings to be checked."""
    paper = factories.document(title="Minutes of Cabinet")
    for text in ("That four hubs be opened.", "That a fifth hub be opened.", "That a sixth hub be opened."):
        factories.finding(paper, text=text)
    world.keep_file(paper)
    return paper


def finding(page: Page, text: str) -> Locator:
    return page.locator(".app-finding").filter(has_text=text)


def verdicts(paper: Document) -> list[str]:
    return list(paper.findings.order_by("ordinal").values_list("verdict", flat=True))


def test_a_list_is_narrowed_paged_and_shown_on_a_timeline(page, sign_in):
    factories.published("Decision")
    many.copies(Decision.objects.get(), 30)
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions"))

    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("Showing 6 of 31")).to_be_visible()
    page.get_by_role("textbox", name="From").fill("March 2025")
    page.get_by_role("button", name="Apply filters").first.click()
    # The heading said "31 decisions" before as well.
    expect(page.get_by_role("link", name="Remove this filter")).to_be_visible()
    expect(page.get_by_role("heading", name="31 decisions")).to_be_visible()
    page.get_by_role("link", name="Show on a timeline").click()
    expect(page.locator("figure[data-timeline] figcaption")).to_contain_text("31 decisions")
    page.get_by_role("textbox", name="From").fill("2026")
    page.get_by_role("button", name="Apply filters").first.click()
    expect(page.get_by_text("No decisions match.")).to_be_visible()
    page.get_by_role("link", name="Remove this filter").click()
    expect(page.locator("figure[data-timeline] figcaption")).to_contain_text("31 decisions")


def test_findings_are_accepted_corrected_rejected_and_laid_open_again(page, paper, sign_in):
    sign_in(page, "officer")
    page.goto(reverse("reports:desk", args=[paper.pk]))

    # What is pressed next stands on the page before as well: each deed's answer is waited for.
    finding(page, "four hubs").get_by_role("button", name="Accept").click()
    expect(finding(page, "four hubs")).to_contain_text("Accepted by")
    finding(page, "a fifth hub").get_by_role("link", name="Correct").click()
    page.get_by_label("Reference").fill("CAB 12/25")
    page.get_by_role("button", name="Save the correction").click()
    expect(finding(page, "a fifth hub")).to_contain_text("Corrected by")
    finding(page, "a sixth hub").get_by_role("link", name="Reject").click()
    page.get_by_role("button", name="Reject").click()
    expect(page.get_by_role("link", name="Choose a reason.")).to_be_visible()
    page.get_by_label("It is in the list twice").check()
    page.get_by_role("button", name="Reject").click()
    expect(finding(page, "a sixth hub")).to_contain_text("Rejected by")
    assert verdicts(paper) == ["accepted", "corrected", "rejected"]

    finding(page, "four hubs").get_by_role("button", name="Undo").click()
    expect(finding(page, "four hubs")).to_contain_text("To be checked")
    assert verdicts(paper) == ["pending", "corrected", "rejected"]


def test_a_group_is_accepted_and_published(page, paper, sign_in):
    sign_in(page, "publisher")
    page.goto(reverse("reports:desk", args=[paper.pk]))

    page.get_by_role("button", name="Accept all 3").click()
    expect(page.get_by_text("Accepted 3 decisions.")).to_be_visible()
    page.get_by_role("link", name="Publish", exact=True).click()
    expect(page.get_by_text("Decisions: 3")).to_be_visible()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("is published.")).to_be_visible()

    paper.refresh_from_db()
    assert paper.state == State.PUBLISHED
    assert Decision.objects.count() == 3


def test_a_finding_that_somebody_else_decided_is_not_changed(page, paper, sign_in):
    sign_in(page, "officer")
    page.goto(reverse("reports:desk", args=[paper.pk]))
    other = factories.user("officer")
    Finding.objects.filter(data__text="That four hubs be opened.").update(
        verdict="accepted", version=2, decided_by=other, decided_at=paper.uploaded_at
    )

    finding(page, "four hubs").get_by_role("button", name="Accept").click()

    expect(page.get_by_text("Your change was not made.")).to_be_visible()


def test_a_fact_that_the_reader_missed_is_added(page, paper, sign_in):
    sign_in(page, "officer")
    page.goto(reverse("reports:passage", args=[paper.pk, 0]))

    page.get_by_role("link", name="Add a fact from this paragraph").click()
    page.get_by_label("Action", exact=True).check()
    page.get_by_role("button", name="Continue").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Add: action")
    page.get_by_label(re.compile("What is to be done|Action")).first.fill("Circulate the timetable of the hubs.")
    page.get_by_role("button", name="Add").click()

    expect(finding(page, "Circulate the timetable")).to_contain_text("Accepted by")


def test_an_action_is_marked_as_done_and_reopened(page, sign_in):
    factories.published("Action")
    sign_in(page, "officer")
    page.goto(reverse("meetings:actions"))

    page.get_by_role("group").filter(has_text="Mark as done").locator("summary").click()
    page.get_by_label("What was done").fill("Sent to all members.")
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_text("Sent to all members.")).to_be_visible()
    assert Action.objects.get().done_note == "Sent to all members."

    page.get_by_role("button", name="Reopen").click()
    expect(page.get_by_text("The action is open again.")).to_be_visible()
    assert Action.objects.get().done_at is None


def test_files_that_are_refused_say_why_beside_those_that_are_taken(page, sign_in):
    sign_in(page, "officer")
    page.goto(reverse("reports:upload"))

    page.locator("input[type=file]").set_input_files(
        [
            {"name": "minutes.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4 minutes"},
            {"name": "letter.pdf", "mimeType": "application/pdf", "buffer": b"Dear councillor"},
        ]
    )
    page.get_by_role("button", name="Upload").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("1 file of 2 taken in")
    expect(page.get_by_role("listitem").filter(has_text="letter.pdf")).to_contain_text("Refused")
    expect(page.get_by_role("link", name="minutes.pdf")).to_be_visible()
