"""Lists to take away: what a file holds, and how a list's own address answers with it (`?format=csv`).

A file holds all rows of a list as filtered and in its order, for whoever asked: the rows are those that the page would
show. They are fetched and written in pieces, so that memory stays flat however many there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from reports import sheets
from reports.access import may_read_exempt
from reports.templatetags.register import counted

# What may stand in a cell; several texts are names.
Cell = str | int | Decimal | date | bool | list[str] | None

MOST = 100_000
A_PIECE = 1000
CUT = "Only the first {most:,} are in this file. Narrow the list, for example by dates, to take away the others."
NOTICE = (
    "Read from council papers and checked by a person. The paper itself is the record: follow the link to its "
    "paragraph before you rely on a line."
)
EXEMPT_NOTICE = "It may hold exempt information, marked in the column “part”. Do not pass that on."


@dataclass(frozen=True, slots=True)
class Column:
    """`of` gives the cell of a row; of a `link`, the path on this site. `width` is in characters."""

    name: str
    of: Callable[[Any], Cell]
    width: int = 16
    link: bool = False

    @property
    def heading(self) -> str:
        return self.name.replace("_", " ").capitalize()


@dataclass(slots=True)
class Extract:
    """What a file holds. `filters` are in words, `told` is what its rows are and how far to rely on them.

    `count` and `is_cut` are known once the rows are through.
    """

    name: str  # of the file and of the JSON's list: "forward_plan"
    title: str
    columns: tuple[Column, ...]
    rows: Iterable[Any]
    filters: list[str] = field(default_factory=list)
    told: str = NOTICE
    site: str = ""
    may_be_exempt: bool = False
    made_at: datetime = field(default_factory=timezone.now)
    most: int = MOST
    count: int = 0
    is_cut: bool = False

    def __iter__(self) -> Iterator[list[Cell]]:
        """The cells of each row, links with the site before them."""
        for row in self._fetched():
            if self.count == self.most:
                self.is_cut = True
                return
            self.count += 1
            yield [self._cell(column, row) for column in self.columns]

    def _fetched(self) -> Iterable[Any]:
        """One more than there may be, so that it can be told that there are more."""
        if isinstance(self.rows, QuerySet):
            return self.rows[: self.most + 1].iterator(chunk_size=A_PIECE)
        return self.rows

    def _cell(self, column: Column, row: Any) -> Cell:
        cell = column.of(row)
        return f"{self.site}{cell}" if column.link and cell else cell

    @property
    def notice(self) -> str:
        says_which = any(column.name == "part" for column in self.columns)
        return f"{self.told} {EXEMPT_NOTICE}" if self.may_be_exempt and says_which else self.told

    @property
    def cut_notice(self) -> str:
        """What to tell of rows that are left out; empty where none are."""
        return CUT.format(most=self.most) if self.is_cut else ""

    @property
    def about(self) -> list[tuple[str, str]]:
        """What to tell beside the rows, once they are through."""
        told = [
            ("List", self.title),
            ("Filters", "; ".join(self.filters) or "None"),
            ("Made", timezone.localtime(self.made_at).isoformat(timespec="minutes")),
            ("Rows", counted(self.count, "row")),
            ("Notice", self.notice),
        ]
        return [*told, ("Left out", self.cut_notice)] if self.is_cut else told

    def filename(self, ending: str) -> str:
        return f"{self.name.replace('_', '-')}-{timezone.localdate(self.made_at).isoformat()}.{ending}"


def asked_for(request: HttpRequest) -> str:
    """The format of file that an address asks for; empty where it asks for the page."""
    asked = request.GET.get("format", "")
    return asked if asked in ("csv", "xlsx", "json") else ""


def taken_away(
    request: HttpRequest,
    name: str,
    columns: tuple[Column, ...],
    rows: Iterable[Any],
    filters: Iterable[str] = (),
    *,
    title: str = "",
    told: str = NOTICE,
) -> HttpResponseBase | None:
    """The file of a list that its address asks for; None where it asks for the page."""
    if not asked_for(request):
        return None
    title = title or name.replace("_", " ").capitalize()
    return exported(request, Extract(name, title, columns, rows, list(filters), told))


def exported(request: HttpRequest, extract: Extract) -> HttpResponseBase:
    """An extract as the file that the address asks for, to be kept and not shown."""
    extract.site = request.build_absolute_uri("/").rstrip("/")
    extract.may_be_exempt = may_read_exempt(request.user)
    asked = asked_for(request)
    name = extract.filename(asked)
    if asked == "xlsx":
        return FileResponse(sheets.xlsx(extract), as_attachment=True, filename=name, content_type=sheets.XLSX)
    pieces = {"csv": sheets.csv_pieces, "json": sheets.json_pieces}[asked](extract)
    answer = StreamingHttpResponse(pieces, content_type={"csv": sheets.CSV, "json": sheets.JSON}[asked])
    answer.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return answer
