"""What people type to keep a search under a name."""

from __future__ import annotations

from collections.abc import Container
from typing import Any

from django import forms
from django.http import QueryDict

from meetings.forms.filters import PLACES
from meetings.models import SavedSearch

LONGEST_QUERY = 4000
# What in an address is no part of what is looked for.
NOT_SEARCHED = (*PLACES, "format", "csrfmiddlewaretoken")


class NamedSearchForm(forms.Form):
    """A name that the person has given to no other search. The same name in other letters is the same."""

    name = forms.CharField(label="Name of this search", max_length=100)

    def __init__(self, *args: Any, user: Any, but: SavedSearch | None = None, **kwargs: Any) -> None:
        super().__init__(*args, use_required_attribute=False, **kwargs)
        self.user, self.but = user, but
        self.fields["name"].error_messages["required"] = "Give the search a name, such as Family hubs in Cabinet."

    def clean_name(self) -> str:
        name = " ".join(self.cleaned_data["name"].split())
        named = SavedSearch.objects.filter(user=self.user, name__iexact=name)
        if named.exclude(pk=self.but and self.but.pk).exists():
            raise forms.ValidationError(f"You have a search called “{name}” already. Choose another name.")
        return name


class SaveSearchForm(NamedSearchForm):
    listing = forms.CharField(max_length=40, widget=forms.HiddenInput)
    query = forms.CharField(max_length=LONGEST_QUERY, required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, listings: Container[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.listings = listings

    def clean_listing(self) -> str:
        if self.cleaned_data["listing"] not in self.listings:
            raise forms.ValidationError("Searches of this page cannot be kept.")
        return self.cleaned_data["listing"]

    def clean_query(self) -> str:
        return searched(self.cleaned_data["query"])


def searched(query: str) -> str:
    """The part of an address that says what is looked for: no empty fields, and no page of the list.

    >>> searched("outcome=noted&page=3&words=&outcome=agreed")
    'outcome=noted&outcome=agreed'
    """
    asked, kept = QueryDict(query), QueryDict(mutable=True)
    for name, values in asked.lists():
        if name not in NOT_SEARCHED:
            kept.setlist(name, [value for value in values if value])
    return kept.urlencode()
