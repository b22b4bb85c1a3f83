"""What followed from one inspection: what was asked for, and the actions, decisions and figures linked with that.

A link is a matter that a person made, a reference that both print, or one paper. What only names the inspectorate is
told apart, as not linked; nothing is said to have come of anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.db.models.functions import Length

from dashboard.beside import Beside, beside
from dashboard.inspections import REPORT_KIND, Inspection
from dashboard.models import Indicator, LinkedIndicator
from meetings.matter_items import SORTS, as_its_sort
from meetings.models import Entry, Matter, Mention
from meetings.models.register import typed
from meetings.names import committee_key as plain
from reports.models import Passage

Sort = Entry.Sort
# The headings under which inspectors, and papers that retell them, say what is to become better.
TO_IMPROVE = re.compile(
    r"\bwhat\s+(?:needs|the\s+\w+(?:\s+\w+)?\s+needs|do(?:es)?\b.{0,40}\bneed)\s+to\s+(?:improve|be\s+better|do\b.*)"
    r"|\bareas?\s+(?:for|of)\s+(?:priority\s+action|improvement|development)\b|\bareas?\s+that\s+need\s+improv"
    r"|\bpriority\s+(?:and\s+immediate\s+)?actions?\b",
    re.IGNORECASE,
)
# In an inspectorate's own report these words too head what it asks for.
RECOMMENDED = re.compile(
    r"^\W*(?:\d+\W+)?(?:recommendations?|statutory\s+requirements|requirements)\W*$", re.IGNORECASE
)
# One of these is in each of them, by which they are looked for among many paragraphs.
HEADS = r"improv|better|priority|development|recommendation|requirement|needs? to"
# Longer than a heading is.
LONGEST_HEADING = 150
MOST_ASKED = 40
MOST_LINES = 300
# The sorts of lines that follow, in the order in which one leads to another.
STEPS = ((Sort.RECOMMENDATION, "Recommendations"), (Sort.ACTION, "Actions"), (Sort.PLANNED, "Planned decisions"),
         (Sort.DECISION, "Decisions"), (Sort.EVENT, "Events"))  # fmt: skip


@dataclass
class Followed:
    """Lines that are linked with an inspection in one way: through a matter, or `through` a paper or reference."""

    through: str
    matter: Matter | None = None
    lines: list[Entry] = field(default_factory=list)
    measures: list[Beside] = field(default_factory=list)

    @property
    def steps(self) -> list[tuple[str, list[Entry]]]:
        """(heading, lines) of each sort that there is."""
        found = ((words, [line for line in self.lines if line.sort == sort]) for sort, words in STEPS)
        return [(words, lines) for words, lines in found if lines]


@dataclass(frozen=True)
class Asked:
    """What a paper says is to become better, and the matters of which a person said that it speaks of them."""

    passage: Passage
    matters: tuple[Matter, ...]


class Thread:
    """What followed from an inspection, for one reader: nothing that they may not see counts in any of it."""

    def __init__(self, inspection: Inspection, user: Any, until: date | None = None) -> None:
        """`until` is the day of the next inspection, from which on what names the inspectorate may be of that."""
        self.inspection, self.user, self.until = inspection, user, until

    @cached_property
    def asked(self) -> list[Asked]:
        """What its papers say is to become better, paragraph by paragraph."""
        found = list(self._asked())
        mentions = Mention.objects.visible_to(self.user).filter(passage__in=found, answer=Mention.Answer.CONFIRMED)
        matters: dict[int, list[Matter]] = {}
        for mention in mentions.select_related("matter") if found else ():
            matters.setdefault(mention.passage_id, []).append(mention.matter)
        return [Asked(passage, tuple(matters.get(passage.pk, ()))) for passage in found]

    def _asked(self) -> Iterator[Passage]:
        papers = {paper.pk: paper for paper in self.inspection.papers}
        visible = Passage.objects.visible_to(self.user).filter(document__in=papers)
        named = visible.alias(length=Length("text")).filter(text__iregex=HEADS, length__lte=LONGEST_HEADING)
        heads = [
            (paper, ordinal)
            for paper, ordinal, text, style in named.values_list("document", "ordinal", "text", "style")
            if style != "bullet" and asks_for(text, papers[paper].kind)
        ]
        below = [Q(document=paper, ordinal__gt=place, ordinal__lte=place + MOST_ASKED) for paper, place in heads]
        if not below:
            return
        passages = visible.filter(reduce(or_, below)).order_by("document", "ordinal")
        yield from _under(heads, passages.defer("boxes", "cells", "search"), papers)

    @cached_property
    def _matters(self) -> dict[Any, Matter]:
        """The matters of its judgements and of what was asked for."""
        found = {line.matter_id for line in self.inspection.lines if line.matter_id}
        found |= {matter.pk for asked in self.asked for matter in asked.matters}
        known = Matter.objects.visible_to(self.user)
        return {matter.pk: matter for matter in known.filter(pk__in=found)} if found else {}

    @cached_property
    def _lines(self) -> list[Entry]:
        """Every line that may have to do with it, from its day on, the earliest first."""
        inspectorate = self.inspection.inspectorate.split(" and ")[0]
        either = Q(matter__in=self._matters) | Q(finding__document__in=self.inspection.papers)
        if references := [one for line in self.inspection.lines for one in line.references]:
            either |= Q(references__overlap=references)
        if inspectorate:
            either |= Q(search=typed(f'"{inspectorate}" inspection')) | Q(search=typed(f'"{inspectorate}" report'))
        lines = Entry.objects.visible_to(self.user).filter(either, council=self.inspection.council)
        lines = lines.exclude(sort=Sort.JUDGEMENT)
        if self.inspection.date:
            lines = lines.filter(Q(date=None) | Q(date__gte=self.inspection.date))
        lines = lines.with_source().select_related("committee", *SORTS).earliest_first()
        once = {_once(line): line for line in reversed([as_its_sort(line) for line in lines[:MOST_LINES]])}
        return list(reversed(once.values()))

    @cached_property
    def followed(self) -> list[Followed]:
        """What is linked: matter by matter, then through a reference, then through the paper itself."""
        of_matters = {pk: Followed("matter", matter) for pk, matter in self._matters.items()}
        beside_it, reference = Followed("paper"), Followed("reference")
        for line in self._lines:
            if line.matter_id in of_matters:
                of_matters[line.matter_id].lines.append(line)
            elif self._shares_a_reference(line):
                reference.lines.append(line)
            elif self._same_paper(line):
                beside_it.lines.append(line)
        self._put_measures(of_matters)
        found = sorted(of_matters.values(), key=lambda one: str(one.matter))
        return [one for one in (*found, reference, beside_it) if one.lines or one.measures or one.matter]

    @cached_property
    def unlinked(self) -> list[Entry]:
        """Lines that name the inspectorate's inspection or report, and are linked with it in no way."""
        linked = {line.pk for one in self.followed for line in one.lines}
        papers = {paper.pk for paper in self.inspection.papers}
        far = (line for line in self._lines if line.pk not in linked and self._is_in_time(line))
        return [line for line in far if line.finding.document_id not in papers or self._names_it(line)]

    def _is_in_time(self, line: Entry) -> bool:
        """Whether a line is of before the next inspection, and names the home or school that this one is of."""
        in_time = not (self.until and line.date and line.date >= self.until)
        said = f" {plain(f'{line.title} {line.about}')} "
        return in_time and (not self.inspection.setting or f" {plain(self.inspection.setting)} " in said)

    @property
    def unanswered(self) -> list[Asked]:
        """What was asked for and stands in no matter."""
        return [asked for asked in self.asked if not asked.matters]

    def _shares_a_reference(self, line: Entry) -> bool:
        own = {one for judgement in self.inspection.lines for one in judgement.references}
        return not own.isdisjoint(line.references)

    def _same_paper(self, line: Entry) -> bool:
        """Whether a line stands in an inspection's own report, or under the heading of its judgements in another."""
        of_paper = [one for one in self.inspection.lines if one.finding.document_id == line.finding.document_id]
        if of_paper and of_paper[0].finding.document.kind == REPORT_KIND:
            return True
        return bool(line.about) and any(one.about == line.about for one in of_paper)

    def _names_it(self, line: Entry) -> bool:
        said = f"{line.title} {line.about}".casefold()
        return bool(self.inspection.inspectorate) and self.inspection.inspectorate.casefold() in said

    def _put_measures(self, of_matters: dict[Any, Followed]) -> None:
        """The measures that a person put beside the matters or their lines, around the inspection."""
        wanted = Q(matter__in=of_matters) | Q(matter__merged_into__in=of_matters)
        lines: dict[Any, Any] = {line.pk: line.matter_id for line in self._lines if line.matter_id in of_matters}
        links = LinkedIndicator.objects.filter(wanted | Q(entry__in=lines), answer=LinkedIndicator.Answer.CONFIRMED)
        day = self.inspection.date
        if not of_matters or not day:
            return
        measures: dict[Any, dict[str, Indicator]] = {}
        for link in links.select_related("indicator", "matter"):
            matter = (link.matter.merged_into_id or link.matter_id) if link.matter else lines[link.entry_id]
            measures.setdefault(matter, {})[link.indicator_id] = link.indicator
        every = {slug: one for found in measures.values() for slug, one in found.items()}
        told = beside(every.values(), self.inspection.council, day, self.user, what="inspection")
        around = {one.indicator.pk: one for one in told}
        for matter, found in measures.items():
            of_matters[matter].measures = [around[slug] for slug in found]


def _once(line: Entry) -> tuple:
    """What a line is told once by: one sentence with two dates is two events, one item stands in several plans."""
    if key := getattr(line, "key", None):
        return Sort.PLANNED, key
    return line.sort, line.title, line.finding.passage_id


def _under(heads: list[tuple[Any, int]], passages: Iterable[Passage], papers: dict[Any, Any]) -> Iterator[Passage]:
    """What stands under each heading up to the next one."""
    asks, paper, started = False, None, set(heads)
    for passage in passages:
        before = (passage.document_id, passage.ordinal - 1)
        if before in started or passage.document_id != paper:
            asks, paper = before in started, passage.document_id
        # One of the headings itself is here only where it ends what another one asks for.
        if passage.style == "heading" or (passage.document_id, passage.ordinal) in started:
            asks = False
        elif asks and passage.style != "margin":
            passage.document = papers[paper]
            yield passage


def asks_for(heading: str, kind: str) -> bool:
    """Whether what stands under a heading is what inspectors ask for.

    >>> asks_for("What needs to improve?", "inspection_report"), asks_for("Recommendations", "officer_report")
    (True, False)
    """
    if len(heading) > LONGEST_HEADING:
        return False
    return bool(TO_IMPROVE.search(heading) or (kind == REPORT_KIND and RECOMMENDED.match(heading)))
