"""The drawn line of time: its marks, its sentence and the list below it."""

import json
import re
from datetime import date
from html import unescape

import pytest

from meetings import timeline
from meetings.models import Decision, Entry
from tests import factories
from tests.meetings import many
from tests.meetings.reading_pages import PIECE, line, shown, signed_in

pytestmark = pytest.mark.django_db


def drawn(page: str, name: str):
    return json.loads(unescape(re.search(rf'data-{name}="([^"]*)"', page)[1]))


def test_the_marks_the_sentence_and_the_list_are_of_the_same_decisions(client):
    decision = line("Decision")

    page = shown(signed_in(client, "councillor"), "decisions", "?view=timeline&outcome=approved")

    assert drawn(page, "lanes") == ["Cabinet"]
    assert drawn(page, "marks") == [
        ["2025-03-04", 0, "approved", 1, "That four family hubs be opened.", decision.get_absolute_url()]
    ]
    assert "1 decision from 4 March 2025 to 4 March 2025: Cabinet (1). Outcomes: approved (1)." in page
    assert f'href="{decision.get_absolute_url()}">{decision.title}</a></h3>' in page
    assert '<input type="hidden" name="view" value="timeline">' in page
    assert "charts.js" in page


def test_the_dates_that_are_asked_for_are_those_that_are_drawn(client):
    line("Decision")
    signed_in(client, "councillor")

    page = shown(client, "decisions", "?view=timeline&date_from=2025-03-01&date_to=2025-03-31")
    outside = shown(client, "decisions", "?view=timeline&date_from=2026-01-01&date_to=2026-12-31")

    assert 'data-first="2025-03-01" data-last="2025-03-31" data-least="2025-03-04" data-most="2025-03-04"' in page
    assert drawn(outside, "marks") == []
    assert "No decisions from 1 January 2026 to 31 December 2026." in outside


def test_htmx_hears_the_sentence(client):
    line("Decision")
    signed_in(client, "councillor")

    piece = shown(client, "decisions", "?view=timeline", headers={**PIECE, "HX-Trigger": "filters"})

    assert re.search(r'id="said" hx-swap-oob="innerHTML">1 decision from 4 March 2025', piece)


def test_too_many_marks_are_counted_by_month(client, monkeypatch):
    monkeypatch.setattr(timeline, "MOST_MARKS", 3)
    first = line("Decision")
    many.copies(first, 3)
    Entry.objects.filter(pk=first.pk).update(date=date(2025, 3, 28))
    other = Decision.objects.exclude(pk=first.pk).first()
    Entry.objects.filter(pk=other.pk).update(date=date(2025, 5, 1))

    page = shown(signed_in(client, "councillor"), "decisions", "?view=timeline")

    assert drawn(page, "marks") == [
        ["2025-03-01", 0, "approved", 3, "March 2025", ""],
        ["2025-05-01", 0, "approved", 1, "May 2025", ""],
    ]
    assert "a mark stands for a month’s decisions" in page
    assert "4 decisions from 4 March 2025 to 1 May 2025: Cabinet (4)." in page


@pytest.mark.parametrize(
    ("period", "begins", "called"),
    [
        ("month", date(2025, 5, 1), "May 2025"),
        ("quarter", date(2025, 4, 1), "April 2025 to June 2025"),
        ("year", date(2025, 1, 1), "2025"),
    ],
)
def test_marks_of_many_years_count_longer_periods(period, begins, called):
    assert timeline._begins(date(2025, 5, 17), period) == begins
    assert timeline._called(begins, period) == called


def test_many_bodies_share_a_last_lane():
    marks = [timeline.Mark(date(2025, 1, 1), f"Panel {number:02}", "agreed") for number in range(15)]
    lanes = timeline._lanes(marks)

    assert (len(lanes), lanes[-1]) == (12, "Others")


def test_what_has_no_date_is_said_and_not_drawn(client):
    first = line("Decision")
    many.copies(first, 1)
    Entry.objects.filter(pk=first.pk).update(date=None, precision="none")

    page = shown(signed_in(client, "councillor"), "decisions", "?view=timeline")

    assert len(drawn(page, "marks")) == 1
    assert "1 decision without a date cannot be drawn." in page


def test_nothing_is_drawn_of_an_exempt_part(client):
    factories.published("Decision", exempt=("Decision",))

    assert len(drawn(shown(signed_in(client, "councillor"), "decisions", "?view=timeline"), "marks")) == 1
    assert len(drawn(shown(signed_in(client, "cleared"), "decisions", "?view=timeline"), "marks")) == 2


def test_the_drawing_asks_as_much_for_ten_as_for_a_thousand(client, django_assert_max_num_queries):
    many.copies(line("Decision"), 999)
    signed_in(client, "officer")

    with django_assert_max_num_queries(15):
        shown(client, "decisions", "?view=timeline")
