"""The door of a figure into the register."""

from __future__ import annotations

from typing import Any

from django import forms

from dashboard import names
from dashboard.models import Indicator, Observation
from reports.models import Council, Finding
from reports.register import PrintedDateField, RegisterForm, last_day


class FigureForm(RegisterForm):
    place = "Indicators"
    listed = "dashboard:indicators"
    settles = "dashboard/_unnamed.html"

    indicator = forms.ModelChoiceField(
        Indicator.objects.all(),
        required=False,
        empty_label="None of these: keep the printed name",
        label="Measure",
        help_text="The measure of the catalogue that this is a value of.",
    )
    label = forms.CharField(max_length=300, label="Name as printed")
    area = forms.CharField(
        max_length=100, required=False, help_text="Where the value is for: Wexcombe, England or Statistical neighbours."
    )
    period = PrintedDateField(
        required=False, help_text="The day, month, quarter or year that the value is for: 31 March 2015 or 2014/15."
    )
    value = forms.DecimalField(
        max_digits=16, decimal_places=4, help_text="The number alone, without a sign for its unit."
    )
    unit = forms.ChoiceField(choices=[("", "Not stated"), *Indicator.Unit.choices], required=False)
    role = forms.ChoiceField(
        choices=Observation.Role.choices,
        label="What the value is",
        help_text="Floor is the lowest that is tolerated. Previous is an earlier value printed beside the actual one.",
    )
    rag = forms.CharField(max_length=20, required=False, label="Rating as printed", help_text="Red, amber or green.")

    @classmethod
    def address(cls, finding: Finding) -> str:
        row = Observation.objects.select_related("indicator").filter(finding=finding).first()
        return row.indicator.get_absolute_url() if row and row.indicator else super().address(finding)

    @classmethod
    def is_unsettled(cls, finding: Finding) -> bool:
        return names.is_unnamed(finding)

    @classmethod
    def propose(cls, findings: list[Finding]) -> list[Finding]:
        return names.propose(findings)

    @classmethod
    def spread(cls, data: dict[str, Any]) -> dict[str, Any]:
        """The value without what reckoning in twos adds to it: 1.1 times 3 is 3.3."""
        value = data.get("value")
        return {**data, "value": f"{value:.12g}" if isinstance(value, float) else value}

    def gather(self) -> dict[str, Any]:
        indicator = self.cleaned_data["indicator"]
        slug = indicator.slug if indicator else None
        return super().gather() | {"indicator": slug, "value": float(self.cleaned_data["value"])}

    def enter(self, finding: Finding) -> Observation:
        council = finding.document.council
        date, precision = last_day(self.cleaned_data["period"])
        said = self.cleaned_data | {
            "council": council,
            "area": area_of(self.cleaned_data["area"], council),
            "date": date,
            # A financial year is as exact as a year.
            "precision": precision,
        }
        return Observation.objects.update_or_create(finding=finding, defaults=said)[0]


def area_of(printed: str, council: Council) -> str:
    """The area's name; a council's own is its short one, however it is printed."""
    own = {council.name.casefold(), council.short_name.casefold()}
    return council.short_name if printed.strip().casefold() in own else printed.strip()
