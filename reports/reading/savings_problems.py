"""What does not agree among a paper's savings: a reference with two amounts, a reference for two savings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.facts import Problem, Saving
from reports.reading.money import in_pounds
from reports.reading.savings_references import CODE as CODE_PRINTED

CODE = re.compile(CODE_PRINTED)
PLAIN = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "and",
        "in",
        "for",
        "to",
        "from",
        "by",
        "with",
        "review",
        "service",
        "services",
        "saving",
        "savings",
        "will",
        "further",
        "new",
    ]
)


def savings_problems(savings: Sequence[Saving]) -> list[Problem]:
    """One problem for each reference whose statements do not agree; every statement of it is kept as it stands."""
    found: list[Problem] = []
    for code, statements in _by_code(savings).items():
        problem = _within(code, statements[0]) if len(statements) == 1 else next(_between(code, statements), None)
        if problem:
            found.append(problem)
    return found


def _by_code(savings: Sequence[Saving]) -> dict[str, list[list[Saving]]]:
    """For each code its statements: the savings of one paragraph or row that are under it."""
    found: dict[str, dict[int, list[Saving]]] = {}
    for saving in savings:
        for code in CODE.findall(saving.reference or ""):
            found.setdefault(code, {}).setdefault(saving.source.passages[0], []).append(saving)
    return {code: list(statements.values()) for code, statements in found.items()}


def _within(code: str, statement: list[Saving]) -> Problem | None:
    """Two savings of one year under one reference of one code."""
    if len(CODE.findall(statement[0].reference or "")) > 1:
        return None
    for index, saving in enumerate(statement):
        for other in statement[:index]:
            if (
                saving.financial_year == other.financial_year
                and saving.amount != other.amount
                and saving.description != other.description
            ):
                return _problem(f"Reference {code} stands for two savings", other, saving)
    return None


def _between(code: str, statements: list[list[Saving]]) -> Iterator[Problem]:
    """Two statements that differ: an amount of the narrower one that the other does not have for that year."""
    for index, statement in enumerate(statements):
        for other in statements[:index]:
            narrow, wide = sorted((other, statement), key=_breadth)
            for saving in narrow:
                mates = [mate for mate in wide if _comparable(saving, mate)]
                if mates and all(mate.amount != saving.amount for mate in mates):
                    yield _differing(code, saving, min(mates, key=lambda mate: _apart(saving, mate)))


def _breadth(statement: list[Saving]) -> tuple[int, int]:
    return len(CODE.findall(statement[0].reference or "")), len(statement)


def _differing(code: str, saving: Saving, mate: Saving) -> Problem:
    first, second = sorted((saving, mate), key=lambda each: each.source.passages[0])
    alike = _words(first) & _words(second) or _apart(first, second) < 0.1
    what = f"Reference {code} has two amounts" if alike else f"Reference {code} stands for two savings"
    return _problem(what, first, second)


def _comparable(first: Saving, second: Saving) -> bool:
    return first.financial_year == second.financial_year or None in {first.financial_year, second.financial_year}


def _apart(saving: Saving, mate: Saving) -> float:
    first, second = saving.amount or 0, mate.amount or 0
    return abs(first - second) / max(abs(first), abs(second), 1)


def _words(saving: Saving) -> set[str]:
    return set(re.findall(r"[a-z]{4,}", (saving.description or "").lower())) - PLAIN


def _problem(what: str, first: Saving, second: Saving) -> Problem:
    source = replace(second.source, passages=tuple(dict.fromkeys(second.source.passages + first.source.passages)))
    return Problem(f"{what}: {_shown(first)} and {_shown(second)}", source)


def _shown(saving: Saving) -> str:
    year = f" in {saving.financial_year}" if saving.financial_year else ""
    words = f" ({saving.description})" if saving.description else ""
    return f"{in_pounds(saving.amount or 0)}{year}{words}"
