"""What the database refuses of official statistics, definitions, claims and watch lists."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from dashboard.models import (
    Area,
    Claim,
    DefinitionChange,
    Neighbour,
    NeighbourSet,
    OfficialMeasure,
    OfficialValue,
    Release,
    Watched,
)
from tests import factories
from tests.dashboard.official import areas, official, release

pytestmark = pytest.mark.django_db
RATE = "children-looked-after-rate"


def refused(make, name: str) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        make()


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"name": "Marl", "code": "E10009901"}, "area_code_once"),
        ({"name": "Marl", "number": "991"}, "area_number_once"),
        ({"name": "Larchester"}, "area_name_once_a_level"),
    ],
)
def test_an_area_is_there_once(said, name):
    Area.objects.create(name="Larchester", level="authority", code="E10009901", number="991")

    refused(lambda: Area.objects.create(level="authority", **said), name)


def test_areas_without_a_code_or_number_are_no_clash():
    for name in ("Larchester", "Marl"):
        Area.objects.create(name=name, level="authority")

    assert Area.objects.filter(code="", number="").count() == 2


def test_a_neighbour_is_another_area_once_and_with_a_rank_of_its_own():
    there = areas()
    own, near, new = there["Wexcombe"], there["Larchester"], Area.objects.create(name="Marl", level="authority")
    chosen = NeighbourSet.objects.get()

    refused(lambda: Neighbour.objects.create(set=chosen, area=own, neighbour=own, rank=9), "neighbour_is_another")
    refused(lambda: Neighbour.objects.create(set=chosen, area=own, neighbour=near, rank=9), "neighbour_once")
    refused(lambda: Neighbour.objects.create(set=chosen, area=own, neighbour=new, rank=1), "neighbour_rank_once")


def test_a_set_of_neighbours_is_of_a_year_of_its_own():
    areas(year=2025)

    refused(lambda: NeighbourSet.objects.create(year=2025, release=release("neighbours")), "year")


def test_a_measure_is_in_its_data_set_once_and_a_file_is_one_release():
    measure = official(RATE, {"Wexcombe": {2024: 40}})
    held = Release.objects.first()

    refused(
        lambda: OfficialMeasure.objects.create(data_set=measure.data_set, code=measure.code, name="Again"),
        "official_measure_once",
    )
    refused(lambda: release(sha256=held.sha256), "sha256")


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ({"value": None, "symbol": ""}, "official_value_or_symbol"),
        ({"value": 4, "symbol": "c"}, "official_value_or_symbol"),
        ({"value": 41}, "official_value_once"),
    ],
)
def test_a_cell_has_a_value_or_a_symbol_and_one_that_stands(said, name):
    official(RATE, {"Wexcombe": {2024: 40}})
    held = OfficialValue.objects.get()
    cell = {"measure": held.measure, "area": held.area, "period": held.period, "date": held.date}
    of_another = {} if name == "official_value_once" else {"period": "2031"}

    refused(lambda: OfficialValue.objects.create(release=held.release, **cell | of_another | said), name)


def test_a_value_is_replaced_by_another_release():
    official(RATE, {"Wexcombe": {2024: 40}})
    held = OfficialValue.objects.get()

    refused(
        lambda: OfficialValue.objects.filter(pk=held.pk).update(replaced_by=held.release),
        "official_value_replaced_by_another",
    )


def test_a_definition_changes_once_a_day():
    said = {"indicator_id": RATE, "date": date(2031, 4, 1), "words": "Other ages", "source": "The publication"}
    DefinitionChange.objects.create(**said)

    refused(lambda: DefinitionChange.objects.create(**said), "definition_change_once_a_day")


def test_a_claim_is_kept_once():
    paper = factories.published("Decision")
    said = {"council": paper.council, "document": paper, "sort": "votes", "verdict": "consistent", "said": "7 to 4"}
    Claim.objects.create(key="k", **said)

    refused(lambda: Claim.objects.create(key="k", **said), "key")


def test_a_measure_is_on_a_watch_list_once_at_a_time():
    council = factories.published("Decision").council
    said = {"council": council, "indicator_id": RATE, "why": "worse", "sentence": "It is worse."}
    first = Watched.objects.create(**said)

    refused(lambda: Watched.objects.create(**said), "watched_once_at_a_time")
    Watched.objects.filter(pk=first.pk).update(until=first.since)
    Watched.objects.create(**said)
