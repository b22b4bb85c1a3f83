"""What a reviewer says of findings, of paragraphs and of a whole document."""

from __future__ import annotations

from typing import Any

from django import forms

from reports.models import Council, Document, Passage
from reports.register import PrintedDateField
from reports.sorts import KINDS, SORTS

# What a reviewer mostly says when a finding does not belong in the register.
REASONS = {
    "misread": "The words were misread",
    "other_sort": "It is something else, such as an observation or history",
    "other_body": "It is another body's, not this council's",
    "twice": "It is in the list twice",
    "own": "Another reason",
}


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
