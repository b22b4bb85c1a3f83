"""The pages that hold an authority against others: on one measure, and on all."""

from __future__ import annotations

import csv
import io
import re
from decimal import Decimal
from statistics import fmean, median

import pytest
from django.urls import reverse

from dashboard.models import Area, Indicator, Neighbour, NeighbourSet, OfficialValue
from reports.models import Council
from tests import factories, world
from tests.dashboard import pages
from tests.dashboard.official import NEAR, areas, official, release

pytestmark = pytest.mark.django_db

COMPARE = reverse("dashboard:compare")
ALL = reverse("dashboard:compare_all")
LOW, NEUTRAL = "re-referrals-percent", "children-looked-after-rate"
VALUES = {
    "Wexcombe": {2023: 20, 2024: 19, 2025: 18.2},
    "England": {2024: 22, 2025: 21.5},
    "Larchester": {2024: 15, 2025: 16.4},
    "Ness": {2024: 25, 2025: "c"},
    "Holmshire": {2024: 30, 2025: 31},
    "Farshire": {2024: 10, 2025: 11},
}


@pytest.fixture
def council():
    factories.published("Decision")
    areas()
    return Council.objects.get(name="Wexcombe County Council")


@pytest.fixture
def low(council):
    """A measure of which lower is better, of Wexcombe, its neighbours, England and one more authority."""
    return official(LOW, VALUES).indicator


def area(name: str) -> int:
    return Area.objects.get(name=name).pk


def table(answer) -> dict[str, list[str]]:
    """The cells of each row of the page's first table, by the name of the area."""
    first = answer.content.decode().split("</table>")[0]
    rows = re.findall(r"<tr.*?</tr>", first, re.DOTALL)[1:]
    cells = [[" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in re.split(r"</t[hd]>", row)] for row in rows]
    return {row[0].removesuffix(" this authority").removesuffix(" your choice"): row[1:-1] for row in cells}


def test_the_page_holds_the_council_against_its_neighbours_england_and_averages(councillor, low):
    answer = councillor.get(COMPARE, {"indicator": LOW})
    found = table(answer)

    assert found["Wexcombe"] == ["18.2%", "", "2nd of 3", ""]
    assert found["Larchester"] == ["16.4%", "1.8 percentage points lower", "1st of 3", "1st"]
    assert found["Ness"] == ["suppressed, since few children are counted", "", "", "2nd"]
    assert found["England"][:2] == ["21.5%", "3.3 percentage points higher"]
    assert found["Statistical neighbours, mean (2025 set)"][0] == "23.7% of 2 values"
    assert found["Statistical neighbours, median (2025 set)"][0] == "23.7% of 2 values"
    assert "Farshire" not in found
    assert "which is better" in pages.text(answer)


def test_another_period_is_shown_as_it_stood(councillor, low):
    found = councillor.get(COMPARE, {"indicator": LOW, "period": "2024-03-31"})

    assert table(found)["Ness"][:3] == ["25.0%", "6.0 percentage points higher", "3rd of 4"]
    assert "18.2% at 31 March 2025" not in pages.text(found)
    assert "stood at 19.0% at 31 March 2024" in pages.text(found)


def test_one_more_authority_can_be_chosen(councillor, low):
    found = table(councillor.get(COMPARE, {"indicator": LOW, "also": area("Farshire")}))

    assert found["Farshire"] == ["11.0%", "7.2 percentage points lower", "1st of 4", ""]


def test_an_authority_that_is_no_council_of_the_register_can_be_compared(councillor, low):
    answer = councillor.get(COMPARE, {"indicator": LOW, "area": area("Farshire")})

    assert table(answer)["Farshire"][0] == "11.0%"
    assert "Re-referrals within 12 months in Farshire stood at 11.0%" in pages.text(answer)


def test_the_council_that_a_link_names_is_the_one_compared(councillor, low, council):
    Area.objects.filter(name="Farshire").update(council=Council.objects.create(name="Farshire Council", short_name="F"))

    assert "Farshire: " not in pages.text(councillor.get(COMPARE, {"indicator": LOW, "council": council.pk}))
    farshire = Area.objects.get(name="Farshire").council_id
    assert "Farshire beside others" in pages.text(councillor.get(COMPARE, {"indicator": LOW, "council": farshire}))


def test_a_neutral_measure_has_neither_place_nor_colour(councillor, council):
    official(NEUTRAL, VALUES)

    for address in (f"{COMPARE}?indicator={NEUTRAL}", ALL):
        page = councillor.get(address).content.decode()
        main = page[page.index("<main") :]
        assert "18.2" in main
        for word in ("best first</th>", "app-change--", "govuk-tag", "better,", "worse", "1st of", "quarter</strong>"):
            assert word not in main, word


def test_the_neighbours_are_those_of_the_set_that_is_chosen(councillor, low):
    older = NeighbourSet.objects.create(year=2021, release=release("neighbours", data_set="older"))
    Neighbour.objects.create(
        set=older, area_id=area("Wexcombe"), neighbour_id=area("Farshire"), rank=1, closeness="Very close"
    )

    newest = table(councillor.get(COMPARE, {"indicator": LOW}))
    found = table(councillor.get(COMPARE, {"indicator": LOW, "set": "2021"}))

    assert "Larchester" in newest
    assert found["Farshire"][3] == "1st, very close"
    assert "Larchester" not in found
    assert "Statistical neighbours, mean (2021 set)" in found


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        ({"indicator": "nothing"}, "Choose a measure from the list."),
        ({"area": "0"}, "Choose an authority from the list."),
        ({"also": "moon"}, "Choose one more authority"),
        ({"order": "best"}, "Choose an order from the list."),
    ],
)
def test_a_wrong_wish_is_told_and_nothing_is_compared(councillor, low, asked, problem):
    page = pages.text(councillor.get(COMPARE, asked))

    assert "There is a problem" in page
    assert problem in page
    assert "18.2%" not in page


@pytest.mark.parametrize("asked", [{"period": "1999"}, {"period": "\0"}, {"set": "9" * 5000}, {"set": "x"}])
def test_a_period_or_set_left_over_from_something_else_gives_the_latest(councillor, low, asked):
    assert "18.2%" in pages.text(councillor.get(COMPARE, {"indicator": LOW, **asked}))


def test_of_two_official_series_the_reader_chooses_one(councillor, low):
    one = official(LOW, {"Wexcombe": {2024: 77}}, code="other", name="Another series", release=release("explore"))

    shown = councillor.get(COMPARE, {"indicator": LOW})
    chosen = councillor.get(COMPARE, {"indicator": LOW, "series": one.code})

    assert table(shown)["Wexcombe"][0] == "18.2%"
    assert "Another series</option>" in pages.text(shown)
    assert table(chosen)["Wexcombe"][0] == "77.0%"
    assert '<option value="other" selected' in pages.text(chosen)


def test_htmx_gets_the_piece_with_what_it_shows_said(councillor, low):
    page = pages.text(councillor.get(COMPARE, {"indicator": LOW}, headers=pages.HTMX))

    assert "<html" not in page
    assert '<div id="said" hx-swap-oob="innerHTML">Re-referrals within 12 months: 4 authorities</div>' in page
    assert '<div id="filter" hx-swap-oob="innerHTML">' in page


def test_without_statistics_the_page_says_what_to_do(client):
    client.force_login(factories.user("officer"))
    for address in (COMPARE, ALL):
        assert "Upload a file of official statistics" in pages.text(client.get(address))
    client.force_login(factories.user("councillor"))
    assert "once officers have taken in official statistics" in pages.text(client.get(ALL))


def file_of(answer) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(world.body(answer).decode("utf-8-sig"))))


def test_the_file_of_one_measure_has_every_area_and_period(councillor, low):
    found = file_of(councillor.get(COMPARE, {"indicator": LOW, "also": area("Farshire"), "format": "csv"}))
    held = {(row["area"], row["period"]): row["value"] or row["symbol"] for row in found}

    assert {key: value for key, value in held.items() if "neighbours" not in key[0]} == {
        (name, str(year)): str(value) for name, by_year in VALUES.items() for year, value in by_year.items()
    }


def test_all_measures_stand_in_one_table_by_topic(councillor, low):
    official(NEUTRAL, {name: {2025: 40} for name in VALUES})

    page = pages.text(councillor.get(ALL))

    assert "Wexcombe: 2 measures" in page
    assert f"{COMPARE}?indicator={LOW}&amp;area={area('Wexcombe')}&amp;set=2025" in page
    assert "▼</span> Down by 0.8 percentage points, better" in page
    assert "3rd of 4" in page
    assert "not ranked" in page


def test_a_quarter_is_told_in_words_and_colour_among_twenty_authorities(councillor, council):
    official(LOW, VALUES | {f"Area {n}": {2025: 20 + n} for n in range(20)})

    page = main(councillor.get(ALL))

    assert "3rd of 24" in page
    assert '<strong class="govuk-tag govuk-tag--green">Best quarter</strong>' in page


def test_all_measures_are_narrowed_by_topic_words_and_year(councillor, low):
    official(NEUTRAL, {"Wexcombe": {2025: 40}})
    topic = Indicator.objects.get(pk=NEUTRAL).topic

    assert "Re-referrals" not in main(councillor.get(ALL, {"topic": topic}))
    words = main(councillor.get(ALL, {"q": "referrals"}))
    assert "Re-referrals" in words
    assert "looked after per" not in words
    assert "Remove this filter:" in words
    earlier = main(councillor.get(ALL, {"year": "2024"}))
    assert "19.0%" in earlier
    assert "18.2%" not in earlier
    assert "looked after per" not in earlier


def main(answer) -> str:
    page = answer.content.decode()
    return page[page.index('id="results"') :]


def test_filters_that_leave_nothing_say_so(councillor, low):
    assert "No measure is left by these filters." in main(councillor.get(ALL, {"q": "swimming"}))
    assert "Choose a topic from the list." in pages.text(councillor.get(ALL, {"topic": "Roads"}))


def test_the_file_of_all_measures_has_values_averages_and_ranks(councillor, low):
    (row,) = file_of(councillor.get(ALL, {"format": "csv"}))

    assert (row["measure_id"], row["value"], row["nation"], row["mean"]) == (LOW, "18.2", "21.5", "23.7")
    assert (row["rank"], row["rank_of"], row["quartile"]) == ("3", "4", "")
    assert (row["change"], row["change_since"], row["change_is"]) == ("-0.8", "2024", "better")


@pytest.mark.parametrize("address", [f"{COMPARE}?indicator={LOW}", f"{COMPARE}?indicator={LOW}&period=2024-03-31", ALL])
def test_every_number_is_one_of_the_database_or_made_of_the_neighbours_there(councillor, low, address):
    page = pages.text(councillor.get(address))
    told = re.findall(r'<data value="([^"]+)" data-source="([^"]+)">([^<]+)</data>', page)
    made = re.findall(r'<data value="([^"]+)" data-average="(\w+)" data-made-of="(\d)">', page)
    year = "2024" if "2024" in address else "2025"
    near = OfficialValue.objects.known().filter(area__name__in=NEAR, period=year).values_list("value", flat=True)

    assert told
    for value, source, words in told:
        assert Decimal(value) == OfficialValue.objects.get(pk=source).value
        assert words == f"{Decimal(value):.1f}%"
    assert sorted(average for _, average, _ in made) == ["mean", "median"]
    for value, average, count in made:
        assert int(count) == len(near)
        assert float(value) == round({"mean": fmean, "median": median}[average](map(float, near)), 2)


def test_both_pages_ask_as_much_for_sixty_measures(councillor, low, django_assert_max_num_queries):
    for slug in Indicator.objects.exclude(pk=LOW).values_list("pk", flat=True)[:60]:
        official(slug, VALUES)

    for address in (ALL, f"{COMPARE}?indicator={LOW}&also={area('Farshire')}"):
        with django_assert_max_num_queries(15):
            councillor.get(address)
