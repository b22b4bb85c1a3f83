"""What was understood, as PostgreSQL is asked for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from uuid import UUID

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q

from reports.models import PAPERS, words_in
from reports.search.meanings import Meanings
from reports.search.typed import Alternative, Part, gathered


@dataclass(frozen=True)
class Wish:
    """A part of what is asked for, and what else would do."""

    part: Part
    others: tuple[str, ...] = ()
    # Loose words that are a term, and so are looked for as one.
    is_gathered: bool = False

    @property
    def queries(self) -> list[SearchQuery]:
        """Words in quotation marks count each; of loose words PostgreSQL leaves out those that every paper has."""
        words = " ".join(self.part.words)
        asked = _phrase(words) if self.part.together else SearchQuery(words, config="english", search_type="plain")
        return [asked, *(_phrase(" ".join(words_in(other))) for other in self.others)]


@dataclass(frozen=True)
class Reading:
    """How a search is read for some councils' papers: sides of an `or`, each what is wanted and what is not."""

    sides: tuple[tuple[tuple[Wish, ...], tuple[Wish, ...]], ...]

    @property
    def query(self) -> SearchQuery:
        return reduce(or_, (_query(wanted, unwanted) for wanted, unwanted in self.sides))

    @property
    def wanted(self) -> list[Wish]:
        return [wish for wanted, _ in self.sides for wish in wanted]

    @property
    def others(self) -> tuple[str, ...]:
        """What is looked for besides what was typed, each once."""
        return tuple(dict.fromkeys(other for wish in self.wanted for other in wish.others))

    @property
    def kept_together(self) -> tuple[str, ...]:
        """Loose words that were looked for as one thing."""
        return tuple(" ".join(wish.part.words) for wish in self.wanted if wish.is_gathered)


def _query(wanted: Iterable[Wish], unwanted: Iterable[Wish]) -> SearchQuery:
    forbidden = [~query for wish in unwanted for query in wish.queries]
    return reduce(and_, [*(reduce(or_, wish.queries) for wish in wanted), *forbidden])


def _phrase(words: str) -> SearchQuery:
    return SearchQuery(words, config=PAPERS, search_type="phrase")


def reading(alternatives: list[Alternative], meanings: Meanings | None, council: UUID | None = None) -> Reading:
    """How the typed words are read for a council's papers; without meanings, as they were typed."""

    def wishes(parts: tuple[Part, ...]) -> tuple[Wish, ...]:
        if meanings is None:
            return tuple(Wish(part) for part in parts)
        found = gathered(parts, lambda key: bool(meanings.others(key, council)))
        return tuple(Wish(part, meanings.others(part.key, council), part not in parts) for part in found)

    return Reading(tuple((wishes(side.wanted), wishes(side.unwanted)) for side in alternatives))


@dataclass(frozen=True)
class Readings:
    """How a search is read in general, and for councils to which some words mean something else."""

    general: Reading
    own: dict[UUID, Reading]

    @property
    def all(self) -> list[Reading]:
        """Each reading once."""
        return list(dict.fromkeys([self.general, *self.own.values()]))

    def of(self, council: UUID | None) -> Reading:
        return self.own.get(council, self.general) if council else self.general

    @property
    def condition(self) -> Q:
        """For passages: what each council's papers are asked for."""
        if not self.own:
            return Q(search=self.general.query)
        each = [
            Q(document__council__in=self._read_as(one), search=one.query) for one in dict.fromkeys(self.own.values())
        ]
        return reduce(or_, [~Q(document__council__in=list(self.own)) & Q(search=self.general.query), *each])

    def _read_as(self, reading: Reading) -> list[UUID]:
        return [council for council, own in self.own.items() if own == reading]

    @property
    def any(self) -> SearchQuery:
        """What ranks a paragraph, whichever council's papers it stands in."""
        return reduce(or_, [one.query for one in self.all])


def readings(alternatives: list[Alternative], meanings: Meanings | None) -> Readings:
    """How a search is read: as it was typed where no meanings are given."""
    general = reading(alternatives, meanings)
    own = {council: reading(alternatives, meanings, council) for council in (meanings.own if meanings else ())}
    return Readings(general, {council: one for council, one in own.items() if one != general})
