"""Stated figures against official ones: the same, otherwise by definition, otherwise, or not to be told."""

from __future__ import annotations

import pytest

from dashboard.claims.checking import check_council
from dashboard.models import Claim, DefinitionChange, NeighbourSet, OfficialValue
from reports.models import Council
from tests.dashboard.claims_of import figure, paper, publish
from tests.dashboard.official import areas, official, release, value

pytestmark = pytest.mark.django_db
RATE, LEAVERS = "children-looked-after-rate", "care-leavers-eet-percent"


def stated(text: str, slug: str = RATE, **said) -> Claim:
    """The claim that a figure of a published paper is."""
    made = paper(text, date="2025-07-01")
    unit = "percent" if slug.endswith("percent") else "per_10000" if slug.endswith("rate") else "count"
    boring = {"indicator": slug, "label": "A measure", "area": "Wexcombe", "period": "2025-03-31", "unit": unit}
    figure(made.passages.get(), **boring | said)
    publish(made)
    check_council(made.council or Council.objects.get())
    return Claim.objects.get(sort="official", document=made)


def test_the_same_period_within_rounding_is_consistent():
    official(RATE, {"Wexcombe": {2025: 36}}, decimals=0)

    claim = stated("The rate was 35.7 per 10,000.", value=35.7)

    assert claim.verdict == "consistent"
    assert "35.5 to 36.5" in " ".join(claim.working)
    assert claim.official.value == 36


def test_the_same_period_otherwise_differs_and_says_by_how_much():
    official(LEAVERS, {"Wexcombe": {2025: 58.2}})

    claim = stated("It was 63.4%.", LEAVERS, value=63.4)

    assert claim.verdict == "differs"
    assert "5.2 percentage points apart" in claim.working[-1]


def test_a_rate_that_is_off_by_little_may_be_reckoned_anew():
    official(RATE, {"Wexcombe": {2025: 44.2}})

    assert stated("The rate was 44.1 per 10,000.", value=44.1).verdict == "definition"


def test_an_in_year_figure_is_of_another_period():
    official(RATE, {"Wexcombe": {2024: 38, 2025: 36}}, decimals=0)

    claim = stated("The rate was 39.8 per 10,000.", value=39.8, period="2024-12")

    assert claim.verdict == "definition"
    assert "in-year (December 2024)" in claim.working[-1]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"label": "Care leavers in education (aged 17-21)"}, "ages 17 to 21"),
        ({"label": "Care leavers, excluding those not in touch"}, "leaves out"),
        ({"label": "Care leavers in education (provisional)"}, "provisional"),
    ],
)
def test_what_counts_otherwise_differs_by_definition(said, why):
    official(LEAVERS, {"Wexcombe": {2025: 53}})

    claim = stated("It was 58.2%.", LEAVERS, value=58.2, **said)

    assert claim.verdict == "definition"
    assert why in " ".join(claim.working)


@pytest.mark.parametrize(("slug", "said", "why"), [
    ("looked-after-cost-per-week", {"unit": "gbp", "value": 893}, "several ways"),
    (RATE, {"period": "2024/25", "value": 44}, "prints a year"),
    (RATE, {"area": "England", "value": 54.6}, "revised"),
])  # fmt: skip
def test_what_may_be_worked_out_otherwise_does_not_differ_outright(slug, said, why):
    official(slug, {"Wexcombe": {2025: 1455 if "cost" in slug else 53}, "England": {2025: 53.4}})

    claim = stated("As printed.", slug, **said)

    assert claim.verdict == "definition"
    assert why in " ".join(claim.working)


def test_a_change_of_definition_and_a_provisional_value_explain_a_difference():
    official(LEAVERS, {"Wexcombe": {2025: 53}}, status="provisional")
    DefinitionChange.objects.create(indicator_id=LEAVERS, date="2024-09-01", words="Counted anew.", source="Guide")

    working = " ".join(stated("It was 58.2%.", LEAVERS, value=58.2).working)

    assert "provisional" in working
    assert "Counted anew." in working


def test_a_value_that_was_revised_since_is_the_one_that_was_published_first():
    measure = official(LEAVERS, {"Wexcombe": {2025: 58.2}})
    later = release()
    OfficialValue.objects.update(replaced_by=later)
    value(measure, areas()["Wexcombe"], 2025, 53, later).save()

    claim = stated("It was 58.2%.", LEAVERS, value=58.2)

    assert claim.verdict == "definition"
    assert "published first and revised since" in claim.working[-1]


@pytest.mark.parametrize("symbol", ["c", "z", "x"])
def test_a_symbol_is_no_number_to_differ_from(symbol):
    official(LEAVERS, {"Wexcombe": {2025: symbol}})

    claim = stated("It was 58.2%.", LEAVERS, value=58.2)

    assert claim.verdict == "unknown"
    assert OfficialValue.Symbol(symbol).label in claim.working[0]


def test_without_an_official_value_near_it_cannot_be_told():
    official(LEAVERS, {"Wexcombe": {2016: 51}})

    assert stated("It was 58.2%.", LEAVERS, value=58.2).verdict == "unknown"


def test_a_value_of_england_is_that_of_the_last_year_known_then():
    official(RATE, {"England": {2024: 70, 2025: 67}}, decimals=0)

    claim = stated("Against 70 in England.", area="England", value=70, period="2024-12")

    assert claim.verdict == "consistent"
    assert "at 31 March 2024" in " ".join(claim.working)


def test_a_value_of_england_of_no_year_near_says_to_check_the_year():
    official(RATE, {"England": {2024: 70, 2025: 67}}, decimals=0)

    claim = stated("Against 61 in England.", area="England", value=61, period="2024-12")

    assert claim.verdict == "definition"
    assert "does not print which year" in claim.working[-1]


def test_neighbours_are_held_against_mean_and_median_of_each_set():
    official(RATE, {"Larchester": {2025: 40}, "Ness": {2025: 44}, "Holmshire": {2025: 60}})

    mean, median, neither = (
        stated(f"Against {said} of our neighbours.", area="Statistical neighbours", value=said) for said in (48, 44, 55)
    )

    assert "mean (2025 set)" in " ".join(mean.working)
    assert "median (2025 set)" in " ".join(median.working)
    assert [one.verdict for one in (mean, median, neither)] == ["consistent", "consistent", "definition"]
    assert "another set" in neither.working[-1]


def test_a_figure_without_a_period_never_differs():
    official(LEAVERS, {"Wexcombe": {2025: 53}})

    assert stated("It was 58.2%.", LEAVERS, value=58.2, period=None).verdict == "unknown"


def test_values_far_apart_are_not_told_to_be_of_one_measure():
    official(LEAVERS, {"Wexcombe": {2025: 4}})

    assert stated("It was 58.2%.", LEAVERS, value=58.2).verdict == "unknown"


def test_counts_that_are_published_in_tens_are_rounded():
    years = {year: 600 + 10 * (year - 2020) for year in range(2020, 2026)}
    official("children-looked-after-number", {"Wexcombe": years}, decimals=0)

    assert stated("There were 653.", "children-looked-after-number", value=653).verdict == "consistent"


def test_one_of_the_lowest_in_the_country_is_told_of_twenty_areas_and_more():
    others = {f"Area {number}": {2025: 40 + number} for number in range(1, 23)}
    official(RATE, {"Wexcombe": {2025: 41.5}, **others})
    stated("Its rate of 41.5 per 10,000 is one of the lowest in the country.", value=41.5)

    claim = Claim.objects.get(sort="superlative")

    assert claim.verdict == "consistent"
    assert "place 2 from the lowest of 23" in claim.working[0]


def test_one_of_the_lowest_in_the_country_cannot_be_told_of_few_areas():
    official(RATE, {"Wexcombe": {2025: 41.5}, "Ness": {2025: 50}})
    stated("Its rate of 41.5 per 10,000 is one of the lowest in the country.", value=41.5)

    assert Claim.objects.get(sort="superlative").verdict == "unknown"


def test_one_of_the_lowest_that_stands_past_the_middle_differs():
    others = {f"Area {number}": {2025: 40 + number} for number in range(1, 23)}
    official(RATE, {"Wexcombe": {2025: 58.5}, **others})
    stated("Its rate of 58.5 per 10,000 is one of the lowest in the country.", value=58.5)

    assert Claim.objects.get(sort="superlative").verdict == "differs"


@pytest.mark.parametrize(("words", "verdict"), [
    ("the lowest ever", "differs"), ("the lowest since 2021", "consistent"), ("the highest in four years", "differs"),
])  # fmt: skip
def test_a_record_is_held_against_the_series(words, verdict):
    series = {2018: 30, 2019: 60, 2020: 62, 2021: 64, 2022: 66, 2023: 66, 2024: 70}
    official(LEAVERS, {"Wexcombe": {**series, 2025: 55}})
    stated(f"At 55% it is {words}.", LEAVERS, value=55)

    assert Claim.objects.get(sort="superlative").verdict == verdict


def test_best_says_nothing_of_a_neutral_measure():
    official(RATE, {"Wexcombe": {2025: 41.5}})
    stated("It is one of the best in the country at 41.5 per 10,000.", value=41.5)

    claim = Claim.objects.get(sort="superlative")

    assert claim.verdict == "unknown"
    assert "Neither higher nor lower is better" in claim.working[0]


def test_the_lowest_of_its_neighbours_holds_by_a_set():
    official(RATE, {"Wexcombe": {2025: 35}, "Larchester": {2025: 40}, "Ness": {2025: 44}, "Holmshire": {2025: 60}})
    stated("At 35 per 10,000 it is the lowest among our statistical neighbours.", value=35)

    claim = Claim.objects.get(sort="superlative")

    assert claim.verdict == "consistent"
    assert str(NeighbourSet.objects.get()) in claim.working[0]
