"""The page of the watch list, and its files."""

from __future__ import annotations

import csv
import io
import re
from datetime import date
from decimal import Decimal

import pytest

from dashboard.models import Aim, DefinitionChange, Indicator, OfficialValue
from dashboard.watch_lists import renew
from reports.models import Council
from tests import factories, world
from tests.dashboard import pages
from tests.dashboard.official import official
from tests.dashboard.watched import LOW, NEUTRAL, WATCH, a_council, a_worse_measure, by_year, others

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return a_council()


@pytest.fixture
def worse(council):
    return a_worse_measure()


def test_the_page_lists_the_measure_with_its_sentence(councillor, worse):
    page = pages.text(councillor.get(WATCH))

    assert worse.name in page
    assert "21.0% at 31 March 2025" in page
    assert "the mean of its statistical neighbours in the 2025 set (18.0%), which is worse" in page
    assert "do not mean that anybody did badly" in page
    assert "failing" not in page.lower()


def test_every_number_is_one_of_the_database(councillor, worse):
    page = pages.text(councillor.get(WATCH, {"than": "nation"}))
    lines = re.findall(r'data-value="(.+?)" data-source="(\d+)" data-beside="(.+?)" data-beside-source="(\d+)"', page)

    (line,) = lines
    kept = {value.pk: value.value for value in OfficialValue.objects.all()}
    assert Decimal(line[0]) == kept[int(line[1])] == 21
    assert Decimal(line[2]) == kept[int(line[3])] == 18
    assert "Official lait table" in page


def test_htmx_gets_the_piece_with_the_count_said(councillor, worse):
    answer = councillor.get(WATCH, {"than": "nation", "years": "5"}, headers=pages.HTMX)
    page = pages.text(answer)

    assert "<html" not in page
    assert '<div id="said" hx-swap-oob="innerHTML">1 measure listed</div>' in page
    assert "higher than England (18.0%)" in page
    assert answer.headers["HX-Push-Url"].endswith("than=nation&years=5")


@pytest.mark.parametrize(("asked", "problem"), [({"than": "moon"}, "whom to compare"), ({"years": "6"}, "of years")])
def test_a_wrong_wish_is_told_and_nothing_is_listed(councillor, worse, asked, problem):
    page = pages.text(councillor.get(WATCH, asked))

    assert "There is a problem" in page
    assert problem in page
    assert "21.0%" not in page


def test_a_council_that_is_no_area_is_told_what_to_do(client):
    factories.published("Decision")
    client.force_login(factories.user("officer"))

    assert "Upload a file of official statistics" in pages.text(client.get(WATCH))
    client.force_login(factories.user("councillor"))
    assert "No official statistics are held for this council." in pages.text(client.get(WATCH))


def test_without_papers_there_is_nothing_yet(councillor):
    assert "Nothing is in the register yet" in pages.text(councillor.get(WATCH))


def test_a_neutral_measure_enters_by_the_councils_own_thresholds_alone(councillor, council):
    official(NEUTRAL, {"Wexcombe": by_year(30, 33, 36, 40, 44, 48, 52)} | others(40))
    assert "52.0" not in pages.text(councillor.get(WATCH))

    threshold(council, upper=45)

    page = pages.text(councillor.get(WATCH))
    assert "above the council's upper threshold" in page.replace("&#x27;", "'")
    assert "worse;" not in page


def threshold(council: Council, **said) -> Aim:
    by = factories.user("officer")
    of = Indicator.objects.get(pk=NEUTRAL)
    return Aim.objects.create(
        council=council, indicator=of, since=date(2015, 1, 1), source="The plan for 2015", by=by, **said
    )


def test_a_change_of_what_is_counted_leaves_the_measure_out(councillor, worse):
    DefinitionChange.objects.create(indicator=worse, date=date(2022, 4, 1), words="Counted anew", source="A note")

    assert "since what is counted was changed" in pages.text(councillor.get(WATCH))


def test_stated_figures_stand_beside_for_those_who_may_read_them(client, worse):
    later = {"indicator": LOW, "label": worse.name, "unit": "percent", "period": "2025-09-30"}
    pages.figures(later | {"value": 22.5})
    pages.figures(later | {"period": "2025-12-31", "value": 77.7}, exempt=True)

    def page(*roles: str) -> str:
        client.force_login(factories.user(*roles))
        return pages.text(client.get(WATCH))

    assert "22.5% at 30 September 2025</a>: in-year and provisional" in page("councillor")
    assert "77.7" not in page("publisher")
    assert "77.7% at 31 December 2025" in page("councillor", "cleared")


def test_each_council_has_a_list_of_its_own(councillor, worse):
    factories.published("Decision", council_name="Marlshire County Council")
    marlshire = Council.objects.get(name="Marlshire County Council")

    page = pages.text(councillor.get(WATCH, {"council": marlshire.pk}))

    assert 'The measures of <span id="whose">Marlshire County Council</span>' in page
    assert worse.name not in page
    assert 'name="council"' in page


def test_the_file_has_what_the_page_has(councillor, worse):
    rows = csv.DictReader(io.StringIO(world.body(councillor.get(WATCH, {"format": "csv"})).decode("utf-8-sig")))
    found = {row["measure_id"]: row for row in rows}

    assert len(found) == Indicator.objects.count()
    assert found[LOW]["part_of_the_list"] == "worse"
    assert (found[LOW]["value"], found[LOW]["value_compared_with"]) == ("21", "18")
    assert found[LOW]["values_in_trend"] == "7"
    assert found[NEUTRAL]["part_of_the_list"] == "left out"


@pytest.mark.parametrize("asked", ["xlsx", "json"])
def test_the_other_files_are_made_too(councillor, worse, asked):
    assert world.body(councillor.get(WATCH, {"format": asked}))


def test_the_page_asks_as_much_for_sixty_measures(councillor, worse, django_assert_max_num_queries):
    for slug in Indicator.objects.exclude(pk=LOW).values_list("pk", flat=True)[:60]:
        official(slug, {"Wexcombe": by_year(1, 2, 3.1, 4, 5, 6, 7)} | others(3))
    threshold(Council.objects.get(name="Wexcombe County Council"), upper=5)

    with django_assert_max_num_queries(15):
        councillor.get(WATCH)


def test_the_page_tells_what_entered_of_late(councillor, council, worse):
    renew(council)

    assert "listed as worse than others and getting worse" in pages.text(councillor.get(WATCH))
