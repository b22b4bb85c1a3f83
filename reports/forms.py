"""What people type into the pages of documents, the desk and search."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from reports.models import Council, Document, Finding, Passage, State
from reports.register import PrintedDateField, first_day, last_day
from reports.sorts import KINDS, SORTS

ANY_KIND = [("", "Any kind"), *KINDS.items()]

# What a reviewer mostly says when a finding does not belong in the register.
REASONS = {
    "misread": "The words were misread",
    "other_sort": "It is something else, such as an observation or history",
    "other_body": "It is another body's, not this council's",
    "twice": "It is in the list twice",
    "own": "Another reason",
}


class ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Files, one or more; cleans to a list. What is wrong with one file is said by `actions.upload`, not here."""

    widget = ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list:
        given = data if isinstance(data, (list, tuple)) else [data] if data else []
        if not given:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return list(given)


class UploadForm(forms.Form):
    documents = ManyFilesField(
        label="Council papers",
        help_text="PDF or Word (.docx), each up to 50 MB. You can choose up to 50 files at once.",
        error_messages={"required": "Choose a PDF or Word file."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["documents"].widget.attrs["class"] = "moj-multi-file-upload__input"


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


class SearchForm(OfCouncils):
    q = forms.CharField(
        max_length=200,
        required=False,
        label="Search for",
        help_text='Quotation marks keep words together: "short breaks". A minus leaves a word out: -budget.',
        error_messages={"max_length": "Search for at most 200 characters."},
    )
    kind = forms.ChoiceField(
        choices=ANY_KIND,
        required=False,
        label="Kind of document",
        error_messages={"invalid_choice": "Choose a kind from the list."},
    )
    since = PrintedDateField(required=False, label="Documents from", help_text="Such as 7 February 2018 or 2018")
    until = PrintedDateField(required=False, label="Documents to")

    def clean(self) -> dict[str, Any]:
        start, end = self.days()
        if start and end and start > end:
            self.add_error("until", "The last date is before the first one.")
        return self.cleaned_data

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day that are searched; None where none is set."""
        said = self.cleaned_data
        return first_day(said.get("since", ""))[0], last_day(said.get("until", ""))[0]


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


class RejectForm(forms.Form):
    """Why a finding is kept out of the register."""

    why = forms.ChoiceField(
        choices=REASONS.items(),
        widget=forms.RadioSelect,
        label="Why does this not belong in the register?",
        error_messages={"required": "Choose a reason.", "invalid_choice": "Choose a reason from the list."},
    )
    own = forms.CharField(max_length=500, required=False, label="In your own words")

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("why") == "own" and not self.cleaned_data.get("own"):
            self.add_error("own", "Say why in your own words.")
        return self.cleaned_data

    def reason(self) -> str:
        said = self.cleaned_data
        words = "" if said["why"] == "own" else REASONS[said["why"]]
        return ": ".join(part for part in (words, said["own"]) if part)


class YesForm(forms.Form):
    """A publisher's yes to what was flagged: `seen` are the keys of the flags that the page showed."""

    yes = forms.BooleanField(
        label="I have looked at each of these, and the document may be published with them",
        error_messages={"required": "Look at what was flagged, and say that the document may be published with it."},
    )

    def seen(self) -> list[int]:
        return [int(key) for key in self.data.getlist("seen") if key.isdecimal() and len(key) < 19]


class WithdrawForm(forms.Form):
    why = forms.CharField(
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="Why is it withdrawn?",
        help_text="Reviewers see this. Do not repeat anything from an exempt part.",
        error_messages={"required": "Say why it is withdrawn."},
    )


class DescribeForm(forms.Form):
    """What a document is, as the register names it."""

    title = forms.CharField(max_length=300, label="Title", error_messages={"required": "Enter a title."})
    kind = forms.ChoiceField(choices=[("", "None of these"), *KINDS.items()], required=False, label="Kind of document")
    date = PrintedDateField(
        required=False, label="Date", help_text="As exact as the paper prints it: 7 February 2018, March 2018, 2018"
    )
    council = forms.CharField(
        max_length=200,
        label="Council",
        help_text="The council's full name",
        error_messages={"required": "Enter the council whose paper this is."},
    )
    portfolio = forms.CharField(
        max_length=200,
        required=False,
        label="Portfolio",
        help_text="The remit that the paper is about, if it names one",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["council"].widget.attrs["list"] = "councils"
        self.councils = Council.objects.values_list("name", flat=True)

    @classmethod
    def of(cls, document: Document) -> DescribeForm:
        names = ("title", "kind", "date", "portfolio")
        return cls(initial={"council": document.council_name, **{name: getattr(document, name) for name in names}})


class MarkForm(forms.Form):
    """Whether a paragraph may be read by everybody."""

    part = forms.ChoiceField(
        choices=Passage._meta.get_field("part").choices,
        widget=forms.RadioSelect,
        label="Who may read this paragraph?",
        error_messages={"required": "Choose open or exempt.", "invalid_choice": "Choose open or exempt."},
    )
    schedule = forms.CharField(
        max_length=100,
        required=False,
        label="Paragraph of Schedule 12A",
        help_text="For an exempt paragraph, as the paper states it: paragraph 3",
    )

    def clean_schedule(self) -> str:
        return self.cleaned_data["schedule"] if self.cleaned_data.get("part") == "exempt" else ""


class SortForm(forms.Form):
    """Which sort of fact a reviewer adds from a paragraph."""

    fact = forms.ChoiceField(
        choices=[(name, SORTS[name].one) for name in SORTS],
        widget=forms.RadioSelect,
        label="What does the paragraph state?",
        error_messages={"required": "Choose what it states.", "invalid_choice": "Choose what it states from the list."},
    )
