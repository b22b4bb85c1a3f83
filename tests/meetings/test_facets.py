"""What decisions are divided by, with the number of lines that each choice would leave."""

import itertools
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.urls import reverse

from meetings.forms import DecisionFilter
from meetings.lists import LISTS, found
from meetings.models import CallIn, Committee, Decision, Matter
from tests import factories
from tests.meetings.reading_pages import PIECE, shown, signed_in

pytestmark = pytest.mark.django_db

SAID = [
    {"text": "A", "outcome": "approved", "key_decision": True, "votes": {"for_": 7, "against": 2}},
    {"text": "B", "outcome": "noted", "key_decision": False, "votes": {"unanimous": True, "names_for": ["Cllr Pell"]}},
    {"text": "C", "outcome": "noted", "committee": "County Council", "status": "proposed"},
    {"text": "D", "outcome": None, "committee": None, "decision_maker": "EXECUTIVE MEMBER FOR CHILDREN"},
]


@pytest.fixture
def decided():
    """Four decisions of one council in a published paper, each of another sort."""
    paper = factories.document()
    for said in SAID:
        factories.accepted(paper, **said)
    return factories.actions.publish(document=paper, by=factories.user("publisher"))


def form(typed: str = "", user=None) -> DecisionFilter:
    return found(LISTS["decisions"], user or factories.user("councillor"), QueryDict(typed))[0]


def counts(one: DecisionFilter) -> dict[str, dict[str, int]]:
    return {group.name: {option.label: option.count for option in [*group.shown, *group.more]} for group in one.groups}


def test_each_facet_counts_what_choosing_it_would_leave(decided):
    of = counts(form())

    assert of["committee"] == {"Cabinet": 2, "County Council": 1}
    assert of["decision_maker"] == {"Executive Member for Children": 1}
    assert of["outcome"] == {"Noted": 2, "Approved": 1, "Not stated": 1}
    assert of["status"] == {"Taken": 3, "Proposed": 1}
    assert of["key"] == {"Not stated": 2, "Key decision": 1, "Not a key decision": 1}
    assert of["vote"] == {"No vote stated": 2, "Split": 1, "Unanimous": 1, "Names recorded": 1}


def test_a_choice_narrows_the_counts_of_the_other_facets_and_not_its_own(decided):
    one = form("outcome=noted")

    assert counts(one)["outcome"] == {"Noted": 2, "Approved": 1, "Not stated": 1}
    assert counts(one)["committee"] == {"Cabinet": 1, "County Council": 1}
    assert one.total == 2


def test_choices_of_one_facet_add_up_and_of_two_narrow_each_other(decided):
    assert form("outcome=noted&outcome=approved").total == 3
    assert form("outcome=noted&outcome=approved&status=proposed").total == 1
    assert form("vote=split&vote=recorded").total == 2


def test_dates_and_words_narrow_what_is_counted(decided):
    assert form("date_from=2025-03-05").total == 0
    assert counts(form("date_from=2025-03-05")) == {}
    assert form("date_from=2025-03-04").total == 4


def test_every_count_is_what_the_list_has_when_it_is_chosen(decided):
    reader = factories.user("councillor")
    for already in ("", "outcome=noted", "key=not-stated&status=taken", "vote=unanimous"):
        for group in form(already, reader).groups:
            for option in [*group.shown, *group.more]:
                chosen = QueryDict(already, mutable=True)
                chosen.setlist(group.name, [option.value])
                assert found(LISTS["decisions"], reader, chosen)[1].count() == option.count, (already, option)


def test_the_total_is_the_length_of_the_list_however_it_is_narrowed(decided):
    reader = factories.user("councillor")
    for choices in itertools.product(("", "outcome=noted"), ("", "vote=split"), ("", "call_in=none"), ("", "words=b")):
        one, rows = found(LISTS["decisions"], reader, QueryDict("&".join(filter(None, choices))))
        assert one.total == rows.count(), choices


def test_the_counts_take_one_query(decided, django_assert_num_queries):
    one = form("outcome=noted&committee=" + str(Committee.objects.get(name="Cabinet").pk))
    assert one.is_valid()

    with django_assert_num_queries(1):
        assert one.total == 1


def test_call_in_states_are_counted_and_chosen(decided):
    decision, officer = Decision.objects.get(text="A"), factories.user("officer")
    CallIn.objects.create(decision=decision, called_in_on=date(2025, 3, 6), recorded_by=officer)

    one = form("call_in=called_in")

    assert counts(one)["call_in"]["Called in"] == 1
    assert [row.text for row in one.narrowed()] == ["A"]


def matter_of(text: str, title: str, **said) -> Matter:
    line = Decision.objects.get(text=text)
    matter = Matter.objects.create(council=line.council, title=title, made_by=factories.user("officer"), **said)
    Decision.objects.filter(pk=line.pk).update(matter=matter)
    return matter


def test_a_matter_whose_name_is_exempt_is_no_choice_for_the_uncleared(decided):
    hidden, open_one = matter_of("A", "Zanzibar sale", exempt=True), matter_of("B", "Family hubs")
    reader, cleared = factories.user("councillor"), factories.user("cleared")

    asked, nothing = form(f"matter={hidden.pk}", reader), form(f"matter={open_one.council_id}", reader)

    assert counts(form("", reader))["matter"] == {"Family hubs": 1}
    assert counts(form("", cleared))["matter"] == {"Family hubs": 1, "Zanzibar sale": 1}
    assert str(asked.errors).replace(str(hidden.pk), "") == str(nothing.errors).replace(str(open_one.council_id), "")
    assert form(f"matter={hidden.pk}", cleared).total == 1


def test_what_stands_in_an_exempt_part_is_counted_for_the_cleared_alone():
    paper = factories.document()
    factories.accepted(paper)
    factories.accepted(paper, exempt=True, committee="Zanzibar Panel", decision_maker="Zara Zanzibar")
    factories.actions.publish(document=paper, by=factories.user("publisher", "cleared"))
    secret = Committee.objects.get(name="Zanzibar Panel").pk

    assert "Zanzibar" not in str(counts(form()))
    assert form(f"committee={secret}").errors
    assert form("decision_maker=Zara Zanzibar").errors
    assert form("", AnonymousUser()).total == 1
    assert counts(form("", factories.user("cleared")))["committee"] == {"Cabinet": 1, "Zanzibar Panel": 1}


def test_councils_divide_the_list_where_there_are_several_and_name_the_bodies(decided):
    factories.published("Decision", council_name="Holtshire County Council")

    of = counts(form())

    assert of["council"] == {"Wexcombe County Council": 4, "Holtshire County Council": 1}
    assert of["committee"]["Cabinet (Wexcombe)"] == 2
    assert of["committee"]["Cabinet (Holtshire)"] == 1


def test_what_divides_nothing_is_not_offered(decided):
    assert "portfolio" not in counts(form())
    assert "council" not in counts(form())


def test_the_commonest_eight_are_shown_and_the_others_on_request(client):
    paper = factories.document()
    for number in range(11):
        for _ in range(1 + (number == 9)):
            factories.accepted(paper, committee=f"Panel {number}")
    factories.actions.publish(document=paper, by=factories.user("publisher"))
    committees = next(group for group in form().groups if group.name == "committee")

    page = shown(signed_in(client, "councillor"), "decisions")

    assert committees.shown[0].label == "Panel 9"
    assert (len(committees.shown), len(committees.more)) == (8, 3)
    assert "3 more<span" in page
    chosen = form(f"committee={committees.more[0].value}")
    assert next(group for group in chosen.groups if group.name == "committee").is_open


@pytest.mark.parametrize(
    "typed", ["outcome=hoped", "committee=zanzibar", "committee=%00", "vote=", "key=1", "matter=x"]
)
def test_a_choice_that_there_is_not_narrows_nothing(decided, typed):
    assert form(typed).total == 4


def test_htmx_brings_the_new_counts_and_announces_how_many_are_left(client, decided):
    signed_in(client, "councillor")

    piece = shown(client, "decisions", "?outcome=noted", headers={**PIECE, "HX-Trigger": "filters"})

    assert 'id="said" hx-swap-oob="innerHTML">2 decisions<' in piece
    assert 'id="filter" hx-swap-oob="innerHTML"' in piece
    assert 'name="outcome" value="noted" checked' in piece


def test_a_chip_takes_one_of_several_choices_off(client, decided):
    page = shown(signed_in(client, "councillor"), "decisions", "?outcome=noted&outcome=approved&after=x&page=2")

    assert 'href="/decisions/?outcome=approved"' in page
    assert "</span> Outcome: Noted</a>" in page


@pytest.mark.parametrize("role", ["anonymous", "councillor", "officer", "cleared"])
def test_who_may_read_the_list_may_divide_it(client, decided, role):
    if role != "anonymous":
        signed_in(client, role)

    answer = client.get(reverse("meetings:decisions"), {"outcome": "noted"})

    assert answer.status_code == (302 if role == "anonymous" else 200)


def test_a_period_of_the_council_narrows_the_list_and_says_its_days(client, monkeypatch):
    monkeypatch.setattr("meetings.forms.periods.timezone.localdate", lambda: date(2025, 3, 20))
    factories.published("Meeting", "Decision")
    paper = factories.document(date="2025-03-11")
    factories.accepted(paper, "Meeting", committee="County Council", held_on="2025-03-11")
    factories.accepted(paper, committee="County Council", decided_on="2025-03-11")
    factories.actions.publish(document=paper, by=factories.user("publisher"))

    page = shown(signed_in(client, "councillor"), "decisions", "?when=since-council")

    assert "1 decision<" in page
    assert "Remove this filter:</span> Since the last full Council, 11 March 2025" in page
    assert "“Last cabinet cycle” cannot be offered: the register knows no two meetings" in page


def test_a_period_that_cannot_be_told_is_an_error_that_says_why(decided):
    one = form("when=since-council")

    assert "the register knows no meeting of full Council" in str(one.errors["when"])
    assert form("when=tomorrow").errors["when"]


def test_own_dates_go_before_a_period(decided):
    one = form("when=30-days&date_from=2025-03-01")

    assert one.total == 4
    assert "when" not in one.said


def test_a_meeting_that_the_reader_may_not_know_of_tells_no_period(decided):
    paper = factories.document()
    factories.accepted(paper, "Meeting", exempt=True, committee="County Council", held_on="2025-02-11")
    factories.actions.publish(document=paper, by=factories.user("publisher", "cleared"))

    assert form("when=since-council").errors
    assert not form("when=since-council", factories.user("cleared")).errors
