"""Statistical neighbours, in the two ways in which they were published."""

from __future__ import annotations

import pytest

from dashboard.models import Area, Neighbour, NeighbourSet
from tests.dashboard.importing.tables import ENGLAND, WEXCOMBE, counted, explore, taken_in

pytestmark = pytest.mark.django_db

NEWER = "old_la_code,la_name,region_ind,region_name,SN_1,SN_1P,SN_2,SN_2P,SN_3,SN_3P\n"
OLDER = "LA num,LA Name,LA number,GOInd,GOReg,SN1,SNP,SN2,SNP,SN3,SNP,\n"
AREAS = [("950", "Wexcombe"), ("951", "Marl"), ("952", "Larchester"), ("953", "Ness")]


def newer(*first: str) -> bytes:
    rows = [f"{number},{name},8,Western Vales,{','.join(first)}\n" for number, name in AREAS]
    return (NEWER + rows[0] + "".join(_row(row, number) for row, (number, _) in zip(rows, AREAS, strict=True))).encode()


def _row(row: str, number: str) -> str:
    return "" if number == "950" else row.split("Vales,")[0] + "Vales,,,,,,\n"


FIRST = ("952", "Very close", "951", "Close ", "953", "Not close")


def test_neighbours_are_kept_in_their_order_with_their_closeness():
    counted(newer(*FIRST), "statistical-neighbours-2025.csv")

    wexcombe = Area.objects.get(number="950")
    assert list(wexcombe.neighbours.values_list("rank", "neighbour__name", "closeness")) == [
        (1, "Larchester", "Very close"), (2, "Marl", "Close"), (3, "Ness", "Not close")
    ]  # fmt: skip
    assert NeighbourSet.objects.get().year == 2025
    assert wexcombe.region.name == "Western Vales"


def test_the_older_file_with_columns_of_one_name_is_understood():
    rows = "950,Wexcombe,950,3,London (Outer),951,Extremely Close,952,Close,,,\n,,,,,,,,,,,\n"
    rows += "".join(f"{number},{name},{number},3,London (Outer),,,,,,,\n" for number, name in AREAS[1:])

    counted((OLDER + rows).encode(), "neighbours.csv")

    assert list(Neighbour.objects.values_list("neighbour__name", "closeness")) == [
        ("Marl", "Extremely close"), ("Larchester", "Close")
    ]  # fmt: skip
    assert NeighbourSet.objects.get().year == 2021
    assert Area.objects.get(level="region").name == "London (Outer)"


def test_a_year_that_the_name_does_not_say_is_taken_from_the_columns_and_told():
    release = taken_in(newer(*FIRST), "neighbours.csv")

    assert release.found["periods"] == ["2025"]
    assert "taken to be the 2025 set" in release.found["warnings"][0]


def test_numbers_of_no_authority_are_left_out_and_told():
    release = counted(newer("952", "Close", "999", "Close", "952", "Close"), "neighbours-2025.csv")

    assert Neighbour.objects.count() == 1
    assert "2 cells are left out that give the number of no authority known" in release.found["warnings"][0]


def test_a_region_that_a_table_gave_stays():
    counted(explore(["rate"], ("2025", ENGLAND, 1), ("2025", (*WEXCOMBE[:4], "Outer Vales", *WEXCOMBE[5:]), 2)))

    counted(newer(*FIRST), "neighbours-2025.csv")

    assert Area.objects.get(number="950").region.name == "Outer Vales"
    assert Area.objects.get(number="951").region.name == "Western Vales"


def test_a_new_release_of_a_set_replaces_it():
    counted(newer(*FIRST), "neighbours-2025.csv")

    release = counted(newer("951", "Very close", "952", "Close", "953", "Not close"), "neighbours-2025.csv")

    assert [release.found[name] for name in ("new", "revised", "same")] == [0, 2, 1]
    assert list(Neighbour.objects.values_list("neighbour__name", flat=True)) == ["Marl", "Larchester", "Ness"]
    assert NeighbourSet.objects.get().release == release


def test_a_file_that_names_no_neighbours_is_refused():
    release = taken_in((NEWER + "950,Wexcombe,8,Western Vales,,,,,,\n").encode())

    assert release.state == "refused"
    assert "by their numbers" in release.problem
