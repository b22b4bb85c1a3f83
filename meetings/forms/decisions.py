"""How decisions are narrowed, and in what they are divided."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, F, QuerySet, Value, When
from django.utils.functional import cached_property

from meetings import facets
from meetings.forms.fields import FacetField, WordsField
from meetings.forms.periods import PeriodFilter

NEWEST = (F("date").desc(nulls_last=True), "finding__document", "finding__ordinal")
COMMITTEE = F("committee__name").asc(nulls_last=True)
UNSTATED_LAST = Case(When(outcome="", then=Value(1)), default=Value(0))


class DecisionFilter(PeriodFilter):
    words = WordsField()
    business = forms.BooleanField(label="Leave out business of the meeting itself", required=False)

    field_order = ["when", "date_from", "date_to", "words", "business"]
    orders = {
        "oldest": ("Oldest first", "earliest_first"),
        "committee": ("Committee", (COMMITTEE, *NEWEST)),
        "outcome": ("Outcome", (UNSTATED_LAST, "outcome", *NEWEST)),
    }
    council, committee, decision_maker, outcome, status, key, portfolio, matter, vote, call_in = map(
        FacetField, facets.OF_DECISIONS
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([field.facet.name for field in self._facet_fields()])
        self.names = facets.Names(self.user, several_councils=self.several_councils)
        for field in self._facet_fields():
            field.rows, field.names = self.all_rows, self.names

    def _facet_fields(self) -> list[FacetField]:
        return [field for field in self.fields.values() if isinstance(field, FacetField)]

    @property
    def divided_by(self) -> list[facets.Facet]:
        return [field.facet for field in self._facet_fields()]

    @property
    def rows(self) -> QuerySet:
        return self.all_rows

    @property
    def undivided(self) -> QuerySet:
        """The rows as narrowed by everything but the facets."""
        return self.undated.between(*self.days)

    @property
    def undated(self) -> QuerySet:
        """The rows as narrowed by everything but the facets and the dates."""
        rows = self.all_rows.all()
        rows = rows.of_business() if "business" in self.said else rows
        return rows.saying(self.said["words"]) if "words" in self.said else rows

    def divided(self, rows: QuerySet) -> QuerySet:
        """Of rows those that have the chosen value of each facet."""
        for facet in self.divided_by:
            if facet.name in self.chosen:
                rows = facet.narrow(rows, self.chosen[facet.name])
        return rows

    def narrowed(self) -> QuerySet:
        return self.divided(self.undivided)

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The values of each facet that were chosen."""
        return {facet.name: self.said[facet.name] for facet in self.divided_by if facet.name in self.said}

    @cached_property
    def counts(self) -> facets.Counts:
        return facets.counted(self.undivided, self.divided_by, self.chosen)

    @cached_property
    def groups(self) -> list[facets.Group]:
        """The facets as a page offers them, with how many rows each choice would leave."""
        found = [self._group(field) for field in self._facet_fields()]
        return [group for group in found if group.divides(self.total)]

    def _group(self, field: FacetField) -> facets.Group:
        name = field.facet.name
        called = field.words if name in self.chosen else {}
        return facets.group(field.facet, self.counts.of[name], called, self.names, self.errors.get(name, []))

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        return [bound for bound in self if not isinstance(bound.field, FacetField)]

    @property
    def total(self) -> int:
        return self.counts.total
