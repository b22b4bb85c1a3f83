"""How meetings, happenings and portfolios are narrowed."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet

from meetings.forms.fields import BodyField, WordsField
from meetings.forms.filters import FilterForm
from meetings.forms.periods import PeriodFilter
from meetings.models import Committee, Meeting, Portfolio


class MeetingFilter(PeriodFilter):
    council_of = "committee__council"
    orders = {"oldest": ("Oldest first", ("date", "committee__name", "pk"))}

    committee = BodyField(Committee)
    status = forms.ChoiceField(
        label="Held or planned", required=False, choices=[("", "Either"), *Meeting.Status.choices]
    )

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("committee"))
        return rows.filter(is_held=self.said["status"] == Meeting.Status.HELD) if "status" in self.said else rows


class EventFilter(PeriodFilter):
    portfolio = BodyField(Portfolio)
    words = WordsField()

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("portfolio"))
        return rows.saying(self.said["words"]) if "words" in self.said else rows


class PortfolioFilter(FilterForm):
    """Portfolios are narrowed by their council alone."""
