"""The columns of the files that lists of the register are taken away as, one row for each list of `meetings.lists`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone

from meetings.models import Entry, Meeting, Person, Precision
from reports.columns import IDENTITY, field, permalink, printed, sources
from reports.exports import Cell, Column
from reports.models import Finding


def _dated(entry: Entry) -> Cell:
    """The day as a date; what is printed less exactly as ISO text: 2018-02, 2017/18."""
    return entry.date if entry.precision == Precision.DAY else entry.printed_date


PAGES = {"decision": "meetings:decision", "planned": "meetings:planned", "action": "meetings:action",
         "recommendation": "meetings:recommendation"}  # fmt: skip


def page_of_line(entry: Entry) -> str:
    """Where a line of any sort is shown for good."""
    name = PAGES.get(entry.sort)
    return reverse(name, args=[entry.pk]) if name else permalink(entry)


def matter_of(entry: Entry) -> str:
    """The matter of a line. An exempt name is told on exempt lines alone, which only cleared people get."""
    matter = entry.matter
    if matter is None or matter.merged_into_id or (matter.exempt and not entry.is_exempt):
        return ""
    return matter.title


DATE = Column("date", _dated, 12)
COUNCIL = printed("council")
COMMITTEE = printed("committee")
PORTFOLIO = printed("portfolio")
MATTER = Column("matter", matter_of, 30)
TEXT = field("text", width=60)
VOTE = (
    field("votes_for", width=10), field("votes_against", width=10), field("votes_abstained", width=10),
    field("unanimous", width=10), field("vote_method", width=20), field("names_for", width=30),
    field("names_against", width=30), field("names_abstained", width=30),
)  # fmt: skip
DONE = (
    Column("done", lambda row: row.done_at is not None, 8),
    Column("done_on", lambda row: row.done_at and timezone.localdate(row.done_at), 12),
    field("done_note", width=40),
)

LATE = Column("overdue", lambda row: row.is_late, 10)
PRESENT = Column("present", lambda row: row.present, 10)

DECISIONS = (
    *IDENTITY, COUNCIL, DATE, COMMITTEE, field("decision_maker", width=30), PORTFOLIO, field("title", width=40), TEXT,
    field("outcome"), field("status"), field("key_decision"), field("reference"), field("item", width=12), *VOTE,
    field("reasons", width=40), field("alternatives", width=40), field("conflicts", width=30),
    field("dispensation", width=30), field("procedural"), MATTER, *sources(),
)  # fmt: skip


def _of_call_in(name: str, width: int = 14) -> Column:
    """A column of what an officer recorded of a call-in; empty where nothing was."""
    return Column(name, lambda decision: getattr(getattr(decision, "call_in", None), name, None), width)


CALL_INS = (
    *DECISIONS[: -len(sources())], field("call_in_state"), field("callable_until", width=14),
    _of_call_in("called_in_on"), _of_call_in("called_in_by", 30), _of_call_in("grounds", 40), _of_call_in("result"),
    _of_call_in("result_on"), *sources(),
)  # fmt: skip

MOTIONS = (
    *IDENTITY, COUNCIL, Column("date", lambda row: row.meeting and row.meeting.held_on, 12),
    Column("committee", lambda row: row.meeting and str(row.meeting.committee), 30), TEXT, field("item", width=12),
    field("proposer", width=30), field("seconder", width=30), field("carried", width=10), *VOTE, PRESENT, *sources(),
)  # fmt: skip

FORWARD_PLAN = (
    *IDENTITY, COUNCIL, field("reference"), field("title", width=50), Column("due_on", _dated, 12),
    field("decision_maker", width=30), PORTFOLIO, field("key_decision"), field("exempt_part", width=20),
    field("contact", width=30), Column("was_moved", lambda row: row.was_moved, 10), MATTER, *sources(),
)  # fmt: skip

ACTIONS = (
    *IDENTITY, COUNCIL, DATE, COMMITTEE, field("owner", width=30), TEXT, field("due", width=12),
    field("item", width=12), LATE, *DONE, MATTER, *sources(),
)  # fmt: skip

RECOMMENDATIONS = (
    *IDENTITY, COUNCIL, DATE, COMMITTEE, field("label", width=10), field("verb"), TEXT, LATE, *DONE, MATTER, *sources(),
)  # fmt: skip

VOTES = (
    *IDENTITY, COUNCIL, DATE, COMMITTEE, field("title", width=40), TEXT, field("outcome"), field("reference"), *VOTE,
    PRESENT, MATTER, *sources(),
)  # fmt: skip

QUESTIONS = (
    *IDENTITY, COUNCIL, field("theme", width=30), PORTFOLIO, field("question", width=60), field("answer", width=60),
    *sources(),
)  # fmt: skip

SAVINGS = (
    *IDENTITY, COUNCIL, field("financial_year"), field("reference"), field("description", width=60), field("amount"),
    PORTFOLIO, *sources(),
)  # fmt: skip

JUDGEMENTS = (
    *IDENTITY, COUNCIL, DATE, field("inspectorate"), field("subject", width=40), field("grade"), *sources(),
)  # fmt: skip

EVENTS = (*IDENTITY, COUNCIL, DATE, PORTFOLIO, TEXT, MATTER, *sources())


def _first(lines: Iterable[Any]) -> Finding | None:
    """The source of the first of several lines."""
    return next((line.finding for line in lines), None)


def _held_on(meeting: Meeting) -> Cell:
    return meeting.date if meeting.date.isoformat() == meeting.held_on else meeting.held_on


# A meeting is told of by one paper or several: the file names one of them.
MEETINGS = (
    *IDENTITY,
    printed("council", of="committee.council"),
    Column("date", _held_on, 12),
    COMMITTEE,
    Column("joint_with", lambda meeting: [str(other) for other in meeting.joint_with.all()], 30),
    Column("status", lambda meeting: "held" if meeting.is_held else "planned", 12),
    *sources(lambda meeting: _first(meeting.seen_records)),
)

PORTFOLIOS = (
    *IDENTITY,
    COUNCIL,
    printed("portfolio", of="name", width=40),
    Column("held_by", lambda portfolio: [holder.known_as.name for holder in portfolio.holders.all()], 40),
    Column("roles", lambda portfolio: [holder.role for holder in portfolio.holders.all()], 40),
    Column("as_of", lambda portfolio: [holder.as_of for holder in portfolio.holders.all()], 20),
    *sources(lambda portfolio: _first(portfolio.holders.all())),
)


def _of_member(person: Person) -> Finding | None:
    names = person.seen_names
    return _first(line for name in names for line in (*name.seen_attendances, *name.seen_portfolios))


# Those of whom, and of which, many lines tell: the file names the first of them.
MEMBERS = (
    *IDENTITY, COUNCIL, field("name", of="shown_name", width=30), field("attended", width=10),
    field("apologies", width=10), *sources(_of_member),
)  # fmt: skip

MATTERS = (
    *IDENTITY, COUNCIL, field("title", width=50), Column("lines", lambda matter: matter.count, 8),
    field("first", width=12), field("latest", width=12), field("next", width=12), field("exempt", width=10),
    *sources(lambda matter: _first(matter.seen_lines)),
)  # fmt: skip

# The lines of one matter, and the meetings that one member came to.
MATTER_LINES = (
    Column("id", lambda entry: str(entry.pk), 38), Column("permalink", page_of_line, 40, link=True), COUNCIL,
    Column("sort", lambda entry: entry.get_sort_display(), 20), DATE, field("title", width=60), COMMITTEE, PORTFOLIO,
    MATTER, *sources(),
)  # fmt: skip

ATTENDANCE = (
    *IDENTITY, COUNCIL, printed("committee", of="meeting.committee"), Column("date", lambda row: row.meeting.date, 12),
    field("name", width=24), Column("role", lambda row: row.get_role_display()), field("substitute_for", width=24),
    Column("online", lambda row: row.virtual, 10), *sources(),
)  # fmt: skip


def in_pairs(compared: Any) -> Iterator[tuple[str, Any]]:
    """What became of each item from one forward plan to the next, and the item."""
    for group in ("new", "moved", "changed", "unchanged", "decided", "gone"):
        yield from ((group, item) for item in getattr(compared, group))


# Pairs of what became of an item from one forward plan to the next, and the item.
COMPARED = (
    Column("change", lambda pair: pair[0], 14),
    Column("permalink", lambda pair: page_of_line(pair[1].line), 40, link=True),
    Column("reference", lambda pair: pair[1].line.reference),
    Column("title", lambda pair: pair[1].line.title, 50),
    Column("due_before", lambda pair: pair[1].before.printed_date if pair[1].before else None, 14),
    Column("due", lambda pair: pair[1].line.printed_date, 14),
    Column("slippage", lambda pair: pair[1].slippage.in_words, 40),
    *sources(lambda pair: pair[1].line.finding),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "decisions": DECISIONS,
    "call_ins": CALL_INS,
    "votes": VOTES,
    "motions": MOTIONS,
    "members": MEMBERS,
    "matters": MATTERS,
    "meetings": MEETINGS,
    "forward_plan": FORWARD_PLAN,
    "actions": ACTIONS,
    "recommendations": RECOMMENDATIONS,
    "questions": QUESTIONS,
    "savings": SAVINGS,
    "judgements": JUDGEMENTS,
    "events": EVENTS,
    "portfolios": PORTFOLIOS,
}
