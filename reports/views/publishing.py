"""Saying what a document is, publishing it, and taking it out of the register again."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from reports import actions
from reports.access import may_publish, may_review, only
from reports.actions.publishing import lacks, waits_for_yes
from reports.forms import DescribeForm, WithdrawForm, YesForm
from reports.models import Document, Finding, State
from reports.views.documents import find
from reports.views.findings import counts, rows

NO_LONGER = (
    "Nothing was published: an accepted finding no longer fits the register. "
    "Look through the accepted findings at the desk, undo the one that is marked, and correct it."
)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: HttpRequest, pk) -> HttpResponse:
    document = find(request, pk)
    form = DescribeForm(request.POST) if request.method == "POST" else DescribeForm.of(document)
    if form.is_bound and form.is_valid():
        return _described(request, document, form)
    context = {"document": document, "form": form}
    return render(request, "reports/describe.html", context, status=422 if form.is_bound else 200)


@only(may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, pk) -> HttpResponse:
    document = find(request, pk)
    form = YesForm(request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _preview(request, document, form)
    asked = document.flags.open_to(request.user).unseen().exists()
    if asked and not form.is_valid():
        return _preview(request, document, form, status=422)
    try:
        actions.publish(document=document, by=request.user, seen=form.seen() if asked else ())
    except actions.NotYet as why:
        return _preview(request, document, YesForm(), why=str(why), status=422)
    except ValueError:
        return _preview(request, document, YesForm(), why=NO_LONGER, status=422)
    messages.success(request, f"“{document}” is published.")
    return redirect(document)


@only(may_publish)
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, pk) -> HttpResponse:
    document = find(request, pk)
    if document.state != State.PUBLISHED:
        messages.error(request, "Only a published document can be withdrawn.")
        return redirect(document)
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        return _withdrawn(request, document, form.cleaned_data["why"])
    context = {"document": document, "form": form}
    return render(request, "reports/withdraw.html", context, status=422 if form.is_bound else 200)


def _preview(
    request: HttpRequest, document: Document, form: YesForm, *, why: str = "", status: int = 200
) -> HttpResponse:
    findings = document.findings.open_to(request.user).select_related("passage")
    places = actions.preview(document, request.user)
    flags = document.flags.open_to(request.user).select_related("passage", "seen_by")
    context = {
        "document": document,
        "places": [(place.name, rows(place.findings)) for place in places],
        "rejected": rows(findings.filter(verdict=Finding.Verdict.REJECTED)),
        "counts": counts(document, request.user),
        "lacks": lacks(document),
        "flags": flags,
        "asked": [flag for flag in flags if not flag.seen_at],
        "waits": waits_for_yes(document, request.user),
        "form": form,
        "why": why,
    }
    return render(request, "reports/publish.html", context, status=status)


def _described(request: HttpRequest, document: Document, form: DescribeForm) -> HttpResponse:
    try:
        actions.describe(document=document, by=request.user, **form.cleaned_data)
        messages.success(request, "The description is saved.")
    except actions.NotNow as why:
        messages.error(request, str(why))
    return redirect(document)


def _withdrawn(request: HttpRequest, document: Document, why: str) -> HttpResponse:
    try:
        actions.withdraw(document=document, by=request.user, why=why)
        messages.success(request, f"“{document}” is withdrawn from the register.")
    except ValueError as refused:
        messages.error(request, str(refused))
    return redirect(document)
