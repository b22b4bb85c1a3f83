"""How printed text becomes words that can be searched for: the same way for what is kept and for what is typed.

Words are kept by their stem and none is left out, so that "children in care" in quotation marks finds these words
alone. Marks that stand inside words part them (A039/17, looked-after, 2015-16); an apostrophe does not (children's).
What a letter is, is said here: PostgreSQL's parser takes a curly quotation mark or £ for one in some databases.
"""

from __future__ import annotations

import re

from django.contrib.postgres.search import SearchVector
from django.db.models import F, Func, TextField, Value

# A text search configuration of PostgreSQL's: English stems, no word left out. A migration makes it.
PAPERS = "council_papers"

# Digits and the letters of all alphabets, as ranges that a regular expression takes here and in PostgreSQL.
LETTERS = "0-9A-Za-zÀ-ÖØ-öø-ʯͰ-῿Ⰰ-ⷿ぀-퟿豈-﷿"
# Apostrophes, what stands for them, accents printed apart, the soft hyphen and the space of no width.
JOINING = "'’‘ʼ´`\u0300-\u036f\u00ad\u200b"
WORD = re.compile(rf"[{LETTERS}]+(?:[{JOINING}]+[{LETTERS}]+)*")
JOINED = re.compile(rf"[{JOINING}]")


def words_in(text: str) -> list[str]:
    """The words of a text in small letters.

    >>> words_in("Looked-after children’s fund: A039/17 (£3.5m)")
    ['looked', 'after', 'childrens', 'fund', 'a039', '17', '3', '5m']
    """
    return [JOINED.sub("", word).lower() for word in WORD.findall(text)]


def apart(field: str | F) -> Func:
    """A field's text with its words parted and joined as `words_in` does, but in the letters that are printed."""
    text = F(field) if isinstance(field, str) else field
    return _replaced(_replaced(text, f"[{JOINING}]", ""), f"[^{LETTERS}]+", " ")


def _replaced(text: F | Func, pattern: str, by: str) -> Func:
    marks = (Value(pattern), Value(by), Value("g"))
    return Func(text, *marks, function="regexp_replace", output_field=TextField())


def stems_of(field: str) -> SearchVector:
    """The stems of a field's words with their positions, as PostgreSQL keeps them."""
    return SearchVector(apart(field), config=PAPERS)
