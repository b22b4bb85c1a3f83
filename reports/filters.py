"""Lists that are narrowed by a form: the filters that are on, as chips that take them off, and how the list answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django_htmx.http import push_url

from reports.reading.dates import in_words
from reports.register import PrintedDateField


def chips(form: forms.Form, typed: QueryDict, but: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What each filter that is on says, and the address without it; `but` names fields that are no filters."""
    on = [bound for bound in form if bound.name not in but and form.cleaned_data.get(bound.name)]
    return [(f"{bound.label}: {_in_words(form, bound)}", without(typed, bound.name)) for bound in on]


def without(typed: QueryDict, name: str) -> str:
    """The address of the same list without one of its filters, from its first page."""
    left = typed.copy()
    for taken_off in (name, "page", "after", "before"):
        left.pop(taken_off, None)
    return f"?{left.urlencode()}"


def _in_words(form: forms.Form, bound: forms.BoundField) -> str:
    said = form.cleaned_data[bound.name]
    if isinstance(bound.field, PrintedDateField):
        return in_words(said)
    if isinstance(bound.field, forms.ModelChoiceField):
        return str(said)
    return dict(getattr(bound.field, "choices", ())).get(said, said)


def answered(request: HttpRequest, page: str, *, piece: str, filters: str, context: dict[str, Any]) -> HttpResponse:
    """The whole page, or for htmx the piece of it that changes, in a form with the id `filters`.

    The form itself keeps what is typed in it; a chip or a page that was followed brings a new form along.
    """
    if not request.htmx:
        return render(request, page, context)
    swapped = {"list": piece, "filters": filters, "follows": request.htmx.trigger != "filters"}
    return push_url(render(request, "_swapped.html", context | swapped), tidy(request))


def tidy(request: HttpRequest) -> str:
    """The page's address without the fields that were left empty."""
    query = request.GET.copy()
    for name in [name for name, value in query.items() if not value]:
        del query[name]
    return f"{request.path}?{query.urlencode()}" if query else request.path
