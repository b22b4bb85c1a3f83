"""What people type, and the words of sorts and kinds."""

from __future__ import annotations

import pytest
from django.http import QueryDict

from reports.filters import chips, without
from reports.forms import DescribeForm, MarkForm, RejectForm, SearchForm
from reports.models import Document
from reports.reading.facts import FACTS
from reports.reading.kinds import KINDS as READ
from reports.sorts import KINDS, SORTS, in_order

pytestmark = pytest.mark.django_db


def test_every_sort_of_fact_has_words_and_a_place_in_the_order():
    assert SORTS.keys() == FACTS.keys()


def test_every_kind_that_is_read_has_words():
    assert {kind.name for kind in READ} <= KINDS.keys()


def test_sorts_stand_in_the_order_of_the_desk():
    assert in_order(["Event", "Decision", "Event", "Meeting"]) == ["Meeting", "Decision", "Event"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"why": "twice"}, "It is in the list twice"),
        ({"why": "misread", "own": "See page 2"}, "The words were misread: See page 2"),
        ({"why": "own", "own": "Nobody said it"}, "Nobody said it"),
    ],
)
def test_a_reason_is_what_was_chosen_and_what_was_written(said, reason):
    form = RejectForm(said)

    assert form.is_valid()
    assert form.reason() == reason


def test_an_open_paragraph_has_no_schedule():
    form = MarkForm({"part": "open", "schedule": "paragraph 3"})

    assert form.is_valid()
    assert form.cleaned_data["schedule"] == ""


def test_a_description_keeps_a_date_as_exact_as_it_was_typed():
    form = DescribeForm({"title": "A paper", "council": "Wexcombe County Council", "date": "March 2018"})

    assert form.is_valid()
    assert form.cleaned_data["date"] == "2018-03"


def test_taking_a_filter_off_goes_back_to_the_first_page():
    assert without(QueryDict("q=a&kind=agenda&page=3"), "kind") == "?q=a"


def test_a_filter_that_was_typed_wrong_is_no_chip():
    form = SearchForm(QueryDict("q=a&kind=novel&since=2018"), documents=Document.objects.none())
    form.is_valid()

    assert [label for label, _ in chips(form, QueryDict("q=a"), but=("q",))] == ["Documents from: 2018"]
