"""What officers say of official statistics, and what lists of them can be narrowed to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from dashboard.models import Area, DataSet, Indicator, OfficialMeasure, Release
from meetings.forms.call_in import DayField
from reports.forms.upload import ManyFilesField

WORDS = {"max_length": "The words must be 100 characters or fewer."}


class StatisticsForm(forms.Form):
    tables = ManyFilesField(
        label="Files of official statistics",
        help_text="CSV files, each up to 200 MB: tables of Explore education statistics, the long table or the "
        "dictionary of the local authority interactive tool, or statistical neighbours. You can choose several.",
        error_messages={"required": "Choose a CSV file."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tables"].widget.attrs["accept"] = ".csv,text/csv"


class ReleaseForm(forms.Form):
    """What a file is, as far as it does not say so itself."""

    title = forms.CharField(max_length=200, label="Title", error_messages={"required": "Enter a title."})
    released_on = DayField(
        label="Day of publication", required=False, help_text="Of this release. For example 21/11/2025"
    )
    year_ends = forms.ChoiceField(
        label="A year of this table ends on",
        choices=DataSet.YearEnds,
        widget=forms.RadioSelect,
        help_text="The file says “Reporting year”, not when that ends. The notes of the publication say it.",
        error_messages={"required": "Choose when a year ends.", "invalid_choice": "Choose when a year ends."},
    )

    def __init__(self, data: Any = None, *, release: Release, asks_year: bool) -> None:
        said = {
            "title": release.title,
            "released_on": release.released_on.isoformat() if release.released_on else "",
            "year_ends": (release.data_set and release.data_set.year_ends) or release.found.get("year_ends", ""),
        }
        super().__init__(data, initial=said, use_required_attribute=False)
        if not asks_year:
            del self.fields["year_ends"]


class MeasuresFilter(forms.Form):
    """What the list of official measures is narrowed to."""

    LINKED = {"": "Any", "yes": "One of the catalogue", "no": "None"}

    q = forms.CharField(max_length=100, required=False, label="Words in the name or the code", error_messages=WORDS)
    data_set = forms.ModelChoiceField(
        DataSet.objects.filter(measures__isnull=False).distinct(),
        required=False,
        label="Table",
        empty_label="Any",
        error_messages={"invalid_choice": "Choose a table from the list."},
    )
    linked = forms.ChoiceField(
        required=False,
        label="Measure",
        choices=LINKED.items(),
        error_messages={"invalid_choice": "Choose one of the list."},
    )

    def narrow(self, rows: QuerySet[OfficialMeasure]) -> QuerySet[OfficialMeasure]:
        """None of the rows where the form is wrong."""
        if not self.is_valid():
            return rows.none()
        said = self.cleaned_data
        for word in said["q"].split():
            rows = rows.filter(name__icontains=word) | rows.filter(code__icontains=word)
        if said["data_set"]:
            rows = rows.filter(data_set=said["data_set"])
        return rows.filter(indicator__isnull=said["linked"] == "no") if said["linked"] else rows


class LinkForm(forms.Form):
    """Which measure of the catalogue an official measure is the series of."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.all(),
        required=False,
        label="It is the official series of",
        empty_label="None of the catalogue",
        help_text="Only where both count the same children in the same way. Figures that are defined otherwise belong "
        "beside each other, not in one line.",
        error_messages={"invalid_choice": "Choose a measure from the list."},
    )


class ValuesFilter(forms.Form):
    """Which of an official measure's values are listed."""

    area = forms.ChoiceField(
        required=False, label="Area", error_messages={"invalid_choice": "Choose an area from the list."}
    )
    period = forms.ChoiceField(
        required=False, label="Period", error_messages={"invalid_choice": "Choose a period from the list."}
    )
    revised = forms.ChoiceField(
        required=False,
        label="Revisions",
        choices=[("", "All values"), ("yes", "Only values that were revised")],
        error_messages={"invalid_choice": "Choose one of the list."},
    )

    def __init__(self, data: Any, *, areas: Iterable[Area], periods: Iterable[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["area"].choices = [("", "Any"), *((str(area.pk), area.name) for area in areas)]
        self.fields["period"].choices = [("", "Any"), *periods]


class AreaForm(forms.Form):
    """Which area of the statistics a council is."""

    area = forms.ModelChoiceField(
        Area.objects.none(),
        required=False,
        label="Area",
        empty_label="None: nothing is published of it",
        error_messages={"invalid_choice": "Choose an area from the list. One that another council has is not on it."},
    )

    def __init__(self, data: Any = None, *, areas: QuerySet[Area], initial: dict[str, Any]) -> None:
        super().__init__(data, initial=initial)
        self.fields["area"].queryset = areas
