"""When two printed words, names, dates or numbers are the same, as people compare them."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

PRINTED_ALIKE = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00ad": "", "&": " and "})
# Words that say nothing of which committee, place or title is meant.
EMPTY_WORDS = {"the", "of", "a", "an", "and", "for", "to", "on", "in", "county", "council", "city", "borough"}
TITLES = r"\b(cllr|councillor|mr|mrs|ms|miss|dr|sir|dame|lady|lord|rev|obe|mbe|cbe|kc)\b\.?"


def plain(text: Any) -> str:
    """A text without what differs between two printings of it."""
    text = "" if text is None else str(text)
    return re.sub(r"\s+", " ", text.translate(PRINTED_ALIKE)).strip().casefold()


def words(text: Any) -> Counter[str]:
    return Counter(word for word in re.findall(r"[a-z0-9]+", plain(text)) if word not in EMPTY_WORDS)


def likeness(one: Any, other: Any) -> float:
    """How much two texts share, from 0 to 1: the cosine of their words.

    >>> round(likeness("Cabinet Panel", "Schools Cabinet Panel"), 2), likeness("Cabinet", "Council")
    (0.82, 0.0)
    """
    a, b = words(one), words(other)
    if not a or not b:
        return float(plain(one) == plain(other))
    common = sum(a[word] * b[word] for word in a)
    return common / (sum(n * n for n in a.values()) * sum(n * n for n in b.values())) ** 0.5


def same_person(one: Any, other: Any) -> bool:
    """Whether two printed names can be one person's: the last name is the same, and so is the first letter.

    >>> same_person("Cllr R J Amberly", "Rosalind Amberly"), same_person("R Amberly", "T Amberly")
    (True, False)
    """
    a, b = (re.findall(r"[a-z]+", re.sub(TITLES, " ", plain(name).replace("'", ""))) for name in (one, other))
    return bool(a and b) and a[-1] == b[-1] and a[0][0] == b[0][0]


def same_date(labelled: Any, read: Any) -> bool:
    """Whether a date is the labelled one; where the label is a month, any day of it will do."""
    if labelled is None or read is None:
        return labelled is read
    month = len(str(labelled)) == 7 and str(read).startswith(f"{labelled}-")
    return plain(labelled) == plain(read) or month


def same_number(one: Any, other: Any) -> bool:
    a, b = number(one), number(other)
    return a is not None and b is not None and abs(a - b) <= 1e-4 * abs(a) + 1e-6


def number(value: Any) -> float | None:
    try:
        return float(re.sub(r"[,£%]", "", str(value)))
    except ValueError:
        return None


def share_said(phrases: list[str], text: Any) -> float:
    """How many of the phrases stand in the text, from 0 to 1; how a line was broken does not count.

    >>> share_said(["family hubs", "library"], "the family-\\nhubs")
    0.5
    """
    run_on = _run_on(text)
    return sum(_run_on(phrase) in run_on for phrase in phrases) / len(phrases)


def _run_on(text: Any) -> str:
    return re.sub(r"[\s-]+", "", plain(text))
