"""Opening a file of statistics: its encoding, its separator, its heading and its rows."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import IO

from django.core.files.base import File

BYTES_AT_ONCE = 1 << 20
ROWS_AT_ONCE = 2_000
SEPARATORS = (",", ";", "\t")
ZIP, OLD_EXCEL, PDF = b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF-"
SAVE_AS = "Save the sheet as CSV (comma separated, UTF-8) and upload that."
OTHERS = {
    ZIP: f"This is a workbook or a compressed folder, not a CSV file. {SAVE_AS}",
    OLD_EXCEL: f"This is a workbook of an old sort, not a CSV file. {SAVE_AS}",
    PDF: "This is a PDF, not a CSV file. Download the figures themselves from where they are published.",
}


class NotUnderstood(Exception):
    """A file that cannot be read as statistics. str() says why and what to do."""


@dataclass(frozen=True)
class Sheet:
    """A CSV file: `heading` is its first row, without spaces around the names of the columns."""

    file: IO[bytes]
    encoding: str
    separator: str
    heading: tuple[str, ...]

    def rows(self) -> Iterator[list[str]]:
        """The rows below the heading, as they are printed. NotUnderstood where the file breaks off being CSV."""
        with _text(self.file, self.encoding) as lines:
            rows = csv.reader(lines, delimiter=self.separator)
            try:
                next(rows)
                yield from rows
            except (csv.Error, UnicodeError) as why:
                raise NotUnderstood(f"Line {rows.line_num + 1:,} cannot be read as CSV. {SAVE_AS}") from why

    def chunks(self) -> Iterator[list[list[str]]]:
        """The rows below the heading, some thousand at a time."""
        rows = self.rows()
        while chunk := list(islice(rows, ROWS_AT_ONCE)):
            yield chunk

    def column(self, *names: str) -> int | None:
        """Where the column of one of these names stands; case, spaces and underscores do not matter."""
        plain = [_plain(name) for name in self.heading]
        return next((plain.index(_plain(name)) for name in names if _plain(name) in plain), None)


def opened(file: IO[bytes]) -> Sheet:
    """A file of any of the usual encodings and separators. NotUnderstood when it is no CSV file."""
    encoding = _encoding(file)
    with _text(file, encoding) as lines:
        start = lines.read(1 << 16).lstrip("\n\r")
    if not start.strip():
        raise NotUnderstood("The file is empty. Download it again from where it is published.")
    if "\0" in start:
        raise NotUnderstood(f"This is not a CSV file. {SAVE_AS}")
    first = start.splitlines()[0]
    separator = max(SEPARATORS, key=first.count)
    try:
        heading = next(csv.reader(io.StringIO(start, newline=""), delimiter=separator))
    except csv.Error as why:
        raise NotUnderstood(f"The first line cannot be read as the names of columns. {SAVE_AS}") from why
    return Sheet(file, encoding, separator, tuple(name.strip() for name in heading))


def _encoding(file: IO[bytes]) -> str:
    """UTF-8 or UTF-16 where the file is that, else what Windows programs write."""
    file.seek(0)
    start = file.read(8)
    for mark, sentence in OTHERS.items():
        if start.startswith(mark):
            raise NotUnderstood(sentence)
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    decoder = codecs.getincrementaldecoder("utf-8")()
    file.seek(0)
    try:
        while chunk := file.read(BYTES_AT_ONCE):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8-sig"


class _text:
    """The file as text from its start; it stays open afterwards."""

    def __init__(self, file: IO[bytes], encoding: str) -> None:
        # Django's own wrapping asks at each line whether the file is still open.
        while isinstance(file, File) and file.file is not None:
            file = file.file
        file.seek(0)
        # Bytes that the Windows encoding does not have are marked, not a reason to give up.
        errors = "replace" if encoding == "cp1252" else "strict"
        self.lines = io.TextIOWrapper(file, encoding=encoding, errors=errors, newline="")

    def __enter__(self) -> io.TextIOWrapper:
        return self.lines

    def __exit__(self, *why: object) -> None:
        self.lines.detach()


def _plain(name: str) -> str:
    return name.casefold().replace("_", "").replace(" ", "")
