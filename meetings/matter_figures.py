"""Figures and savings that stand where a matter's lines do, as papers state them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from reports.models import Finding
from reports.reading.dates import in_words


@dataclass(frozen=True)
class Stated:
    """A figure or a saving as a paper states it; `beside` says of what area and period, or in which year."""

    finding: Finding
    name: str
    value: Decimal | None
    unit: str
    beside: list[str]


def as_stated(finding: Finding) -> Stated:
    said = finding.stated
    if finding.fact == "Saving":
        beside = [said.get("reference"), said.get("financial_year")]
        return Stated(finding, said.get("description") or "Saving", _exact(said.get("amount")), "gbp", _filled(beside))
    role = said.get("role")
    beside = [said.get("area"), _period(said.get("period")), role if role != "actual" else ""]
    return Stated(finding, said["label"], _exact(said.get("value")), said.get("unit") or "", _filled(beside))


def _exact(value: Any) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _filled(words: list[Any]) -> list[str]:
    return [str(word) for word in words if word]


def _period(printed: str | None) -> str:
    try:
        return in_words(printed) if printed else ""
    except ValueError:
        return str(printed)
