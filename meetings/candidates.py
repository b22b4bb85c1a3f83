"""Which lines of a council's register are worth comparing with a line: few of many, found through the indexes.

References and names are looked up exactly. The rest comes from the full text by the words that tell most: each rare
word alone, words that much business shares only two and two. How rare a word is, the database's own statistics say.
"""

from __future__ import annotations

import itertools
from functools import reduce
from operator import or_
from uuid import UUID

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.core.cache import cache
from django.db import connection
from django.db.models import F, Q, QuerySet

from meetings.likeness import UNTIL_PUBLISHED
from meetings.models import Entry
from meetings.subject import Subject
from meetings.telling import MUCH, telling_words

# How many lines are compared with one, of each way to find them.
MOST = 50
WORDS = 8
# A word, or a name, of more than this share of all lines tells little by itself.
FREQUENT = 0.01
# In a small register nothing is frequent.
LARGE = 2000
# How long the statistics of words are kept, in seconds.
KEPT = 600


def candidates(entry: Entry, subject: Subject) -> set[UUID]:
    """The ids of the lines that may be alike, of the same council, without the line itself."""
    lines = Entry.objects.filter(council=entry.council_id).exclude(pk=entry.pk)
    ways = [_by_reference(lines, subject), _by_name(lines, subject), _by_words(lines, subject)]
    ways += [_beside(lines, entry), _of_the_day(lines, entry)]
    return {pk for way in ways if way is not None for pk in way.values_list("pk", flat=True)[:MOST]}


def _by_reference(lines: QuerySet[Entry], subject: Subject) -> QuerySet[Entry] | None:
    return lines.filter(references__overlap=list(subject.references)).order_by() if subject.references else None


def _by_name(lines: QuerySet[Entry], subject: Subject) -> QuerySet[Entry] | None:
    names = list(subject.names - frequent_names())
    return lines.filter(names__overlap=names).order_by(F("date").desc(nulls_last=True)) if names else None


def _by_words(lines: QuerySet[Entry], subject: Subject) -> QuerySet[Entry] | None:
    query = _telling_query(subject)
    if query is None:
        return None
    return lines.filter(search=query).order_by(SearchRank(F("search"), query).desc())


def _telling_query(subject: Subject) -> SearchQuery | None:
    weighed = telling_words(subject.heading, subject.without)
    if len(weighed) < 2:
        weighed |= telling_words(subject.title, subject.without)
    frequent = _frequent_of([word for word, weight in weighed.items() if weight == MUCH])
    alone = [word for word, weight in weighed.items() if weight == MUCH and word not in frequent][:WORDS]
    common = [word for word in weighed if word not in alone][:WORDS]
    queries = [SearchQuery(word, config="english") for word in alone]
    # Words stand near each other in a title: each with the next, which is the phrase of most titles.
    queries += [SearchQuery(f"{one} {other}", config="english") for one, other in itertools.pairwise(common)]
    if len(common) == 1 and alone:
        queries += [SearchQuery(f"{common[0]} {alone[0]}", config="english")]
    return reduce(or_, queries) if queries else None


def _beside(lines: QuerySet[Entry], entry: Entry) -> QuerySet[Entry] | None:
    """What stands in the same paragraph, or under the same heading, of the same paper."""
    same = Q(finding__passage=entry.finding.passage_id)
    if entry.about:
        same |= Q(about=entry.about)
    return lines.filter(same, finding__document=entry.finding.document_id).order_by("finding__ordinal")


def _of_the_day(lines: QuerySet[Entry], entry: Entry) -> QuerySet[Entry] | None:
    """What the same body dealt with, or was to deal with, on the same day; of judgements those of the same time."""
    if not entry.date or entry.precision != "day":
        return None
    if entry.sort == Entry.Sort.JUDGEMENT:
        near = (entry.date - UNTIL_PUBLISHED, entry.date + UNTIL_PUBLISHED)
        found = lines.filter(sort=Entry.Sort.JUDGEMENT, date__range=near)
    elif entry.sort == Entry.Sort.PLANNED:
        maker = entry.planneddecision.decision_maker
        found = lines.filter(date=entry.date, committee__name__iexact=maker) if maker else lines.none()
    elif entry.committee:
        planned = Q(planneddecision__decision_maker__iexact=entry.committee.name)
        found = lines.filter(planned | Q(committee=entry.committee), date=entry.date)
    else:
        return None
    return found.exclude(finding__document=entry.finding.document_id).order_by()


def frequent_words() -> frozenset[str]:
    """Words that a large register has in many lines."""
    return _frequent("search")


def _frequent_of(words: list[str]) -> set[str]:
    """Which of these words have a stem, as the full text keeps it, that is frequent."""
    frequent = frequent_words()
    if not words or not frequent:
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT word, ts_lexize('english_stem', word) FROM unnest(%s::text[]) AS word", [words])
        return {word for word, stems in cursor.fetchall() if stems and stems[0] in frequent}


def frequent_names() -> frozenset[str]:
    """Names that a large register has in many lines: a town's, the name of the council's offices."""
    return _frequent("names")


def _frequent(column: str) -> frozenset[str]:
    """The most common elements of a column of lines, as the database last counted them; none in a small register."""
    return cache.get_or_set(f"frequent-{connection.settings_dict['NAME']}-{column}", lambda: _counted(column), KEPT)


def _counted(column: str) -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reltuples FROM pg_class WHERE oid = 'meetings_entry'::regclass")
        if cursor.fetchone()[0] < LARGE:
            return frozenset()
        cursor.execute(
            "SELECT element FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs)"
            " AS common(element, share) WHERE tablename = 'meetings_entry' AND schemaname = current_schema()"
            " AND attname = %s AND share > %s AND element IS NOT NULL",
            [column, FREQUENT],
        )
        return frozenset(row[0] for row in cursor.fetchall())
