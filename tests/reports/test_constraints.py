"""What the database itself promises, each tried by breaking it."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from reports.models import Acronym, Council, Document, Finding, Flag, Passage
from tests import factories

pytestmark = pytest.mark.django_db


def refuses(name: str, change) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        change()


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("document_that_ended_says_why", {"state": "failed", "reason": ""}),
        ("document_refused_has_a_refusal", {"state": "refused", "reason": "It is damaged.", "refusal": ""}),
        ("document_refused_has_a_refusal", {"state": "in_review", "refusal": "damaged"}),
        ("document_published_at_and_by", {"published_at": timezone.now()}),
        ("document_published_says_when_and_whose", {"state": "published"}),
        ("document_pages_read_at_most_all", {"pages": 3, "pages_read": 4}),
    ],
)
def test_a_document_is_in_a_state_that_makes_sense(name, broken):
    paper = factories.document()

    refuses(name, lambda: Document.objects.filter(pk=paper.pk).update(**broken))


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("finding_decided_at_and_by", {"verdict": "accepted"}),
        ("finding_corrected_says_what", {"corrected": {"text": "x"}}),
        ("finding_basis_is_known", {"basis": "hearsay"}),
        ("finding_proposed_says_by_whom", {"proposed": {"indicator": "re-referrals-percent"}}),
    ],
)
def test_a_verdict_says_who_when_and_what(name, broken):
    finding = factories.finding(factories.document())

    refuses(name, lambda: Finding.objects.filter(pk=finding.pk).update(**broken))


def test_a_rejection_says_why():
    finding = factories.accepted(factories.document())

    refuses("finding_rejected_says_why", lambda: Finding.objects.filter(pk=finding.pk).update(verdict="rejected"))


def test_what_a_person_added_was_not_known_by_the_reader():
    finding = factories.finding(factories.document())
    person = factories.user("officer")

    refuses(
        "finding_added_by_a_person_has_no_basis", lambda: Finding.objects.filter(pk=finding.pk).update(added_by=person)
    )


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("flag_of_a_known_sort", {"sort": "boredom"}),
        ("flag_seen_at_and_by", {"seen_at": timezone.now()}),
        ("flag_says_what", {"message": ""}),
        ("flag_of_a_paragraph_has_a_page", {"page": None}),
    ],
)
def test_a_flag_says_what_it_is_and_who_said_yes_to_it(name, broken):
    paper = factories.document()
    flag = factories.flag(paper, where=factories.passage(paper))

    refuses(name, lambda: Flag.objects.filter(pk=flag.pk).update(**broken))


def test_a_file_is_there_once():
    paper = factories.document()

    refuses("sha256", lambda: factories.document(sha256=paper.sha256))


def test_a_paragraph_and_a_finding_have_one_place_in_their_document():
    paper = factories.document()
    finding = factories.finding(paper)

    refuses("passage_once_a_document", lambda: factories.passage(paper, ordinal=finding.passage.ordinal))
    refuses(
        "finding_once_a_document",
        lambda: Finding.objects.create(document=paper, ordinal=0, fact="Event", data={}, passage=finding.passage),
    )


def test_a_paragraph_is_open_or_exempt():
    passage = factories.passage(factories.document())

    refuses("passage_open_or_exempt", lambda: Passage.objects.filter(pk=passage.pk).update(part="perhaps"))


def test_a_short_form_means_one_thing_in_a_council():
    council = Council.objects.create(name="Wexcombe County Council", short_name="Wexcombe")
    Acronym.objects.create(council=council, letters="WSCP", meaning="Wexcombe Safeguarding Children Partnership")

    refuses("acronym_once_a_council", lambda: Acronym.objects.create(council=council, letters="WSCP", meaning="Else"))


def test_history_keeps_every_change_even_those_made_in_bulk():
    paper = factories.document()
    finding = factories.finding(paper)

    Document.objects.filter(pk=paper.pk).update(title="Another title")
    Finding.objects.filter(pk=finding.pk).update(quote="Other words")

    history = Document.pgh_event_model.objects.filter(id=paper.pk).order_by("pgh_id")
    assert [event.title for event in history] == [paper.title, "Another title"]
    assert Finding.pgh_event_model.objects.filter(id=finding.pk).count() == 2
