"""The watch list of a council."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard import overview as newest
from dashboard.comparison_columns import WATCH
from dashboard.forms.comparing import WatchForm
from dashboard.models import Watched
from dashboard.official_columns import NOTICE
from dashboard.watch_lists import watch_list
from dashboard.watching import IMPROVED, NEAR, OUTSIDE, WORSE, Comparator, WatchList
from reports.access import readable
from reports.exports import taken_away
from reports.filters import answered

# As many of the latest changes of the list as a reader takes in.
CHANGES = 10
# Each part of the list: what it is, its heading, and what to say of it.
SECTIONS = (
    (WORSE, "Worse and getting worse", "Worse than {than}, and getting worse by the trend."),
    (
        NEAR,
        "Near misses",
        "Either worse than {than} without a clear trend, or getting worse by the trend without being worse.",
    ),
    (
        OUTSIDE,
        "Outside the council's own thresholds",
        "Neither higher nor lower is better. These are where the council itself said it would look.",
    ),
    (IMPROVED, "What improved", "Getting better by the trend, wherever they stand."),
)


@readable
@require_safe
@vary_on_headers("HX-Request")
def watch(request: HttpRequest) -> HttpResponse:
    form = WatchForm(request.GET, councils=newest.councils(request.user))
    if not form.chosen:
        return render(request, "dashboard/nothing_yet.html")
    than, years = form.asked
    found = watch_list(form.chosen, request.user, form.among, than, years)
    if file := taken_away(request, "watch_list", WATCH, [*found.listed, *found.left_out], _said(form), told=NOTICE):
        return file
    context = {"form": form, "council": form.chosen, **_shown(found, than, years), **_changed(form)}
    pieces = {"piece": "dashboard/watch/_list.html", "filters": "dashboard/watch/_filter.html"}
    return answered(request, "dashboard/watch/list.html", **pieces, context=context)


def _shown(found: WatchList, than: Comparator | None, years: int) -> dict[str, Any]:
    sections = [
        (heading, about.format(than=than.name if than else ""), found.of(why)) for why, heading, about in SECTIONS
    ]
    below = "_exports.html" if than else ""
    return {"found": found, "sections": sections, "than": than, "years": years, "below": below}


def _changed(form: WatchForm) -> dict[str, Any]:
    """What entered the list or left it recently, as it is with nobody and nothing chosen."""
    changed = Watched.objects.filter(council=form.chosen).select_related("indicator").latest_first()
    return {"changed": changed[:CHANGES]}


def _said(form: WatchForm) -> list[str]:
    """What the list is made by, in words."""
    than, years = form.asked
    compared = [f"Compared with: {than.name}"] if than else []
    return [f"Council: {form.chosen}", *compared, f"Trend of the last {years} years"]
