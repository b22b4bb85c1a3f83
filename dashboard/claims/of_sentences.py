"""The claims that a paper's sentences make: changes in per cent, and lowest and highest."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.claims import changes, superlatives
from dashboard.claims.checked import CONSISTENT, DEFINITION, DIFFERS, Checked
from dashboard.claims.known import OWN
from dashboard.claims.of_figures import stated_of
from dashboard.claims.paper import Paper, place_of, quoted
from dashboard.claims.superlatives import Superlative
from dashboard.claims.superlatives_checked import against
from dashboard.models import Claim, Observation
from reports.models import Passage

MAYBE_CHANGE = re.compile(r"%|per\s?cent", re.IGNORECASE)
MAYBE_SUPERLATIVE = re.compile(r"est\b|\brecord\s+(?:low|high)|\ball[\s-]time", re.IGNORECASE)
CHANGED = {"same": CONSISTENT, "points": DEFINITION, "later": DEFINITION, "apart": DIFFERS}
OF_RATES = re.compile(r"\brates?\b|per\s?cent|\bproportion|\bshare|%", re.IGNORECASE)
GOES_ON = re.compile(r"^(?:this|it|that|these|which)\b", re.IGNORECASE)


def change_claims(paper: Paper) -> Iterator[Checked]:
    """Each change in per cent that a sentence gives the numbers for, worked out again."""
    for passage, sentences in paper.sentences():
        if not MAYBE_CHANGE.search(passage.text):
            continue
        for sentence in sentences:
            for change in changes.changes_in(sentence.text):
                came_to, working = changes.check(change)
                figures = [one.finding for one in paper.said_in(passage, sentence.text)]
                yield Checked(
                    paper.document, Claim.Sort.CHANGE, f"{passage.pk} {sentence.start} {change.words}",
                    CHANGED[came_to], quoted(sentence.text), working, figures, [passage],
                )  # fmt: skip


def superlative_claims(paper: Paper) -> Iterator[Checked]:
    """Each "lowest" and "highest" that stands with a figure of the council's own, held against the official series."""
    for passage, sentences in paper.sentences():
        if not MAYBE_SUPERLATIVE.search(passage.text) or not paper.at(passage):
            continue
        for before, sentence in zip([None, *sentences[:-1]], sentences, strict=True):
            for claim in superlatives.superlatives_in(sentence.text):
                earlier = before.text if before and GOES_ON.match(sentence.text) else ""
                if figure := _figure(paper, passage, claim, sentence.text, earlier):
                    yield _checked(paper, passage, claim, figure, sentence.text, sentence.start)


def _figure(paper: Paper, passage: Passage, claim: Superlative, sentence: str, earlier: str) -> Observation | None:
    """The figure that a superlative is said of: of its sentence the nearest to it, else the only one before it."""
    here = _own(paper, passage, claim, sentence)
    if here:
        place = sentence.find(claim.words)
        return min(here, key=lambda one: abs((place_of(one, sentence) or 0) - place))
    before = _own(paper, passage, claim, earlier) if earlier else []
    return before[0] if len(before) == 1 else None


def _own(paper: Paper, passage: Passage, claim: Superlative, words: str) -> list[Observation]:
    figures = [
        one
        for one in paper.said_in(passage, words)
        if one.role == "actual" and one.indicator and paper.known.place_of(one.area) == OWN
    ]
    rates = [one for one in figures if one.indicator and one.indicator.unit != "count"]
    return rates if OF_RATES.search(claim.words) else figures


def _checked(
    paper: Paper, passage: Passage, claim: Superlative, figure: Observation, sentence: str, start: int
) -> Checked:
    outcome = against(claim, figure, stated_of(figure, paper, {}), paper.known)
    return Checked(
        paper.document, Claim.Sort.SUPERLATIVE, f"{passage.pk} {start} {claim.words} {figure.finding_id}",
        outcome.verdict, quoted(sentence), outcome.working, [figure.finding], [passage], outcome.official,
    )  # fmt: skip
