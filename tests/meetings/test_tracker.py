"""What the tracker knows of actions and recommendations: due, overdue, decided, and what a meeting should hear of."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from meetings import done, tracker
from meetings.models import Action, Committee, Entry, Matter, Meeting, Progress, Recommendation
from reports import actions
from tests import factories

pytestmark = pytest.mark.django_db


def paper(*facts: tuple[str, dict], **said):
    """A published paper that minutes a Cabinet of 4 March 2025 and says these things."""
    document = factories.document(**said)
    factories.accepted(document, "Meeting", held_on=said.get("date", "2025-03-04"))
    for fact, data in facts:
        factories.accepted(document, fact, **data)
    return actions.publish(document=document, by=factories.user("publisher"))


def planned_meeting(day: str, *, exempt: bool = False) -> Meeting:
    document = factories.document(kind="agenda", date=day)
    factories.accepted(document, "Meeting", exempt=exempt, held_on=day, status="planned")
    actions.publish(document=document, by=factories.user("publisher"))
    return Meeting.objects.get(held_on=day)


def line(row, user=None) -> tracker.Line:
    return tracker.lines([row], user or factories.user("councillor"))[0]


def in_days(count: int) -> str:
    return (timezone.localdate() + timedelta(days=count)).isoformat()


def test_an_action_without_a_date_is_for_the_next_meeting_of_its_committee():
    paper(("Action", {}))
    assert line(Action.objects.get()).due == "for the next meeting, of which no paper is known"

    planned_meeting("2025-05-06")
    planned_meeting("2025-04-01")

    told = line(Action.objects.get())
    assert told.due == "for the next meeting, 1 April 2025"
    assert told.is_late


def test_a_meeting_that_only_an_exempt_part_tells_of_is_no_next_meeting_for_the_uncleared():
    paper(("Action", {}))
    planned_meeting("2025-04-01", exempt=True)

    assert not line(Action.objects.get()).is_late
    assert line(Action.objects.get(), factories.user("councillor", "cleared")).is_late


@pytest.mark.parametrize(
    ("due", "late"), [("2025-05", True), ("2025-05-01", True), ("2099-03", False), (in_days(0), False)]
)
def test_an_action_is_late_when_its_printed_date_is_wholly_past(due, late):
    paper(("Action", {"due_on": due}))
    user = factories.user("councillor")

    assert line(Action.objects.get()).is_late == late
    assert Action.objects.visible_to(user).with_standing(user).get().is_late == late


def test_what_is_done_is_not_late():
    paper(("Action", {"due_on": "2025-05"}))
    action = Action.objects.get()
    done.finish(action=action, by=factories.user("officer"), note="")

    user = factories.user("councillor")
    assert not line(action).is_late
    assert not Action.objects.with_standing(user).get().is_late
    assert line(action).age.startswith("done after ")


def test_a_list_and_its_filter_agree_on_what_is_late():
    paper(("Action", {}), ("Action", {"due_on": "2025-05"}), ("Action", {"due_on": "2099-05"}))
    planned_meeting("2025-04-01")
    user = factories.user("councillor")

    rows = Action.objects.visible_to(user).with_standing(user)

    assert [told.is_late for told in tracker.lines(rows, user)] == [row.is_late for row in rows]
    assert rows.filter(is_late=True).count() == 2


def test_a_decision_of_the_same_meeting_in_like_words_came_of_a_recommendation():
    paper(
        ("Recommendation", {"text": "That four family hubs be opened"}),
        ("Decision", {"text": "That four family hubs be opened in spring."}),
        ("Decision", {"text": "That the sea wall be repaired."}),
    )

    told = line(Recommendation.objects.get())

    assert [decision.title for decision in told.decisions] == ["That four family hubs be opened in spring."]
    assert told.is_decided
    assert told.row.done_at is None


def test_a_decision_of_the_same_matter_by_the_body_that_was_asked_came_of_it():
    paper(("Recommendation", {"text": "To open hubs"}))
    paper(("Decision", {"text": "Agreed.", "decided_on": "2025-06-03"}), date="2025-06-03")
    asked = Recommendation.objects.get()
    assert not line(asked).is_decided
    by = factories.user("officer")

    Entry.objects.update(matter=Matter.objects.create(council=asked.council, title="Hubs", made_by=by))

    asked.refresh_from_db()
    assert line(asked).is_decided
    assert not Recommendation.objects.with_standing(by).get().is_late


def test_a_committee_hears_of_all_that_is_due_by_its_next_meeting():
    paper(
        ("Action", {"owner": "Zoe", "text": "One."}),
        ("Action", {"owner": "Ann", "text": "Two.", "due_on": "2025-05"}),
        ("Action", {"owner": "Ann", "text": "Later.", "due_on": "2099"}),
        ("Action", {"owner": "", "text": "Nobody's."}),
        ("Recommendation", {"text": "Three."}),
    )
    next_one = planned_meeting(in_days(7))
    planned_meeting(in_days(30))

    found = tracker.for_meeting(Committee.objects.get(name="Cabinet"), factories.user("councillor"))

    assert found.meeting == next_one
    assert [(owner, [told.row.text for told in lines]) for owner, lines in found.owners] == [
        ("Ann", ["Two."]), ("Zoe", ["One."]), ("", ["Nobody's."]), ("Recommendations to the committee", ["Three."]),
    ]  # fmt: skip
    assert (found.count, found.late) == (4, 2)


def test_where_no_later_meeting_is_known_all_that_is_open_is_listed():
    paper(("Action", {"text": "Later.", "due_on": "2099"}))

    found = tracker.for_meeting(Committee.objects.get(name="Cabinet"), factories.user("councillor"))

    assert found.meeting is None
    assert found.count == 1


def test_a_note_must_say_something_and_a_closing_need_not():
    paper(("Action", {}))
    action, by = Action.objects.get(), factories.user("officer")

    Progress.objects.create(entry=action, by=by, what="closed")
    with pytest.raises(IntegrityError), transaction.atomic():
        Progress.objects.create(entry=action, by=by)


def test_closing_twice_is_kept_once():
    paper(("Action", {}))
    action, by = Action.objects.get(), factories.user("officer")

    for words in ("Sent.", "Sent again."):
        done.finish(action=action, by=by, note=words)
    done.reopen(action=action, by=by)
    done.reopen(action=action, by=by)

    assert [(one.what, one.note) for one in action.progress.order_by("id")] == [("closed", "Sent."), ("reopened", "")]


def test_people_correct_their_own_notes_for_some_days():
    paper(("Action", {}))
    by, other = factories.user("officer"), factories.user("officer")
    note = done.note(action=Action.objects.get(), by=by, said="Snet.")

    assert done.may_correct(note, by)
    assert not done.may_correct(note, other)
    done.correct(progress=note, said="Sent.", evidence=None, elsewhere="")
    assert list(note.events.order_by("pgh_id").values_list("note", flat=True)) == ["Snet.", "Sent."]
    note.at -= done.TO_CORRECT
    assert not done.may_correct(note, by)
