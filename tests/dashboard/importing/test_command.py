"""The command that takes in files of official statistics."""

from __future__ import annotations

import io

import pytest
from django.core.management import CommandError, call_command

from dashboard.models import DataSet, OfficialValue, Release
from tests import factories
from tests.dashboard.importing.tables import WEXCOMBE, described, dictionary, explore, lait

pytestmark = pytest.mark.django_db


def run(*files, **options) -> str:
    out = io.StringIO()
    call_command("import_statistics", *map(str, files), stdout=out, no_color=True, **options)
    return out.getvalue()


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "children-looked-after.csv"
    kept = "Children looked after on 31 March each year"
    path.write_bytes(
        explore(["population_type", "rate_per_10000"], ("2025", WEXCOMBE, kept, "c"), ("2024", WEXCOMBE, kept, 1))
    )
    return path


def test_it_says_what_is_in_a_file_and_nothing_counts(table):
    said = run(table, by=factories.user("officer").username)

    assert said.splitlines() == [
        "children-looked-after.csv",
        "  Children looked after, to 2025: waits to be counted.",
        "  2 rows, 1 series, 1 area",
        "  Periods: 2024 to 2025",
        "  2 new, 0 revised, 0 the same",
        "  Of the catalogue: children-looked-after-rate "
        "(rate_per_10000 | population_type=Children looked after on 31 March each year)",
        "  In place of numbers: c (1)",
        "  Note: The file does not say when its years end; 31 March is assumed. "
        "Say so before it is counted if that is wrong.",
    ]
    assert not OfficialValue.objects.exists()


def test_with_count_files_count_in_their_order(table, tmp_path):
    words, values = tmp_path / "dictionary.csv", tmp_path / "long.csv"
    words.write_bytes(dictionary(described("Rate", "Academic Year")))
    values.write_bytes(lait(("Rate", "2024", "Wexcombe", "950", "1")))

    said = run(words, values, table, by=factories.user("publisher").username, count=True, year_ends="08-31")

    assert said.count(": counted.") == 3
    assert {date.isoformat()[5:] for date in OfficialValue.objects.values_list("date", flat=True)} == {"08-31"}
    assert DataSet.objects.get(layout="explore").year_ends == "08-31"


def test_the_same_file_again_changes_nothing(table):
    by = factories.user("publisher").username
    run(table, by=by, count=True)

    run(table, by=by, count=True)

    assert (Release.objects.count(), OfficialValue.objects.count()) == (1, 2)


def test_a_file_that_is_refused_is_named_and_the_others_are_taken(table, tmp_path):
    wrong = tmp_path / "wrong.csv"
    wrong.write_bytes(b"name,age\nA,1\n")
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")

    with pytest.raises(CommandError, match="2 of 3 files could not be used"):
        run(wrong, empty, table, by=factories.user("publisher").username, count=True)

    assert OfficialValue.objects.count() == 2


@pytest.mark.parametrize(("role", "count"), [("councillor", False), ("officer", True)])
def test_who_may_not_is_told(table, role, count):
    with pytest.raises(CommandError, match="is not the user name of"):
        run(table, by=factories.user(role).username, count=count)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        run(tmp_path / "nowhere.csv", by=factories.user("officer").username)
