"""Pages of what papers claim, with what came of checking it."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from dashboard.claims.columns import CLAIMS, NOTICE
from dashboard.claims.filters import ClaimFilter
from dashboard.models import Claim
from reports.access import readable
from reports.exports import taken_away
from reports.filters import answered

A_PAGE = 25


@readable
@require_safe
@vary_on_headers("HX-Request")
def claims(request: HttpRequest) -> HttpResponse:
    form = ClaimFilter(request.GET, rows=Claim.objects.visible_to(request.user), user=request.user)
    rows = form.narrowed().with_sources().telling_first()
    if file := taken_away(request, "claims", CLAIMS, rows, (said for said, _ in form.chips(request)), told=NOTICE):
        return file
    form.draw()
    shown = {
        "form": form,
        "several": form.several_councils,
        "chips": form.chips(request),
        "counts": form.counts(),
        "page_obj": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "below": "_exports.html",
    }
    pieces = {"piece": "dashboard/claims/_claims.html", "filters": "meetings/_filter.html"}
    return answered(request, "dashboard/claims/claims.html", **pieces, context=shown)


@readable
@require_safe
def claim(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Claim.objects.visible_to(request.user).with_sources()
    found = get_object_or_404(rows.select_related("official__measure__data_set", "official__area"), pk=pk)
    return render(request, "dashboard/claims/claim.html", {"claim": found, "sources": found.sources})
