"""The sample files of official statistics, and the demonstration that counts them."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.core.management import CommandError, call_command

from dashboard.models import Aim, Area, LinkedIndicator, NeighbourSet, OfficialMeasure, OfficialValue, Release
from meetings.models import Matter
from reports.models import Council
from tests import factories
from tests.samples.make import HERE as PAPERS
from tests.samples.statistics.make import HERE, make
from tests.samples.statistics.values import OWN, areas, authorities, near


def test_the_files_are_those_that_the_sources_make(tmp_path):
    remade = make(tmp_path)

    assert {path.relative_to(tmp_path) for path in remade} == {
        path.relative_to(HERE) for path in HERE.rglob("*.csv") if path.parent.name != "sources"
    }
    assert [path.name for path in remade if path.read_bytes() != (HERE / path.relative_to(tmp_path)).read_bytes()] == []


def test_each_area_but_england_is_made_up():
    made_up = [area for area in areas() if area.name != "England"]

    assert len({area.code for area in made_up}) == len({area.number for area in made_up}) == len(made_up) == 25
    assert all(area.code.startswith(("E10009", "E1200009")) and area.number.startswith("9") for area in made_up)
    assert len(near(2021)) == len(near(2025)) == 10
    assert OWN not in near(2025)
    assert near(2021).keys() != near(2025).keys()


def test_the_sample_papers_state_the_same_numbers_of_children_looked_after():
    rows = csv.DictReader((HERE / "children-looked-after-rates-2025.csv").read_text(encoding="utf-8-sig").splitlines())
    official = {
        row["time_period"]: Decimal(row["children_count"])
        for row in rows
        if row["la_name"] == OWN and "31 March" in row["population_type"]
    }

    stated = dict(stated_in_march("children-looked-after-number"))

    assert len(stated) >= 3
    assert stated == {year: official[year] for year in stated}


def stated_in_march(slug: str) -> Iterator[tuple[str, Decimal]]:
    """What the sample papers state for the end of March, by year."""
    for path in sorted((PAPERS / "expected").glob("*.json")):
        for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]:
            period = fact.get("period") or ""
            if fact.get("indicator") == slug and fact["area"] == OWN and period[4:7] == "-03":
                yield period[:4], Decimal(str(fact["value"]))


def test_made_up_statistics_belong_in_the_demonstration_alone(settings):
    settings.DEMO = False

    with pytest.raises(CommandError, match="DEMO=1"):
        call_command("demo_statistics")


@pytest.mark.django_db
def test_the_demonstration_counts_the_files_and_leaves_one_to_look_through(settings, capsys):
    settings.DEMO = True
    council = Council.objects.create(name="Wexcombe County Council", short_name=OWN)
    Matter.objects.create(council=council, title="Family hubs", made_by=factories.user("officer"))

    call_command("demo_statistics")
    call_command("demo_statistics")

    assert "10 files of official statistics counted, 1 left to look through; 9 targets set." in capsys.readouterr().out
    left = Release.objects.get(state="preview")
    assert (left.found["revised"], [one["is"] for one in left.found["examples"]]) == (1, ["13.4"])
    assert not Release.objects.exclude(state__in=["preview", "counted"])
    own = Area.objects.get(council__short_name=OWN)
    assert (own.region.name, Area.objects.filter(level="authority").count()) == ("Western Vales", len(authorities()))
    assert NeighbourSet.objects.filter(neighbours__area=own).distinct().count() == 2
    assert OfficialMeasure.objects.exclude(indicator=None).values("indicator").distinct().count() >= 35
    values = OfficialValue.objects.filter(area=own)
    assert [str(value.value.normalize()) for value in values.exclude(replaced_by=None)] == ["651"]
    assert set(values.current().values_list("symbol", flat=True)) >= {"", "c", "x", "-"}
    assert values.filter(status="provisional").exists()
    assert set(Aim.objects.values_list("council__short_name", flat=True)) == {OWN}
    assert LinkedIndicator.objects.values_list("matter__title", "indicator", "answer").get() == (
        "Family hubs", "good-level-of-development-percent", "confirmed",
    )  # fmt: skip
