"""The call-in clock of one decision: what happened, when, until when it can be called in, and how that was counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from meetings import recording
from meetings.calendar import is_working_day, working_days_after
from meetings.call_in import CountedFrom, publications
from meetings.models import CallIn, CallInRule, Decision, Event
from meetings.models.call_in_state import CallInState
from reports.reading.dates import in_words

State = CallInState
DAY = timedelta(days=1)
# What the tag of a state looks like.
COLOURS = {
    State.CALLABLE: "yellow", State.CALLED_IN: "orange", State.UPHELD: "green", State.REFERRED: "purple",
    State.COUNCIL: "purple", State.EFFECTIVE: "green", State.URGENT: "red", State.MADE: "grey",
}  # fmt: skip


USUAL_WORDS = "The usual five working days, counted from the day after the decision was published"


@dataclass(frozen=True)
class Step:
    """One step of a decision's way: `day` in words, empty where it is not known, None for none; `lines` say more."""

    name: str
    day: str | None
    lines: tuple[str, ...] = ()
    is_past: bool = True


@dataclass(frozen=True)
class Clock:
    state: CallInState
    colour: str
    steps: list[Step]
    who: str
    how: str
    said: QuerySet[Event]
    record: CallIn


def weekday(day: date) -> str:
    """The day with its day of the week, for a deadline: Friday 10 April 2026."""
    return f"{day:%A} {in_words(day.isoformat())}"


def days_left(until: date, today: date) -> str:
    """How much of a window is left, in words; empty once it is over.

    >>> days_left(date(2026, 11, 25), date(2026, 11, 23))
    '3 working days left, today included'
    """
    left = working_days_after(today - DAY, until)
    if today > until:
        return ""
    if today == until:
        return "today is the last day"
    today_too = ", today included" if is_working_day(today) else ""
    return f"{left} working day{'' if left == 1 else 's'} left{today_too}"


def clock_of(decision: Decision, user, today: date) -> Clock | None:
    """The clock of a decision; None where it cannot be called in and nothing was recorded of it."""
    row = Decision.objects.filter(pk=decision.pk).with_call_in_state(today).values_list("call_in_state", flat=True)
    state = CallInState(row.get())
    if state == State.NONE:
        return None
    record = recording.of(decision)
    rule = CallInRule.objects.filter(council=decision.council_id).first()
    printed = None if record.published_on else publications([decision]).get(decision.pk)
    steps = [_made(decision), *_published(record, printed), *_window(decision, record, state, today)]
    steps += _called_in(record, state) + _effective(decision, record, state)
    who = rule.who if rule else ""
    return Clock(state, COLOURS.get(state, ""), steps, who, how_counted(rule), said_of(decision, user), record)


def _made(decision: Decision) -> Step:
    by = decision.decision_maker or (str(decision.committee) if decision.committee else "")
    return Step("Made", in_words(decision.printed_date) if decision.printed_date else "", (f"By {by}",) if by else ())


def _published(record: CallIn, printed: date | None) -> list[Step]:
    if record.published_on:
        return [Step("Published", in_words(record.published_on.isoformat()), ("An officer recorded this day",))]
    if printed:
        return [Step("Published", in_words(printed.isoformat()), ("The paper states this day",))]
    return [Step("Published", "", ("The paper does not say when it was published",))]


def _window(decision: Decision, record: CallIn, state: CallInState, today: date) -> list[Step]:
    if record.urgent:
        return [Step("Exempt from call-in", None, tuple(filter(None, ("It is urgent", record.urgent_why))))]
    until = decision.callable_until
    if not decision.can_be_called_in:
        return []
    if until is None:
        return [Step("Can be called in until", "", ("The day that the window is counted from is not known",), False)]
    left = days_left(until, today) if state == State.CALLABLE else ""
    name = "Can be called in until" if today <= until else "Could be called in until"
    return [Step(name, weekday(until), (left[:1].upper() + left[1:],) if left else (), today > until)]


def _called_in(record: CallIn, state: CallInState) -> list[Step]:
    if not record.called_in_on:
        return []
    grounds = (f"Grounds: {record.grounds}",) if record.grounds else ()
    steps = [Step("Called in", in_words(record.called_in_on.isoformat()), (f"By {record.called_in_by}", *grounds))]
    if not record.result:
        return [
            *steps,
            Step("Waiting for the result of the call-in", None, ("It is not carried out until then",), False),
        ]
    note = (record.result_note,) if record.result_note else ()
    day = in_words(record.result_on.isoformat()) if record.result_on else ""
    return [*steps, Step(record.get_result_display(), day, note)]


def _effective(decision: Decision, record: CallIn, state: CallInState) -> list[Step]:
    if state == State.EFFECTIVE and decision.callable_until:
        after = decision.callable_until + DAY
        return [Step("In effect from", in_words(after.isoformat()), ("No call-in was recorded",))]
    if state == State.UPHELD and record.result_on:
        return [Step("In effect from", in_words(record.result_on.isoformat()))]
    if state == State.URGENT:
        return [Step("In effect from", in_words(decision.printed_date) if decision.printed_date else "")]
    return []


def how_counted(rule: CallInRule | None) -> str:
    """How a council's windows are counted, in a sentence or two."""
    if rule is None:
        return f"{USUAL_WORDS}; this council's own rule has not been set."
    days = f"{rule.working_days} working day{'' if rule.working_days == 1 else 's'}"
    keys = " Only key decisions can be called in." if rule.key_only else ""
    after = CountedFrom(rule.counted_from).label.lower()
    return f"By this council's rule {days} after {after}. Weekends and bank holidays are not counted.{keys}"


def said_of(decision: Decision, user) -> QuerySet[Event]:
    """What the decision's own paper prints of its publication, call-in and coming into effect."""
    words = Q(text__istartswith="Decision published") | Q(text__icontains="call-in") | Q(text__icontains="called in")
    words |= Q(text__istartswith="Decision takes effect") | Q(text__icontains="come into force")
    events = Event.objects.visible_to(user).filter(words, finding__document=decision.finding.document_id)
    # A paper of an exempt decision may be open in other parts, and the other way round: each shows what it may.
    return events.with_source().earliest_first()
