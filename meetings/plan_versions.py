"""What one forward plan says against the one before it, how often an item was moved, and what notice was given.

Pure: lines are anything with the attributes of `Line`, such as the register's planned decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol
from uuid import UUID

from meetings.calendar import clear_days
from meetings.names import committee_key
from meetings.plan_items import reference_key, title_key
from reports.reading.dates import in_words, span

# Regulation 9 of the Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England)
# Regulations 2012.
CLEAR_DAYS = 28
TIMES = {1: "once", 2: "twice"}


class Line(Protocol):
    """One item as one plan lists it; `printed_date` is the date that it is due on, as printed (ISO, or empty)."""

    key: UUID
    title: str
    reference: str
    decision_maker: str
    printed_date: str
    key_decision: bool | None


@dataclass(frozen=True)
class Slippage:
    """`dates` are those that an item was listed for, in order, one that only says more exactly what was said left out.

    >>> Slippage(("2026-06", "2026-09", "2026-11-16")).in_words
    'moved twice, from June 2026 to 16 November 2026'
    """

    dates: tuple[str, ...]

    @property
    def moves(self) -> int:
        return max(len(self.dates) - 1, 0)

    @property
    def first(self) -> str:
        return self.dates[0] if self.dates else ""

    @property
    def in_words(self) -> str:
        if not self.moves:
            return "not moved"
        times = TIMES.get(self.moves, f"{self.moves} times")
        return f"moved {times}, from {in_words(self.first)} to {in_words(self.dates[-1])}"


def slippage(dates: Iterable[str]) -> Slippage:
    """How an item moved, from the dates that it was listed for, in the order of the papers; "" where one has none."""
    told: list[str] = []
    for due in filter(None, dates):
        if told and not is_move(told[-1], due):
            told[-1] = min(told[-1], due, key=_length)
        else:
            told.append(due)
    return Slippage(tuple(told))


def is_move(before: str, after: str) -> bool:
    """Whether the second date is another one, and not the first told more or less exactly.

    >>> is_move("2026-12", "2026-12-14"), is_move("2026-12", "2027-01-18"), is_move("", "2026-12")
    (False, True, False)
    """
    if not before or not after:
        return False
    (one_start, one_end, _), (start, end, _) = span(before), span(after)
    return not (one_start <= start and end <= one_end) and not (start <= one_start and one_end <= end)


def _length(due: str) -> int:
    start, end, _ = span(due)
    return (end - start).days


@dataclass(frozen=True)
class Compared:
    """An item of the two plans: its newest line, that of the plan before, and what became of it.

    `changes` are (what, before, after), where something else than the day changed; `ending` tells how it was decided;
    `published` is when the first plan that listed it was published, ISO, "" where that is not known.
    """

    line: Any
    before: Any = None
    slippage: Slippage = field(default_factory=lambda: Slippage(()))
    changes: tuple[tuple[str, str, str], ...] = ()
    ending: Any = None
    published: str = ""

    @property
    def notice(self) -> Notice:
        return notice(self.published, self.line.printed_date, is_key=self.line.key_decision)


@dataclass(frozen=True)
class Comparison:
    new: list[Compared] = field(default_factory=list)
    moved: list[Compared] = field(default_factory=list)
    changed: list[Compared] = field(default_factory=list)
    unchanged: list[Compared] = field(default_factory=list)
    decided: list[Compared] = field(default_factory=list)
    gone: list[Compared] = field(default_factory=list)


def compare(
    before: Iterable[Line],
    after: Iterable[Line],
    *,
    history: Mapping[UUID, Sequence[str]],
    ended: Mapping[UUID, Any],
    published: Mapping[UUID, str],
) -> Comparison:
    """Every item of two plans in one group.

    history: the dates that each item was ever listed for until the later plan, in order; ended: what decided it;
    published: when the first plan that listed it was published.
    """
    earlier, later, found = once(before), once(after), Comparison()
    for key, line in {**earlier, **later}.items():
        was, now = earlier.get(key), later.get(key)
        changes = changes_of(was, now) if was and now else ()
        slipped = slippage(history.get(key, ()))
        one = Compared(line, was, slipped, changes, ended.get(key), published.get(key, ""))
        _group(found, one, stays=now is not None).append(one)
    return found


def _group(found: Comparison, one: Compared, *, stays: bool) -> list[Compared]:
    if not stays:
        return found.decided if one.ending else found.gone
    if one.before is None:
        return found.new
    if is_move(one.before.printed_date, one.line.printed_date):
        return found.moved
    return found.changed if one.changes else found.unchanged


def once(lines: Iterable[Line]) -> dict[UUID, Line]:
    """The first line of each item: a plan may print one twice."""
    found: dict[UUID, Line] = {}
    for line in lines:
        found.setdefault(line.key, line)
    return found


def changes_of(before: Line, after: Line) -> tuple[tuple[str, str, str], ...]:
    """What else than the day is told in another way: (what, before, after)."""
    said = []
    if title_key(before.title) != title_key(after.title):
        said.append(("Title", before.title, after.title))
    if committee_key(before.decision_maker) != committee_key(after.decision_maker):
        said.append(("Decision maker", before.decision_maker, after.decision_maker))
    if before.printed_date != after.printed_date and not is_move(before.printed_date, after.printed_date):
        said.append(("Date", before.printed_date, after.printed_date))
    return tuple(said)


def sharing_a_reference(lines: Iterable[Line]) -> list[tuple[str, list[str]]]:
    """(reference, titles) where one reference stands for items that are not one: for a person to look at."""
    titles: dict[str, dict[UUID, Line]] = {}
    for line in lines:
        if line.reference:
            titles.setdefault(reference_key(line.reference), {}).setdefault(line.key, line)
    return [
        (next(iter(items.values())).reference, [line.title for line in items.values()])
        for items in titles.values()
        if len({title_key(line.title) for line in items.values()}) > 1
    ]


@dataclass(frozen=True)
class Notice:
    """The notice given of a decision: `days` clear days between its first publication and the day it is due."""

    in_words: str
    days: int | None = None
    is_short: bool = False


def notice(published: str, due: str, *, is_key: bool | None) -> Notice:
    """What notice a plan published on one day gave of a decision due on another, both ISO as printed.

    >>> notice("2026-11-16", "2027-01-18", is_key=True).in_words
    '62 clear days: enough'
    """
    if is_key is False:
        return Notice("Not a key decision: the 2012 Regulations ask for no notice")
    days = _clear_days(published, due)
    if days is None:
        return Notice("Not known, because a date is not exact to the day")
    counted = f"{days} clear day{'' if days == 1 else 's'}"
    if is_key is None:
        return Notice(f"{counted}. The paper does not say whether it is a key decision, which needs {CLEAR_DAYS}", days)
    if days >= CLEAR_DAYS:
        return Notice(f"{counted}: enough", days)
    short = (
        f"{counted}: less than the {CLEAR_DAYS} that the 2012 Regulations ask for (regulation 9); general exception "
        "(regulation 10) or special urgency (regulation 11) would have to be stated"
    )
    return Notice(short, days, is_short=True)


def _clear_days(published: str, due: str) -> int | None:
    dates = [span(iso) for iso in (published, due) if iso]
    if len(dates) < 2 or any(precision != "day" for _, _, precision in dates):
        return None
    return clear_days(dates[0][0], dates[1][0])
