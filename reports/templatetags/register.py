"""What every template may use: dates and answers in words, counts, and the marks of where one is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.contrib.humanize.templatetags.humanize import intcomma
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.urls import reverse
from django.utils import timezone

from reports import titles
from reports.reading import dates

register = template.Library()
NOT_STATED = "not stated"
EXCEPT_INVALID = ("class", "aria-invalid")


@register.filter
def in_words(value: date | str | None) -> str:
    """A date, or a printed one (ISO text), for people to read: 7 February 2018; "not stated" for none."""
    if not value:
        return NOT_STATED
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    try:
        return dates.in_words(value if isinstance(value, str) else value.isoformat())
    except ValueError:
        return str(value)


@register.filter
def in_title_case(title: object) -> str:
    """A title that a paper prints in capitals, readable: Delivery and Risk."""
    return titles.in_title_case(str(title))


@register.filter
def at_time(value: datetime | None) -> str:
    """A moment for people to read: 7 February 2018 at 4:05pm."""
    if not value:
        return NOT_STATED
    local = timezone.localtime(value)
    return f"{in_words(local.date())} at {local.hour % 12 or 12}:{local:%M}{'am' if local.hour < 12 else 'pm'}"


@register.filter
def yes_no(value: bool | None) -> str:
    return NOT_STATED if value is None else "Yes" if value else "No"


@register.filter
def stated(value: Any) -> Any:
    """The value, or the words that there is none; nought is a value."""
    return NOT_STATED if value in ("", None, [], ()) else value


@register.filter
def counted(count: int, noun: str) -> str:
    """A count with its noun: `counted:"decision"` gives 1 decision; `counted:"inquiry,inquiries"` no inquiries."""
    singular, _, plural = noun.partition(",")
    number = intcomma(count) if count else "no"
    return f"{number} {singular if count == 1 else plural or singular + 's'}"


@register.filter
def person(user: Any) -> str:
    """What a user is called in text that people see."""
    return (user.get_full_name() or user.get_username()) if user else "the reader"


@register.filter
def elided(page: Page) -> Iterator[int | str]:
    """The page numbers to offer around a page, with gaps."""
    return page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)


@register.filter
def first_input(field: BoundField) -> str:
    """The id of what an error summary leads to: the field, or the first of its choices."""
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def is_sort(field: BoundField, sort: str) -> bool:
    """Whether the field's widget is of a sort: `{% if field|is_sort:"checkbox" %}`."""
    return getattr(field.field.widget, "input_type", "") == sort and not field.use_fieldset


@register.filter
def is_invalid(widget: dict[str, Any]) -> bool:
    return widget["attrs"].get("aria-invalid") == "true"


@register.filter
def attributes(widget: dict[str, Any]) -> list[tuple[str, Any]]:
    """A widget's attributes but for its class; choices cannot be invalid, the group of them can."""
    left_out = EXCEPT_INVALID if widget.get("wrap_label") else ("class",)
    return [(name, value) for name, value in widget["attrs"].items() if name not in left_out and value is not False]


@register.simple_tag(takes_context=True)
def reads_register(context: dict[str, Any]) -> bool:
    """Whether the reader of the page may see the register at all."""
    return settings.ANONYMOUS_READING or getattr(context.get("user"), "is_authenticated", False)


@register.simple_tag
def form_has_errors(form: BaseForm | str | None) -> bool:
    return bool(form) and form.is_bound and bool(form.errors)


@register.inclusion_tag("_nav_item.html", takes_context=True)
def nav_item(context: dict[str, Any], label: str, name: str, also: str = "", but: str = "") -> dict[str, Any]:
    """A link of the navigation, marked where the page, or one under it, is shown.

    `also`: names of other pages that belong to it, between commas; `but`: of one that does not.
    """
    url = reverse(name)
    path = context["request"].path
    starts = [url, *(reverse(other) for other in also.split(",") if other)]
    within = any(path.startswith(start) for start in starts if start != "/")
    if but and path.startswith(reverse(but)):
        within = False
    return {"label": label, "url": url, "current": path == url, "within": within}
