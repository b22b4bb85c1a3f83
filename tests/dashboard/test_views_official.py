"""Official figures on the overview, on the list of measures and on the page of one, beside what papers state."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from decimal import Decimal
from statistics import mean, median

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from dashboard.models import Aim, Indicator, Observation, OfficialValue, Visit
from tests import factories, world
from tests.dashboard.official import NEAR, areas, official
from tests.dashboard.pages import HTMX, INDICATORS, OVERVIEW, RATE, figures, text

pytestmark = pytest.mark.django_db
YEARS = {
    "Wexcombe": {2021: 17, 2022: 18, 2023: 19, 2024: 20, 2025: 21},
    "England": {2024: 22, 2025: 22.6},
    "Larchester": {2025: 18},
    "Ness": {2025: 19.5},
    "Holmshire": {2025: "c"},
}
REREFERRALS = reverse("dashboard:indicator", args=["re-referrals-percent"])


def test_official_and_stated_figures_stand_apart(councillor):
    figures({"indicator": "re-referrals-percent", "unit": "percent", "value": 24.4, "period": "2025-06-30"})
    official("re-referrals-percent", YEARS)

    shown = text(councillor.get(REREFERRALS))

    chart, stated = shown.split('id="stated"')
    assert "stood at 21.0% at 31 March 2025; up by 1.0 percentage points" in chart
    assert "24.4%" not in chart
    assert "at 24.4% at 30 June 2025" in stated
    assert "In-year, provisional" in stated
    assert 'data-source="' not in stated.split("</figure>")[0].split("data-date")[-1]


def test_averages_of_neighbours_name_their_set_and_how_many_they_are_made_of(councillor):
    official("re-referrals-percent", YEARS)
    figures({})

    shown = text(councillor.get(REREFERRALS))

    assert "Statistical neighbours, mean (2025 set)" in shown
    assert "Statistical neighbours, median (2025 set)" in shown
    assert '<data value="18.75" data-average="mean" data-made-of="2">18.75%</data>' in shown
    assert "(of 2 neighbours)" in shown


def test_another_set_of_neighbours_can_be_chosen(councillor):
    official("re-referrals-percent", YEARS)
    areas(year=2021)
    figures({})

    shown = text(councillor.get(REREFERRALS, {"neighbours": "2021"}))

    assert "mean (2021 set)" in shown
    assert "mean (2025 set)" not in shown
    assert councillor.get(REREFERRALS, {"neighbours": "1066"}).status_code == 200


def test_another_official_series_can_be_chosen(councillor):
    official("re-referrals-percent", YEARS, code="newest")
    official("re-referrals-percent", {"Wexcombe": {2024: 33.3}}, code="older")
    figures({})

    assert "stood at 21.0%" in text(councillor.get(REREFERRALS))
    assert "stood at 33.3%" in text(councillor.get(REREFERRALS, {"official": "older"}))
    assert councillor.get(REREFERRALS, {"official": "\0"}).status_code == 200


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_neutral_measures_have_no_colour_and_no_rank(councillor, headers):
    official("children-looked-after-rate", YEARS)
    figures({"value": 41.2})

    for page in (RATE, INDICATORS, OVERVIEW):
        shown = text(councillor.get(page, headers=headers)).split('id="stands"')[-1]
        assert "app-change--" not in shown
        assert not re.search(r"govuk-tag--(red|green|yellow)", shown)
        assert "Rank, the best first" not in shown
        assert "which is " not in shown


def test_a_suppressed_value_is_said_and_never_nought(councillor):
    official("re-referrals-percent", {"Wexcombe": {2024: "c", 2025: "c"}, "England": {2025: 22}})
    figures({})

    for page in (REREFERRALS, INDICATORS):
        shown = text(councillor.get(page))
        assert "uppressed, since few children are counted" in shown
        assert ">0%<" not in shown


def test_a_measure_of_which_papers_say_nothing_is_listed_and_has_its_page(councillor):
    official("sdq-score", {"Wexcombe": {2025: 14.9}})
    figures({})

    assert "Emotional and behavioural health" in text(councillor.get(INDICATORS))
    shown = text(councillor.get(reverse("dashboard:indicator", args=["sdq-score"])))
    assert "stood at 14.9 at 31 March 2025." in shown
    assert "No published paper states a value" in shown


def test_a_measure_without_official_figures_says_so(councillor):
    figures({})

    assert "No official series of this measure is held for Wexcombe" in text(councillor.get(RATE))


def test_a_year_end_that_papers_state_is_told_beside_the_official_value(councillor):
    official("re-referrals-percent", YEARS)
    figures({"indicator": "re-referrals-percent", "unit": "percent", "value": 20.6, "period": "2025-03-31"})

    shown = text(councillor.get(REREFERRALS))

    assert "Year-end, as stated; the official value is 21" in shown


def test_a_rate_says_how_many_children_it_is_of(councillor):
    official("children-looked-after-rate", {"Wexcombe": {2025: 41.2}})
    official("children-looked-after-number", {"Wexcombe": {2024: 700, 2025: 849}})
    figures({})

    assert "with 849 counted" in text(councillor.get(RATE))


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({"topic": "Front door"}, {"re-referrals-percent"}),
        ({"stands": "better-than-england"}, {"re-referrals-percent"}),
        ({"stands": "worse-than-neighbours"}, {"re-referrals-percent"}),
        ({"stands": "getting-worse"}, {"re-referrals-percent"}),
        ({"stands": "red"}, {"re-referrals-percent"}),
        ({"stands": "green"}, set()),
        ({"stands": "outside"}, {"children-looked-after-rate"}),
        ({"stands": "official"}, {"re-referrals-percent", "children-looked-after-rate"}),
        ({"stands": "stated"}, {"sdq-score"}),
    ],
)
def test_measures_are_narrowed_by_topic_and_by_how_they_stand(councillor, asked, left):
    council = figures({"indicator": "sdq-score", "unit": "score", "value": 14}).council
    official("re-referrals-percent", YEARS)
    official("children-looked-after-rate", YEARS)
    said = {"council": council, "since": "2020-04-01", "by": factories.user("officer"), "source": "Plan"}
    Aim.objects.create(indicator_id="re-referrals-percent", target=15, floor=18, **said)
    Aim.objects.create(indicator_id="children-looked-after-rate", lower=5, upper=20, **said)

    shown = text(councillor.get(INDICATORS, asked))

    assert {slug for slug in re.findall(r'href="/indicators/([a-z0-9-]+)/\?council', shown) if slug in SLUGS} == left
    assert "Remove this filter" in shown


SLUGS = {"re-referrals-percent", "children-looked-after-rate", "sdq-score"}


@pytest.mark.parametrize("asked", [{"stands": "zebra"}, {"topic": "zebra"}, {"stands": "\0"}])
def test_a_filter_that_does_not_exist_is_an_error_and_no_fault_of_ours(councillor, asked):
    figures({})

    answer = councillor.get(INDICATORS, asked)

    assert answer.status_code == 200
    assert "There is a problem" in text(answer)


def test_official_values_are_taken_away_with_area_release_and_symbol(councillor):
    official("re-referrals-percent", YEARS)
    figures({})

    rows = json.loads(world.body(councillor.get(REREFERRALS, {"values": "official", "format": "json"})))["rows"]

    last = {row["area"]: row for row in rows if row["period"] == "2025"}
    assert last["Wexcombe"]["value"] == 21
    assert last["Holmshire"]["value"] is None
    assert last["Holmshire"]["why_there_is_no_value"] == "suppressed, since few children are counted"
    assert last["Statistical neighbours, mean (2025 set)"]["made_of_values"] == 2
    assert {row["series"] for row in rows} == {"official"}
    assert last["England"]["release"].startswith("Official lait table, release")
    assert last["England"]["better"] == "lower is better"


def test_the_files_of_the_list_hold_what_its_filter_leaves(councillor):
    official("re-referrals-percent", YEARS)
    figures({"indicator": "sdq-score", "unit": "score", "value": 14})

    def taken(**asked):
        body = world.body(councillor.get(INDICATORS, {"format": "json", **asked}))
        return {row["measure_id"] for row in json.loads(body)["rows"]}

    assert taken() == {"sdq-score"}
    assert taken(values="official") == {"re-referrals-percent"}
    assert taken(stands="official") == set()


def test_every_number_on_the_list_and_on_cards_is_one_of_the_database(councillor):
    official("re-referrals-percent", YEARS)
    official("sdq-score", {"Wexcombe": {2024: 14.1, 2025: 14.9}, "England": {2025: 15}, "Ness": {2025: 13}})
    figures({"indicator": "sdq-score", "unit": "score", "value": 14.25}, {})

    for page in (INDICATORS, OVERVIEW, REREFERRALS, RATE):
        shown = text(councillor.get(page))
        traced = re.findall(r'<data value="([^"]+)" data-source="([^"]+)">([^<]+)</data>', shown)
        assert traced
        for value, source, words in traced:
            kept = OfficialValue.objects.get(pk=source) if source.isdigit() else Observation.objects.get(pk=source)
            assert Decimal(value) == kept.value
            assert (
                re.match(r"[\d.,]+", words)[0].replace(",", "").rstrip("0").rstrip(".") == f"{kept.value.normalize():f}"
            )


def test_every_average_on_the_list_is_made_of_its_neighbours_values(councillor):
    official("re-referrals-percent", YEARS)
    figures({})

    shown = text(councillor.get(INDICATORS))

    near = [value.value for value in OfficialValue.objects.known().filter(period="2025", area__name__in=NEAR)]
    averages = dict(re.findall(r'data-average="(\w+)" data-made-of="2">([\d.]+)%', shown))
    assert averages == {"mean": str(mean(near).normalize()), "median": str(median(near).normalize())}


@pytest.mark.parametrize("page", [REREFERRALS, INDICATORS])
def test_exempt_figures_stay_with_those_cleared(councillor, page):
    official("re-referrals-percent", YEARS)
    measure = {"indicator": "re-referrals-percent", "unit": "percent"}
    figures({**measure, "value": 77.7}, exempt=True)

    assert "77.7" not in text(councillor.get(page))
    assert "77.7" not in world.body(councillor.get(page, {"format": "csv"})).decode()


def test_sixty_measures_with_official_figures_need_no_more_queries_than_one(councillor, django_assert_max_num_queries):
    figures({})
    official("re-referrals-percent", YEARS)
    cache.clear()
    with django_assert_max_num_queries(15) as few:
        councillor.get(INDICATORS)
    with django_assert_max_num_queries(5):
        councillor.get(INDICATORS)
    for measure in Indicator.objects.exclude(pk="re-referrals-percent")[:59]:
        official(measure.pk, YEARS)

    with django_assert_max_num_queries(15) as many:
        councillor.get(INDICATORS)

    assert len(many) == len(few)
    with django_assert_max_num_queries(15):
        councillor.get(REREFERRALS)
    # The overview of somebody who was here before counts what is new since.
    councillor.get(OVERVIEW)
    Visit.objects.update(latest=timezone.now() - timedelta(days=1))
    with django_assert_max_num_queries(15):
        assert "since your last visit" in text(councillor.get(OVERVIEW))
