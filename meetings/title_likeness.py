"""How alike two lines are by their titles: the words that tell, heading against heading or within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from meetings.proper_names import is_topic
from meetings.subject import Subject
from meetings.telling import MUCH, RECURRING, numbered, periods, years

# What shared words prove, by their weight together: two common words are little, a place's name is much.
PROOF = ((1.5, 0.3), (2.5, 0.64), (3.5, 0.85), (4.5, 0.95))
# How alike two words must be to be one with a slip of the pen, and a heading to the words of a sentence.
SLIP = 85
WITHIN_A_SENTENCE = 90

Words = dict[str, float]


def best_pair(one: Subject, other: Subject) -> tuple[float, str, str]:
    """The points, from 0 to 100, and the two titles that are most alike."""
    return max(_pairs(one, other), default=(0.0, "", ""))


def _pairs(one: Subject, other: Subject) -> Iterator[tuple[float, str, str]]:
    share = same_business(one, other)
    if one.passage is not None and one.passage == other.passage:
        # One sentence with two dates in it is alike without being about anything.
        return
    if one.paper is not None and one.paper == other.paper and one.about == other.about and one.about:
        return
    if one.heading and other.heading:
        yield headings_alike(one.heading_words, other.heading_words) * share, one.heading, other.heading
        yield headings_alike(one.head_words, other.head_words) * share, one.heading, other.heading
    if one.heading:
        yield _within(one.heading_words, other.title_words) * share, one.heading, other.title
    if other.heading:
        yield _within(other.heading_words, one.title_words) * share, one.title, other.heading
    yield _sentences_alike(one.title_words, other.title_words) * share, one.title, other.title


def headings_alike(one: Words, other: Words) -> float:
    """How alike two headings are by the words that tell, from 0 to 100."""
    pairs = _common(one, other)
    shared = sum(pairs.values())
    if not shared:
        return 0.0
    # A word with a slip counts as the one that it was meant for.
    left = shared + sum(weight for word, weight in one.items() if word not in pairs)
    right = shared + sum(weight for word, weight in other.items() if word not in pairs and not _slip(word, pairs))
    least, union = min(left, right), left + right - shared
    # Common words prove little of a title that goes on with others.
    contained = 0.6 if MUCH in pairs.values() else 0.4
    alike = 100 * (contained * shared / least + (1 - contained) * shared / union) * _proof(shared)
    if is_topic(" ".join(one)) and is_topic(" ".join(other)):
        return alike * 0.7
    return alike * (0.5 if _name_different_things(one, other, pairs) else 1)


def _name_different_things(one: Words, other: Words, pairs: Words) -> bool:
    """Whether each has a telling word that the other lacks, while they share only common ones: two schools."""
    if MUCH in pairs.values():
        return False
    return _has_its_own(one, pairs) and _has_its_own(other, pairs)


def _has_its_own(words: Words, pairs: Words) -> bool:
    return any(weight == MUCH and word not in pairs and not _slip(word, pairs) for word, weight in words.items())


def _within(heading: Words, sentence: Words) -> float:
    """How surely a heading's words stand in a sentence, from 0 to 100."""
    pairs = _common(heading, sentence)
    shared, whole = sum(pairs.values()), sum(heading.values())
    if whole < 2 or shared < 0.6 * whole:
        return 0.0
    if MUCH in pairs.values():
        return 80 * (shared / whole) * _proof(shared)
    # Common words count only where all stand together.
    if shared < 0.8 * whole or fuzz.partial_ratio(" ".join(heading), " ".join(sentence)) < WITHIN_A_SENTENCE:
        return 0.0
    words = " ".join(heading)
    is_phrase = f" {words} " in f" {' '.join(sentence)} " and not is_topic(words)
    return 100 * _proof(shared) * (0.85 if is_phrase else 0.6)


def _sentences_alike(one: Words, other: Words) -> float:
    """Whether two sentences say the same in nearly the same words, from 0 to 100."""
    shared = sum(_common(one, other).values())
    union = sum(one.values()) + sum(other.values()) - shared
    if shared < 6 or shared < 0.6 * union:
        return 0.0
    return 95 * min(1.0, shared / union)


def same_business(one: Subject, other: Subject) -> float:
    """How far words that are alike are of one business, from 0 to 1: other years, quarters and phases make it less."""
    share = 1.0
    left, right = one.heading or one.title, other.heading or other.title
    if (apart := years_apart(one, other)) is not None:
        share *= 0.62 if apart else 0.92
    if periods(left) and periods(right) and not periods(left) & periods(right):
        share *= 0.3
    counts = numbered(left)
    if any(counts.get(what, number) != number for what, number in numbered(right).items()):
        share *= 0.7
    if RECURRING.search(left) and RECURRING.search(right) and not _same_meeting(one, other):
        share *= 0.5
    if (
        one.paper is not None
        and one.paper == other.paper
        and one.heading
        and other.heading
        and one.about != other.about
    ):
        share *= 0.8
    return share


def years_apart(one: Subject, other: Subject) -> bool | None:
    """None where the years of two headings are the same or not told; else whether they have none in common."""
    left, right = years(one.heading), years(other.heading)
    if left is None or right is None or left == right:
        return None
    return left[1] <= right[0] or right[1] <= left[0]


def _same_meeting(one: Subject, other: Subject) -> bool:
    return bool(one.body) and one.body == other.body and one.on == other.on and one.precision == "day"


def _common(one: Words, other: Words) -> Words:
    """The words that both have, allowing for a slip of the pen, with the lesser weight of each."""
    common = {word: min(weight, other[word]) for word, weight in one.items() if word in other}
    for word, weight in one.items():
        if word not in common and (like := _slip(word, other)):
            common[word] = min(weight, other[like])
    return common


def _slip(word: str, words: Words) -> str:
    """The one of the words that this one is, but for a slip of the pen; empty where there is none."""
    if len(word) < 3 or word.isdigit():
        return ""
    near = (like for like in words if abs(len(like) - len(word)) < 3 and not like.isdigit())
    return next((like for like in near if fuzz.ratio(word, like) >= SLIP), "")


def _proof(weight: float) -> float:
    return next((proof for least, proof in PROOF if weight < least), 1.0)
