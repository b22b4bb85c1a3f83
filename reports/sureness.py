"""How sure the reader is of a finding, in the words of the desk, and the order that follows from it."""

from __future__ import annotations

from dataclasses import dataclass

from reports.reading.facts import BASES


@dataclass(frozen=True)
class Sureness:
    """`word` says how sure, `why` by what."""

    word: str
    why: str
    colour: str

    def __str__(self) -> str:
        return f"{self.word}: {self.why}"


SURENESS = {
    "mark": Sureness("Sure", "explicit mark", "green"),
    "cell": Sureness("Sure", "table cell", "green"),
    "sentence": Sureness("Likely", "sentence pattern", "blue"),
    "place": Sureness("Guess", "by place", "orange"),
    "recognised": Sureness("Guess", "read from a scan", "orange"),
}
# Of what was read before the reader said how sure it is.
UNKNOWN = Sureness("Not known", "read earlier", "grey")

# The ways in which a reviewer may have the findings of a group: what needs a look first, or as the paper goes.
ORDERS = {"sure": "Least sure first", "paper": "Order of the paper"}


def sureness(finding) -> Sureness | None:
    """How sure the reader is of a finding; None of what a person added."""
    if finding.added_by_id:
        return None
    return SURENESS.get(finding.basis, UNKNOWN)


def least_sure_first(finding) -> int:
    """A place in the order of sureness: nothing known and guesses before sentences, and what is sure last."""
    surest_first = list(BASES)
    if finding.added_by_id:
        return 0
    return -(surest_first.index(finding.basis) + 1) if finding.basis in BASES else -len(BASES) - 1
