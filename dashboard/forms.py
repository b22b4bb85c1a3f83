"""What the pages of measures can be asked for."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from reports.models import Council


class CouncilForm(forms.Form):
    """Whose register is shown; the first council where nobody, or nobody known, is asked for."""

    council = forms.ChoiceField(required=False)

    def __init__(self, *args: Any, councils: QuerySet[Council], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.councils = list(councils)
        self.fields["council"].choices = [(council.pk, council.name) for council in self.councils]

    @property
    def chosen(self) -> Council | None:
        asked = self.data.get("council", "")
        first = self.councils[0] if self.councils else None
        return next((council for council in self.councils if str(council.pk) == asked), first)


class IndicatorFilter(CouncilForm):
    q = forms.CharField(
        max_length=100,
        required=False,
        label="Words in the measure's name",
        error_messages={"max_length": "The words must be 100 characters or fewer."},
    )

    @property
    def words(self) -> str:
        self.full_clean()
        return self.cleaned_data.get("q", "")
