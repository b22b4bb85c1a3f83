"""The whole archive, in one transaction: the papers of some years in the order of their days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from django.contrib.auth.models import User
from django.utils import timezone

from meetings.management.archive import council as councils
from meetings.management.archive.business import Agenda
from meetings.management.archive.lines import Lines
from meetings.management.archive.papers import Papers
from meetings.management.archive.tables import Table, analyse, at_once
from meetings.management.archive.words import PORTFOLIOS
from reports.models import Council

YEARS = 12
# Each kind of paper: how often, and the lines of each sort that it has.
KINDS: dict[str, tuple[int, dict[str, int]]] = {
    "panel_minutes": (55, {"decision": 7, "action": 4, "event": 1}),
    "officer_report": (22, {"recommendation": 4, "event": 1}),
    "forward_plan": (6, {"planned": 24}),
    "decision_record": (10, {"decision": 2}),
    "executive_report": (5, {"event": 9, "decision": 4}),
    "inspection_report": (2, {"judgement": 6, "recommendation": 4}),
}
TITLES = {
    "panel_minutes": "Minutes of the {committee}", "officer_report": "Report of the Director to the {committee}",
    "forward_plan": "Forward plan of key decisions", "decision_record": "Record of decisions of the {committee}",
    "executive_report": "Report of the Executive Member for {portfolio}",
    "inspection_report": "Inspection of services for children in Harnford",
}  # fmt: skip
ATTENDED = 8


@dataclass
class Archive:
    """What was made: the lines of each sort, and the rows of each table."""

    lines: Counter[str]
    rows: dict[str, int]


class Maker:
    def __init__(self, lines: int, seed: int, by: User) -> None:
        self._wanted, self._chance, self._today = lines, Random(seed), timezone.localdate()
        council = Council.objects.get_or_create(name=councils.NAME, defaults={"short_name": "Harnford"})[0]
        self._papers = Papers(self._chance, council, by, seed)
        self._bodies = councils.Bodies(self._chance, self._papers, council)
        self._lines = Lines(self._chance, self._papers, self._bodies, by, self._today)
        first, last = councils.first_day(YEARS, self._today), self._today
        sizes = len(self._bodies.committees), len(self._bodies.portfolios)
        self._agenda = Agenda(self._chance, lines, first, last, *sizes)
        self._days = _spread(first, last, max(1, lines // _lines_each()))

    @property
    def tables(self) -> list[Table]:
        return [*self._papers.tables, *self._bodies.tables, *self._lines.tables]

    def make(self) -> Archive:
        number = 0
        while self.left:
            self._paper(self._kind(number), self._days(number))
            number += 1
        for table in self.tables:
            table.finish()
        return Archive(self._lines.made, {table.name: table.written for table in self.tables})

    @property
    def left(self) -> int:
        return self._wanted - self._lines.made.total()

    def _kind(self, number: int) -> str:
        """One of each kind first, so that a small archive has them all."""
        kinds = list(KINDS)
        if number < len(kinds):
            return kinds[number]
        return self._chance.choices(kinds, weights=[often for often, _ in KINDS.values()])[0]

    def _paper(self, kind: str, day: date) -> None:
        committee = int(len(self._bodies.committees) * self._chance.random() ** 2)
        portfolio = self._chance.choice(PORTFOLIOS)
        title = TITLES[kind].format(committee=self._bodies.committees[committee], portfolio=portfolio)
        paper = self._papers.begin(kind, title, day, portfolio)
        paper.committee = committee
        if kind == "panel_minutes":
            self._bodies.meeting(paper, ATTENDED)
        elif kind == "executive_report":
            self._bodies.holder(paper)
        for write, count in self._contents(kind):
            for business in self._agenda.on(paper.day, min(count, self.left)):
                write(paper, business)
        self._papers.end(paper)

    def _contents(self, kind: str) -> list[tuple[Callable, int]]:
        most = max(1, self._wanted // 10)
        return [(getattr(self._lines, sort), min(count, most)) for sort, count in KINDS[kind][1].items()]


def make(lines: int, seed: int, by: User) -> Archive:
    """Make an archive of so many lines of the register: all of it or nothing."""
    with at_once():
        made = Maker(lines, seed, by).make()
    analyse(made.rows)
    return made


def _lines_each() -> int:
    """How many lines a paper has, on average."""
    often = sum(weight for weight, _ in KINDS.values())
    return sum(weight * sum(sorts.values()) for weight, sorts in KINDS.values()) // often


def _spread(first: date, last: date, papers: int) -> Callable[[int], date]:
    """The day of the nth paper: evenly over the time, those too many on its last days."""
    span = (last - first).days
    return lambda number: first + timedelta(days=min(span, span * number // papers))
