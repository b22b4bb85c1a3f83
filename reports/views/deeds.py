"""What a reviewer does with findings. Each deed answers with the finding as it now stands."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from reports import actions
from reports.access import may_review, only
from reports.forms import RejectForm
from reports.models import Document, Finding, Verdict
from reports.reading.facts import BASES, SURE
from reports.register import form_for
from reports.sorts import SORTS, Sort
from reports.templatetags.desk import kept, order_of
from reports.views import desk
from reports.views.documents import find
from reports.views.findings import Row, auto_id, group_of, groups, row, rows


@only(may_review)
@require_POST
def accept(request: HttpRequest, pk) -> HttpResponse:
    finding = _find(request, pk)
    try:
        return _do(request, finding, actions.accept)
    except ValueError:
        # Its register refuses it: the form opens, with what is wrong.
        return _shown(request, row(finding, "correct"), status=422)


@only(may_review)
@require_POST
def correct(request: HttpRequest, pk) -> HttpResponse:
    finding = _find(request, pk)
    form = form_for(finding.fact)(request.POST, auto_id=auto_id(finding))
    if not form.is_valid():
        return _shown(request, row(finding, "correct", form=form), status=422)
    return _do(request, finding, actions.correct, form=form)


@only(may_review)
@require_POST
def reject(request: HttpRequest, pk) -> HttpResponse:
    finding = _find(request, pk)
    form = RejectForm(request.POST, auto_id=auto_id(finding))
    if not form.is_valid():
        return _shown(request, row(finding, "reject", form=form), status=422)
    return _do(request, finding, actions.reject, reason=form.reason())


@only(may_review)
@require_POST
def undo(request: HttpRequest, pk) -> HttpResponse:
    return _do(request, _find(request, pk), actions.undo)


@only(may_review)
@require_POST
def accept_all(request: HttpRequest, pk) -> HttpResponse:
    document, fact = find(request, pk), request.POST.get("fact", "")
    said = {"versions": _seen(request.POST.getlist("seen")), "bases": _bases(request)}
    try:
        done = actions.accept_all(document=document, fact=fact, by=request.user, **said)
    except actions.NotNow as why:
        return _not_now(request, document, str(why))
    sentence = _accepted_in_words(done, SORTS.get(fact, Sort("finding", "findings")))
    if not request.htmx:
        messages.success(request, sentence)
        return _back(request, document, None)
    shown = groups(rows(desk.of(document, request.user).filter(fact=fact)), order_of(request))
    # In a pack each paper has a group of its own.
    key = request.POST.get("group", fact)
    group = next((group for group in shown if group.key == key), None)
    context = {"document": document, "group": group, "sentence": sentence}
    return render(request, "reports/_accepted_all.html", context)


def _find(request: HttpRequest, pk) -> Finding:
    """The finding, for those who may know of it; 404 for others."""
    visible = Document.objects.visible_to(request.user)
    findings = Finding.objects.open_to(request.user).filter(document__in=visible)
    return get_object_or_404(
        findings.select_related("document", "passage", "decided_by", "added_by", "proposed_by"), pk=pk
    )


def _do(request: HttpRequest, finding: Finding, deed: Callable[..., Finding], **said) -> HttpResponse:
    """Do it to the finding as the person saw it; where somebody else came between, show what they decided."""
    try:
        deed(finding=finding, by=request.user, version=_version(request), **said)
    except actions.Stale:
        return _shown(request, Row(_find(request, finding.pk), stale=True), status=409)
    except actions.NotNow as why:
        return _not_now(request, finding.document, str(why))
    return _done(request, _find(request, finding.pk))


def _done(request: HttpRequest, finding: Finding) -> HttpResponse:
    if request.htmx:
        return _shown(request, Row(finding))
    messages.success(request, f"{finding.get_verdict_display()}: {SORTS[finding.fact].one.lower()}.")
    return _back(request, finding.document, _next(request, finding))


def _shown(request: HttpRequest, changed: Row, status: int = 200) -> HttpResponse:
    """The finding as it now stands, alone for htmx and in its page without."""
    finding = changed.finding
    if not request.htmx:
        return desk.page(request, finding.document, changed, status=status)
    group = group_of(finding.document, finding.fact, request.user, changed.paper)
    context = {"document": finding.document, "row": changed, "group": group, "takes_focus": bool(changed.form)}
    return render(request, "reports/_decided.html", context, status=status)


def _not_now(request: HttpRequest, document: Document, why: str) -> HttpResponse:
    messages.error(request, why)
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": document.get_absolute_url()})
    return HttpResponseRedirect(document.get_absolute_url())


def _back(request: HttpRequest, document: Document, finding: Finding | None) -> HttpResponseRedirect:
    there = {"finding": finding.pk} if finding else {}
    address = reverse("reports:desk", args=[document.pk], query=there | kept(request))
    return HttpResponseRedirect(f"{address}#finding-{finding.pk}" if finding else address)


def _next(request: HttpRequest, finding: Finding) -> Finding:
    """What a reviewer takes next: the next one to be checked on the page, or this one when none is left after it."""
    if finding.verdict == Verdict.PENDING:
        return finding
    shown = groups(rows(desk.of(finding.document, request.user)), order_of(request))
    on_page = [one.finding for group in shown for one in group.rows]
    after = on_page[on_page.index(finding) + 1 :]
    return next((other for other in after if other.verdict == Verdict.PENDING), finding)


def _version(request: HttpRequest) -> int:
    """The version that the person saw; one that no finding has when the form does not say."""
    said = request.POST.get("version", "")
    return int(said) if said.isdecimal() and len(said) < 10 else -1


def _seen(said: list[str]) -> dict[UUID, int]:
    versions = {}
    for one in said:
        pk, _, version = one.partition(":")
        try:
            versions[UUID(pk)] = int(version)
        except ValueError:
            continue
    return versions


def _bases(request: HttpRequest) -> tuple[str, ...]:
    """The ways of knowing that the reviewer accepts: all, or those that are sure."""
    return SURE if request.POST.get("only") == "sure" else ("", *BASES)


def _accepted_in_words(done: actions.Accepted, sort: Sort) -> str:
    number = len(done.accepted)
    sentence = f"Accepted {number} {(sort.one if number == 1 else sort.many).lower()}."
    if done.refused:
        sentence += f" Still to be corrected, because the register refuses them as they stand: {len(done.refused)}."
    return sentence
