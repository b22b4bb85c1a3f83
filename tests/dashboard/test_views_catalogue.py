"""The pages of the catalogue, and a measure's definition."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from dashboard.models import Indicator
from tests import factories
from tests.dashboard.pages import HTMX, text

pytestmark = pytest.mark.django_db
CATALOGUE = reverse("dashboard:catalogue")


def definition(slug: str, **changed) -> str:
    measure = Indicator.objects.get(slug=slug)
    for name, value in changed.items():
        setattr(measure, name, value)
    return " ".join(render_to_string("dashboard/catalogue/_definition.html", {"measure": measure}).split())


def test_the_catalogue_lists_every_measure_by_topic(councillor):
    shown = text(councillor.get(CATALOGUE))

    assert f"{Indicator.objects.count()} measures</h2>" in shown
    for measure in Indicator.objects.all():
        assert f'href="{measure.get_absolute_url()}"' in shown
    assert shown.index('id="topic-front-door"') < shown.index('id="topic-money"')


def test_a_measure_stands_with_its_direction_unit_official_measure_and_day_of_review(councillor):
    Indicator.objects.filter(slug="re-referrals-percent").update(reviewed_on="2025-02-07")

    shown = text(councillor.get(CATALOGUE, {"q": "re-referrals within"}))

    for words in ("1 measure</h2>", "Lower is better", "per cent", "Re-referrals within 12 months", "7 February 2025"):
        assert words in shown


def test_a_measure_that_nobody_looked_at_for_a_year_says_so(councillor):
    Indicator.objects.update(reviewed_on=timezone.localdate())
    Indicator.objects.filter(slug="re-referrals-percent").update(reviewed_on="2018-02-07")

    assert text(councillor.get(CATALOGUE)).count("more than a year ago") == 1


def test_the_catalogue_is_narrowed_by_words_topic_and_direction(councillor):
    shown = text(councillor.get(CATALOGUE, {"q": "rate", "topic": "Child protection", "polarity": "neutral"}))

    assert "Section 47 enquiries per 10,000" in shown
    assert "Children looked after per 10,000" not in shown
    assert shown.count("Remove this filter") == 3


def test_words_are_found_in_the_definition_too(councillor):
    assert "Section 47 enquiries" in text(councillor.get(CATALOGUE, {"q": "Children Act 1989"}))


def test_a_filter_that_leaves_nothing_says_what_to_do(councillor):
    assert "Take a filter off" in text(councillor.get(CATALOGUE, {"q": "zebra"}))


def test_htmx_gets_the_list_alone_and_hears_the_count(councillor):
    shown = text(councillor.get(CATALOGUE, {"q": "zebra"}, headers=HTMX))

    assert "<html" not in shown
    assert '<div id="said" hx-swap-oob="innerHTML">No measures</div>' in shown


@pytest.mark.parametrize("query", ["?q=" + "x" * 101, "?q=%00", "?topic=Dance", "?polarity=sideways"])
def test_a_wrong_filter_is_told_and_kept(councillor, query):
    answer = councillor.get(CATALOGUE + query)

    assert answer.status_code == 200
    assert "There is a problem" in text(answer)


def test_the_catalogue_is_taken_away_as_filtered_with_its_changes(councillor):
    answer = councillor.get(CATALOGUE, {"q": "good level of development", "format": "csv"})

    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content))
    assert row["measure_id"] == "good-level-of-development-percent"
    assert row["better"] == "higher is better"
    assert "2021-09-01: The early learning goals were written anew" in row["definition_changes"]
    assert row["reviewed_on"] == Indicator.objects.get(pk=row["measure_id"]).reviewed_on.isoformat()


def test_the_catalogue_as_json_has_every_measure(councillor):
    answer = councillor.get(CATALOGUE, {"format": "json"})

    told = json.loads(b"".join(answer.streaming_content))
    assert len(told["rows"]) == Indicator.objects.count()
    # None of it was read from papers.
    assert "council papers" not in told["notice"]


def test_the_catalogue_as_a_workbook_opens(councillor):
    assert b"".join(councillor.get(CATALOGUE, {"format": "xlsx"}).streaming_content).startswith(b"PK")


@pytest.mark.parametrize("role", ["councillor", "scrutiny", "officer", "publisher"])
def test_every_reader_may_see_the_catalogue(client, role):
    client.force_login(factories.user(role))

    assert client.get(CATALOGUE).status_code == 200


def test_who_is_not_signed_in_is_asked_to(client):
    assert client.get(CATALOGUE).status_code == 302


def test_the_catalogue_asks_the_database_little(councillor, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        councillor.get(CATALOGUE)


# A measure's definition, which its page includes.


def test_a_definition_says_why_what_and_how_it_is_worked_out():
    shown = definition("assessments-within-45-days-percent")

    measure = Indicator.objects.get(slug="assessments-within-45-days-percent")
    for words in (measure.why, measure.definition, measure.numerator, "out of every 100 of:", measure.denominator):
        assert words in shown
    assert "Higher is better: a rise is an improvement." in shown
    assert "From 15 April 2013:" in shown
    assert "Working Together to Safeguard Children" in shown


@pytest.mark.parametrize(
    ("slug", "words"),
    [
        ("children-looked-after-rate", "for every 10,000 of:"),
        ("caseload-average", "divided by:"),
        ("children-looked-after-rate", "Neither higher nor lower is better"),
        ("budget-variance-percent", "Nearer to the target is better"),
        ("care-leavers-eet-percent", "Official: 19 to 21; councils also quote 17 to 21"),
        ("children-looked-after-rate", "Short name in the local authority interactive tool: LAC"),
        ("early-help-families-number", "each council counts this in its own way"),
    ],
)
def test_a_definition_suits_its_measure(slug, words):
    assert words in definition(slug)


def test_a_number_is_not_said_to_be_divided():
    assert "How it is worked out" not in definition("children-looked-after-number")


def test_an_old_definition_says_that_it_may_be_out_of_date():
    assert "more than a year ago" in definition("neet-percent", reviewed_on=date(2018, 2, 7))
    assert "more than a year ago" not in definition("neet-percent", reviewed_on=timezone.localdate())
