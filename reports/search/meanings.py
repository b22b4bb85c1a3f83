"""What else means the same as the words that were typed: for every council, and for those that mean something else.

A short form is a council's own: CPP is a child protection plan in one and the corporate parenting panel in another.
What a council's papers explain, or its own list says, comes before what holds in general.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from reports.models import PAPERS, Acronym, Council, Passage, Synonyms, apart, words_in
from reports.search.typed import Alternative, Key, key_of, runs

# The terms of one thing, each as it is compared and as it is printed.
Meaning = dict[Key, str]
# For each term that was typed, what else is looked for.
Others = dict[Key, tuple[str, ...]]


@dataclass
class Meanings:
    """Terms of one thing, those that hold in general and those of each council, as far as a search asks for them."""

    general: list[Meaning] = field(default_factory=list)
    own: dict[UUID, list[Meaning]] = field(default_factory=dict)

    def others(self, term: Key, council: UUID | None) -> tuple[str, ...]:
        """What else a term is called in a council's papers; with None, in those of a council without words of its own.

        >>> plan, panel = meaning(["child protection plan", "CPP"]), meaning(["corporate parenting panel", "CPP"])
        >>> known = Meanings([plan, panel], {1: [panel]})
        >>> known.others(("cpp",), None), known.others(("cpp",), 1)
        (('child protection plan', 'corporate parenting panel'), ('corporate parenting panel',))
        >>> known.others(key_of(["child", "protection", "plan"]), 1)
        ()
        """
        own = self.own.get(council, []) if council else []
        found: Meaning = {}
        for one in own:
            found |= one if term in one else {}
        for one in self.general:
            if term in one and _may_mean(term, one, own):
                found |= {key: printed for key, printed in one.items() if _may_mean(key, one, own)}
        return tuple(printed for key, printed in found.items() if key != term)


def meaning(terms: Iterable[str]) -> Meaning:
    """Of two ways to print one term the first."""
    found: Meaning = {}
    for term in terms:
        found.setdefault(key_of(words_in(term)), term)
    return found


def _may_mean(term: Key, general: Meaning, own: list[Meaning]) -> bool:
    """Whether a council that has its own word on a term means by it what is meant in general."""
    said = [one for one in own if term in one]
    return not said or any((one.keys() & general.keys()) - {term} for one in said)


def meanings_of(alternatives: list[Alternative], user, councils: Iterable[Council]) -> Meanings:
    """The meanings that the typed words ask for, as far as the user may know of them."""
    councils = list(councils)
    typed = {run for side in alternatives for parts in (side.wanted, side.unwanted) for run in runs(parts)}
    asked = {key_of(run) for run in typed}
    rows = Synonyms.objects.in_use().filter(Q(council=None) | Q(council__in=councils)).values_list("council", "terms")
    listed = [(council, meaning(terms)) for council, terms in rows]
    found = Meanings([one for council, one in listed if council is None and asked & one.keys()])
    asked |= {key for one in found.general for key in one}
    own = [*((council, one) for council, one in listed if council), *_explained(typed, asked, user, councils)]
    for council, one in own:
        if asked & one.keys():
            found.own.setdefault(council, []).append(one)
    return found


def _explained(
    typed: set[tuple[str, ...]], asked: set[Key], user, councils: Iterable[Council]
) -> list[tuple[UUID, Meaning]]:
    """The short forms of the councils that are asked for by their letters or their meaning."""
    letters = {key[0] for key in asked if len(key) == 1}
    acronyms = Acronym.objects.filter(council__in=councils).alias(small=Lower("letters"), long=Lower(apart("meaning")))
    asked_for = Q(small__in=_in_numbers(letters)) | Q(long__in=_in_numbers({" ".join(run) for run in typed}))
    rows = known_to(user, acronyms.filter(asked_for))
    return [(row.council_id, meaning([row.meaning, row.letters])) for row in rows]


def known_to(user, acronyms: QuerySet[Acronym]) -> QuerySet[Acronym]:
    """Those that a person set, or that are explained in a paragraph that the user may read."""
    papers = Passage.objects.visible_to(user).filter(document__council=OuterRef("council"))
    explained = papers.filter(search=_phrase("meaning")).filter(search=_phrase("letters"))
    return acronyms.filter(Q(printed=False) | Exists(explained))


def _in_numbers(terms: set[str]) -> set[str]:
    """Terms in the singular and in the plural."""
    return terms | {f"{term}s" for term in terms} | {term.removesuffix("s") for term in terms}


def _phrase(field: str) -> SearchQuery:
    return SearchQuery(apart(OuterRef(field)), config=PAPERS, search_type="phrase")
