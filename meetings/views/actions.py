"""Pages of actions and recommendations; officers say there what progress is made, and that one is done."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe
from django.views.decorators.vary import vary_on_headers

from meetings import done, tracker
from meetings.forms.followed import DoneForm, EvidenceFields, ForMeetingForm, NoteForm
from meetings.lists import LISTS, listed
from meetings.models import Action, Committee, Progress, Recommendation
from reports.access import may_review, only, readable

# The part of the page of one action that a form in it changes.
PROGRESS = "progress"


@readable
@require_safe
@vary_on_headers("HX-Request")
def actions(request: HttpRequest) -> HttpResponse:
    return listed(request, "actions", also=lambda rows, page: {"lines": tracker.lines(page, request.user)})


@readable
@require_safe
@vary_on_headers("HX-Request")
def recommendations(request: HttpRequest) -> HttpResponse:
    return listed(request, "recommendations", also=lambda rows, page: {"lines": tracker.lines(page, request.user)})


@readable
@require_safe
def action(request: HttpRequest, pk: UUID) -> HttpResponse:
    return render(request, "meetings/action.html", _shown(request, _tracked(request, pk, Action)))


@readable
@require_safe
def recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    return render(request, "meetings/action.html", _shown(request, _tracked(request, pk, Recommendation)))


@readable
@require_safe
def for_meeting(request: HttpRequest) -> HttpResponse:
    asked = [sort.objects.visible_to(request.user).order_by().values("committee") for sort in tracker.SORTS]
    committees = Committee.objects.filter(pk__in=asked[0].union(asked[1])).select_related("council")
    form = ForMeetingForm(request.GET or None, committees=committees)
    found = tracker.for_meeting(form.cleaned_data["committee"], request.user) if form.is_valid() else None
    return render(request, "meetings/for_meeting.html", {"form": form, "found": found})


@require_POST
@only(may_review)
def finish(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _tracked(request, pk)
    form = DoneForm(request.POST, user=request.user, open_only=not row.is_exempt, auto_id="done_%s")
    if not form.is_valid():
        return _answer(request, row, f"The {_called(row)} is still open.", done_form=form)
    done.finish(action=row, by=request.user, note=form.cleaned_data["note"], **_evidence(form))
    return _answer(request, row, f"The {_called(row)} is marked as done. You can reopen it.")


@require_POST
@only(may_review)
def reopen(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _tracked(request, pk)
    done.reopen(action=row, by=request.user)
    return _answer(request, row, f"The {_called(row)} is open again.")


@require_POST
@only(may_review)
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    row = _tracked(request, pk)
    form = NoteForm(request.POST, user=request.user, open_only=not row.is_exempt)
    if not form.is_valid():
        return _answer(request, row, "The note was not kept.", note_form=form)
    done.note(action=row, by=request.user, said=form.cleaned_data["note"], **_evidence(form))
    return _answer(request, row, "The note was added.")


@require_POST
@only(may_review)
def correct_note(request: HttpRequest, pk: int) -> HttpResponse:
    progress = get_object_or_404(Progress.objects.select_related("entry"), pk=pk)
    row = _tracked(request, progress.entry_id)
    if not done.may_correct(progress, request.user):
        raise Http404
    ids = f"correct-{progress.pk}-%s"
    form = NoteForm(request.POST, user=request.user, open_only=not row.is_exempt, auto_id=ids)
    if not form.is_valid():
        return _answer(request, row, "The note is as it was.", correct_form=form, correcting=progress.pk)
    done.correct(progress=progress, said=form.cleaned_data["note"], **_evidence(form))
    return _answer(request, row, "The note was corrected.")


def _evidence(form: EvidenceFields) -> dict:
    return {"evidence": form.cleaned_data["passage"], "elsewhere": form.cleaned_data["elsewhere"]}


def _called(row: Action | Recommendation) -> str:
    return row.get_sort_display().lower()


def _tracked(request: HttpRequest, pk: UUID, *sorts) -> Action | Recommendation:
    """The action or the recommendation; 404 where the person may not know of one."""
    for sort in sorts or tracker.SORTS:
        visible = sort.objects.visible_to(request.user).with_source()
        shown = visible.select_related("council", "committee", "done_by", "matter", "meeting__committee", "portfolio")
        if row := shown.filter(pk=pk).first():
            return row
    raise Http404


def _shown(request: HttpRequest, row: Action | Recommendation, **more) -> dict:
    """What the page of one, or the part of it that forms change, is made of."""
    line = tracker.lines([row], request.user)[0]
    correctable = {one.pk for one in line.notes if done.may_correct(one, request.user)}
    forms = {"note_form": NoteForm(prefix=None), "done_form": DoneForm(auto_id="done_%s")}
    said = {"line": line, "row": row, "evidence": tracker.evidence(line.notes, request.user)}
    return {**said, "correctable": correctable, **forms, **more}


def _answer(request: HttpRequest, row: Action | Recommendation, sentence: str, **forms) -> HttpResponse:
    """For htmx the part of the page, or the line of the list, that changed; else the page that the person came from."""
    status = 422 if forms else 200
    forms |= {"form": next(iter(forms.values()))} if forms else {}
    if request.htmx and request.htmx.target == PROGRESS:
        shown = _shown(request, row, **forms) | {"sentence": sentence, "swapped": True}
        return render(request, "meetings/_progress.html", shown, status=status)
    if request.htmx:
        several = _several(request, row)
        line = tracker.lines([row], request.user)[0]
        shown = {"line": line, "sentence": sentence, "swapped": True, "several": several, **forms}
        return render(request, "meetings/_action.html", shown, status=status)
    if forms and request.POST.get("on") == PROGRESS:
        return render(request, "meetings/action.html", _shown(request, row, **forms), status=status)
    messages.add_message(request, messages.ERROR if forms else messages.SUCCESS, sentence)
    came_from = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(came_from, {request.get_host()}, request.is_secure())
    return redirect(came_from if safe else row.get_absolute_url())


def _several(request: HttpRequest, row: Action | Recommendation) -> bool:
    listing = LISTS["actions" if isinstance(row, Action) else "recommendations"]
    return listing.form({}, rows=listing.rows(request.user), user=request.user).several_councils
