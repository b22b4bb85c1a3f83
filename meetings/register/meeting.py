"""The doors of what papers say of meetings: that they were held, who came, what was on the agenda, moved and asked."""

from __future__ import annotations

from typing import Any

from django import forms

from meetings.models import AgendaItem, Amendment, Attendance, Declaration, Meeting, MeetingRecord, Recommendation
from meetings.register.bodies import committee_of, dated, meeting_of, name_of, own_meeting, portfolio_of, titled
from meetings.register.fields import (
    ChoiceOrNoneField,
    LinesField,
    TextField,
    VotesForm,
    YesNoField,
    gather_votes,
    spread_votes,
)
from reports.models import Finding
from reports.register import PrintedDateField, RegisterForm


class OfMeetingForm(RegisterForm):
    """A fact that may name its meeting."""

    place = "Meetings"
    listed = "meetings:meetings"
    committee = forms.CharField(
        label="Committee", required=False, max_length=200, help_text="The body that met, as the paper names it"
    )
    held_on = PrintedDateField(label="Date of the meeting", required=False)

    def meeting(self, finding: Finding) -> dict[str, Any]:
        """The council and the meeting of the line."""
        council = finding.document.council
        committee = committee_of(council, self.cleaned_data["committee"])
        return {"council": council, "meeting": meeting_of(finding, committee, self.cleaned_data["held_on"])}


class MeetingForm(RegisterForm):
    place = "Meetings"
    listed = "meetings:meetings"
    committee = forms.CharField(label="Committee", max_length=200, help_text="The body that met or will meet")
    held_on = PrintedDateField(
        label="Date of the meeting", error_messages={"required": "Enter the date of the meeting, as the paper has it"}
    )
    status = forms.ChoiceField(
        label="Was it held, or is it planned?",
        choices=Meeting.Status,
        help_text="A meeting that the paper only announces is planned",
    )
    joint_with = LinesField(label="Jointly with", help_text="Other bodies that met as one with it. One name a line.")

    @classmethod
    def address(cls, finding: Finding) -> str:
        row = MeetingRecord.objects.select_related("meeting").filter(finding=finding).first()
        return row.meeting.get_absolute_url() if row else ""

    @classmethod
    def spread(cls, data: dict[str, Any]) -> dict[str, Any]:
        return {"status": Meeting.Status.HELD, **data}

    def enter(self, finding: Finding) -> MeetingRecord:
        stated, council = self.cleaned_data, finding.document.council
        partners = [committee_of(council, name) for name in stated["joint_with"]]
        committee = committee_of(council, stated["committee"])
        meeting = Meeting.objects.of(committee, stated["held_on"], joint_with=partners)
        record = {"council": council, "meeting": meeting, "status": stated["status"]}
        return MeetingRecord.objects.update_or_create(finding=finding, defaults=record)[0]


class AttendanceForm(OfMeetingForm):
    name = forms.CharField(label="Name", max_length=200, help_text="As printed, without Cllr, Mr or Mrs")
    role = ChoiceOrNoneField(label="Present as", choices=Attendance.Role.choices)
    substitute_for = forms.CharField(label="Substitute for", required=False, max_length=200)
    virtual = YesNoField(label="Did they attend online?")

    def enter(self, finding: Finding) -> Attendance:
        stated = {name: self.cleaned_data[name] for name in ("name", "role", "substitute_for", "virtual")}
        line = {**self.meeting(finding), **stated, "known_as": name_of(finding.document.council, stated["name"])}
        return Attendance.objects.update_or_create(finding=finding, defaults=line)[0]


class DeclarationForm(RegisterForm):
    place = "Meetings"
    listed = "meetings:meetings"
    name = forms.CharField(label="Who declared it", required=False, max_length=200)
    item = forms.CharField(label="Item", required=False, max_length=200)
    text = TextField(label="What was declared")

    def enter(self, finding: Finding) -> Declaration:
        line = {"council": finding.document.council, "meeting": own_meeting(finding), **self.cleaned_data}
        return Declaration.objects.update_or_create(finding=finding, defaults=line)[0]


class AgendaItemForm(OfMeetingForm):
    number = forms.CharField(label="Number", required=False, max_length=40, help_text="As printed, such as 5 or 5.1")
    title = forms.CharField(label="Title")
    part = forms.ChoiceField(
        label="Is it open to the public?", choices=[("open", "Open"), ("exempt", "Exempt (Part II)")]
    )

    @classmethod
    def spread(cls, data: dict[str, Any]) -> dict[str, Any]:
        return {"part": "open", **data}

    def enter(self, finding: Finding) -> AgendaItem:
        stated = {name: self.cleaned_data[name] for name in ("number", "part")}
        line = {**self.meeting(finding), **stated, "title": titled(self.cleaned_data["title"], 300)}
        return AgendaItem.objects.update_or_create(finding=finding, defaults=line)[0]


class AmendmentForm(OfMeetingForm, VotesForm):
    item = forms.CharField(label="Item", required=False, max_length=200)
    proposer = forms.CharField(label="Proposed by", required=False, max_length=200)
    seconder = forms.CharField(label="Seconded by", required=False, max_length=200)
    text = TextField(label="The motion or amendment")
    carried = YesNoField(label="Was it carried?")

    field_order = ["committee", "held_on", "item", "text", "proposer", "seconder", "carried"]

    @classmethod
    def spread(cls, data: dict[str, Any]) -> dict[str, Any]:
        return spread_votes(data)

    def gather(self) -> dict[str, Any]:
        return gather_votes(super().gather())

    def enter(self, finding: Finding) -> Amendment:
        stated = {name: value for name, value in self.cleaned_data.items() if name not in ("committee", "held_on")}
        line = {**self.meeting(finding), **stated, "voters": Amendment.keys_of(stated)}
        return Amendment.objects.update_or_create(finding=finding, defaults=line)[0]


class RecommendationForm(RegisterForm):
    place = "Recommendations"
    listed = "meetings:actions"
    committee = forms.CharField(label="Committee asked", required=False, max_length=200)
    meeting_on = PrintedDateField(label="Date of its meeting", required=False)
    label = forms.CharField(label="Number or letter", required=False, max_length=40, help_text="Such as (a) or 2.1")
    text = TextField(label="What the report asks for")
    verb = forms.CharField(
        label="The word that asks", required=False, max_length=100, help_text="Such as note, approve"
    )

    def enter(self, finding: Finding) -> Recommendation:
        stated, council = self.cleaned_data, finding.document.council
        committee = committee_of(council, stated["committee"])
        meeting = meeting_of(finding, committee, stated["meeting_on"])
        words = {name: stated[name] for name in ("label", "text", "verb")}
        line = {
            "council": council,
            "sort": Recommendation.Sort.RECOMMENDATION,
            "title": titled(stated["text"]),
            "committee": committee,
            "meeting": meeting,
            "portfolio": portfolio_of(finding),
            **dated(stated["meeting_on"]),
            **words,
        }
        return Recommendation.objects.update_or_create(finding=finding, defaults=line)[0]
