"""What happened while a measure moved: each mark leads to what it is, and nothing exempt is marked."""

from __future__ import annotations

from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import resolve

from dashboard import linking
from dashboard.marks import DECISION, DEFINITION, INSPECTION, MOST, marks
from dashboard.models import DefinitionChange, Indicator
from meetings.models import Decision
from reports.models import Council
from tests import factories
from tests.meetings import matters_of

pytestmark = pytest.mark.django_db
READER = AnonymousUser()


@pytest.fixture
def measure() -> Indicator:
    measure = Indicator.objects.get(pk="children-looked-after-rate")
    Council.objects.create(name="Wexcombe County Council", short_name="Wexcombe")
    DefinitionChange.objects.filter(indicator=measure).delete()
    return measure


def told(measure, user=READER, **days) -> list[tuple[str, str]]:
    return [(mark.sort, mark.words) for mark in marks(measure, Council.objects.get(), user, **days)]


def put_beside(measure, thing, *, yes=True):
    return linking.answer(thing=thing, indicator=measure, yes=yes, by=factories.user("officer"))


def test_a_decision_that_a_person_linked_is_marked_and_leads_to_its_page(measure):
    one, other = matters_of.lines("That hubs be opened.", "That hubs be shut.")
    put_beside(measure, one)

    [mark] = marks(measure, one.council, READER)

    assert (mark.date, mark.words, mark.sort) == (date(2025, 3, 4), "That hubs be opened.", DECISION)
    assert resolve(mark.url).kwargs == {"pk": one.pk}
    assert other.title not in mark.words


def test_the_decisions_of_a_linked_matter_are_marked(measure):
    [line] = matters_of.lines("That hubs be opened.")
    put_beside(measure, matters_of.matter("Hubs", line))

    assert told(measure) == [(DECISION, "That hubs be opened.")]


def test_a_refused_link_marks_nothing(measure):
    [line] = matters_of.lines("That hubs be opened.")
    put_beside(measure, line, yes=False)

    assert told(measure) == []


def test_an_inspection_is_marked_once_with_its_overall_grade(measure):
    for _ in range(2):
        factories.published("Judgement")

    assert told(measure) == [(INSPECTION, "Ofsted inspection: Overall effectiveness: Good")]


def test_an_inspection_of_a_home_is_no_mark_of_a_measure(measure):
    paper = factories.document()
    factories.accepted(paper, "Judgement", subject="Larch House")
    matters_of.actions.publish(document=paper, by=factories.user("publisher"))

    assert told(measure) == []


def test_a_change_of_what_is_counted_is_marked(measure):
    DefinitionChange.objects.create(indicator=measure, date="2022-04-01", words="Ages changed", source="A guide")

    assert told(measure) == [(DEFINITION, "What is counted changed: Ages changed")]


def test_only_what_happened_within_the_days_is_marked_both_ends_with_it(measure):
    for day in ("2020-01-01", "2021-01-01", "2022-01-01"):
        DefinitionChange.objects.create(indicator=measure, date=day, words=day, source="A guide")

    within = told(measure, since=date(2021, 1, 1), until=date(2022, 1, 1))

    assert [words[-10:] for _, words in within] == ["2021-01-01", "2022-01-01"]


def test_of_too_many_the_decisions_of_a_matter_give_way_first(measure):
    lines = matters_of.lines(*(f"That hub {number} be opened." for number in range(MOST + 3)))
    put_beside(measure, matters_of.matter("Hubs", *lines))
    put_beside(measure, lines[-1])
    factories.published("Judgement")

    found = told(measure)

    assert len(found) == MOST
    assert found[0][0] == INSPECTION
    assert (DECISION, lines[-1].title) in found


def test_an_exempt_decision_is_marked_for_the_cleared_alone(measure):
    [line] = matters_of.lines(closed=("That the house be sold.",))
    put_beside(measure, line)

    assert told(measure) == []
    assert told(measure, factories.user("cleared")) == [(DECISION, "That the house be sold.")]


def test_a_proposed_or_an_undated_decision_is_no_mark(measure):
    lines = matters_of.lines("One", "Other")
    Decision.objects.filter(pk=lines[0].pk).update(status="proposed")
    Decision.objects.filter(pk=lines[1].pk).update(date=None, precision="none")
    for line in lines:
        put_beside(measure, line)

    assert told(measure) == []


def test_marks_ask_as_much_for_many_as_for_one(measure, django_assert_max_num_queries):
    lines = matters_of.lines(*(f"That hub {number} be opened." for number in range(9)))
    put_beside(measure, matters_of.matter("Hubs", *lines))
    council = lines[0].council

    with django_assert_max_num_queries(3):
        marks(measure, council, READER)
