"""The series of a data set that are known, and those that a file adds to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection

from dashboard.importing.reserving import reserved
from dashboard.importing.sheet import NotUnderstood
from dashboard.models import DataSet, Indicator, OfficialMeasure

MOST_SERIES = 10_000
# The long table has some hundred.
USUALLY = 2_000
TOO_MANY = (
    "The file has far more series than can be kept, and none is the official series of a measure of the catalogue. "
    "Choose fewer columns or breakdowns where it is published, and upload that."
)
KNOWN = ("pk", "code", "name", "unit", "year_type", "indicator_id", "linked_by_id")
# What a dictionary alone says is blank.
BLANK = ("topic", "polarity", "definition", "link")
ADDED = ("id", "data_set_id", "code", "name", "unit", "year_type", "indicator_id", *BLANK)


@dataclass(slots=True)
class Series:
    """What importing needs of an OfficialMeasure; there are hundreds in a file."""

    pk: int
    code: str
    name: str
    unit: str = ""
    year_type: str = ""
    indicator_id: str | None = None
    linked_by_id: int | None = None


class SeriesList:
    """Series by their code. Kept are those that are new, once their values are."""

    def __init__(self, data_set: DataSet, most_new: int = USUALLY) -> None:
        self.data_set = data_set
        rows = OfficialMeasure.objects.filter(data_set=data_set).values_list(*KNOWN)
        self.known = {one.code: one for one in (Series(*row) for row in rows)}
        self.new: list[Series] = []
        self._linked: list[Series] = []
        self._keys: Iterator[int] = reserved(OfficialMeasure, most_new)
        self._catalogue = set(Indicator.objects.values_list("pk", flat=True))

    def find(self, code: str, *, indicator: str | None = None, **described: str) -> Series:
        """The series of a code; a new one is described so. NotUnderstood where there are far too many.

        `indicator` is the measure of the catalogue that it is of, which counts where no person has said otherwise.
        """
        one = self.known.get(code)
        if one is None:
            if (key := next(self._keys, None)) is None:
                raise NotUnderstood(TOO_MANY)
            one = Series(key, code, **described)
            self.known[code] = one
            self.new.append(one)
        elif one.indicator_id or one.linked_by_id or indicator not in self._catalogue:
            return one
        else:
            self._linked.append(one)
        one.indicator_id = indicator if indicator in self._catalogue else None
        return one

    def forget(self, keys: set[int]) -> None:
        """Do not keep new series of these keys after all."""
        self.new = [one for one in self.new if one.pk not in keys]

    def keep(self) -> None:
        """Store what is new, and what is linked now."""
        columns = f"COPY {OfficialMeasure._meta.db_table} ({', '.join(ADDED)}) FROM STDIN"
        with connection.cursor() as cursor, cursor.copy(columns) as copy:
            for one in self.new:
                told = (one.pk, self.data_set.pk, one.code, one.name, one.unit, one.year_type, one.indicator_id)
                copy.write_row((*told, *("" for _ in BLANK)))
        for one in self._linked:
            OfficialMeasure.objects.filter(pk=one.pk).update(indicator=one.indicator_id)
