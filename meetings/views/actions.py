"""Pages of actions; officers say there that one is done."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import done
from meetings.forms import ActionFilter, DoneForm
from meetings.lists import listed
from meetings.models import Action
from reports.access import may_review, only, readable


@readable
@require_safe
@vary_on_headers("HX-Request")
def actions(request: HttpRequest) -> HttpResponse:
    return listed(request, "actions")


@require_POST
@only(may_review)
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    action, form = _action(request, pk), DoneForm(request.POST)
    if not form.is_valid():
        return _answer(request, action, form, "The action is still open.")
    done.finish(action=action, by=request.user, note=form.cleaned_data["note"])
    return _answer(request, action, None, "The action is marked as done. You can reopen it.")


@require_POST
@only(may_review)
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    action = _action(request, pk)
    done.reopen(action=action)
    return _answer(request, action, None, "The action is open again.")


def _action(request: HttpRequest, pk: UUID) -> Action:
    visible = Action.objects.visible_to(request.user).with_source().select_related("council", "committee", "done_by")
    return get_object_or_404(visible, pk=pk)


def _answer(request: HttpRequest, action: Action, form: DoneForm | None, sentence: str) -> HttpResponse:
    """The action's row for htmx; without it, the list that the person came from."""
    if request.htmx:
        status = 422 if form else 200
        several = ActionFilter({}, rows=Action.objects.visible_to(request.user)).several_councils
        shown = {"action": action, "done_form": form, "sentence": sentence, "swapped": True, "several": several}
        return render(request, "meetings/_action.html", shown, status=status)
    messages.add_message(request, messages.ERROR if form else messages.SUCCESS, sentence)
    came_from = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
    return redirect(came_from if safe else reverse("meetings:actions"))
