"""What the catalogue says of a measure, for templates."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils import timezone

from dashboard import catalogue

register = template.Library()
register.filter(catalogue.explained)


@register.filter
def is_overdue(reviewed_on: date | None) -> bool:
    """Whether nobody looked at a definition for more than a year."""
    return catalogue.is_overdue(reviewed_on, timezone.localdate())
