"""The scorecard: real reviews counted as reviewers made them, for those whom it concerns, of what they may know."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from reports import actions, scorecard
from reports.access import DEMONSTRATION
from reports.models import Document, Finding
from reports.register import form_for
from tests import factories
from tests.reports.desk_pages import HTMX, text

pytestmark = pytest.mark.django_db

CARD = reverse("reports:scorecard")


@pytest.fixture
def minutes():
    return factories.document(kind="panel_minutes", reader_version="2")


def correct(finding: Finding, by, **said) -> None:
    form = form_for(finding.fact).of(finding.data | said)
    assert form.is_valid(), form.errors
    actions.correct(finding=finding, by=by, version=finding.version, form=form)


def reviewed(paper: Document, by) -> None:
    """Of five decisions two accepted, one corrected, one rejected, one left; and one fact added."""
    found = [factories.finding(paper, basis=basis) for basis in ("mark", "sentence", "place", "place", "mark")]
    for finding in found[:2]:
        actions.accept(finding=finding, by=by, version=0)
    correct(found[2], by, text="That five hubs open.", outcome="agreed")
    actions.reject(finding=found[3], by=by, version=0, reason="Only history")
    form = form_for("Event")(data={"date": "2025-02-10", "text": "The consultation closed."})
    assert form.is_valid()
    actions.add(passage=factories.passage(paper), fact="Event", by=by, form=form)


@pytest.mark.parametrize(
    ("roles", "status"),
    [
        (["officer"], 200), (["publisher"], 200), (["scrutiny"], 200), (["councillor"], 404), (["cleared"], 404),
        (["administrator"], 404),
    ],
)  # fmt: skip
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_the_scorecard_is_for_reviewers_and_scrutiny(client, roles, status, headers):
    client.force_login(factories.user(*roles))

    assert client.get(CARD, headers=headers).status_code == status


def test_findings_count_as_reviewers_left_them(client, officer, minutes):
    reviewed(minutes, officer)

    context = client.get(CARD).context

    decisions, events = context["by_fact"]
    assert decisions == scorecard.Tally(("Minutes", "Decisions"), unchanged=2, corrected=1, rejected=1, added=0)
    assert events == scorecard.Tally(("Minutes", "Events"), added=1)
    assert (context["total"].reviewed, context["total"].share) == (4, "50%")
    assert [(one.names, one.unchanged, one.reviewed) for one in context["by_basis"]] == [
        (("Sure: explicit mark",), 1, 1), (("Likely: sentence pattern",), 1, 1), (("Guess: by place",), 0, 2),
    ]  # fmt: skip
    assert [one.names for one in context["by_version"]] == [("2",)]


def test_the_fields_that_were_corrected_are_counted(client, officer, minutes):
    reviewed(minutes, officer)
    correct(factories.finding(minutes), officer, outcome="noted")

    changes = client.get(CARD).context["changes"]

    assert [(one.fact, one.label, one.times, one.reviewed) for one in changes] == [
        ("Decision", "Outcome", 2, 5), ("Decision", "Text", 1, 5),
    ]  # fmt: skip


def test_a_field_that_a_person_settled_was_not_read(client, officer, minutes):
    figure = factories.finding(minutes, "Figure", indicator=None)
    Finding.objects.filter(pk=figure.pk).update(proposed={"indicator": "re-referrals-percent"}, proposed_by=officer)
    figure.refresh_from_db()
    actions.accept(finding=figure, by=officer, version=0)

    context = client.get(CARD).context

    assert (context["total"].unchanged, context["total"].corrected) == (0, 1)
    assert [one.label for one in context["changes"]] == ["Indicator"]


def test_what_the_demonstration_accepted_is_no_review(client, officer, minutes):
    nobody = factories.user()
    nobody.groups.add(Group.objects.create(name=DEMONSTRATION))
    actions.accept(finding=factories.finding(minutes), by=nobody, version=0)

    answer = client.get(CARD)

    assert (answer.context["total"].reviewed, answer.context["not_counted"]) == (0, 1)
    assert "Not counted: 1 finding that the demonstration accepted by itself." in text(answer)
    assert "Nobody has reviewed a finding yet." in text(answer)


def test_reviews_are_narrowed_to_a_version_and_a_kind(client, officer, minutes):
    other = factories.document(kind="officer_report", reader_version="1")
    for paper in (minutes, other):
        actions.accept(finding=factories.finding(paper), by=officer, version=0)

    for query in ({"version": "1"}, {"kind": "officer_report"}):
        answer = client.get(CARD, query, headers=HTMX)
        assert [one.names[0] for one in answer.context["by_fact"]] == ["Officer's report"]
        assert "<html" not in text(answer)
        assert len(answer.context["chips"]) == 1
    assert "No review fits these filters." in text(client.get(CARD, {"version": "1", "kind": "panel_minutes"}))
    assert "Choose a version from the list." in text(client.get(CARD, {"version": "9"}))


def test_exempt_findings_count_for_the_cleared_alone(client, minutes):
    factories.accepted(minutes, exempt=True)
    for roles, count in ((["officer"], 0), (["officer", "cleared"], 1)):
        client.force_login(factories.user(*roles))
        assert client.get(CARD).context["total"].reviewed == count


def test_scrutiny_counts_what_is_published(client):
    factories.accepted(factories.document())
    factories.published("Decision", "Event")
    client.force_login(factories.user("scrutiny"))

    assert client.get(CARD).context["total"].reviewed == 2


@pytest.mark.parametrize("number", [2, 30])
def test_the_scorecard_takes_few_queries(client, officer, django_assert_max_num_queries, number):
    for _ in range(number):
        correct(factories.finding(factories.document()), officer, outcome="noted")

    with django_assert_max_num_queries(14):
        client.get(CARD)


def test_what_was_measured_is_shown_with_day_and_version(client, officer, settings):
    assert "The reader has not been measured here yet." in text(client.get(CARD))
    sure = {"said": 100, "right": 99, "whole": 98, "share": "99%"}
    row = {"kind": "Minutes", "fact": "Decisions", "required": 4, "found": 3, "said": 5, "right": 4}
    measured = {"version": "2", "date": "2026-03-09", "documents": 12, "facts": 335, "sure": sure, "bases": [],
                "rows": [row]}  # fmt: skip
    (settings.VAR / "scorecard.json").write_text(json.dumps(measured))

    said = text(client.get(CARD))

    assert "read by version 2 of the reader on 9 March 2026" in said
    assert "Of what was marked sure, 99 of 100 was right (99%)" in said
    assert "3 of 4" in said


def test_a_scorecard_that_cannot_be_read_is_none(client, officer, settings):
    (settings.VAR / "scorecard.json").write_text("{")

    assert "has not been measured" in text(client.get(CARD))
