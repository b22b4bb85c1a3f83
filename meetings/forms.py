"""What people type to narrow a list, and what an officer says of an action."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest

from meetings.models import Committee, Decision, Meeting, Outcome, Portfolio
from reports.models import Council
from reports.reading.dates import in_words
from reports.register import PrintedDateField, first_day, last_day
from reports.titles import in_title_case


class WordsField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:
        said = {"label": "Words", "help_text": 'Use "quotation marks" for words that belong together'}
        super().__init__(**{"required": False, "max_length": 200, **said, **kwargs})


class CouncilField(forms.ChoiceField):
    """One of the councils whose rows are in the list."""

    def __init__(self) -> None:
        super().__init__(label="Council", required=False)

    def draw(self, rows: QuerySet, name: str) -> None:
        councils = Council.objects.filter(pk__in=rows.order_by().values(name))
        self.choices = [("", "Any"), *((str(council.pk), council.name) for council in councils)]

    @property
    def is_of_several(self) -> bool:
        return len(self.choices) > 2


class BodyField(forms.ChoiceField):
    """One of the committees or portfolios that are in the list."""

    def __init__(self, sort: type[Committee] | type[Portfolio], **kwargs: Any) -> None:
        super().__init__(label=sort._meta.verbose_name.capitalize(), required=False, **kwargs)
        self.sort = sort

    def draw(self, rows: QuerySet, name: str) -> None:
        """Choose from what is in the rows, each with its council where there are several."""
        found = list(self.sort.objects.filter(pk__in=rows.values(name)).select_related("council"))
        several = len({body.council_id for body in found}) > 1
        names = [(str(body.pk), f"{body} ({body.council.short_name})" if several else str(body)) for body in found]
        self.choices = [("", "Any"), *names]


class PrintedField(forms.ChoiceField):
    """One of the wordings that stand in a field of the list."""

    def draw(self, rows: QuerySet, name: str) -> None:
        words = rows.exclude(**{name: ""}).order_by(name).values_list(name, flat=True).distinct()
        self.choices = [("", "Any"), *((word, in_title_case(word)) for word in words)]


class FilterForm(forms.Form):
    """A form whose fields narrow a list. It lives in the page's address; a wrong field narrows nothing."""

    # How a row names its council.
    council_of = "council"

    council = CouncilField()

    def __init__(self, data: Any, *, rows: QuerySet) -> None:
        super().__init__(data, use_required_attribute=False)
        self.all_rows = rows
        for name, field in self.fields.items():
            if isinstance(field, BodyField | PrintedField):
                field.draw(rows, name)
        self.fields["council"].draw(rows, self.council_of)
        self.several_councils = self.fields["council"].is_of_several
        if not self.several_councils:
            del self.fields["council"]

    @property
    def rows(self) -> QuerySet:
        """The rows of the council that was chosen, else all."""
        chosen = self.said.get("council")
        return self.all_rows.filter(**{self.council_of: chosen}) if chosen else self.all_rows

    @property
    def said(self) -> dict[str, Any]:
        """The fields that were filled in and understood."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def equal(self, *names: str) -> dict[str, Any]:
        """Those of the named fields that were chosen, as a filter of the rows."""
        return {name: self.said[name] for name in names if name in self.said}

    def narrowed(self) -> QuerySet:
        return self.rows.all()

    def chips(self, request: HttpRequest) -> list[tuple[str, str]]:
        """(what it says, address without it) of each filter that is on."""
        return [(self.in_words(name), self._without(request, name)) for name in self.said]

    def in_words(self, name: str) -> str:
        field, value = self.fields[name], self.said[name]
        if isinstance(field, PrintedDateField):
            return f"{field.label} {in_words(value)}"
        if isinstance(field, forms.BooleanField):
            return str(field.label)
        if isinstance(field, forms.ChoiceField):
            return str(dict(field.choices)[value])
        return f"{field.label}: {value}"

    @staticmethod
    def _without(request: HttpRequest, *names: str) -> str:
        query = request.GET.copy()
        for name in (*names, "page"):
            query.pop(name, None)
        return f"{request.path}?{query.urlencode()}" if query else request.path


class DatesFilter(FilterForm):
    """Narrows by date."""

    date_from = PrintedDateField(label="From", required=False, help_text="For example 7 February 2018 or 2017/18")
    date_to = PrintedDateField(label="To", required=False, help_text="For example March 2018")

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for."""
        return first_day(self.said.get("date_from", ""))[0], last_day(self.said.get("date_to", ""))[0]

    def clean(self) -> None:
        first, last = self.days
        if first and last and last < first:
            self.add_error("date_to", "The second date must be the same as the first, or later.")


class DecisionFilter(DatesFilter):
    committee = BodyField(Committee)
    outcome = forms.ChoiceField(label="Outcome", required=False, choices=[("", "Any"), *Outcome.choices])
    portfolio = BodyField(Portfolio)
    status = forms.ChoiceField(
        label="Taken or proposed", required=False, choices=[("", "Either"), *Decision.Status.choices]
    )
    words = WordsField()
    business = forms.BooleanField(label="Leave out business of the meeting itself", required=False)

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("committee", "outcome", "portfolio", "status"))
        rows = rows.of_business() if "business" in self.said else rows
        return rows.saying(self.said["words"]) if "words" in self.said else rows


class MeetingFilter(DatesFilter):
    council_of = "committee__council"

    committee = BodyField(Committee)
    status = forms.ChoiceField(
        label="Held or planned", required=False, choices=[("", "Either"), *Meeting.Status.choices]
    )

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("committee"))
        return rows.filter(is_held=self.said["status"] == Meeting.Status.HELD) if "status" in self.said else rows


class PlanFilter(FilterForm):
    due = forms.ChoiceField(
        label="When it is due",
        required=False,
        choices=[("", "Any time"), ("coming", "Still to come"), ("past", "Due date has passed")],
    )
    decision_maker = PrintedField(label="Decision maker", required=False)
    portfolio = BodyField(Portfolio)

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("decision_maker", "portfolio"))
        return {"coming": rows.coming, "past": rows.past_due}.get(self.said.get("due"), rows.all)()


class ActionFilter(FilterForm):
    owner = forms.CharField(label="Who is to do it", required=False, max_length=200)
    committee = BodyField(Committee)
    state = forms.ChoiceField(
        label="Open or done", required=False, choices=[("", "Either"), ("open", "Open"), ("done", "Done")]
    )

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("committee"))
        rows = rows.filter(owner__icontains=self.said["owner"]) if "owner" in self.said else rows
        return {"open": rows.open, "done": rows.done}.get(self.said.get("state"), rows.all)()


class QuestionFilter(FilterForm):
    theme = PrintedField(label="Theme", required=False)
    portfolio = BodyField(Portfolio)
    words = WordsField()

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("theme", "portfolio"))
        return rows.saying(self.said["words"]) if "words" in self.said else rows


class SavingFilter(FilterForm):
    financial_year = PrintedField(label="Financial year", required=False)
    reference = forms.CharField(label="Reference", required=False, max_length=60)
    portfolio = BodyField(Portfolio)

    def narrowed(self) -> QuerySet:
        rows = self.rows.filter(**self.equal("financial_year", "portfolio"))
        return rows.filter(reference__icontains=self.said["reference"]) if "reference" in self.said else rows


class JudgementFilter(DatesFilter):
    inspectorate = PrintedField(label="Inspectorate", required=False)
    subject = forms.CharField(label="What was inspected", required=False, max_length=200)

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("inspectorate"))
        return rows.filter(subject__icontains=self.said["subject"]) if "subject" in self.said else rows


class EventFilter(DatesFilter):
    portfolio = BodyField(Portfolio)
    words = WordsField()

    def narrowed(self) -> QuerySet:
        rows = self.rows.between(*self.days).filter(**self.equal("portfolio"))
        return rows.saying(self.said["words"]) if "words" in self.said else rows


class PortfolioFilter(FilterForm):
    """Portfolios are narrowed by their council alone."""


class DoneForm(forms.Form):
    note = forms.CharField(
        label="What was done",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="A sentence for those who follow this up",
    )
