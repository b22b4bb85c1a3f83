"""The overview, the list of measures and the pages of measures."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import board, measure
from dashboard import overview as newest
from dashboard.columns import OBSERVATIONS
from dashboard.digest import kept
from dashboard.forms import CouncilForm
from dashboard.forms.measures import IndicatorFilter, MeasureForm
from dashboard.models import Indicator, Observation
from dashboard.official_columns import NOTICE, OFFICIAL, rows
from dashboard.series import Figures, compared, figures_of
from reports.access import may_review, readable
from reports.exports import Extract, asked_for, exported, taken_away
from reports.filters import answered, chips

PAGE = 25


@readable
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    form = CouncilForm(request.GET, councils=newest.councils(request.user))
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    lines = newest.of(form.chosen, request.user, timezone.localdate())
    since = newest.since_last_visit(request.user)
    return render(request, "dashboard/overview.html", {"choice": form, "council": form.chosen, **lines, **since})


@readable
@require_safe
@vary_on_headers("HX-Request")
def indicators(request: HttpRequest) -> HttpResponseBase:
    if request.htmx or asked_for(request):
        form = _filter(request)
        return _taken_away(request, form) if asked_for(request) else _swapped(request, form)
    what = f"page {request.get_full_path()} {may_review(request.user)}"
    if content := kept(request.user, what, lambda: _content(request, _filter(request))):
        return render(request, "dashboard/indicators.html", {"content": content})
    form = _filter(request)
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    return render(request, "dashboard/indicators.html", {"content": _page(request, form), "form": form})


def _filter(request: HttpRequest) -> IndicatorFilter:
    return IndicatorFilter(request.GET, councils=newest.councils(request.user))


def _content(request: HttpRequest, form: IndicatorFilter) -> SafeString:
    """The content of the list's page; empty where there is nothing, or the form is wrong, which the title says too."""
    return _page(request, form) if form.chosen and form.is_valid() else SafeString()


def _page(request: HttpRequest, form: IndicatorFilter) -> SafeString:
    context = _context(form) | _listed(request, form, *_board(request, form))
    return render_to_string("dashboard/_indicators_page.html", context, request)


def _swapped(request: HttpRequest, form: IndicatorFilter) -> HttpResponse:
    """What changes of the page when its filter does."""
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    asked = repr((form.chosen.pk, form.said("topic"), form.said("stands"), form.said("q")))
    measures, count = kept(request.user, f"board {asked}", lambda: _board(request, form))
    context = _context(form) | _listed(request, form, measures, count)
    pieces = {"piece": "dashboard/_indicators.html", "filters": "dashboard/_filter.html"}
    return answered(request, "dashboard/indicators.html", **pieces, context=context)


def _context(form: IndicatorFilter) -> dict:
    return {"form": form, "council": form.chosen, "below": "dashboard/_files.html"}


def _measures(request: HttpRequest, form: IndicatorFilter) -> QuerySet[Indicator]:
    """The council's measures that the topic and the words leave."""
    found = board.known(form.chosen, request.user).said(form.said("q"))
    return found.filter(topic=form.said("topic")) if form.said("topic") else found


def _listed(request: HttpRequest, form: IndicatorFilter, measures: SafeString, count: int) -> dict:
    """The measures, and the printed names that the filter leaves."""
    printed = Observation.objects.visible_to(request.user).filter(council=form.chosen).as_printed()
    # Of a printed name nobody knows the topic, nor whether it is good.
    narrowed = form.said("topic") or form.said("stands")
    printed = printed.none() if narrowed else printed.said(form.said("q"))
    return {
        "measures": measures,
        "count": count,
        "page_obj": Paginator(printed.labels(), PAGE).get_page(request.GET.get("page")),
        "chips": chips(form, request.GET, but=("council",)),
    }


def _board(request: HttpRequest, form: IndicatorFilter) -> tuple[SafeString, int]:
    """The tables of the measures that the filter leaves, and how many they are: the same for all who see the rows."""
    cards = board.board(_measures(request, form), form.chosen, request.user)
    cards = board.standing(cards, form.said("stands"))
    shown = {"topics": board.by_topic(cards), "council": form.chosen}
    return render_to_string("dashboard/_board.html", shown), len(cards)


def _taken_away(request: HttpRequest, form: IndicatorFilter) -> HttpResponseBase:
    """The file of values that the address asks for, official or stated: those of the measures that the page lists."""
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    found = list(_measures(request, form))
    told = [f"Council: {form.chosen}", *(label for label, _ in chips(form, request.GET, but=("council",)))]
    if form.said("stands"):
        cards = board.standing(board.board(found, form.chosen, request.user), form.said("stands"))
        found = [card.figures.indicator for card in cards]
    if request.GET.get("values") == "official":
        of = figures_of(found, form.chosen, request.user, among=compared(form.chosen))
        return _official_file(request, "official_indicators", of, told)
    return taken_away(request, "indicators", OBSERVATIONS, _values(request, form, found), told)


def _values(request: HttpRequest, form: IndicatorFilter, found: list[Indicator]) -> QuerySet:
    """Every stated value of the measures and printed names that the filter leaves, with its source."""
    values = Observation.objects.visible_to(request.user).filter(council=form.chosen).with_source()
    named = values.filter(indicator__in=found)
    if not (form.said("topic") or form.said("stands")):
        named = named | values.as_printed().said(form.said("q"))
    return named.select_related("council", "indicator").order_by("label", "area", "date", "finding__document", "pk")


def _official_file(request: HttpRequest, name: str, of: list[Figures], told: list[str]) -> HttpResponseBase:
    title = name.replace("_", " ").capitalize()
    return exported(request, Extract(name, title, OFFICIAL, rows(of), told, NOTICE))


@readable
@require_safe
@vary_on_headers("HX-Request")
def indicator(request: HttpRequest, slug: str) -> HttpResponseBase:
    values = Observation.objects.visible_to(request.user).filter(indicator=slug)
    councils = newest.councils(request.user)
    form = MeasureForm(request.GET, councils=measure.councils_of(slug, values, councils) or councils)
    wanted = measure.wanted(slug, form.chosen)
    if not wanted:
        raise Http404
    official_values = request.GET.get("values") == "official"
    if asked_for(request) and not official_values:
        return _stated_file(request, wanted[0], form, values)
    context = {"choice": form, "council": form.chosen, "measure": wanted[0]}
    if form.chosen:
        stated, among = _stated_values(form, values), compared(form.chosen, form.year)
        figures = figures_of(wanted, form.chosen, request.user, among=among, official_code=form.code, stated=stated)
        if asked_for(request):
            return _official_file(request, "official_figures", figures[:1], [wanted[0].name, f"Council: {form.chosen}"])
        context |= measure.official(figures, among, request.user, request.GET)
        context |= _stated(request, wanted[0], form, stated, figures[0])
    page = "dashboard/_values.html" if request.htmx else "dashboard/measure.html"
    return render(request, page, context)


def _stated_values(form: CouncilForm, values: QuerySet) -> list[Observation]:
    return list(values.filter(council=form.chosen).with_source().select_related("indicator").in_order())


def _stated_file(request: HttpRequest, of: measure.Measure, form: CouncilForm, values: QuerySet) -> HttpResponseBase:
    values = values.filter(council=form.chosen).with_source().in_order().select_related("council", "indicator")
    return taken_away(request, "figures", OBSERVATIONS, values, [str(of.name), f"Council: {form.chosen}"])


def _stated(
    request: HttpRequest,
    of: measure.Measure,
    form: CouncilForm,
    stated: list[Observation],
    figures: Figures | None = None,
) -> dict:
    """What papers state of a measure: chart, sentence, and each value with its source."""
    paging = Paginator(stated[::-1], PAGE).get_page(request.GET.get("page"))
    if figures:
        measure.note_standing(paging, figures)
    sentence = measure.stated_sentence(figures) if figures else ""
    return {"page_obj": paging, **(measure.shown(of, stated, form.chosen.short_name, sentence) if stated else {})}


@readable
@require_safe
@vary_on_headers("HX-Request")
def as_printed(request: HttpRequest) -> HttpResponseBase:
    label = request.GET.get("label", "").replace("\0", "")
    values = Observation.objects.visible_to(request.user).as_printed().filter(label=label)
    form = CouncilForm(request.GET, councils=measure.councils(values, newest.councils(request.user)))
    if not form.chosen:
        raise Http404
    of = measure.AsPrinted(label)
    if asked_for(request):
        return _stated_file(request, of, form, values)
    page = "dashboard/_values.html" if request.htmx else "dashboard/as_printed.html"
    context = {"choice": form, "council": form.chosen, "measure": of, "label": label}
    return render(request, page, context | _stated(request, of, form, _stated_values(form, values)))


@login_not_required
@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "dashboard/accessibility.html")
