"""The page of a measure: its table, chart and file have the same figures, whoever chooses the lines and however."""

from __future__ import annotations

import csv
import re

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from dashboard.models import LinkedIndicator
from meetings.models import Decision
from tests import factories
from tests.dashboard.official import official

SLUG = "re-referrals-percent"
VALUES = {
    "Wexcombe": {2021: 24.1, 2022: "c", 2023: 22.5, 2024: 21.9, 2025: 20.1},
    "England": {2021: 22.7, 2022: 21.5, 2023: 22.4, 2024: 22.4, 2025: 22.6},
    "Larchester": {2021: 20, 2022: 21, 2023: "z", 2024: 22, 2025: 23.5},
    "Ness": {2021: 25, 2022: 24, 2023: 24, 2024: 23, 2025: 22.2},
}


@pytest.fixture
def address(migrated) -> str:
    official(SLUG, VALUES)
    factories.published("Decision")
    return reverse("dashboard:indicator", args=[SLUG])


def in_table(page: Page) -> dict[tuple[str, str], str]:
    """The figure or the symbol by area and last day."""
    table = page.locator("#official-chart table")
    areas = table.locator("thead th").all_inner_texts()[1:]
    cells = {}
    for row in table.locator("tbody tr").all():
        day = row.locator("th").get_attribute("data-date") or ""
        for area, cell in zip(areas, row.locator("td").all(), strict=True):
            cells[area, day] = cell.get_attribute("data-symbol") or cell.get_attribute("data-value") or ""
    return cells


def in_picture(page: Page) -> list[float]:
    """The figures that the points of the lines say of themselves."""
    said = page.locator("#official-chart [aria-label=dot]:not(.app-chart__mark) title").all_text_contents()
    return [float(title.rpartition(": ")[2].split()[0]) for title in said]


def in_file(page: Page) -> dict[tuple[str, str], str]:
    with page.expect_download() as file:
        page.locator("#official-chart").get_by_role("link", name="CSV").press("Enter")
    lines = file.value.path().read_text("utf-8-sig").splitlines()
    head = next(number for number, line in enumerate(lines) if line.startswith("measure"))
    rows = csv.DictReader(lines[head:])
    return {(row["area"], row["period_ends"]): row["value"] or row["symbol"] for row in rows}


def test_table_chart_and_file_have_the_same_figures(page, sign_in, address):
    sign_in(page, "councillor")
    page.goto(address)
    page.locator("#official-chart svg").first.wait_for()

    table, file, picture = in_table(page), in_file(page), in_picture(page)

    assert table["Wexcombe", "2025-03-31"].startswith("20.1")
    assert table["Wexcombe", "2022-03-31"] == "c"
    for place, said in table.items():
        assert same(said, file[place])
    assert sorted(picture) == sorted(float(said) for said in table.values() if said not in "cz")


def same(one: str, other: str) -> bool:
    return one == other or float(one) == float(other)


def test_a_reader_chooses_the_lines_with_the_keyboard(page, sign_in, address):
    sign_in(page, "councillor")
    page.goto(address)

    page.get_by_label("England", exact=True).press("Space")
    page.locator("#official-chart summary").press("Enter")
    page.get_by_label("Larchester").press("Space")
    page.get_by_label("Start the axis at 0").press("Space")
    page.get_by_role("button", name="Show these lines").press("Enter")

    expect(page.get_by_text("The axis starts at 0.", exact=True)).to_be_visible()
    names = page.locator("#official-chart .app-chart__name text").all_text_contents()
    assert "Wexcombe" in names
    assert "Larchester" in names
    assert "England" not in names


def test_without_scripts_the_table_and_the_choice_of_lines_are_there(plain_page, sign_in, address):
    sign_in(plain_page, "councillor")
    plain_page.goto(address)

    plain_page.get_by_label("England", exact=True).uncheck()
    plain_page.get_by_role("button", name="Show these lines").click()

    assert plain_page.url.endswith("#official-chart")
    assert "England" not in plain_page.locator("#official-chart thead").inner_text()
    assert plain_page.locator("#official-chart svg").count() == 0
    assert plain_page.get_by_role("button", name="PNG").count() == 0


def test_a_mark_leads_to_its_decision(page, sign_in, address):
    decision = Decision.objects.get()
    officer = factories.user("officer")
    LinkedIndicator.objects.create(indicator_id=SLUG, entry=decision, answer="confirmed", by=officer)
    sign_in(page, "councillor")
    page.goto(address)

    page.locator("#official-chart .app-chart__mark a").last.click()

    expect(page).to_have_url(re.compile(f"{decision.get_absolute_url()}$"))
