"""How alike two lines of the register are in what they are about, from 0 to 100, with the reasons in words.

Plain functions: the same two lines give the same answer whichever comes first. A reference that both print links them
by itself; else the place in a paper, titles and names are weighed, the strongest first, and body and date beside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz

from meetings.name_likeness import listed, names_shared, points_of, printed
from meetings.subject import Subject
from meetings.telling import ANNUAL, RECURRING, stem
from meetings.title_likeness import best_pair, same_business, years_apart

# From where on a likeness is worth an officer's look.
WORTH_A_LOOK = 50
CERTAIN = 100
# Below this a ground is not worth a sentence.
WORTH_SAYING = 15
# Between an inspection and the publication of its report.
UNTIL_PUBLISHED = timedelta(days=150)
WITHIN_A_YEAR = timedelta(days=366)
ONE_INSPECTION = 90
SORTS_THAT_SETTLE = {"decision", "action", "recommendation", "planned"}


@dataclass(frozen=True)
class Likeness:
    """`likeness` from 0 to 100; `reasons` are pairs of a code and a sentence, the strongest first."""

    likeness: int
    reasons: tuple[tuple[str, str], ...]

    @property
    def is_worth_a_look(self) -> bool:
        return self.likeness >= WORTH_A_LOOK


@dataclass(frozen=True)
class Ground:
    """One ground for a likeness, and how much it says from 0 to 100."""

    code: str
    points: float
    sentence: str


def likeness(a: Subject, b: Subject) -> Likeness:
    """How alike two lines are."""
    one, other = sorted((a, b), key=lambda subject: (subject.title, subject.about, str(subject.key)))
    if shared := sorted(one.references & other.references):
        return _of([_reference(shared), *_grounds(one, other)], CERTAIN)
    grounds = _grounds(one, other)
    if not grounds or grounds[0].points < 20:
        return Likeness(0, ())
    beside = _beside(one, other, grounds)
    likely = _weighed(grounds, beside)
    if one.references and other.references and grounds[0].code == "title":
        # Two decisions with numbers of their own are rather two.
        likely *= 0.9
    return _of([*grounds, *beside, *_doubts(one, other)], min(99, round(likely)))


def _of(grounds: list[Ground], likely: int) -> Likeness:
    return Likeness(likely, tuple((g.code, g.sentence) for g in grounds if g.points >= WORTH_SAYING))


def _grounds(one: Subject, other: Subject) -> list[Ground]:
    found = (_place(one, other), _inspection(one, other), _titles(one, other), _names(one, other))
    return sorted((ground for ground in found if ground), key=lambda ground: -ground.points)


def _weighed(grounds: list[Ground], beside: list[Ground]) -> float:
    """The strongest ground counts in full, others fill up a part of what is missing."""
    total = grounds[0].points
    total += (100 - total) * min(0.6, sum(ground.points for ground in grounds[1:]) / 400)
    for ground in beside:
        total += (100 - total) * ground.points / 100
    return total


def _reference(shared: list[str]) -> Ground:
    return Ground("reference", CERTAIN, f"Both print the reference {listed(shared)}.")


def _place(one: Subject, other: Subject) -> Ground | None:
    """What stands in one paragraph, under one item of minutes, or in a paper that is about one thing."""
    if one.paper is None or one.paper != other.paper:
        return None
    settles = {one.sort, other.sort} & SORTS_THAT_SETTLE
    if one.passage is not None and one.passage == other.passage and {one.sort, other.sort} != {"planned"}:
        return Ground("place", 75 if settles else 45, "Both stand in one paragraph.")
    if not one.about or one.about != other.about:
        return None
    if RECURRING.search(one.about) and not ANNUAL.search(one.about):
        # A report that comes every quarter is about many things.
        return Ground("place", 40, f"Both stand under “{one.about}” in one paper.")
    if one.of_one:
        return Ground("place", 80, f"Both are in one paper, which is about “{one.about}”.")
    if settles:
        return Ground("place", 80, f"Both stand under “{one.about}” in one paper.")
    # Two happenings under one heading of a report need more in common than that.
    return Ground("place", 45, f"Both are told under “{one.about}” in one paper.")


def _inspection(one: Subject, other: Subject) -> Ground | None:
    """Judgements of one inspection, or one judgement told of the day of the inspection and of its publication."""
    judged = one.inspectorate and stem(one.inspectorate) == stem(other.inspectorate)
    if not judged or not one.on or not other.on:
        return None
    if one.on == other.on and one.precision == other.precision:
        return Ground("inspection", 90, f"Both are judgements of one inspection by {one.inspectorate}.")
    if abs(one.on - other.on) > UNTIL_PUBLISHED or not one.about or not other.about:
        return None
    if one.title_words == other.title_words:
        return Ground("inspection", 85, f"Both tell of one judgement by {one.inspectorate}.")
    if fuzz.token_set_ratio(one.about.casefold(), other.about.casefold()) >= ONE_INSPECTION:
        return Ground("inspection", 60, f"Both are judgements by {one.inspectorate} under one heading, of one time.")
    return None


def _titles(one: Subject, other: Subject) -> Ground | None:
    points, left, right = best_pair(one, other)
    if points < WORTH_SAYING:
        return None
    if stem(left) == stem(right):
        return Ground("title", points, f"Both have the title “{left}”.")
    return Ground("title", points, f"The titles are alike: “{left}” and “{right}”.")


def _names(one: Subject, other: Subject) -> Ground | None:
    shared = names_shared(one, other)
    if not shared:
        return None
    points = points_of(shared, one, other)
    if points < 70:
        points *= same_business(one, other)
    named = sorted(printed(name, one, other) for name in shared)[:4]
    return Ground("names", points, f"Both name {listed(named)}.")


def _beside(one: Subject, other: Subject, grounds: list[Ground]) -> list[Ground]:
    """What body and date say beside a ground that says something by itself."""
    found = _body_and_date(one, other) if grounds[0].points >= 30 else None
    return [found] if found else []


def _body_and_date(one: Subject, other: Subject) -> Ground | None:
    if not one.body or not one.on or not other.on or one.paper == other.paper:
        return None
    first, then = (one, other) if one.sort == "planned" else (other, one)
    if then.sort == "planned" or (one.references and other.references):
        return None
    return _same_sitting(first, then) if one.body == other.body else _recommended(first, then)


def _same_sitting(first: Subject, then: Subject) -> Ground | None:
    who = then.body_name or first.body_name
    if first.precision == then.precision == "day" and first.on == then.on:
        if first.sort == "planned":
            return Ground("body", 35, f"One was due before {who} on the day on which {who} dealt with the other.")
        return Ground("body", 30, f"Both are of {who} on the same day.")
    if first.sort == "planned" and then.precision == "day" and first.since <= then.since <= first.until:
        return Ground("body", 18, f"One was due before {who} in the time in which {who} dealt with the other.")
    return None


def _recommended(planned: Subject, then: Subject) -> Ground | None:
    """A panel that recommended to the body before which the other was due within the year."""
    if planned.sort != "planned" or not planned.body_name or "recommend" not in then.title.casefold():
        return None
    soon = planned.until >= then.since and planned.since <= then.since + WITHIN_A_YEAR
    if soon and planned.body_name.casefold() in then.title.casefold():
        return Ground("body", 20, f"One was recommended to {planned.body_name}, before which the other was due.")
    return None


def _doubts(one: Subject, other: Subject) -> list[Ground]:
    """What speaks against it, for an officer to weigh."""
    return [] if years_apart(one, other) is None else [Ground("years", 100, "The years differ.")]
