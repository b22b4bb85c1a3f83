"""Tables of explore education statistics."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.importing import breakdowns
from dashboard.models import Area, DataSet, OfficialMeasure, OfficialValue
from tests.dashboard.importing.tables import (
    ENGLAND,
    EXPLORE,
    MARL,
    VALES,
    WEXCOMBE,
    counted,
    csv_of,
    explore,
    standing,
    taken_in,
)

pytestmark = pytest.mark.django_db


def test_values_are_counted_for_the_country_its_regions_and_authorities():
    counted(explore(["rate"], ("2025", ENGLAND, "40.6"), ("2025", VALES, "37"), ("2025", WEXCOMBE, "36.5")))

    assert standing() == {
        ("rate", "England", "2025"): 40.6,
        ("rate", "Western Vales", "2025"): 37,
        ("rate", "Wexcombe", "2025"): 36.5,
    }
    wexcombe = Area.objects.get(name="Wexcombe")
    assert (wexcombe.code, wexcombe.number, wexcombe.region.name) == ("E10009950", "950", "Western Vales")


def test_each_column_and_breakdown_is_a_series_of_its_own():
    rows = [("2025", WEXCOMBE, age, share, number) for age, share, number in (("16 to 17", 50, 5), ("Total", 60, 12))]

    counted(explore(["age", "share_percent", "number"], *rows))

    assert standing() == {
        ("share_percent | age=16 to 17", "Wexcombe", "2025"): 50,
        ("number | age=16 to 17", "Wexcombe", "2025"): 5,
        ("share_percent | age=Total", "Wexcombe", "2025"): 60,
        ("number | age=Total", "Wexcombe", "2025"): 12,
    }
    told = OfficialMeasure.objects.get(code="share_percent | age=16 to 17")
    assert (told.name, told.unit, told.decimals) == ("Share percent: 16 to 17", "%", 0)


def test_another_order_of_columns_is_the_same_table():
    counted(explore(["sex", "age", "rate"], ("2025", WEXCOMBE, "Girl", "Total", 1)))

    content = csv_of(
        (*reversed(EXPLORE), "rate", "age", "sex"),
        [(*reversed(("2025", "Reporting year", *WEXCOMBE)), 2, "Total", "Girl")],
    )
    release = taken_in(b"\xef\xbb\xbf" + content, "something-else.csv")

    assert (release.found["revised"], release.found["new"]) == (1, 0)
    assert DataSet.objects.count() == 1


def test_symbols_are_kept_as_what_they_mean():
    signs = ["c", "z", "x", "u", "k", "low", ":", "", "-"]

    release = counted(
        explore(["rate"], ("2025", WEXCOMBE, "1"), *((str(2000 + at), WEXCOMBE, sign) for at, sign in enumerate(signs)))
    )

    stands = standing()
    assert [stands["rate", "Wexcombe", str(2000 + at)] for at in range(9)] == [
        "c",
        "z",
        "x",
        "u",
        "k",
        "k",
        "x",
        "-",
        "-",
    ]
    assert release.found["symbols"] == {"k": 2, "x": 2, "-": 2, "c": 1, "u": 1, "z": 1}


def test_wards_schools_and_terms_are_left_out_and_counted():
    ward = ("Ward", *WEXCOMBE[1:])
    content = explore(["rate"], ("2025", WEXCOMBE, "1"), ("2025", ward, "2"), ("2025", ward, "3"))
    content += ",".join(("2025", "Autumn term", *WEXCOMBE, "4\r\n")).encode()

    release = counted(content)

    assert standing() == {("rate", "Wexcombe", "2025"): 1}
    told = " ".join(release.found["warnings"])
    assert "2 rows are left out: they are of another level (Ward)" in told
    assert "1 row is left out: their period is not a whole year that can be read (2025 Autumn term)" in told


def test_columns_of_smaller_areas_are_no_breakdowns():
    content = csv_of((*EXPLORE, "lad_code", "lad_name", "rate"), [("2025", "Calendar year", *WEXCOMBE, "", "", 3)])

    counted(content)

    assert list(standing()) == [("rate", "Wexcombe", "2025")]


def test_an_area_without_code_and_number_is_none():
    unknown = ("Local authority", "E92000001", "England", "", "", "", "Not known", "")

    release = counted(explore(["rate"], ("2025", WEXCOMBE, "1"), ("2025", unknown, "2")))

    assert set(standing()) == {("rate", "Wexcombe", "2025")}
    assert "no area that can be told" in " ".join(release.found["warnings"])


def test_two_authorities_that_report_together_are_an_area_of_their_own():
    both = (
        "Local authority",
        "E92000001",
        "England",
        "E12000093",
        "Western Vales",
        "950 / 951",
        "Wexcombe / Marl",
        "z",
    )

    counted(explore(["rate"], ("2025", both, "1"), ("2025", WEXCOMBE, "2")))

    assert set(standing()) == {("rate", "Wexcombe / Marl", "2025"), ("rate", "Wexcombe", "2025")}


def test_a_reporting_year_ends_in_march_and_that_is_said():
    release = counted(explore(["rate"], ("2025", WEXCOMBE, "1")))

    assert OfficialValue.objects.get().date == date(2025, 3, 31)
    assert release.found["year_ends"] == "03-31"
    assert "31 March is assumed" in release.found["warnings"][0]


def test_a_reporting_year_of_staff_ends_in_september():
    release = counted(explore(["turnover_rate_fte", "agency_rate_fte"], ("2025", WEXCOMBE, "1", "2")))

    assert set(OfficialValue.objects.values_list("date", flat=True)) == {date(2025, 9, 30)}
    assert OfficialMeasure.objects.first().year_type == "Annual (end of Sept)"
    assert release.found["year_ends"] == "09-30"


def test_a_reporting_year_ends_when_a_person_said_it_does():
    release = taken_in(explore(["rate"], ("2025", WEXCOMBE, "1")))
    DataSet.objects.update(year_ends="08-31")

    counted_again = counted(explore(["rate"], ("2025", WEXCOMBE, "1"), ("2024", WEXCOMBE, "2")))

    assert counted_again.data_set == release.data_set
    assert set(OfficialValue.objects.values_list("date", flat=True)) == {date(2025, 8, 31), date(2024, 8, 31)}
    assert counted_again.found["warnings"] == []


def test_an_academic_year_says_itself_when_it_ends():
    release = counted(explore(["rate"], ("202425", WEXCOMBE, "1"), identifier="Academic year"))

    value = OfficialValue.objects.get()
    assert (value.date, value.period, release.found["year_ends"]) == (date(2025, 8, 31), "202425", "")


def test_years_of_two_sorts_are_series_of_their_own():
    content = explore(["rate"], ("2025", WEXCOMBE, "1"), identifier="Calendar year")
    content += ",".join(("202425", "Financial year", *WEXCOMBE, "2\r\n")).encode()

    counted(content)

    assert {code for code, _, _ in standing()} == {
        "rate | time_identifier=Calendar year", "rate | time_identifier=Financial year"
    }  # fmt: skip


def test_a_column_of_ages_narrows_rows_although_it_has_only_numbers():
    counted(explore(["age", "rate"], *(("2025", WEXCOMBE, age, age * 2) for age in (16, 17, 18))))

    assert standing()["rate | age=17", "Wexcombe", "2025"] == 34


def test_a_column_of_values_stays_one_with_some_cells_that_are_not_understood():
    rows = [("2025", (*WEXCOMBE[:5], str(100 + n), f"Area {n}", f"E0600{n:04}"), n / 10) for n in range(70)]

    release = counted(explore(["rate"], *rows, ("2024", WEXCOMBE, "1 to 5"), ("2023", WEXCOMBE, "1 to 5")))

    assert release.found["new"] == 70
    assert release.found["warnings"][-1].endswith("neither a number nor a known symbol: “1 to 5” (2 times).")


def test_a_series_that_is_blank_throughout_is_none():
    counted(explore(["sort", "rate", "number"], ("2025", WEXCOMBE, "Girls", 1, ""), ("2025", WEXCOMBE, "Boys", "", 2)))

    assert set(OfficialMeasure.objects.values_list("code", flat=True)) == {"rate | sort=Girls", "number | sort=Boys"}
    assert standing() == {("rate | sort=Girls", "Wexcombe", "2025"): 1, ("number | sort=Boys", "Wexcombe", "2025"): 2}


def test_rows_that_repeat_or_contradict_each_other_are_told():
    release = counted(
        explore(
            ["sort", "rate"],
            ("2025", WEXCOMBE, "Total", 1), ("2025", WEXCOMBE, "Total", 1),
            ("2025", MARL, "Total", 2), ("2025", MARL, "Total", 3),
        )
    )  # fmt: skip

    assert standing() == {("rate | sort=Total", "Wexcombe", "2025"): 1}
    told = " ".join(release.found["warnings"])
    assert "1 row is left out, as they repeat" in told
    assert "1 value is left out, as the file gives them twice" in told


def test_of_far_too_many_series_those_of_the_catalogue_are_kept(monkeypatch):
    monkeypatch.setattr(breakdowns, "MOST_SERIES", 3)
    kept = "Children looked after on 31 March each year"
    sorts = [kept, "Others", "Others still", "And yet others"]

    release = counted(explore(["population_type", "rate_per_10000"], *(("2025", WEXCOMBE, sort, 1) for sort in sorts)))

    assert [one.indicator_id for one in OfficialMeasure.objects.all()] == ["children-looked-after-rate"]
    assert "The file has 4 series, more than are kept. Only the 1 of them" in " ".join(release.found["warnings"])


def test_far_too_many_series_of_which_none_is_of_the_catalogue_are_refused(monkeypatch):
    monkeypatch.setattr(breakdowns, "MOST_SERIES", 3)

    release = taken_in(explore(["sort", "rate"], *(("2025", WEXCOMBE, f"Sort {n}", 1) for n in range(4))))

    assert (release.state, "far more series" in release.problem) == ("refused", True)


def test_an_authority_that_took_the_name_of_another_is_told_apart_by_its_number():
    before = (*WEXCOMBE[:5], "949", "Wexcombe", "E10009949")

    counted(explore(["rate"], ("2018", before, 1), ("2025", WEXCOMBE, 2)))

    assert dict(Area.objects.filter(level="authority").values_list("number", "name")) == {
        "950": "Wexcombe", "949": "Wexcombe (949)"
    }  # fmt: skip


def test_a_code_that_changed_is_the_newest_periods():
    before = (*WEXCOMBE[:7], "E06009949")

    counted(explore(["rate"], ("2025", WEXCOMBE, 2), ("2018", before, 1)))

    assert list(Area.objects.filter(level="authority").values_list("code", flat=True)) == ["E10009950"]


def test_a_table_that_was_put_together_in_the_table_tool_is_understood():
    heading = ("location", "location_code", "geographic_level", "time_period", "age", "Rate per 10,000")
    rows = [("Wexcombe", "E10009950", "Local authority"), ("England", "E92000001", "National")]

    release = counted(csv_of(heading, ((*area, year, "Total", 5) for area in rows for year in ("2024/25", "2023/24"))))

    assert set(standing()) == {
        ("Rate per 10,000 | age=Total", area, year) for area, *_ in rows for year in ("2024/25", "2023/24")
    }
    assert (release.found["year_ends"], Area.objects.get(level="authority").code) == ("03-31", "E10009950")


def test_a_table_without_numbers_or_rows_of_use_is_refused():
    ward = ("Ward", *WEXCOMBE[1:])
    for content in (explore(["words"], ("2025", WEXCOMBE, "many words")), explore(["rate"], ("2025", ward, 2))):
        release = taken_in(content)

        assert release.state == "refused"
        assert release.problem.startswith("No ")
        assert not DataSet.objects.exists()
