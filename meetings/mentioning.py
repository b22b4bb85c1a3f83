"""Paragraphs of published papers that name a matter, where none of its lines was read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from meetings.clusters import Cluster
from meetings.models import Entry, Link, Matter, MatterDeed, Mention
from meetings.name_likeness import listed, printed
from meetings.proper_names import is_own, key_of, names_in
from meetings.subject import WITH, Subject, of_business, silent_words, subject_of, tells
from meetings.telling import telling
from reports.models import Passage, State
from reports.models.words import PAPERS, words_in

# How many paragraphs are proposed for one matter, best first.
MOST = 40
# How many lines without a link are looked for in other papers.
LATEST = 100
# A paragraph, or a table's row, of fewer words only lists it.
SHORTEST, SHORTEST_ROW = 6, 12
BY_REFERENCE, BY_NAME, BY_COMMON_NAME = 100, 80, 55


def mentions_of(matter: Matter) -> list[Mention]:
    """The mentions, not saved, that are to be proposed for a matter; none of a paragraph asked about before."""
    lines = list(matter.entries.select_related(*WITH, "finding"))
    # A name that only an exempt line has must not show in an open matter.
    readable = lines if matter.exempt else [line for line in lines if not line.is_exempt]
    signs = _of_title(matter) | signs_of([subject_of(line) for line in readable])
    if not signs:
        return []
    passages = _naming(signs, Passage.objects.filter(document__council=matter.council_id))
    passages = passages.exclude(mentions__matter=matter).exclude(pk__in=_read(lines))
    return [found for passage in passages[:MOST] if (found := _mention(matter, passage, signs))]


def propose_mentions(matter: Matter) -> int:
    """Propose the paragraphs that name a matter; how many are new."""
    found = mentions_of(matter) if matter.merged_into_id is None else []
    return len(Mention.objects.bulk_create(found, ignore_conflicts=True))


def signs_of(subjects: list[Subject]) -> dict[str, int]:
    """What a paragraph can name a matter by, as printed, each with how surely: references and names.

    A name of common words alone counts where a line is headed by it or several lines have it.
    """
    signs = {reference: BY_REFERENCE for subject in subjects for reference in subject.references}
    for name in {name for subject in subjects for name in subject.names}:
        having = [one for one in subjects if name in one.names or f" {name} " in one.heading_stems]
        headed = any(f" {name} " in subject.heading_stems for subject in having)
        if is_own(name) and (headed or 2 * len(having) >= len(subjects)):
            signs[printed(name, *having)] = BY_NAME
        elif (headed and len(name.split()) > 1) or (len(having) > 1 and len(name.split()) > 2):
            signs[printed(name, *having)] = BY_COMMON_NAME
    return signs


def _of_title(matter: Matter) -> dict[str, int]:
    """The matter's own name, where it is a name or short enough to be said in a sentence."""
    without = silent_words(matter.council.name)
    said = [matter.title] if 1 < len(telling(matter.title, without)) <= 4 else []
    names = {name: BY_NAME if is_own(key_of(name)) else BY_COMMON_NAME for name in names_in(matter.title, without)}
    return dict.fromkeys(said, BY_COMMON_NAME) | names


def _naming(signs: Iterable[str], passages: QuerySet[Passage]) -> QuerySet[Passage]:
    """The published paragraphs that have one of the signs, word by word, the most telling first."""
    queries = [SearchQuery(" ".join(words_in(sign)), config=PAPERS, search_type="phrase") for sign in signs]
    query = reduce(or_, queries)
    found = passages.filter(document__state=State.PUBLISHED, search=query).exclude(style="heading")
    return found.order_by(SearchRank(F("search"), query).desc(), "document", "ordinal").select_related("document")


def _read(lines: list[Entry]) -> list[int]:
    """The paragraphs in which a line of the matter was read, and which it stands in wholly."""
    read: set[int] = set()
    for line in lines:
        finding = line.finding
        read.add(finding.passage_id)
        places = Passage.objects.filter(document=finding.document_id, ordinal__in=finding.passages)
        read |= set(places.values_list("pk", flat=True)) if len(finding.passages) > 1 else set()
    return list(read)


def _mention(matter: Matter, passage: Passage, signs: dict[str, int]) -> Mention | None:
    text = f" {' '.join(words_in(passage.text))} "
    named = [sign for sign in signs if f" {' '.join(words_in(sign))} " in text]
    if len(text.split()) < (SHORTEST_ROW if passage.style == "row" else SHORTEST) or not named:
        return None
    likely = max(signs[sign] for sign in named)
    best = [sign for sign in named if signs[sign] == likely]
    best = [sign for sign in best if not any(sign != more and sign in more for more in best)]
    reason = ["reference" if likely == BY_REFERENCE else "names", f"It names {listed(sorted(best)[:4])}."]
    return Mention(matter=matter, passage=passage, likeness=likely, reasons=[reason])


def named_elsewhere(user: Any) -> list[Cluster]:
    """Planned and key decisions that no second line was linked to but other papers name, the latest first.

    Three queries, of which the last is of the full text; only the latest LATEST lines are looked at.
    """
    linked = Link.objects.filter(Q(one=OuterRef("pk")) | Q(other=OuterRef("pk"))).exclude(answer=Link.Answer.REFUSED)
    said_no = MatterDeed.objects.filter(what=MatterDeed.What.REFUSED, undone_at=None, before__has_key="alone")
    lines = of_business(Entry.objects.visible_to(user)).filter(~Exists(linked), matter=None)
    lines = lines.exclude(pk__in=list(said_no.values_list("before__alone", flat=True)))
    weighty = Q(sort=Entry.Sort.PLANNED) | Q(decision__key_decision=True)
    lines = lines.filter(weighty).with_source().select_related(*WITH, "finding__document", "finding__passage")
    return alone(lines.latest_first()[:LATEST], user)


def alone(entries: Iterable[Entry], user: Any) -> list[Cluster]:
    """Planned decisions and key decisions without a second line that other papers name: matters of one line.

    Entries come WITH their relations; one query for all of them.
    """
    lines = {entry: signs_of([subject_of(entry)]) for entry in entries if tells(subject_of(entry))}
    lines = {line: {sign: sure for sign, sure in signs.items() if sure >= BY_NAME} for line, signs in lines.items()}
    signs = {sign for of_line in lines.values() for sign in of_line}
    if not signs:
        return []
    readable = Passage.objects.visible_to(user).filter(document__council__in={line.council_id for line in lines})
    passages = list(_naming(sorted(signs), readable)[: 10 * MOST])
    found = []
    for line, of_line in lines.items():
        naming = [one for one in passages if _names_it(one, of_line) and one.document_id != line.finding.document_id]
        if naming:
            found.append(Cluster([line], line.title, line.is_exempt, BY_NAME, {line: []}, [], naming[:MOST]))
    return found


def _names_it(passage: Passage, signs: dict[str, int]) -> bool:
    text = f" {' '.join(words_in(passage.text))} "
    return len(text.split()) >= SHORTEST and any(f" {' '.join(words_in(sign))} " in text for sign in signs)
