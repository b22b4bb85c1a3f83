"""Who may do what. A role is a group; the rules are these few functions and nothing else.

councillor, scrutiny   read what is published and open; scrutiny also how well the reader reads
officer                upload, review
publisher              what an officer may, and publish and withdraw
cleared                read exempt (Part II) parts, besides the person's other roles
administrator          accounts and councils, in the administration pages
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

ROLES = ("councillor", "scrutiny", "officer", "publisher", "cleared", "administrator")
# The group of the account under which the demonstration fills itself: no role, and nobody signs in with it.
DEMONSTRATION = "demonstration"


def roles(user) -> frozenset[str]:
    """The names of the user's roles, asked of the database once a request."""
    if not user.is_authenticated or not user.is_active:
        return frozenset()
    if not hasattr(user, "_roles"):
        user._roles = frozenset(user.groups.values_list("name", flat=True))
    return user._roles


def may_review(user) -> bool:
    return not roles(user).isdisjoint({"officer", "publisher"})


def may_publish(user) -> bool:
    return "publisher" in roles(user)


def may_see_scorecard(user) -> bool:
    """How well the reader reads concerns those who check it, and those who scrutinise."""
    return may_review(user) or "scrutiny" in roles(user)


def may_read_exempt(user) -> bool:
    return "cleared" in roles(user)


def open_reader(user):
    """The same person without the right to exempt parts: for what leaves the site, such as feeds and e-mails.

    It is an object of its own, so that the right of the person who is signed in stays as it is.
    """
    reader = copy.copy(user)
    reader._roles = roles(user) - {"cleared"}
    return reader


def only(rule: Callable[..., bool]) -> Callable:
    """Answer 404 to those whom the rule refuses: what one may not know of does not exist."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        @wraps(view)
        def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
            if not rule(request.user):
                raise Http404
            return view(request, *args, **kwargs)

        return guarded

    return decorate


def readable(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page of the published register: open to everybody where ANONYMOUS_READING says so."""
    view.login_required = not settings.ANONYMOUS_READING
    return view


def roles_of_reader(request: HttpRequest) -> dict[str, bool]:
    """For templates: what the reader of the page may do."""
    if not hasattr(request, "user"):
        return {}
    user = request.user
    return {
        "may_review": may_review(user),
        "may_publish": may_publish(user),
        "may_read_exempt": may_read_exempt(user),
        "may_see_scorecard": may_see_scorecard(user),
    }
