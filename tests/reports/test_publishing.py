"""Into the register and out of it: all or nothing, with history, and only what a person confirmed."""

import pytest

from meetings.models import Decision
from reports import actions
from reports.models import MOVES, NEXT_STEP, Acronym, Document, State
from reports.register import form_for
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def publisher():
    return factories.user("publisher")


def test_only_what_was_confirmed_enters_the_register(publisher):
    paper = factories.document()
    factories.finding(paper)
    kept = factories.accepted(paper)

    actions.publish(document=paper, by=publisher)

    assert Decision.objects.get().finding == kept


def test_what_is_published_is_what_the_reviewer_saw(publisher):
    paper = factories.published("Decision")

    assert Decision.objects.get().text == factories.FACTS["Decision"]["text"]
    assert paper.published_by is not None


def test_a_paper_without_a_council_is_not_published(publisher):
    paper = factories.document(council_name="")

    with pytest.raises(actions.NotYet, match="council"):
        actions.publish(document=paper, by=publisher)


def test_a_register_that_refuses_leaves_everything_as_it_was(publisher, monkeypatch):
    paper = factories.document()
    factories.accepted(paper)
    factories.accepted(paper, "Event")
    monkeypatch.setattr("meetings.register.EventForm.enter", lambda form, finding: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        actions.publish(document=paper, by=publisher)

    assert not Decision.objects.exists()
    assert Document.objects.get().state == State.IN_REVIEW


def test_publishing_again_brings_lines_up_to_date_and_makes_none_twice(publisher):
    paper = factories.published("Decision")
    finding = paper.findings.get()
    line = Decision.objects.get()
    form = form_for("Decision").of(finding.data | {"text": "That two open."})
    assert form.is_valid()
    actions.correct(finding=finding, by=publisher, version=finding.version, form=form)

    actions.publish(document=paper, by=publisher)

    assert Decision.objects.get().pk == line.pk
    assert Decision.objects.get().text == "That two open."


def test_withdrawing_needs_a_reason_and_hides_the_lines(publisher):
    paper = factories.published("Decision")
    with pytest.raises(ValueError, match="why"):
        actions.withdraw(document=paper, by=publisher, why="")

    actions.withdraw(document=paper, by=publisher, why="A name should not have been printed.")

    assert not Decision.objects.visible_to(publisher).exists()
    assert paper.deeds.first().why == "A name should not have been printed."


def test_a_withdrawn_paper_can_be_published_again(publisher):
    paper = factories.published("Decision")
    actions.withdraw(document=paper, by=publisher, why="A mistake.")

    actions.publish(document=paper, by=publisher)

    assert Decision.objects.visible_to(publisher).count() == 1


def test_a_line_undone_after_publishing_leaves_the_register_at_once(publisher):
    paper = factories.published("Decision")
    finding = paper.findings.get()

    actions.undo(finding=finding, by=publisher, version=finding.version)

    assert not Decision.objects.visible_to(publisher).exists()


def test_short_forms_are_the_council_s_own(publisher):
    for council, meaning in (("Wexcombe County Council", "Wexcombe Board"), ("Westmarl Council", "Westmarl Board")):
        paper = factories.document(council_name=council, acronyms={"WB": meaning})
        actions.publish(document=paper, by=publisher)

    assert sorted(Acronym.objects.values_list("meaning", flat=True)) == ["Westmarl Board", "Wexcombe Board"]


def test_every_state_says_where_it_may_go_and_what_to_do_next():
    assert set(MOVES) == set(NEXT_STEP) == set(State)


def test_every_state_can_be_reached_and_left():
    reached = {state for states in MOVES.values() for state in states}

    assert reached | {State.QUEUED} == set(State)
    assert all(MOVES.values())


def test_a_move_that_the_table_does_not_have_is_refused():
    with pytest.raises(ValueError, match="cannot become published"):
        factories.document(state=State.QUEUED).move(State.PUBLISHED)
