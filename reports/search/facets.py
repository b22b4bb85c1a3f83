"""How many paragraphs of a search there are in all, and of each council, kind of document and year: one question."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.functions import Left

from reports.models import Passage


@dataclass(frozen=True)
class Counts:
    """Paragraphs by council, kind of document and year of its date ("" for none), with what they are narrowed to."""

    rows: list[tuple[UUID, str, str, int]]
    council: UUID | None = None
    kind: str = ""

    @classmethod
    def of(cls, passages: QuerySet[Passage], **narrowed: Any) -> Counts:
        """Of paragraphs that are not narrowed by council and kind yet."""
        grouped = passages.order_by().values_list("document__council", "document__kind", Left("document__date", 4))
        return cls(list(grouped.annotate(number=Count("*"))), **narrowed)

    @property
    def total(self) -> int:
        return sum(number for council, kind, _, number in self.rows if self._is_in(council) and self._is_of(kind))

    @property
    def councils(self) -> Counter[UUID]:
        """Whichever council they are narrowed to, so that another can be chosen; so with kinds."""
        return self._counted((council, number) for council, kind, _, number in self.rows if self._is_of(kind))

    @property
    def kinds(self) -> Counter[str]:
        return self._counted((kind, number) for council, kind, _, number in self.rows if self._is_in(council))

    @property
    def years(self) -> Counter[str]:
        rows = self.rows
        return self._counted((y, n) for council, kind, y, n in rows if self._is_in(council) and self._is_of(kind))

    def _is_in(self, council: UUID) -> bool:
        return not self.council or council == self.council

    def _is_of(self, kind: str) -> bool:
        return not self.kind or kind == self.kind

    @staticmethod
    def _counted(numbers) -> Counter:
        found: Counter = Counter()
        for name, number in numbers:
            found[name] += number
        return found
