"""The catalogue: its files are complete and the database says what they say; which official series is which measure."""

from __future__ import annotations

import datetime

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import catalogue, official_series
from dashboard.models import DataSet, DefinitionChange, Indicator
from dashboard.official_series import indicator_for

MEASURES = catalogue.rows("indicators.csv")
CHANGES = catalogue.rows("definition_changes.csv")
SLUGS = {row["slug"] for row in MEASURES}
NEUTRAL_BY_THE_DEPARTMENT = (
    "referrals-rate",
    "children-in-need-rate",
    "section-47-rate",
    "initial-conferences-rate",
    "child-protection-plans-rate",
    "children-looked-after-rate",
    "children-starting-to-be-looked-after-rate",
    "children-ceasing-to-be-looked-after-rate",
)


def wrong(rows, is_right) -> list[str]:
    """The slugs of the rows of which something is not so."""
    return [row["slug"] for row in rows if not is_right(row)]


def of(polarity: str) -> list[dict[str, str]]:
    return [row for row in MEASURES if row["polarity"] == polarity]


@pytest.mark.parametrize("name", ["name", "unit", "polarity", "topic", "why", "definition", "source", "reviewed_on"])
def test_each_measure_is_complete(name):
    assert not wrong(MEASURES, lambda row: row[name].strip())


@pytest.mark.parametrize(
    ("name", "known"),
    [("topic", catalogue.TOPICS), ("unit", Indicator.Unit.values), ("polarity", Indicator.Polarity.values)],
)
def test_each_measure_is_of_a_known_sort(name, known):
    assert not wrong(MEASURES, lambda row: row[name] in known)


def test_no_definition_was_reviewed_in_the_future():
    today = timezone.localdate()

    assert not wrong(MEASURES, lambda row: datetime.date.fromisoformat(row["reviewed_on"]) <= today)


def test_each_share_and_rate_says_what_is_divided_by_what_and_no_number_does():
    shares = ("percent", "per_10000", "ratio", "score", "gbp")

    assert not wrong(MEASURES, lambda row: (row["unit"] in shares) == bool(row["numerator"] and row["denominator"]))


def test_each_neutral_measure_says_why_neither_is_better():
    assert len(of("neutral")) > 10
    assert not wrong(of("neutral"), lambda row: "neither" in (row["why"] + row["note"]).lower())


def test_a_measure_with_a_target_says_that_both_sides_are_worse():
    assert of("target")
    assert not wrong(of("target"), lambda row: "near" in row["why"] and "neither" in row["why"])


def test_an_official_measure_is_named():
    assert not wrong(MEASURES, lambda row: row["official"] or not row["dfe_measure"])


def test_sentences_end_as_the_page_wants_them():
    assert not wrong(MEASURES, lambda row: row["why"].endswith(".") and row["definition"].endswith("."))
    # The page ends the note itself.
    assert not wrong(MEASURES, lambda row: not row["note"].endswith("."))


@pytest.mark.parametrize("slug", NEUTRAL_BY_THE_DEPARTMENT)
def test_rates_that_the_department_gives_no_direction_stay_neutral(slug):
    assert {row["slug"]: row["polarity"] for row in MEASURES}[slug] == "neutral"


def test_no_two_measures_share_a_name_or_an_official_short_name():
    names = [row["name"].lower() for row in MEASURES]
    short = [row["dfe_measure"].lower() for row in MEASURES if row["dfe_measure"]]

    assert len(SLUGS) == len(set(names)) == len(MEASURES)
    assert len(set(short)) == len(short)


def test_each_change_is_of_a_measure_and_says_what_and_where_that_is_told():
    today = timezone.localdate()

    assert {row["slug"] for row in CHANGES} <= SLUGS
    assert not wrong(CHANGES, lambda row: datetime.date.fromisoformat(row["date"]) <= today)
    assert not wrong(CHANGES, lambda row: row["words"].endswith(".") and row["source"].strip())


@pytest.mark.django_db
def test_the_database_says_what_the_files_say():
    told = {measure.slug: measure for measure in Indicator.objects.all()}

    assert told.keys() == SLUGS
    for row in MEASURES:
        measure = told[row["slug"]]
        assert {name: str(getattr(measure, name)) for name in row} == row
        measure.full_clean()


@pytest.mark.django_db
def test_the_database_has_each_change_of_a_definition():
    kept = DefinitionChange.objects.values_list("indicator_id", "date", "words", "source")

    told = {(row["slug"], datetime.date.fromisoformat(row["date"]), row["words"], row["source"]) for row in CHANGES}
    assert set(kept) == told


@pytest.mark.django_db
def test_taking_the_files_in_again_mends_what_differs_and_drops_changes_that_are_no_more():
    Indicator.objects.filter(slug="referrals-rate").update(why="")
    gone = DefinitionChange.objects.create(
        indicator_id="referrals-rate", date="2001-01-01", words="Nothing.", source="Nowhere"
    )

    catalogue.take_in(Indicator, DefinitionChange)

    assert Indicator.objects.get(slug="referrals-rate").why
    assert not DefinitionChange.objects.filter(pk=gone.pk).exists()
    assert DefinitionChange.objects.count() == len(CHANGES)


@pytest.mark.django_db
def test_a_measure_that_the_files_no_longer_have_is_kept():
    Indicator.objects.create(slug="swimmers", name="Children who swim", unit="count", polarity="high")

    catalogue.take_in(Indicator, DefinitionChange)

    assert Indicator.objects.filter(slug="swimmers").exists()


def test_each_polarity_is_explained():
    assert catalogue.EXPLAINED.keys() == set(Indicator.Polarity.values)
    assert catalogue.explained("") == ""


def test_a_definition_is_overdue_after_a_year_or_where_nobody_looked_at_it():
    day = datetime.date(2025, 6, 1)

    assert not catalogue.is_overdue(day, datetime.date(2026, 6, 1))
    assert catalogue.is_overdue(day, datetime.date(2026, 6, 4))
    assert catalogue.is_overdue(None, day)


def test_topics_stand_in_their_order_and_unknown_ones_last():
    measures = [Indicator(name=name, topic=topic) for name, topic in (("B", "Money"), ("A", "Dance"), ("C", "Health"))]

    assert [topic for topic, _ in catalogue.by_topic(measures)] == ["Health", "Money", "Dance"]


# Which official series is which measure.


def test_each_series_is_of_a_measure_and_named_once():
    told = [(one.layout, one.column.lower(), tuple(sorted(one.filters.items()))) for one in official_series.series()]

    assert {one.slug for one in official_series.series()} <= SLUGS
    assert {one.layout for one in official_series.series()} <= set(DataSet.Layout.values)
    assert len(set(told)) == len(told)


def test_a_column_of_a_file_without_filters_is_the_measures_series():
    assert indicator_for("explore", "vacancy_rate_fte", {}) == "social-worker-vacancies-percent"
    assert indicator_for("explore", "vacancy_rate_headcount", {}) is None


def test_a_column_is_the_series_only_for_what_its_rows_are_narrowed_to():
    at = {"population_type": "Children looked after on 31 March each year"}
    starting = {"population_type": "Children starting to be looked after each year"}

    assert indicator_for("explore", "rate_per_10000", at) == "children-looked-after-rate"
    assert indicator_for("explore", "rate_per_10000", starting) == "children-starting-to-be-looked-after-rate"
    assert indicator_for("explore", "rate_per_10000", {}) is None
    assert indicator_for("explore", "rate_per_10000", {"population_type": "Children who swim"}) is None


def test_rows_of_some_children_are_not_the_series_of_all():
    of_all = {"category": "Child Protection Plans", "gender": "Total", "age": "All"}

    assert indicator_for("explore", "CPP_At31_rate", of_all) == "child-protection-plans-rate"
    assert indicator_for("explore", "CPP_At31_rate", {**of_all, "gender": "Girls"}) is None


def test_how_final_a_row_is_does_not_matter():
    group = {"social_care_group": "CLA 12 months at 31 March", "version": "Provisional"}

    assert indicator_for("explore", "avg_att8", group) == "attainment-8-looked-after"


def test_ages_are_told_apart():
    working = {"breakdown": "Total in education, employment or training"}

    older = indicator_for("explore", "care_leaver_percent", {**working, "care_leaver_age": "19 to 21 years"})
    younger = indicator_for("explore", "care_leaver_percent", {**working, "care_leaver_age": "17 to 18 years"})
    assert (older, younger) == ("care-leavers-eet-percent", None)


@settings(max_examples=40)
@given(st.sampled_from(official_series.series()), st.booleans(), st.sampled_from(["", " "]))
def test_neither_case_nor_order_nor_spaces_matter(one, upper, space):
    change = str.upper if upper else str.lower
    filters = {change(name): change(value) + space for name, value in reversed(one.filters.items())}

    assert indicator_for("explore", change(one.column) + space, filters) == one.slug


def test_a_series_of_the_interactive_tool_is_known_by_its_short_name():
    named = [row for row in MEASURES if row["dfe_measure"]]

    assert not wrong(named, lambda row: indicator_for("lait", row["dfe_measure"]) == row["slug"])


@pytest.mark.parametrize(("layout", "column"), [("lait", "CPP_Dance"), ("neighbours", "LAC"), ("explore", "LAC")])
def test_what_the_catalogue_does_not_name_is_no_measure(layout, column):
    assert indicator_for(layout, column, {}) is None
