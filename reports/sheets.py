"""Rows written as CSV, Excel and JSON files, piece by piece.

What papers print is only ever text in a file: a cell that begins like a formula is kept from being one.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tempfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import IO, TYPE_CHECKING, Any

import xlsxwriter
from django.utils import timezone

if TYPE_CHECKING:
    from reports.exports import Cell, Extract

CSV = "text/csv; charset=utf-8"
JSON = "application/json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOM = "\ufeff"
ROWS_A_PIECE = 200
# What begins a formula in a spreadsheet, also where blanks stand before it; and the same signs in full width.
FORMULA = re.compile(r"[\s\ufeff\u200b]*[=+\-@＝＋－＠]|[\t\r\n]")
# Excel keeps no more of a text, and XML has no place for these.
LONGEST = 32_767
NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")


def csv_pieces(extract: Extract) -> Iterator[str]:
    """A CSV file as RFC 4180 has it, in UTF-8 with the mark by which Excel knows that it is."""
    written = io.StringIO()
    writer = csv.writer(written)
    written.write(BOM)
    writer.writerow([column.name for column in extract.columns])
    rows = iter(extract)
    while piece := list(islice(rows, ROWS_A_PIECE)):
        writer.writerows([in_csv(cell) for cell in row] for row in piece)
        yield _taken(written)
    if extract.is_cut:
        writer.writerow([extract.cut_notice])
    yield _taken(written)


def _taken(written: io.StringIO) -> str:
    """What was written since it was last taken."""
    piece = written.getvalue()
    written.seek(0)
    written.truncate()
    return piece


def in_csv(cell: Cell) -> str | int | Decimal:
    """A cell as CSV has it; numbers stay numbers.

    >>> in_csv("=1+1"), in_csv(-4), in_csv(["A", "B"]), in_csv(True), in_csv(None)
    ("'=1+1", -4, 'A; B', 'yes', '')
    """
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, Decimal):
        return _number(cell)
    if isinstance(cell, int):
        return cell
    text = _text(cell)
    return f"'{text}" if FORMULA.match(text) else text


def _number(value: Decimal) -> int | Decimal:
    return int(value) if value == value.to_integral_value() else value.normalize()


def _text(cell: Any) -> str:
    """A text, a date or several texts as one text."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    return "; ".join(map(str, cell)) if isinstance(cell, list) else str(cell)


def json_pieces(extract: Extract) -> Iterator[str]:
    """An object that says what the list is, with the rows as objects in it."""
    names = [column.name for column in extract.columns]
    head = {
        "list": extract.name,
        "title": extract.title,
        "filters": extract.filters,
        "made_at": timezone.localtime(extract.made_at).isoformat(timespec="seconds"),
        "notice": extract.notice,
        "columns": names,
    }
    yield f'{json.dumps(head, ensure_ascii=False)[:-1]}, "rows": ['
    separator = "\n"
    rows = iter(extract)
    while piece := list(islice(rows, ROWS_A_PIECE)):
        objects = (dict(zip(names, map(in_json, row), strict=True)) for row in piece)
        yield separator + ",\n".join(json.dumps(one, ensure_ascii=False) for one in objects)
        separator = ",\n"
    tail = {"count": extract.count, "complete": not extract.is_cut, "left_out": extract.cut_notice}
    yield f"\n], {json.dumps(tail, ensure_ascii=False)[1:]}\n"


def in_json(cell: Cell) -> Any:
    if isinstance(cell, Decimal):
        number = _number(cell)
        return number if isinstance(number, int) else float(number)
    return cell.isoformat() if isinstance(cell, date) else cell


def xlsx(extract: Extract) -> IO[bytes]:
    """An Excel file: the rows under a header that stays in sight, and a sheet that says what the list is."""
    # The answer that hands it out closes it.
    file = tempfile.TemporaryFile()  # noqa: SIM115
    book = xlsxwriter.Workbook(file, {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
    book.set_properties({"title": extract.title, "comments": extract.notice})
    sheet = book.add_worksheet(_sheet_name(extract.title))
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(extract.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(0, place, column.heading, bold)
    for number, row in enumerate(extract, start=1):
        for place, cell in enumerate(row):
            _write(sheet, number, place, cell)
    if extract.is_cut:
        _write(sheet, extract.count + 1, 0, extract.cut_notice)
    elif extract.count:
        sheet.autofilter(0, 0, extract.count, len(extract.columns) - 1)
    _write_about(book, extract)
    book.close()
    file.seek(0)
    return file


def _write(sheet: Any, row: int, place: int, cell: Cell) -> None:
    """Write a cell as what it is. Text is written as text, whatever it begins with."""
    if isinstance(cell, bool):
        sheet.write_string(row, place, in_csv(cell))
    elif isinstance(cell, int | Decimal):
        sheet.write_number(row, place, cell)
    elif isinstance(cell, date):
        sheet.write_datetime(row, place, cell)
    elif text := in_excel(_text(cell)):
        sheet.write_string(row, place, text)


def in_excel(text: str) -> str:
    """A text that an Excel file can hold, cut where it is too long for one cell."""
    text = NOT_IN_XML.sub("\ufffd", text)
    # The package takes such a text for marks of its own.
    text = f" {text}" if text.startswith("<r>") else text
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _write_about(book: Any, extract: Extract) -> None:
    sheet = book.add_worksheet("About this file")
    bold, wrapped = book.add_format({"bold": True, "valign": "top"}), book.add_format({"text_wrap": True})
    sheet.set_column(0, 0, 12)
    sheet.set_column(1, 1, 90)
    for row, (what, text) in enumerate(extract.about):
        sheet.write_string(row, 0, what, bold)
        sheet.write_string(row, 1, in_excel(text), wrapped)


def _sheet_name(title: str) -> str:
    """A title as a sheet may be called.

    >>> _sheet_name("Matter: what became of the family centre service?")
    'Matter  what became of the fami'
    """
    return re.sub(r"[\[\]:*?/\\']", " ", title)[:31].strip() or "List"
