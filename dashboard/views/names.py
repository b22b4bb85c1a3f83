"""Which measures the names stand for that papers print: the figures without one, and what was said once for all."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import actions
from dashboard import unnamed as figures
from dashboard.columns import PRINTED_NAMES, WITHOUT_A_MEASURE
from dashboard.forms import NameForm, WordsFilter
from dashboard.models import PrintedName
from dashboard.names import is_unnamed, printed_of
from reports import actions as desk
from reports.access import may_review, only
from reports.exports import taken_away
from reports.filters import answered, chips
from reports.models import Document, Finding
from reports.register import form_for
from reports.templatetags.desk import kept
from reports.templatetags.register import counted

PAGE = 25


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def unnamed(request: HttpRequest) -> HttpResponse:
    form = WordsFilter(request.GET)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    found = figures.by_name(figures.open_to(request.user), words)
    on = chips(form, request.GET)
    if file := taken_away(request, "figures_without_a_measure", WITHOUT_A_MEASURE, found, (said for said, _ in on)):
        return file
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "chips": on, "page_obj": page, "below": "_exports.html"}
    pieces = {"piece": "dashboard/_without_measure.html", "filters": "dashboard/_words.html"}
    return answered(request, "dashboard/without_measure.html", **pieces, context=context)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
@vary_on_headers("HX-Request")
def name(request: HttpRequest, pk) -> HttpResponse:
    """Say which measure a figure is a value of, for it alone or once for all figures of its printed name."""
    finding = _find(request, pk)
    if not is_unnamed(finding) or (finding.corrected or {}).get("indicator"):
        raise Http404
    same = figures.alike(finding, request.user)
    posted = request.POST if request.method == "POST" else None
    form = NameForm(posted, finding=finding, confirmed=len(same.confirmed))
    if form.is_bound and form.is_valid():
        return _named(request, finding, same, form)
    context = {"form": form, "finding": finding, "document": finding.document, "same": same, "from": _from(request)}
    if request.htmx:
        # It opens within the desk, in the place of the link that was followed.
        form.fields["indicator"].widget.attrs["autofocus"] = True
    page = "dashboard/_name.html" if request.htmx else "dashboard/name.html"
    return render(request, page, context, status=422 if form.is_bound else 200)


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def printed_names(request: HttpRequest) -> HttpResponse:
    said = PrintedName.objects.open_to(request.user)
    said = said.select_related("indicator", "by", "finding__document", "finding__passage")
    if file := taken_away(request, "printed_names", PRINTED_NAMES, said):
        return file
    page = Paginator(said, PAGE).get_page(request.GET.get("page"))
    return render(request, f"dashboard/{'_' if request.htmx else ''}printed_names.html", {"page_obj": page})


@only(may_review)
@require_POST
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    said = get_object_or_404(PrintedName.objects.open_to(request.user).select_related("indicator"), pk=pk)
    changed = _open(actions.forget(said=said), request.user)
    messages.success(request, f"Taken back: {said}. It was proposed for {counted(len(changed), 'figure')}.")
    return redirect("dashboard:printed_names")


def _find(request: HttpRequest, pk) -> Finding:
    visible = Document.objects.visible_to(request.user)
    findings = Finding.objects.open_to(request.user).filter(document__in=visible, fact="Figure")
    return get_object_or_404(findings.select_related("document", "passage"), pk=pk)


def _named(request: HttpRequest, finding: Finding, same: figures.Unnamed, form: NameForm) -> HttpResponse:
    said = form.cleaned_data
    if said["which"] == "one":
        return _accepted(request, finding, form)
    everywhere = said["which"] == "all"
    found = actions.settle(finding=finding, indicator=said["indicator"], by=request.user, everywhere=everywhere)
    sentence = (
        f"“{said['indicator']}” is proposed for {counted(len(_open(found, request.user)), 'figure')} to be checked."
    )
    if said.get("confirmed"):
        done = actions.name_confirmed(findings=same.confirmed, indicator=said["indicator"], by=request.user)
        sentence += f" {counted(len(done), 'accepted figure').capitalize()} corrected."
    messages.success(request, sentence)
    return _back(request, finding)


def _accepted(request: HttpRequest, finding: Finding, form: NameForm) -> HttpResponse:
    """Accept the one figure with the measure; its register may refuse something else of it."""
    filled = form_for("Figure").of({**finding.stated, "indicator": form.cleaned_data["indicator"].pk})
    version = form.cleaned_data["version"]
    try:
        if not filled.is_valid():
            messages.error(request, "Not accepted: correct what else the register refuses of this figure.")
        else:
            desk.correct(finding=finding, by=request.user, version=-1 if version is None else version, form=filled)
            messages.success(
                request, f"Corrected: “{printed_of(finding)}” is a value of “{form.cleaned_data['indicator']}”."
            )
    except (desk.Stale, desk.NotNow) as why:
        messages.error(request, f"Nothing was changed. {why}")
    return _back(request, finding)


def _open(findings: list[Finding], user) -> list[Finding]:
    """Those of the findings that the user may know of, for counting them."""
    known = Finding.objects.open_to(user).filter(pk__in=[finding.pk for finding in findings])
    return list(known)


def _from(request: HttpRequest) -> str:
    return "list" if request.GET.get("from") == "list" else ""


def _back(request: HttpRequest, finding: Finding) -> HttpResponse:
    """To where the person came from: the list of such figures, or the figure at the desk."""
    if _from(request):
        return redirect("dashboard:unnamed")
    there = {"finding": finding.pk} | kept(request)
    address = reverse("reports:desk", args=[finding.document_id], query=there)
    return HttpResponseRedirect(f"{address}#finding-{finding.pk}")
