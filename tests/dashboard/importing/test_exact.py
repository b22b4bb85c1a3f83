"""An authority's, England's and its neighbours' values come out of the files exactly as they were put in."""

from __future__ import annotations

from decimal import Decimal

import pytest

from dashboard.models import OfficialMeasure
from dashboard.series import MEAN, MEDIAN, NATION, OWN, compared, official_lines
from reports.models import Council
from tests.dashboard.importing.tables import counted, described, dictionary, lait
from tests.dashboard.importing.test_neighbours import FIRST, newer

pytestmark = pytest.mark.django_db

# Of Wexcombe's neighbours by likeness: Larchester, Marl and Ness, here in another order.
ROWS = [
    ("England", "970.0", {"2022": "20.399999999999999", "2023": "-", "2024": "20.9"}),
    ("Marl", "951.0", {"2022": "2.6800000000000002", "2023": "-", "2024": "23.600000000000001"}),
    ("Ness", "953.0", {"2022": "-", "2023": "-", "2024": "20.199999999999999"}),
    ("Larchester", "952.0", {"2022": "2.67", "2023": "4", "2024": "19.100000000000001"}),
    ("Wexcombe", "950.0", {"2022": "13.600000000000001", "2023": "-", "2024": "0"}),
]


@pytest.fixture
def lines():
    council = Council.objects.create(name="Wexcombe County Council", short_name="Wexcombe")
    counted(dictionary(described("Rate", "Academic Year")))
    counted(newer(*FIRST), "statistical-neighbours-2025.csv")
    counted(lait(*(("Rate", year, name, number, value) for name, number, of in ROWS for year, value in of.items())))
    return official_lines([OfficialMeasure.objects.get()], compared(council))[0]


def values(line) -> list[str | None]:
    return [None if point.value is None else f"{point.value.normalize():f}" for point in line.points]


def test_values_come_out_as_published_and_gaps_stay_gaps(lines):
    assert values(lines.of(OWN)) == ["13.6", None, "0"]
    assert values(lines.of(NATION)) == ["20.4", None, "20.9"]


def test_averages_are_of_the_neighbours_that_have_a_value(lines):
    # A half is rounded by what the number is in binary: 2.675 lies a little below.
    assert values(lines.of(MEAN)) == ["2.67", "4", "20.97"]
    assert values(lines.of(MEDIAN)) == ["2.67", "4", "20.2"]
    assert [point.made_of for point in lines.of(MEAN).points] == [2, 1, 3]
    assert lines.of(MEAN).points[0].value == Decimal("2.67")


def test_averages_are_named_with_the_year_of_the_set(lines):
    assert lines.of(MEAN).name == "Statistical neighbours, mean (2025 set)"
