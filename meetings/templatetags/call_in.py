"""What templates say of call-in."""

from datetime import date

from django import template
from django.utils import timezone

from meetings import clock
from meetings.models.call_in_state import CallInState

register = template.Library()

GROUPS = {
    CallInState.CALLABLE: "Can be called in now",
    CallInState.CALLED_IN: "Called in, waiting for the result",
}


@register.filter
def group_of(state: str) -> str:
    """What decisions of a state stand under."""
    return GROUPS.get(CallInState(state), "Settled after a call-in")


@register.filter
def days_left(until: date) -> str:
    return clock.days_left(until, timezone.localdate())


@register.filter
def weekday(day: date) -> str:
    return clock.weekday(day)
