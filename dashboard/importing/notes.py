"""What is noticed while a file is read, and how it is told: nothing is left out without a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

MOST_NAMED = 5
LONGEST = 40


@dataclass
class Notes:
    """`rows` were read; `left_out` counts those of no use by the reason, and `unreadable` cells by what they say."""

    rows: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    unreadable: Counter[str] = field(default_factory=Counter)
    strangers: Counter[str] = field(default_factory=Counter)
    repeated: int = 0
    warnings: list[str] = field(default_factory=list)
    # What several rows of a file give different values of: keys of staged rows, and one of them for people.
    contradicted: set[str] = field(default_factory=set)

    def told(self) -> list[str]:
        """The warnings as sentences."""
        said = [f"{rows(number)} left out: {reason}." for reason, number in self.left_out.most_common()]
        if self.unreadable:
            said.append(
                f"{cells(self.unreadable.total())} left out that say neither a number nor a known symbol: "
                f"{named(self.unreadable)}."
            )
        if self.strangers:
            said.append(
                f"{cells(self.strangers.total())} left out that give the number of no authority known, or of one named "
                f"before: {named(self.strangers)}."
            )
        if self.repeated:
            said.append(f"{rows(self.repeated)} left out, as they repeat another row.")
        if self.contradicted:
            number = len(self.contradicted)
            said.append(
                f"{number:,} {'value is' if number == 1 else 'values are'} left out, as the file gives them twice and "
                "differently."
            )
        return [*self.warnings, *said]


def named(found: Counter[str]) -> str:
    """The commonest of them, with how often they occur.

    >>> named(Counter({"1 to 5": 12, "?": 1}))
    '“1 to 5” (12 times), “?” (once)'
    """
    first = [f"“{text[:LONGEST]}” ({times(number)})" for text, number in found.most_common(MOST_NAMED)]
    more = len(found) - len(first)
    return ", ".join(first) + (f" and {more:,} more" if more else "")


def times(number: int) -> str:
    return "once" if number == 1 else f"{number:,} times"


def rows(number: int) -> str:
    return "1 row is" if number == 1 else f"{number:,} rows are"


def cells(number: int) -> str:
    return "1 cell is" if number == 1 else f"{number:,} cells are"
