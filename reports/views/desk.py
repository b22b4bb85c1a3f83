"""The desk: what waits to be checked, and a document beside what was read in it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from reports.access import may_review, only
from reports.models import Document, Finding, State
from reports.sureness import ORDERS
from reports.templatetags.desk import order_of
from reports.views.documents import A_PAGE, find
from reports.views.findings import Choices, Row, counts, groups, row, rows
from reports.views.papers import papers_of
from reports.views.place import Place, around, place_of


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def inbox(request: HttpRequest) -> HttpResponse:
    visible = Document.objects.visible_to(request.user).select_related("council")
    waiting = visible.awaiting_review().with_counts(request.user).order_by("read_at", "id")
    context: dict[str, Any] = {"page_obj": Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))}
    if request.htmx:
        return render(request, "reports/_waiting.html", context)
    context["being_read"] = visible.being_read()[:A_PAGE]
    context["ended"] = visible.filter(state__in=[State.REFUSED, State.FAILED])[:A_PAGE]
    return render(request, "reports/inbox.html", context)


@only(may_review)
@require_safe
@vary_on_headers("HX-Request", "HX-Target")
def desk(request: HttpRequest, pk) -> HttpResponse:
    document = find(request, pk)
    if not document.is_read:
        return redirect(document)
    target = (request.htmx.target or "") if request.htmx else ""
    if target == "place":
        return render(request, "reports/_place.html", {"document": document, "place": _place(request, document)})
    if target.startswith("finding-"):
        return render(request, "reports/_finding.html", _one(request, document))
    return page(request, document)


def page(request: HttpRequest, document: Document, changed: Row | None = None, status: int = 200) -> HttpResponse:
    """The whole desk. `changed` stands in for the row of its finding, with a form or a word about it."""
    findings = list(of(document, request.user))
    selected = changed.finding if changed else _selected(request, findings)
    doing = request.GET.get("do", "")
    choices: Choices = {}
    shown = [
        changed
        if changed and changed.finding == finding
        else row(finding, doing if finding == selected else "", choices=choices)
        for finding in findings
    ]
    grouped = groups(shown, order_of(request))
    context = {
        "document": document,
        "groups": grouped,
        "papers": papers_of(document, grouped, request.user),
        "orders": ORDERS.items(),
        "order": order_of(request),
        "flags": document.flags.open_to(request.user).select_related("passage", "seen_by"),
        "counts": counts(document, request.user),
        "problems": document.problems.open_to(request.user).select_related("passage"),
        "selected": selected,
        "place": _pointed_at(request, document) or place_of(document, request.user, selected, _number(request)),
        "form": changed.form if changed else None,
    }
    return render(request, "reports/desk.html", context, status=status)


def of(document: Document, user):
    """The document's findings that are open to the user, with all that a row shows."""
    return document.findings.open_to(user).select_related("passage", "decided_by", "added_by", "proposed_by")


def _one(request: HttpRequest, document: Document) -> dict:
    finding = get_object_or_404(of(document, request.user), pk=_asked(request))
    return {"document": document, "row": row(finding, request.GET.get("do", "")), "takes_focus": True}


def _place(request: HttpRequest, document: Document) -> Place:
    if pointed_at := _pointed_at(request, document):
        return pointed_at
    findings = of(document, request.user)
    finding = findings.filter(pk=_asked(request)).first() if request.GET.get("finding") else None
    return place_of(document, request.user, finding, _number(request))


def _pointed_at(request: HttpRequest, document: Document) -> Place | None:
    """The place of the paragraph that the address names, if it names one."""
    asked = request.GET.get("passage", "")
    if not asked.isdecimal() or len(asked) > 6:
        return None
    passage = document.passages.open_to(request.user).defer("search").filter(ordinal=int(asked)).first()
    return around(document, passage, request.user) if passage else None


def _selected(request: HttpRequest, findings: list[Finding]) -> Finding | None:
    """The finding that the address names, else the first to be checked in the order of the page, else the first."""
    if request.GET.get("finding"):
        asked = _asked(request)
        if named := next((finding for finding in findings if finding.pk == asked), None):
            return named
    in_page_order = [one.finding for group in groups(rows(findings), order_of(request)) for one in group.rows]
    pending = [finding for finding in in_page_order if finding.verdict == Finding.Verdict.PENDING]
    return next(iter(pending or in_page_order), None)


def _asked(request: HttpRequest) -> UUID:
    try:
        return UUID(request.GET.get("finding", ""))
    except ValueError:
        raise Http404 from None


def _number(request: HttpRequest) -> int | None:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isdecimal() and len(asked) < 6 else None
