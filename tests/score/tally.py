"""Counts of what a reading has of what is labelled, by kind and sort of fact, and by how the reader knew."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from reports.reading.facts import BASES, SURE
from tests.score.fields import FIELDS, OF_THE_DOCUMENT, compared
from tests.score.matching import NEARNESS, Fact, pairs, text_of


@dataclass
class Tally:
    """`facts` by kind and sort, `bases` by basis; `amiss` are sentences on what was missed, added or read otherwise.

    Of facts: required and found (labelled), said and right (read, where labels are exhaustive), fields and equal.
    Of bases, where labels are exhaustive: said, right (a labelled fact) and whole (right in each labelled field too).
    """

    facts: dict[tuple[str, str], Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    bases: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    documents: int = 0
    amiss: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        self.documents += other.documents
        self.amiss += other.amiss
        for name, count in other.facts.items():
            self.facts[name].update(count)
        for basis, count in other.bases.items():
            self.bases[basis].update(count)

    def total(self) -> Counter[str]:
        return sum(self.facts.values(), Counter())

    def sure(self) -> Counter[str]:
        return sum((self.bases[basis] for basis in SURE), Counter())


def tally(label: dict[str, Any], reading: dict[str, Any]) -> Tally:
    """The tally of one document: its label and its reading as JSON."""
    one, kind = Tally(documents=1), str(label.get("kind"))
    complete = set(label.get("complete", []))
    for sort in NEARNESS:
        labels = [fact for fact in label["facts"] if fact["fact"] == sort]
        if labels or sort in complete:
            facts = [fact for fact in reading["facts"] if fact["fact"] == sort]
            _count(one, (kind, sort), labels, facts, sort in complete)
    of_document = compared(label, reading, OF_THE_DOCUMENT)
    one.facts[kind, "Document"].update(fields=len(of_document), equal=sum(of_document.values()))
    one.amiss += [
        f"otherwise: Document.{name}: {reading.get(name)!r}" for name, right in of_document.items() if not right
    ]
    return one


def _count(one: Tally, name: tuple[str, str], labels: list[Fact], facts: list[Fact], complete: bool) -> None:
    sort, count = name[1], one.facts[name]
    found = pairs(sort, labels, facts)
    required = [place for place, label in enumerate(labels) if not label.get("optional")]
    count.update(required=len(required), found=sum(place in found for place in required))
    one.amiss += [f"missed: {sort}: {_shown(labels[place])}" for place in required if place not in found]
    whole = set()
    for place, at in found.items():
        fields = compared(labels[place], facts[at], FIELDS[sort])
        if not labels[place].get("optional"):
            count.update(fields=len(fields), equal=sum(fields.values()))
        wrong = [field for field, right in fields.items() if not right]
        one.amiss += [f"otherwise: {sort}.{field}: {facts[at].get(field)!r}: {_shown(facts[at])}" for field in wrong]
        whole |= set() if wrong else {at}
    if complete:
        _count_said(one, name, facts, set(found.values()), whole)


def _count_said(one: Tally, name: tuple[str, str], facts: list[Fact], right: set[int], whole: set[int]) -> None:
    """What was said where every fact is labelled: what is no labelled fact is wrong."""
    one.facts[name].update(said=len(facts), right=len(right))
    for at, fact in enumerate(facts):
        basis = fact["source"]["basis"]
        one.bases[basis].update(said=1, right=at in right, whole=at in whole)
        if at not in right:
            one.amiss.append(f"too much ({BASES[basis].lower()}): {name[1]}: {_shown(fact)}")


def _shown(fact: Fact) -> str:
    words = text_of(fact).strip() or str(fact.get("match") or fact.get("name") or fact.get("subject") or "")
    more = [
        str(fact[key]) for key in ("committee", "held_on", "decided_on", "value", "amount", "role") if fact.get(key)
    ]
    page = (fact.get("source") or {}).get("page") or fact.get("page")
    return f"{words[:100]} {more} page {page}"
