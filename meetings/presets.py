"""The periods in which a council thinks: since it last met, its municipal year, the cycle of its cabinet.

Plain functions on the days of meetings. The municipal year runs from the annual meeting of Council in May.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from meetings.names import committee_key
from reports.models.council import short_name
from reports.reading.dates import in_words as iso_in_words

DAY = timedelta(days=1)
MAY = 5
# From when a municipal year is counted where no annual meeting is known.
USUAL_START = 15

FULL_COUNCIL = re.compile(
    r"(?:(?:annual|full|extraordinary|county|city|borough|district|metropolitan|unitary) )*council(?: meeting)?"
    r"|(?:annual |extraordinary )?meeting of (?:the )?(?:full )?council"
)
CABINET = re.compile(r"(?:the )?(?:cabinet|executive(?: (?:board|committee|cabinet))?)(?: meeting)?")


def is_full_council(key: str, council: str) -> bool:
    """Whether a body's key is that of the council's own meeting.

    >>> is_full_council("full council", "Wexcombe County Council"), is_full_council("schools council", "Wexcombe")
    (True, False)
    """
    return key == committee_key(council) or bool(FULL_COUNCIL.fullmatch(_own(key, council)))


def is_cabinet(key: str, council: str) -> bool:
    """Whether a body's key is that of the cabinet, or the executive, itself.

    >>> is_cabinet("wexcombe cabinet", "Wexcombe County Council"), is_cabinet("cabinet panel", "Wexcombe")
    (True, False)
    """
    return bool(CABINET.fullmatch(_own(key, council)))


def _own(key: str, council: str) -> str:
    """A body's key without the council's name in front of it."""
    for name in (committee_key(council), committee_key(short_name(council))):
        if name and key.startswith(f"{name} "):
            return key.removeprefix(f"{name} ")
    return key


@dataclass(frozen=True)
class Period:
    """The first and the last day, both included, and what was taken, in words."""

    first: date
    last: date
    words: str


@dataclass(frozen=True)
class Known:
    """What is known of one council, or of several: the days of full Council's and of Cabinet's meetings."""

    today: date
    council: tuple[date, ...] = ()
    cabinet: tuple[date, ...] = ()
    several: bool = False


class NotKnown(Exception):
    """The period cannot be told; the sentence says why."""


def in_words(day: date) -> str:
    return iso_in_words(day.isoformat())


def since_council(known: Known) -> Period:
    """From the day of the last full Council before today."""
    _one_council(known)
    held = [day for day in known.council if day < known.today]
    if not held:
        raise NotKnown("the register knows no meeting of full Council before today")
    return Period(max(held), known.today, f"Since the last full Council, {in_words(max(held))}")


def municipal_year(known: Known) -> Period:
    start, following = _year_of(known)
    return Period(start, following - DAY, f"This municipal year, from {_says(start, known)}")


def last_municipal_year(known: Known) -> Period:
    following, _ = _year_of(known)
    start = _start(following.year - 1, known)
    words = f"Last municipal year, from {_says(start, known)} to {in_words(following - DAY)}"
    return Period(start, following - DAY, words)


def _year_of(known: Known) -> tuple[date, date]:
    """The first day of the municipal year in which today is, and of the next one."""
    year = known.today.year
    if known.today < _start(year, known):
        year -= 1
    return _start(year, known), _start(year + 1, known)


def _start(year: int, known: Known) -> date:
    annual = _annual(year, known)
    return annual or date(year, MAY, USUAL_START)


def _annual(year: int, known: Known) -> date | None:
    """The annual meeting: the first that Council has in May."""
    days = () if known.several else known.council
    return min((day for day in days if (day.year, day.month) == (year, MAY)), default=None)


def _says(start: date, known: Known) -> str:
    if _annual(start.year, known) == start:
        return f"the annual meeting on {in_words(start)}"
    why = "several councils are shown" if known.several else "the register knows no annual meeting of that May"
    return f"{in_words(start)} ({why})"


def financial_year(known: Known) -> Period:
    start = date(known.today.year - (known.today.month < 4), 4, 1)
    last = date(start.year + 1, 3, 31)
    return Period(start, last, f"This financial year, from {in_words(start)}")


def cabinet_cycle(known: Known) -> Period:
    """From the day after the last Cabinet but one up to the last one."""
    _one_council(known)
    held = sorted({day for day in known.cabinet if day <= known.today})
    if len(held) < 2:
        raise NotKnown("the register knows no two meetings of Cabinet, or of the executive, so far")
    first, last = held[-2] + DAY, held[-1]
    return Period(first, last, f"Last cabinet cycle, {in_words(first)} to the meeting on {in_words(last)}")


def last_days(count: int) -> Callable[[Known], Period]:
    def days(known: Known) -> Period:
        return Period(known.today - timedelta(days=count), known.today, f"Last {count} days")

    return days


def _one_council(known: Known) -> None:
    if known.several:
        raise NotKnown("choose one council first")


# By the word that stands for it in an address: what it is called, and its days.
PRESETS: dict[str, tuple[str, Callable[[Known], Period]]] = {
    "since-council": ("Since the last full Council", since_council),
    "cabinet-cycle": ("Last cabinet cycle", cabinet_cycle),
    "municipal-year": ("This municipal year", municipal_year),
    "last-municipal-year": ("Last municipal year", last_municipal_year),
    "financial-year": ("This financial year", financial_year),
    "30-days": ("Last 30 days", last_days(30)),
    "90-days": ("Last 90 days", last_days(90)),
}


def periods(known: Known) -> tuple[dict[str, Period], dict[str, str]]:
    """The presets whose days can be told, and why the others cannot, in a sentence each."""
    told: dict[str, Period] = {}
    untold: dict[str, str] = {}
    for name, (label, days) in PRESETS.items():
        try:
            told[name] = days(known)
        except NotKnown as why:
            untold[name] = f"“{label}” cannot be offered: {why}."
    return told, untold


def looked_back_to(today: date) -> date:
    """The first day that the municipal years, this one and the last, can ask for."""
    return date(today.year - 2, MAY, 1)


def known_from(today: date, meetings: Iterable[tuple[str, str, date]]) -> Known:
    """What is known from (council's name, body's key, day) of meetings that the reader may know of."""
    meetings = list(meetings)
    council = tuple(sorted({day for name, key, day in meetings if is_full_council(key, name)}))
    cabinet = tuple(sorted({day for name, key, day in meetings if is_cabinet(key, name)}))
    return Known(today, council, cabinet)
