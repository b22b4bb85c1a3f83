"""Each council's own rule of call-in, and what is counted anew when it changes."""

from __future__ import annotations

from datetime import date

import pytest

from meetings import recording
from meetings.call_in import settle
from meetings.models import CallInRule, Committee, Decision
from reports import actions
from tests import factories
from tests.meetings.call_in_steps import PUBLISHED, decided


def rule(decision: Decision, **fields) -> CallInRule:
    usual = {"working_days": 5, "counted_from": "publication", "key_only": False, "who": "", "committees": []}
    among = list(Committee.objects.filter(council=decision.council))
    kept = recording.set_rule(council=decision.council, said=usual | fields, among=among)
    decision.refresh_from_db()
    return kept


@pytest.mark.django_db
def test_a_rule_counts_all_decisions_of_its_council_anew():
    ours, theirs = decided(PUBLISHED), decided(PUBLISHED)
    elsewhere = factories.document(kind="decision_record", council_name="Larchshire County Council")
    factories.accepted(elsewhere, decided_on="2026-03-31")
    factories.accepted(elsewhere, "Event", **PUBLISHED)
    actions.publish(document=elsewhere, by=factories.user("publisher"))

    rule(ours, working_days=3)

    days = Decision.objects.order_by("callable_until").values_list("council__short_name", "callable_until")
    assert [day for _, day in days] == [date(2026, 4, 8), date(2026, 4, 8), date(2026, 4, 10)]
    assert theirs.council_id == ours.council_id


@pytest.mark.django_db
def test_a_rule_may_count_from_the_decision():
    decision = decided(decided_on="2026-04-01")

    rule(decision, counted_from="decision")

    assert decision.callable_until == date(2026, 4, 10)


@pytest.mark.django_db
def test_a_decision_dated_by_its_month_alone_is_not_counted():
    decision = decided(decided_on="2026-04")

    rule(decision, counted_from="decision")

    assert decision.callable_until is None


@pytest.mark.django_db
@pytest.mark.parametrize(("key", "can"), [(True, True), (False, False), (None, False)])
def test_a_rule_may_be_about_key_decisions_only(key, can):
    decision = decided(PUBLISHED, key_decision=key)

    rule(decision, key_only=True)

    assert decision.can_be_called_in is can


@pytest.mark.django_db
def test_a_rule_may_name_other_bodies():
    of_committee, of_cabinet = decided(PUBLISHED, committee="Children and Young People Committee"), decided(PUBLISHED)
    assert (of_committee.can_be_called_in, of_cabinet.can_be_called_in) == (False, True)

    rule(of_committee, committees=[str(of_committee.committee_id)])

    of_cabinet.refresh_from_db()
    assert (of_committee.can_be_called_in, of_cabinet.can_be_called_in) == (True, False)


@pytest.mark.django_db
def test_a_rule_keeps_bodies_that_were_not_offered():
    decision = decided(PUBLISHED)
    hidden = Committee.objects.create(council=decision.council, name="Hidden", key="hidden")
    kept = rule(decision)
    kept.committees.add(hidden)

    recording.set_rule(
        council=decision.council,
        said={"working_days": 5, "counted_from": "publication", "key_only": False, "who": "", "committees": []},
        among=[decision.committee],
    )

    assert list(kept.committees.all()) == [hidden]


@pytest.mark.django_db
def test_settling_asks_the_same_for_many_decisions(django_assert_max_num_queries):
    decided(PUBLISHED)
    paper = factories.document(kind="decision_record")
    for _ in range(20):
        factories.accepted(paper)
    actions.publish(document=paper, by=factories.user("publisher"))
    Decision.objects.update(can_be_called_in=False, callable_until=None)

    with django_assert_max_num_queries(8):
        settle(Decision.objects.all())

    assert Decision.objects.filter(can_be_called_in=True).count() == 21
    assert Decision.objects.filter(callable_until=date(2026, 4, 10)).count() == 1
