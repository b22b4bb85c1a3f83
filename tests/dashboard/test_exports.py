"""Figures, and the names that papers print for measures, as files."""

import json

import pytest
from django.urls import reverse

from tests import factories, world
from tests.test_part_two import WORD

pytestmark = pytest.mark.django_db
FILES = {
    "dashboard:indicators": ([], {}),
    "dashboard:indicator": (["children-looked-after-rate"], {}),
    "dashboard:as_printed": ([], {"label": "Children who swim"}),
    "dashboard:unnamed": ([], {}),
    "dashboard:printed_names": ([], {}),
}


@pytest.fixture
def small() -> world.World:
    return world.build()


def rows(client, name: str) -> list[dict]:
    args, asked = FILES[name]
    answer = client.get(reverse(name, args=args), {"format": "json", **asked})
    assert answer["Content-Disposition"].startswith("attachment"), name
    return json.loads(world.body(answer))["rows"]


def test_each_row_of_figures_names_its_paper_page_and_paragraph(small, client):
    client.force_login(factories.user("officer"))

    for name in FILES:
        found = rows(client, name)
        assert found, name
        for row in found:
            assert row["document_permalink"] == f"http://testserver{small.published.get_absolute_url()}", name
            assert (row["page"], row["paragraph"], row["part"]) == (1, "4.1", "open"), name


def test_a_value_is_a_number_with_its_measure_and_period(small, client):
    client.force_login(factories.user("councillor"))

    [row] = rows(client, "dashboard:indicator")

    assert (row["value"], row["measure_id"], row["period"]) == (41.2, "children-looked-after-rate", "2025-03-31")


def test_only_the_cleared_take_exempt_figures_away(small, client):
    client.force_login(factories.user("officer"))
    assert [name for name in FILES if WORD.search(json.dumps(rows(client, name)).encode())] == []

    client.force_login(factories.user("officer", "cleared"))
    assert {name for name in FILES if WORD.search(json.dumps(rows(client, name)).encode())} == {
        "dashboard:indicators", "dashboard:unnamed", "dashboard:printed_names",
    }  # fmt: skip


def test_the_page_of_programs_lists_every_operation(client):
    client.force_login(factories.user("councillor"))

    page = client.get(reverse("dashboard:api")).content.decode()

    assert page.count("GET /api/v1/") == 25
    assert "http://testserver/api/v1/openapi.json" in page
