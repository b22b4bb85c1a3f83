"""What a reading says: the facts that council papers state, each with its source.

A fact is a frozen dataclass that stands alone: a Decision names its own committee and date. A field that the document
does not print is None. Dates are ISO 8601 text, as precise as the document and no more: `2018-02-07`, `2018-02`,
`2018`, a financial or academic year `2014/15`, a quarter `2024-Q3` or `2024/25-Q3`.
"""

from __future__ import annotations

from dataclasses import dataclass

# The reader's version: raised whenever it may read a document otherwise than before.
VERSION = "2"


# How the reader knows a fact, the surest first, and the words a reviewer reads. The first two are sure: the paper
# itself says what the words are; the others are the reader's understanding of prose and of places.
BASES = {
    "mark": "An explicit mark",
    "cell": "A table cell",
    "sentence": "A sentence pattern",
    "place": "A guess by place",
    "recognised": "Letters recognised from a picture",
}
SURE = ("mark", "cell")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read.

    `page` is 1 for the first page of the file; `paragraph` is the label as printed; `quote` are the words as printed;
    `passages` are the ordinals of every paragraph that the fact was read from, the chief one first, so that a label
    printed twice confuses nobody and a fact is exempt when any of its paragraphs is. `basis` is one of BASES: how the
    reader knows that these words state the fact.
    """

    page: int
    paragraph: str | None = None
    quote: str = ""
    passages: tuple[int, ...] = ()
    basis: str = "place"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the document that a reviewer should look at first, in one plain sentence."""

    message: str
    source: Source


@dataclass(frozen=True, slots=True)
class Votes:
    """A vote as the document states it; None where it states nothing."""

    for_: int | None = None
    against: int | None = None
    abstained: int | None = None
    unanimous: bool | None = None
    method: str | None = None
    names_for: tuple[str, ...] = ()
    names_against: tuple[str, ...] = ()
    names_abstained: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting(Fact):
    """A meeting that the document minutes, reports or announces; status is held or planned."""

    committee: str
    held_on: str | None = None
    status: str = "held"
    joint_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Fact):
    """One person at (or absent from) a meeting.

    role: chair, vice_chair, member, substitute, apologies, in_attendance or officer. The name is as printed, without
    titles such as Cllr, Mr or Mrs.
    """

    committee: str | None = None
    held_on: str | None = None
    name: str
    role: str | None = None
    substitute_for: str | None = None
    virtual: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration(Fact):
    """An interest that a member declared."""

    name: str | None = None
    item: str | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem(Fact):
    """One item of business; part is open or exempt."""

    committee: str | None = None
    held_on: str | None = None
    number: str | None = None
    title: str
    part: str = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision(Fact):
    """What a body or a person resolved, agreed or noted; one fact for each resolution of an item.

    outcome: approved, agreed, noted, endorsed, recommended, supported, confirmed, deferred, referred, rejected,
    delegated or other; status: taken or proposed. What the law wants of a record, in the record's own words: reasons,
    alternatives considered and rejected, conflicts of interest declared, dispensation granted.
    """

    committee: str | None = None
    decided_on: str | None = None
    item: str | None = None
    reference: str | None = None
    text: str
    outcome: str | None = None
    status: str = "taken"
    key_decision: bool | None = None
    votes: Votes | None = None
    decision_maker: str | None = None
    reasons: str | None = None
    alternatives: str | None = None
    conflicts: str | None = None
    dispensation: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment(Fact):
    """A motion or an amendment put to the vote, carried or lost."""

    committee: str | None = None
    held_on: str | None = None
    item: str | None = None
    proposer: str | None = None
    seconder: str | None = None
    text: str
    carried: bool | None = None
    votes: Votes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation(Fact):
    """What a report asks a meeting to do; `verb` is the word that asks (note, approve)."""

    committee: str | None = None
    meeting_on: str | None = None
    label: str | None = None
    text: str
    verb: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Action(Fact):
    """Something that someone undertook to do; owner as printed."""

    owner: str | None = None
    text: str
    item: str | None = None
    paragraph: str | None = None
    due_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDecision(Fact):
    """A forward-plan item or an anticipated decision."""

    reference: str | None = None
    title: str
    decision_maker: str | None = None
    due_on: str | None = None
    key_decision: bool | None = None
    exempt: str | None = None
    contact: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure(Fact):
    """One stated value of a measure, for one area and one period.

    unit: percent, per_10000, count, gbp, score or ratio; role: actual, target, floor or previous; area: a council's
    short name, England, Statistical neighbours or a region.
    """

    indicator: str | None = None
    label: str
    area: str | None = None
    period: str | None = None
    value: float
    unit: str | None = None
    role: str = "actual"
    rag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement(Fact):
    """An inspection grade."""

    inspectorate: str | None = None
    subject: str
    grade: str
    judged_on: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Saving(Fact):
    """A budget line; amount in pounds, a pressure negative."""

    reference: str | None = None
    description: str | None = None
    amount: float | None = None
    financial_year: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Fact):
    """A scrutiny question and the service's answer."""

    theme: str | None = None
    question: str
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """Any other dated happening in the narrative."""

    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioHolder(Fact):
    """Who signs for a portfolio, and when."""

    portfolio: str
    name: str
    role: str | None = None
    as_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Partnership(Fact):
    """A board that the portfolio holder sits on."""

    board: str
    member: str | None = None


FACTS: dict[str, type[Fact]] = {
    sort.__name__: sort
    for sort in (
        Meeting, Attendance, Declaration, AgendaItem, Decision, Amendment, Recommendation, Action, PlannedDecision,
        Figure, Judgement, Saving, Question, Event, PortfolioHolder, Partnership,
    )
}  # fmt: skip
