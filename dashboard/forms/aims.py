"""What a council aims at, as officers say it: which fields there are depends on what is better."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import QuerySet

from dashboard.aims import LEVELS, Overlaps, refuse_overlap
from dashboard.models import Aim, Indicator
from reports.models import Council
from reports.reading.dates import in_words
from reports.typed_dates import TypedDateField

FIELDS = {
    "high": ("target", "floor"),
    "low": ("target", "floor"),
    "target": ("target", "tolerance"),
    "neutral": ("lower", "upper"),
}
NOTHING = {
    "neutral": "Enter a lower threshold, an upper one, or both.",
    "target": "Enter the target.",
}
HINTS = {
    "floor": "The worst that is tolerated",
    "tolerance": "How far from the target is near enough, above it and below it",
    "lower": "Below this the council looks into it. It says nothing of good or bad.",
    "upper": "Above this the council looks into it. It says nothing of good or bad.",
}
CHOOSE = {"required": "Choose a measure.", "invalid_choice": "Choose a measure from the list."}
CHOOSE_COUNCIL = {"required": "Choose a council.", "invalid_choice": "Choose a council from the list."}


class DayField(TypedDateField):
    """One day, typed as people do, past or to come; cleans to a date, None where it is left empty."""

    def clean(self, value: Any) -> date | None:  # type: ignore[override]
        iso = super().clean(value)
        if iso and len(iso) != 10:
            raise forms.ValidationError("Enter one day, such as 1 April 2026.", code="not_a_day")
        return date.fromisoformat(iso) if iso else None


class NumberField(forms.DecimalField):
    """A number as people type it: 1,250 or 85% or £40."""

    widget = forms.TextInput
    default_error_messages = {"invalid": "Enter a number, such as 85 or 12.5."}

    def __init__(self, **kwargs: Any) -> None:
        # No more than the database keeps.
        super().__init__(max_digits=16, decimal_places=4, required=False, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        typed = str(value or "").strip().replace(",", "").removeprefix("£").removesuffix("%")
        return super().to_python(typed.strip())

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class ChooseForm(forms.Form):
    """Of which council and measure something is said."""

    council = forms.ModelChoiceField(Council.objects.none(), label="Council", error_messages=CHOOSE_COUNCIL)
    indicator = forms.ModelChoiceField(
        Indicator.objects.all(), label="Measure", empty_label="Choose a measure", error_messages=CHOOSE
    )

    def __init__(self, data: Any = None, *, councils: QuerySet[Council]) -> None:
        super().__init__(data)
        field = self.fields["council"]
        field.queryset = councils
        if councils.count() == 1:
            field.empty_label = None


class AimForm(forms.Form):
    """One aim of a council for a measure. `aim` is what it changes, or a new one that has a council and a measure."""

    since = DayField(label="From", help_text="The first day on which it holds, such as 1/4/2026")
    until = DayField(
        label="To", required=False, help_text="The last day. Leave it empty if it holds until further notice"
    )
    source = forms.CharField(
        max_length=300,
        label="Where it was set",
        help_text="The plan, or the meeting and its day. Everybody who reads the register sees this.",
        error_messages={"required": "Say where it was set.", "max_length": "It must be 300 characters or fewer."},
    )
    field_order = ["target", "tolerance", "floor", "lower", "upper", "since", "until", "source"]

    def __init__(self, data: Any = None, *, aim: Aim) -> None:
        names = FIELDS[aim.indicator.polarity]
        days = {name: day.isoformat() for name in ("since", "until") if (day := getattr(aim, name))}
        said = {name: getattr(aim, name) for name in names} | days | {"source": aim.source}
        super().__init__(data, initial=said, use_required_attribute=False)
        self.aim, self.names = aim, names
        for name in names:
            # What is best at nought, such as a variance, may be aimed at below it too.
            least = None if name == "target" and aim.indicator.polarity == "target" else 0
            self.fields[name] = NumberField(
                label=LEVELS[name].capitalize(), help_text=HINTS.get(name, ""), min_value=least, max_value=self._most
            )
            self.fields[name].error_messages |= {
                "min_value": "Enter 0 or more.",
                "max_value": "Enter 100 or less.",
            }
        self.order_fields(self.field_order)

    @property
    def _most(self) -> int | None:
        return 100 if self.aim.indicator.unit == Indicator.Unit.PERCENT else None

    def clean(self) -> None:
        said = self.cleaned_data
        if all(name in said and said[name] is None for name in self.names):
            polarity = self.aim.indicator.polarity
            self.add_error(self.names[0], NOTHING.get(polarity, "Enter a target, a floor, or both."))
        self._compare(said)
        since, until = said.get("since"), said.get("until")
        if since and until and until < since:
            self.add_error("until", f"It begins on {in_words(since.isoformat())}. Enter that day or a later one.")
        if not self.errors:
            self._refuse_overlap()

    def _compare(self, said: dict[str, Any]) -> None:
        target, floor = said.get("target"), said.get("floor")
        lower, upper = said.get("lower"), said.get("upper")
        polarity = self.aim.indicator.polarity
        if polarity == "target" and target is None and said.get("tolerance") is not None:
            self.add_error("target", NOTHING["target"])
        if target is not None and floor is not None:
            if polarity == "high" and floor >= target:
                self.add_error("floor", "Higher is better here, so the floor must be below the target.")
            if polarity == "low" and floor <= target:
                self.add_error("floor", "Lower is better here, so the floor must be above the target.")
        if lower is not None and upper is not None and lower >= upper:
            self.add_error("upper", "The upper threshold must be above the lower one.")

    def _refuse_overlap(self) -> None:
        try:
            refuse_overlap(self.filled())
        except Overlaps as why:
            self.add_error("since", str(why))

    def filled(self) -> Aim:
        """The aim as it would be kept."""
        for name in (*self.names, "since", "until", "source"):
            setattr(self.aim, name, self.cleaned_data[name])
        return self.aim


class EndForm(forms.Form):
    """The last day of an aim."""

    until = DayField(label="Its last day", help_text="For example 31/3/2026")

    def __init__(self, data: Any = None, *, aim: Aim) -> None:
        super().__init__(data, initial={"until": aim.until.isoformat() if aim.until else ""})
        self.aim = aim

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if until < self.aim.since:
            first = in_words(self.aim.since.isoformat())
            raise forms.ValidationError(f"It begins on {first}. Enter that day or a later one, or delete it.")
        return until


class AimsFilter(forms.Form):
    """What the list of aims at the desk is narrowed to."""

    q = forms.CharField(
        max_length=100,
        required=False,
        label="Words in the measure’s name",
        error_messages={"max_length": "The words must be 100 characters or fewer."},
    )
    council = forms.ModelChoiceField(
        Council.objects.none(), required=False, label="Council", empty_label="Any", error_messages=CHOOSE_COUNCIL
    )
    when = forms.ChoiceField(
        required=False,
        label="When",
        choices=[("", "Now or later"), ("all", "At any time")],
        error_messages={"invalid_choice": "Choose one of the list."},
    )

    def __init__(self, data: Any, *, councils: QuerySet[Council]) -> None:
        super().__init__(data)
        self.fields["council"].queryset = councils
