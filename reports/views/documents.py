"""Documents: the list, a document, and how far its reading has come."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers
from django_htmx.http import trigger_client_event

from reports import actions
from reports.access import may_read_exempt, may_review, only, readable
from reports.columns import DOCUMENTS
from reports.exports import taken_away
from reports.filters import answered, chips
from reports.forms import DocumentFilter, ReviewerFilter
from reports.models import Document
from reports.views.findings import counts

A_PAGE = 25
PARAGRAPHS = 50


def find(request: HttpRequest, pk) -> Document:
    """The document, for those who may know of it; 404 for others."""
    return get_object_or_404(Document.objects.visible_to(request.user).select_related("council"), pk=pk)


@readable
@require_safe
@vary_on_headers("HX-Request")
def documents(request: HttpRequest) -> HttpResponse:
    visible = Document.objects.visible_to(request.user)
    form = (ReviewerFilter if may_review(request.user) else DocumentFilter)(request.GET, documents=visible)
    form.is_valid()
    found = form.narrow(visible.select_related("council"))
    on = chips(form, request.GET)
    if file := taken_away(request, "documents", DOCUMENTS, found, (said for said, _ in on)):
        return file
    context = {
        "form": form,
        "chips": on,
        "below": "_exports.html",
        "page_obj": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
    }
    pieces = {"piece": "reports/_documents.html", "filters": "reports/_documents_filter.html"}
    return answered(request, "reports/documents.html", **pieces, context=context)


@readable
@require_safe
@vary_on_headers("HX-Request")
def document(request: HttpRequest, pk) -> HttpResponse:
    document = find(request, pk)
    passages = document.passages.open_to(request.user).defer("search")
    context = {
        "document": document,
        "enclosures": document.enclosures.open_to(request.user),
        "page_obj": Paginator(passages, PARAGRAPHS).get_page(request.GET.get("page")),
        "may_have_file": may_have_file(document, request.user),
    }
    if request.htmx and request.htmx.target == "results":
        return render(request, "reports/_paragraphs.html", context)
    if may_review(request.user):
        context |= _for_reviewers(document, request.user)
    return render(request, "reports/_document.html" if request.htmx else "reports/document.html", context)


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def progress(request: HttpRequest, pk) -> HttpResponse:
    """The state of a document: a piece of its page and of its row, which asks for itself until reading is over."""
    document = find(request, pk)
    if not request.htmx:
        return redirect(document)
    over = not document.is_being_read
    response = render(request, "reports/_progress.html", {"document": document, "announced": over})
    return trigger_client_event(response, "documentRead", {}) if over else response


@only(may_review)
@require_POST
def retry(request: HttpRequest, pk) -> HttpResponse:
    document = find(request, pk)
    try:
        actions.retry(document=document, by=request.user)
    except ValueError as why:
        messages.error(request, str(why))
    return redirect(document)


def may_have_file(document: Document, user) -> bool:
    """Whether the user may have the file as it was uploaded.

    Before it is read nobody can say what is in it: then it is for those who are cleared, and for who uploaded it.
    """
    known = document.is_read or document.uploaded_by_id == user.pk
    return not document.has_hidden_parts_for(user) and (known or may_read_exempt(user))


def _for_reviewers(document: Document, user) -> dict:
    return {
        "flags": document.flags.open_to(user).select_related("passage", "seen_by"),
        "problems": document.problems.open_to(user).select_related("passage"),
        "deeds": document.deeds.open_to(user).select_related("by"),
        "counts": counts(document, user),
    }
