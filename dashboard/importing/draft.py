"""What a file brings, while its values stream by: areas and series that are new, periods, and what was noticed."""

from __future__ import annotations

from dataclasses import dataclass, field

from dashboard.importing.gazetteer import Gazetteer
from dashboard.importing.notes import Notes
from dashboard.importing.periods import Period
from dashboard.importing.series import SeriesList
from dashboard.models import Release


@dataclass
class Draft:
    """`touched` are the keys of the series that the file has rows of; `tail` ends each row that is copied."""

    release: Release
    gazetteer: Gazetteer
    series: SeriesList
    notes: Notes = field(default_factory=Notes)
    touched: set[int] = field(default_factory=set)
    periods: dict[str, Period] = field(default_factory=dict)
    tail: str = ""
    # Whether some series may be blank in every row.
    has_blanks: bool = False

    def __post_init__(self) -> None:
        self.tail = f"\t{self.release.pk}\n"

    def saw(self, period: Period) -> None:
        self.periods.setdefault(period.printed, period)

    def repeats(self, key: str, *, same: bool) -> None:
        """A row gives again what the file has given: of two that differ neither counts."""
        self.notes.rows += 1
        if same:
            self.notes.repeated += 1
        else:
            self.notes.contradicted.add(key)

    def leave_out(self, why: str) -> None:
        """A row is of no use."""
        self.notes.rows += 1
        self.notes.left_out[why] += 1

    def forget(self, series: set[int]) -> None:
        """Leave out new series of these keys."""
        self.series.forget(series)
        self.touched -= series

    def keep(self) -> None:
        """Store the areas and series that are new."""
        self.gazetteer.keep()
        self.series.keep()

    def printed(self) -> list[str]:
        """The names of the periods in order."""
        return [one.printed for one in sorted(self.periods.values(), key=lambda one: (one.date, one.printed))]
