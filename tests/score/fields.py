"""Which labelled fields of a fact were read right."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.score.likeness import plain, same_date, same_person, share_said
from tests.score.matching import LIKE, Fact, labelled, like, same_period


def equal(label: Fact, read: Fact, name: str) -> bool:
    return plain(read.get(name)) in [plain(value) for value in labelled(label, name)]


def date(label: Fact, read: Fact, name: str) -> bool:
    return any(same_date(value, read.get(name)) for value in labelled(label, name))


def alike(label: Fact, read: Fact, name: str) -> bool:
    return like(label, read, name) >= LIKE


def person(label: Fact, read: Fact, name: str) -> bool:
    return any(same_person(value, read.get(name)) for value in labelled(label, name))


def letters(label: Fact, read: Fact, name: str) -> bool:
    """A label such as (a) or 2.1, however it is bracketed."""
    bare = [re.sub(r"\W", "", plain(value)) for value in labelled(label, name)]
    return re.sub(r"\W", "", plain(read.get(name))) in bare


def period(label: Fact, read: Fact, name: str) -> bool:
    return same_period(label, read)


def answer(label: Fact, read: Fact, name: str) -> bool:
    return share_said(label[name], read.get("answer")) == 1


def closed(label: Fact, read: Fact, name: str) -> bool:
    """A decision to be taken in the open is one that nothing is said of, or that is said to be open."""
    return any(bool(one) == bool(read.get(name)) for one in labelled(label, name))


def votes(label: Fact, read: Fact, name: str) -> bool:
    wanted, has = label[name], read.get(name) or {}
    counts = [key for key in ("for", "against", "abstained") if wanted.get(key) is not None]
    unanimous = not wanted.get("unanimous") or bool(has.get("unanimous"))
    return unanimous and all(plain(has.get(key)) == plain(wanted[key]) for key in counts)


FIELDS: dict[str, dict[str, Callable[[Fact, Fact, str], bool]]] = {
    "Meeting": {"status": equal},
    "Attendance": {"role": equal, "substitute_for": person},
    "Declaration": {"item": equal},
    "AgendaItem": {"number": equal, "part": equal},
    "Decision": {
        "committee": alike, "decided_on": date, "item": equal, "reference": equal, "outcome": equal, "status": equal,
        "key_decision": equal, "votes": votes,
    },
    "Amendment": {"carried": equal, "proposer": person, "seconder": person, "votes": votes},
    "Recommendation": {"label": letters},
    "Action": {"owner": alike, "item": equal},
    "PlannedDecision": {
        "reference": equal, "due_on": date, "decision_maker": alike, "key_decision": equal, "exempt": closed,
    },
    "Figure": {"period": period, "unit": equal, "rag": equal},
    "Judgement": {"judged_on": date, "inspectorate": equal},
    "Saving": {"financial_year": equal},
    "Question": {"theme": alike, "answer_match": answer},
}  # fmt: skip
OF_THE_DOCUMENT = {"kind": equal, "council": alike, "date": date}


def compared(label: Fact, read: Fact, ways: dict[str, Callable[[Fact, Fact, str], bool]]) -> dict[str, bool]:
    """For each field that is labelled whether it was read right."""
    return {name: _is_right(label, read, name, way) for name, way in ways.items() if _is_labelled(label, name)}


def _is_labelled(label: Fact, name: str) -> bool:
    return label.get(name) not in (None, [], "") and not label.get(f"{name}_optional")


def _is_right(label: Fact, read: Fact, name: str, way: Callable[..., bool]) -> bool:
    nothing: Any = read.get(name) is None and None in labelled(label, name)
    return bool(nothing) or way(label, read, name)
