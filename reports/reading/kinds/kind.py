"""What a kind of document is: marks to know it by, and how to read it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reports.reading.facts import Fact, Problem
from reports.reading.paragraph import Paragraph


@dataclass(frozen=True)
class Paper:
    """What a kind is given: the document's paragraphs and what is known of the document as a whole.

    council: name of the council (`Wexcombe County Council`); area: its short name (`Wexcombe`), both None
    where the document does not say. acronyms: the short forms that the document explains.
    """

    paragraphs: tuple[Paragraph, ...]
    council: str | None
    area: str | None
    acronyms: dict[str, str]


@dataclass(frozen=True)
class Findings:
    """What a kind says of a document; `title` and `date` are None where it does not print them."""

    title: str | None
    date: str | None
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Mark:
    """A sign of a kind: a pattern, searched in paragraphs, and how much it weighs (negative: against)."""

    pattern: re.Pattern[str]
    weight: int
    within: int | None = None  # only in the first so many paragraphs


@dataclass(frozen=True)
class Kind:
    name: str
    label: str
    marks: Sequence[Mark]
    read: Callable[[Paper], Findings]
    threshold: int = 10
