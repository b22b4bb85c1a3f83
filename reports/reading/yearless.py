"""Days and months printed without their year, in a document whose own date is known.

>>> [found.iso for found in dates_near("a fair on 9 October and another on 12 January", "2015-10")]
['2015-10-09', '2016-01-12']
"""

from __future__ import annotations

from dataclasses import replace

from reports.reading.dates import Dated, dates_in, span


def dates_near(text: str, written: str | None, past: bool = False) -> list[Dated]:
    """The dates of a text; one without a year is the one nearest to the day that the document was written.

    written: the document's date, ISO; without it such dates are left out. past: they lie before it, as figures do.
    """
    if written is None:
        return dates_in(text)
    printed = {(found.start, found.end) for found in dates_in(text)}
    start, _, _ = span(written)
    every = dates_in(text, start.year)
    return [
        found if (found.start, found.end) in printed else _nearest(found, start.year, written, past) for found in every
    ]


def _nearest(found: Dated, year: int, written: str, past: bool) -> Dated:
    start, end, _ = span(written)
    best, distance = found, None
    for candidate in (year - 1, year, year + 1):
        iso = f"{candidate}{found.iso[4:]}"
        try:
            first, last, _ = span(iso)
        except ValueError:  # 29 February
            continue
        if past and first > end:
            continue
        days = max((start - last).days, (first - end).days, 0)
        if distance is None or days < distance:
            best, distance = replace(found, iso=iso), days
    return best
