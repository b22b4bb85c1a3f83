"""Proposing links between lines of the register that may be of one business, with the reasons in words.

Nothing is linked by this: an officer confirms or refuses. A pair that is there already, whatever the answer, is not
proposed again, nor are two lines that are in one matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.db.models import Q, QuerySet

from meetings.candidates import candidates, frequent_names
from meetings.likeness import CERTAIN, Likeness, likeness
from meetings.models import Entry, Link
from meetings.subject import WITH, Subject, of_business, subject_of, tells

# How many links are proposed for one line: the likest; those by a reference count besides.
MOST = 12
BATCH = 200


def propose(entries: Iterable[Entry]) -> int:
    """Propose links of these lines to all others of their councils; how many are new."""
    wanted, made = [entry.pk for entry in entries], 0
    for start in range(0, len(wanted), BATCH):
        lines = of_business(Entry.objects.filter(pk__in=wanted[start : start + BATCH])).select_related(*WITH)
        for line in lines:
            links = list(links_of(line))
            made += len(Link.objects.bulk_create(links, ignore_conflicts=True)) if links else 0
    return made


def links_of(entry: Entry) -> Iterator[Link]:
    """The links, not saved, that are to be proposed for a line; none of a pair that is there already."""
    subject = known_by(entry)
    if not tells(subject):
        return
    likely: list[tuple[Likeness, Entry]] = []
    for other in _others(entry, candidates(entry, subject)):
        found = likeness(subject, known_by(other))
        if found.is_worth_a_look:
            likely.append((found, other))
    likely.sort(key=lambda pair: (-pair[0].likeness, str(pair[1].pk)))
    for number, (found, other) in enumerate(likely):
        if number < MOST or found.likeness == CERTAIN:
            yield link_of(entry, other, found)


def known_by(entry: Entry) -> Subject:
    """What a line is about, without names that a large register has everywhere."""
    subject = subject_of(entry)
    everywhere = subject.names & frequent_names()
    return replace(subject, names=subject.names - everywhere) if everywhere else subject


def link_of(one: Entry, other: Entry, found: Likeness) -> Link:
    """A proposed link of two lines, in their order, not saved."""
    first, second = sorted((one, other), key=lambda entry: entry.pk)
    return Link(one=first, other=second, likeness=found.likeness, reasons=[list(reason) for reason in found.reasons])


def _others(entry: Entry, ids: set) -> QuerySet[Entry]:
    """The lines of these ids that no answer was asked or given about, and that are not in one matter with the line."""
    asked = Link.objects.filter(Q(one=entry) | Q(other=entry)).values_list("one", "other")
    known = {pk for pair in asked for pk in pair}
    others = of_business(Entry.objects.filter(pk__in=ids - known)).select_related(*WITH)
    return others.exclude(matter=entry.matter_id) if entry.matter_id else others


def renew(entries: Iterable[Entry]) -> None:
    """Say anew why lines are linked, of which what they are about has changed; proposals without a reason go."""
    changed = [entry.pk for entry in entries]
    sides = [f"{side}__{name}" for side in ("one", "other") for name in WITH]
    links = Link.objects.filter(Q(one__in=changed) | Q(other__in=changed)).select_related(*sides)
    kept, gone = [], []
    for link in links if changed else []:
        found = likeness(known_by(link.one), known_by(link.other))
        if link.answer == Link.Answer.PROPOSED and not found.is_worth_a_look:
            gone.append(link.pk)
        elif [list(reason) for reason in found.reasons] != link.reasons:
            link.likeness, link.reasons = found.likeness, [list(reason) for reason in found.reasons]
            kept.append(link)
    Link.objects.filter(pk__in=gone).delete()
    Link.objects.bulk_update(kept, ["likeness", "reasons"])
