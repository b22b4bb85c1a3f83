"""A reviewer's deeds: verdicts, corrections, two reviewers at once, and marking what is exempt."""

import pytest

from reports import actions
from reports.models import Finding, State, Verdict
from reports.register import form_for
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer():
    return factories.user("officer")


def filled(fact: str, **said):
    form = form_for(fact).of(factories.FACTS[fact] | said)
    assert form.is_valid(), form.errors
    return form


def test_accepting_keeps_who_and_when(officer):
    finding = factories.finding(factories.document())

    finding = actions.accept(finding=finding, by=officer, version=0)

    assert (finding.verdict, finding.decided_by, finding.version) == (Verdict.ACCEPTED, officer, 1)


def test_a_finding_that_its_register_refuses_is_not_accepted(officer):
    finding = factories.finding(factories.document(), "Event", date="one day")

    with pytest.raises(ValueError, match="date"):
        actions.accept(finding=finding, by=officer, version=0)

    assert Finding.objects.get().verdict == Verdict.PENDING


def test_a_correction_stands_beside_what_was_read(officer):
    finding = factories.finding(factories.document(), "Event")

    finding = actions.correct(finding=finding, by=officer, version=0, form=filled("Event", date="2025-02-11"))

    assert (finding.data["date"], finding.stated["date"]) == ("2025-02-10", "2025-02-11")


def test_rejecting_needs_a_reason(officer):
    finding = factories.finding(factories.document())

    with pytest.raises(ValueError, match="why"):
        actions.reject(finding=finding, by=officer, version=0, reason=" ")

    assert actions.reject(finding=finding, by=officer, version=0, reason="Not a decision").verdict == Verdict.REJECTED


def test_undo_lays_a_finding_before_reviewers_again(officer):
    finding = factories.finding(factories.document(), "Event")
    actions.correct(finding=finding, by=officer, version=0, form=filled("Event", text="Other words"))

    finding = actions.undo(finding=finding, by=officer, version=1)

    assert (finding.verdict, finding.stated["text"]) == (Verdict.PENDING, "The consultation closed.")


def test_a_reviewer_who_saw_an_older_version_overwrites_nothing(officer):
    finding = factories.finding(factories.document())
    actions.reject(finding=finding, by=officer, version=0, reason="Not a decision")

    with pytest.raises(actions.Stale) as stale:
        actions.accept(finding=finding, by=factories.user("officer"), version=0)

    assert stale.value.finding.decided_by == officer
    assert Finding.objects.get().verdict == Verdict.REJECTED


def test_a_group_is_accepted_but_for_what_its_register_refuses_and_what_is_hidden_from_the_reviewer(officer):
    paper = factories.document()
    good = factories.finding(paper, "Event")
    bad = factories.finding(paper, "Event", date="one day")
    hidden = factories.finding(paper, "Event", where=factories.passage(paper, part="exempt"))

    done = actions.accept_all(document=paper, fact="Event", by=officer)

    assert (done.accepted, done.refused) == ([good], [bad])
    assert Finding.objects.get(pk=hidden.pk).verdict == Verdict.PENDING


def test_a_group_is_accepted_as_it_was_seen(officer):
    paper = factories.document()
    seen, changed = factories.finding(paper, "Event"), factories.finding(paper, "Event")
    changed = actions.undo(finding=changed, by=officer, version=0)

    done = actions.accept_all(document=paper, fact="Event", by=officer, versions={seen.pk: 0, changed.pk: 0})

    assert done.accepted == [seen]


def test_a_missed_fact_is_added_from_a_paragraph(officer):
    paper = factories.document()
    where = factories.passage(paper, part="exempt")

    finding = actions.add(passage=where, fact="Event", by=officer, form=filled("Event"))

    assert (finding.verdict, finding.added_by, finding.exempt) == (Verdict.ACCEPTED, officer, True)


def test_marking_a_paragraph_exempt_hides_what_was_read_from_it_at_once(officer):
    paper = factories.published("Decision")
    finding = paper.findings.get()
    assert Finding.objects.visible_to(officer).exists()

    actions.mark(passage=finding.passage, by=officer, part="exempt", schedule="paragraph 3")

    assert not Finding.objects.visible_to(officer).exists()
    assert Finding.objects.visible_to(factories.user("cleared")).exists()


def test_a_paper_all_of_whose_paragraphs_are_exempt_is_unknown_to_the_uncleared(officer):
    paper = factories.published("Decision")
    actions.mark(passage=paper.passages.get(), by=officer, part="exempt")

    paper.refresh_from_db()
    assert paper.wholly_exempt
    assert not type(paper).objects.visible_to(officer).exists()


def test_nothing_is_reviewed_before_it_is_read(officer):
    paper = factories.document(state=State.QUEUED)

    with pytest.raises(actions.NotNow, match="waiting to be read"):
        actions.accept(finding=factories.finding(paper), by=officer, version=0)


def test_describing_a_paper_is_written_in_its_history(officer):
    paper = factories.document()

    actions.describe(document=paper, by=officer, title="Another title", council="Marl Borough Council")

    paper.refresh_from_db()
    assert (paper.title, paper.council_name) == ("Another title", "Marl Borough Council")
    assert paper.deeds.get().what == "Described: title, council"
