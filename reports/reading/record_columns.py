"""The columns of a table that tells a meeting's decisions, a row for each, by its row of headings.

Item   Topic               Decision
1.     Family hubs         It was resolved to agree the plan.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reports.reading.record_names import field_named

LONGEST_HEAD = 90  # letters of a column's heading
COLUMNS = (
    ("number", r"(?:agenda\s+)?(?:item\s+)?(?:no|number|ref|item\s+no)\.?|(?:agenda\s+)?item\s+(?:no|number)\.?|no"),
    ("reference", r"(?:decision\s+)?(?:ref|reference)(?:\s+(?:no|number))?\.?|decision\s+(?:no|number)\.?"),
    ("title", r"(?:agenda\s+)?items?|topic|subject|title|report(?:\s+title)?|matter|(?:agenda\s+)?item\s*(?:/"
              r"|and)\s*(?:subject|title|topic|recommendations?).{0,40}"
     r"|item\s+title|(?:title|subject)\s+of\s+(?:the\s+)?(?:report|decision|item).{0,30}"
     r"|details?\s+of\s+(?:the\s+)?(?:report|item)|recommendations?(?:\s+considered)?"),
    ("decision", r"(?:the\s+)?decisions?(?:\s+(?:taken|made|and\s+reasons?|details|summary))?|resolutions?"
                 r"|decision\s*/\s*action|outcome|(?:details|summary)\s+of\s+(?:the\s+)?decisions?"),
    ("key_decision", r"key(?:\s+decision)?(?:\s*\(?y\s*/\s*n\)?)?\??|key\s*/\s*non-?key"),
)  # fmt: skip
_COLUMNS = tuple((name, re.compile(rf"\W*(?:{form})\W*", re.IGNORECASE)) for name, form in COLUMNS)
BARE_ITEM = re.compile(r"\W*(?:agenda\s+)?item\W*", re.IGNORECASE)


def record_columns(cells: Sequence[str]) -> tuple[str | None, ...] | None:
    """What each column holds; None for any other row. "Item" beside a column of titles is that of the numbers.

    >>> record_columns(("Item", "Decision", "Officer")), record_columns(("Item", "Topic", "Decision"))
    (('title', 'decision', None), ('number', 'title', 'decision'))
    >>> record_columns(("Item", "Owner"))
    """
    if not cells or any(len(cell) > LONGEST_HEAD for cell in cells):
        return None
    names = [named(cell) for cell in cells]
    if names.count("title") > 1 and BARE_ITEM.fullmatch(cells[names.index("title")]) and "number" not in names:
        names[names.index("title")] = "number"
    return tuple(names) if "decision" in names and "title" in names else None


def named(cell: str) -> str | None:
    """The column that a heading names."""
    if found := next((name for name, form in _COLUMNS if form.fullmatch(cell)), None):
        return found
    name = field_named(cell)
    return name if name in ("reasons", "alternatives", "conflicts", "dispensation") else None
