"""What the list of measures and the page of one can be asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict

from dashboard.board import STANDS
from dashboard.forms import CouncilForm
from dashboard.models import Indicator


class IndicatorFilter(CouncilForm):
    """Which of a council's measures: by topic, by how they stand, and by the words in their names."""

    topic = forms.ChoiceField(required=False, error_messages={"invalid_choice": "Choose a topic from the list."})
    stands = forms.ChoiceField(
        required=False,
        label="How it stands",
        choices=[("", "Any"), *((key, stand.words) for key, stand in STANDS.items())],
        error_messages={"invalid_choice": "Choose how it stands from the list."},
    )
    q = forms.CharField(
        max_length=100,
        required=False,
        label="Words in the measure's name",
        error_messages={"max_length": "The words must be 100 characters or fewer."},
    )

    def __init__(self, data: QueryDict, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        topics = Indicator.objects.exclude(topic="").order_by("topic").values_list("topic", flat=True).distinct()
        self.fields["topic"].choices = [("", "Any"), *((topic, topic) for topic in topics)]

    def said(self, name: str) -> str:
        """What was asked for, empty where it was not or was wrong."""
        self.full_clean()
        return self.cleaned_data.get(name, "")


class MeasureForm(CouncilForm):
    """Whose page of a measure, beside which set of neighbours, and by which official series where there are several."""

    neighbours = forms.ChoiceField(required=False)
    official = forms.ChoiceField(required=False)

    @property
    def year(self) -> int | None:
        said = self.data.get("neighbours", "")
        return int(said) if said.isascii() and said.isdigit() and len(said) == 4 else None

    @property
    def code(self) -> str:
        return self.data.get("official", "").replace("\0", "")
