"""What people ask of forward plans: which items, and which plan against which."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.db.models import QuerySet
from django.utils import timezone

from meetings.forms.chosen import ChosenField
from meetings.forms.fields import BodyField, PrintedField, WordsField
from meetings.forms.filters import DatesFilter
from meetings.models import Portfolio
from reports.typed_dates import TypedDateField

SOON = timedelta(weeks=4)


class PlanFilter(DatesFilter):
    words = WordsField(label="Words or reference", help_text="")
    due = forms.ChoiceField(
        label="When it is due",
        required=False,
        choices=[
            ("", "Any time"),
            ("coming", "Still to come"),
            ("soon", "In the next four weeks"),
            ("past", "Due date has passed"),
        ],
    )
    date_from = TypedDateField(label="Due from", required=False, help_text="For example 1 December 2026")
    date_to = TypedDateField(label="Due to", required=False, help_text="For example March 2027", ends=True)
    decision_maker = PrintedField(label="Decision maker", required=False)
    portfolio = BodyField(Portfolio)
    key = forms.BooleanField(label="Key decisions only", required=False)
    private = forms.BooleanField(label="A part in private is announced", required=False)
    moved = forms.BooleanField(label="Moved to another date", required=False)

    field_order = ["words", "due", "date_from", "date_to", "decision_maker", "portfolio"]

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("decision_maker", "portfolio"))
        rows = rows.filter(key_decision=True) if "key" in self.said else rows
        rows = rows.exclude(exempt_part="") if "private" in self.said else rows
        rows = rows.filter(was_moved=True) if "moved" in self.said else rows
        rows = rows.saying(self.said["words"]) if "words" in self.said else rows
        return self._due(rows)

    def _due(self, rows: QuerySet) -> QuerySet:
        today = timezone.localdate()
        soon = rows.coming().between(None, today + SOON) if self.said.get("due") == "soon" else rows
        return {"coming": rows.coming, "past": rows.past_due}.get(self.said.get("due"), soon.all)()


class AgainstForm(forms.Form):
    """Which earlier plan a plan is compared with."""

    against = ChosenField(
        label="Compare with", empty_label=None, required=False, wrong="Choose one of the earlier plans."
    )

    def __init__(self, data, *, plans: QuerySet) -> None:
        super().__init__(data, use_required_attribute=False)
        self.fields["against"].queryset = plans
