"""The one sentence of a card: right for every polarity, and in the card's own numbers."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.card import Card, card
from dashboard.figures import POLARITY
from dashboard.models import DefinitionChange
from dashboard.ranking import Rank, Ranks, rank
from tests.dashboard.lines import aim, figures

VALUES = st.decimals(0, 100, places=1)
HELD = st.dictionaries(st.integers(2016, 2025), st.one_of(VALUES, st.sampled_from("czx")), max_size=10)
PLACES = st.fixed_dictionaries({"own": HELD}, optional=dict.fromkeys(("nation", "region", "mean", "median"), HELD))
AIMS = st.none() | st.fixed_dictionaries(
    {"target": VALUES}, optional={"floor": VALUES, "tolerance": VALUES, "lower": VALUES, "upper": VALUES}
)
UNITS = st.sampled_from(["percent", "per_10000", "count", "gbp", "score", "ratio"])
POLARITIES = st.sampled_from(sorted(POLARITY))
OPINIONS = re.compile(r"better|worse|best|worst|good|bad|improv|quarter|rank|target|floor")
NUMBERS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def made(
    polarity: str, places: dict, unit: str = "percent", held: dict | None = None, ranks: Ranks | None = None
) -> Card:
    return card(figures(polarity, unit, aim(**held) if held else None, **places), ranks)


def body(one: Card) -> str:
    """The sentence without the words on the polarity at its end."""
    return one.sentence.removesuffix(one.polarity)


@settings(max_examples=50)
@given(PLACES, UNITS, AIMS, st.sampled_from(["neutral", ""]))
def test_a_neutral_measure_is_never_called_better_or_worse(places, unit, held, polarity):
    values = [Decimal(n) for n in range(30)]

    one = made(polarity, places, unit, held, Ranks(rank(Decimal(3), values, polarity)))

    assert not OPINIONS.search(body(one))
    assert one.sentence.endswith(POLARITY[polarity])


@settings(max_examples=50)
@given(PLACES, UNITS)
def test_what_is_better_of_one_direction_is_worse_of_the_other(places, unit):
    high, low = body(made("high", places, unit)), body(made("low", places, unit))

    turned = {"better": "worse", "worse": "better"}
    assert re.sub("better|worse", lambda said: turned[said[0]], high) == low


@settings(max_examples=50)
@given(PLACES, st.sampled_from(["high", "low"]), UNITS.filter(lambda unit: unit != "count"))
def test_better_is_said_exactly_where_the_direction_is_the_measures(places, polarity, unit):
    one = made(polarity, places, unit)
    side = one.main
    if side is None or side.now is None:
        return
    sign = 1 if polarity == "high" else -1

    for other in [move.then for move in side.moves] + [beside.number for beside in side.beside if beside.same_period]:
        by = sign * (side.now.value - other.value)
        said = {move.effect for move in side.moves if move.then == other}
        said |= {beside.effect for beside in side.beside if beside.number == other}
        assert said == {"better" if by > 0 else "worse" if by < 0 else ""}
    moves = {move.effect for move in side.moves} | {one.effect for one in side.beside} | {side.trend_effect}
    assert ("which is better" in body(one)) == ("better" in moves)
    assert ("which is worse" in body(one)) == ("worse" in moves)


@settings(max_examples=50)
@given(PLACES, UNITS, AIMS, POLARITIES)
def test_every_number_in_the_sentence_is_one_of_the_card(places, unit, held, polarity):
    one = made(polarity, places, unit, held, Ranks(Rank(12, 151, "A")) if polarity in ("high", "low") else None)

    assert set(NUMBERS.findall(body(one))) <= set(NUMBERS.findall(" ".join(on_the_card(one))))


def on_the_card(one: Card) -> list[str]:
    """All that the page of a measure prints of its card, apart from the sentence; the interval's own number."""
    side = one.main
    if side is None:
        return []
    shown = [number for number in [side.now, side.cohort, *(move.then for move in side.moves)] if number]
    shown += [beside.number for beside in side.beside]
    words = [text for number in shown for text in (number.text, number.when)]
    words += [move.text for move in side.moves] + [beside.name for beside in side.beside]
    return [*words, side.gap.when if side.gap else "", one.aims, one.travel, "95% 12th of 151"]


@settings(max_examples=50)
@given(PLACES, UNITS, POLARITIES)
def test_what_is_missing_is_said_and_never_nought(places, unit, polarity):
    one = made(polarity, {"own": dict.fromkeys(places["own"], "c")}, unit)

    assert ("suppressed" in one.sentence) == bool(places["own"])
    assert ("is known" in one.sentence.split(":")[-1] or "No value" in one.sentence) or one.main.now is None
    assert "None" not in one.sentence
    assert not re.search(r"\b0\b", body(one).replace("31 March 20", ""))


def test_a_suppressed_value_stands_before_the_latest_that_is_known():
    one = made("low", {"own": {2024: 4, 2025: "c"}})

    assert one.sentence == (
        "Re-referrals in Wexcombe at 31 March 2025: suppressed, since few children are counted. The latest value that "
        "is known stood at 4.0% at 31 March 2024. Lower is better."
    )


def test_nothing_known_is_said_so():
    assert made("low", {}).sentence == "No value of “Re-referrals” for Wexcombe is known. Lower is better."


def test_all_of_a_card_is_in_the_sentence():
    years = {2019: 20, 2020: 21, 2021: 22.1, 2022: 23, 2023: 24, 2024: 25, 2025: 26.5}
    places = {"own": years, "nation": {2025: 22.6}, "region": {2024: 19}, "mean": {2025: 24.02}, "median": {2025: 26.5}}

    one = made("low", places, "percent", {"target": 20, "floor": 25}, Ranks(Rank(140, 151, "D"), Rank(9, 11, ties=1)))

    assert one.sentence == " ".join(
        [
            "Re-referrals in Wexcombe stood at 26.5% at 31 March 2025;",
            "up by 1.5 percentage points from 25.0% at 31 March 2024, which is worse;",
            "higher than England (22.6%) and the statistical neighbours' mean (24.02%, 2025 set), which is worse;",
            "the same as the statistical neighbours' median (26.5%, 2025 set);",
            "Marl and Fens (19.0%) at 31 March 2024, which is another period;",
            "floor missed (target 20%, floor 25%);",
            "140th of 151 authorities, the best first, in the last quarter;",
            "joint 9th of 11 among it and its statistical neighbours, the best first;",
            "over the 7 values from 31 March 2019 to 31 March 2025 it rose by about 1 percentage point a year",
            "(probably between 0.97 and 1.1), which is worse. Lower is better.",
        ]
    )


@pytest.mark.parametrize("polarity", ["high", "low", "target"])
def test_across_a_new_definition_nothing_is_better_or_worse(polarity):
    of = figures(polarity, own={year: year - 2000 for year in range(2016, 2026)}, aim=aim(target=90))
    of.changes = (DefinitionChange(date="2024-09-01"),)
    of.changes[0].date = of.official.own.points[-1].date

    one = card(of)

    assert "but what is counted was changed in between" in one.sentence
    assert one.main.moves[0].effect == ""
    assert one.main.trend is None
