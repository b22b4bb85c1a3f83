"""What the list of claims can be narrowed to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count, Q, QuerySet

from dashboard.models import Claim, Indicator
from meetings.forms.fields import WordsField
from meetings.forms.filters import DatesFilter
from reports.models import Document

ANY = [("", "Any")]


class ClaimFilter(DatesFilter):
    """Claims by their sort, verdict, paper and its date.

    `document` and `measure` are set by links from a paper's and a measure's own page.
    """

    words = WordsField(label="Words in the claim", help_text="")
    verdict = forms.ChoiceField(label="What came of it", required=False, choices=[*ANY, *Claim.Verdict.choices])
    about = forms.ChoiceField(label="What is checked", required=False, choices=[*ANY, *Claim.Sort.choices])
    document = forms.UUIDField(
        label="Paper", required=False, widget=forms.HiddenInput, error_messages={"invalid": "Choose the paper anew."}
    )

    measure = forms.ModelChoiceField(
        Indicator.objects.all(), label="Measure", required=False, widget=forms.HiddenInput, blank=True
    )

    field_order = ("words", "council", "verdict", "about", "date_from", "date_to", "document", "measure")

    @property
    def paper(self) -> Document | None:
        """The paper that is asked for, of those that have a claim for the reader."""
        asked = self.said.get("document")
        papers = Document.objects.filter(pk=asked, claims__in=self.all_rows) if asked else Document.objects.none()
        return papers.first()

    def in_words(self, name: str) -> str:
        if name == "document":
            return f"Paper: {self.paper or 'not known'}"
        return f"Measure: {self.said[name]}" if name == "measure" else super().in_words(name)

    def in_all_verdicts(self) -> QuerySet:
        """The claims that all but the verdict leave."""
        rows = self.rows.filter(**self.equal("document"))
        if about := self.said.get("about"):
            rows = rows.filter(sort=about)
        if measure := self.said.get("measure"):
            rows = rows.about(measure)
        for word in self.said.get("words", "").split():
            rows = rows.filter(said__icontains=word)
        return _dated(rows, *self.days)

    def narrowed(self) -> QuerySet:
        return self.in_all_verdicts().filter(**self.equal("verdict"))

    def counts(self) -> list[tuple[str, str, int]]:
        """(verdict, in words, how many) of each verdict, as the other filters leave them."""
        found = dict(self.in_all_verdicts().order_by().values_list("verdict").annotate(many=Count("pk")))
        return [(value, label, found.get(value, 0)) for value, label in Claim.Verdict.choices]


def _dated(rows: QuerySet, first: Any, last: Any) -> QuerySet:
    """The claims of papers of these days; a paper that prints its month or year alone counts with all its days."""
    if first:
        iso = first.isoformat()
        rows = rows.filter(Q(document__date__gte=iso) | Q(document__date__in=[iso[:7], iso[:4]]))
    return rows.filter(document__date__lte=last.isoformat()).exclude(document__date="") if last else rows
