"""Filters that are on, as chips that take them off."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from reports.reading.dates import in_words
from reports.register import PrintedDateField


def chips(form: forms.Form, typed: QueryDict, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What each filter that is on says, and the address without it; `but` names fields that are no filters."""
    on = [bound for bound in form if bound.name not in but and form.cleaned_data.get(bound.name)]
    return [(f"{bound.label}: {_in_words(form, bound)}", without(typed, bound.name)) for bound in on]


def without(typed: QueryDict, name: str) -> str:
    """The address of the same list without one of its filters, from its first page."""
    left = typed.copy()
    for taken_off in (name, "page"):
        left.pop(taken_off, None)
    return f"?{left.urlencode()}"


def _in_words(form: forms.Form, bound: forms.BoundField) -> str:
    said = form.cleaned_data[bound.name]
    if isinstance(bound.field, PrintedDateField):
        return in_words(said)
    if isinstance(bound.field, forms.ModelChoiceField):
        return str(said)
    return dict(getattr(bound.field, "choices", ())).get(said, said)
