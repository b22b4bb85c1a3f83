"""Proposed matters: lines that belong together, grouped from the links that were proposed between them.

Plain functions. A line joins a group by its likeness to all of it on average, so that one weak link does not make one
business of two.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from meetings.likeness import CERTAIN, likeness
from meetings.models import Entry, Link
from meetings.name_likeness import printed
from meetings.proper_names import is_own
from meetings.subject import Subject, subject_of
from meetings.telling import MUCH, stem, telling
from reports.models import Passage
from reports.titles import in_title_case

# How alike two groups must be on average to be one, and their two most alike lines.
ON_AVERAGE = 45
AT_BEST = 55
# A larger heap of links is taken apart by its stronger ones first.
HEAP = 120
STRONGER = (65, 75, 85, 95)

Sums = dict[tuple[int, int], tuple[float, float]]


@dataclass
class Cluster:
    """A proposed matter: its lines by date, why each belongs to it, and paragraphs that name it beside them.

    `title` is printed in an open line; `exempt` where there is no open line to take one from.
    """

    lines: list[Entry]
    title: str
    exempt: bool = False
    likeness: int = CERTAIN
    reasons: dict[Entry, list[str]] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)
    mentions: list[Passage] = field(default_factory=list)


def clusters(links: Iterable[Link]) -> list[Cluster]:
    """The matters that links propose, the surest and largest first. Links come with both lines WITH their relations."""
    links = list(links)
    lines = {entry.pk: entry for link in links for entry in (link.one, link.other)}
    subjects = {pk: subject_of(entry) for pk, entry in lines.items()}
    groups = [group for group in grouped(links, subjects) if _inside(group, links)]
    found = [_cluster(group, links, lines, subjects) for group in (*groups, *_left_over(links, groups))]
    return sorted(found, key=lambda one: (-len(_papers(one)), -one.likeness, -len(one.lines), one.title))


def grouped(links: list[Link], subjects: dict[UUID, Subject]) -> list[list[UUID]]:
    """The ids of lines that belong together, by the links between them."""
    return [group for heap in _heaps(links) for group in _groups(heap, subjects)]


def _left_over(links: list[Link], groups: list[list[UUID]]) -> list[list[UUID]]:
    """Pairs of which neither line is in a group, each line once. What is like a group's line may join it later."""
    taken = {pk for group in groups for pk in group}
    pairs = []
    for link in sorted(links, key=lambda link: (-link.likeness, str(link.one_id), str(link.other_id))):
        if not {link.one_id, link.other_id} & taken:
            pairs.append([link.one_id, link.other_id])
            taken |= {link.one_id, link.other_id}
    return pairs


def _papers(cluster: Cluster) -> set:
    return {line.finding.document_id for line in cluster.lines}


def _heaps(links: list[Link], above: tuple[int, ...] = STRONGER) -> list[list[Link]]:
    """Links that hang together; a heap that is too large without its weakest ones."""
    heaps = []
    for heap in _hanging_together(links):
        if above and len({end for link in heap for end in (link.one_id, link.other_id)}) > HEAP:
            heaps += _heaps([link for link in heap if link.likeness >= above[0]], above[1:])
        else:
            heaps.append(heap)
    return heaps


def _hanging_together(links: list[Link]) -> list[list[Link]]:
    above: dict[UUID, UUID] = {}

    def top(pk: UUID) -> UUID:
        while above.setdefault(pk, pk) != pk:
            above[pk] = above[above[pk]]
            pk = above[pk]
        return pk

    for link in links:
        above[top(link.one_id)] = top(link.other_id)
    heaps = defaultdict(list)
    for link in links:
        heaps[top(link.one_id)].append(link)
    return list(heaps.values())


def _groups(heap: list[Link], subjects: dict[UUID, Subject]) -> list[list[UUID]]:
    """The lines of a heap in groups, joined from the most alike on, as long as the groups are alike on average."""
    lines = list(dict.fromkeys(pk for link in heap for pk in (link.one_id, link.other_id)))[: 2 * HEAP]
    groups = {number: [number] for number in range(len(lines))}
    # Of two groups: the sum of the likenesses of their pairs, and the best of them.
    sums = {pair: (points, points) for pair, points in _all_pairs(lines, heap, subjects).items()}
    while sums:
        pair = max(sums, key=lambda pair: (_average(sums, groups, pair), sums[pair][1]))
        if _average(sums, groups, pair) < ON_AVERAGE:
            break
        if sums[pair][1] < AT_BEST:
            del sums[pair]
            continue
        _join(pair, groups, sums)
    return [[lines[number] for number in group] for group in groups.values() if len(group) > 1]


def _all_pairs(lines: list[UUID], heap: list[Link], subjects: dict[UUID, Subject]) -> dict[tuple[int, int], float]:
    """How alike each two lines are, be a link of them proposed or not."""
    linked = {frozenset((link.one_id, link.other_id)): link.likeness for link in heap}
    alike: dict[tuple[int, int], float] = {}
    for left, right in itertools.combinations(range(len(lines)), 2):
        one, other = lines[left], lines[right]
        known = linked.get(frozenset((one, other)))
        alike[left, right] = likeness(subjects[one], subjects[other]).likeness if known is None else known
    return alike


def _average(sums: Sums, groups: dict[int, list[int]], pair: tuple[int, int]) -> float:
    return sums[pair][0] / (len(groups[pair[0]]) * len(groups[pair[1]]))


def _join(pair: tuple[int, int], groups: dict[int, list[int]], sums: Sums) -> None:
    one, other = pair
    for third in groups.keys() - {one, other}:
        sum_of_other, best_of_other = sums.pop((min(other, third), max(other, third)), (0.0, 0.0))
        key = (min(one, third), max(one, third))
        sum_of_one, best_of_one = sums.get(key, (0.0, 0.0))
        sums[key] = (sum_of_one + sum_of_other, max(best_of_one, best_of_other))
    groups[one] += groups.pop(other)
    del sums[pair]


def _cluster(
    group: list[UUID], links: list[Link], entries: dict[UUID, Entry], subjects: dict[UUID, Subject]
) -> Cluster:
    inside = _inside(group, links)
    lines = sorted((entries[pk] for pk in group), key=lambda entry: (entry.date or date.max, str(entry.pk)))
    open_lines = [line for line in lines if not line.is_exempt]
    return Cluster(
        lines=lines,
        title=title_of([subjects[line.pk] for line in open_lines or lines]),
        exempt=not open_lines,
        likeness=round(sum(link.likeness for link in inside) / len(inside)),
        reasons={line: _reasons(line, inside) for line in lines},
        links=inside,
    )


def _inside(group: list[UUID], links: list[Link]) -> list[Link]:
    """The proposed links between the lines of a group; none where they are alike but nothing is proposed of them."""
    within = set(group)
    return [link for link in links if link.one_id in within and link.other_id in within]


def _reasons(line: Entry, links: list[Link]) -> list[str]:
    """Why a line belongs to the others: the reasons of its strongest link."""
    of_line = [link for link in links if line.pk in (link.one_id, link.other_id)]
    best = max(of_line, key=lambda link: (link.likeness, str(link.pk)), default=None)
    return [sentence for _, sentence in best.reasons] if best else []


# The name of a proposed matter.


def title_of(lines: list[Subject]) -> str:
    """The shortest title printed in one of the lines that says what most of them are about."""
    offers = {_tidy(line.heading) for line in lines if line.heading_words} | _names(lines)
    if not offers:
        return _tidy(max(lines, key=lambda line: (sum(line.title_words.values()), line.title)).title)
    counted = {offer: _covered(offer, lines) for offer in offers}
    most = max(counted.values())
    return min(
        (offer for offer, times in counted.items() if times >= 0.7 * most), key=lambda offer: (len(offer), offer)
    )


def _names(lines: list[Subject]) -> set[str]:
    """Names that can stand for the whole: of a word of their own, or in several papers; no part of another."""
    keys = set()
    for name in {name for line in lines for name in line.names}:
        having = [line for line in lines if name in line.names or f" {name} " in line.heading_stems]
        told_apart = len(name.split()) > 2 and len({line.passage for line in having}) > 1
        if is_own(name) or told_apart or len({line.paper for line in having}) > 1:
            keys.add(name)
    whole = {name for name in keys if not any(name != more and f" {name} " in f" {more} " for more in keys)}
    # A part of a name stands where more lines have it than the whole: Fernhill House, once its Respite Centre.
    times = {name: sum(name in line.names for line in lines) for name in keys}
    longer = {name: max((times[more] for more in whole if f" {name} " in f" {more} "), default=0) for name in keys}
    wanted = {name for name in keys if name in whole or times[name] > longer[name]}
    said = {printed(name, line) for line in lines for name in wanted if name in line.names}
    texts = [f"{line.about} {line.title}" for line in lines]
    return {name for name in said if any(name in text for text in texts)}


def _covered(offer: str, lines: list[Subject]) -> float:
    """How many lines have an offered title's telling words; one whose words tell little counts for less."""
    words = telling(offer, lines[0].without)
    if not words:
        return 0.0
    has = sum(words.keys() <= (line.heading_words.keys() | line.title_words.keys()) for line in lines)
    return has * (1.0 if MUCH in words.values() or sum(words.values()) > 2 else 0.6)


def _tidy(title: str) -> str:
    return in_title_case(" ".join(title.split())).strip(" :;,–-") if stem(title) else title
