"""Where a decision stands with call-in, told in SQL from its row and what officers recorded of it."""

from datetime import date

from django.db import models
from django.db.models import Case, F, Q, Value, When


class CallInState(models.TextChoices):
    """In the order in which a decision goes through them; the first is of decisions that cannot be called in."""

    NONE = "", "Cannot be called in"
    MADE = "made", "Made, window not known"
    URGENT = "urgent", "Urgent, exempt from call-in"
    CALLABLE = "callable", "Can be called in"
    CALLED_IN = "called_in", "Called in"
    UPHELD = "upheld", "Called in and upheld"
    REFERRED = "referred", "Referred back"
    COUNCIL = "council", "Referred to Council"
    EFFECTIVE = "effective", "In effect"


def call_in_state(today: date) -> Case:
    """The state of a decision on a day. What an officer recorded goes before what is counted."""
    state = CallInState
    return Case(
        When(~Q(call_in__result="") & Q(call_in__result__isnull=False), then=F("call_in__result")),
        When(call_in__called_in_on__isnull=False, then=Value(state.CALLED_IN)),
        When(call_in__urgent=True, then=Value(state.URGENT)),
        When(can_be_called_in=False, then=Value(state.NONE)),
        When(callable_until__isnull=True, then=Value(state.MADE)),
        When(callable_until__gte=today, then=Value(state.CALLABLE)),
        default=Value(state.EFFECTIVE),
        output_field=models.CharField(max_length=10),
    )
