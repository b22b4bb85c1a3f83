"""Which measures a text speaks of."""

import pytest

from dashboard.measure_words import about, names_in, said_in


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("That the offer of suitable accommodation to care leavers be widened", "care-leavers-accommodation-percent"),
        ("EHC plans: finishing within 20 weeks", "ehc-plans-within-20-weeks-percent"),
        ("More than 20 miles from home", "placed-over-20-miles-percent"),
    ],
)
def test_a_measure_is_known_by_the_words_that_councils_use(text, slug):
    assert slug in said_in(text)


@pytest.mark.parametrize(
    "text", ["That the item be referred to Cabinet.", "ITEM REFERRED FROM COUNCIL", "It be noted."]
)
def test_business_that_is_sent_on_is_no_referral_of_a_child(text):
    assert said_in(text) == {}


def test_of_a_wider_and_a_narrower_measure_the_narrower_is_meant():
    said = said_in("Care leavers in suitable accommodation")

    assert "care-leavers-number" not in said


def test_a_measure_in_pounds_is_spoken_of_where_money_is():
    assert "looked-after-cost-per-week" not in said_in("Children looked after by the council")
    assert "looked-after-cost-per-week" in said_in("The cost of children looked after by the council")


def test_whom_a_text_is_about_suggests_what_is_measured_of_them():
    assert "social-worker-vacancies-percent" in about("Keeping social workers")
    assert about("The weather") == {}


def test_a_short_name_must_stand_together():
    names = [("children-in-need-rate", "Children in need per 10,000")]

    assert names_in("Support for children in need", names)
    assert not names_in("Children whose parents need a break", names)
