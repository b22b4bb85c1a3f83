"""How long filters and searches are answered, as ratios over the bare SQL of the same questions, and links proposed."""

from __future__ import annotations

import random
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from meetings.models import Entry
from meetings.proposing import links_of
from meetings.subject import of_business
from tests.bench.archive import read

# What people ask of each list, and the table that its rows are in.
QUESTIONS: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "meetings:decisions": (
        "meetings_decision",
        [
            {}, {"words": "short breaks"}, {"words": "asbestos"}, {"outcome": "approved"}, {"vote": "split"},
            {"date_from": "2020", "date_to": "2022"}, {"when": "last_90_days"}, {"order": "committee"},
            {"outcome": ["noted", "deferred"], "date_from": "2024"},
        ],
    ),
    "meetings:actions": ("meetings_action", [{}, {"state": "open"}, {"owner": "Head of Early Help"}]),
    "reports:search": (
        "reports_passage",
        [
            {"q": "short breaks"}, {"q": '"children in care"'}, {"q": "CLA"}, {"q": "hub -nursery"}, {"q": "asbestos"},
            {"q": "kinship carers", "kind": "panel_minutes"},
        ],
    ),
}  # fmt: skip
# What the program says to the database for its own history's sake.
HISTORY = re.compile(r"^SELECT set_config\(.*?\); ", re.DOTALL)


@dataclass
class Timed:
    """Seconds of the whole answers and of the bare SQL behind them, round by round."""

    whole: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return p95(self.whole) / p95(self.bare)


def timed(browser: Client, rounds: int) -> dict[str, Timed]:
    """For each question, its times; each round asks the page and then the database itself."""
    found = {}
    for name, (table, questions) in QUESTIONS.items():
        for asked in questions:
            address = reverse(name, query=asked)
            statements, one = statements_of(browser, address, table), Timed()
            for _ in range(rounds):
                one.whole.append(seconds(lambda address=address: read(browser, address)))
                one.bare.append(seconds(lambda statements=statements: ask(statements)))
            found[f"{name} {asked or ''}"] = one
    return found


def statements_of(browser: Client, address: str, table: str) -> list[str]:
    """The SQL of what is asked: the rows, how many there are, and how many each further choice would leave."""
    read(browser, address)
    with CaptureQueriesContext(connection) as asked:
        read(browser, address)
    said = [HISTORY.sub("", query["sql"]) for query in asked.captured_queries]
    return [sql for sql in said if _first_table(sql) == table]


def _first_table(sql: str) -> str:
    found = re.search(r' FROM "(\w+)"', sql)
    return found[1] if found else ""


def ask(statements: list[str]) -> None:
    with connection.connection.cursor() as cursor:
        for sql in statements:
            cursor.execute(sql)
            cursor.fetchall()


def proposals(lines: int, seed: int = 1) -> list[float]:
    """Seconds to propose the links of each of so many lines, the latest of the register, taken at random."""
    latest = list(of_business(Entry.objects.all()).order_by("-date")[: 20 * lines])
    chosen = random.Random(seed).sample(latest, lines)
    return [seconds(lambda line=line: list(links_of(line))) for line in chosen]


def seconds(work: Callable[[], Any]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
