"""Lists of the register as files."""

import csv
import io
import itertools
import json
from datetime import date, timedelta

import openpyxl
import pytest
from django.urls import reverse

from meetings.columns import COLUMNS
from meetings.lists import LISTS
from meetings.models import Decision, Matter
from reports.models import Document
from tests import factories, world
from tests.meetings import many
from tests.meetings.reading_pages import signed_in
from tests.test_part_two import WORD

pytestmark = pytest.mark.django_db


def file(client, name: str, **asked: str) -> bytes:
    answer = client.get(reverse(f"meetings:{name}"), asked)
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return world.body(answer)


def rows(client, name: str, **asked: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file(client, name, format="csv", **asked).decode("utf-8-sig"))))


def test_every_list_can_be_taken_away():
    assert LISTS.keys() <= COLUMNS.keys()


@pytest.fixture
def full() -> Document:
    """A paper with a line of each sort, one of them of a matter, and one that states a vote and can be called in."""
    paper = factories.published(*factories.FACTS)
    line = Decision.objects.get()
    matter = Matter.objects.create(council=line.council, title="Family hubs", made_by=factories.user("officer"))
    until = date.today() + timedelta(days=2)
    Decision.objects.update(matter=matter, votes_for=5, votes_against=2, can_be_called_in=True, callable_until=until)
    return paper


@pytest.mark.parametrize("name", LISTS)
def test_each_row_names_its_paper_page_and_paragraph(client, name, full):
    signed_in(client, "councillor")
    found = rows(client, name)

    assert found
    for row in found:
        assert row["document_permalink"] == f"http://testserver{full.get_absolute_url()}"
        assert (row["page"], row["paragraph"], row["part"]) == ("1", "4.1", "open")
        assert row["source_permalink"].startswith(row["document_permalink"])
        assert row["permalink"].startswith("http://testserver/")
        assert (row["council"], row["confirmed_on"]) == ("Wexcombe County Council", date.today().isoformat())


@pytest.mark.parametrize("name", LISTS)
def test_all_three_files_of_a_list_hold_the_same_rows(client, name, full):
    signed_in(client, "councillor")

    as_csv = [row["permalink"] for row in rows(client, name)]
    as_json = json.loads(file(client, name, format="json"))
    sheet = openpyxl.load_workbook(io.BytesIO(file(client, name, format="xlsx"))).worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    in_excel = [row[headings.index("Permalink")] for row in sheet.iter_rows(min_row=2, values_only=True)]

    assert as_csv == [row["permalink"] for row in as_json["rows"]] == in_excel
    assert as_csv
    assert headings == [column.heading for column in COLUMNS[name]]


def test_a_file_holds_what_the_filters_leave_and_says_so(client):
    paper = factories.document()
    factories.accepted(paper, "Decision", decided_on="2024-05-01")
    factories.accepted(paper, "Decision", decided_on="2025-05-01")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "councillor")

    found = json.loads(file(client, "decisions", format="json", date_from="1 January 2025"))

    assert [row["date"] for row in found["rows"]] == ["2025-05-01"]
    assert found["filters"] == ["From 1 January 2025"]
    assert (found["count"], found["complete"]) == (1, True)


def test_a_file_holds_every_page_of_a_list(client):
    factories.published("Decision")
    many.copies(Decision.objects.get(), 60)
    signed_in(client, "councillor")

    assert len(rows(client, "decisions")) == 61


def test_a_file_asks_as_much_for_ten_lines_as_for_a_thousand(client, django_assert_max_num_queries):
    factories.published("Decision")
    many.copies(Decision.objects.get(), 999)
    signed_in(client, "councillor")

    with django_assert_max_num_queries(15):
        assert len(rows(client, "decisions")) == 1000


def test_dates_are_dates_in_excel_and_months_are_text(client):
    paper = factories.document()
    factories.accepted(paper, "Decision", decided_on="2025-05-01")
    factories.accepted(paper, "Decision", decided_on="2024-02")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    signed_in(client, "councillor")

    book = openpyxl.load_workbook(io.BytesIO(file(client, "decisions", format="xlsx")))
    headings = [cell.value for cell in book.worksheets[0][1]]
    cells = [row[headings.index("Date")] for row in book.worksheets[0].iter_rows(min_row=2)]

    assert [cell.value for cell in cells][1] == "2024-02"
    assert (cells[0].is_date, cells[0].value.date()) == (True, date(2025, 5, 1))


def test_a_savings_amount_is_a_number(client):
    factories.published("Saving")
    signed_in(client, "councillor")

    assert json.loads(file(client, "savings", format="json"))["rows"][0]["amount"] == 170000


def test_the_uncleared_get_no_exempt_row_and_the_cleared_get_it_marked(client):
    small = world.build()
    closed = Decision.objects.filter(finding__document=small.part_two)
    matter = Matter.objects.create(
        council=closed[0].council, title="Mombasa lease", exempt=True, made_by=factories.user("officer", "cleared")
    )
    closed.update(matter=matter, votes_for=5, can_be_called_in=True, callable_until=date.today() + timedelta(days=2))

    for role, form in itertools.product(("publisher", "cleared"), ("csv", "json")):
        signed_in(client, role)
        told = {name for name in LISTS if WORD.search(file(client, name, format=form))}
        assert told == (set(LISTS) if role == "cleared" else set()), (role, form)
    assert "exempt" in {row["part"] for row in rows(client, "decisions")}


def test_a_page_offers_its_files_with_the_filters_that_are_on(client):
    factories.published("Decision")
    signed_in(client, "councillor")

    page = client.get(reverse("meetings:decisions"), {"outcome": "approved", "page": "2"}).content.decode()

    assert 'href="/decisions/?outcome=approved&amp;format=csv"' in page


def test_a_piece_of_a_page_offers_them_too(client):
    factories.published("Decision")
    signed_in(client, "councillor")

    piece = client.get(
        reverse("meetings:decisions"), {"outcome": "approved"}, headers={"HX-Request": "true"}
    ).content.decode()

    assert "outcome=approved&amp;format=xlsx" in piece


def test_another_format_is_the_page(client):
    factories.published("Decision")
    signed_in(client, "councillor")

    assert client.get(reverse("meetings:decisions"), {"format": "exe"})["Content-Type"].startswith("text/html")


def test_nobody_takes_anything_away_without_signing_in(client):
    assert client.get(reverse("meetings:decisions"), {"format": "csv"}).status_code == 302
