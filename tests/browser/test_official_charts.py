"""Charts of official lines show the same figures as their table, with gaps, bounds and marks, and can be taken away."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory
from playwright.sync_api import Page

from dashboard.drawing import drawing, multiples
from dashboard.models import Aim
from dashboard.series import Line, Lines
from tests.browser.axe import violations
from tests.browser.look import DESKTOP, TELEPHONE
from tests.browser.look import drawn as drawn_anew
from tests.dashboard.lines import line, point

OFFICIAL = Lines(
    (
        line({2020: 52, 2021: 53.5, 2022: "c", 2023: 58, 2024: 60.25}),
        line({2020: 60, 2021: 60.4, 2022: 62, 2023: 64, 2024: 65}, "nation"),
        line({2020: 57.27, 2021: 58, 2022: 58.5, 2023: 60.1, 2024: 61}, "mean"),
        Line("Larchester", "other", (point(2020, 40), point(2024, 44.5))),
    )
)
AIMS = [
    Aim(since=date(2020, 4, 1), until=date(2022, 3, 31), target=Decimal(70)),
    Aim(since=date(2022, 4, 1), target=Decimal(75), floor=Decimal(50)),
]
MARKS = [
    SimpleNamespace(date=date(2023, 10, 16), words="Close Marlow Lane", url="/decisions/1/", sort="decision"),
    SimpleNamespace(date=date(2023, 11, 2), words="Ofsted: Good", url="/inspections/1/", sort="inspection"),
]


def official(asked: str = "", small: bool = False) -> str:
    """The markup of a chart of official lines, or of small ones of its areas."""
    said = {"title": "Children looked after", "unit": "per_10000"}
    chart = (
        multiples(OFFICIAL, **said) if small else drawing(OFFICIAL, QueryDict(asked), aims=AIMS, marks=MARKS, **said)
    )
    told = {
        "chart": chart,
        "sentence": "The rate rose.",
        "csv": "?format=csv",
        "request": RequestFactory().get("/charts"),
    }
    template = "_small_multiples" if small else "_official_chart"
    return "<h1>Children looked after</h1><h2>Official</h2>" + render_to_string(f"dashboard/{template}.html", told)


def in_table(page: Page) -> dict[str, list[str]]:
    """Of each column of the table the figures."""
    rows = [[cell.inner_text().strip() for cell in row.locator("th, td").all()] for row in page.locator("tr").all()]
    columns = list(zip(*rows, strict=True))[1:]
    return {name: [said for said in values if re.fullmatch(r"[\d.]+", said)] for name, *values in columns}


def in_picture(page: Page) -> dict[str, list[str]]:
    """Of each line the figures at which its points stand, by the axis beside it."""
    ticks = page.locator("[aria-label='y-axis tick label'] text").all()
    scale = [(float(tick.text_content() or ""), tick.bounding_box()) for tick in ticks]
    (low, low_box), (high, high_box) = scale[0], scale[-1]
    assert low_box
    assert high_box
    a_pixel = (high - low) / (high_box["y"] - low_box["y"])
    lines: dict[str, list[str]] = {}
    for group in page.locator("[aria-label=dot]:not(.app-chart__mark)").all():
        for dot in group.locator("path").all():
            name = (dot.locator("title").text_content() or "").partition(",")[0]
            box = dot.bounding_box()
            assert box
            middle = box["y"] + box["height"] / 2 - low_box["y"] - low_box["height"] / 2
            lines.setdefault(name, []).append(f"{low + middle * a_pixel:.0f}")
    return lines


def test_points_stand_where_the_tables_figures_say(drawn):
    page = drawn(official("line=own&line=nation&line=larchester"))

    table = {name: [f"{float(said):.0f}" for said in figures] for name, figures in in_table(page).items()}
    for name, figures in in_picture(page).items():
        assert [int(said) for said in figures] == pytest.approx([int(said) for said in table[name]], abs=1)
    assert page.locator("[aria-label=dot]:not(.app-chart__mark) title").all_text_contents()[1] == (
        "Wexcombe, 31 March 2021: 53.50"
    )
    assert table.keys() == {"Wexcombe", "England", "Larchester"}


def test_a_suppressed_value_is_a_gap_with_its_symbol(drawn):
    page = drawn(official())

    assert page.locator("[aria-label=line] path").all()[2].get_attribute("d").count("M") == 2
    assert page.locator(".app-chart__gap text").all_text_contents() == [
        "cWexcombe, 31 March 2022: suppressed, since few children are counted"
    ]
    assert page.get_by_text("c: suppressed, since few children are counted").is_visible()


def test_targets_are_named_and_steps_of_one_are_joined(drawn):
    page = drawn(official())

    steps = page.locator(".app-chart__bound path").first.get_attribute("d")
    assert steps.count("M") == 1
    assert len(steps.split("L")) == 4
    names = page.locator(".app-chart__name text").all_text_contents()
    assert {"Target: 75 per 10,000", "Floor: 50 per 10,000"} <= set(names)


def test_marks_under_the_axis_are_numbered_as_in_the_list_and_lead_there(drawn):
    page = drawn(official())

    marks = page.locator(".app-chart__mark a:has(text)")
    assert marks.all_text_contents() == ["116 October 2023: Close Marlow Lane", "22 November 2023: Ofsted: Good"]
    assert [mark.get_attribute("href") for mark in marks.all()] == ["/decisions/1/", "/inspections/1/"]
    assert page.locator("ol a").all_text_contents() == ["Close Marlow Lane", "Ofsted: Good"]


def test_where_the_axis_starts_is_said_and_can_be_nought(drawn):
    page = drawn(official())
    assert page.get_by_text("The axis starts at 50, not at 0.").is_visible()

    drawn(official("zero=1"))

    assert page.get_by_text("The axis starts at 0.", exact=True).is_visible()


def taken_away(page: Page, sort: str) -> Path:
    with page.expect_download() as file:
        page.get_by_role("button", name=sort).press("Enter")
    assert file.value.suggested_filename == f"children-looked-after.{sort.lower()}"
    return file.value.path()


def test_a_chart_is_taken_away_as_a_picture_that_says_all(drawn):
    page = drawn(official())

    svg = ElementTree.fromstring(taken_away(page, "SVG").read_text())
    width, height, pixels = measured(page, taken_away(page, "PNG"))

    said = [element.text for element in svg.iter() if element.tag.endswith(("}text", "}tspan"))]
    assert {"Children looked after", "The rate rose.", "Wexcombe", "Target: 75 per 10,000"} <= set(said)
    assert "1. 16 October 2023: Close Marlow Lane" in said
    assert any((words or "").startswith("c: suppressed") for words in said)
    assert not [element for element in svg.iter() if element.tag.endswith("}style") or element.get("style")]
    assert (width, height) == (2 * int(svg.get("width")), 2 * int(svg.get("height")))
    # White all round, with the picture's colours in it.
    assert pixels[0] == [255, 255, 255, 255]
    assert [29, 112, 184, 255] in pixels


def measured(page: Page, png: Path) -> tuple[int, int, list[list[int]]]:
    """The size of a PNG, its first pixel and all colours in it, as a browser reads them."""
    blank = page.context.new_page()
    found = blank.evaluate(
        """async bytes => {
          const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: "image/png" }));
          const pen = new OffscreenCanvas(picture.width, picture.height).getContext("2d");
          pen.drawImage(picture, 0, 0);
          const dots = new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer);
          const parts = dot => [dot & 255, (dot >> 8) & 255, (dot >> 16) & 255, dot >>> 24];
          return [picture.width, picture.height, [dots[0], ...new Set(dots)].map(parts)];
        }""",
        list(png.read_bytes()),
    )
    return found[0], found[1], found[2]


def test_small_charts_of_areas_have_the_councils_own_line_in_each(drawn):
    page = drawn(official(small=True))

    assert page.locator(".app-chart__name text").all_text_contents() == ["England", "Larchester"]
    assert page.get_by_text("The dashed line in each chart is Wexcombe.").is_visible()
    # Two lines in each chart.
    assert page.locator("[aria-label=line] path").count() == 4


@pytest.mark.parametrize("content", [official(), official(small=True)], ids=["lines", "small charts"])
def test_drawn_charts_are_accessible_and_keep_to_the_security_policy(drawn, content):
    page = drawn(content)

    for size in (DESKTOP, TELEPHONE):
        page.set_viewport_size(size)
        drawn_anew(page)
        assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= TELEPHONE["width"]
    assert page.locator("figure svg [style], figure style").count() == 0


def test_on_paper_there_are_the_picture_and_its_table_and_nothing_to_press(drawn):
    page = drawn(official())

    page.emulate_media(media="print")

    assert page.locator("svg.app-plot").is_visible()
    assert page.locator("table").is_visible()
    assert page.get_by_role("button").filter(visible=True).count() == 0
    assert page.get_by_role("checkbox").filter(visible=True).count() == 0
