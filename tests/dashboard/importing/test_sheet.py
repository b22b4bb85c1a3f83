"""Files as they come: encodings, separators, and what is no CSV file."""

from __future__ import annotations

import io

import pytest

from dashboard.importing.sheet import NotUnderstood, opened

LINES = "la_name,value\r\nÎle of Wexcombe,1\r\nMarl,2\r\n"
ROWS = [["Île of Wexcombe", "1"], ["Marl", "2"]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_its_encoding(encoding):
    sheet = opened(io.BytesIO(LINES.encode(encoding)))

    assert (sheet.heading, list(sheet.rows())) == (("la_name", "value"), ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_file_is_read_with_its_separator(separator):
    sheet = opened(io.BytesIO(LINES.replace(",", separator).encode()))

    assert list(sheet.rows()) == ROWS


def test_lines_within_quotation_marks_are_one_cell():
    sheet = opened(io.BytesIO(b'name,words\nMarl,"one\n\ntwo"\n'))

    assert list(sheet.rows()) == [["Marl", "one\n\ntwo"]]


def test_columns_are_found_whatever_their_case_and_spaces():
    sheet = opened(io.BytesIO(b" LA Name ,old_la_code\n"))

    assert (sheet.column("la_name"), sheet.column("Old LA code"), sheet.column("value")) == (0, 1, None)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "empty"),
        (b" \r\n ", "empty"),
        (b"PK\x03\x04rest", "workbook"),
        (b"\xd0\xcf\x11\xe0rest", "workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"a\x00b,c\n", "not a CSV"),
    ],
)
def test_what_is_no_csv_file_is_told_with_what_to_do(content, sentence):
    with pytest.raises(NotUnderstood, match=sentence):
        opened(io.BytesIO(content))


def test_a_cell_without_end_is_told():
    sheet = opened(io.BytesIO(b'a,b\n1,"' + b"x" * 200_000))

    with pytest.raises(NotUnderstood, match="CSV"):
        list(sheet.rows())
