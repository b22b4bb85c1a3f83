"""Every page, empty and full, right and with a wrong form, on a desktop and a telephone: axe finds nothing to say."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from playwright.sync_api import expect

from reports import actions
from reports.models import Document, State, Synonyms
from tests import factories, world
from tests.browser.axe import violations
from tests.browser.look import SENT_EMPTY, Wrong

WRONG_DATE = {"date_from": "soon"}

# Each page, by who may see it, and what makes its form wrong; None where it has none, or none that can be wrong.
ANYBODYS: dict[str, Wrong] = {"login": SENT_EMPTY, "dashboard:accessibility": None}
READERS: dict[str, Wrong] = {
    "password_change": SENT_EMPTY,
    "password_change_done": None,
    "dashboard:overview": None,
    "dashboard:indicators": {"q": "x" * 101},
    "dashboard:indicator": None,
    "dashboard:as_printed": None,
    "dashboard:api": None,
    "dashboard:new": None,
    "dashboard:following": SENT_EMPTY,
    "dashboard:keys": SENT_EMPTY,
    "dashboard:end_letters": None,
    "meetings:decisions": WRONG_DATE,
    "meetings:decision": None,
    "meetings:call_ins": {"state": "none"},
    "meetings:votes": WRONG_DATE,
    "meetings:motions": WRONG_DATE,
    "meetings:members": {"name": "x" * 201},
    "meetings:member": None,
    "meetings:matters": WRONG_DATE,
    "meetings:matter": None,
    "meetings:meetings": WRONG_DATE,
    "meetings:meeting": None,
    "meetings:forward_plan": {"due": "none"},
    "meetings:planned": None,
    "meetings:plan_versions": None,
    "meetings:plan_version": None,
    "meetings:actions": {"state": "none"},
    "meetings:action": None,
    "meetings:recommendations": {"state": "none"},
    "meetings:recommendation": None,
    "meetings:for_meeting": {"committee": "none"},
    "meetings:portfolios": None,
    "meetings:portfolio": None,
    "meetings:questions": {"theme": "none"},
    "meetings:savings": {"financial_year": "none"},
    "meetings:judgements": WRONG_DATE,
    "meetings:events": WRONG_DATE,
    "meetings:searches": None,
    "reports:documents": {"kind": "none"},
    "reports:document": None,
    "reports:passage": None,
    "reports:search": {"q": "hubs", "since": "soon"},
}
REVIEWERS: dict[str, Wrong] = {
    "dashboard:executive_report": WRONG_DATE,
    "meetings:call_in_history": None,
    "meetings:record_call_in": SENT_EMPTY,
    "meetings:call_in_rules": None,
    "meetings:call_in_rule": None,
    "meetings:matter_proposals": None,
    "meetings:matter_change": None,
    "meetings:matter_add": None,
    "meetings:matter_merge": None,
    "meetings:line_matter": None,
    "meetings:people": None,
    "reports:inbox": None,
    "reports:scorecard": {"kind": "none"},
    "dashboard:unnamed": {"q": "x" * 301},
    "dashboard:name": SENT_EMPTY,
    "dashboard:printed_names": None,
    "reports:upload": SENT_EMPTY,
    "reports:desk": None,
    "reports:describe": SENT_EMPTY,
    "reports:mark": SENT_EMPTY,
    "reports:add": {"fact": "none"},
    "reports:publish": None,
    "reports:withdraw": SENT_EMPTY,
    "reports:synonyms": None,
    "reports:new_synonyms": SENT_EMPTY,
    "reports:change_synonyms": SENT_EMPTY,
}
# Those of them that are about lines of the register, which are in published papers alone.
ABOUT_LINES = [name for name in REVIEWERS if name.startswith("meetings:")] + ["reports:change_synonyms"]
ASKED = {"dashboard:as_printed": {"label": "Children who swim"}}
# Addresses that answer with no page: deeds, files and pieces of pages.
NO_PAGES = {
    "logout", "dashboard:forget", "dashboard:following_news", "dashboard:follow", "dashboard:unfollow",
    "dashboard:note", "dashboard:letters", "dashboard:revoke", "dashboard:feed", "dashboard:feed_with_key",
    "dashboard:feed_followed", "dashboard:feed_matter", "dashboard:calendar", "dashboard:calendar_with_key",
    "meetings:undo_call_in", "meetings:matter_answer", "meetings:matter_papers", "meetings:matter_rename",
    "meetings:matter_lines", "meetings:matter_join", "meetings:matter_undo", "meetings:mention_answer",
    "meetings:save_search", "meetings:rename_search", "meetings:delete_search", "meetings:restore_search",
    "meetings:finish", "meetings:reopen", "meetings:answer", "meetings:undo", "meetings:note", "meetings:correct_note",
    "reports:upload_file", "reports:retry", "reports:accept", "reports:correct", "reports:reject", "reports:undo",
    "reports:accept_all", "reports:take_out_synonyms", "reports:put_back_synonyms", "reports:progress",
    "reports:original", "reports:picture",
}  # fmt: skip


def addresses(names: Iterable[str], things: dict) -> dict[str, str]:
    """Of these pages, the address of each that needs no thing of the register, or one that there is."""
    patterns = world.urls()
    return {
        name: reverse(name, kwargs=things.get(name, {}), query=ASKED.get(name))
        for name in names
        if name in things or "<" not in str(patterns[name].pattern)
    }


def of_published(small: world.World) -> dict:
    return world.of(small.published) | {
        "dashboard:indicator": {"slug": "children-looked-after-rate"},
        "meetings:call_in_rule": {"pk": small.published.council_id},
        "reports:change_synonyms": {"pk": Synonyms.objects.all()[:1].get().pk},
    }


def test_every_page_is_looked_at():
    ours = {name for name in world.urls() if not name.startswith(("admin:", "api:"))}

    assert ANYBODYS.keys() | READERS.keys() | REVIEWERS.keys() | NO_PAGES == ours


def test_axe_complains_of_what_is_wrong(page):
    page.set_content("<title>Wrong</title><img src='data:,'><input>")

    assert {said.split()[0] for said in violations(page)} >= {"image-alt", "label", "html-has-lang"}


def test_pages_of_an_empty_register(look, page, sign_in):
    for name, address in addresses(ANYBODYS, {}).items():
        look.at(name, address)
    sign_in(page, "councillor")
    for name, address in addresses(READERS.keys() - ASKED.keys(), {}).items():
        look.at(name, address)
    sign_in(page, "publisher")
    for name, address in addresses(REVIEWERS, {}).items():
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
    in_review = addresses(REVIEWERS, world.of(small.in_review))
    # A figure whose printed name the catalogue does not know is in the published paper alone, as are lines.
    in_review |= addresses(["dashboard:name", *ABOUT_LINES], of_published(small))
    sign_in(page, "publisher", "cleared")

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
    sign_in(page, "publisher", "cleared")
    things = of_published(small)

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
