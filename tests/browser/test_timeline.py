"""The drawn timeline is zoomed by keyboard and by dragging, and the calendar beside a date is used by keyboard."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from meetings.models import Decision, Entry
from tests import factories
from tests.browser.conftest import tab_to
from tests.meetings import many
from tests.meetings.reading_pages import line

DAYS = (date(2023, 1, 16), date(2024, 6, 3), date(2024, 6, 10), date(2026, 1, 12))


@pytest.fixture
def timeline(page, sign_in) -> Page:
    """Four decisions over three years, drawn."""
    many.copies(line("Decision"), len(DAYS) - 1)
    for decision, day in zip(Decision.objects.all(), DAYS, strict=True):
        Entry.objects.filter(pk=decision.pk).update(date=day, printed_date=day.isoformat())
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions", query={"view": "timeline"}))
    expect(page.locator("#timeline-picture a")).to_have_count(len(DAYS))
    return page


def test_keys_zoom_and_move_the_picture_and_the_list_follows(timeline):
    picture = timeline.locator("#timeline-picture")
    tab_to(timeline, picture)

    timeline.keyboard.press("+")
    expect(timeline.locator("#count")).to_have_text("2 decisions")
    expect(timeline.locator("#timeline-picture a")).to_have_count(2)
    expect(timeline.locator("#said")).to_contain_text(re.compile(r"^2 decisions from \d+ October 2023 to "))
    expect(timeline).to_have_url(re.compile("date_from=2023-10-.*date_to=2025-04-"))
    expect(picture).to_be_focused()

    for _ in range(3):
        timeline.keyboard.press("ArrowRight")
    expect(timeline.locator("#count")).to_have_text("1 decision")
    timeline.keyboard.press("Escape")
    expect(timeline.locator("#count")).to_have_text("4 decisions")
    expect(timeline).not_to_have_url(re.compile("date_from"))
    expect(picture).to_be_focused()


def test_dragging_across_the_picture_shows_those_days_alone(timeline):
    box = timeline.locator("#timeline-picture svg").bounding_box()
    marks = [mark.bounding_box() for mark in timeline.locator("#timeline-picture a").all()]
    lefts = sorted(mark["x"] for mark in marks)
    level = box["y"] + box["height"] - 35

    timeline.mouse.move(lefts[1] - 30, level)
    timeline.mouse.down()
    timeline.mouse.move(lefts[2] + 60, level, steps=4)
    timeline.mouse.up()

    expect(timeline.locator("#count")).to_have_text("2 decisions")
    expect(timeline.locator("#results .app-line")).to_have_count(2)
    timeline.get_by_role("button", name="Show all").press("Enter")
    expect(timeline.locator("#count")).to_have_text("4 decisions")
    expect(timeline.get_by_role("button", name="Show all")).to_be_focused()


def test_a_day_is_chosen_in_the_calendar_by_keyboard(page, sign_in):
    factories.published("Decision")
    sign_in(page, "councillor")
    page.goto(reverse("meetings:decisions"))
    start = page.get_by_label("From", exact=True)
    start.fill("7/2/2018")

    tab_to(page, page.get_by_role("button", name="Choose date").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")

    expect(start).to_have_value("8/2/2018")
    page.get_by_role("button", name="Apply filters").first.press("Enter")
    expect(page.locator("#count")).to_have_text("1 decision")
    expect(page.get_by_role("link", name="From 8 February 2018")).to_be_visible()
