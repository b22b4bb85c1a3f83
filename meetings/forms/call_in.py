"""What officers record of a decision's call-in, a council's rule of it, and how the list of it is narrowed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils import timezone

from meetings.forms.fields import BodyField
from meetings.forms.filters import FilterForm
from meetings.models import CallIn, CallInRule, Committee, Decision, Precision
from meetings.models.call_in_state import CallInState
from reports.reading.dates import in_words
from reports.typed_dates import TypedDateField

EXAMPLE = "For example 7/2/2026 or yesterday"


class DayField(TypedDateField):
    """One past day, typed as people do; cleans to a date, None where it is left empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"help_text": EXAMPLE, **kwargs})

    def clean(self, value: Any) -> date | None:  # type: ignore[override]
        iso = super().clean(value)
        if not iso:
            return None
        if len(iso) != 10:
            raise forms.ValidationError("Enter one day, such as 7 February 2026.", code="not_a_day")
        if (day := date.fromisoformat(iso)) > timezone.localdate():
            raise forms.ValidationError("Enter today or a day that is past.", code="to_come")
        return day


class TextField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), **{"max_length": 4000, **kwargs})


class RecordForm(forms.Form):
    """One step of a call-in. Its fields are those of CallIn that it settles; `record` is what is known already."""

    title = ""
    # What is said once it is recorded.
    recorded = ""

    def __init__(self, data: Any = None, *, decision: Decision, record: CallIn) -> None:
        said = {name: getattr(record, name) for name in self.base_fields}
        super().__init__(data, initial={name: iso(value) for name, value in said.items()}, use_required_attribute=False)
        self.decision, self.record = decision, record

    @property
    def decided_on(self) -> date | None:
        return self.decision.date if self.decision.precision == Precision.DAY else None

    def not_before(self, name: str, day: date | None, what: str) -> None:
        """Refuse a day that lies before another, which `what` names."""
        said = self.cleaned_data.get(name)
        if said and day and said < day:
            self.add_error(name, f"{what} on {in_words(day.isoformat())}. Enter that day or a later one.")


def iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


class PublicationForm(RecordForm):
    title = "When was the decision published?"
    recorded = "The day of publication was recorded."
    published_on = DayField(label="Day of publication")

    def clean(self) -> None:
        self.not_before("published_on", self.decided_on, "The decision was taken")
        said, called_in = self.cleaned_data.get("published_on"), self.record.called_in_on
        if said and called_in and said > called_in:
            self.add_error("published_on", f"It was called in on {in_words(called_in.isoformat())}, before this day.")


class UrgencyForm(RecordForm):
    title = "Is the decision exempt from call-in?"
    recorded = "It was recorded that the decision is urgent and cannot be called in."
    urgent = forms.BooleanField(
        label="It is urgent, and cannot be called in",
        error_messages={"required": "Tick the box if the decision is urgent. To take it back, use Undo."},
    )
    urgent_why = TextField(label="Why, and who agreed to it", help_text="As the record of the decision has it")

    def clean(self) -> None:
        if self.record.called_in_on:
            self.add_error("urgent", "The decision was called in. Undo that first, if it is wrong.")


class CalledInForm(RecordForm):
    title = "Who called the decision in?"
    recorded = "The call-in was recorded."
    called_in_on = DayField(label="Day of the call-in")
    called_in_by = TextField(label="Who called it in", help_text="The members who signed, or the committee")
    grounds = TextField(label="Their grounds", required=False, help_text="Leave empty if they are not stated")

    def clean(self) -> None:
        if self.record.urgent:
            self.add_error("called_in_on", "It is recorded as exempt from call-in. Undo that first, if it is wrong.")
        self.not_before("called_in_on", self.decided_on, "The decision was taken")
        self.not_before("called_in_on", self.record.published_on, "The decision was published")
        said, result = self.cleaned_data.get("called_in_on"), self.record.result_on
        if said and result and said > result:
            self.add_error("called_in_on", f"The result is of {in_words(result.isoformat())}, before this day.")


class ResultForm(RecordForm):
    title = "What came of the call-in?"
    recorded = "The result of the call-in was recorded."
    result = forms.ChoiceField(label="Result", choices=CallIn.Result, widget=forms.RadioSelect)
    result_on = DayField(label="Day of the result")
    result_note = TextField(label="What was said", required=False)

    def clean(self) -> None:
        if not self.record.called_in_on:
            self.add_error("result", "Record the call-in first, and then its result.")
        self.not_before("result_on", self.record.called_in_on, "It was called in")


# Each step as its address names it.
STEPS: dict[str, type[RecordForm]] = {
    "publication": PublicationForm,
    "urgency": UrgencyForm,
    "call-in": CalledInForm,
    "result": ResultForm,
}


class RuleForm(forms.Form):
    working_days = forms.IntegerField(
        label="Working days in which a decision can be called in", min_value=1, max_value=60, widget=forms.TextInput
    )
    counted_from = forms.ChoiceField(
        label="They are counted from the day after", choices=CallInRule.CountedFrom, widget=forms.RadioSelect
    )
    key_only = forms.BooleanField(label="Only key decisions can be called in", required=False)
    who = TextField(
        label="Who may call a decision in",
        required=False,
        help_text="For example: the chair of the scrutiny committee, or any five members",
    )
    committees = forms.MultipleChoiceField(
        label="Bodies whose decisions can be called in",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Choose none for the executive: Cabinet, its members, and officers' key decisions. "
        "What members of the executive and officers decide alone can be called in either way.",
    )

    def __init__(self, data: Any = None, *, committees: QuerySet[Committee], **kwargs: Any) -> None:
        super().__init__(data, use_required_attribute=False, **kwargs)
        self.fields["committees"].choices = [(str(one.pk), str(one)) for one in committees]


class CallInFilter(FilterForm):
    state = forms.ChoiceField(
        label="Where it stands",
        required=False,
        choices=[
            ("", "Any"),
            (CallInState.CALLABLE, "Can be called in now"),
            (CallInState.CALLED_IN, "Called in, waiting"),
            ("settled", "Settled"),
        ],
    )
    committee = BodyField(Committee)

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("committee"))
        if not (state := self.said.get("state")):
            return rows
        settled = Q(call_in_state__in=[CallInState.UPHELD, CallInState.REFERRED, CallInState.COUNCIL])
        return rows.filter(settled if state == "settled" else Q(call_in_state=state))
