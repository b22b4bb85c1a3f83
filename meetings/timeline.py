"""The drawn line of time: what stands on it, in lanes by who decided, and what it shows in one sentence."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.humanize.templatetags.humanize import intcomma
from django.db.models import Count, F, Max, Min, QuerySet
from django.db.models.functions import TruncMonth
from django.urls import reverse

from meetings.models import Outcome
from reports.reading.dates import in_words
from reports.templatetags.register import counted
from reports.titles import in_title_case

# Above so many, marks would lie on each other: then each period has one for each body and outcome, with its count.
MOST_MARKS = 500
# Up to how many years are counted up by what.
PERIODS = {"month": 4, "quarter": 12, "year": 10_000}
# Where more would have to be sent than so many counts, they are of the next longer period.
MOST_COUNTS = 2000
MOST_LANES = 12
OTHERS = "Others"
NOBODY = "Not stated"
# How many bodies the sentence names.
NAMED = 3


# The first day and the last of something.
Reach = tuple[date | None, date | None]


@dataclass(frozen=True)
class Mark:
    """`count` decisions of one lane and outcome, on a day or in the period that begins on it."""

    day: date
    lane: str
    outcome: str
    count: int = 1
    title: str = ""
    url: str = ""


@dataclass(frozen=True)
class Drawing:
    """What a drawn line of time shows: from `first` to `last`, where all that there is goes from `least` to `most`."""

    marks: list[Mark]
    lanes: list[str]
    first: date
    last: date
    least: date
    most: date
    # What a mark counts, where there are too many decisions for one each: a month, a quarter or a year; else empty.
    period: str
    undated: int

    @property
    def lanes_as_json(self) -> str:
        return json.dumps(self.lanes)

    @property
    def marks_as_json(self) -> str:
        """[day, number of the lane, outcome, count, title, address] of each mark, for the script that draws it."""
        lanes = {lane: number for number, lane in enumerate(self.lanes)}
        last = len(self.lanes) - 1
        # Those of the other bodies, of which there may be hundreds, are one in their common lane.
        counts: Counter[tuple[str, int, str, str, str]] = Counter()
        for mark in self.marks:
            place = mark.day.isoformat(), lanes.get(mark.lane, last)
            counts[*place, mark.outcome, mark.title, mark.url] += mark.count
        return json.dumps(
            [[day, lane, outcome, count, title, url] for (day, lane, outcome, title, url), count in counts.items()]
        )

    @property
    def sentence(self) -> str:
        """What is drawn, in words."""
        total = sum(mark.count for mark in self.marks)
        said = f"{counted(total, 'decision').capitalize()} from {_words(self.first)} to {_words(self.last)}"
        if not total:
            return f"{said}."
        bodies, outcomes = _tally(self.marks, "lane"), _tally(self.marks, "outcome")
        sentence = f"{said}: {_named(bodies, 'body,bodies')}. Outcomes: {_named(outcomes, 'outcome')}."
        undated = counted(self.undated, "decision")
        return f"{sentence} {undated.capitalize()} without a date cannot be drawn." if self.undated else sentence


def _named(tally: list[tuple[str, int]], noun: str) -> str:
    """The first of a tally, and how many others there are: Cabinet (14), Schools Forum (2) and 3 other bodies."""
    said = ", ".join(f"{name} ({intcomma(count)})" for name, count in tally[:NAMED])
    noun = ",".join(f"other {word}" for word in noun.split(","))
    return f"{said} and {counted(len(tally) - NAMED, noun)}" if len(tally) > NAMED else said


def _tally(marks: list[Mark], name: str) -> list[tuple[str, int]]:
    tally: Counter[str] = Counter()
    for mark in marks:
        tally[getattr(mark, name)] += mark.count
    return sorted(tally.items(), key=lambda pair: (-pair[1], pair[0]))


def _words(day: date) -> str:
    return in_words(day.isoformat())


def drawing(rows: QuerySet, undated: QuerySet, days: Reach, total: int, *, several: bool) -> Drawing | None:
    """The drawing of rows; `undated` are the same whatever their dates, `days` the first and the last asked for.

    None where nothing has a date.
    """
    marks, reach, period = (_counted_up if total > MOST_MARKS else _one_by_one)(rows, several)
    if days != (None, None):
        found = undated.order_by().aggregate(least=Min("date"), most=Max("date"))
        reach = found["least"], found["most"]
    least, most = reach
    if least is None or most is None:
        return None
    first, last = days[0] or least, days[1] or max(most, days[0] or most)
    drawn = sum(mark.count for mark in marks)
    return Drawing(marks, _lanes(marks), min(first, last), last, least, most, period, max(0, total - drawn))


def _lanes(marks: list[Mark]) -> list[str]:
    """The bodies that have a lane: the commonest, and a last lane for the others where there are many."""
    bodies = [lane for lane, _ in _tally(marks, "lane")]
    return bodies if len(bodies) <= MOST_LANES else [*bodies[: MOST_LANES - 1], OTHERS]


WHO = {"body": F("committee__name"), "maker": F("decision_maker"), "short": F("council__short_name")}


def _one_by_one(rows: QuerySet, several: bool) -> tuple[list[Mark], Reach, str]:
    dated = rows.order_by("date", "pk").exclude(date=None).values("pk", "date", "title", "outcome", **WHO)
    marks = [
        Mark(
            row["date"], _lane(row, several), _outcome(row), title=row["title"],
            url=reverse("meetings:decision", args=[row["pk"]]),
        )
        for row in dated
    ]  # fmt: skip
    return marks, (marks[0].day, marks[-1].day) if marks else (None, None), ""


def _counted_up(rows: QuerySet, several: bool) -> tuple[list[Mark], Reach, str]:
    """A mark for each body, outcome and period, of a length by which there are not too many: month, quarter or year."""
    months = rows.order_by().exclude(date=None).annotate(month=TruncMonth("date")).values("month", "outcome", **WHO)
    found = list(months.annotate(count=Count("pk"), least=Min("date"), most=Max("date")))
    if not found:
        return [], (None, None), "month"
    least, most = min(row["least"] for row in found), max(row["most"] for row in found)
    for period in (name for name, years in PERIODS.items() if (most - least).days <= years * 366):
        counts: Counter[tuple[date, str, str]] = Counter()
        for row in found:
            counts[_begins(row["month"], period), _lane(row, several), _outcome(row)] += row["count"]
        if len(counts) <= MOST_COUNTS:
            break
    marks = [Mark(*key, count=count, title=_called(key[0], period)) for key, count in sorted(counts.items())]
    return marks, (least, most), period


def _begins(day: date, period: str) -> date:
    """The first day of the month, quarter or year of a day."""
    return day.replace(day=1, month={"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}[period])


def _called(day: date, period: str) -> str:
    if period == "quarter":
        return f"{in_words(f'{day:%Y-%m}')} to {in_words(f'{day.year}-{day.month + 2:02}')}"
    return in_words(f"{day:%Y-%m}") if period == "month" else str(day.year)


def _lane(row: dict[str, Any], several: bool) -> str:
    body = in_title_case(row["body"] or row["maker"] or NOBODY)
    return f"{body} ({row['short']})" if several else body


def _outcome(row: dict[str, Any]) -> str:
    return dict(Outcome.choices)[row["outcome"]].lower() if row["outcome"] else "not stated"
