"""Addresses of the desk, which keep the order that the reviewer chose."""

from __future__ import annotations

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse

from reports.sureness import ORDERS

register = template.Library()


def order_of(request: HttpRequest) -> str:
    """The order that the address asks for; the first of all where it asks for none that there is."""
    asked = request.GET.get("sort", "")
    return asked if asked in ORDERS else next(iter(ORDERS))


def kept(request: HttpRequest) -> dict[str, str]:
    """What the address must go on saying: the order, where it is not the usual one."""
    order = order_of(request)
    return {} if order == next(iter(ORDERS)) else {"sort": order}


@register.simple_tag(takes_context=True)
def at_desk(context: dict[str, Any], **said: Any) -> str:
    """The page's document at the desk: `{% at_desk finding=row.finding.pk do="correct" %}`."""
    asked = {name: value for name, value in said.items() if value not in ("", None)}
    return reverse("reports:desk", args=[context["document"].pk], query=asked | kept(context["request"]))


@register.simple_tag(takes_context=True)
def deed(context: dict[str, Any], name: str, pk: Any) -> str:
    """Where a deed of the desk is posted, of this app where no other is named: `{% deed "accept" finding.pk %}`."""
    return reverse(name if ":" in name else f"reports:{name}", args=[pk], query=kept(context["request"]))
