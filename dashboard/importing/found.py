"""What the preview of a release tells: how much there is, and what counting it would change."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any

from dashboard.importing.draft import Draft
from dashboard.importing.notes import Notes
from dashboard.importing.series import Series
from dashboard.importing.values import Compared
from dashboard.models import OfficialMeasure

MOST_MEASURES = 200
# A revision changes few values; another table's numbers under the same names change most.
MANY = 50
ANOTHER_TABLE = (
    "Most values differ from those that stand. Look at the examples: is this a release of the same table, and not an "
    "older one?"
)


@dataclass
class Found:
    """As `Release.found` keeps it."""

    layout: str
    rows: int = 0
    areas: int = 0
    periods: list[str] = field(default_factory=list)
    measures: list[dict[str, Any]] = field(default_factory=list)
    measure_count: int = 0
    symbols: dict[str, int] = field(default_factory=dict)
    new: int = 0
    revised: int = 0
    same: int = 0
    examples: list[dict[str, str]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    year_ends: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    def tell(self, notes: Notes) -> None:
        self.rows, self.warnings = notes.rows, notes.told()


def of_values(layout: str, draft: Draft, compared: Compared, symbols: dict[str, int], areas: int) -> Found:
    """What a table of values brings, without its series."""
    found = Found(
        layout,
        areas=areas,
        periods=draft.printed(),
        symbols=symbols,
        new=compared.new,
        revised=compared.revised,
        same=compared.same,
        examples=compared.examples,
    )
    found.tell(draft.notes)
    if compared.revised > max(MANY, compared.same):
        found.warnings.insert(0, ANOTHER_TABLE)
    return found


def told(measure: OfficialMeasure | Series, values: int = 0, symbols: int = 0) -> dict[str, Any]:
    """One series as the preview lists it."""
    return {
        "code": measure.code,
        "name": measure.name,
        "values": values,
        "symbols": symbols,
        "indicator": measure.indicator_id or "",
    }
