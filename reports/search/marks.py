"""The words of a paragraph that were searched for, marked in its text; and of a long one the pieces that have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection

from reports.models import WORD, words_in
from reports.search.queries import Reading, Wish

# A text in pieces, each with whether it was searched for; plain text, to be escaped like any other.
Pieces = list[tuple[str, bool]]
# Words of a paragraph shown around what was found, and how many before the first of them.
SHOWN, BEFORE = 40, 8
GAP = " … "


@dataclass
class Stems:
    """The stems of words, asked of PostgreSQL at once, so that what is marked is what it found."""

    of: dict[str, str] = field(default_factory=dict)
    # Words that every paper has, which are looked for in quotation marks alone.
    common: set[str] = field(default_factory=set)

    @classmethod
    def for_words(cls, words: Iterable[str]) -> Stems:
        sql = (
            "SELECT word, ts_lexize('council_papers_stem', word), ts_lexize('english_stem', word) = '{}'"
            " FROM unnest(%s::text[]) AS word"
        )
        found = cls()
        with connection.cursor() as cursor:
            cursor.execute(sql, [sorted(set(words))])
            for word, stems, is_common in cursor.fetchall():
                # PostgreSQL takes no stem of what has a digit in it.
                found.of[word] = stems[0] if stems and not re.search(r"\d", word) else word
                if is_common:
                    found.common.add(word)
        return found

    def needles(self, wishes: Iterable[Wish]) -> list[tuple[str, ...]]:
        """What to mark: single words, and words that stand together."""
        found = []
        for wish in wishes:
            words = wish.part.words
            loose = [(word,) for word in words if word not in self.common]
            together = [words] if wish.part.together else loose
            found += [*together, *(tuple(words_in(other)) for other in wish.others)]
        return [tuple(self.of[word] for word in words) for words in dict.fromkeys(found)]


def stems_for(texts: Iterable[str], readings: Iterable[Reading]) -> Stems:
    """The stems of all words of texts and of what is looked for in them: one question."""
    asked = [word for reading in readings for wish in reading.wanted for word in _words(wish)]
    return Stems.for_words([*asked, *(word for text in texts for word in words_in(text))])


def _words(wish: Wish) -> list[str]:
    return [*wish.part.words, *(word for other in wish.others for word in words_in(other))]


def marked(text: str, reading: Reading, stems: Stems) -> Pieces:
    """The whole text, with what was searched for marked."""
    places, hits = _found(text, reading, stems)
    return _cut(text, places, sorted(hits), 0, len(text))


def snippet(text: str, reading: Reading, stems: Stems) -> Pieces:
    """The pieces of a text that have most of what was searched for; all of it where it is short."""
    places, hits = _found(text, reading, stems)
    if len(places) <= SHOWN * 3 // 2:
        return _cut(text, places, sorted(hits), 0, len(text))
    pieces: Pieces = []
    windows = _windows(hits, len(places))
    for window in windows:
        inside = [number for number in sorted(hits) if number in window]
        gap = [(GAP, False)] if pieces or window.start else []
        start = places[window.start][0] if window.start else 0
        end = places[window.stop - 1][1] if window.stop < len(places) else len(text)
        pieces += [*gap, *_cut(text, places, inside, start, end)]
    return [*pieces, (GAP, False)] if windows[-1].stop < len(places) else pieces


def _windows(hits: dict[int, int], total: int) -> list[range]:
    """The best window on a text, and a second one where it shows what the first does not; in the text's order."""
    first = _window(hits, total, seen=set())
    seen = {needle for number, needle in hits.items() if number in first}
    rest = {number: needle for number, needle in hits.items() if needle not in seen}
    return _apart(first, _window(rest, total, seen)) if rest else [first]


def _cut(text: str, places: list[tuple[int, int]], hits: list[int], start: int, end: int) -> Pieces:
    """A piece of a text from one letter to another, words that were found and stand side by side marked as one."""
    pieces, done, marks = [], start, list[list[int]]()
    for number in hits:
        if marks and marks[-1][-1] == number - 1:
            marks[-1].append(number)
        else:
            marks.append([number])
    for mark in marks:
        first, last = places[mark[0]][0], places[mark[-1]][1]
        pieces += [(text[done:first], False), (text[first:last], True)]
        done = last
    return [piece for piece in [*pieces, (text[done:end], False)] if piece[0]]


def _found(text: str, reading: Reading, stems: Stems) -> tuple[list[tuple[int, int]], dict[int, int]]:
    """Where each word of a text stands in it, and for words that were searched for, the number of what they are."""
    places = [word.span() for word in WORD.finditer(text)]
    words = [stems.of.get(word, word) for word in words_in(text)]
    hits: dict[int, int] = {}
    for needle, wanted in enumerate(stems.needles(reading.wanted)):
        for first in range(len(words) - len(wanted) + 1):
            if tuple(words[first : first + len(wanted)]) == wanted:
                hits |= dict.fromkeys(range(first, first + len(wanted)), needle)
    return places, hits


def _window(hits: dict[int, int], total: int, seen: set[int]) -> range:
    """The words around the hit that has most of what was not seen near it; the beginning where there is none."""

    def new_in(window: range) -> int:
        return len({needle for number, needle in hits.items() if number in window} - seen)

    starts = [max(0, min(number - BEFORE, total - SHOWN)) for number in sorted(hits)] or [0]
    return max((range(start, min(start + SHOWN, total)) for start in starts), key=new_in)


def _apart(first: range, second: range) -> list[range]:
    """Two windows in the order of the text, as one where they meet."""
    before, after = sorted([first, second], key=lambda window: window.start)
    return [range(before.start, max(before.stop, after.stop))] if after.start <= before.stop else [before, after]
