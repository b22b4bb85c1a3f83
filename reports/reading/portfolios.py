"""The executive member's remit that a paper belongs to, as it prints it.

SCRUTINY OF THE BUDGET PROPOSALS 2025/26      PORTFOLIO: CHILDREN AND YOUNG PEOPLE
Portfolio Holder: Executive Member for Education, Cllr R J Amberly
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.facts import SURE, Fact, PortfolioHolder
from reports.reading.paragraph import Paragraph

# A paper says whose it is at its head.
HEAD = 20
NAME_AND_VALUE = 2  # cells
NAMED = re.compile(
    r"\b(?:executive )?portfolio(?: area)?\s*[:–-]\s*(?P<name>[A-Z][^.;:()]{2,80}?)(?=\s*\(|$)", re.IGNORECASE
)
MEMBER = re.compile(
    r"\b(?:executive|cabinet|lead) (?:member|councillor) (?:for|with responsibility for) (?P<name>[A-Z][^.;:()]{2,80}?)"
    r"(?=,? (?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr)\b|\s*[,(–-]|$)",
    re.IGNORECASE,
)


def portfolio_of(paragraphs: Sequence[Paragraph], facts: Sequence[Fact]) -> str | None:
    """The portfolio that the paper's one signature or its head names; None where neither does."""
    signed = {fact.portfolio for fact in facts if isinstance(fact, PortfolioHolder) and fact.source.basis in SURE}
    if len(signed) == 1:
        return signed.pop()
    # A row of a table tells of one thing among others, if it is not a name with its value.
    head = [paragraph.text for paragraph in paragraphs[:HEAD] if len(paragraph.cells) <= NAME_AND_VALUE]
    return next(filter(None, map(named_in, head)), None)


def named_in(text: str) -> str | None:
    """The portfolio that a line at a paper's head names.

    >>> named_in("PORTFOLIO: CHILDREN AND YOUNG PEOPLE")
    'CHILDREN AND YOUNG PEOPLE'
    >>> named_in("Report of the Cabinet Member for Education and Skills, Cllr R J Amberly")
    'Education and Skills'
    """
    found = NAMED.search(text) or MEMBER.search(text)
    return found["name"].strip() if found else None
