"""The search page, and the way from one paragraph that was found to the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from reports.access import readable
from reports.columns import PASSAGES
from reports.exports import taken_away
from reports.filters import answered, chips
from reports.models import Council, Passage
from reports.search import Search, asked
from reports.search.marks import Pieces, marked, snippet, stems_for
from reports.sorts import KINDS

A_PAGE = 25
# Whoever has not found it by then looks for other words.
MOST = 40 * A_PAGE
MOST_DOCUMENTS = 5


@dataclass
class Hit:
    passage: Passage
    pieces: Pieces
    url: str


@readable
@require_safe
@vary_on_headers("HX-Request")
def search(request: HttpRequest) -> HttpResponse:
    search = asked(request.user, request.GET)
    on = chips(search.form, request.GET, but=("sort", "exact"))
    if file := taken_away(request, "search", PASSAGES, search.passages, (said for said, _ in on)):
        return file
    context = {
        "form": search.form,
        "below": "_exports.html" if search.readings else "",
        "words": search.said.get("q", ""),
        "chips": chips(search.form, request.GET, but=("q", "sort", "exact")),
        "narrowings": _narrowings(search, request.GET),
        "searched": search.readings,
        "widened": _widened(search),
        "named": _named(search),
        "most": MOST,
        **_hits(request, search),
    }
    swapped = {"piece": "reports/_hits.html", "filters": "reports/_search_fields.html"}
    return answered(request, "reports/search.html", **swapped, context=context)


def _hits(request: HttpRequest, search: Search) -> dict[str, Any]:
    paginator = Paginator(search.passages, A_PAGE)
    total = search.counts.total if search.readings else 0
    # Counted already, and not once more by the paginator.
    paginator.count = min(total, MOST)
    page = paginator.get_page(request.GET.get("page"))
    stems = stems_for([passage.text for passage in page], search.readings.all if search.readings else [])
    hits = [
        Hit(passage, snippet(passage.text, search.reading_of(passage), stems), _address(passage, request.GET, number))
        for number, passage in enumerate(page, start=page.start_index())
    ]
    only_common = bool(search.readings) and not stems.needles(search.readings.general.wanted)
    return {"page_obj": page, "total": total, "hits": hits, "only_common": only_common}


def _address(passage: Passage, typed: QueryDict, number: int) -> str:
    """A paragraph's page, which knows that it is so many in this search."""
    return f"{passage.get_absolute_url()}?{_query(typed, hit=str(number))}"


def _query(typed: QueryDict, **changed: str) -> str:
    """The search as it was typed, from its first page, with some fields changed; without those that are empty."""
    query = typed.copy()
    for name in ("page", "hit"):
        query.pop(name, None)
    for name, value in changed.items():
        query[name] = value
    for name in [name for name in query if not query[name]]:
        del query[name]
    return query.urlencode()


def _named(search: Search) -> list[tuple[Any, Pieces]]:
    """The first documents whose titles have the words, with these marked."""
    documents = list(search.documents[:MOST_DOCUMENTS])
    if not documents:
        return []
    reading = search.readings.general
    stems = stems_for([str(document) for document in documents], [reading])
    return [(document, marked(str(document), reading, stems)) for document in documents]


def _widened(search: Search) -> list[tuple[Council | None, tuple[str, ...]]]:
    """What else is looked for: in general, and in the papers of councils that use the words otherwise."""
    if not search.readings:
        return []
    if chosen := search.form.council_chosen:
        return [(None, others)] if (others := search.readings.of(chosen.pk).others) else []
    councils = search.form.councils
    each = [(None, search.readings.general), *((councils[str(pk)], own) for pk, own in search.readings.own.items())]
    return [(council, reading.others) for council, reading in each if reading.others or council]


def _narrowings(search: Search, typed: QueryDict) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """For councils, kinds and years: each with its number of paragraphs, and the address with it alone."""
    if not search.readings:
        return []
    counts, said = search.counts, search.said
    names = {pk: council.name for pk, council in search.form.councils.items()}
    councils = [(names[str(pk)], n, _query(typed, council=str(pk))) for pk, n in counts.councils.most_common()]
    kinds = [
        (KINDS.get(kind, "Not known"), n, _query(typed, kind=kind)) for kind, n in counts.kinds.most_common() if kind
    ]
    years = [
        (y, n, _query(typed, when="", since=y, until=y)) for y, n in sorted(counts.years.items(), reverse=True) if y
    ]
    groups = [
        ("Council", councils, said.get("council")),
        ("Kind of document", kinds, said["kind"]),
        ("Year", years, ""),
    ]
    return [(name, choices) for name, choices, chosen in groups if len(choices) > 1 and not chosen]


def trail(request: HttpRequest, passage: Passage) -> dict[str, Any] | None:
    """For a paragraph's page: its text with what was searched for marked, and the way to the hits before and after."""
    search = asked(request.user, request.GET)
    if not search.readings:
        return None
    reading = search.reading_of(passage)
    pieces = marked(passage.text, reading, stems_for([passage.text], [reading]))
    page = (_number(request) - 1) // A_PAGE + 1
    back = f"{reverse('reports:search')}?{_query(request.GET, page=str(page) if page > 1 else '')}"
    return {"pieces": pieces, "back": back, "words": search.said["q"], **_beside(request, search, passage)}


def _number(request: HttpRequest) -> int:
    """Which hit of its search a paragraph is, as the address says; 0 where it does not."""
    hit = request.GET.get("hit", "")
    return int(hit) if hit.isascii() and hit.isdecimal() and len(hit) < 6 and int(hit) <= MOST else 0


def _beside(request: HttpRequest, search: Search, passage: Passage) -> dict[str, str]:
    """The addresses of the hits before and after; none where the search finds something else by now."""
    number = _number(request)
    first = max(number - 1, 1)
    near = dict(enumerate(search.passages[first - 1 : number + 1], start=first)) if number else {}
    if near.get(number) != passage:
        return {}
    beside = {"previous": number - 1, "next": number + 1}
    return {name: _address(near[hit], request.GET, hit) for name, hit in beside.items() if hit in near}
