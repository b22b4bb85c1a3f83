"""What people ask the search page for."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import Q, QuerySet

from reports.forms.filters import ANY_KIND
from reports.models import Council, Document
from reports.register import first_day, last_day
from reports.typed_dates import TypedDateField

ORDERS = {"": "Best match first", "newest": "Newest document first", "oldest": "Oldest document first"}


class SearchForm(forms.Form):
    """`documents` are those whose paragraphs are searched; a council is asked for where they are of several.

    The form that settings.SEARCH_FORM names builds on this one: a higher floor knows more to narrow a search by.
    """

    q = forms.CharField(
        max_length=200,
        required=False,
        label="Search for",
        help_text=(
            'Quotation marks keep words together: "short breaks". A minus leaves out what has a word: -budget. '
            "Either of two: fostering or adoption."
        ),
        error_messages={"max_length": "Search for at most 200 characters."},
    )
    council = forms.ChoiceField(
        required=False, label="Council", error_messages={"invalid_choice": "Choose a council from the list."}
    )
    kind = forms.ChoiceField(
        choices=ANY_KIND,
        required=False,
        label="Kind of document",
        error_messages={"invalid_choice": "Choose a kind from the list."},
    )
    since = TypedDateField(required=False, label="Documents from", help_text="Such as 7 February 2018 or 2018")
    until = TypedDateField(required=False, label="Documents to", ends=True)
    sort = forms.ChoiceField(
        choices=ORDERS.items(),
        required=False,
        label="Order",
        error_messages={"invalid_choice": "Choose an order from the list."},
    )
    exact = forms.BooleanField(required=False, label="Only the words as typed, and no others for the same thing")

    def __init__(self, *args: Any, documents: QuerySet[Document], user: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        councils = Council.objects.filter(pk__in=documents.order_by().values("council"))
        self.user, self.councils = user, {str(council.pk): council for council in councils}
        if len(self.councils) > 1:
            choices: Any = self.fields["council"]
            choices.choices = [("", "Any council"), *((pk, council.name) for pk, council in self.councils.items())]
        else:
            del self.fields["council"]

    @property
    def council_chosen(self) -> Council | None:
        return self.councils.get(self.cleaned_data.get("council", ""))

    def clean(self) -> dict[str, Any]:
        start, end = self.days()
        if start and end and start > end:
            self.add_error("until", "The last date is before the first one.")
        return self.cleaned_data

    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day that are searched; None where none is set."""
        said = self.cleaned_data
        return first_day(said.get("since", ""))[0], last_day(said.get("until", ""))[0]

    def narrow(self, rows: QuerySet, document: str) -> QuerySet:
        """Rows of the documents of the days; `document` leads from a row to its document: "document__" or "".

        All but council and kind, which are counted whichever is chosen.
        """
        return rows.filter(_dated(f"{document}date", *self.days()))


def _dated(name: str, since: date | None, until: date | None) -> Q:
    """Dates are ISO text of any precision; a month or year counts when the first day asked for is in it."""
    dated = ~Q(**{name: ""}) if since or until else Q()
    if since:
        as_exact = [since.isoformat()[:4], since.isoformat()[:7]]
        dated &= Q(**{f"{name}__gte": since.isoformat()}) | Q(**{f"{name}__in": as_exact})
    if until:
        dated &= Q(**{f"{name}__lte": until.isoformat()})
    return dated
