"""What is made of figures is kept while they are as they were, for those who see the same ones."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from dashboard.digest import digest, kept
from dashboard.models import Aim, Observation, Release
from reports.models import Document
from tests import factories
from tests.dashboard.official import official
from tests.dashboard.pages import INDICATORS, figures, text

pytestmark = pytest.mark.django_db
VALUES = {"Wexcombe": {2024: 17, 2025: 18}}


def aimed(document: Document) -> None:
    said = {"council": document.council, "by": factories.user("officer"), "source": "Plan", "since": "2020-04-01"}
    Aim.objects.create(indicator_id="re-referrals-percent", target=10, **said)


CHANGES = {
    "a value": lambda paper: Observation.objects.update(value=7),
    "a paper": lambda paper: figures({"value": 7}),
    "a paper that is withdrawn": lambda paper: Document.objects.update(state="withdrawn"),
    "a paragraph that is marked": lambda paper: paper.findings.update(exempt=True),
    "an aim": aimed,
    "a release": lambda paper: official("sdq-score", VALUES),
    "a release that is withdrawn": lambda paper: Release.objects.update(state="withdrawn"),
}


@pytest.mark.parametrize("what", CHANGES)
def test_any_change_of_the_rows_is_another_digest(what):
    reader = factories.user("councillor")
    paper = figures({"value": 41.2})
    official("re-referrals-percent", VALUES)
    before = digest(reader)
    assert digest(reader) == before

    CHANGES[what](paper)

    assert digest(reader) != before


def test_readers_who_see_other_rows_have_other_digests():
    figures({"value": 77.7}, exempt=True)

    cleared, councillor = (digest(factories.user(*roles)) for roles in (["councillor", "cleared"], ["councillor"]))

    assert cleared != councillor
    assert digest(AnonymousUser()) == councillor


def test_the_same_rows_are_made_into_something_once():
    reader, made = factories.user("councillor"), []
    figures({})

    for _ in range(2):
        assert kept(reader, "a thing of this test", lambda: made.append(1) or "made") == "made"

    assert made == [1]


def test_what_changes_while_it_is_made_is_not_kept():
    reader, paper = factories.user("councillor"), figures({})
    of_before = digest(reader)

    assert kept(reader, "another thing", lambda: aimed(paper) or "half new") == "half new"
    Aim.objects.all().delete()

    assert digest(reader) == of_before
    assert kept(reader, "another thing", lambda: "as before") == "as before"


def test_a_page_that_was_kept_for_one_reader_is_not_shown_to_another(client):
    figures({"value": 41.2})
    figures({"value": 77.7}, exempt=True)
    councillor, cleared = factories.user("councillor"), factories.user("councillor", "cleared")

    def page(reader) -> str:
        client.force_login(reader)
        return text(client.get(INDICATORS))

    assert "77.7" in page(cleared)
    assert "77.7" not in page(councillor)
    assert "77.7" in page(cleared)


def test_the_list_is_new_as_soon_as_a_figure_is(client):
    client.force_login(factories.user("councillor"))
    figures({"value": 41.2})
    assert "41.2" in text(client.get(INDICATORS))

    figures({"value": 43.8, "period": "2025-09"})

    assert "43.8" in text(client.get(INDICATORS))
