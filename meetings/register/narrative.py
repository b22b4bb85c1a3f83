"""The doors of inspection judgements and of other dated happenings that papers tell of."""

from __future__ import annotations

from typing import Any

from django import forms

from meetings.call_in import settle_paper
from meetings.models import Event, Judgement
from meetings.register.bodies import dated, portfolio_of, titled
from meetings.register.fields import TextField
from reports.models import Finding
from reports.register import PrintedDateField, RegisterForm


def _told(finding: Finding, sort: str, title: str, day: str) -> dict[str, Any]:
    council, portfolio = finding.document.council, portfolio_of(finding)
    return {"council": council, "sort": sort, "title": titled(title), "portfolio": portfolio, **dated(day)}


class EventForm(RegisterForm):
    place = "Events"
    listed = "meetings:events"
    date = PrintedDateField(label="Date")
    text = TextField(label="What happened")

    def enter(self, finding: Finding) -> Event:
        text = self.cleaned_data["text"]
        entry = {**_told(finding, Event.Sort.EVENT, text, self.cleaned_data["date"]), "text": text}
        event = Event.objects.update_or_create(finding=finding, defaults=entry)[0]
        # It may be the day on which the decisions of the paper were published, or was before it was corrected.
        if finding.document.kind == "decision_record":
            settle_paper(finding.document_id)
        return event


class JudgementForm(RegisterForm):
    place = "Inspection judgements"
    listed = "meetings:judgements"
    inspectorate = forms.CharField(label="Inspectorate", required=False, max_length=100, help_text="Such as Ofsted")
    subject = forms.CharField(label="What was inspected", max_length=300)
    grade = forms.CharField(label="Judgement", max_length=100, help_text="As printed, such as Good")
    judged_on = PrintedDateField(label="Date of the judgement", required=False)

    def enter(self, finding: Finding) -> Judgement:
        stated = {name: self.cleaned_data[name] for name in ("inspectorate", "subject", "grade")}
        title = f"{stated['subject']}: {stated['grade']}"
        entry = {**_told(finding, Judgement.Sort.JUDGEMENT, title, self.cleaned_data["judged_on"]), **stated}
        return Judgement.objects.update_or_create(finding=finding, defaults=entry)[0]
