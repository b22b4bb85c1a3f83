"""How well the reader reads, by what reviewers made of its findings: real reviews, of what the user may know of."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Q, QuerySet

from reports.models import Document, Finding, Verdict
from reports.sorts import KINDS, SORTS
from reports.sureness import SURENESS, UNKNOWN

BY_READER = Q(added_by=None)
# What the reader gave, as it gave it; a field that a person settled for it was not read.
UNCHANGED = Q(verdict=Verdict.ACCEPTED, proposed__isnull=True)
CORRECTED = Q(verdict=Verdict.CORRECTED) | Q(verdict=Verdict.ACCEPTED, proposed__isnull=False)
COUNTS = {
    "unchanged": Count("pk", filter=BY_READER & UNCHANGED),
    "corrected": Count("pk", filter=BY_READER & CORRECTED),
    "rejected": Count("pk", filter=BY_READER & Q(verdict=Verdict.REJECTED)),
    # A person who added a fact and later rejected it did not find the reader wanting.
    "added": Count("pk", filter=~BY_READER & ~Q(verdict=Verdict.REJECTED)),
}


@dataclass(frozen=True)
class Tally:
    """What reviewers made of the findings that share `names`: a kind and a sort of fact, or a version."""

    names: tuple[str, ...]
    unchanged: int = 0
    corrected: int = 0
    rejected: int = 0
    added: int = 0

    @property
    def reviewed(self) -> int:
        return self.unchanged + self.corrected + self.rejected

    @property
    def share(self) -> str:
        """How much of what the reader found was right, in per cent; empty where nothing of it was reviewed."""
        return per_cent(self.unchanged, self.reviewed)


def per_cent(part: int, whole: int) -> str:
    """A share as people read it; never 100% where something is missing, nor 0% where something is there.

    >>> per_cent(98, 100), per_cent(1999, 2000), per_cent(0, 0)
    ('98%', '99.9%', '')
    """
    if not whole:
        return ""
    if part in (0, whole):
        return "100%" if part else "0%"
    tenths = min(max(part * 1000 // whole, 1), 999)
    return f"{tenths / 10:g}%"


def known(user) -> QuerySet[Finding]:
    """The findings that the user may know of."""
    return Finding.objects.open_to(user).filter(document__in=Document.objects.visible_to(user)).order_by()


def by_fact(findings: QuerySet[Finding]) -> list[Tally]:
    """For each kind of document and sort of fact, in the order of the desk."""
    found = _counted(findings, "document__kind", "fact")
    order = list(KINDS), list(SORTS)
    places = [{name: place for place, name in enumerate(names)} for names in order]
    found.sort(key=lambda one: [place.get(name, 99) for place, name in zip(places, one.names, strict=True)])
    return [_named(one, KINDS.get(one.names[0], "Not known"), SORTS[one.names[1]].many) for one in found]


def by_basis(findings: QuerySet[Finding]) -> list[Tally]:
    """For each way in which the reader knew what it found, the surest first."""
    found = {one.names[0]: one for one in _counted(findings.filter(BY_READER), "basis")}
    ways = {**SURENESS, "": UNKNOWN}
    return [_named(found[basis], str(way)) for basis, way in ways.items() if basis in found]


def by_version(findings: QuerySet[Finding]) -> list[Tally]:
    found = _counted(findings, "document__reader_version")
    return [_named(one, one.names[0] or "Not known") for one in sorted(found, key=lambda one: one.names)]


def total(findings: QuerySet[Finding]) -> Tally:
    return Tally(("All",), **findings.aggregate(**COUNTS))


@dataclass(frozen=True)
class Change:
    """A field that reviewers corrected: in `times` of the `reviewed` findings of its sort."""

    fact: str
    label: str
    times: int
    reviewed: int


def changes(findings: QuerySet[Finding]) -> list[Change]:
    """The fields that reviewers corrected, the most often corrected first."""
    corrected = findings.filter(BY_READER & CORRECTED).values_list("fact", "data", "corrected", "proposed")
    times = Counter(
        (fact, field)
        for fact, data, said, proposed in corrected.iterator()
        for field in changed(data, data | (proposed or {}) if said is None else said)
    )
    of_fact = dict(findings.filter(BY_READER).values_list("fact").annotate(Count("pk")))
    most_first = sorted(times.items(), key=lambda one: (-one[1], one[0]))
    return [Change(SORTS[fact].one, _in_words(field), n, of_fact[fact]) for (fact, field), n in most_first]


def changed(data: dict[str, Any], said: dict[str, Any]) -> list[str]:
    """The fields that a person said otherwise; nothing stated is the same in whichever way it is kept.

    >>> changed({"item": None, "text": "a", "value": 4.0}, {"item": "", "text": "b", "value": 4})
    ['text']
    """
    return [name for name in sorted(data.keys() | said.keys()) if _empty(data.get(name)) != _empty(said.get(name))]


def measured() -> dict[str, Any] | None:
    """What `make score` wrote: the reader measured against labelled papers; None where it has not been run."""
    try:
        return json.loads((settings.VAR / "scorecard.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None


def _counted(findings: QuerySet[Finding], *names: str) -> list[Tally]:
    rows = findings.values(*names).annotate(**COUNTS)
    return [Tally(tuple(row.pop(name) for name in names), **row) for row in rows]


def _named(tally: Tally, *names: str) -> Tally:
    return Tally(names, tally.unchanged, tally.corrected, tally.rejected, tally.added)


def _empty(value: Any) -> Any:
    return None if value in ("", [], {}) else value


def _in_words(field: str) -> str:
    return field.replace("_", " ").strip().capitalize()
