"""Values and their moves, in words, for templates."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard import charted, telling
from dashboard.figures import formatted, when
from dashboard.ranking import Rank
from dashboard.sides import Beside, Move, Number

register = template.Library()
register.filter(when)
register.filter("move", telling.moved)
register.filter(charted.symbol_in_words)
ARROWS = {"up": "▲", "down": "▼", "same": "="}
VALUE = '<data value="{}" data-source="{}">{}</data>'
AVERAGE = '<data value="{}" data-average="{}" data-made-of="{}">{}</data>'


@register.simple_tag
def number(shown: Number, average: str = "") -> SafeString:
    """A value with where it comes from: the row that it stands in, or of how many values an average is made."""
    if shown.point.source is None:
        return format_html(AVERAGE, shown.value, average, shown.point.made_of, shown.text)
    return format_html(VALUE, shown.value, shown.point.source.pk, shown.text)


@register.simple_tag
def change(move: Move) -> SafeString:
    """How far a value moved since an earlier one."""
    said = f"{move.direction.capitalize()} by {move.text}" if move.direction != "same" else "No change"
    marked = f" app-change--{move.effect}" if move.effect else ""
    told = f"{said}, {move.effect}" if move.effect else said
    return format_html(
        '<span class="app-change{}" data-then="{}"><span aria-hidden="true">{}</span> {}</span>',
        marked, move.then.point.source.pk if move.then.point.source else "", ARROWS[move.direction], told,
    )  # fmt: skip


@register.filter
def stands(beside: Beside) -> str:
    """How the council stands to a value beside its own."""
    if not beside.direction:
        return ""
    how = "The same" if beside.direction == "same" else beside.direction.capitalize()
    return f"{how}, which is {beside.effect}" if beside.effect else how


@register.filter
def placed(rank: Rank) -> str:
    """A place among others: joint 12th of 151."""
    return telling.ranked(rank)


@register.filter
def in_unit(value: Decimal, unit: str) -> str:
    """A value with its unit: 23.9%, £2,570."""
    return formatted(value, unit)
