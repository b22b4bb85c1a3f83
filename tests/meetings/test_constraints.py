"""What the database refuses, whoever asks."""

import pytest
from django.db import IntegrityError
from django.utils import timezone

from meetings.models import (
    Action,
    CallIn,
    CallInRule,
    Committee,
    Decision,
    Meeting,
    Person,
    PersonName,
    Portfolio,
    SamePerson,
)
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def council():
    return factories.published("Decision").council


def test_a_committee_is_there_once_a_council(council):
    with pytest.raises(IntegrityError, match="committee_once_a_council"):
        Committee.objects.create(council=council, name="Cabinet", key="cabinet")


def test_a_portfolio_is_there_once_a_council(council):
    with pytest.raises(IntegrityError, match="portfolio_once_a_council"):
        Portfolio.objects.create(council=council, name="Childrens Services", key="childrens services")


def test_a_committee_meets_once_a_day(council):
    cabinet = Committee.objects.get()
    with pytest.raises(IntegrityError, match="meeting_once_a_day"):
        Meeting.objects.create(committee=cabinet, held_on="2025-03-04", date="2025-03-04")


def test_a_line_has_a_finding_of_its_own(council):
    line = Decision.objects.get()
    with pytest.raises(IntegrityError, match="finding_id"):
        Decision.objects.create(council=council, finding=line.finding, sort="decision", title="Again", text="Again")


@pytest.mark.parametrize(("day", "precision"), [(None, "day"), ("2025-03-04", "none")])
def test_an_entry_with_a_date_has_a_precision(council, day, precision):
    with pytest.raises(IntegrityError, match="entry_date_has_a_precision"):
        Decision.objects.update(date=day, precision=precision)


def test_an_action_that_is_done_says_by_whom():
    factories.published("Action")
    with pytest.raises(IntegrityError, match="action_done_at_and_by"):
        Action.objects.update(done_at=timezone.now())


def name(council, printed: str) -> PersonName:
    return PersonName.objects.printed(council, printed)[0]


def test_a_name_is_there_once_a_council(council):
    person = Person.objects.create(council=council, name="Jo Pell")
    name(council, "Jo Pell")
    with pytest.raises(IntegrityError, match="person_name_once_a_council"):
        PersonName.objects.create(council=council, person=person, own=person, name="Jo Pell", key="jo pell")


def test_a_person_is_made_for_one_name(council):
    own = name(council, "Jo Pell").own
    with pytest.raises(IntegrityError, match="own_id"):
        PersonName.objects.create(council=council, person=own, own=own, name="J Pell", key="j pell")


def test_two_names_are_offered_once(council):
    one, other = name(council, "Jo Pell"), name(council, "J Pell")
    SamePerson.objects.create(one=one, other=other)
    with pytest.raises(IntegrityError, match="same_person_offered_once"):
        SamePerson.objects.create(one=one, other=other)


def test_an_answer_says_who_gave_it(council):
    one, other = name(council, "Jo Pell"), name(council, "J Pell")
    with pytest.raises(IntegrityError, match="same_person_answered_at_and_by"):
        SamePerson.objects.create(one=one, other=other, answer="yes")


@pytest.mark.parametrize(
    ("said", "broken"),
    [
        ({"result": "upheld"}, "call_in_result_of_a_call_in"),
        ({"result_on": "2025-04-01"}, "call_in_result_of_a_call_in"),
        ({"called_in_on": "2025-04-02", "result": "upheld", "result_on": "2025-04-01"}, "call_in_result_after_call_in"),
        ({"called_in_on": "2025-04-02", "urgent": True}, "call_in_not_of_the_urgent"),
    ],
)
def test_a_call_in_goes_in_order(council, said, broken):
    with pytest.raises(IntegrityError, match=broken):
        CallIn.objects.create(decision=Decision.objects.get(), recorded_by=factories.user("officer"), **said)


def test_a_decision_has_one_record_of_its_call_in(council):
    decision, officer = Decision.objects.get(), factories.user("officer")
    CallIn.objects.create(decision=decision, recorded_by=officer)

    with pytest.raises(IntegrityError, match="decision_id"):
        CallIn.objects.create(decision=decision, recorded_by=officer)


def test_a_council_has_one_rule_of_call_in(council):
    CallInRule.objects.create(council=council)

    with pytest.raises(IntegrityError, match="council_id"):
        CallInRule.objects.create(council=council)


def test_a_window_has_no_less_than_no_days(council):
    with pytest.raises(IntegrityError, match="working_days"):
        CallInRule.objects.create(council=council, working_days=-1)
