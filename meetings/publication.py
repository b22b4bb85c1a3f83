"""On which day a record of decisions says that it was published: plain rules on words, for a clerk to check."""

from __future__ import annotations

import re
from datetime import date

from reports.reading.dates import dates_in, span

# How the reader words the field of a record that gives the day: the happening's own date is the day.
FIELD = re.compile(r"^decision published\b", re.IGNORECASE)
# A sentence that tells it: "This record was published on 21 November 2025."
SENTENCE = re.compile(
    r"\b(?:record|decisions?|notice|minutes)\b[^.;]{0,60}?\b(?:was|were|has been|have been)\s+(?:first\s+)?published\b"
    r"[^.;\d]{0,30}(?P<when>[^.;]*)",
    re.IGNORECASE,
)


def published_on(text: str, day: date) -> date | None:
    """The day of publication that a happening of `day` tells of; None where it tells of none.

    >>> published_on("Decision published: 12 May 2026", date(2026, 5, 12))
    datetime.date(2026, 5, 12)
    >>> published_on("This record was published on 7 May 2026. It takes effect on 15 May 2026.", date(2026, 5, 15))
    datetime.date(2026, 5, 7)
    >>> published_on("The report was published on 7 May 2026.", date(2026, 5, 7))
    """
    if FIELD.match(text):
        return day
    told = SENTENCE.search(text)
    found = dates_in(told["when"])[:1] if told else []
    start, end, _ = span(found[0].iso) if found else (None, None, "")
    return start if start == end else None
