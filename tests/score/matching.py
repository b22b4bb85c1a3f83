"""Which fact of a reading is which labelled one.

Each sort of fact has a function that says how near a read fact is to a labelled one, from 0 to 1. A label's list means
that any of its values is right, and FIELD_alt has further ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.score.likeness import likeness, plain, same_date, same_number, same_person, share_said

Fact = dict[str, Any]
NEAR = 0.5
LIKE = 0.6


def labelled(label: Fact, name: str) -> list[Any]:
    """Every value of a field that counts as right."""
    values = []
    for value in (label.get(name), *([label[f"{name}_alt"]] if f"{name}_alt" in label else [])):
        values += value if isinstance(value, list) else [value]
    return values


def like(label: Fact, read: Fact, name: str) -> float:
    return max((likeness(value, read.get(name)) for value in labelled(label, name)), default=0.0)


def pairs(sort: str, labels: list[Fact], facts: list[Fact]) -> dict[int, int]:
    """For labelled facts the read fact that each is, by their places: the nearest first, each read fact once."""
    near = NEARNESS[sort]
    candidates = [(near(label, fact), i, j) for i, label in enumerate(labels) for j, fact in enumerate(facts)]
    found: dict[int, int] = {}
    for nearness, i, j in sorted(candidates, key=lambda one: (-one[0], one[1], one[2])):
        if nearness >= NEAR and i not in found and j not in found.values():
            found[i] = j
    return found


def text_of(fact: Fact) -> str:
    return " ".join(str(fact.get(name) or "") for name in ("title", "text", "question", "description", "label"))


def by_words(label: Fact, read: Fact) -> float:
    """By the phrases that the label wants, and a little by item and page, which tell two like resolutions apart."""
    phrases = label.get("match")
    if not phrases:
        return likeness(text_of(label), text_of(read))
    said = share_said(phrases, text_of(read))
    return 0.9 * said + 0.05 * (plain(label.get("item")) == plain(read.get("item"))) + 0.05 * near_page(label, read)


def near_page(label: Fact, read: Fact) -> bool:
    page = (read.get("source") or {}).get("page")
    pages = [one for one in labelled(label, "page") if one is not None]
    return page is None or not pages or any(abs(int(one) - page) <= 1 for one in pages)


def meeting(label: Fact, read: Fact) -> float:
    dates = any(same_date(date, read.get("held_on")) for date in labelled(label, "held_on"))
    return float(dates and like(label, read, "committee") >= LIKE)


def attendance(label: Fact, read: Fact) -> float:
    same = max((1.0 if plain(name) == plain(read.get("name")) else 0.9) * same_person(name, read.get("name"))
               for name in labelled(label, "name"))  # fmt: skip
    return float(same)


def declaration(label: Fact, read: Fact) -> float:
    return attendance(label, read) if label.get("name") else by_words(label, read)


def agenda_item(label: Fact, read: Fact) -> float:
    close = like(label, read, "title")
    numbered = plain(label.get("number")).rstrip(".") == plain(read.get("number")).rstrip(".")
    return close if close >= (LIKE if numbered else 0.85) else 0.0


def planned(label: Fact, read: Fact) -> float:
    if label.get("reference") and plain(label["reference"]) == plain(read.get("reference")):
        return 1.0
    said = share_said(label["match"], text_of(read)) if label.get("match") else 0.0
    close = max(said, like(label, read, "title"))
    return close if close >= LIKE else 0.0


def figure(label: Fact, read: Fact) -> float:
    role = label.get("role_optional") or (read.get("role") or "actual") in [
        one or "actual" for one in labelled(label, "role")
    ]
    area = label.get("area_optional") or like(label, read, "area") >= LIKE
    if not (same_number(label["value"], read.get("value")) and role and area):
        return 0.0
    return _same_measure(label, read) * (1.0 if same_period(label, read) else 0.8)


def _same_measure(label: Fact, read: Fact) -> float:
    """By the catalogue's measure where the label has one; a printed name alone is half of it."""
    printed = like(label, read, "label") >= 0.4
    slugs = [slug for slug in labelled(label, "indicator") if slug]
    if not slugs:
        return float(printed)
    if read.get("indicator") in slugs:
        return 1.0
    return 0.625 * printed if read.get("indicator") is None else 0.0


def same_period(label: Fact, read: Fact) -> bool:
    if label.get("period_optional") and read.get("period") is None:
        return True
    return any(same_date(period, read.get("period")) for period in labelled(label, "period"))


def judgement(label: Fact, read: Fact) -> float:
    graded = plain(read.get("grade")) in [plain(grade) for grade in labelled(label, "grade")]
    return like(label, read, "subject") if graded else 0.0


def saving(label: Fact, read: Fact) -> float:
    wanted, has = _references(label), _references(read)
    amount = any(same_number(one, read.get("amount")) for one in labelled(label, "amount"))
    return float(amount and (not wanted or bool(wanted & has)))


def _references(fact: Fact) -> set[str]:
    return set(re.findall(r"[A-Z]{1,4}\d{1,4}", str(fact.get("reference") or "")))


def question(label: Fact, read: Fact) -> float:
    said = share_said(label["match"], read.get("question")) if label.get("match") else 0.0
    return max(said, like(label, read, "question"))


NEARNESS: dict[str, Callable[[Fact, Fact], float]] = {
    "Meeting": meeting,
    "Attendance": attendance,
    "Declaration": declaration,
    "AgendaItem": agenda_item,
    "Decision": by_words,
    "Amendment": by_words,
    "Recommendation": by_words,
    "Action": by_words,
    "PlannedDecision": planned,
    "Figure": figure,
    "Judgement": judgement,
    "Saving": saving,
    "Question": question,
}
