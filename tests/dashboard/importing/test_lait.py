"""The interactive tool's long table and its dictionary."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.models import Area, Indicator, OfficialMeasure, OfficialValue
from tests.dashboard.importing.tables import counted, described, dictionary, lait, standing, taken_in

pytestmark = pytest.mark.django_db

ENGLAND = ("England", "970.0")
WEXCOMBE, MARL = ("Wexcombe", "950.0"), ("Marl, City of", "951.0")


def test_values_are_counted_with_their_areas_and_series():
    counted(lait(("Rate", "2024", *WEXCOMBE, "20.100000000000001"), ("Rate", "2024", *ENGLAND, "0")))

    assert standing() == {("Rate", "Wexcombe", "2024"): 20.1, ("Rate", "England", "2024"): 0}
    assert Area.objects.get(name="England").level == "nation"
    assert Area.objects.get(number="950").level == "authority"


def test_a_dash_and_a_blank_are_missing_and_never_nought():
    release = counted(lait(("Rate", "2024", *WEXCOMBE, "-"), ("Rate", "2025", *WEXCOMBE, "")))

    assert set(standing().values()) == {"-"}
    assert release.found["symbols"] == {"-": 2}


def test_the_columns_may_come_in_any_order():
    content = b"value,la_number,years,la,data_item,short_desc\n1.5,950,2024,Wexcombe,Rate of it,Rate\n"

    counted(content)

    assert standing() == {("Rate", "Wexcombe", "2024"): 1.5}


def test_rows_of_no_use_are_counted_and_told():
    release = taken_in(
        lait(
            ("Rate", "2024", *WEXCOMBE, "1"),
            ("Rate", "0", *WEXCOMBE, "2"),
            ("Rate", "2025", "Statistical Neighbours", "", "3"),
            ("", "2024", *MARL, "4"),
            ("Rate", "2023", *MARL, "about 5"),
        )
        + b"Rate,Measure Rate,2024\n,,,,,\n\n"
    )

    assert (release.found["rows"], release.found["new"]) == (6, 1)
    told = " ".join(release.found["warnings"])
    for words in ("year cannot be read", "average of others", "name no measure", "more or fewer cells", "“about 5”"):
        assert words in told


def test_a_row_that_is_there_twice_counts_once():
    release = counted(lait(("Rate", "2024", *WEXCOMBE, "1"), ("Rate", "2024", *WEXCOMBE, "1")))

    assert standing() == {("Rate", "Wexcombe", "2024"): 1}
    assert "1 row is left out, as they repeat" in " ".join(release.found["warnings"])


def test_of_two_rows_that_contradict_each_other_neither_counts():
    release = counted(
        lait(("Rate", "2024", *WEXCOMBE, "1"), ("Rate", "2024", *WEXCOMBE, "2"), ("Rate", "2024", *MARL, "3"))
    )

    assert standing() == {("Rate", "Marl, City of", "2024"): 3}
    assert release.found["new"] == 1
    assert "twice and differently" in " ".join(release.found["warnings"])


def test_the_status_of_a_period_is_kept_beside_its_values():
    counted(lait(("Rate", "2024 (prov)", *WEXCOMBE, "1")))

    value = OfficialValue.objects.get()
    assert (value.period, value.status) == ("2024", "provisional")


def test_a_series_is_linked_to_the_measure_of_the_catalogue_with_its_name():
    linked = Indicator.objects.exclude(dfe_measure="").first()

    release = counted(lait((linked.dfe_measure, "2024", *WEXCOMBE, "1"), ("Unknown", "2024", *WEXCOMBE, "1")))

    assert OfficialMeasure.objects.get(code=linked.dfe_measure).indicator == linked
    assert OfficialMeasure.objects.get(code="Unknown").indicator is None
    assert [one["indicator"] for one in release.found["measures"]] == [linked.pk, ""]


def test_what_a_person_has_said_of_a_series_stays(django_user_model):
    linked = Indicator.objects.exclude(dfe_measure="").first()
    counted(lait((linked.dfe_measure, "2024", *WEXCOMBE, "1")))
    by = django_user_model.objects.create(username="publisher@wexcombe.example")
    OfficialMeasure.objects.update(indicator=None, linked_by=by)

    counted(lait((linked.dfe_measure, "2024", *WEXCOMBE, "2")))

    assert OfficialMeasure.objects.get().indicator is None


def test_a_measure_new_in_the_catalogue_is_linked_with_the_next_release():
    linked = Indicator.objects.exclude(dfe_measure="").first()
    counted(lait((linked.dfe_measure, "2024", *WEXCOMBE, "1")))
    OfficialMeasure.objects.update(indicator=None)

    counted(lait((linked.dfe_measure, "2024", *WEXCOMBE, "2")))

    assert OfficialMeasure.objects.get().indicator == linked


def test_years_end_as_the_dictionary_says():
    counted(dictionary(described("Staff", "Annual (end of Sept)"), described("School", "Academic Year")))

    counted(lait(("Staff", "2024", *WEXCOMBE, "1"), ("School", "2023/24", *WEXCOMBE, "2")))

    dates = dict(OfficialValue.objects.values_list("measure__code", "date"))
    assert dates == {"Staff": date(2024, 9, 30), "School": date(2024, 8, 31)}


def test_a_dictionary_that_comes_later_dates_the_values_anew():
    release = counted(lait(("School", "2024", *WEXCOMBE, "1"), ("School", "2014-16", *WEXCOMBE, "1")))
    assert "no dictionary says when their year ends" in " ".join(release.found["warnings"])

    counted(dictionary(described("School", "Calendar Year")))

    dates = dict(OfficialValue.objects.values_list("period", "date"))
    assert dates == {"2024": date(2024, 12, 31), "2014-16": date(2016, 12, 31)}


def test_the_dictionary_describes_its_measures():
    counted(
        dictionary(
            described(
                "High", Polarity="High", dps="1", Chart_title="High is better", **{"Hyperlink(s)": "www.x.gov.uk"}
            ),
            described("Low", Polarity="Low", dps="0"),
            described("None", Polarity="-"),
            described("Unsaid", Polarity="NA", y_axis_name="NA"),
        )
    )

    told = {one.code: (one.polarity, one.decimals, one.unit) for one in OfficialMeasure.objects.all()}
    assert told == {
        "High": ("high", 1, "%"), "Low": ("low", 0, "%"), "None": ("neutral", None, "%"), "Unsaid": ("", None, ""),
    }  # fmt: skip
    high = OfficialMeasure.objects.get(code="High")
    assert (high.name, high.topic, high.link) == ("High is better", "Sample", "www.x.gov.uk")


def test_of_a_measure_that_is_there_twice_the_row_updated_last_counts():
    release = counted(
        dictionary(
            described("Twice", Topic="Older", **{"Last Update": "45778"}),
            described("Twice", Topic="Newer", **{"Last Update": "46113"}),
            described("Twice", Topic="Oldest", **{"Last Update": "9999"}),
        )
    )

    assert OfficialMeasure.objects.get().topic == "Newer"
    assert "2 measures stand in it twice" in release.found["warnings"][0]


def test_a_changed_dictionary_says_what_it_changes():
    counted(dictionary(described("Rate", y_axis_name="Rate per 10,000"), described("Same")))

    release = taken_in(dictionary(described("Rate", y_axis_name="Rate per 1,000"), described("Same")))

    assert [release.found[name] for name in ("new", "revised", "same")] == [0, 1, 1]
    assert release.found["examples"] == [
        {"measure": "Measure Rate", "area": "", "period": "unit", "was": "Rate per 10,000", "is": "Rate per 1,000"}
    ]


def test_a_heading_alone_is_refused():
    for content in (lait(), dictionary()):
        release = taken_in(content)

        assert (release.state, "no measure below it" in release.problem) == ("refused", True)
