"""How questions, savings and judgements are narrowed."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet

from meetings.forms.fields import BodyField, PrintedField, WordsField
from meetings.forms.filters import FilterForm
from meetings.forms.periods import PeriodFilter
from meetings.models import Portfolio


class QuestionFilter(FilterForm):
    theme = PrintedField(label="Theme", required=False)
    portfolio = BodyField(Portfolio)
    words = WordsField()

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("theme", "portfolio"))
        return rows.saying(self.said["words"]) if "words" in self.said else rows


class SavingFilter(FilterForm):
    financial_year = PrintedField(label="Financial year", required=False)
    reference = forms.CharField(label="Reference", required=False, max_length=60)
    portfolio = BodyField(Portfolio)

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("financial_year", "portfolio"))
        return rows.filter(reference__icontains=self.said["reference"]) if "reference" in self.said else rows


class JudgementFilter(PeriodFilter):
    inspectorate = PrintedField(label="Inspectorate", required=False)
    subject = forms.CharField(label="What was inspected", required=False, max_length=200)

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("inspectorate"))
        return rows.filter(subject__icontains=self.said["subject"]) if "subject" in self.said else rows
