"""A paragraph: where it stands and what was read from it; marking it exempt or open; adding a fact from it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from reports import actions
from reports.access import may_review, only, readable
from reports.forms import MarkForm, SortForm
from reports.models import Document, Passage
from reports.register import RegisterForm, form_for
from reports.sorts import SORTS
from reports.views.documents import find
from reports.views.findings import rows
from reports.views.place import around
from reports.views.search import trail


@readable
@require_safe
def passage(request: HttpRequest, pk, ordinal: int) -> HttpResponse:
    passage = _find(request, pk, ordinal)
    readings = passage.findings.open_to(request.user).confirmed()
    context = {
        "document": passage.document,
        "passage": passage,
        "place": around(passage.document, passage, request.user),
        "trail": trail(request, passage) if "q" in request.GET else None,
        "rows": rows(readings.select_related("decided_by", "passage", "document")),
        "before": _neighbours(passage, request.user).filter(ordinal__lt=ordinal).order_by("-ordinal").first(),
        "after": _neighbours(passage, request.user).filter(ordinal__gt=ordinal).first(),
    }
    return render(request, "reports/passage.html", context)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def mark(request: HttpRequest, pk, ordinal: int) -> HttpResponse:
    passage = _find(request, pk, ordinal)
    form = MarkForm(_posted(request), initial={"part": passage.part, "schedule": passage.schedule})
    if request.method == "POST" and form.is_valid():
        return _marked(request, passage, form)
    context = {"document": passage.document, "passage": passage, "form": form}
    return render(request, "reports/mark.html", context, status=422 if form.is_bound else 200)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, pk, ordinal: int) -> HttpResponse:
    """First the sort of fact is chosen (`?fact=`), then its register's form is filled in."""
    passage, fact = _find(request, pk, ordinal), request.GET.get("fact", "")
    if fact not in SORTS:
        return _choice(request, passage)
    form = _form(request, passage, fact)
    if request.method == "POST" and form.is_valid():
        return _added(request, passage, fact, form)
    context = {"document": passage.document, "passage": passage, "form": form, "fact": fact, "sort": SORTS[fact]}
    return render(request, "reports/add.html", context, status=422 if form.is_bound else 200)


def _choice(request: HttpRequest, passage: Passage) -> HttpResponse:
    form = SortForm(request.GET if "fact" in request.GET else None)
    context = {"document": passage.document, "passage": passage, "form": form}
    return render(request, "reports/add_sort.html", context)


def _find(request: HttpRequest, pk, ordinal: int) -> Passage:
    """The paragraph, for those who may read it; 404 for others."""
    document = find(request, pk)
    # Beyond what the database's numbers hold there is no paragraph.
    if ordinal > 2**31 - 1:
        raise Http404
    passage = get_object_or_404(document.passages.open_to(request.user).defer("search"), ordinal=ordinal)
    passage.document = document
    return passage


def _posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def _neighbours(passage: Passage, user):
    return passage.document.passages.open_to(user).defer("search")


def _form(request: HttpRequest, passage: Passage, fact: str) -> RegisterForm:
    form = form_for(fact)
    if request.method == "POST":
        return form(request.POST)
    return form(initial={name: passage.text for name in ("text", "question") if name in form.base_fields})


def _added(request: HttpRequest, passage: Passage, fact: str, form: RegisterForm) -> HttpResponse:
    try:
        finding = actions.add(passage=passage, fact=fact, by=request.user, form=form)
    except actions.NotNow as why:
        messages.error(request, str(why))
        return HttpResponseRedirect(passage.document.get_absolute_url())
    messages.success(request, f"Added: {SORTS[fact].one.lower()}.")
    desk = reverse("reports:desk", args=[passage.document_id])
    return HttpResponseRedirect(f"{desk}?finding={finding.pk}#finding-{finding.pk}")


def _marked(request: HttpRequest, passage: Passage, form: MarkForm) -> HttpResponse:
    try:
        actions.mark(passage=passage, by=request.user, **form.cleaned_data)
    except actions.NotNow as why:
        messages.error(request, str(why))
        return HttpResponseRedirect(passage.document.get_absolute_url())
    exempt = form.cleaned_data["part"] == "exempt"
    readers = "Only people who may read exempt parts see it now." if exempt else "It is open like the rest."
    messages.success(request, f"The paragraph is marked. {readers}")
    # An uncleared officer who closes the last open paragraph may no longer see the document at all.
    seen = _still_seen(request, passage)
    return HttpResponseRedirect(
        reverse("reports:desk", args=[passage.document_id]) if seen else reverse("reports:inbox")
    )


def _still_seen(request: HttpRequest, passage: Passage) -> bool:
    return Document.objects.visible_to(request.user).filter(pk=passage.document_id).exists()
