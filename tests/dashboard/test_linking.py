"""Measures beside matters and lines: proposed by words, answered by people, with a history."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from dashboard import linking
from dashboard.beside import beside, shown_of, turning_points
from dashboard.models import Indicator, LinkedIndicator
from dashboard.proposed_measures import proposals
from meetings import matters
from meetings.models import Decision, Entry
from tests import factories
from tests.dashboard.official import official
from tests.meetings import matters_of

pytestmark = pytest.mark.django_db
READER = AnonymousUser()
RATE = "children-looked-after-rate"


def measure(slug: str = RATE) -> Indicator:
    return Indicator.objects.get(pk=slug)


def proposed(thing, user=READER) -> dict[str, list[str]]:
    return {one.indicator.pk: one.reasons for one in proposals([thing], user)[thing.pk]}


def test_a_measure_is_proposed_by_the_words_of_a_line_with_the_reason():
    [line] = matters_of.lines("That the EHC plans be finished within 20 weeks.")

    found = proposed(Decision.objects.get(pk=line.pk))

    assert found["ehc-plans-within-20-weeks-percent"][0] == "Its title speaks of “EHC plans, 20 weeks”."


def test_a_measure_is_proposed_by_a_matters_name_and_by_its_lines():
    lines = matters_of.lines("That the offer to care leavers be made.", "That it be noted.")
    made = matters_of.matter("More than 20 miles from home", *lines)

    found = proposed(made)

    assert found["placed-over-20-miles-percent"] == ["The matter’s name speaks of “More than 20 miles”."]
    assert "A line of it speaks of “care leavers”." in found["care-leavers-number"]


def test_a_measure_is_proposed_by_the_figures_of_a_paper_about_one_thing():
    paper = factories.published("Figure", "Decision", kind="officer_report")
    made = matters_of.matter("Hubs", *Entry.objects.filter(finding__document=paper))

    assert proposed(made) == {RATE: ["Its papers state 1 figure of it."]}


def test_a_figure_elsewhere_in_long_minutes_proposes_nothing():
    paper = factories.published("Figure", "Decision", kind="panel_minutes")
    made = matters_of.matter("Hubs", *Entry.objects.filter(finding__document=paper))

    assert proposed(made) == {}


def test_an_exempt_line_proposes_nothing_to_those_not_cleared():
    open_line, closed = matters_of.lines("That hubs be opened.", closed=("That EHC plans take 20 weeks.",))
    made = matters_of.matter("Hubs", open_line)
    matters.add(matter=made, entry=closed, by=factories.user("officer", "cleared"))

    assert proposed(made) == {}
    assert "ehc-plans-within-20-weeks-percent" in proposed(made, factories.user("officer", "cleared"))


def test_what_was_refused_or_confirmed_is_not_proposed_again_till_it_is_taken_back():
    [line] = matters_of.lines("That EHC plans take 20 weeks.")
    by, slug = factories.user("officer"), "ehc-plans-within-20-weeks-percent"

    linking.answer(thing=line, indicator=measure(slug), yes=False, by=by)
    assert slug not in proposed(line)

    assert linking.take_back(thing=line, indicator=measure(slug), by=by)
    assert slug in proposed(line)


def test_what_was_answered_for_a_matter_is_not_proposed_for_its_lines():
    [line] = matters_of.lines("That EHC plans take 20 weeks.")
    made = matters_of.matter("Plans", line)
    slug = "ehc-plans-within-20-weeks-percent"
    linking.answer(thing=made, indicator=measure(slug), yes=True, by=factories.user("officer"))

    assert slug not in proposed(Entry.objects.get(pk=line.pk))


def test_a_second_answer_takes_the_place_of_the_first():
    [line] = matters_of.lines("That hubs be opened.")
    by = factories.user("officer")

    linking.answer(thing=line, indicator=measure(), yes=False, by=by)
    linking.answer(thing=line, indicator=measure(), yes=True, by=by)

    assert LinkedIndicator.objects.get().answer == "confirmed"


def test_the_history_names_who_said_what_and_who_took_it_back():
    [line] = matters_of.lines("That hubs be opened.")
    one, other = factories.user("officer"), factories.user("officer")

    linking.answer(thing=line, indicator=measure(), yes=True, by=one)
    linking.take_back(thing=line, indicator=measure(), by=other)

    assert [(deed.what, deed.by) for deed in linking.history(line)] == [
        ("no longer shown here", other),
        ("shown here", one),
    ]


def test_taking_back_what_nobody_said_does_nothing():
    [line] = matters_of.lines("That hubs be opened.")

    assert not linking.take_back(thing=line, indicator=measure(), by=factories.user("officer"))
    assert linking.history(line) == []


def test_a_line_shows_what_is_linked_with_it_and_with_its_matter():
    one, other = matters_of.lines("One", "Other")
    by = factories.user("officer")
    linking.answer(thing=matters_of.matter("Hubs", one, other), indicator=measure(), yes=True, by=by)
    linking.answer(thing=one, indicator=measure("referrals-rate"), yes=True, by=by)
    linking.answer(thing=one, indicator=measure("referrals-number"), yes=False, by=by)

    shown = [{found.pk for found in shown_of(Decision.objects.get(pk=line.pk), READER)} for line in (one, other)]

    assert shown == [{RATE, "referrals-rate"}, {RATE}]


def test_a_matter_shows_what_its_lines_show_and_keeps_it_when_another_is_merged_into_it():
    one, other = matters_of.lines("One", "Other")
    by = factories.user("officer", "cleared")
    kept, gone = matters_of.matter("Kept", one), matters_of.matter("Gone", other)
    linking.answer(thing=gone, indicator=measure(), yes=True, by=by)
    linking.answer(thing=one, indicator=measure("referrals-rate"), yes=True, by=by)
    matters.merge(one=gone, into=kept, by=by)

    assert {found.pk for found in shown_of(kept, READER)} == {RATE, "referrals-rate"}
    assert linking.take_back(thing=kept, indicator=measure(), by=by)


def test_a_link_of_an_exempt_line_is_not_shown_beside_its_open_matter():
    one, closed = matters_of.lines("One", closed=("Closed",))
    by = factories.user("officer", "cleared")
    made = matters_of.matter("Hubs", one)
    matters.add(matter=made, entry=closed, by=by)
    linking.answer(thing=closed, indicator=measure(), yes=True, by=by)

    assert list(shown_of(made, READER)) == []
    assert list(shown_of(made, by)) == [measure()]


def test_a_matter_is_told_around_its_first_key_decision_that_settled_something():
    noted, settled, key = (matters_of.dated(line, day) for line, day in zip(
        matters_of.lines("Noted", "Settled", "Key"), ("2020-01-01", "2021-01-01", "2022-01-01"), strict=True
    ))  # fmt: skip
    Decision.objects.filter(pk=noted.pk).update(outcome="noted")
    Decision.objects.filter(pk=key.pk).update(key_decision=True)
    made = matters_of.matter("Hubs", noted, settled, key)

    assert turning_points(made, READER)[0].title == "Key"


def test_official_and_stated_values_are_told_apart_around_a_decision():
    paper = factories.published("Decision", "Figure", date="2024-06-01")
    decision = Decision.objects.get(finding__document=paper)
    matters_of.dated(decision, "2024-06-01")
    official(RATE, {"Wexcombe": {2024: 40, 2026: 39}, "England": {2024: 70, 2026: 71}})

    [told] = beside([measure()], decision.council, decision.date or decision.finding.decided_at.date(), READER)

    assert [row.own.text for row in told.official.rows] == ["40.0", "39.0"]
    assert [row.nation.text for row in told.official.rows] == ["70.0", "71.0"]
    assert told.stated.before is None or told.stated.rows[0].own.point.source.finding.document == paper
    assert "better" not in told.official.sentence
    assert "worse" not in told.official.sentence


def test_measures_beside_ask_as_much_for_many_as_for_one(django_assert_max_num_queries):
    [line] = matters_of.lines("One")
    official(RATE, {"Wexcombe": {2024: 40, 2026: 39}})

    council, measures = line.council, list(Indicator.objects.all())

    with django_assert_max_num_queries(4):
        beside(measures, council, line.date, READER)


def test_a_link_is_of_one_thing_and_once():
    [line] = matters_of.lines("One")
    by = factories.user("officer")
    linking.answer(thing=line, indicator=measure(), yes=True, by=by)

    for said in ({"entry": line}, {}, {"entry": line, "matter": matters_of.matter("Hubs", line)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            LinkedIndicator.objects.create(indicator=measure(), answer="confirmed", by=by, **said)
