"""Pages of the forward plan: what is due when, each item over the plans that list it, and one plan against another."""

from uuid import UUID

from django.core.paginator import Paginator
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import plans
from meetings.columns import COMPARED, in_pairs
from meetings.forms.plans import AgainstForm
from meetings.lists import A_PAGE, listed
from meetings.models import PlannedDecision
from meetings.models.entry import past
from meetings.plan_versions import sharing_a_reference
from reports.access import readable
from reports.columns import DOCUMENTS
from reports.exports import taken_away


@readable
@require_safe
@vary_on_headers("HX-Request")
def forward_plan(request: HttpRequest) -> HttpResponse:
    return listed(
        request,
        "forward_plan",
        also=lambda rows, page: {"counts": _counts(rows), "items": plans.items(list(page), request.user)},
    )


def _counts(rows: QuerySet) -> dict[str, int]:
    """How many of the items there are of each sort."""
    sorts = {
        "past": past(timezone.localdate()),
        "key": Q(key_decision=True),
        "private": ~Q(exempt_part=""),
        "moved": Q(was_moved=True),
    }
    return rows.order_by().aggregate(**{n: Count("pk", filter=sort) for n, sort in sorts.items()})


@readable
@require_safe
def planned(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One item: a link to any of its listings, an old one too, shows all of them."""
    line = get_object_or_404(PlannedDecision.objects.visible_to(request.user).select_related("council"), pk=pk)
    item = plans.items([line], request.user)[0]
    alike = PlannedDecision.objects.visible_to(request.user).filter(council=line.council)
    named = alike.filter(reference__iexact=item.line.reference) if item.line.reference else alike.none()
    shown = {"item": item, "line": item.line, "shared": sharing_a_reference(named)}
    return render(request, "meetings/planned.html", shown)


@readable
@require_safe
def plan_versions(request: HttpRequest) -> HttpResponse:
    found = plans.plans(request.user)
    if file := taken_away(request, "forward_plan_versions", DOCUMENTS, found):
        return file
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    sizes = plans.sizes(page, request.user)
    shown = [(plan, sizes.get(plan.pk, 0)) for plan in page]
    return render(request, "meetings/plan_versions.html", {"page_obj": page, "plans": shown})


@readable
@require_safe
def plan_version(request: HttpRequest, pk: UUID) -> HttpResponse:
    visible = plans.plans(request.user)
    plan = get_object_or_404(visible, pk=pk)
    earlier = visible.filter(council=plan.council, date__lt=plan.date) if plan.date else visible.none()
    usual = plans.before(plan, request.user)
    form = AgainstForm({"against": usual and usual.pk} | request.GET.dict(), plans=earlier)
    against = form.cleaned_data["against"] if form.is_valid() else usual
    comparison, shared = plans.compared(plan, against, request.user)
    if file := taken_away(request, "forward_plan_compared", COMPARED, in_pairs(comparison), [f"{plan} and {against}"]):
        return file
    shown = {"plan": plan, "against": against, "form": form, "found": comparison, "shared": shared}
    return render(request, "meetings/plan_version.html", shown)
