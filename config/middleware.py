"""What every answer carries."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import resolve_url
from django_htmx.http import HttpResponseClientRefresh

Answer = Callable[[HttpRequest], HttpResponseBase]


def never_stored(get_response: Answer) -> Answer:
    """Pages of signed-in people are not kept by browsers or proxies: they may hold exempt text."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response

    return middleware


def signed_out(get_response: Answer) -> Answer:
    """A piece of a page asked for after the session has ended reloads the page, which asks the person to sign in."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        sent_on = response.headers.get("Location", "")
        if request.headers.get("HX-Request") and sent_on.startswith(resolve_url(settings.LOGIN_URL)):
            return HttpResponseClientRefresh()
        return response

    return middleware
