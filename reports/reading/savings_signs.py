"""Whether a line of a budget saves or costs: by its words, else by the sign that the lines beside it have.

>>> sort_of("Step down of residential placements"), sort_of("Demographic growth"), sort_of("Home to school transport")
('saving', 'pressure', None)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# A loss of income or grant costs, whatever the word it is told with.
LOSES = re.compile(
    r"\b(?:loss|reductions?|fall|shortfall|decrease|cessation|end|ending|withdrawal|removal)\s+(?:of|in)\s+(?:the\s+)?"
    r"(?:[\w'’-]+\s+){0,4}?(?:grant|income|funding|receipts)\b|\b(?:unachieved|undelivered|unachievable|reversal\s+of|write[\s-]?back\s+of)\b"
    r"|\b(?:grant|income|funding)\s+(?:loss|reduction|shortfall)",
    re.IGNORECASE,
)
SAVES = re.compile(
    r"\bsav(?:ings?|e)\b|\befficienc|\breduc(?:tions?|ing|e)\b|\bstep(?:ping)?[\s-]?down\b|\bdecommission|\brationalis"
    r"|\bceas(?:e|ing)\b|\bcessation\b|\bdelet(?:e|ion)|\b(?:additional|increased|extra|new)\s+income\b|\bincome\s+generation\b",
    re.IGNORECASE,
)
PRESSES = re.compile(
    r"\bpressures?\b|\bgrowth\b|\bdemograph|\binflation|\binvestments?\b|\bunavoidable\b|\bnew\s+burdens?\b"
    r"|\bdemand\b(?!\s+management)|\bpay\s+award|\bbase\s+budget\s+adjustment",
    re.IGNORECASE,
)


# "Figures in brackets are pressures", "(brackets denote savings)".
BRACKETS = re.compile(
    r"(?:\bin\s+(?:brackets|parenthes[ei]s)|\bbrackets|\(\s*\)|\bnegative\s+(?:figures|numbers|sums|amounts)|\ba?\s*minus(?:\s+sign)?)"
    r"\s+(?:is|are|denotes?|indicates?|shows?|represents?|means?|=)\s+(?:an?\s+|the\s+)?(?:budget\s+)?(?P<sort>savings?|reductions?|efficienc\w+|pressures?|growth|costs?|increases?|investments?)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stand:
    """The sign that a table prints its savings with: -1 for brackets or a minus, 1 for none, 0 if not known."""

    saving: int = 0


def sort_of(text: str) -> str | None:
    """saving or pressure, None where a text says neither or both.

    >>> sort_of("Reduction in government grant"), sort_of("Savings and pressures")
    ('pressure', None)
    """
    if LOSES.search(text):
        return "pressure"
    saves, presses = SAVES.search(text) is not None, PRESSES.search(text) is not None
    if saves == presses:
        return None
    return "saving" if saves else "pressure"


def stand_of(lines: Sequence[tuple[float, tuple[str, ...]]]) -> Stand:
    """How a table prints savings, by its lines whose words say what they are: their sums, and the texts that name them.

    >>> stand_of([(-40, ("Savings",)), (125, ("Growth",)), (-10, ("Contact centre",))])
    Stand(saving=-1)
    """
    signs: set[int] = set()
    for amount, texts in lines:
        # The table's head speaks of all lines alike, and so of none.
        sort = next((sort for text in texts[:2] if (sort := sort_of(text))), None)
        if sort and amount:
            signs.add((1 if amount > 0 else -1) * (1 if sort == "saving" else -1))
    return Stand(signs.pop()) if len(signs) == 1 else Stand()


def signs_told(text: str) -> int:
    """What a table says of its own signs: 1 where sums in brackets are pressures, -1 where they are savings, else 0.

    >>> [signs_told(said) for said in ("Brackets are pressures (growth).", "( ) denotes a saving", "£000")]
    [1, -1, 0]
    """
    found = BRACKETS.search(text)
    if not found:
        return 0
    return 1 if PRESSES.search(found["sort"]) or re.search(r"cost|increase", found["sort"], re.IGNORECASE) else -1


def lines_up(amount: float, sort: str | None, stand: Stand) -> float:
    """A printed sum as the register keeps it, savings above nought.

    >>> lines_up(-40, None, Stand(-1)), lines_up(-40, "pressure", Stand(-1)), lines_up(-40, None, Stand())
    (40, -40, -40)
    """
    if sort:
        return abs(amount) if sort == "saving" else -abs(amount)
    return -amount if stand.saving < 0 else amount
