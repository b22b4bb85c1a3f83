"""Small files of official statistics about made-up areas, in the layouts that are published."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from dashboard.importing import count, releases, take_in
from dashboard.models import OfficialValue, Release
from tests import factories

LAIT = ("short_desc", "data_item", "years", "la", "la_number", "value")
DICTIONARY = (
    "Measure_code", "Topic", "Measure", "Chart_title", "Measure_short", "Polarity", "y_axis_name", "Description",
    "Last Update", "Hyperlink(s)", "dps", "Year_Type",
)  # fmt: skip
EXPLORE = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code", "region_name",
    "old_la_code", "la_name", "new_la_code",
)  # fmt: skip
ENGLAND = ("National", "E92000001", "England", "", "", "", "", "")
VALES = ("Regional", "E92000001", "England", "E12000093", "Western Vales", "", "", "")
WEXCOMBE = ("Local authority", "E92000001", "England", "E12000093", "Western Vales", "950", "Wexcombe", "E10009950")
MARL = ("Local authority", "E92000001", "England", "E12000093", "Western Vales", "951", "Marl", "E06009951")


def csv_of(heading: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([heading, *rows])
    return text.getvalue().encode()


def lait(*rows: Sequence[Any]) -> bytes:
    """A long table: rows of code, years, area, number and value."""
    return csv_of(LAIT, ((code, f"Measure {code}", *rest) for code, *rest in rows))


def dictionary(*rows: dict[str, Any]) -> bytes:
    boring = {"Topic": "Sample", "Polarity": "-", "y_axis_name": "%", "Description": "What is counted.", "dps": "NA"}
    return csv_of(DICTIONARY, ([(boring | row).get(name, "") for name in DICTIONARY] for row in rows))


def described(code: str, year_type: str = "Financial Year", **said: Any) -> dict[str, Any]:
    return {"Measure_short": code, "Chart_title": f"Measure {code}", "Year_Type": year_type} | said


def explore(heading: Sequence[str], *rows: Sequence[Any], identifier: str = "Reporting year") -> bytes:
    """Explore education statistics: rows of a period, an area and the further cells that `heading` names."""
    return csv_of((*EXPLORE, *heading), ((period, identifier, *area, *rest) for period, area, *rest in rows))


def taken_in(content: bytes, filename: str = "table.csv", **said: Any) -> Release:
    """A file that was taken in and read."""
    release = take_in(io.BytesIO(content), filename=filename, by=said.get("by") or factories.user("officer"))
    releases.read(release)
    release.refresh_from_db()
    return release


def counted(content: bytes, filename: str = "table.csv") -> Release:
    """A file that was taken in, read and counted."""
    release = taken_in(content, filename)
    count(release=release, by=factories.user("publisher"))
    releases.count_now(release)
    release.refresh_from_db()
    assert release.state == "counted", release.problem
    return release


def standing(**of: Any) -> dict[tuple[str, str, str], Any]:
    """What stands: the value or the symbol by code, area and period."""
    values = OfficialValue.objects.current().filter(**of).select_related("measure", "area")
    return {
        (one.measure.code, one.area.name, one.period): one.symbol if one.value is None else float(one.value)
        for one in values
    }


def table(value: object, *more: tuple) -> bytes:
    """A table of one rate with its value for Wexcombe in 2024, and with further rows."""
    return explore(["rate"], ("2024", WEXCOMBE, value), *more)
