"""A matter as it went: its lines, call-ins and mentions on one line of time, and what stands beside that.

The dates of all of them are read at once, light as they are; what a page shows is fetched for that page alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from meetings.matter_figures import Stated, as_stated
from meetings.matter_items import SORTS, Item, as_its_sort
from meetings.models import CallIn, Entry, Matter, Meeting, Mention, PlannedDecision
from reports.models import Document, Finding
from reports.reading.dates import in_words
from reports.register import first_day

# How many open actions or figures a page shows beside the timeline.
MOST_BESIDE = 50
UNDATED = date.max
# What a page tells of a paper.
OF_A_PAPER = ("title", "kind", "date", "filename", "wholly_exempt")


@dataclass(frozen=True)
class Key:
    """What an item is put in its place by."""

    date: date | None
    place: tuple[str, int]
    sort: str
    pk: Any


class Story:
    """A matter for one reader: nothing that they may not see counts in any of it."""

    def __init__(self, matter: Matter, user: Any) -> None:
        self.matter, self.user = matter, user
        self.entries = Entry.objects.visible_to(user).filter(matter=matter)

    @cached_property
    def lines(self) -> list[dict[str, Any]]:
        return list(
            self.entries.values(
                "pk", "date", "printed_date", "committee", "committee__name", "finding__document", "finding__ordinal",
                "finding__passage", "finding__passage__page", "finding__passage__boxes",
                *(f"finding__document__{name}" for name in OF_A_PAPER),
            )
        )  # fmt: skip

    @cached_property
    def mentions(self) -> dict[int, Mention]:
        confirmed = Mention.objects.visible_to(self.user).filter(matter=self.matter, answer=Mention.Answer.CONFIRMED)
        return {mention.pk: mention for mention in confirmed.select_related("passage__document")}

    @cached_property
    def call_ins(self) -> dict[int, CallIn]:
        called = CallIn.objects.filter(decision__in=self.entries.values("pk"), called_in_on__isnull=False)
        return {
            one.pk: one for one in called.select_related("decision__finding__document", "decision__finding__passage")
        }

    def keys(self, oldest_first: bool = False) -> list[Key]:
        """The whole line of time, the latest first; what has no date comes last either way."""
        keys = sorted(self._keys(), key=lambda key: (key.date is None, key.date or UNDATED, key.place))
        if oldest_first:
            return keys
        undated = [key for key in keys if key.date is None]
        return [key for key in reversed(keys) if key.date is not None] + undated

    def _keys(self) -> Iterator[Key]:
        for line in self.lines:
            place = (str(line["finding__document"]), line["finding__ordinal"])
            yield Key(line["date"], place, "entry", line["pk"])
        for pk, mention in self.mentions.items():
            passage = mention.passage
            yield Key(day_of(passage.document), (str(passage.document_id), passage.ordinal), "mention", pk)
        for pk, call_in in self.call_ins.items():
            place = (str(call_in.decision.finding.document_id), call_in.decision.finding.ordinal)
            yield Key(call_in.called_in_on, place, "called", pk)
            if call_in.result_on:
                yield Key(call_in.result_on, place, "answered", pk)

    def items(self, keys: list[Key]) -> list[Item]:
        """What stands at these places of the line of time."""
        wanted = [key.pk for key in keys if key.sort == "entry"]
        shown = self.entries.filter(pk__in=wanted).with_source().select_related("committee", "council", *SORTS)
        found = {entry.pk: entry for entry in shown} if wanted else {}
        return [self._item(key, found) for key in keys if key.sort != "entry" or key.pk in found]

    def _item(self, key: Key, found: dict[Any, Entry]) -> Item:
        if key.sort == "entry":
            entry = found[key.pk]
            return Item(entry.sort, entry.date, entry.printed_date, as_its_sort(entry))
        if key.sort == "mention":
            mention = self.mentions[key.pk]
            return Item("mention", key.date, mention.passage.document.date, mention)
        return Item(key.sort, key.date, key.date.isoformat() if key.date else "", self.call_ins[key.pk])

    @cached_property
    def bodies(self) -> list[str]:
        """The names of the committees that had to do with it, in the order of their first lines."""
        dated = sorted(self.lines, key=lambda line: line["date"] or UNDATED)
        return list(dict.fromkeys(line["committee__name"] for line in dated if line["committee"]))

    @cached_property
    def span(self) -> tuple[str, str]:
        """The printed dates of the first line and of the latest; empty where none is dated."""
        dated = sorted((line["date"], line["printed_date"]) for line in self.lines if line["date"])
        return (dated[0][1], dated[-1][1]) if dated else ("", "")

    @property
    def sentence(self) -> str:
        """What it is: how many lines, in how many papers, from when to when, by whom."""
        lines, papers = len(self.lines), len(self.pages)
        said = f"{lines} line{'' if lines == 1 else 's'} in {papers} paper{'' if papers == 1 else 's'}"
        first, last = (in_words(day) if day else "" for day in self.span)
        if first:
            said += f", {first}" if first == last else f", from {first} to {last}"
        *others, final = self.bodies or [""]
        who = f"{', '.join(others)} and {final}" if others else final
        return f"{said}: {who}." if who else f"{said}."

    @cached_property
    def pages(self) -> dict[Any, list[int]]:
        """For each paper the pages on which a line or a mention stands."""
        found: dict[Any, set[int]] = {}
        for line in self.lines:
            boxes = line["finding__passage__boxes"]
            on = {line["finding__passage__page"], *(int(box[0]) for box in boxes)}
            found.setdefault(line["finding__document"], set()).update(on)
        for mention in self.mentions.values():
            on = {mention.passage.page, *(int(box[0]) for box in mention.passage.boxes)}
            found.setdefault(mention.passage.document_id, set()).update(on)
        return {paper: sorted(pages) for paper, pages in found.items()}

    @cached_property
    def papers(self) -> list[tuple[Document, list[int]]]:
        """The papers in order of their dates, the oldest first, each with those pages."""
        return self._in_order(Document.objects.filter(pk__in=self.pages))

    def listed_papers(self) -> list[tuple[Document, list[int]]]:
        """The same, each with no more of it than a page names."""
        papers = [
            Document(pk=line["finding__document"], **{name: line[f"finding__document__{name}"] for name in OF_A_PAPER})
            for line in {line["finding__document"]: line for line in self.lines}.values()
        ]
        known = {paper.pk for paper in papers}
        spoken = {one.passage.document_id: one.passage.document for one in self.mentions.values()}
        papers += [paper for pk, paper in spoken.items() if pk not in known]
        return self._in_order(papers)

    def _in_order(self, papers: Iterable[Document]) -> list[tuple[Document, list[int]]]:
        ordered = sorted(papers, key=lambda paper: (day_of(paper) or UNDATED, paper.title, str(paper.pk)))
        return [(paper, self.pages[paper.pk]) for paper in ordered]

    def lines_to_take(self, oldest_first: bool = False) -> QuerySet:
        """Its lines with their sources, for a file."""
        lines = self.entries.with_source().select_related("committee", "council", "portfolio", "matter")
        return lines.earliest_first() if oldest_first else lines.latest_first()

    def next(self) -> Entry | None:
        """The nearest line that is not past; of a planned decision, as its newest plan lists it."""
        return next((line for line in self._ahead if line.pk == line.nearest), None)

    def still_open(self) -> list[Entry]:
        """Actions and recommendations that nobody said are done, the oldest first."""
        return [as_its_sort(line) for line in self._ahead if line.is_open]

    @cached_property
    def _ahead(self) -> list[Entry]:
        """What is next and what is still open, the earliest first, each with whether it is so."""
        nearest, waiting = self._coming().values("pk")[:1], self.entries.still_open()
        lines = self.entries.annotate(
            nearest=Subquery(nearest), is_open=Exists(waiting.filter(pk=OuterRef("pk")).order_by())
        )
        shown = Q(pk=F("nearest")) | Q(pk__in=waiting.earliest_first().values("pk")[:MOST_BESIDE])
        related = lines.filter(shown).with_source().select_related("committee", *SORTS)
        return list(related.earliest_first())

    def _coming(self) -> QuerySet[Entry]:
        coming = self.entries.to_come().exclude(action__done_at__isnull=False)
        coming = coming.exclude(recommendation__done_at__isnull=False)
        listings = PlannedDecision.objects.visible_to(self.user)
        listings = listings.filter(key__in=self.entries.filter(sort="planned").values("planneddecision__key"))
        coming = coming.filter(Q(planneddecision=None) | Q(planneddecision__in=listings.latest_listings().values("pk")))
        return coming.order_by("date", "pk")

    def next_meeting(self) -> Meeting | None:
        """The next planned meeting of a body that had to do with it."""
        bodies = {line["committee"] for line in self.lines if line["committee"]}
        meetings = Meeting.objects.visible_to(self.user).filter(committee__in=bodies)
        return meetings.between(timezone.localdate(), None).select_related("committee").order_by("date", "pk").first()

    def figures(self) -> list[Stated]:
        """Figures and savings that stand in the paragraphs of its lines and mentions."""
        places = {line["finding__passage"] for line in self.lines}
        places |= {mention.passage_id for mention in self.mentions.values()}
        stated = Finding.objects.visible_to(self.user).filter(fact__in=["Figure", "Saving"], passage__in=places)
        return [as_stated(finding) for finding in stated.select_related("document", "passage")[:MOST_BESIDE]]


def day_of(paper: Document) -> date | None:
    try:
        return first_day(paper.date)[0]
    except ValueError:
        return None
