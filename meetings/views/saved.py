"""Searches that a person keeps under names: each sees, opens, renames and deletes their own alone."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from meetings.forms.saved import NamedSearchForm, SaveSearchForm
from meetings.lists import LISTS
from meetings.models import SavedSearch

# Where the session keeps the search that was deleted last.
DELETED = "deleted_search"


@require_safe
def searches(request: HttpRequest) -> HttpResponse:
    return _list(request)


@require_POST
def save_search(request: HttpRequest) -> HttpResponse:
    form = _saving(request, request.POST)
    if form.is_valid() and (search := _kept(form, user=request.user, **form.cleaned_data)):
        messages.success(request, f"The search “{search}” is saved. You find it under Saved searches.")
        return redirect(search)
    return render(request, "meetings/save_search.html", {"form": form}, status=422)


@require_POST
def rename_search(request: HttpRequest, pk: int) -> HttpResponse:
    search = _own(request, pk)
    form = NamedSearchForm(request.POST, user=request.user, but=search, prefix=f"search-{pk}")
    if not form.is_valid():
        return _list(request, wrong=(pk, form), status=422)
    search.name = form.cleaned_data["name"]
    search.save(update_fields=["name"])
    messages.success(request, f"The search is called “{search}” now.")
    return redirect("meetings:searches")


@require_POST
def delete_search(request: HttpRequest, pk: int) -> HttpResponse:
    search = _own(request, pk)
    request.session[DELETED] = {"name": search.name, "listing": search.listing, "query": search.query}
    search.delete()
    return redirect("meetings:searches")


@require_POST
def restore_search(request: HttpRequest) -> HttpResponse:
    deleted = request.session.get(DELETED)
    form = _saving(request, deleted or {})
    if deleted and form.is_valid() and (search := _kept(form, user=request.user, **form.cleaned_data)):
        del request.session[DELETED]
        messages.success(request, f"The search “{search}” is there again.")
    elif deleted:
        messages.error(request, "You have another search of that name now. Rename that one first.")
    return redirect("meetings:searches")


def _saving(request: HttpRequest, said: Any) -> SaveSearchForm:
    return SaveSearchForm(said, user=request.user, listings={*LISTS, *SavedSearch.ELSEWHERE})


def _own(request: HttpRequest, pk: int) -> SavedSearch:
    return get_object_or_404(SavedSearch, pk=pk, user=request.user)


def _kept(form: SaveSearchForm, **said: Any) -> SavedSearch | None:
    """The search as it is kept; None where the same name was given at the same moment."""
    try:
        with transaction.atomic():
            return SavedSearch.objects.create(**said)
    except IntegrityError:
        form.add_error("name", "You have a search of that name already. Choose another name.")
        return None


def _list(request: HttpRequest, wrong: tuple[int, NamedSearchForm] | None = None, status: int = 200) -> HttpResponse:
    found = SavedSearch.objects.filter(user=request.user)
    pairs = [(search, wrong[1] if wrong and wrong[0] == search.pk else _naming(search)) for search in found]
    shown = {"searches": pairs, "form": wrong and wrong[1], "deleted": request.session.get(DELETED)}
    return render(request, "meetings/searches.html", shown, status=status)


def _naming(search: SavedSearch) -> NamedSearchForm:
    return NamedSearchForm(None, user=None, initial={"name": search.name}, prefix=f"search-{search.pk}")
