"""Rounding, implied populations, changes, superlatives, amounts and dates: by examples, and for all numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.claims import amounts, changes, events, of_ratings, of_votes, population
from dashboard.claims.ages import ages_in
from dashboard.claims.amounts import Line, Statement, together
from dashboard.claims.population import Number, Rate
from dashboard.claims.rounding import Interval, exact, printed, within
from dashboard.claims.superlatives import Standing, holds, standing, superlatives_in

FEW = settings(max_examples=50, deadline=None)


@FEW
@given(value=st.decimals(0, 10_000, places=4), decimals=st.integers(0, 3))
def test_what_was_rounded_lies_within_what_it_was_rounded_to(value, decimals):
    span = within(round(value, decimals), decimals)

    assert span.low <= value <= span.high


@FEW
@given(st.integers(0, 99), st.integers(0, 99))
def test_two_whole_numbers_touch_only_when_they_are_the_same(one, other):
    assert within(Decimal(one), 0).touches(within(Decimal(other), 0)) == (one == other)


@pytest.mark.parametrize(
    ("value", "text", "low", "high"),
    [
        ("23.9", "at 23.9 per 10,000", "23.85", "23.95"),
        ("637", "increased to 637 children", "637", "637"),
        ("60", "60% of leavers", "59.5", "60.5"),
        ("392000", "£392k will be saved", "391500", "392500"),
        ("390000", "savings of £390,000", "389999.5", "390000.5"),
        ("1200000", "about £1.2 million", "1140000.00", "1260000.00"),
        ("640", "nearly 640 children", "608.00", "672.00"),
        ("12.5", "a person corrected it", "12.45", "12.55"),
    ],
)
def test_a_printed_number_is_as_exact_as_it_is_printed(value, text, low, high):
    assert printed(Decimal(value), text) == Interval(Decimal(low), Decimal(high))


def rate(value: str, *numbers: Number) -> Rate:
    return Rate("A rate", Decimal(value), within(Decimal(value), 1), numbers)


PLANS = rate("23.9", Number(Decimal(637), "637"))
CARE = Decimal("35.2")


def test_a_number_and_a_rate_of_another_population_are_told_apart():
    alone = rate("35.2", Number(Decimal(849), "849"))

    assert [found.verdict for found in population.check(alone, [PLANS])] == ["apart"]


def test_a_printed_sum_that_fits_explains_the_rate():
    with_sum = rate("35.2", Number(Decimal(849), "849"), Number(Decimal(939), "849 plus 90 = 939", True))

    found = list(population.check(with_sum, [PLANS]))

    assert [(one.number.words, one.verdict) for one in found] == [("849", "sum"), ("849 plus 90 = 939", "same")]


@FEW
@given(
    children=st.integers(20_000, 400_000),
    one=st.integers(50, 900),
    other=st.integers(50, 900),
)
def test_numbers_and_rates_of_one_population_always_agree(children, one, other):
    rates = [
        Rate("", made, within(made, 1), (Number(Decimal(number), str(number)),))
        for number in (one, other)
        if (made := round(Decimal(number) * 10_000 / children, 1))
    ]

    assert {found.verdict for found in population.check(rates[0], rates[1:])} <= {"same"}


@pytest.mark.parametrize(
    ("sentence", "came_to"),
    [
        ("Referrals rose by 12% from 250 to 280.", ["same"]),
        ("Referrals rose by 15% from 250 in March 2015 to 280 in March 2016.", ["apart"]),
        ("The number fell from 1,200 in 2014/15 to 900 in 2015/16, a reduction of 25%.", ["same"]),
        ("It rose from 50% to 55%, an increase of 10%.", ["same"]),
        ("It rose from 60.0% to 66.0%, an increase of 6%.", ["points"]),
        ("It increased by 5 percentage points from 50% to 55%.", ["same"]),
        ("It increased by 9 percentage points from 50% to 55%.", ["apart"]),
        ("There were 679 on plans, an increase of 36 (5.6%).", ["same"]),
        ("There was an increase of 36 (8.6%) to 679 children.", ["apart"]),
        ("Visits grew by 12%, from 280 to 320.", ["later"]),
        ("Costs fell by nearly 20% from £100 to £81 a week.", ["same"]),
        # What does not say which numbers belong together claims nothing that can be worked out.
        ("At a record low of 3.8% in October 2015, a 9.5% reduction on the year before.", []),
        ("It fell from 52.4 per 10,000 in June 2021 to 47.9 in June 2022.", []),
        ("Costs fell by 12% from 280 to 320.", []),
        ("Moved from 4 to 6 homes and from 20 to 30 beds, up 50%.", []),
        ("A 20% discount applies on orders from 5 to 10.", []),
        # What is said of something else.
        ("Referrals rose from 250 to 280, assessments rose by 30%.", []),
        ("Referrals rose from 250 to 280, while assessments rose by 30%.", []),
        ("Referrals rose from 250 to 280 (85% within a day).", []),
        ("Referrals rose from 250 to 280 and 85% were seen.", []),
        ("There was an increase of 36 (8.6%) in plans, and 120 are now open.", []),
        # However it is said.
        ("Plans went from 250 to 280 children in March, a rise of 12%.", ["same"]),
        ("Referrals rose from 250 to 280 (12%).", ["same"]),
        ("Referrals went up from 250 to 280, which is an increase of about 15%.", ["apart"]),
        ("A 12% increase in referrals from 250 to 280 was seen.", ["same"]),
        ("The rate fell from 50.0 per 10,000 to 45.0 per 10,000, a fall of 10%.", ["same"]),
    ],
)
def test_a_change_is_worked_out_from_the_numbers_of_its_sentence(sentence, came_to):
    assert [changes.check(change)[0] for change in changes.changes_in(sentence)] == came_to


@FEW
@given(old=st.integers(20, 5000), new=st.integers(20, 5000))
def test_a_change_that_is_rounded_as_printed_always_agrees(old, new):
    percent = round(abs(Decimal(new) / old - 1) * 100, 1)
    if old == new or not 0 < percent < 1000:
        return
    verb = "rose" if new > old else "fell"

    found = changes.changes_in(f"The number {verb} by {percent}% from {old:,} to {new:,}.")

    assert [changes.check(change)[0] for change in found] == ["same"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("It is one of the lowest rates per 10,000 in England at 39.8.", [("lowest", "nation", 0, True)]),
        ("It has the third lowest share aged 16-18 in the Eastern Region.", [("lowest", "region", 3, False)]),
        ("It is the 19th highest out of 152 local authorities.", [("highest", "nation", 19, False)]),
        ("It is the lowest among our statistical neighbours.", [("lowest", "neighbours", 0, False)]),
        ("This is a record low of 3.8%.", [("lowest", "ever", 0, False)]),
        ("This is the highest level since March 2020.", [("highest", "ever", 0, False)]),
        ("It is at its highest for nearly 9 years.", [("highest", "ever", 0, False)]),
        ("It is not one of the lowest in the country.", []),
        ("Our ambition is to be the lowest in the country.", []),
        ("That compares with the lowest in the country.", []),
        ("Those at highest risk in the region are helped first.", []),
        ("Foster care is the lowest cost type of placement in the country.", []),
    ],
)
def test_superlatives_say_what_is_claimed_among_whom(sentence, found):
    said = [(one.end, one.among, one.place, one.some) for one in superlatives_in(sentence)]

    assert said == found


def test_the_years_and_the_day_of_a_record_are_read():
    since, years = (superlatives_in(f"It is the lowest {words}.")[0] for words in ("since 2016", "in five years"))

    assert (since.since, years.years) == (date(2016, 1, 1), 5)


def test_values_that_rounding_makes_alike_share_a_place():
    own, others = within(Decimal(38), 0), [within(Decimal(value), 0) for value in (20, 38, 38, 60)]

    assert standing(own, others, "lowest") == Standing(2, 4, 5)


@pytest.mark.parametrize(("place", "held"), [(4, True), (40, None), (90, False)])
def test_one_of_the_lowest_is_the_lowest_quarter_and_not_beyond_the_middle(place, held):
    claim = superlatives_in("It is one of the lowest in the country.")[0]

    assert holds(claim, Standing(place, place, 150)) is held


@pytest.mark.parametrize(
    ("place", "held"), [(Standing(3, 3, 11), True), (Standing(2, 4, 11), True), (Standing(4, 5, 11), False)]
)
def test_a_place_holds_where_rounding_allows_it(place, held):
    assert holds(superlatives_in("It is the third lowest in England.")[0], place) is held


def statement(*pounds: int, references=("AB1",), year="2026/27", paper="a", day=None, **said) -> Statement:
    lines = tuple(Line(Decimal(one), exact(Decimal(one)), said.pop("description", "Hubs")) for one in pounds)
    return Statement(references, lines, year, paper, day, **said)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (statement(390_000), statement(390_000), "consistent"),
        (statement(390_000), statement(-390_000), "consistent"),
        (statement(30_000), statement(10_000, 20_000), "consistent"),
        (statement(390_000), statement(410_000), "differs"),
        (statement(390_000), statement(392_000, 125_000, references=("AB1", "CD2")), "differs"),
        (statement(390_000), statement(250_000, 125_000, references=("AB1", "CD2")), "unknown"),
        (statement(170_000, references=("AB1", "C2")), statement(250_000, references=("AB1", "D4")), "unknown"),
        (statement(390_000), statement(410_000, year=""), "unknown"),
        (statement(390_000), statement(410_000, paper="b", day=date(2026, 2, 3)), "definition"),
        (statement(390_000, in_table=True), statement(50_000, in_table=True, description="Fees"), "unknown"),
    ],
)
def test_two_amounts_for_one_reference(one, other, verdict):
    told = together(one, other)

    assert told is not None
    assert told[0] == verdict


@pytest.mark.parametrize("other", [
    statement(-50_000),
    statement(50_000, description="One-off cost"),
    statement(50_000, description="Full year effect"),
])  # fmt: skip
def test_amounts_of_another_sort_are_not_told_to_differ(other):
    told = together(statement(390_000), other)

    assert told is not None
    assert told[0] == "unknown"


def test_amounts_of_different_years_are_no_claim():
    assert together(statement(390_000), statement(410_000, year="2027/28")) is None


def test_several_references_are_told_apart():
    assert amounts.references_in("EE30, SS 26 & SS19") == ["EE30", "SS26", "SS19"]


@pytest.mark.parametrize(("votes", "present", "gaps", "verdict"), [
    (11, 11, False, "consistent"), (11, 12, False, "consistent"), (13, 12, False, "differs"), (13, 12, True, "unknown"),
])  # fmt: skip
def test_votes_are_held_against_those_present(votes, present, gaps, verdict):
    assert of_votes.judged(votes, present, gaps)[0] == verdict


@pytest.mark.parametrize(("said", "counted", "verdict"), [
    ({"green": 2, "red": 1}, {"green": 2, "red": 1}, "consistent"),
    ({"green": 2, "red": 1}, {"green": 1, "red": 2}, "differs"),
    ({"green": 9, "red": 1}, {"green": 1, "red": 1}, "unknown"),
])  # fmt: skip
def test_a_summary_of_ratings_is_counted_up(said, counted, verdict):
    assert of_ratings.judged(said, counted)[0] == verdict


def test_inspections_are_named_with_their_dates_unless_there_was_more_than_one():
    text = "After the Ofsted inspection in June 2019 a plan was made. Its inspection in June 2021 went on from there."

    assert [one.iso for one in events.inspections_in(text)] == ["2019-06", "2021-06"]
    assert not list(events.inspections_in("The previous Ofsted inspection in June 2019 found less."))


def test_two_inspections_that_each_found_something_are_two():
    text = "The Ofsted inspection in June 2019 found little. The inspection in June 2021 judged it good."

    assert [one.has_findings for one in events.inspections_in(text)] == [True, True]


def test_a_date_with_another_weekday_than_it_had_is_found():
    text = "It met on Monday 14 November 2017, and on Tuesday 14 November 2017; and on 15 November."

    assert [(words, weekday) for words, _, weekday in events.wrong_weekdays(text)] == [
        ("Monday 14 November 2017", "Tuesday")
    ]


@pytest.mark.parametrize(("words", "ages"), [
    ("Care leavers (aged 17-21)", (17, 21)), ("16 to 18 year olds not in education", (16, 18)),
    ("Official: 19 to 21; councils also quote 17 to 21", (19, 21)),
    ("Children per 10,000", None), ("Seen 2024/25", None),
])  # fmt: skip
def test_ages_are_read_from_the_words_of_a_measure(words, ages):
    assert ages_in(words) == ages
