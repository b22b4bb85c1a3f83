"""How what is to be done is narrowed, and what an officer says of it."""

from __future__ import annotations

from urllib.parse import urlsplit

from django import forms
from django.db.models import F, QuerySet
from django.urls import Resolver404, resolve
from django.utils import timezone

from meetings.due import months_before
from meetings.forms.chosen import ChosenField
from meetings.forms.fields import BodyField, WordsField
from meetings.forms.filters import FilterForm
from meetings.models import Committee
from reports.models import Passage
from reports.register import last_day
from reports.typed_dates import TypedDateField

AGES = [("", "Any age"), ("3", "Older than 3 months"), ("6", "Older than 6 months"), ("12", "Older than 12 months")]


class FollowedFilter(FilterForm):
    """What is the same for actions and recommendations."""

    words = WordsField()
    committee = BodyField(Committee)
    state = forms.ChoiceField(
        label="Open or done",
        required=False,
        choices=[("", "Either"), ("open", "Open"), ("late", "Open and overdue"), ("done", "Done")],
    )
    age = forms.ChoiceField(label="How old", required=False, choices=AGES)
    sort = forms.ChoiceField(
        label="Sort by",
        required=False,
        choices=[("", "Newest first"), ("age", "Oldest first"), ("late", "Overdue first")],
    )

    field_order = ["words", "owner", "committee", "state", "age", "due_by", "sort"]

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("committee"))
        rows = rows.saying(self.said["words"]) if "words" in self.said else rows
        if "age" in self.said:
            rows = rows.given_before(months_before(timezone.localdate(), int(self.said["age"])))
        late = rows.filter(is_late=True) if self.said.get("state") == "late" else rows
        return {"open": rows.open, "done": rows.done}.get(self.said.get("state"), late.all)()

    def in_order(self, rows: QuerySet) -> QuerySet:
        if self.said.get("sort") == "late":
            return rows.order_by("-is_late", F("date").asc(nulls_last=True), "finding__document", "finding__ordinal")
        return rows.oldest_first() if self.said.get("sort") == "age" else rows


class ActionFilter(FollowedFilter):
    owner = forms.CharField(label="Who is to do it", required=False, max_length=200)
    due_by = TypedDateField(
        label="Due by", required=False, ends=True, help_text="Those with a stated date, for example 31 March 2027"
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sort"].choices = [*self.fields["sort"].choices, ("due", "Soonest due first"), ("owner", "Owner")]

    def narrowed(self) -> QuerySet:
        rows = super().narrowed()
        if "due_by" in self.said:
            rows = rows.exclude(due="").filter(date__lte=last_day(self.said["due_by"])[0])
        return rows.filter(owner__icontains=self.said["owner"]) if "owner" in self.said else rows

    def in_order(self, rows: QuerySet) -> QuerySet:
        if self.said.get("sort") == "due":
            return rows.order_by(F("done_at").asc(nulls_first=True), F("date").asc(nulls_last=True), "pk")
        return rows.by_owner() if self.said.get("sort") == "owner" else super().in_order(rows)


class RecommendationFilter(FollowedFilter):
    """Recommendations have no owner but the committee that was asked."""


class EvidenceFields(forms.Form):
    """What shows what is said: a paragraph of a published paper, or somewhere else."""

    evidence = forms.CharField(
        label="Address of the paragraph or paper that shows it",
        required=False,
        max_length=500,
        help_text="Open it in the register and copy its address",
    )
    page = forms.IntegerField(
        label="Page", required=False, min_value=1, help_text="Where the address is that of a whole paper"
    )
    paragraph = forms.CharField(label="Paragraph", required=False, max_length=40, help_text="As printed, such as 4.2")
    elsewhere = forms.CharField(
        label="Or where else it can be seen",
        required=False,
        max_length=300,
        help_text="Such as a letter with its date, or a link",
    )

    def __init__(self, data=None, *, user=None, open_only: bool = True, **kwargs) -> None:
        super().__init__(data, use_required_attribute=False, **kwargs)
        self.user, self.open_only = user, open_only

    def clean(self) -> None:
        typed = self.cleaned_data.get("evidence") or ""
        self.cleaned_data["passage"] = self._passage(typed.strip()) if typed.strip() else None

    def _passage(self, typed: str) -> Passage | None:
        """The paragraph that was meant; one that the user may not read is none."""
        paragraphs = Passage.objects.visible_to(self.user) if self.user else Passage.objects.none()
        try:
            found = resolve(urlsplit(typed).path)
        except (Resolver404, ValueError):
            found = None
        if found and found.view_name == "reports:passage":
            passage = paragraphs.filter(document=found.kwargs["pk"], ordinal=found.kwargs["ordinal"]).first()
        elif found and found.view_name == "reports:document":
            passage = self._placed(paragraphs.filter(document=found.kwargs["pk"]))
        else:
            passage = None
        return self._checked(passage)

    def _placed(self, paragraphs) -> Passage | None:
        page, label = self.cleaned_data.get("page"), self.cleaned_data.get("paragraph")
        if not page and not label:
            self.add_error("page", "Enter the page or the paragraph, because the address is that of a whole paper.")
        paragraphs = paragraphs.filter(page=page) if page else paragraphs
        paragraphs = paragraphs.filter(label__iexact=label) if label else paragraphs
        return paragraphs.order_by("ordinal").first()

    def _checked(self, passage: Passage | None) -> Passage | None:
        if passage is None:
            self.add_error("evidence", "No published paragraph was found there. Copy its address from its page.")
        elif self.open_only and (passage.is_exempt or passage.document.wholly_exempt):
            self.add_error("evidence", "That paragraph is exempt, and this is open to all: name an open paragraph.")
        return passage


class DoneForm(EvidenceFields):
    note = forms.CharField(
        label="What was done",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="A sentence for those who follow this up",
    )
    field_order = ["note"]


class NoteForm(EvidenceFields):
    note = forms.CharField(
        label="What has been done, or is known",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter what has been done, or is known."},
    )
    field_order = ["note"]


class ForMeetingForm(forms.Form):
    """The committee whose next meeting a list is made for."""

    committee = ChosenField(label="Committee", empty_label="Choose a committee", wrong="Choose a committee.")

    def __init__(self, data, *, committees: QuerySet) -> None:
        super().__init__(data, use_required_attribute=False)
        self.fields["committee"].queryset = committees
        several = len({committee.council_id for committee in committees}) > 1
        self.fields["committee"].label_from_instance = lambda one: (
            f"{one} ({one.council.short_name})" if several else str(one)
        )
