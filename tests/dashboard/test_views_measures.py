"""The list of measures and the page of one."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dashboard.models import Observation
from tests.dashboard.pages import AS_PRINTED, INDICATORS, OVERVIEW, RATE, figures, text

pytestmark = pytest.mark.django_db


def test_the_list_gives_value_comparison_and_change(councillor):
    figures(
        {"value": 38, "period": "2024-03-31"},
        {"value": 41.2},
        {"value": 70, "area": "England"},
        {"value": 66, "area": "Statistical neighbours"},
    )

    shown = text(councillor.get(INDICATORS))

    assert "Up by 3.2<" in shown
    for words in ("41.2", "31 March 2025", "70", "66", "it depends"):
        assert words in shown


def test_a_move_is_called_better_or_worse_by_the_measures_polarity(councillor):
    measure = {"indicator": "re-referrals-percent", "unit": "percent"}
    figures({**measure, "value": 19, "period": "2023/24"}, {**measure, "value": 22.5, "period": "2024/25"})

    assert "Up by 3.5 percentage points, worse" in text(councillor.get(INDICATORS))


def test_measures_are_found_by_their_words(councillor):
    figures({}, {"indicator": "re-referrals-percent", "unit": "percent"}, {"indicator": None, "label": "Hub visits"})

    shown = text(councillor.get(INDICATORS, {"q": "looked AFTER"}))

    assert "1 measure</h2>" in shown
    assert "Re-referrals" not in shown
    assert "Hub visits" not in shown
    assert "Remove this filter" in shown


def test_words_that_match_nothing_say_what_to_do(councillor):
    figures({})

    assert "Take a filter off" in text(councillor.get(INDICATORS, {"q": "zebra"}))


@pytest.mark.parametrize(
    "query", ["?q=" + "x" * 5000, "?q=%00", "?council=%00", "?council=none", "?page=999", "?page=x"]
)
@pytest.mark.parametrize("page", [OVERVIEW, INDICATORS, RATE])
def test_nonsense_in_the_address_is_no_error_of_ours(councillor, page, query):
    figures({})

    assert councillor.get(page + query).status_code == 200


def test_words_that_are_too_long_are_kept_with_an_error(councillor):
    figures({})

    shown = text(councillor.get(INDICATORS, {"q": "x" * 101}))

    assert "There is a problem" in shown
    assert "x" * 101 in shown


@pytest.mark.parametrize("label", ["%00", "", "Nothing of this name"])
def test_a_printed_name_that_no_paper_has_does_not_exist(councillor, label):
    assert councillor.get(f"{AS_PRINTED}?label={label}").status_code == 404


def test_a_measure_that_the_catalogue_does_not_have_does_not_exist(councillor):
    assert councillor.get(reverse("dashboard:indicator", args=["zebras"])).status_code == 404


def test_a_measure_without_values_says_so(councillor):
    figures({})

    shown = text(councillor.get(reverse("dashboard:indicator", args=["re-referrals-percent"])))

    assert "No published paper states a value" in shown


def test_a_measures_page_has_sentence_table_and_sources(councillor):
    paper = figures({"value": 38, "period": "2024-03-31"}, {"value": 41.2}, {"value": 70, "area": "England"})

    shown = text(councillor.get(RATE))

    assert (
        "Children looked after per 10,000 in Wexcombe stood, as papers state, at 41.2 at 31 March 2025; up by 3.2 from "
        "38.0 at 31 March 2024; lower than England (70.0). Neither higher nor lower is better in itself: it depends."
    ) in shown
    assert 'data-date="2024-03-31"' in shown
    assert all(passage.get_absolute_url() in shown for passage in paper.passages.all())


def test_restated_values_stand_side_by_side(councillor):
    figures({"value": 41.2}, date="2025-05-01")
    figures({"value": 41.9}, date="2025-09-01")

    shown = text(councillor.get(RATE))

    assert "more than one value for 31 March 2025" in shown
    assert 'data-value="41.9000"' in shown
    assert ">41.2</a>" in shown
    assert "stood, as papers state, at 41.9" in shown


def test_targets_that_papers_state_are_a_column_and_what_the_value_is_held_to(councillor):
    measure = {"indicator": "re-referrals-percent", "unit": "percent"}
    figures({**measure, "value": 22}, {**measure, "value": 18, "role": "target"})

    shown = text(councillor.get(reverse("dashboard:indicator", args=["re-referrals-percent"])))

    assert ">Target</th>" in shown
    assert "target not met (target 18%)" in shown


def test_values_in_another_unit_are_not_drawn(councillor):
    figures({"value": 41.2}, {"value": 849, "unit": "count"})

    shown = text(councillor.get(RATE))

    assert 'data-value="849' not in shown
    assert "1 value in another unit is not in the chart" in shown
    assert ">849<" in shown


def test_each_council_has_its_own_figures(councillor):
    figures({"value": 41.2})
    figures({"value": 55.5, "area": "Marlshire"}, council_name="Marlshire Council")
    marlshire = Observation.objects.get(value=55.5).council

    assert "55.5" not in text(councillor.get(RATE, {"council": str(Observation.objects.get(value=41.2).council.pk)}))
    assert "55.5" in text(councillor.get(RATE, {"council": str(marlshire.pk)}))
    assert "Marlshire in" not in text(councillor.get(INDICATORS, {"council": str(marlshire.pk)}))


def test_a_council_without_values_of_the_measure_is_not_offered(councillor):
    figures({"indicator": "re-referrals-percent", "unit": "percent"}, council_name="Alder Council")
    figures({"value": 41.2})

    assert "at 41.2 at 31 March 2025" in text(councillor.get(RATE))


def test_a_value_that_two_papers_state_alike_is_not_called_restated(councillor):
    figures({})
    figures({})

    shown = text(councillor.get(RATE))

    assert "and again" in shown
    assert "earlier stated as" not in shown
