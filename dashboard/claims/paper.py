"""What one published paper says that can be checked: its figures, and its sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dashboard.claims.checked import shown
from dashboard.claims.known import Known, known
from dashboard.figures import formatted, unit_beside
from dashboard.models import Observation
from reports.models import Document, Passage
from reports.models.document import State
from reports.reading.dates import in_words, span
from reports.reading.sentences import Sentence, sentences

LONGEST = 500


@dataclass
class Paper:
    """A paper's confirmed figures and its paragraphs; without those of exempt parts unless `closed`."""

    document: Document
    closed: bool

    @cached_property
    def observations(self) -> list[Observation]:
        """In the order of the paper."""
        rows = Observation.objects.filter(**shown(self.closed), finding__document=self.document)
        related = ("indicator", "council", "finding__passage", "finding__document")
        return list(rows.select_related(*related).order_by("finding__ordinal", "pk"))

    @cached_property
    def passages(self) -> list[Passage]:
        """In the order of the paper."""
        rows = Passage.objects.filter(document=self.document, document__state=State.PUBLISHED)
        if not self.closed:
            rows = rows.filter(part="open", document__wholly_exempt=False)
        return list(rows.defer("boxes", "search").order_by("ordinal"))

    @cached_property
    def known(self) -> Known:
        """What official statistics say of the paper's measures."""
        assert self.document.council is not None
        named = [one.indicator_id for one in self.observations if one.indicator_id]
        return known(self.document.council, named, {one.area for one in self.observations})

    @property
    def day(self) -> date | None:
        """The last day of the paper's date."""
        return span(self.document.date)[1] if self.document.date else None

    def at(self, passage: Passage) -> list[Observation]:
        """The figures that were read from a paragraph."""
        return [one for one in self.observations if one.finding.passage_id == passage.pk]

    def said_in(self, passage: Passage, words: str) -> list[Observation]:
        """The figures of a paragraph whose value these words of it print."""
        return [one for one in self.at(passage) if place_of(one, words) is not None]

    def sentences(self) -> Iterator[tuple[Passage, Sequence[Sentence]]]:
        """The sentences of each paragraph of prose."""
        for passage in self.passages:
            if not passage.cells:
                yield passage, sentences(passage.text)


def place_of(observation: Observation, words: str) -> int | None:
    """Where words print the value of a figure; None where they do not."""
    plain = f"{observation.value.normalize():f}"
    shapes = {plain, f"{observation.value.normalize():,f}", f"{observation.value:.1f}"}
    found = [words.find(shape) for shape in shapes if _stands_alone(words, shape)]
    return min((place for place in found if place >= 0), default=None)


def _stands_alone(words: str, shape: str) -> bool:
    place = words.find(shape)
    after = words[place + len(shape) : place + len(shape) + 2]
    before = words[max(0, place - 1) : place]
    return place >= 0 and not before[-1:].isdigit() and before[-1:] not in (".", ",") and not _goes_on(after)


def _goes_on(after: str) -> bool:
    return after[:1].isdigit() or (after[:1] in (".", ",") and after[1:2].isdigit())


def in_print(observation: Observation) -> str:
    """A figure as a claim names it: "23.9 per 10,000: Children looked after (Wexcombe, September 2017)"."""
    indicator = observation.indicator
    name = indicator.name if indicator else observation.label
    unit = observation.unit or (indicator.unit if indicator else "")
    value = formatted(observation.value, unit_beside(name, unit))
    whose = [observation.area, in_words(observation.period) if observation.period else ""]
    told = ", ".join(part for part in whose if part)
    return shortened(f"{name}: {value}{f' ({told})' if told else ''}")


def shortened(words: str) -> str:
    """Words as long as a claim's may be."""
    words = " ".join(words.split())
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def quoted(words: str) -> str:
    return f"“{shortened(words)[: LONGEST - 2]}”"
