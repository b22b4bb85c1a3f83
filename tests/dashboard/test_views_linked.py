"""Pages on which measures stand beside decisions and matters, and where reviewers choose them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from dashboard import linking
from dashboard.models import Indicator, LinkedIndicator
from meetings.models import Decision
from tests import factories
from tests.dashboard.official import official
from tests.meetings import matters_of

pytestmark = pytest.mark.django_db
RATE = "children-looked-after-rate"


@pytest.fixture
def line():
    [line] = matters_of.lines("That EHC plans take 20 weeks.")
    return line


@pytest.fixture
def sign_in(client):
    def as_a(*roles: str):
        client.force_login(factories.user(*roles))
        return client

    return as_a


def here(thing, sort="line", deed="") -> str:
    return reverse(f"dashboard:beside{deed}", args=[sort, thing.pk])


def put_beside(thing, *slugs):
    for slug in slugs or (RATE,):
        linking.answer(thing=thing, indicator=Indicator.objects.get(pk=slug), yes=True, by=factories.user("officer"))


def page(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_a_decision_shows_its_measures_before_and_after(sign_in, line):
    put_beside(line)
    official(RATE, {"Wexcombe": {2024: 40, 2026: 39}, "England": {2024: 70, 2026: 71}})

    said = page(sign_in("councillor").get(line.decision.get_absolute_url()))

    assert "Figures before and after" in said
    assert "England went from 70.0 to 71.0 over the same time. This says what happened, not why." in said
    assert reverse("dashboard:beside", args=["line", line.pk]) not in said


def test_a_matter_shows_them_around_its_decision(sign_in, line):
    made = matters_of.matter("Plans", line)
    put_beside(made)
    official(RATE, {"Wexcombe": {2024: 40, 2026: 39}})

    said = page(sign_in("councillor").get(made.get_absolute_url()))

    assert "Figures before and after: 1 measure" in said
    assert "England’s values for the same periods are not known." in said


def test_an_undated_decision_says_that_there_is_no_before_and_after(sign_in, line):
    put_beside(line)
    Decision.objects.filter(pk=line.pk).update(date=None, precision="none", printed_date="")

    assert "no before and after" in page(sign_in("councillor").get(line.decision.get_absolute_url()))


def test_without_a_measure_readers_see_nothing_and_reviewers_where_to_choose(sign_in, line):
    address = line.decision.get_absolute_url()

    assert "Figures before and after" not in page(sign_in("councillor").get(address))
    assert here(line) in page(sign_in("officer").get(address))


def test_a_reviewer_confirms_what_is_proposed(sign_in, line):
    browser = sign_in("officer")
    assert "Its title speaks of “EHC plans, 20 weeks”." in page(browser.get(here(line)))

    told = {"indicator": "ehc-plans-within-20-weeks-percent", "do": "confirm"}
    answer = browser.post(here(line, deed="_answer"), told)

    assert answer.headers["Location"] == here(line)
    assert LinkedIndicator.objects.get().answer == "confirmed"
    assert "shown here" in page(browser.get(here(line)))


def test_a_reviewer_refuses_and_takes_the_refusal_back(sign_in, line):
    browser, told = sign_in("officer"), {"indicator": RATE}

    browser.post(here(line, deed="_answer"), told | {"do": "refuse"})
    assert "Take the refusal back" in page(browser.get(here(line)))

    browser.post(here(line, deed="_answer"), told | {"do": "take_back"})
    assert not LinkedIndicator.objects.exists()


@pytest.mark.parametrize("told", [{"do": "confirm"}, {"do": "confirm", "indicator": "none"}, {"indicator": RATE}])
def test_an_answer_that_says_too_little_is_told_what_is_wrong(sign_in, line, told):
    answer = sign_in("officer").post(here(line, deed="_answer"), told)

    assert answer.status_code == 422
    assert not LinkedIndicator.objects.exists()
    if "indicator" not in told:
        assert "Choose a measure." in page(answer)


def test_measures_are_chosen_for_a_matter_too(sign_in, line):
    made = matters_of.matter("Plans", line)
    browser = sign_in("publisher")

    browser.post(here(made, "matter", "_answer"), {"indicator": RATE, "do": "confirm"})

    assert LinkedIndicator.objects.get().matter == made
    assert "Children looked after per 10,000" in page(browser.get(here(made, "matter")))


@pytest.mark.parametrize("roles", [("councillor",), ("scrutiny",), ("cleared",)])
def test_readers_choose_nothing(sign_in, line, roles):
    browser = sign_in(*roles)

    assert browser.get(here(line)).status_code == 404
    assert browser.post(here(line, deed="_answer"), {"indicator": RATE, "do": "confirm"}).status_code == 404


def test_an_exempt_line_and_another_sort_of_thing_are_not_there(sign_in):
    [closed] = matters_of.lines(closed=("That the house be sold.",))

    assert sign_in("officer").get(here(closed)).status_code == 404
    assert sign_in("officer", "cleared").get(here(closed)).status_code == 200
    assert sign_in("officer", "cleared").get(here(closed, "house")).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}], ids=["page", "fragment"])
def test_what_is_proposed_is_listed_for_matters_and_for_decisions_of_none(sign_in, line, headers):
    browser, address = sign_in("officer"), reverse("dashboard:to_link")

    assert "Its title speaks of" in page(browser.get(address, {"of": "decisions"}, headers=headers))
    matters_of.matter("Plans", line)
    assert "Plans" in page(browser.get(address, headers=headers))
    assert "There is nothing here yet." in page(browser.get(address, {"of": "decisions"}, headers=headers))


def test_a_measure_lists_the_decisions_and_matters_beside_it(sign_in, line):
    put_beside(matters_of.matter("Plans for children", line))
    official(RATE, {"Wexcombe": {2024: 40}})

    said = page(sign_in("councillor").get(reverse("dashboard:indicator", args=[RATE])))

    assert "Plans for children" in said
    assert line.decision.get_absolute_url() in said


def test_pages_with_many_measures_ask_little(sign_in, line, django_assert_max_num_queries):
    made = matters_of.matter("Plans", line)
    put_beside(made, *Indicator.objects.values_list("pk", flat=True)[:60])
    official(RATE, {"Wexcombe": {2024: 40, 2026: 39}, "England": {2024: 70, 2026: 71}})
    browser = sign_in("councillor")

    for address in (line.decision.get_absolute_url(), made.get_absolute_url()):
        browser.get(address)
        with django_assert_max_num_queries(15):
            browser.get(address)
