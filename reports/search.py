"""Search over every published paragraph that a person may read."""

from __future__ import annotations

from datetime import date

from django.contrib.postgres.search import SearchHeadline, SearchQuery, SearchRank
from django.db.models import F, Q, QuerySet

from reports.models import Passage

# Around a word that was found. No keyboard has them, so they are told from the text's own brackets and tags.
START, STOP = "\ue000", "\ue001"
HEADLINE = {"max_words": 35, "min_words": 15, "max_fragments": 2, "fragment_delimiter": " … "}


def search(user, words: str) -> QuerySet[Passage]:
    """The paragraphs that the words are found in, best first, each with its `snippet`.

    The words are as people type into a search box: "short breaks" -budget, or.
    """
    query = SearchQuery(words, config="english", search_type="websearch")
    snippet = SearchHeadline("text", query, config="english", start_sel=START, stop_sel=STOP, **HEADLINE)
    return (
        Passage.objects.visible_to(user)
        .filter(search=query)
        .annotate(rank=SearchRank(F("search"), query), snippet=snippet)
        .select_related("document__council")
        .order_by("-rank", "-document__date", "document", "ordinal")
        .defer("search")
    )


def narrowed(passages: QuerySet[Passage], *, council=None, kind: str = "", since=None, until=None) -> QuerySet[Passage]:
    """Those of a council, of a kind of document, or of documents dated from one day to another."""
    if council:
        passages = passages.filter(document__council=council)
    if kind:
        passages = passages.filter(document__kind=kind)
    return passages.filter(_dated(since, until))


def _dated(since: date | None, until: date | None) -> Q:
    """Documents' dates are ISO text of any precision; a month or year counts when the first day asked for is in it."""
    dated = ~Q(document__date="") if since or until else Q()
    if since:
        as_exact = [since.isoformat()[:4], since.isoformat()[:7]]
        dated &= Q(document__date__gte=since.isoformat()) | Q(document__date__in=as_exact)
    if until:
        dated &= Q(document__date__lte=until.isoformat())
    return dated


def pieces(snippet: str) -> list[tuple[str, bool]]:
    """A snippet in pieces, each with whether it was searched for; plain text, to be escaped like any other.

    >>> pieces("the \\ue000short\\ue001 breaks")
    [('the ', False), ('short', True), (' breaks', False)]
    """
    found = []
    for number, part in enumerate(snippet.split(START)):
        marked, stop, rest = part.partition(STOP) if number else ("", "", part)
        # Without an end there was no beginning.
        found += [(marked, bool(stop)), (rest, False)]
    return [(text, is_marked) for text, is_marked in found if text]
