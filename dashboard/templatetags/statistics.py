"""Official values and what a council aims at, in words, for templates."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import template

from dashboard.aims import between, in_words
from dashboard.figures import formatted, places
from dashboard.models import OfficialMeasure, OfficialValue

register = template.Library()
register.filter("aim_in_words", in_words)
register.filter("aim_when", between)


@register.filter
def official(value: OfficialValue, measure: OfficialMeasure) -> str:
    """An official value with the decimals that its measure is published with, or what stands in its place."""
    if value.value is None:
        return f"{value.symbol} ({value.get_symbol_display()})" if value.symbol != "-" else value.get_symbol_display()
    return formatted(value.value, "", max(measure.decimals or 0, places([value.value])))


@register.filter
def plain_number(value: Any) -> str:
    """A number as found in a file, which JSON keeps as text or number: 1,234.5."""
    try:
        return formatted(Decimal(str(value)))
    except ArithmeticError:
        return str(value)
