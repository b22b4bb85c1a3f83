"""Words that mean one thing, as an officer lists them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from reports.forms.filters import CouncilField
from reports.models import Council, Synonyms, words_in


class SynonymsForm(forms.ModelForm):
    terms = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}),
        label="Words that mean one thing",
        help_text="One on each line, short forms too. Do not repeat anything from an exempt part.",
        error_messages={"required": "Enter the words, one on each line."},
    )
    council = CouncilField()

    class Meta:
        model = Synonyms
        fields = ("terms", "council")

    def __init__(self, *args: Any, councils: QuerySet[Council], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        council: Any = self.fields["council"]
        council.queryset, council.empty_label, council.label = councils, "Every council", "In whose papers"
        if self.instance.terms:
            self.initial["terms"] = "\n".join(self.instance.terms)

    def clean_terms(self) -> list[str]:
        """The terms, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["terms"].splitlines()]
        terms = list({tuple(words_in(line)): line for line in reversed(lines) if words_in(line)}.values())[::-1]
        if len(terms) < 2:
            raise forms.ValidationError("Enter two or more, one on each line.")
        if len(terms) > 20 or any(len(term) > 100 for term in terms):
            raise forms.ValidationError("Enter at most 20, each of at most 100 characters.")
        return terms
