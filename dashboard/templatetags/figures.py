"""Values and their moves, in words, for templates."""

from decimal import Decimal

from django import template

from dashboard.figures import Change, formatted, places, unit_beside, when

register = template.Library()
register.filter(when)


@register.filter
def in_unit(value: Decimal, unit: str) -> str:
    """A value with its unit: 23.9%, £2,570."""
    return formatted(value, unit)


@register.filter
def of_measure(value: Decimal, measure) -> str:
    """A value where its measure's name stands beside it, which may say the unit already."""
    return formatted(value, unit_beside(measure.name, measure.unit))


@register.filter
def moved(change: Change, unit: str) -> str:
    """A change in words: Up by 3.2, worse."""
    if change.direction == "same":
        return "No change"
    by = f"{formatted(change.by, '', places([change.by]))} percentage points" if unit == "percent" else None
    words = f"{change.direction.capitalize()} by {by or formatted(change.by, unit)}"
    return f"{words}, {change.effect}" if change.effect else words
