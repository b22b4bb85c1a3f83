"""For any page: the button that follows a thing, and the feed of a list."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from dashboard.models import Follow, Key
from dashboard.news import address, sentence, source

register = template.Library()
register.filter("news_address", address)
register.filter("news_sentence", sentence)
register.filter("news_source", source)


@register.inclusion_tag("_follow.html", takes_context=True)
def follow_button(context: dict[str, Any], sort: str, thing: Any, name: str = "") -> dict[str, Any]:
    """A button that follows a thing, or stops to; nothing for who is not signed in. `sort` is one of TARGETS."""
    request = context["request"]
    if not request.user.is_authenticated or thing is None:
        return {"followable": False}
    if not hasattr(request, "_follows"):
        # Asked for once a page, however many buttons it has.
        request._follows = {(one.sort, str(one.target_id)): one for one in Follow.objects.filter(user=request.user)}
    follow = request._follows.get((sort, str(thing.pk)))
    return {
        "followable": True, "sort": sort, "thing": thing, "name": name or str(thing), "follow": follow,
        "request": request, "csrf_token": context.get("csrf_token"),
    }  # fmt: skip


@register.simple_tag(takes_context=True)
def feed_of(context: dict[str, Any], name: str, query: str = "") -> str:
    """The address of a list's feed as filtered (`meetings:decisions`): with the person's key, where they have one."""
    path = _with_key(context, "dashboard:feed", name.removeprefix("meetings:"))
    return f"{path}?{query}" if query else path


@register.simple_tag(takes_context=True)
def feed_of_watch_list(context: dict[str, Any], council: Any) -> str:
    """The address of the feed of a council's watch list: with the person's key, where they have one."""
    return _with_key(context, "dashboard:feed_watch_list", council.pk)


def _with_key(context: dict[str, Any], address: str, thing: Any) -> str:
    user = context["request"].user
    key = Key.objects.good().filter(user=user, what="feeds").first() if user.is_authenticated else None
    return reverse(f"{address}_with_key", args=[key.secret, thing]) if key else reverse(address, args=[thing])
