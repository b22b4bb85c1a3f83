"""The desk as it stands while a paper is checked, its wrong forms and what is beside it: axe finds nothing to say."""

from __future__ import annotations

import re

from django.urls import reverse
from playwright.sync_api import expect

from reports import actions
from reports.models import State
from reports.reading.facts import BASES
from reports.reading.read import read
from tests import factories, world
from tests.browser.look import EMPTY_AND_SEND, SENT_EMPTY
from tests.reports.reading import pack_papers


def test_what_waits_for_a_person_at_the_desk(look, page, sign_in):
    paper = factories.document(title="Flagged paper", by_hand="The text of page 2 may be wrong.")
    for basis in BASES:
        factories.finding(paper, basis=basis)
    for sort in ("nhs_number", "tracked_changes"):
        factories.flag(paper, sort, where=factories.passage(paper) if sort == "nhs_number" else None)
    world.keep_file(paper)
    sign_in(page, "publisher")

    look.at("the desk, least sure first", reverse("reports:desk", args=[paper.pk]))
    page.goto(reverse("reports:desk", args=[paper.pk], query={"sort": "paper"}))
    look.at_this("the desk in the order of the paper")
    look.at("the page of a flagged paper", paper.get_absolute_url())
    look.at("publishing a flagged paper", reverse("reports:publish", args=[paper.pk]))
    look.at_wrong_form("publishing without a yes", reverse("reports:publish", args=[paper.pk]), SENT_EMPTY)
    actions.publish(document=paper, by=factories.user("publisher"), seen=paper.flags.values_list("pk", flat=True))
    page.goto(paper.get_absolute_url())
    look.at_this("a flagged paper that is published")


def test_a_pack_at_the_desk_and_in_the_register(look, page, sign_in):
    paper = factories.document(state=State.READING, attempts=1, pages_read=0)
    actions.keep(document=paper, reading=read(pack_papers.plain_pack()))
    world.keep_file(paper)
    sign_in(page, "publisher")

    look.at("the desk of a pack", reverse("reports:desk", args=[paper.pk]))
    look.at("the page of a pack", paper.get_absolute_url())


def test_a_printed_name_at_the_desk(look, page, sign_in):
    said = {"indicator": None, "label": "Children in hubs", "unit": "count", "value": 41}
    first, second = (factories.finding(factories.document(), "Figure", **said) for _ in range(2))
    for one in (first, second):
        world.keep_file(one.document)
    sign_in(page, "officer")
    page.goto(reverse("reports:desk", args=[first.document.pk]))

    page.get_by_role("link", name="Say which measure this is a value of").click()
    expect(page.get_by_label("This is a value of")).to_be_focused()
    look.at_this("the form for a printed name, at the desk")
    page.get_by_label("This is a value of").select_option(label="Care leavers")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("is proposed for 2 figures to be checked.")).to_be_visible()
    look.at_this("the desk with a measure that is proposed")


def test_the_scorecard_with_reviews(look, page, sign_in):
    paper = factories.document(reader_version="2")
    officer = factories.user("officer")
    for fact in ("Decision", "Figure", "Action"):
        factories.accepted(paper, fact)
    actions.reject(finding=factories.finding(paper, "Saving"), by=officer, version=0, reason="Only history")
    sign_in(page, "publisher")

    look.at("the scorecard", reverse("reports:scorecard"))
    page.get_by_label("Kind of document", exact=True).select_option(label="Minutes")
    page.get_by_role("button", name="Show").press("Enter")
    expect(page.get_by_role("link", name="Remove this filter")).to_be_visible()
    look.at_this("the scorecard of one kind")


def test_wrong_forms_at_the_desk(look, page, sign_in):
    small = world.build()
    desk = reverse("reports:desk", args=[small.in_review.pk])
    sign_in(page, "publisher")

    for deed in ("correct", "reject"):
        page.goto(f"{desk}?do={deed}&finding={small.in_review.findings.get().pk}")
        with page.expect_navigation():
            page.locator(".app-finding__form").evaluate(EMPTY_AND_SEND)
        look.at_error(f"the form to {deed}")


def test_after_a_decision_at_the_desk_the_focus_is_at_the_next_finding(look, page, sign_in):
    paper = factories.document()
    world.keep_file(paper)
    first, second = factories.finding(paper), factories.finding(paper, text="That a fifth hub be opened.")
    sign_in(page, "officer")
    page.goto(reverse("reports:desk", args=[paper.pk]))

    # The place of the next finding is fetched a moment after the focus has come to it.
    with page.expect_response(re.compile(f"finding={second.pk}")):
        page.locator(f"#finding-{first.pk}").get_by_role("button", name="Accept").press("Enter")

    expect(page.locator("#said")).to_have_text("Accepted. 1 of 2 decisions checked.")
    expect(page.locator(f"article#finding-{second.pk}")).to_be_focused()
    look.at_this("the desk after a decision")
