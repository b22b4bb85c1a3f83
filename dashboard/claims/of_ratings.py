"""A summary of ratings ("Green 12, Amber 5, Red 3") counted against the rated figures of the same paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from dashboard.claims.checked import CONSISTENT, DIFFERS, UNKNOWN, Checked
from dashboard.claims.paper import Paper, shortened
from dashboard.models import Claim, Observation
from reports.reading.rag_summary import COLOURS, summaries_in


def rating_claims(paper: Paper) -> Iterator[Checked]:
    """Each summary of the whole paper, beside what its measures are rated one by one."""
    rated = _rated(paper)
    if not rated:
        return
    counted = Counter(one.rag.lower() for one in rated.values())
    for summary in summaries_in(paper.passages):  # type: ignore[arg-type]
        if not summary.whole:
            continue
        verdict, why = judged(summary.counts, counted)
        passage = paper.passages[paper.passages.index(summary.paragraph)]  # type: ignore[arg-type]
        said = shortened(f"Ratings: {_told(summary.counts)}")
        working = [f"The summary says: {_told(summary.counts)}.", f"Rated one by one are: {_told(counted)}.", why]
        findings = [one.finding for one in rated.values()]
        yield Checked(
            paper.document, Claim.Sort.RATINGS, str(passage.pk), verdict, said, working,
            findings, [passage],
        )  # fmt: skip


def _rated(paper: Paper) -> dict[str, Observation]:
    """The rated figures, one of each measure: the first that is printed."""
    found: dict[str, Observation] = {}
    for one in paper.observations:
        if one.role == Observation.Role.ACTUAL and one.rag.lower() in COLOURS:
            found.setdefault(f"{one.label.casefold()} {one.area}", one)
    return found


def judged(said: Mapping[str, int], counted: Mapping[str, int]) -> tuple[str, str]:
    """The verdict on what a summary says of so many rated measures, and why.

    >>> judged({"green": 2, "red": 1}, {"green": 1, "red": 2})[0].label
    'Differs'
    """
    sums = sum(said.values()), sum(counted.values())
    if sums[0] != sums[1]:
        return UNKNOWN, f"{sums[1]} of the {sums[0]} rated measures are in the register, so they cannot be counted up."
    apart = [colour for colour in COLOURS if said.get(colour, 0) != counted.get(colour, 0)]
    if not apart:
        return CONSISTENT, "The two agree."
    words = ", ".join(f"{colour} {said.get(colour, 0)} and {counted.get(colour, 0)}" for colour in apart)
    return DIFFERS, f"They come to the same number, but not of each colour: {words}."


def _told(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{counts[colour]} {colour}" for colour in COLOURS if counts.get(colour) is not None)
