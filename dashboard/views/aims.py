"""What councils aim at: said at the desk, and shown to readers."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import aims as deeds
from dashboard import overview
from dashboard.aims_file import AIMS, AIMS_NOTICE
from dashboard.forms import CouncilForm
from dashboard.forms.aims import AimForm, AimsFilter, ChooseForm, EndForm
from dashboard.models import Aim, Indicator
from dashboard.statistics import councils_known_to
from reports.access import may_review, only, readable
from reports.exports import taken_away
from reports.filters import answered, chips

PAGE = 25


@readable
@require_safe
@vary_on_headers("HX-Request")
def council_aims(request: HttpRequest) -> HttpResponse:
    """What one council aims at now or later, for readers."""
    form = CouncilForm(request.GET, councils=overview.councils(request.user))
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    found = deeds.on(deeds.of_councils([form.chosen]), timezone.localdate())
    if file := taken_away(request, "council_aims", AIMS, found, [f"Council: {form.chosen}"], told=AIMS_NOTICE):
        return file
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    shown = f"dashboard/aims/{'_' if request.htmx else ''}of_council.html"
    return render(request, shown, {"choice": form, "council": form.chosen, "page_obj": page})


@only(may_review)
@require_safe
@vary_on_headers("HX-Request")
def aims(request: HttpRequest) -> HttpResponse:
    councils = councils_known_to(request.user)
    form = AimsFilter(request.GET, councils=councils)
    found, on = _narrowed(form, deeds.of_councils(councils)), chips(form, request.GET) if form.is_valid() else []
    if file := taken_away(request, "aims", AIMS, found, (said for said, _ in on), told=AIMS_NOTICE):
        return file
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "chips": on, "page_obj": page, "below": "dashboard/aims/_below.html"}
    context["deleted"] = deeds.deleted(councils)[:PAGE]
    pieces = {"piece": "dashboard/aims/_list.html", "filters": "dashboard/statistics/_filter.html"}
    return answered(request, "dashboard/aims/list.html", **pieces, context=context)


def _narrowed(form: AimsFilter, found: QuerySet[Aim]) -> QuerySet[Aim]:
    if not form.is_valid():
        return found.none()
    said = form.cleaned_data
    for word in said["q"].split():
        found = found.filter(indicator__name__icontains=word)
    if said["council"]:
        found = found.filter(council=said["council"])
    return found if said["when"] else deeds.on(found, timezone.localdate())


@only(may_review)
@require_safe
def choose_aim(request: HttpRequest) -> HttpResponse:
    """Of which council and measure an aim is to be said."""
    form = ChooseForm(request.GET or None, councils=councils_known_to(request.user))
    if form.is_bound and form.is_valid():
        said = form.cleaned_data
        return redirect("dashboard:add_aim", said["council"].pk, said["indicator"].pk)
    return render(request, "dashboard/aims/choose.html", {"form": form}, status=422 if form.is_bound else 200)


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def add_aim(request: HttpRequest, council, slug: str) -> HttpResponse:
    of = get_object_or_404(councils_known_to(request.user), pk=council)
    return _form(request, Aim(council=of, indicator=get_object_or_404(Indicator, pk=slug)))


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def change_aim(request: HttpRequest, pk: int) -> HttpResponse:
    return _form(request, _find(request, pk))


def _form(request: HttpRequest, aim: Aim) -> HttpResponse:
    """The form of a new aim, or of one that is changed."""
    form = AimForm(request.POST if request.method == "POST" else None, aim=aim)
    if form.is_bound and form.is_valid() and _kept(request, form, form.filled()):
        return redirect("dashboard:aims")
    context = {"form": form, "aim": aim, "changes": deeds.changes(aim) if aim.pk else ()}
    return render(request, "dashboard/aims/form.html", context, status=422 if form.is_bound else 200)


def _kept(request: HttpRequest, form: AimForm | EndForm, aim: Aim) -> bool:
    try:
        deeds.keep(aim=aim, by=request.user)
    except deeds.Overlaps as why:
        # Somebody else said one in the meantime.
        form.add_error(None, str(why))
        return False
    said = deeds.in_words(aim, aim.indicator.unit)
    messages.success(request, f"Kept for {aim.council}: {aim.indicator}, {said}, {deeds.between(aim)}.")
    return True


@only(may_review)
@require_http_methods(["GET", "HEAD", "POST"])
def end_aim(request: HttpRequest, pk: int) -> HttpResponse:
    """Say the last day of an aim."""
    aim = _find(request, pk)
    form = EndForm(request.POST if request.method == "POST" else None, aim=aim)
    if form.is_bound and form.is_valid():
        aim.until = form.cleaned_data["until"]
        if _kept(request, form, aim):
            return redirect("dashboard:aims")
    return render(request, "dashboard/aims/end.html", {"form": form, "aim": aim}, status=422 if form.is_bound else 200)


@only(may_review)
@require_POST
def delete_aim(request: HttpRequest, pk: int) -> HttpResponse:
    aim = _find(request, pk)
    deeds.delete(aim=aim, by=request.user)
    messages.success(request, f"Deleted: {aim.indicator} of {aim.council}. You can put it back below.")
    return redirect("dashboard:aims")


@only(may_review)
@require_POST
def put_back_aim(request: HttpRequest, pk: int) -> HttpResponse:
    event = get_object_or_404(deeds.deleted(councils_known_to(request.user)), pgh_id=pk)
    try:
        aim = deeds.put_back(event=event, by=request.user)
    except deeds.Overlaps as why:
        messages.error(request, f"It was not put back. {why}")
    else:
        messages.success(request, f"Put back: {aim.indicator} of {aim.council}.")
    return redirect("dashboard:aims")


def _find(request: HttpRequest, pk: int) -> Aim:
    known = deeds.of_councils(councils_known_to(request.user))
    return get_object_or_404(known, pk=pk)
