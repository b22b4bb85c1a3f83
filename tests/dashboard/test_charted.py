"""Official lines as a table and as a chart that its reader chooses the lines of."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from hypothesis import given, settings
from hypothesis import strategies as some

from dashboard.charted import table
from dashboard.drawing import Drawing, drawing, multiples
from dashboard.models import Aim
from dashboard.series import Line, Lines
from tests.dashboard.lines import line, point

VALUES = some.one_of(some.decimals(min_value=-999, max_value=9999, places=3), some.sampled_from("cxzuk-"))


def lines() -> Lines:
    """Five lines of a council, and those of two neighbours."""
    near = [Line(name, "other", (point(2024, 61), point(2025, 62))) for name in ("Larchester", "Marl and Ness")]
    known = [line({2024: 60, 2025: 61.5}, place) for place in ("nation", "region", "mean", "median")]
    return Lines((line({2023: 52, 2024: "c", 2025: 53.5}), *known, *near))


def chart(asked: str = "", **said) -> Drawing:
    return drawing(lines(), QueryDict(asked), title="Re-referrals", unit="percent", **said)


def chosen(asked: str) -> list[str]:
    return [column.key for column in chart(asked).table.columns]


def page(of: Drawing, template: str = "_official_chart") -> str:
    request = RequestFactory().get("/indicators/re-referrals/")
    told = {"chart": of, "request": request, "sentence": "Re-referrals stood at 53.5%.", "csv": "?format=csv"}
    return render_to_string(f"dashboard/{template}.html", told)


def test_a_row_stands_for_each_period_of_any_line():
    rows = table(lines()).rows

    assert [row.words for row in rows] == ["31 March 2023", "31 March 2024", "31 March 2025"]
    assert [cell.text for cell in rows[2].cells[:3]] == ["53.5", "61.5", "61.5"]


def test_a_symbol_and_nothing_at_all_are_told_apart_and_neither_is_nought():
    charted = table(lines())
    suppressed, nothing = charted.rows[1].cells[0], charted.rows[0].cells[1]

    assert (suppressed.value, suppressed.text, suppressed.symbol) == (None, "", "c")
    assert suppressed.words == "suppressed, since few children are counted"
    assert (nothing.value, nothing.symbol, nothing.words) == (None, "", "nothing published")
    assert charted.symbols == [("c", suppressed.words)]


def test_of_two_values_for_one_period_the_last_stands_and_no_symbol_hides_it():
    twice = Line("Wexcombe", "own", (point(2025, 50), point(2025, 51), point(2025, "x")))

    assert [cell.text for row in table([twice]).rows for cell in row.cells] == ["51"]


@given(some.lists(some.dictionaries(some.integers(2010, 2025), VALUES, max_size=6), min_size=1, max_size=4))
@settings(max_examples=50)
def test_every_point_of_every_line_stands_in_the_table_as_it_is(values):
    drawn = [line(of) for of in values]

    charted = table(drawn)

    cells = [[row.cells[index].point for row in charted.rows] for index in range(len(drawn))]
    in_order = [sorted(one.points, key=lambda of: of.date) for one in drawn]
    assert [[of for of in column if of] for column in cells] == in_order
    texts = [cell for row in charted.rows for cell in row.cells if cell.value is not None]
    assert all(Decimal(cell.text.replace(",", "").replace("−", "-")) == cell.value for cell in texts)


def test_at_first_the_councils_own_englands_and_the_mean_are_drawn():
    assert chosen("") == ["own", "nation", "mean"]


def test_a_reader_chooses_lines_which_keep_their_order():
    assert chosen("line=marl-and-ness&line=own") == ["own", "marl-and-ness"]


def test_lines_that_there_are_not_are_no_wish():
    assert chosen("line=nowhere") == ["own", "nation", "mean"]


def test_of_more_than_four_lines_the_others_are_left_out_and_named():
    asked = "&".join(f"line={key}" for key in ("own", "nation", "region", "mean", "larchester"))

    of = chart(asked)

    assert [column.key for column in of.table.columns] == ["own", "nation", "region", "mean"]
    assert of.left_out == ("Larchester",)
    assert "so Larchester is left out" in page(of)


def test_choosing_lines_keeps_what_else_the_address_says_but_the_page():
    of = chart("council=3&set=2021&line=own&zero=1&page=2&format=csv")

    assert of.kept == (("council", "3"), ("set", "2021"))
    assert '<input type="hidden" name="set" value="2021">' in page(of)
    assert of.zero
    assert "data-zero" in page(of)


def test_what_the_council_aims_at_is_named_with_its_days():
    aims = [
        Aim(since=date(2025, 4, 1), target=Decimal("20"), tolerance=Decimal("2"), source="Plan 2025"),
        Aim(since=date(2023, 4, 1), until=date(2025, 3, 31), target=Decimal("18"), floor=Decimal("25")),
    ]

    bounds = chart(aims=aims).bounds

    assert [(bound.name, bound.text, bound.since.year) for bound in bounds] == [
        ("Target", "18%", 2023),
        ("Floor", "25%", 2023),
        ("Target", "20%", 2025),
        ("Tolerated above", "22%", 2025),
        ("Tolerated below", "18%", 2025),
    ]
    assert "Target: 20% from 1 April 2025 (Plan 2025)" in page(chart(aims=aims))


def test_what_happened_is_listed_by_its_day_and_leads_there():
    marks = [
        SimpleNamespace(date=date(2025, 3, 4), words="Open four hubs", url="/decisions/2/", sort="decision"),
        SimpleNamespace(date=date(2024, 11, 5), words="Ofsted: Good", url="/inspections/1/", sort="inspection"),
    ]

    said = page(chart(marks=marks))

    assert said.index("/inspections/1/") < said.index("/decisions/2/")
    assert 'data-mark="decision" data-date="2025-03-04"' in said


def test_values_of_one_day_are_a_table_and_no_chart():
    of = drawing(Lines((line({2025: 50}),)), QueryDict(), title="Re-referrals", unit="percent")

    assert not of.makes_a_line
    assert "data-chart" not in page(of)
    assert "<table" in page(of)


def test_without_any_value_the_page_says_so():
    none = drawing(Lines(), QueryDict(), title="Re-referrals", unit="percent")

    assert "No official value" in page(none)
    assert "<table" not in page(none)


def test_small_charts_are_of_areas_not_of_averages_and_the_councils_own_comes_first():
    areas = reversed(list(lines()))

    of = multiples(areas, title="Re-referrals", unit="percent")

    assert [column.place for column in of.table.columns] == ["own", "other", "other", "region", "nation"]
    assert "data-multiples" in page(of, "_small_multiples")


def test_words_that_look_like_markup_stay_words():
    odd = Line("<script>alert(1)</script>", "other", (point(2024, 1), point(2025, 2)))

    said = page(drawing(Lines((odd,)), QueryDict("council=<b>"), title='"><b>', unit="count"))

    assert "<script>" not in said
    assert "<b>" not in said
