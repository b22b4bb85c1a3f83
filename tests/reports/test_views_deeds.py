"""Deciding on findings, with and without htmx, and two reviewers at once."""

from __future__ import annotations

import pytest
from django.urls import reverse

from reports import actions
from reports.models import Document, Finding, Verdict
from tests import factories
from tests.reports.desk_pages import HTMX, at, decide, deed, text

pytestmark = pytest.mark.django_db


def as_filled(finding: Finding, **said) -> dict:
    return {name: value for name, value in (finding.data | said).items() if value is not None}


def test_accepting_without_a_script_leads_to_the_next_finding_to_be_checked(client, officer, paper):
    first, second = factories.finding(paper), factories.finding(paper)

    answer = decide(client, "accept", first)

    first.refresh_from_db()
    assert first.verdict == Verdict.ACCEPTED
    assert answer.url == f"{at(paper)}?finding={second.pk}#finding-{second.pk}"


def test_accepting_with_htmx_answers_with_the_finding_the_count_and_a_word(client, officer, paper):
    first, _ = factories.finding(paper), factories.finding(paper)

    answer = decide(client, "accept", first, htmx=True)

    assert text(answer).startswith(f'<article class="app-finding app-finding--accepted" id="finding-{first.pk}"')
    assert 'id="head-Decision" hx-swap-oob="true"' in text(answer)
    assert "Accepted. 1 of 2 decisions checked.</div>" in text(answer)
    assert "<html" not in text(answer)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_finding_that_its_register_refuses_opens_its_form(client, officer, paper, htmx):
    finding = factories.finding(paper, "Event", date="one day")

    answer = decide(client, "accept", finding, htmx=htmx)

    assert answer.status_code == 422
    assert "Enter a date such as" in text(answer)
    assert deed("correct", finding) in text(answer)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_correction_is_kept_beside_what_was_read(client, officer, paper, htmx):
    finding = factories.finding(paper, "Event")

    answer = decide(client, "correct", finding, htmx=htmx, date="11 February 2025", text="The consultation closed.")

    finding.refresh_from_db()
    assert answer.status_code == (200 if htmx else 302)
    assert (finding.verdict, finding.stated["date"]) == (Verdict.CORRECTED, "2025-02-11")


@pytest.mark.parametrize("htmx", [True, False])
def test_a_wrong_correction_keeps_what_was_typed(client, officer, paper, htmx):
    finding = factories.finding(paper, "Event")

    answer = decide(client, "correct", finding, htmx=htmx, date="some day", text="Typed with care")

    finding.refresh_from_db()
    assert (answer.status_code, finding.verdict) == (422, Verdict.PENDING)
    assert "Typed with care" in text(answer)
    assert "some day" in text(answer)


def test_fields_of_two_open_forms_do_not_share_ids(client, officer, paper):
    finding = factories.finding(paper, "Event")

    answer = client.get(
        at(paper, finding=finding.pk, do="correct"), headers={**HTMX, "HX-Target": f"finding-{finding.pk}"}
    )

    assert f'id="id_{finding.pk}_date"' in text(answer)
    assert "data-takes-focus" in text(answer)


@pytest.mark.parametrize("htmx", [True, False])
def test_rejecting_needs_a_reason(client, officer, paper, htmx):
    finding = factories.finding(paper)

    silent = decide(client, "reject", finding, htmx=htmx)
    vague = decide(client, "reject", finding, htmx=htmx, why="own")

    finding.refresh_from_db()
    assert (silent.status_code, vague.status_code, finding.verdict) == (422, 422, Verdict.PENDING)
    assert "Choose a reason." in text(silent)
    assert "Say why in your own words." in text(vague)


def test_rejecting_keeps_the_reason(client, officer, paper):
    finding = factories.finding(paper)

    decide(client, "reject", finding, why="misread", own="The heading, not the text")

    finding.refresh_from_db()
    assert (finding.verdict, finding.reason) == (
        Verdict.REJECTED, "The words were misread: The heading, not the text",
    )  # fmt: skip


def test_undo_lays_a_finding_before_reviewers_again_and_stays_with_it(client, officer, paper):
    finding = actions.accept(finding=factories.finding(paper), by=officer, version=0)

    answer = decide(client, "undo", finding)

    finding.refresh_from_db()
    assert finding.verdict == Verdict.PENDING
    assert answer.url.endswith(f"#finding-{finding.pk}")


@pytest.mark.parametrize("htmx", [True, False])
@pytest.mark.parametrize("said", [("accept", {}), ("reject", {"why": "twice"}), ("correct", {})])
def test_what_somebody_else_decided_in_between_is_shown_and_not_overwritten(client, officer, paper, htmx, said):
    finding = factories.finding(paper)
    other = factories.user("officer")
    actions.reject(finding=finding, by=other, version=0, reason="Only history")
    name, fields = said

    answer = decide(client, name, finding, htmx=htmx, **(as_filled(finding) if name == "correct" else fields))

    finding.refresh_from_db()
    assert answer.status_code == 409
    assert f"{other.first_name} decided this on" in text(answer)
    assert ": rejected." in text(answer)
    assert (finding.verdict, finding.decided_by, finding.reason) == (Verdict.REJECTED, other, "Only history")


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30])
def test_a_form_that_does_not_say_what_was_seen_changes_nothing(client, officer, paper, version):
    finding = factories.finding(paper)

    assert decide(client, "accept", finding, version=version).status_code == 409


def accept_all(client, paper: Document, fact: str, *findings: Finding, htmx: bool = False):
    seen = [f"{finding.pk}:{finding.version}" for finding in findings]
    address = reverse("reports:accept_all", args=[paper.pk])
    return client.post(address, {"fact": fact, "seen": seen}, headers=HTMX if htmx else {})


def test_a_group_is_accepted_but_for_what_its_register_refuses(client, officer, paper):
    good, bad = factories.finding(paper, "Event"), factories.finding(paper, "Event", date="one day")

    answer = accept_all(client, paper, "Event", good, bad, htmx=True)

    assert [Finding.objects.get(pk=one.pk).verdict for one in (good, bad)] == [Verdict.ACCEPTED, Verdict.PENDING]
    assert text(answer).startswith('<section class="app-group" id="group-Event"')
    assert "Accepted 1 event. Still to be corrected, because the register refuses them as they stand: 1.</div>" in text(
        answer
    )


def test_what_changed_since_it_was_seen_is_not_accepted_with_its_group(client, officer, paper):
    seen, unseen = factories.finding(paper), factories.finding(paper)

    answer = accept_all(client, paper, "Decision", seen)

    unseen.refresh_from_db()
    assert unseen.verdict == Verdict.PENDING
    assert answer.url == at(paper)


def test_accepting_all_of_nothing_known_changes_nothing(client, officer, paper):
    address = reverse("reports:accept_all", args=[paper.pk])

    for said in ({}, {"fact": "Weather", "seen": ["x", "1:y"]}):
        assert client.post(address, said).status_code == 302
        assert client.post(address, said, headers=HTMX).status_code == 200
