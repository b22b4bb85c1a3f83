"""Forms that narrow a list: their fields live in the page's address."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict

from meetings.forms.fields import BodyField, CouncilField, PrintedField, named_in
from reports.models import Council
from reports.reading.dates import in_words
from reports.register import PrintedDateField, first_day, last_day
from reports.typed_dates import TypedDateField

# What in an address tells which page of the list is shown.
PLACES = ("page", "after", "before")


class FilterForm(forms.Form):
    """A form whose fields narrow a list. It lives in the page's address; a wrong field narrows nothing."""

    # How a row names its council.
    council_of = "council"

    council: forms.Field = CouncilField()

    # Fields of the form that leave nothing out.
    not_filters: tuple[str, ...] = ("sort",)

    def __init__(self, data: Any, *, rows: QuerySet, user: Any = None) -> None:
        super().__init__(data, use_required_attribute=False)
        self.all_rows, self.user = rows, user or AnonymousUser()
        for name, field in self.fields.items():
            if isinstance(field, BodyField | PrintedField):
                field.draw(rows, name)
        self.councils = list(named_in(rows, self.council_of, Council.objects.all()))
        self.several_councils = len(self.councils) > 1
        if not self.several_councils:
            del self.fields["council"]
        elif isinstance(self.fields["council"], CouncilField):
            self.fields["council"].draw(self.councils)

    def draw(self) -> None:
        """Make ready what only a page shows, such as how many rows each choice would leave."""

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

    @property
    def plain_fields(self) -> list[forms.BoundField]:
        """The fields that are no facets."""
        return list(self)

    def in_order(self, rows: QuerySet) -> QuerySet:
        """The rows in the order that was chosen, where one was."""
        return rows

    @property
    def total(self) -> int | None:
        """How many rows are left, where that is known already."""
        return None

    def chips(self, request: HttpRequest) -> list[tuple[str, str]]:
        """(what it says, address without it) of each filter that is on."""
        found = []
        for name, value in self.said.items():
            if isinstance(value, list):
                found += [(self.of_a_facet(name, one), self._but(request, name, one)) for one in value]
            elif name not in self.not_filters:
                found.append((self.in_words(name), self._without(request, name)))
        return found

    def of_a_facet(self, name: str, value: str) -> str:
        """What a chosen value is called; with its facet where its own words do not tell which."""
        field = self.fields[name]
        return f"{field.label}: {field.in_words(value)}"

    def in_words(self, name: str) -> str:
        field, value = self.fields[name], self.said[name]
        if isinstance(value, list):
            return f"{field.label}: {' or '.join(field.in_words(one) for one in value)}"
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
        for name in (*names, *PLACES):
            query.pop(name, None)
        return _address(request, query)

    @staticmethod
    def _but(request: HttpRequest, name: str, value: str) -> str:
        """The address without one of several values of a field."""
        query = request.GET.copy()
        query.setlist(name, [one for one in query.getlist(name) if one != value])
        for place in PLACES:
            query.pop(place, None)
        return _address(request, query)


def _address(request: HttpRequest, query: QueryDict) -> str:
    return f"{request.path}?{query.urlencode()}" if query.urlencode() else request.path


class DatesFilter(FilterForm):
    """Narrows by date."""

    date_from = TypedDateField(label="From", required=False, help_text="For example 7/2/2018, March 2018 or last week")
    date_to = TypedDateField(label="To", required=False, help_text="For example 2017/18 or yesterday", ends=True)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for."""
        return first_day(self.said.get("date_from", ""))[0], last_day(self.said.get("date_to", ""))[0]

    def clean(self) -> None:
        first, last = self.days
        if first and last and last < first:
            self.add_error("date_to", "The second date must be the same as the first, or later.")
