"""The pages on which people say what they follow, how often they are written to, and which keys they gave out."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from dashboard import following as deeds
from dashboard.forms import KeyForm, LettersForm, NoteForm
from dashboard.models import Follow, Key, Letters, Visit
from dashboard.news import counts


@require_safe
def following(request: HttpRequest) -> HttpResponse:
    letters = Letters.objects.filter(user=request.user).first()
    form = LettersForm(initial={"often": letters.often if letters else Letters.Often.NEVER})
    return _shown(request, form)


@require_safe
def following_news(request: HttpRequest) -> HttpResponse:
    """The piece of the overview that tells what is new in what one follows."""
    return render(request, "dashboard/_following_news.html", _news(request))


@require_POST
def follow(request: HttpRequest) -> HttpResponse:
    thing = deeds.find(request.POST.get("sort", ""), request.POST.get("key", ""), request.user)
    if thing is None:
        raise Http404
    deeds.follow(user=request.user, sort=request.POST["sort"], thing=thing)
    where = "What is new in it is on the overview and under Following."
    messages.success(request, f"You follow “{deeds.called(thing)}” now. {where}")
    return _back(request)


@require_POST
def unfollow(request: HttpRequest, pk: int) -> HttpResponse:
    followed = _own(request, pk)
    thing = deeds.find(followed.sort, str(followed.target.pk), request.user)
    followed.delete()
    messages.success(request, f"You no longer follow “{deeds.called(thing)}”." if thing else "You follow it no longer.")
    return _back(request)


@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    followed, form = _own(request, pk), NoteForm(request.POST)
    if not form.is_valid():
        messages.error(request, form.errors["note"][0])
        return redirect("dashboard:following")
    Follow.objects.filter(pk=followed.pk).update(note=form.cleaned_data["note"])
    messages.success(request, "Your note was kept. Nobody else sees it.")
    return redirect("dashboard:following")


@require_POST
def letters(request: HttpRequest) -> HttpResponse:
    form = LettersForm(request.POST)
    if not form.is_valid():
        return _shown(request, form, status=422)
    often = form.cleaned_data["often"]
    if often != Letters.Often.NEVER and not request.user.email:
        form.add_error("often", "Your account has no e-mail address. Ask an administrator to add it.")
        return _shown(request, form, status=422)
    kept = deeds.write_to(user=request.user, often=often)
    messages.success(request, f"E-mails: {kept.get_often_display().lower()}.")
    return redirect("dashboard:following")


@login_not_required
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def end_letters(request: HttpRequest, key) -> HttpResponse:
    """Asks on a page, for programs follow links of e-mails; mail programs post to it without a page."""
    found = deeds.letters_with(key)
    if found is None:
        raise Http404
    if request.method == "POST":
        deeds.end_letters(letters=found)
    return render(request, "dashboard/end_letters.html", {"ended": request.method == "POST"})


@require_http_methods(["GET", "HEAD", "POST"])
def keys(request: HttpRequest) -> HttpResponse:
    form = KeyForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        made = deeds.make_key(user=request.user, **form.cleaned_data)
        messages.success(request, f"Made: {made}. Whoever has it reads the open part of the register as you do.")
        return redirect("dashboard:keys")
    good = Key.objects.good().filter(user=request.user)
    shown = {
        "form": form,
        "feeds": good.filter(what=Key.What.FEEDS).first(),
        "programs": good.filter(what=Key.What.API),
        "site": request.build_absolute_uri("/").rstrip("/"),
    }
    return render(request, "dashboard/keys.html", shown, status=422 if form.is_bound else 200)


@require_POST
def revoke(request: HttpRequest, pk) -> HttpResponse:
    key = get_object_or_404(Key, pk=pk, user=request.user)
    deeds.revoke(key=key)
    messages.success(request, f"Revoked: {key}. What used it is let in no longer.")
    return redirect("dashboard:keys")


def _shown(request: HttpRequest, form: LettersForm, status: int = 200) -> HttpResponse:
    return render(request, "dashboard/following.html", {**_news(request), "form": form}, status=status)


def _news(request: HttpRequest) -> dict[str, Any]:
    """What the person follows, each with how much is new since their visit before this one."""
    followed = deeds.follows_of(request.user)
    visit = Visit.objects.filter(user=request.user).first()
    # On a first visit all that came since one follows something is new.
    when = (visit and visit.before) or min((one.since for one in followed), default=None)
    new = counts(followed, request.user, when) if when else {}
    return {"followed": [(one, new.get(one.pk, 0)) for one in followed], "when": when}


def _own(request: HttpRequest, pk: int) -> Follow:
    return get_object_or_404(Follow, pk=pk, user=request.user)


def _back(request: HttpRequest) -> HttpResponse:
    """To the page that the person came from."""
    there = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(there, {request.get_host()}, request.is_secure())
    return HttpResponseRedirect(there if safe else reverse("dashboard:following"))
