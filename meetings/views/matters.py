"""Pages of matters for every reader: the list, and one matter as it went."""

from __future__ import annotations

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings.columns import MATTER_LINES
from meetings.lists import listed
from meetings.matter_story import Story
from meetings.models import Matter
from reports.access import readable
from reports.exports import taken_away

# Large matters go on over several pages.
ON_A_TIMELINE = 50


@readable
@require_safe
@vary_on_headers("HX-Request")
def matters(request: HttpRequest) -> HttpResponse:
    return listed(request, "matters")


@readable
@require_safe
@vary_on_headers("HX-Request")
def matter(request: HttpRequest, pk: UUID) -> HttpResponse:
    visible = Matter.objects.visible_to(request.user).select_related("council")
    found = visible.filter(pk=pk).first()
    if found is None:
        return redirect(where_it_went(pk, request.user))
    story, oldest_first = Story(found, request.user), request.GET.get("order") == "oldest"
    if file := taken_away(request, "matter_lines", MATTER_LINES, story.lines_to_take(oldest_first)):
        return file
    page = Paginator(story.keys(oldest_first), ON_A_TIMELINE).get_page(request.GET.get("page"))
    shown = {
        "matter": found,
        "story": story,
        "page_obj": page,
        "items": story.items(list(page)),
        "oldest": oldest_first,
    }
    template = "meetings/_matter_timeline.html" if request.htmx else "meetings/matter.html"
    return render(request, template, shown)


def where_it_went(pk: UUID, user) -> Matter:
    """The matter into which one was merged, if need be again and again; Http404 where there is none to be seen."""
    named = Matter.objects.named_for(user)
    found, passed = get_object_or_404(named, pk=pk), {pk}
    while found.merged_into_id and found.merged_into_id not in passed:
        passed.add(found.merged_into_id)
        found = get_object_or_404(named, pk=found.merged_into_id)
    if len(passed) == 1:
        raise Http404
    return get_object_or_404(Matter.objects.visible_to(user), pk=found.pk)
