"""The scorecard: what reviewers made of the reader's findings, and how it did on labelled papers."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from reports import scorecard as card
from reports.access import may_see_scorecard, only
from reports.filters import answered, chips
from reports.forms import ScorecardFilter


@only(may_see_scorecard)
@require_safe
@vary_on_headers("HX-Request")
def scorecard(request: HttpRequest) -> HttpResponse:
    known = card.known(request.user)
    form = ScorecardFilter(request.GET, findings=known.reviewed())
    form.is_valid()
    findings = form.narrow(known.reviewed())
    context = {
        "form": form,
        "chips": chips(form, request.GET),
        "total": card.total(findings),
        "by_fact": card.by_fact(findings),
        "by_basis": card.by_basis(findings),
        "by_version": card.by_version(findings),
        "changes": card.changes(findings),
        "not_counted": known.of_the_demonstration().count(),
        "measured": card.measured(),
    }
    pieces = {"piece": "reports/_scorecard.html", "filters": "reports/_scorecard_filter.html"}
    return answered(request, "reports/scorecard.html", **pieces, context=context)
