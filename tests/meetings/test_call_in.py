"""Whether and until when decisions can be called in, and where each stands."""

from __future__ import annotations

from datetime import date

import pytest

from meetings import recording
from meetings.clock import days_left
from meetings.executive import is_executive, settles_something
from meetings.models import Decision
from meetings.models.call_in_state import CallInState
from meetings.publication import published_on
from reports import actions
from reports.models import Finding
from tests import factories
from tests.meetings.call_in_steps import CALLED_IN, PUBLISHED, UPHELD, decided, said, state


@pytest.mark.parametrize(
    ("committee", "maker", "key", "can"),
    [
        ("Cabinet", "", None, True),
        ("The Executive", "", None, True),
        ("Executive Board", "", None, True),
        ("", "Cabinet Member for Children, Families and Schools", None, True),
        ("", "Leader of the County Council", None, True),
        ("", "Portfolio Holder for Education", None, True),
        ("Children's Services Cabinet Panel", "Executive Member for Children's Services", None, True),
        ("Mayor's decisions", "", None, True),
        ("", "Executive Director of Children’s Services", True, True),
        ("", "Executive Director of Children’s Services", None, False),
        ("", "Head of Early Help", False, False),
        ("Children's Services Cabinet Panel", "", True, False),
        ("Cabinet Advisory Board", "", None, False),
        ("Children’s Services Cabinet Committee", "", None, False),
        ("Overview and Scrutiny Committee", "", None, False),
        ("Executive Scrutiny Committee", "", None, False),
        ("County Council", "", None, False),
        ("Council", "", None, False),
        ("Planning and Regulatory Committee", "", None, False),
        ("Licensing Sub-Committee", "", None, False),
        ("Health and Wellbeing Board", "", None, False),
        ("", "", None, False),
    ],
)
def test_what_the_executive_decides_can_be_called_in(committee, maker, key, can):
    assert is_executive(committee, maker, key=key) is can


@pytest.mark.parametrize(
    ("status", "procedural", "outcome", "settles"),
    [
        ("taken", False, "approved", True),
        ("taken", False, "", True),
        ("taken", False, "noted", False),
        ("taken", False, "recommended", False),
        ("taken", False, "deferred", False),
        ("taken", True, "approved", False),
        ("proposed", False, "approved", False),
    ],
)
def test_what_settles_nothing_cannot_be_called_in(status, procedural, outcome, settles):
    assert settles_something(status=status, procedural=procedural, outcome=outcome) is settles


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2026, 4, 2), "5 working days left, today included"),
        (date(2026, 4, 4), "4 working days left"),
        (date(2026, 4, 9), "2 working days left, today included"),
        (date(2026, 4, 10), "today is the last day"),
        (date(2026, 4, 11), ""),
    ],
)
def test_days_left_are_working_days(today, words):
    assert days_left(date(2026, 4, 10), today) == words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Decision published: Wednesday 1 April 2026", date(2026, 4, 2)),
        ("Call-in: This record was published on 1 April 2026. It comes into force on 2 April 2026.", date(2026, 4, 1)),
        ("The decisions were published on Wednesday, 1st April 2026 and may be called in.", date(2026, 4, 1)),
        ("This notice has been published on 01/04/2026.", date(2026, 4, 1)),
        ("The consultation report was published on 1 April 2026.", None),
        ("The decision will be published on 1 April 2026.", None),
        ("The decision was published in April 2026.", None),
        ("The decision comes into force on 2 April 2026 unless it is called in.", None),
    ],
)
def test_a_paper_tells_of_its_publication_in_a_field_or_a_sentence(text, day):
    assert published_on(text, date(2026, 4, 2)) == day


@pytest.mark.django_db
def test_a_window_is_counted_from_the_publication_that_a_record_prints():
    decision = decided(PUBLISHED)

    assert decision.can_be_called_in
    assert decision.callable_until == date(2026, 4, 10)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "events",
    [[], [PUBLISHED, {**PUBLISHED, "date": "2026-04-02"}], [{**PUBLISHED, "date": "2026-04"}]],
    ids=["none", "two days", "a month"],
)
def test_a_publication_that_is_not_plain_is_not_guessed(events):
    decision = decided(*events)

    assert (decision.can_be_called_in, decision.callable_until) == (True, None)
    assert state(decision) == CallInState.MADE


@pytest.mark.django_db
def test_other_papers_than_records_do_not_state_a_publication():
    assert decided(PUBLISHED, kind="panel_minutes").callable_until is None


@pytest.mark.django_db
def test_a_publication_in_an_exempt_part_is_not_told_with_an_open_decision():
    assert decided(PUBLISHED, exempt_events=True).callable_until is None


@pytest.mark.django_db
def test_a_publication_that_a_reviewer_rejected_later_no_longer_counts():
    decision = decided(PUBLISHED)
    event = Finding.objects.get(fact="Event")
    actions.reject(finding=event, by=factories.user("officer"), version=event.version, reason="Misread")

    actions.publish(document=decision.finding.document, by=factories.user("publisher"))

    decision.refresh_from_db()
    assert decision.callable_until is None


@pytest.mark.django_db
def test_what_an_officer_records_goes_before_what_a_paper_prints():
    decision = said(decided(PUBLISHED), "publication", {"published_on": date(2026, 4, 7)})

    assert decision.callable_until == date(2026, 4, 14)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("today", "expected"),
    [(date(2026, 4, 9), "callable"), (date(2026, 4, 10), "callable"), (date(2026, 4, 11), "effective")],
)
def test_a_window_ends_with_its_last_day(today, expected):
    assert state(decided(PUBLISHED), today) == expected


@pytest.mark.django_db
def test_a_decision_goes_through_its_states_and_back():
    decision = decided(PUBLISHED)
    said(decision, "call-in", CALLED_IN)
    assert state(decision, date(2026, 5, 1)) == "called_in"
    for result in ("upheld", "referred", "council"):
        said(decision, "result", UPHELD | {"result": result})
        assert state(decision) == result

    with pytest.raises(recording.NotNow):
        recording.undo(decision=decision, step="call-in", by=factories.user("officer"))
    for step in ("result", "call-in"):
        recording.undo(decision=decision, step=step, by=factories.user("officer"))

    assert state(decision) == "callable"
    assert decision.call_in.events.count() == 6


@pytest.mark.django_db
def test_an_urgent_decision_is_exempt_from_call_in():
    decision = said(decided(PUBLISHED), "urgency", {"urgent": True, "urgent_why": "The chair agreed."})

    assert state(decision) == "urgent"
    assert not Decision.objects.in_call_in(date(2026, 4, 9)).exists()


@pytest.mark.django_db
def test_a_decision_that_cannot_be_called_in_has_no_state_until_it_is_called_in():
    decision = decided(committee="Children's Services Cabinet Panel")
    assert (decision.can_be_called_in, state(decision)) == (False, "")

    assert state(said(decision, "call-in", CALLED_IN)) == "called_in"
