"""What one line of the register is about, as its likeness to others is told from."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from meetings.headings import OF_ONE_MATTER
from meetings.models import Decision, Entry
from meetings.names import committee_key
from meetings.telling import bare, stem, telling

# What subject_of needs of an entry, to be selected with it.
WITH = ("finding__document", "committee", "council", "planneddecision", "judgement")
HEAD = re.compile(r"\s*:\s+|\s+[–—-]\s+")
SPANS = {"day": 1, "month": 31, "quarter": 92, "year": 366}


@dataclass(frozen=True)
class Subject:
    """What one line is about. `names` are keys of proper names; `body` the key of who decides or is asked.

    `sort` is an entry's; `paper` and
    `passage` tell its paper and paragraph from others, and `of_one` says that the paper is about one thing.
    `without` are words that tell nothing in its council's papers.
    """

    key: Hashable
    title: str
    about: str = ""
    sort: str = "decision"
    references: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    paper: Hashable = None
    passage: Hashable = None
    of_one: bool = False
    body: str = ""
    body_name: str = ""
    on: date | None = None
    precision: str = "none"
    inspectorate: str = ""
    without: frozenset[str] = frozenset()

    @cached_property
    def heading(self) -> str:
        """What stands for a title: the heading above it, or its own title where that is one and no sentence."""
        return self.about or (self.title if self.sort == "planned" else "")

    @cached_property
    def heading_words(self) -> dict[str, float]:
        return telling(self.heading, self.without)

    @cached_property
    def head_words(self) -> dict[str, float]:
        """The same of what stands before a colon or a dash: "Family hubs: award of the contract"."""
        words = telling(HEAD.split(self.heading)[0], self.without)
        return words if len(words) > 1 else self.heading_words

    @cached_property
    def title_words(self) -> dict[str, float]:
        return telling(self.title, self.without)

    @cached_property
    def heading_stems(self) -> str:
        """The stems of its heading, to look for a name in."""
        return f" {stems(self.heading)} "

    @cached_property
    def title_stems(self) -> str:
        return f" {stems(self.title)} "

    @property
    def since(self) -> date:
        """The first day of its date; the end of time where it has none."""
        return self.on or date.max

    @property
    def until(self) -> date:
        """The last day of its date, as exact as that is printed."""
        return self.on + timedelta(days=SPANS.get(self.precision, 1) - 1) if self.on else date.max


def stems(text: str) -> str:
    """The stems of a text's words, one after the other."""
    return " ".join(stem(bare(word)) for word in re.split(r"[\s/]+", text))


def silent_words(council: str) -> frozenset[str]:
    """The words of a council's own name, which tell nothing in its papers.

    >>> sorted(silent_words("Wexcombe County Council"))
    ['council', 'county', 'wexcombe']
    """
    return frozenset(stem(word) for word in re.findall(r"\w+", council) if len(word) > 2)


def of_business(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """Without the decisions that only run a meeting."""
    return entries.exclude(Exists(Decision.objects.filter(pk=OuterRef("pk"), procedural=True)))


def tells(subject: Subject) -> bool:
    """Whether a line says enough to know its business by: not "Noted", nor that a work programme was noted."""
    if subject.references or subject.names or subject.heading_words:
        return True
    return sum(subject.title_words.values()) >= 4


def subject_of(entry: Entry) -> Subject:
    """What an entry is about; without a query where it was selected WITH its relations."""
    document, council = entry.finding.document, entry.council
    body, body_name = _body(entry)
    return Subject(
        key=entry.pk,
        title=entry.title,
        about=entry.about,
        sort=entry.sort,
        references=frozenset(entry.references),
        names=frozenset(entry.names),
        paper=document.pk,
        passage=entry.finding.passage_id,
        of_one=document.kind in OF_ONE_MATTER and entry.about == document.title[:300],
        body=body,
        body_name=body_name,
        on=entry.date,
        precision=entry.precision,
        inspectorate=entry.judgement.inspectorate if entry.sort == Entry.Sort.JUDGEMENT else "",
        without=silent_words(council.name),
    )


def _body(entry: Entry) -> tuple[str, str]:
    """The key and the name of the body that decides, decided or is asked."""
    if entry.sort == Entry.Sort.PLANNED:
        maker = entry.planneddecision.decision_maker
        return committee_key(maker), maker
    return (entry.committee.key, str(entry.committee)) if entry.committee else ("", "")
