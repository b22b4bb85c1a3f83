"""The door of what is planned to be decided: each listing is known again as one of an item that other papers list."""

from __future__ import annotations

from uuid import UUID

from django import forms

from meetings.models import PlannedDecision
from meetings.plan_items import Listed, key_of
from meetings.register.bodies import dated, portfolio_of, titled
from meetings.register.fields import YesNoField
from reports.models import Finding
from reports.register import PrintedDateField, RegisterForm


class PlannedDecisionForm(RegisterForm):
    place = "Forward plan"
    listed = "meetings:forward_plan"
    reference = forms.CharField(label="Reference", required=False, max_length=60)
    title = forms.CharField(label="What is to be decided")
    decision_maker = forms.CharField(label="Decision maker", required=False, max_length=200)
    due_on = PrintedDateField(label="Date it is due", required=False)
    key_decision = YesNoField(label="Is it a key decision?")
    exempt = forms.CharField(
        label="Part to be taken in private",
        required=False,
        max_length=60,
        help_text="As printed, such as Part II or paragraph 3",
    )
    contact = forms.CharField(label="Contact", required=False, max_length=200)

    @classmethod
    def address(cls, finding: Finding) -> str:
        row = PlannedDecision.objects.filter(finding=finding).first()
        return row.get_absolute_url() if row else ""

    def enter(self, finding: Finding) -> PlannedDecision:
        stated, title = self.cleaned_data, titled(self.cleaned_data["title"], 300)
        entry = {
            "council": finding.document.council,
            "sort": PlannedDecision.Sort.PLANNED,
            "title": title,
            "key": _key(finding, Listed(title, stated["reference"], stated["decision_maker"], finding.document_id)),
            "exempt_part": stated["exempt"],
            "portfolio": portfolio_of(finding),
            **dated(stated["due_on"]),
            **{name: stated[name] for name in ("reference", "decision_maker", "key_decision", "contact")},
        }
        return PlannedDecision.objects.update_or_create(finding=finding, defaults=entry)[0]


def _key(finding: Finding, listed: Listed) -> UUID:
    """The item that a listing is of; what an exempt part lists brings no open listings together."""
    council = finding.document.council
    lines = PlannedDecision.objects.exclude(finding=finding).select_related("finding__document")
    if not (finding.exempt or finding.document.wholly_exempt):
        lines = lines.filter(finding__exempt=False, finding__document__wholly_exempt=False)
    known = lines.may_be(council, listed.title, listed.reference)
    return key_of(council.pk, listed, [listed_of(line) for line in known])


def listed_of(line: PlannedDecision) -> Listed:
    return Listed(line.title, line.reference, line.decision_maker, line.finding.document_id, line.key)
