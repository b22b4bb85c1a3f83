"""Areas: known by number, code or name, and which council they are."""

from __future__ import annotations

import pytest

from dashboard.importing import settle_councils
from dashboard.importing.area_names import plain
from dashboard.models import Area
from reports.models import Council
from tests import factories
from tests.dashboard.importing.tables import WEXCOMBE, counted, explore, lait

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bristol, City of", "Bristol"),
        ("Herefordshire, County of", "Herefordshire"),
        ("County Durham", "Durham"),
        ("Bedford Borough", "Bedford"),
        ("St. Helens", "St Helens"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("Stockton-on-Tees", "Stockton on Tees"),
        ("Yorkshire and the Humber", "Yorkshire and The Humber"),
        ("London (Inner)", "Inner London"),
        ("Bath and North East Somerset Council", "Bath and North East Somerset"),
    ],
)
def test_an_area_is_known_by_either_name(one, other):
    assert plain(one) == plain(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Derby", "Derbyshire"), ("North Somerset", "Somerset"), ("West Berkshire", "Berkshire"), ("Durham", "Dorset")],
)
def test_areas_of_like_names_are_not_the_same(one, other):
    assert plain(one) != plain(other)


def test_an_area_is_known_again_by_its_number_whatever_it_is_called():
    counted(lait(("Rate", "2024", "Wexcombe, County of", "950", "1")))

    counted(explore(["rate"], ("2025", WEXCOMBE, 2)))

    area = Area.objects.get(level="authority")
    assert (area.name, area.code) == ("Wexcombe, County of", "E10009950")


def test_an_area_is_known_again_by_its_name_where_a_file_gives_neither_number_nor_code_of_it():
    Area.objects.create(name="Wexcombe, County of", level="authority")

    counted(explore(["rate"], ("2025", WEXCOMBE, 2)))

    assert Area.objects.get(level="authority").number == "950"


def test_a_region_is_known_again_by_its_name_and_gets_its_code():
    Area.objects.create(name="Western vales", level="region")

    counted(explore(["rate"], ("2025", WEXCOMBE, 2)))

    assert Area.objects.get(level="region").code == "E12000093"


def test_an_area_is_the_council_of_its_name():
    council = Council.objects.create(name="Wexcombe County Council", short_name="Wexcombe")

    counted(explore(["rate"], ("2025", (*WEXCOMBE[:6], "Wexcombe, County of", WEXCOMBE[7]), 2)))

    assert council.area.number == "950"


def test_a_council_whose_first_paper_comes_later_gets_its_area():
    counted(explore(["rate"], ("2025", WEXCOMBE, 2)))

    paper = factories.published("Decision")

    assert Area.objects.get(number="950").council == paper.council


def test_what_a_person_said_of_an_area_stays_and_a_name_of_two_is_left_open():
    other = Council.objects.create(name="Marl Council", short_name="Marl")
    Council.objects.create(name="Wexcombe County Council", short_name="Wexcombe")
    Area.objects.create(name="Wexcombe", level="authority", council=other)
    for name in ("Ness", "Ness, City of"):
        Area.objects.create(name=name, level="authority")
    Council.objects.create(name="Ness Council", short_name="Ness")

    assert settle_councils() == 0
