"""The claims that a paper's figures are: each beside the official series, and numbers with rates beside each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from dashboard.claims import official, population
from dashboard.claims.ages import ages_in
from dashboard.claims.checked import CONSISTENT, DEFINITION, DIFFERS, UNKNOWN, Checked
from dashboard.claims.paper import Paper, in_print, shortened
from dashboard.claims.rounding import NUMBER, printed
from dashboard.models import Claim, DefinitionChange, Observation

CHECKED_ROLES = (Observation.Role.ACTUAL, Observation.Role.PREVIOUS)
# What is counted on a day; of what is counted over a time only a year's number goes with a year's rate.
ON_A_DAY = ("children-looked-after", "child-protection-plans", "children-in-need")
TWO_YEARS = timedelta(days=731)
PLUS = re.compile(
    rf"(?P<one>{NUMBER})\s+(?:[a-z]+\s+){{0,4}}?(?:plus|\+|and\s+(?:a\s+)?(?:further|additional|another))\s+"
    rf"(?:(?:a\s+)?(?:further|additional|another)\s+)?(?P<other>{NUMBER})(?!\s?%|\s?per\b)",
    re.IGNORECASE,
)


def official_claims(paper: Paper) -> Iterator[Checked]:
    """Each figure of a measure that official statistics have, held against them."""
    changes = _changes(paper)
    for one in paper.observations:
        if one.indicator is None or one.role not in CHECKED_ROLES or not paper.known.measures.get(one.indicator.pk):
            continue
        if one.unit not in ("", one.indicator.unit):
            continue
        stated = stated_of(one, paper, changes)
        outcome = official.check(stated, paper.known.series(one.indicator.pk, one.area))
        yield Checked(
            paper.document, Claim.Sort.OFFICIAL, str(one.finding_id), outcome.verdict, in_print(one),
            outcome.working, [one.finding], official=outcome.official,
        )  # fmt: skip


def _changes(paper: Paper) -> dict[str, tuple]:
    found: dict[str, list] = defaultdict(list)
    for change in DefinitionChange.objects.filter(indicator__in=paper.known.measures):
        found[change.indicator_id].append((change.date, change.words))
    return {slug: tuple(told) for slug, told in found.items()}


def stated_of(one: Observation, paper: Paper, changes: dict[str, tuple]) -> official.Stated:
    """A figure as the check of it takes it."""
    assert one.indicator is not None
    measures = paper.known.measures.get(one.indicator.pk, [])
    ages = ages_in(one.indicator.ages) or next((found for m in measures if (found := ages_in(m.name))), None)
    return official.Stated(
        value=one.value.normalize(), rounded=printed(one.value.normalize(), one.finding.quote), unit=one.indicator.unit,
        place=paper.known.place_of(one.area), period=one.period, precision=one.precision, day=one.date,
        label=one.label, quote=one.finding.quote, paper=paper.day, ages=ages,
        changes=changes.get(one.indicator.pk, ()),
    )  # fmt: skip


def population_claims(paper: Paper) -> Iterator[Checked]:
    """Each number with its rate for one area and period, beside the others of the paper."""
    by_area: dict[str, list[tuple[Observation, list[Observation], population.Rate]]] = defaultdict(list)
    for rate in paper.observations:
        if numbers := _numbers_of(rate, paper):
            by_area[rate.area].append((rate, numbers, _rate(rate, numbers)))
    for pairs in by_area.values():
        for own in pairs:
            if others := [pair for pair in pairs if pair is not own and _are_of_one_time(pair[0], own[0])]:
                yield from _implied(paper, own, others)


def _are_of_one_time(one: Observation, other: Observation) -> bool:
    """Whether a population cannot have grown much between the periods of two rates."""
    return bool(one.date and other.date) and abs(one.date - other.date) <= TWO_YEARS  # type: ignore[operator]


def _numbers_of(rate: Observation, paper: Paper) -> list[Observation]:
    """The number that a rate per 10,000 is of, as the catalogue pairs them, and numbers that it is added to."""
    if rate.indicator is None or rate.indicator.unit != "per_10000" or rate.role != "actual" or rate.value <= 0:
        return []
    stem = rate.indicator.pk.removesuffix("-rate")
    if stem not in ON_A_DAY and rate.precision != "year":
        return []
    same = [one for one in paper.observations if (one.area, one.period, one.role) == (rate.area, rate.period, "actual")]
    own = [one for one in same if one.indicator_id == f"{stem}-number"]
    # Of several, as with and without a group, nobody can say here which the rate is of.
    return own if len(own) == 1 and own[0].value > 0 else []


def _rate(rate: Observation, numbers: list[Observation]) -> population.Rate:
    assert rate.indicator is not None
    own = numbers[0]
    plain = population.Number(own.value, f"{own.value:,.0f}")
    sums = tuple(_sums(own))
    name = rate.indicator.name
    return population.Rate(
        name, rate.value.normalize(), printed(rate.value.normalize(), rate.finding.quote), (plain, *sums)
    )


def _sums(number: Observation) -> Iterator[population.Number]:
    """What the paragraph adds to a number: "849 plus 90"."""
    for match in PLUS.finditer(number.finding.passage.text):
        one, other = (Decimal(match[part].replace(",", "")) for part in ("one", "other"))
        if number.value in (one, other):
            yield population.Number(one + other, f"{match['one']} plus {match['other']} = {one + other:,}", True)


VERDICTS = {"same": CONSISTENT, "sum": DEFINITION, "near": UNKNOWN, "apart": DIFFERS}
ENDINGS = {
    "same": "Within rounding, these can share one population.",
    "sum": "By itself the number cannot share a population with the others; with what the paper adds to it, it can.",
    "near": "They are apart by little: two estimates of one population can differ as much.",
    "apart": "No rounding lets these share one population: a number or a rate counts something else, or is otherwise.",
}


def _implied(paper: Paper, own: tuple, others: list[tuple]) -> Iterator[Checked]:
    observation, numbers, rate = own
    by_rate = {id(pair[2]): pair for pair in others}
    for found in population.check(rate, [pair[2] for pair in others]):
        told = [population.in_words(rate, found.number)]
        told += [population.in_words(other, number) for other, number in found.others]
        told += [population.in_words(rate, found.fitting)] if found.fitting else []
        held = [by_rate[id(other)] for other, _ in found.others]
        findings = [observation.finding, *(one.finding for one in numbers)]
        findings += [one.finding for other, more, _ in held for one in (other, *more)]
        said = f"{found.number.words} at {rate.value:f} per 10,000: {rate.name}, {observation.area}"
        yield Checked(
            paper.document, Claim.Sort.POPULATION, f"{observation.finding_id} {found.number.words}",
            VERDICTS[found.verdict], shortened(said), [f"{words}." for words in told] + [ENDINGS[found.verdict]],
            list(dict.fromkeys(findings)),
        )  # fmt: skip
