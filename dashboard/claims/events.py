"""Where a text names an inspection with its date, and whether two dates can be of one event.

>>> [(one.body, one.iso) for one in inspections_in("After the Ofsted inspection in June 2019 a plan was made.")]
[('Ofsted', '2019-06')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reports.reading.dates import Dated, dates_in, span

BODY = r"(?P<body>Ofsted|CQC|Care\s+Quality\s+Commission|HMIP|HMICFRS|HMI\s+Probation|Estyn|SEND|JTAI)"
INSPECTION = re.compile(rf"\b{BODY}(?:['’]s)?\b(?P<words>(?:\W+\w+){{0,6}}?\W+)inspect(?:ion|ed)\b", re.IGNORECASE)
AGAIN = re.compile(r"\b(?:inspect(?:ion|ed))\b", re.IGNORECASE)
# Of these a text says itself that there was more than one, or that it has not been held.
OTHERS = re.compile(
    r"\b(?:previous\w*|earlier|re-?inspect\w*|prior|last|first|second|subsequent|next|former|follow-?up|monitoring|"
    r"since|anticipated|expected|due|planned|revisit\w*)\b",
    re.IGNORECASE,
)
# Between an inspection and its date: "inspection of the fostering service in June 2019".
BETWEEN = re.compile(r"^[^.;:]{0,80}?\b(?:in|on|of|during|dated)\s+(?:the\s+)?$", re.IGNORECASE)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NAMED_DAY = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?$", re.IGNORECASE)
# After an inspection that is told of with what it found: two such are two inspections.
FOUND = re.compile(r"^[^.;:]{0,60}\b(?:found|judged|rated|graded|showed|concluded|praised|recognised)\b", re.IGNORECASE)
# A season's worth of days between an inspection, its letter and its report.
PUBLISHING = 190


@dataclass(frozen=True, slots=True)
class Named:
    """An inspection as a text names it: by whom, and the printed date with its ISO form."""

    body: str
    iso: str
    words: str
    start: int
    has_findings: bool = False


def inspections_in(text: str) -> Iterator[Named]:
    """The dated inspections of a paragraph; a later "its inspection in May" is of the body named before."""
    dates = [dated for dated in dates_in(text) if dated.precision in ("day", "month")]
    body = ""
    for match in AGAIN.finditer(text):
        named = [one for one in INSPECTION.finditer(text) if one.end() >= match.end() and one.start() < match.start()]
        before = list(re.finditer(rf"\b{BODY}\b", text[: match.start()], re.IGNORECASE))
        body = " ".join((named[0] if named else before[-1])["body"].split()) if named or before else body
        dated = _date_after(text, match.end(), dates)
        around = text[max(0, match.start() - 40) : dated.end if dated else match.end()]
        if body and dated and not OTHERS.search(around):
            found = bool(FOUND.match(text[dated.end :]))
            yield Named(body, dated.iso, text[match.start() : dated.end], match.start(), found)


def _date_after(text: str, end: int, dates: list[Dated]) -> Dated | None:
    return next((one for one in dates if one.start >= end and BETWEEN.match(text[end : one.start])), None)


def same_month_of_another_year(one: str, other: str) -> bool:
    """Whether two ISO dates are alike but for the year, by at most ten: what a slip of the pen makes of one date.

    >>> same_month_of_another_year("2019-06", "2021-06"), same_month_of_another_year("2021-06-01", "2013-05-02")
    (True, False)
    """
    return one[:4] != other[:4] and one[4:] == other[4:] and abs(int(one[:4]) - int(other[:4])) <= 10


def days_apart(one: str, other: str) -> int:
    """The days between two ISO dates, between their nearest ends; 0 where one is within the other."""
    (first, last, _), (start, end, _) = span(one), span(other)
    return max((start - last).days, (first - end).days, 0)


def wrong_weekdays(text: str) -> Iterator[tuple[str, date, str]]:
    """(as printed, the date, the weekday that it was) for each date that is printed with another weekday."""
    for dated in dates_in(text):
        named = NAMED_DAY.search(text[: dated.start]) if dated.precision == "day" else None
        within = re.match(rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b", text[dated.start : dated.end], re.IGNORECASE)
        printed = named or within
        if not printed or not re.search(r"\b\d{4}\b", text[dated.start : dated.end]):
            continue
        day = date.fromisoformat(dated.iso)
        if WEEKDAYS[day.weekday()] != printed["weekday"].lower():
            start = named.start() if named else dated.start
            yield text[start : dated.end], day, WEEKDAYS[day.weekday()].capitalize()
