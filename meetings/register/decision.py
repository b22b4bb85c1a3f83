"""The doors of what was decided, and of what somebody undertook to do."""

from __future__ import annotations

from typing import Any

from django import forms

from meetings.call_in import settle
from meetings.models import Action, Decision, Meeting, Outcome
from meetings.procedural import is_procedural
from meetings.register.bodies import committee_of, dated, meeting_of, own_meeting, portfolio_of, titled
from meetings.register.fields import ChoiceOrNoneField, TextField, VotesForm, YesNoField, gather_votes, spread_votes
from reports.models import Finding
from reports.register import PrintedDateField, RegisterForm


class DecisionForm(RegisterForm, VotesForm):
    place = "Decisions"
    listed = "meetings:decisions"
    committee = forms.CharField(
        label="Committee", required=False, max_length=200, help_text="The body that decided, as the paper names it"
    )
    decided_on = PrintedDateField(label="Date of the decision", required=False)
    item = forms.CharField(label="Item", required=False, max_length=200)
    reference = forms.CharField(label="Reference", required=False, max_length=60)
    text = TextField(label="What was decided", rows=6)
    outcome = ChoiceOrNoneField(label="Outcome", choices=Outcome.choices)
    status = forms.ChoiceField(label="Taken or proposed?", choices=Decision.Status)
    key_decision = YesNoField(label="Is it a key decision?")
    decision_maker = forms.CharField(label="Decision maker", required=False, max_length=200)
    reasons = TextField(label="Reasons for the decision", required=False)
    alternatives = TextField(label="Alternatives considered", required=False)
    conflicts = TextField(label="Conflicts of interest declared", required=False)
    dispensation = TextField(label="Dispensation granted", required=False)

    field_order = ["committee", "decided_on", "item", "reference", "text", "outcome", "status", "decision_maker"]

    @classmethod
    def address(cls, finding: Finding) -> str:
        row = Decision.objects.filter(finding=finding).first()
        return row.get_absolute_url() if row else ""

    @classmethod
    def spread(cls, data: dict[str, Any]) -> dict[str, Any]:
        return {"status": Decision.Status.TAKEN, **spread_votes(data)}

    def gather(self) -> dict[str, Any]:
        return gather_votes(super().gather())

    def enter(self, finding: Finding) -> Decision:
        stated = dict(self.cleaned_data)
        committee, day = committee_of(finding.document.council, stated.pop("committee")), stated.pop("decided_on")
        entry = {
            "council": finding.document.council,
            "sort": Decision.Sort.DECISION,
            "title": titled(stated["text"]),
            "committee": committee,
            "meeting": _meeting(finding, committee, day),
            "portfolio": portfolio_of(finding),
            "voters": Decision.keys_of(stated),
            "procedural": is_procedural(stated["text"], stated["item"]),
            **dated(day),
            **stated,
        }
        decision = Decision.objects.update_or_create(finding=finding, defaults=entry)[0]
        settle(Decision.objects.filter(pk=decision.pk))
        return decision


def _meeting(finding: Finding, committee, day: str) -> Meeting | None:
    """The meeting that took a decision, where the paper prints its very day."""
    return meeting_of(finding, committee, day) if dated(day)["precision"] == "day" else None


class ActionForm(RegisterForm):
    place = "Actions"
    listed = "meetings:actions"
    owner = forms.CharField(label="Who is to do it", required=False, max_length=200, help_text="As printed")
    text = TextField(label="What is to be done")
    item = forms.CharField(label="Item", required=False, max_length=200)
    paragraph = forms.CharField(label="Paragraph", required=False, max_length=40)
    due_on = PrintedDateField(label="Date it is due", required=False)

    def enter(self, finding: Finding) -> Action:
        stated, meeting = self.cleaned_data, own_meeting(finding)
        entry = {
            "council": finding.document.council,
            "sort": Action.Sort.ACTION,
            "title": titled(stated["text"]),
            "committee": meeting and meeting.committee,
            "meeting": meeting,
            "portfolio": portfolio_of(finding),
            "due": stated["due_on"],
            **dated(stated["due_on"] or (meeting.held_on if meeting else finding.document.date)),
            **{name: stated[name] for name in ("owner", "text", "item")},
        }
        return Action.objects.update_or_create(finding=finding, defaults=entry)[0]
