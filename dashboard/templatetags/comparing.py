"""For tables that hold an area against others."""

from __future__ import annotations

from django import template

from dashboard.charted import heading
from dashboard.sides import Beside, Side
from dashboard.telling import ordinal

register = template.Library()
register.filter("ordinal", ordinal)


@register.filter
def beside(side: Side, place: str) -> Beside | None:
    """The value beside the area's own of one place: nation, region, mean, median."""
    return side.at(place)


@register.filter
def since(when: str) -> str:
    """A period after since: the year to 31 March 2025, 31 March 2025."""
    return when.removeprefix("in ").removeprefix("at ")


@register.filter
def period_name(when: str) -> str:
    """A period inside a line of a table: year to 31 March 2025."""
    named = heading(when)
    return named[:1].lower() + named[1:]
