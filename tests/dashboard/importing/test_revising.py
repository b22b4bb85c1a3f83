"""Releases that revise each other, and those that are taken back."""

from __future__ import annotations

import pytest
from django.db import connection

from dashboard.importing import NotNow, count, releases, withdraw
from dashboard.models import Area, DataSet, NeighbourSet, OfficialMeasure, OfficialValue, Release
from tests import factories
from tests.dashboard.importing.tables import (
    ENGLAND,
    WEXCOMBE,
    counted,
    described,
    dictionary,
    explore,
    lait,
    standing,
    table,
    taken_in,
)
from tests.dashboard.importing.test_neighbours import FIRST, newer

pytestmark = pytest.mark.django_db


def said(release: Release) -> list[int]:
    release.refresh_from_db()
    return [release.found[name] for name in ("new", "revised", "same")]


def test_a_new_release_with_the_same_numbers_changes_nothing():
    first = counted(table(1))

    second = counted(table("1.0"))

    assert said(second) == [0, 0, 1]
    assert OfficialValue.objects.get().release == first


def test_a_revised_value_is_kept_and_says_what_replaced_it():
    first = counted(table(1, ("2023", WEXCOMBE, 5)))

    second = counted(table(2, ("2025", WEXCOMBE, 3)))

    assert said(second) == [1, 1, 0]
    assert standing() == {
        ("rate", "Wexcombe", "2023"): 5,
        ("rate", "Wexcombe", "2024"): 2,
        ("rate", "Wexcombe", "2025"): 3,
    }
    old = OfficialValue.objects.get(release=first, period="2024")
    assert (old.value, old.replaced_by) == (1, second)


def test_the_preview_says_what_was_and_is():
    counted(table(1))

    release = taken_in(table("c"))

    assert release.found["examples"] == [
        {
            "measure": "Rate", "area": "Wexcombe", "period": "2024", "was": "1",
            "is": "suppressed, since few children are counted",
        }
    ]  # fmt: skip


def test_another_status_is_a_revision():
    counted(lait(("Rate", "2024 (prov)", "Wexcombe", "950", "1")))

    release = counted(lait(("Rate", "2024 (Final)", "Wexcombe", "950", "1")))

    assert said(release) == [0, 1, 0]
    assert OfficialValue.objects.current().get().status == "final"


def test_an_older_table_is_told_from_a_newer_one():
    counted(table(1, ("2025", WEXCOMBE, 2)))

    release = taken_in(table(1))

    assert "ends with 2024, but there are values of 2025" in release.found["warnings"][0]


def test_a_table_that_changes_most_values_is_asked_about():
    rows = [(str(1960 + year), area, year) for year in range(30) for area in (WEXCOMBE, ENGLAND)]
    counted(explore(["rate"], *rows))

    release = taken_in(explore(["rate"], *((year, area, value + 1) for year, area, value in rows)))

    assert "Most values differ" in release.found["warnings"][0]


def test_a_withdrawn_release_lets_what_it_replaced_count_again():
    counted(table(1))
    second = counted(table(2, ("2025", WEXCOMBE, 3)))

    withdraw(release=second, by=factories.user("publisher"), why="Published in error")

    second.refresh_from_db()
    assert (second.state, second.problem) == ("withdrawn", "Published in error")
    assert standing() == {("rate", "Wexcombe", "2024"): 1}
    assert OfficialValue.objects.count() == 1


def test_a_withdrawn_release_may_be_counted_again():
    release = counted(table(1))
    withdraw(release=release, by=factories.user("publisher"))

    count(release=release, by=factories.user("publisher"))
    releases.count_now(release)

    assert list(standing().values()) == [1]


def test_a_release_that_was_revised_cannot_be_withdrawn():
    first, _ = counted(table(1)), counted(table(2))

    with pytest.raises(NotNow, match="has revised values of this release"):
        withdraw(release=first, by=factories.user("publisher"))

    assert list(standing().values()) == [2]


def test_what_a_later_release_repeated_stays_when_the_first_is_withdrawn():
    first, second = counted(table(1)), counted(table("1.0"))

    withdraw(release=first, by=factories.user("publisher"))
    second.refresh_from_db()
    assert second.state == "counting"
    releases.count_now(second)

    assert list(standing().values()) == [1]
    assert OfficialValue.objects.get().release == second


def test_neighbours_that_were_replaced_count_again():
    first = counted(newer(*FIRST), "neighbours-2025.csv")
    second = counted(newer("951", "Close", "952", "Close", "953", "Close"), "neighbours-2025.csv")

    withdraw(release=second, by=factories.user("publisher"))
    first.refresh_from_db()
    releases.count_now(first)

    chosen = NeighbourSet.objects.get()
    assert (chosen.release, chosen.neighbours.first().neighbour.name) == (first, "Larchester")


def test_a_dictionary_that_was_replaced_counts_again():
    first = counted(dictionary(described("Rate", Topic="First")))
    second = counted(dictionary(described("Rate", Topic="Second")))

    withdraw(release=second, by=factories.user("publisher"))
    first.refresh_from_db()
    releases.count_now(first)

    assert OfficialMeasure.objects.get().topic == "First"


def test_rows_point_to_what_is_there():
    """The database does not look up each row's keys: importing alone writes them."""
    counted(table(1, ("2025", ENGLAND, 2)))
    counted(lait(("Rate", "2024", "Wexcombe", "950", "1"), ("Rate", "2024", "Marl", "951", "-")))
    counted(table(3))

    with connection.cursor() as cursor:
        cursor.execute(
            """SELECT count(*) FILTER (WHERE m.id IS NULL OR a.id IS NULL OR r.id IS NULL), count(*)
               FROM dashboard_officialvalue v LEFT JOIN dashboard_officialmeasure m ON m.id = v.measure_id
               LEFT JOIN dashboard_area a ON a.id = v.area_id LEFT JOIN dashboard_release r ON r.id = v.release_id"""
        )
        assert cursor.fetchone() == (0, 5)


def test_what_values_point_to_cannot_be_deleted():
    counted(table(1))

    for model in (Area, OfficialMeasure, Release, DataSet):
        with pytest.raises(Exception, match="protected"):
            model.objects.filter(pk=model.objects.order_by("-pk")[0].pk).delete()
