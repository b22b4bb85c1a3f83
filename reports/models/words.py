"""How printed text becomes words that can be searched for: the same way for what is kept and for what is typed.

Words are kept by their stem and none is left out, so that "children in care" in quotation marks finds these words
alone. Marks that stand inside words part them (A039/17, looked-after, 2015-16); an apostrophe does not (children's).
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchVector
from django.db.models import F, Func, TextField, Value

# A text search configuration of PostgreSQL's: English stems, no word left out. A migration makes it.
PAPERS = "council_papers"

PARTING = "/\\-‐‑‒–—−_.:&<>@+~"
# Apostrophes, accents that stand for them, the soft hyphen and the space of no width.
JOINING = "'’‘ʼ´`\u00ad\u200b"
WORD = re.compile(rf"[^\W_]+(?:[{JOINING}]+[^\W_]+)*")
APART = str.maketrans(dict.fromkeys(PARTING, " ") | dict.fromkeys(JOINING, ""))


def words_in(text: str) -> list[str]:
    """The words of a text in small letters.

    >>> words_in("Looked-after children’s fund: A039/17 (£3.5m)")
    ['looked', 'after', 'childrens', 'fund', 'a039', '17', '3', '5m']
    """
    return [word.translate(APART).lower() for word in WORD.findall(text)]


def stems_of(field: str) -> SearchVector:
    """The stems of a field's words with their positions, as PostgreSQL keeps them."""
    apart = Func(
        F(field), Value(PARTING + JOINING), Value(" " * len(PARTING)), function="translate", output_field=TextField()
    )
    return SearchVector(apart, config=PAPERS)
