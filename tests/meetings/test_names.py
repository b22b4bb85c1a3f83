"""Names of bodies and people mean something within one council only."""

import doctest

import pytest

from meetings import names, people
from meetings.models import Attendance, Committee, Decision, Person, PersonName, PortfolioHolder, SamePerson
from meetings.register import bodies
from tests import factories

pytestmark = pytest.mark.django_db

HOLTSHIRE = "Holtshire County Council"


@pytest.mark.parametrize("module", [names, bodies])
def test_the_examples_are_true(module):
    assert doctest.testmod(module).failed == 0


def paper_of(council: str, fact: str, acronyms: dict[str, str] | None = None, **data):
    paper = factories.document(council_name=council, acronyms=acronyms or {})
    factories.accepted(paper, fact, **data)
    return factories.actions.publish(document=paper, by=factories.user("publisher"))


def test_one_short_form_is_two_bodies_in_two_councils():
    paper_of("Wexcombe County Council", "Decision", {"WSCB": "Wexcombe Safeguarding Children Board"}, committee="WSCB")
    paper_of("Westmere Council", "Decision", {"WSCB": "Westmere Safeguarding Children Board"}, committee="WSCB")

    found = set(Decision.objects.values_list("council__name", "committee__name"))

    assert found == {
        ("Wexcombe County Council", "Wexcombe Safeguarding Children Board"),
        ("Westmere Council", "Westmere Safeguarding Children Board"),
    }


def test_a_short_form_and_its_meaning_are_one_body():
    paper_of("Wexcombe County Council", "Decision", {"WSCB": "Wexcombe Safeguarding Children Board"}, committee="WSCB")
    paper_of("Wexcombe County Council", "Decision", committee="The Wexcombe Safeguarding Children  Board")

    assert Committee.objects.count() == 1


def test_a_short_form_that_another_council_explains_stays_as_printed():
    paper_of("Wexcombe County Council", "Decision", {"WSCB": "Wexcombe Safeguarding Children Board"}, committee="WSCB")
    paper_of(HOLTSHIRE, "Decision", committee="WSCB")

    assert Committee.objects.get(council__name=HOLTSHIRE).name == "WSCB"


def attended(*printed: str, council: str = "Wexcombe County Council"):
    for name in printed:
        paper_of(council, "Attendance", name=name)


def person_of(name: str) -> Person:
    return Attendance.objects.get(name=name).known_as.person


def test_names_alike_are_offered_and_not_joined():
    attended("R J Amberly", "Rosalind Amberly")

    offer = SamePerson.objects.get()

    assert {offer.one.name, offer.other.name} == {"R J Amberly", "Rosalind Amberly"}
    assert person_of("R J Amberly") != person_of("Rosalind Amberly")


def test_names_alike_in_two_councils_are_not_offered():
    attended("R J Amberly")
    attended("Rosalind Amberly", council=HOLTSHIRE)

    assert not SamePerson.objects.exists()


def test_a_name_printed_with_a_title_and_points_is_the_same_name():
    attended("R J Amberly", "Cllr R. J. Amberly")

    assert PersonName.objects.count() == 1
    assert not SamePerson.objects.exists()


def test_a_name_is_offered_beside_each_that_it_may_be_once():
    attended("R Amberly", "Rosalind Amberly", "Robert Amberly", "Rosalind Amberly")

    pairs = {(offer.one.name, offer.other.name) for offer in SamePerson.objects.all()}

    assert pairs == {("R Amberly", "Rosalind Amberly"), ("R Amberly", "Robert Amberly")}


def test_a_yes_makes_one_person_and_undo_two_again():
    attended("R J Amberly", "Rosalind Amberly")
    offer, officer = SamePerson.objects.get(), factories.user("officer")

    people.answer(offer=offer, yes=True, by=officer)
    assert person_of("R J Amberly") == person_of("Rosalind Amberly")
    assert offer.answered_by == officer

    people.undo(offer=offer, by=officer)
    assert person_of("R J Amberly") != person_of("Rosalind Amberly")
    assert (offer.answer, offer.answered_by) == ("offered", None)


def test_a_no_keeps_two_people_and_is_remembered():
    attended("R J Amberly", "Rosalind Amberly")
    people.answer(offer=SamePerson.objects.get(), yes=False, by=factories.user("officer"))

    attended("Rosalind Amberly")

    assert SamePerson.objects.get().answer == "no"
    assert PersonName.objects.values("person").distinct().count() == 2


def test_undoing_an_earlier_yes_leaves_the_later_one():
    attended("R Amberly", "R J Amberly", "Rosalind Amberly")
    officer = factories.user("officer")
    first, second = (
        SamePerson.objects.filter(other__name="R J Amberly"),
        SamePerson.objects.filter(one__name="R J Amberly"),
    )
    for offer in (first.get(), second.get()):
        people.answer(offer=offer, yes=True, by=officer)

    people.undo(offer=first.get(), by=officer)

    assert person_of("R J Amberly") == person_of("Rosalind Amberly")
    assert person_of("R Amberly") != person_of("R J Amberly")


def test_a_portfolio_holder_is_the_person_who_attends():
    attended("Rosalind Amberly")
    paper_of("Wexcombe County Council", "PortfolioHolder", name="Rosalind Amberly")

    assert PortfolioHolder.objects.get().known_as.person == person_of("Rosalind Amberly")
