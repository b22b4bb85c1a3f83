"""For any page: how many proposals of matters wait for a reviewer."""

from __future__ import annotations

from typing import Any

from django import template

from meetings import proposed

register = template.Library()


@register.simple_tag(takes_context=True)
def matters_to_check(context: dict[str, Any]) -> int:
    return len(proposed.groups(context["request"].user))
