"""What people type into the search box, understood: "words kept together", -left out, or.

Nothing that is typed is wrong: marks that mean nothing are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from reports.models import words_in

# A quotation mark that is never closed counts to the end.
ITEM = re.compile(r'(?P<minus>(?:(?<=\s)|^)[-−–—](?=\S))?(?:["“”„](?P<phrase>[^"“”„]*)["“”„]?|(?P<word>[^\s"“”„]+))')
OR, NOT, AND = ("or", "OR", "Or", "|"), ("NOT",), ("AND",)

# Words as they are compared with each other: one word of a term after the other.
Key = tuple[str, ...]
SMALL = {"and", "the"}


@dataclass(frozen=True)
class Part:
    """Words that belong together: in this order (`together`), or wherever they stand in a paragraph."""

    words: tuple[str, ...]
    together: bool
    quoted: bool = False

    @property
    def key(self) -> Key:
        return key_of(self.words)


@dataclass(frozen=True)
class Alternative:
    """What a paragraph must have, and what it must not: one side of an `or`."""

    wanted: tuple[Part, ...]
    unwanted: tuple[Part, ...]


def understood(typed: str) -> list[Alternative]:
    """The alternatives of what was typed; one that only leaves words out finds nothing, and is left aside.

    >>> [[part.words for part in one.wanted] for one in understood('"short breaks" respite -budget or A039/17')]
    [[('short', 'breaks'), ('respite',)], [('a039', '17')]]
    """
    sides: list[tuple[list[Part], list[Part]]] = [([], [])]
    negated = False
    for item in ITEM.finditer(typed):
        quoted, word = item["phrase"] is not None, item["word"] or ""
        if word in OR and not item["minus"]:
            sides.append(([], []))
        elif word in NOT:
            negated = True
        elif word not in AND and (words := words_in(item["phrase"] if quoted else word)):
            sides[-1][bool(item["minus"]) or negated].append(Part(tuple(words), quoted or len(words) > 1, quoted))
            negated = False
    return [Alternative(tuple(wanted), tuple(unwanted)) for wanted, unwanted in sides if wanted]


def gathered(parts: tuple[Part, ...], is_term: Callable[[Key], bool]) -> list[Part]:
    """The parts, loose words that stand side by side and are a term kept together; the longest term first."""
    left, done = list(parts), []
    while left:
        sides = (left[:count] for count in range(_loose(left), 1, -1))
        taken = next((side for side in sides if is_term(_joined(side).key)), left[:1])
        done.append(taken[0] if len(taken) == 1 else _joined(taken))
        del left[: len(taken)]
    return done


def runs(parts: tuple[Part, ...]) -> Iterator[tuple[str, ...]]:
    """The words of every run of parts that may be a term."""
    for first in range(len(parts)):
        for count in range(1, _loose(parts[first:]) + 1):
            yield _joined(parts[first : first + count]).words


# No term has more words.
LONGEST = 12


def _loose(parts: Sequence[Part]) -> int:
    """How many parts at the beginning could be one term: one in quotation marks stands alone."""
    if parts[0].quoted:
        return 1
    quoted = (number for number, part in enumerate(parts) if part.quoted)
    return min(next(quoted, len(parts)), LONGEST)


def _joined(parts: Sequence[Part]) -> Part:
    return Part(tuple(word for part in parts for word in part.words), together=True)


def key_of(words: tuple[str, ...] | list[str]) -> Key:
    """Words without what makes no difference between two terms.

    >>> key_of(words_in("Child-protection plans")) == key_of(words_in("child protection plan"))
    True
    """
    return tuple(_singular(word) for word in words if word not in SMALL)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word
