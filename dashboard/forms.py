"""What the pages of measures can be asked for."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.http import QueryDict

from reports.models import Council


class CouncilForm(forms.Form):
    """Whose register is shown; the first of the councils where nobody, or nobody known, is asked for."""

    council = forms.ChoiceField(required=False)

    def __init__(self, data: QueryDict, *, councils: QuerySet[Council]) -> None:
        found = list(councils)
        asked = (council for council in found if str(council.pk) == data.get("council"))
        self.chosen = next(asked, found[0] if found else None)
        self.councils = sorted(found, key=lambda council: council.name)
        # The field names who is shown, also where nobody was asked for.
        data = data.copy()
        data["council"] = str(self.chosen.pk) if self.chosen else ""
        super().__init__(data)
        self.fields["council"].choices = [(council.pk, council.name) for council in self.councils]


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
