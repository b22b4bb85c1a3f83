"""What the pages of measures can be asked for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import QueryDict

from dashboard.models import Indicator, Key, Letters
from dashboard.names import printed_of
from meetings.forms import PeriodFilter
from meetings.models import Entry, Portfolio
from reports.models import Council, Finding, Verdict


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


class WordsFilter(forms.Form):
    """What a list of printed names is narrowed to."""

    q = forms.CharField(
        max_length=300,
        required=False,
        label="Words in the printed name",
        error_messages={"max_length": "The words must be 300 characters or fewer."},
    )


class NameForm(forms.Form):
    """Which measure a figure is a value of, and for which figures that holds."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.all(),
        label="This is a value of",
        empty_label="Choose a measure",
        error_messages={"required": "Choose a measure.", "invalid_choice": "Choose a measure from the list."},
    )
    which = forms.ChoiceField(
        widget=forms.RadioSelect,
        label="Remember this",
        error_messages={"required": "Choose for which figures.", "invalid_choice": "Choose for which figures."},
    )
    confirmed = forms.BooleanField(required=False)
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: QueryDict | None = None, *, finding: Finding, confirmed: int, **kwargs: Any) -> None:
        start = {"which": "council", "version": finding.version}
        super().__init__(data, initial=start, auto_id=f"id_{finding.pk}_%s", **kwargs)
        printed, council = printed_of(finding), finding.document.council_name
        which = [
            ("council", f"For every figure printed as “{printed}” in papers of {council or 'a council not stated'}"),
            ("all", f"For every figure printed as “{printed}”, in every council's papers"),
        ]
        if finding.verdict == Verdict.PENDING:
            which.append(("one", "For this figure alone: accept it with this measure"))
        self.fields["which"].choices = which
        if confirmed:
            self.fields["confirmed"].label = f"Also correct those that were accepted before: {confirmed}"
        else:
            del self.fields["confirmed"]


class LettersForm(forms.Form):
    """How often a person wants to be written to."""

    often = forms.ChoiceField(
        label="E-mail me what is new in what I follow",
        choices=Letters.Often,
        widget=forms.RadioSelect,
        help_text="E-mails hold open parts of the register only. Each has a link that ends them.",
        error_messages={"required": "Choose how often.", "invalid_choice": "Choose how often."},
    )


class NoteForm(forms.Form):
    note = forms.CharField(
        required=False, max_length=300, error_messages={"max_length": "The note must be 300 characters or fewer."}
    )


class KeyForm(forms.Form):
    """A key to be made: for feeds and calendars, or for a program of a name."""

    what = forms.ChoiceField(choices=Key.What)
    name = forms.CharField(
        required=False,
        max_length=100,
        label="What the key is for",
        help_text="Such as the name of the program that will use it",
        error_messages={"max_length": "The name must be 100 characters or fewer."},
    )

    def clean(self) -> None:
        if self.cleaned_data.get("what") == Key.What.API and not self.cleaned_data.get("name"):
            self.add_error("name", "Say what the key is for, so that you can tell it from others.")


class ReportForm(PeriodFilter):
    """Whose report to Council, of which days: by default since the last full Council, else of the last 90 days.

    Councils, portfolios and days are those that everybody may know of, since the report is for everybody.
    """

    portfolio = forms.ChoiceField(
        label="Portfolio", required=False, help_text="Lines whose paper names no portfolio are taken in as well."
    )

    def __init__(self, data: QueryDict) -> None:
        reader = AnonymousUser()
        super().__init__(data.copy(), rows=Entry.objects.visible_to(reader), user=reader)
        del self.fields["sort"]
        if self.councils:
            self.data.setdefault("council", str(self.councils[0].pk))
        known = Portfolio.objects.visible_to(reader).filter(council=self.chosen)
        self.portfolios = {str(one.pk): one for one in known}
        self.fields["portfolio"].choices = [("", "Any"), *((pk, str(one)) for pk, one in self.portfolios.items())]

    def _whens(self) -> list[tuple[str, str]]:
        return [(name, period.words) for name, period in self.periods[0].items()]

    @property
    def chosen(self) -> Council | None:
        return next((one for one in self.councils if str(one.pk) == self.data.get("council")), None)

    @property
    def asked(self) -> tuple[Council, Portfolio | None, date, date] | None:
        """None where there is nothing to report on, or the form is wrong."""
        if self.chosen is None or not self.is_valid():
            return None
        first, last = self.days
        usual = self.periods[0].get("since-council") or self.periods[0]["90-days"]
        first, last = first or usual.first, last or max(usual.last, first or usual.first)
        return self.chosen, self.portfolios.get(self.said.get("portfolio", "")), first, last
