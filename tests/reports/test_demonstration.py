"""What the demonstration does by itself is no person's deed, and it says yes to nothing."""

from __future__ import annotations

import pytest

from reports.management.commands import demo_council
from reports.models import Finding, State
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_demonstration_reviews_under_an_account_that_nobody_signs_in_with():
    nobody = demo_council.nobody()

    assert not nobody.has_usable_password()
    assert demo_council.nobody() == nobody


def test_what_the_demonstration_accepts_is_told_from_what_people_did(officer):
    paper = factories.document()
    factories.finding(paper)
    by_a_person = factories.accepted(factories.document())

    demo_council.review(paper, demo_council.nobody())

    paper.refresh_from_db()
    assert paper.state == State.PUBLISHED
    assert list(Finding.objects.reviewed()) == [by_a_person]
    assert list(Finding.objects.of_the_demonstration()) == list(paper.findings.all())
