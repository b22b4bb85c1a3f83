"""The doors of the scrutiny of budget proposals: questions with their answers, and savings."""

from __future__ import annotations

from typing import Any

from django import forms

from meetings.models import Question, Saving
from meetings.register.bodies import portfolio_of
from meetings.register.fields import PoundsField, TextField
from reports.models import Finding
from reports.register import PrintedDateField, RegisterForm


class QuestionForm(RegisterForm):
    place = "Scrutiny questions"
    listed = "meetings:questions"
    theme = forms.CharField(label="Theme", required=False, max_length=300)
    question = TextField(label="Question")
    answer = TextField(label="The service's answer", required=False, rows=6)

    def enter(self, finding: Finding) -> Question:
        line = {"council": finding.document.council, "portfolio": portfolio_of(finding), **self.cleaned_data}
        return Question.objects.update_or_create(finding=finding, defaults=line)[0]


class SavingForm(RegisterForm):
    place = "Savings"
    listed = "meetings:savings"
    reference = forms.CharField(label="Reference", required=False, max_length=60)
    description = TextField(label="What is saved or added", required=False)
    amount = PoundsField(label="Amount in pounds", help_text="A pressure, which costs more, is negative")
    financial_year = PrintedDateField(label="Financial year", required=False, help_text="Such as 2018/19")

    def gather(self) -> dict[str, Any]:
        said = super().gather()
        amount = said["amount"]
        return {**said, "amount": None if amount is None else float(amount)}

    def enter(self, finding: Finding) -> Saving:
        line = {"council": finding.document.council, "portfolio": portfolio_of(finding), **self.cleaned_data}
        return Saving.objects.update_or_create(finding=finding, defaults=line)[0]
