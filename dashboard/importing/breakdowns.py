"""The series of a table of explore education statistics: a column of values, narrowed by what other columns say."""

from __future__ import annotations

import hashlib
import re

from dashboard.importing.draft import Draft
from dashboard.importing.series import MOST_SERIES
from dashboard.importing.survey import IDENTIFIER, Column, Survey
from dashboard.models import DataSet
from dashboard.official_series import ALL, indicator_for

# More values than these are kept only of the measures of the catalogue.
MOST_VALUES = 1_500_000
LONGEST = 500
UNITS = (
    (re.compile(r"per_?10[_,]?(000|k)\b", re.IGNORECASE), "Rate per 10,000"),
    (re.compile(r"percent|pct|(^|_)perc(_|$)", re.IGNORECASE), "%"),
    (re.compile(r"^(?!.*rate)(.*_)?(count|number|num|headcount)(_|$)", re.IGNORECASE), "Number"),
)
# What is counted on one day is not counted over a year.
ON_A_DAY = re.compile(r"(at|on)[ _]?31([ _]?(st[ _])?march)?(?![0-9])", re.IGNORECASE)
STAFF_DAY, DAY = "Annual (end of Sept)", "Annual"
ONLY_LINKED = (
    "The file has {all:,} series, more than are kept. Only the {kept:,} of them that are the official series of a "
    "measure of the catalogue are."
)


class Breakdowns(dict[tuple[str, ...], list[str | None]]):
    """The keys of the series of each column of values as they are copied, by what a row is narrowed to."""

    def __init__(self, draft: Draft, survey: Survey, ends: str) -> None:
        self.draft, self.survey, self.ends = draft, survey, ends
        self.only_linked = survey.series > MOST_SERIES or len(survey.values) * survey.rows > MOST_VALUES

    def __missing__(self, narrowed: tuple[str, ...]) -> list[str | None]:
        filters = filters_of(self.survey, narrowed)
        self[narrowed] = keys = [self._key(column, filters) for column in self.survey.values]
        return keys

    def _key(self, column: Column, filters: dict[str, str]) -> str | None:
        code = code_of(column.name, filters)
        told = {name: value for name, value in filters.items() if name != IDENTIFIER}
        slug = indicator_for(DataSet.Layout.EXPLORE, column.name, told)
        known = self.draft.series.known.get(code)
        if self.only_linked and not slug and not (known and known.indicator_id):
            return None
        one = self.draft.series.find(
            code,
            name=name_of(column.name, filters),
            unit=next((unit for words, unit in UNITS if words.search(column.name)), ""),
            year_type=self._year_type(column.name, filters),
            indicator=slug,
        )
        self.draft.touched.add(one.pk)
        return f"{one.pk}\t"

    def _year_type(self, column: str, filters: dict[str, str]) -> str:
        identifier = filters.get(IDENTIFIER) or next(iter(self.survey.identifiers), "")
        if identifier.startswith("reporting") and self.ends == DataSet.YearEnds.SEPTEMBER:
            return STAFF_DAY
        on_a_day = ON_A_DAY.search(" ".join((column, *filters.values())))
        return DAY if on_a_day else identifier.capitalize()

    def warn(self) -> None:
        """Say how many series are not kept."""
        if self.only_linked:
            self.draft.notes.warnings.append(ONLY_LINKED.format(all=self.survey.series, kept=len(self.draft.touched)))


def codes(survey: Survey) -> set[str]:
    """The codes of all series of a file."""
    filters = [filters_of(survey, narrowed) for narrowed in survey.breakdowns]
    return {code_of(column.name, one) for one in filters for column in survey.values}


def filters_of(survey: Survey, narrowed: tuple[str, ...]) -> dict[str, str]:
    return {name: " ".join(value.split()) for name, value in zip(survey.names, narrowed, strict=True)}


def code_of(column: str, filters: dict[str, str]) -> str:
    """A series' code, the same whatever the order of columns.

    >>> code_of("rate", {"sex": "Total", "age": "16 to 17"})
    'rate | age=16 to 17 | sex=Total'
    """
    said = [f"{name}={value}" for name, value in sorted(filters.items(), key=lambda one: one[0].casefold())]
    code = " | ".join([column, *said])
    if len(code) <= LONGEST:
        return code
    return f"{code[: LONGEST - 17]} {hashlib.sha256(code.encode()).hexdigest()[:16]}"


def name_of(column: str, filters: dict[str, str]) -> str:
    """A series' name for people.

    >>> name_of("care_leaver_percent", {"age": "17 to 18 years", "sex": "Total"})
    'Care leaver percent: 17 to 18 years'
    """
    words = " ".join(column.replace("_", " ").split())
    narrowed = [value for value in filters.values() if value and value.casefold() not in ALL]
    return f"{words[:1].upper()}{words[1:]}{': ' if narrowed else ''}{', '.join(narrowed)}"[:LONGEST]
