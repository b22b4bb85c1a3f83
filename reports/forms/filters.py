"""What lists of documents, and the scorecard, are narrowed to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from reports.models import Council, Document, Finding, State
from reports.sorts import KINDS

ANY_KIND = [("", "Any kind"), *KINDS.items()]


class CouncilField(forms.ModelChoiceField):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Council.objects.all(),
            required=False,
            label="Council",
            empty_label="Any council",
            error_messages={"invalid_choice": "Choose a council from the list."},
            **kwargs,
        )

    def to_python(self, value: Any) -> Council | None:
        try:
            return super().to_python(value)
        except forms.ValidationError:
            # What was typed into the address need not even look like a council's number.
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice") from None


def of_council(council: Council) -> Q:
    """Documents of a council; before it is published a document has the council's name alone."""
    return Q(council=council) | Q(council_name=council.name)


class OfCouncils(forms.Form):
    """A form that offers the councils of the documents that there are, where these are not all of one."""

    council = CouncilField()

    def __init__(self, *args: Any, documents: QuerySet[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        documents = documents.order_by()
        ours = Q(pk__in=documents.values("council")) | Q(name__in=documents.values("council_name"))
        councils = Council.objects.filter(ours)
        first = councils.first()
        if first and documents.exclude(of_council(first)).exists():
            self.fields["council"].queryset = councils
        else:
            del self.fields["council"]


class DocumentFilter(OfCouncils):
    """What a list of documents is narrowed to."""

    words = forms.CharField(max_length=200, required=False, label="Words in the title or file name")
    kind = forms.ChoiceField(
        choices=ANY_KIND,
        required=False,
        label="Kind",
        error_messages={"invalid_choice": "Choose a kind from the list."},
    )

    def narrow(self, documents: QuerySet[Document]) -> QuerySet[Document]:
        """The documents that the filter leaves; a filter that was typed wrong leaves all."""
        said = self.cleaned_data
        for name in ("kind", "state"):
            if said.get(name):
                documents = documents.filter(**{name: said[name]})
        if council := said.get("council"):
            documents = documents.filter(of_council(council))
        for word in said.get("words", "").split():
            documents = documents.filter(Q(title__icontains=word) | Q(filename__icontains=word))
        return documents


class ReviewerFilter(DocumentFilter):
    """What a reviewer narrows the list to: documents of every state."""

    state = forms.ChoiceField(
        choices=[("", "Any state"), *State.choices],
        required=False,
        label="State",
        error_messages={"invalid_choice": "Choose a state from the list."},
    )


class ScorecardFilter(forms.Form):
    """Whose reviews are counted: of one version of the reader, of one kind of document."""

    version = forms.ChoiceField(
        required=False,
        label="Version of the reader",
        error_messages={"invalid_choice": "Choose a version from the list."},
    )
    kind = forms.ChoiceField(
        choices=ANY_KIND,
        required=False,
        label="Kind of document",
        error_messages={"invalid_choice": "Choose a kind from the list."},
    )

    def __init__(self, *args: Any, findings: QuerySet[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions = findings.values_list("document__reader_version", flat=True).distinct()
        known = sorted(version for version in versions if version)
        self.fields["version"].choices = [("", "Any version"), *((one, f"Version {one}") for one in known)]

    def narrow(self, findings: QuerySet[Finding]) -> QuerySet[Finding]:
        """The findings that the filter leaves; a filter that was typed wrong leaves all."""
        for name, field in (("version", "reader_version"), ("kind", "kind")):
            if said := self.cleaned_data.get(name):
                findings = findings.filter(**{f"document__{field}": said})
        return findings
