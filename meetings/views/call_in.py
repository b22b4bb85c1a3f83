"""Pages of call-in: what can be called in, what officers record of it, and the rule of each council."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import recording
from meetings.clock import how_counted, weekday
from meetings.forms.call_in import STEPS, RuleForm
from meetings.lists import A_PAGE, listed
from meetings.models import CallIn, CallInRule, Committee, Decision
from reports.access import may_publish, may_review, only, readable
from reports.models import Council

MEANTIME = "Somebody else recorded something of this call-in in the meantime. Look at it again."


@readable
@require_safe
@vary_on_headers("HX-Request")
def call_ins(request: HttpRequest) -> HttpResponse:
    return listed(request, "call_ins")


@require_http_methods(["GET", "HEAD", "POST"])
@only(may_review)
def record_call_in(request: HttpRequest, pk: UUID, step: str) -> HttpResponse:
    if step not in STEPS:
        raise Http404
    decision = _decision(request, pk)
    form = STEPS[step](_typed(request), decision=decision, record=recording.of(decision))
    if form.is_valid():
        return _recorded(request, decision, step, form)
    shown = {"decision": decision, "form": form, "step": step}
    return render(request, "meetings/call_in_record.html", shown, status=422 if form.is_bound else 200)


def _recorded(request: HttpRequest, decision: Decision, step: str, form) -> HttpResponse:
    try:
        kept = recording.record(decision=decision, step=step, said=form.cleaned_data, by=request.user)
    except IntegrityError:
        messages.error(request, MEANTIME)
        return redirect(decision)
    messages.success(request, form.recorded)
    if step == "call-in" and (warning := _late(decision, kept)):
        messages.warning(request, warning)
    return redirect(decision)


def _late(decision: Decision, kept: CallIn) -> str:
    """What is to be said of a call-in after its window; it is kept all the same."""
    until = Decision.objects.values_list("callable_until", flat=True).get(pk=decision.pk)
    if until is None or kept.called_in_on is None or kept.called_in_on <= until:
        return ""
    return f"The window ended on {weekday(until)}, before the call-in. Check both days."


@require_POST
@only(may_review)
def undo_call_in(request: HttpRequest, pk: UUID, step: str) -> HttpResponse:
    if step not in STEPS:
        raise Http404
    decision = _decision(request, pk)
    try:
        recording.undo(decision=decision, step=step, by=request.user)
    except recording.NotNow as why:
        messages.error(request, str(why))
    else:
        messages.success(request, "What was recorded was taken back.")
    return redirect(decision)


@require_safe
@only(may_review)
def call_in_history(request: HttpRequest, pk: UUID) -> HttpResponse:
    decision = _decision(request, pk)
    events = CallIn.pgh_event_model.objects.filter(decision=decision).select_related("recorded_by").order_by("-pgh_id")
    page = Paginator(events, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "meetings/call_in_history.html", {"decision": decision, "page_obj": page})


@require_safe
@only(may_publish)
def call_in_rules(request: HttpRequest) -> HttpResponse:
    rules = {rule.council_id: rule for rule in CallInRule.objects.all()}
    councils = [(council, how_counted(rules.get(council.pk)), rules.get(council.pk)) for council in _councils(request)]
    return render(request, "meetings/call_in_rules.html", {"councils": councils})


@require_http_methods(["GET", "HEAD", "POST"])
@only(may_publish)
def call_in_rule(request: HttpRequest, pk: UUID) -> HttpResponse:
    council = get_object_or_404(_councils(request), pk=pk)
    rule = CallInRule.objects.filter(council=council).first() or CallInRule(council=council)
    among = _committees(request, council)
    chosen = [str(one.pk) for one in rule.committees.all()] if rule.pk else []
    fields = ("working_days", "counted_from", "key_only", "who")
    known = {name: getattr(rule, name) for name in fields} | {"committees": chosen}
    form = RuleForm(_typed(request), committees=among, initial=known)
    if form.is_valid():
        recording.set_rule(council=council, said=form.cleaned_data, among=list(among))
        messages.success(request, f"The rule of {council} was kept, and all its decisions were counted anew.")
        return redirect("meetings:call_in_rules")
    shown = {"council": council, "form": form, "changes": _changes(rule)}
    return render(request, "meetings/call_in_rule.html", shown, status=422 if form.is_bound else 200)


def _typed(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def _decision(request: HttpRequest, pk: UUID) -> Decision:
    visible = Decision.objects.visible_to(request.user).select_related("committee", "finding__document")
    return get_object_or_404(visible, pk=pk)


def _councils(request: HttpRequest) -> QuerySet[Council]:
    """Those with a decision that the person may know of."""
    seen = Decision.objects.visible_to(request.user).filter(council=OuterRef("pk"))
    return Council.objects.filter(Exists(seen)).order_by("name")


def _committees(request: HttpRequest, council: Council) -> QuerySet[Committee]:
    seen = Decision.objects.visible_to(request.user).filter(committee=OuterRef("pk"))
    return Committee.objects.filter(Exists(seen), council=council)


def _changes(rule: CallInRule) -> QuerySet:
    """When a rule was changed before, the latest first."""
    events = CallInRule.pgh_event_model.objects.filter(council=rule.council_id)
    return events.select_related("pgh_context").order_by("-pgh_id")[:A_PAGE]
