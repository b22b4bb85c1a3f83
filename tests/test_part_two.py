"""Exempt (Part II) material: never shown to somebody who is not cleared, on any page, in any count, in any search."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from reports.models import Passage
from tests import factories, world
from tests.test_access import address, things_of, visitor  # noqa: F401

pytestmark = pytest.mark.django_db

UNCLEARED = ["councillor", "scrutiny", "officer", "publisher", "administrator"]
COMPARED = ["councillor", "publisher"]
WORD = re.compile(rb"mombasa|77[,]?123", re.IGNORECASE)
CHOSEN = [
    {"when": "since-council"}, {"decision_maker": "Zanzibar Panel"}, {"sort": "committee"}, {"outcome": "approved"},
    {"view": "timeline", "date_from": "2025-04-01"},
]  # fmt: skip
# Lists, with what may be asked of them.
LISTS = {
    "dashboard:overview": [{}],
    "dashboard:indicators": [{}, {"q": "zanzibar"}],
    "dashboard:inspections": [{}],
    "dashboard:to_link": [{}, {"of": "decisions"}],
    "meetings:decisions": [{}, {"q": "zanzibar"}, {"view": "timeline"}, {"committee": "zanzibar"}, *CHOSEN],
    "meetings:matters": [{}, {"words": "zanzibar"}, {"sort": "name"}],
    "meetings:matter_proposals": [{}],
    "meetings:call_ins": [{}, {"state": "called_in"}],
    "meetings:call_in_rules": [{}],
    "meetings:votes": [{}, {"member": "zanzibar"}, {"vote": "unanimous"}],
    "meetings:motions": [{}, {"by": "zanzibar"}, {"result": "unstated"}],
    "meetings:members": [{}, {"name": "zanzibar"}],
    "meetings:meetings": [{}],
    "meetings:forward_plan": [{}],
    "meetings:plan_versions": [{}],
    "meetings:actions": [{}, {"owner": "Zanzibar"}, {"state": "late", "sort": "late"}],
    "meetings:recommendations": [{}, {"words": "zanzibar"}],
    "meetings:portfolios": [{}],
    "meetings:questions": [{}, {"q": "zanzibar"}],
    "meetings:savings": [{}],
    "meetings:judgements": [{}],
    "meetings:events": [{}],
    "meetings:people": [{}],
    "reports:documents": [{}, {"q": "zanzibar"}],
    "reports:search": [
        {"q": "zanzibar"},
        {"q": "family"},
        {"q": "-family"},
        {"q": "ZNZP"},
        {"q": "family", "sort": "newest"},
    ],
    "reports:synonyms": [{}],
    "reports:new_synonyms": [{}],
    "reports:inbox": [{}],
    "reports:scorecard": [{}, {"kind": "panel_minutes"}],
    "dashboard:unnamed": [{}, {"q": "zanzibar"}],
    "dashboard:printed_names": [{}],
    "dashboard:executive_report": [{"date_from": "1 January 2020", "date_to": "31 December 2030"}],
}

# Those that the cleared do not open who do no more than read.
REVIEWERS_LISTS = {
    "meetings:matter_proposals",
    "meetings:people", "reports:inbox", "reports:scorecard", "dashboard:unnamed", "dashboard:printed_names",
    "dashboard:executive_report", "dashboard:to_link", "reports:synonyms", "reports:new_synonyms",
    "meetings:call_in_rules",
}  # fmt: skip


def pages(browser, small: world.World) -> dict[str, bytes]:
    """Every list as it is asked for, and every page of an open thing, as the browser is given them."""
    found = {}
    for name, questions in LISTS.items():
        for question in questions:
            for headers in ({}, {"HX-Request": "true"}):
                answer = browser.get(reverse(name), question, headers=headers)
                found[f"{name} {question} {headers}"] = content_of(answer)
    things = things_of(small)
    for name in things.keys() & OPEN_PAGES:
        found[name] = content_of(browser.get(address(name, things)))
    return found


OPEN_PAGES = {
    "meetings:call_in_history", "meetings:record_call_in", "meetings:call_in_rule", "meetings:member",
    "meetings:matter", "meetings:matter_change", "meetings:matter_add", "meetings:matter_merge", "meetings:line_matter",
    "dashboard:indicator", "dashboard:inspection", "dashboard:beside",
    "meetings:decision", "meetings:meeting", "meetings:portfolio", "meetings:planned",
    "meetings:plan_version", "meetings:action", "meetings:recommendation", "meetings:for_meeting", "reports:document",
    "reports:passage", "reports:desk", "reports:publish", "reports:describe",
}  # fmt: skip


def content_of(answer) -> bytes:
    """What a page says, without what differs each time it is made or repeats the question that was asked."""
    return world.TOKENS.sub(b"", world.body(answer))


@pytest.fixture
def small() -> world.World:
    return world.build()


@pytest.fixture
def open_only(monkeypatch) -> world.World:
    """The same register before there is anything exempt in it."""
    monkeypatch.setattr(world, "closed_paper", lambda: None)
    return world.make()


# The others are in the test that compares all pages with and without exempt material.
@pytest.mark.parametrize("role", [role for role in UNCLEARED if role not in COMPARED])
def test_nobody_who_is_not_cleared_sees_an_exempt_word_anywhere(role, small, visitor):  # noqa: F811
    said = {name: WORD.findall(page) for name, page in pages(visitor(role), small).items()}

    assert {name: words for name, words in said.items() if words} == {}


@pytest.mark.parametrize("role", COMPARED)
def test_pages_are_the_same_whether_or_not_there_is_exempt_material(role, open_only, visitor, monkeypatch):  # noqa: F811
    """Counts, paging, filters, orders: not a byte may tell that something is hidden."""
    browser = visitor(role)
    before = pages(browser, open_only)

    monkeypatch.undo()
    world.closed_paper()

    after = pages(browser, open_only)
    assert [name for name in before if before[name] != after[name]] == []
    assert [name for name, page in after.items() if WORD.search(page)] == []


def test_the_cleared_see_what_is_exempt(small, visitor):  # noqa: F811
    found = pages(visitor("cleared"), small)
    lists = LISTS.keys() - REVIEWERS_LISTS

    spoken = {key.split(" ")[0] for key, page in found.items() if WORD.search(page)}
    silent = lists - spoken

    assert silent == set()


def test_the_page_of_an_exempt_paragraph_is_not_drawn_for_the_uncleared(small, visitor):  # noqa: F811
    picture = reverse("reports:picture", args=[small.published.pk, 1])
    assert visitor("councillor").get(picture).status_code == 200

    Passage.objects.filter(document=small.published, ordinal=0).update(part="exempt")

    assert visitor("councillor").get(picture).status_code == 404
    assert visitor("cleared").get(picture).status_code == 200


def test_a_file_with_an_exempt_paragraph_is_not_handed_to_the_uncleared(small, visitor):  # noqa: F811
    original = reverse("reports:original", args=[small.published.pk])
    assert b"%PDF" in content_of(visitor("councillor").get(original))

    Passage.objects.filter(document=small.published, ordinal=0).update(part="exempt")

    assert visitor("councillor").get(original).status_code == 404
    assert b"%PDF" in content_of(visitor("cleared").get(original))


def test_a_line_read_from_an_exempt_paragraph_of_an_open_paper_is_hidden(visitor):  # noqa: F811
    paper = factories.published("Decision", exempt=("Action",))

    page = visitor("councillor").get(reverse("meetings:actions")).content.decode()

    assert factories.FACTS["Action"]["text"] not in page
    assert paper.findings.filter(exempt=True).count() == 1
