"""Measures that may belong beside a matter or a line, each with its reasons in words; a person says yes or no.

They are known by the words of the thing itself and by the figures that its papers state. What was answered before is
not proposed again, and nothing that the person may not see counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q

from dashboard.measure_words import about, names_in, said_in
from dashboard.models import Indicator, LinkedIndicator, Observation
from meetings.headings import OF_ONE_MATTER
from meetings.models import Entry, Matter
from reports.templatetags.register import counted

MOST = 12
# Lines of a matter whose words are looked at: each title once.
LINES = 30
# What a sign is worth, so that the surest proposals come first.
NAME, PHRASE, FIGURES, WHOM = 8, 4, 3, 1


@dataclass
class Proposal:
    indicator: Indicator
    reasons: list[str] = field(default_factory=list)
    sureness: int = 0

    def add(self, worth: int, reason: str) -> None:
        if reason not in self.reasons:
            self.reasons.append(reason)
            self.sureness += worth


@dataclass
class Words:
    """The texts of a thing, each with what it is called: ("Its title", "Short breaks"); and where figures count."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    passages: set[int] = field(default_factory=set)
    papers: set[Any] = field(default_factory=set)


def proposals(things: Iterable[Entry | Matter], user: Any) -> dict[Any, list[Proposal]]:
    """For each thing, by its id, the measures that may belong beside it, the surest first. Four queries for all."""
    things = list(things)
    words = _words_of_matters([one for one in things if isinstance(one, Matter)], user)
    words |= {one.pk: _words_of_line(one) for one in things if not isinstance(one, Matter)}
    figures = _figures(words, user)
    answered = _answered(things)
    catalogue = {one.pk: one for one in Indicator.objects.all()}
    return {
        one.pk: _proposals(words[one.pk], figures.get(one.pk, {}), catalogue, answered.get(one.pk, set()))
        for one in things
    }


def _proposals(
    words: Words, figures: Mapping[str, int], catalogue: Mapping[str, Indicator], answered: set[str]
) -> list[Proposal]:
    found: dict[str, Proposal] = {}
    for slug, worth, reason in (*_by_words(words, catalogue), *_by_figures(figures)):
        if slug in catalogue and slug not in answered:
            found.setdefault(slug, Proposal(catalogue[slug])).add(worth, reason)
    return sorted(found.values(), key=lambda one: (-one.sureness, one.indicator.name))[:MOST]


def _by_words(words: Words, catalogue: Mapping[str, Indicator]) -> Iterator[tuple[str, int, str]]:
    names = [(one.pk, one.name) for one in catalogue.values()]
    for what, text in words.texts:
        for slug in names_in(text, names):
            yield slug, NAME, f"{what} has every word of the measure’s name."
        for slug, said in said_in(text).items():
            yield slug, PHRASE, f"{what} speaks of “{said}”."
        for slug, said in about(text).items():
            yield slug, WHOM, f"{what} is about “{said}”."


def _by_figures(figures: Mapping[str, int]) -> Iterator[tuple[str, int, str]]:
    for slug, count in figures.items():
        yield slug, FIGURES, f"Its papers state {counted(count, 'figure')} of it."


def _words_of_line(line: Entry) -> Words:
    texts = [("Its title", line.title), ("Its heading", line.about)]
    texts += [("Its text", text) for text in (getattr(line, "text", ""),) if text and text != line.title]
    return Words(
        _told(texts), {line.finding.passage_id}, _papers([(line.finding.document_id, line.finding.document.kind)])
    )


def _words_of_matters(matters: list[Matter], user: Any) -> dict[Any, Words]:
    found = {matter.pk: Words([("The matter’s name", matter.title)]) for matter in matters}
    if not matters:
        return found
    lines = Entry.objects.visible_to(user).filter(matter__in=found).order_by("-date", "pk")
    named = ("matter", "title", "about", "finding__passage", "finding__document", "finding__document__kind")
    for matter, title, heading, passage, paper, kind in lines.values_list(*named):
        words = found[matter]
        words.passages.add(passage)
        words.papers |= _papers([(paper, kind)])
        if len(words.texts) < LINES:
            known = {text for _, text in words.texts}
            texts = _told([("A line of it", title), ("A heading over a line of it", heading)])
            words.texts += [one for one in texts if one[1] not in known]
    return found


def _told(texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those that say something, each text once."""
    return [(what, text) for text, what in {text: what for what, text in reversed(texts) if text}.items()][::-1]


def _papers(papers: Iterable[tuple[Any, str]]) -> set[Any]:
    """Those that are about one thing throughout, so that each of their figures counts."""
    return {paper for paper, kind in papers if kind in OF_ONE_MATTER}


def _figures(words: Mapping[Any, Words], user: Any) -> dict[Any, dict[str, int]]:
    """For each thing how many values of each measure its paragraphs and papers state."""
    passages = {one for said in words.values() for one in said.passages}
    papers = {one for said in words.values() for one in said.papers}
    wanted = Q(finding__passage__in=passages) | Q(finding__document__in=papers)
    stated = Observation.objects.visible_to(user).filter(wanted, indicator__isnull=False).order_by()
    found: dict[Any, dict[str, int]] = {}
    for slug, passage, paper in stated.values_list("indicator", "finding__passage", "finding__document"):
        for pk, said in words.items():
            if passage in said.passages or paper in said.papers:
                counts = found.setdefault(pk, {})
                counts[slug] = counts.get(slug, 0) + 1
    return found


def _answered(things: list[Entry | Matter]) -> dict[Any, set[str]]:
    """What was answered already of each thing; of a line, what is shown beside its matter too."""
    keys = [one.pk for one in things]
    matters = {one.matter_id for one in things if isinstance(one, Entry) and one.matter_id}
    among = Q(matter__in=[*keys, *matters]) | Q(matter__merged_into__in=[*keys, *matters])
    links = LinkedIndicator.objects.filter(among | Q(entry__in=keys))
    found: dict[Any, set[str]] = {}
    for matter, into, entry, slug in links.values_list("matter", "matter__merged_into", "entry", "indicator"):
        found.setdefault(into or matter or entry, set()).add(slug)
    for one in things:
        if isinstance(one, Entry) and one.matter_id in found:
            found.setdefault(one.pk, set()).update(found[one.matter_id])
    return found
