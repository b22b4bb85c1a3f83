"""Decisions that go through call-in, for the tests of it."""

from __future__ import annotations

from datetime import date

from meetings import recording
from meetings.models import Decision
from reports import actions
from tests import factories

PUBLISHED = {"date": "2026-04-01", "text": "Decision published: 1 April 2026"}
PUBLICATION = {"published_on": date(2026, 4, 1)}
CALLED_IN = {"called_in_on": date(2026, 4, 8), "called_in_by": "Five members", "grounds": "The cost"}
UPHELD = {"result": "upheld", "result_on": date(2026, 4, 20), "result_note": ""}


def decided(*events: dict, exempt_events: bool = False, kind: str = "decision_record", **said) -> Decision:
    """A published decision of Cabinet, with happenings that its paper tells of."""
    paper = factories.document(kind=kind)
    factories.accepted(paper, **{"decided_on": "2026-03-31"} | said)
    for event in events:
        factories.accepted(paper, "Event", exempt=exempt_events, **event)
    actions.publish(document=paper, by=factories.user("publisher"))
    return Decision.objects.get(finding__document=paper)


def said(decision: Decision, step: str, what: dict) -> Decision:
    recording.record(decision=decision, step=step, said=what, by=factories.user("officer"))
    decision.refresh_from_db()
    return decision


def state(decision: Decision, today: date = date(2026, 4, 9)) -> str:
    return Decision.objects.with_call_in_state(today).get(pk=decision.pk).call_in_state
