"""Rows as CSV, Excel and JSON: what was written reads back the same, and nothing in it runs."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.escape import unescape

from reports import sheets
from reports.exports import Column, Extract
from tests import factories, world

HOSTILE = [
    "=1+1", "+44 1632 960001", "-5 places", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\ufeff=1",
    "＝1+1", "＋1", "－1", "＠A1",
    '=HYPERLINK("http://wexcombe.example","read")',
]  # fmt: skip
HARMLESS = ["4.2", "Head of Early Help", "a=b", "(a) note", "'quoted'", "£1,500", "–5 (an en dash)"]
COLUMNS = tuple(Column(name, lambda row, name=name: row[name]) for name in ("text", "day", "sum", "yes", "names"))


def extract(*rows: dict, **said) -> Extract:
    boring = {"text": "A line", "day": date(2026, 11, 22), "sum": Decimal("12.50"), "yes": True, "names": ["A B", "C"]}
    return Extract("forward_plan", "Forward plan", COLUMNS, [boring | row for row in rows], **said)


def as_csv(one: Extract) -> list[list[str]]:
    return list(csv.reader(io.StringIO("".join(sheets.csv_pieces(one)).removeprefix("\ufeff"), newline="")))


def as_json(one: Extract) -> dict:
    return json.loads("".join(sheets.json_pieces(one)))


def as_sheets(one: Extract) -> list:
    with sheets.xlsx(one) as file:
        return openpyxl.load_workbook(io.BytesIO(file.read())).worksheets


def test_a_csv_begins_with_the_mark_of_utf8_and_ends_its_lines_as_the_standard_has_it():
    written = "".join(sheets.csv_pieces(extract({})))

    assert written == "\ufefftext,day,sum,yes,names\r\nA line,2026-11-22,12.5,yes,A B; C\r\n"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_in_a_csv_is_never_a_formula(text):
    assert as_csv(extract({"text": text}))[1][0] == f"'{text}"


@pytest.mark.parametrize("text", HARMLESS)
def test_other_texts_are_as_they_are(text):
    assert as_csv(extract({"text": text}))[1][0] == text


def test_a_number_below_nought_stays_a_number():
    rows = as_csv(extract({"sum": Decimal("-1500.00")}, {"sum": -3}, {"sum": None}))

    assert [row[2] for row in rows[1:]] == ["-1500", "-3", ""]


@pytest.mark.parametrize("text", [*HOSTILE, *HARMLESS, "<r>raw</r>", "two\nlines", "_x0041_", "bell\x07"])
def test_a_text_in_excel_is_text_and_reads_back(text):
    cell = as_sheets(extract({"text": text}))[0]["A2"]

    assert cell.data_type in ("s", "inlineStr")
    # Excel reads _x0007_ as the bell.
    assert unescape(cell.value).strip() == text.strip()


def test_excel_has_dates_as_dates_and_numbers_as_numbers():
    row = as_sheets(extract({}))[0][2]

    assert row[1].is_date
    assert [cell.value for cell in row[1:]] == [datetime(2026, 11, 22), 12.5, "yes", "A B; C"]


def test_the_header_of_excel_stays_in_sight():
    sheet = as_sheets(extract({}))[0]

    assert (sheet.freeze_panes, sheet["A1"].value, sheet["A1"].font.bold) == ("A2", "Text", True)


def test_a_text_too_long_for_a_cell_is_cut_and_says_so():
    value = as_sheets(extract({"text": "word " * 10_000}))[0]["A2"].value

    assert len(value) == sheets.LONGEST
    assert value.endswith("…")


def test_a_json_says_what_it_is_and_reads_back():
    made = extract({}, filters=["Outcome: Approved"], made_at=datetime(2026, 11, 22, 9, 30, tzinfo=UTC))

    found = as_json(made)

    assert found["rows"] == [
        {"text": "A line", "day": "2026-11-22", "sum": 12.5, "yes": True, "names": ["A B", "C"]}
    ]  # fmt: skip
    assert (found["list"], found["filters"]) == ("forward_plan", ["Outcome: Approved"])
    assert (found["made_at"], found["count"], found["complete"]) == ("2026-11-22T09:30:00+00:00", 1, True)
    assert "paper itself is the record" in found["notice"]


def test_a_json_without_rows_is_whole():
    assert as_json(extract())["rows"] == []


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), max_size=5))
def test_any_text_reads_back_from_csv_and_json(texts):
    rows = [{"text": text} for text in texts]

    assert [row["text"] for row in as_json(extract(*rows))["rows"]] == texts
    assert [row[0].removeprefix("'") for row in as_csv(extract(*rows))[1:]] == [t.removeprefix("'") for t in texts]


def test_a_file_that_is_cut_says_so_plainly():
    def cut() -> Extract:
        return extract({}, {}, {}, most=2)

    rows, book, found = as_csv(cut()), as_sheets(cut()), as_json(cut())

    assert rows[3] == ["Only the first 2 are in this file. Narrow the list, for example by dates, to take away the "
                       "others."]  # fmt: skip
    assert len(rows) == 4
    assert (book[0]["A4"].value, book[1]["B6"].value) == (rows[3][0], rows[3][0])
    assert (len(found["rows"]), found["complete"], found["left_out"]) == (2, False, rows[3][0])


def test_a_file_that_is_just_full_is_not_cut():
    assert as_json(extract({}, {}, most=2))["complete"]


def test_excel_tells_on_a_second_sheet_what_the_list_is():
    told = {row[0].value: row[1].value for row in as_sheets(extract({}, filters=["Outcome: Approved"]))[1].rows}

    assert (told["List"], told["Filters"], told["Rows"]) == ("Forward plan", "Outcome: Approved", "1 row")


@pytest.mark.django_db
def test_documents_and_search_results_can_be_taken_away(client):
    paper = factories.published("Decision", title="Open paper")
    client.force_login(factories.user("councillor"))

    documents = json.loads(world.body(client.get(reverse("reports:documents"), {"format": "json"})))["rows"]
    found = json.loads(world.body(client.get(reverse("reports:search"), {"q": "paragraph", "format": "json"})))["rows"]

    assert [row["permalink"] for row in documents] == [f"http://testserver{paper.get_absolute_url()}"]
    assert [(row["document"], row["page"], row["paragraph"]) for row in found] == [(str(paper), 1, "4.1")]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "asked"), [("reports:documents", {}), ("reports:search", {"q": "paragraph"})])
def test_the_uncleared_take_nothing_exempt_away(name, asked, client):
    small = world.build()
    client.force_login(factories.user("councillor"))

    file = world.body(client.get(reverse(name), {"format": "csv", **asked})).decode()

    assert str(small.part_two.pk) not in file
    assert str(small.published.pk) in file


@pytest.mark.django_db
def test_a_file_is_named_after_its_list_and_the_day_and_is_not_kept_by_browsers(client):
    client.force_login(factories.user("councillor"))

    answer = client.get(reverse("reports:documents"), {"format": "xlsx"})

    assert answer["Content-Disposition"] == f'attachment; filename="documents-{date.today().isoformat()}.xlsx"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    answer.close()
