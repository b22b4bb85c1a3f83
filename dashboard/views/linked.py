"""Where reviewers say which measures belong beside a decision or a matter; and what waits for them to say so."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import linking
from dashboard.models import Indicator
from dashboard.proposed_measures import proposals
from meetings.models import Decision, Entry, Matter
from reports.access import may_review, only

A_PAGE = 15
DEEDS = {"confirm": "“{}” is shown here.", "refuse": "“{}” will not be proposed here again.",
         "take_back": "“{}”: what was said of it was taken back."}  # fmt: skip


class MeasureForm(forms.Form):
    """A measure of the catalogue to be shown beside something."""

    indicator = forms.ModelChoiceField(
        Indicator.objects.all(),
        label="Another measure",
        empty_label="Choose a measure",
        error_messages={"required": "Choose a measure.", "invalid_choice": "Choose a measure from the list."},
    )


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def to_link(request: HttpRequest) -> HttpResponse:
    """Matters, or decisions of no matter, each with the measures that may belong beside it."""
    of = "decisions" if request.GET.get("of") == "decisions" else "matters"
    things = _decisions(request.user) if of == "decisions" else _matters(request.user)
    page = Paginator(things, A_PAGE).get_page(request.GET.get("page"))
    found = list(page)
    proposed = proposals(found, request.user)
    rows = [(thing, _sort(thing), proposed[thing.pk]) for thing in found]
    shown = {"of": of, "page_obj": page, "rows": rows, "tabs": TABS}
    return render(request, f"dashboard/linked/{'_' if request.htmx else ''}to_link.html", shown)


TABS = (("matters", "Matters"), ("decisions", "Decisions of no matter"))


def _matters(user: Any) -> QuerySet[Matter]:
    visible = Matter.objects.visible_to(user).select_related("council").with_span()
    return visible.order_by(F("latest").desc(nulls_last=True), "title", "pk")


def _decisions(user: Any) -> QuerySet[Decision]:
    visible = Decision.objects.visible_to(user).filter(matter=None, date__isnull=False).of_business()
    return visible.with_source().select_related("council").latest_first()


def _sort(thing: Any) -> str:
    return "matter" if isinstance(thing, Matter) else "line"


@only(may_review)
@require_safe
def beside(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    return _page(request, sort, _thing(request, sort, pk), MeasureForm())


def _page(request: HttpRequest, sort: str, thing: Any, form: MeasureForm) -> HttpResponse:
    links = list(linking.links_of(thing).select_related("indicator", "by"))
    shown = {
        "sort": sort,
        "thing": thing,
        "form": form,
        "confirmed": [link for link in links if link.answer == linking.Answer.CONFIRMED],
        "refused": [link for link in links if link.answer == linking.Answer.REFUSED],
        "proposed": proposals([thing], request.user)[thing.pk],
        "history": linking.history(thing),
    }
    return render(request, "dashboard/linked/beside.html", shown, status=422 if form.is_bound else 200)


@only(may_review)
@require_POST
def answer(request: HttpRequest, sort: str, pk: UUID) -> HttpResponse:
    """Show a measure here, refuse it, or take back what was said of it."""
    thing, form = _thing(request, sort, pk), MeasureForm(request.POST)
    do = request.POST.get("do", "")
    if do not in DEEDS or not form.is_valid():
        return _page(request, sort, thing, form)
    told = {"thing": thing, "indicator": form.cleaned_data["indicator"], "by": request.user}
    if do == "take_back":
        linking.take_back(**told)
    else:
        linking.answer(**told, yes=do == "confirm")
    messages.success(request, DEEDS[do].format(told["indicator"]))
    return redirect("dashboard:beside", sort, pk)


def _thing(request: HttpRequest, sort: str, pk: UUID) -> Any:
    """A matter or a line that the reviewer may know of; a decision as one."""
    if sort == "matter":
        return get_object_or_404(Matter.objects.visible_to(request.user).select_related("council"), pk=pk)
    if sort != "line":
        raise Http404
    lines = Entry.objects.visible_to(request.user).with_source().select_related("council", "matter", "decision")
    line = get_object_or_404(lines, pk=pk)
    return line.decision if line.sort == Entry.Sort.DECISION else line
