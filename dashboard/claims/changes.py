"""Changes that a sentence states in per cent and in numbers, worked out again.

>>> change = changes_in("Referrals rose by 12% from 250 to 280.")[0]
>>> change.percent, change.old.value, change.new.value
(Decimal('12'), Decimal('250'), Decimal('280'))
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from dashboard.claims.rounding import ABOUT, LOOSE, NUMBER, SCALES, Interval, within
from reports.reading.dates import dates_in

UP = r"(?:increas\w+|ris(?:e|en|es|ing)|rose|gr[eo]w\w*|growth|gone\s+up|went\s+up|higher|more|uplift|up)"
DOWN = (
    r"(?:decreas\w+|reduc\w+|f[ae]ll(?:en|s|ing)?|drop\w*|declin\w+|gone\s+down|went\s+down|lower|fewer|less|cut|down)"
)
PERCENT = r"(?P<percent>\d+(?:\.\d+)?)\s?(?P<unit>%|per\s?cent\b)(?P<points>\s*(?:-\s*)?points?\b|\s*age\s+points?\b)?"
POINTS = r"|(?P<points_only>\d+(?:\.\d+)?)\s+percentage\s+points?\b"
CHANGE = re.compile(PERCENT + POINTS, re.IGNORECASE)
# A number with what may stand round it: £, k or %.
AMOUNT = rf"(?:£\s?)?(?:{NUMBER})\s?(?:%|per\s?cent\b|(?:k|m|bn|thousand|million|billion)\b)?"
FROM_TO = re.compile(rf"\bfrom\s+(?P<old>{AMOUNT})(?P<between>[^.;:]{{0,80}}?)\bto\s+(?P<new>{AMOUNT})", re.IGNORECASE)
# "an increase of 36 (5.6%)": the difference, with what it is in per cent.
BY_AMOUNT = re.compile(
    rf"\b(?P<verb>{UP}|{DOWN})\s+(?:of|by)\s+(?P<by>£?\s?(?:{NUMBER}))\s*(?:\w+\s+){{0,3}}?"
    rf"(?:\(|,?\s*or\s+|,\s*)(?P<percent>\d+(?:\.\d+)?)\s?(?:%|per\s?cent)\)?",
    re.IGNORECASE,
)
TO_NUMBER = re.compile(
    rf"\b(?:to|were|was|is|are|at|totalled|now|currently)\s+(?P<new>£?\s?(?:{NUMBER}))(?!\s?%|\s+per\b)", re.IGNORECASE
)
RIGHT_TO = re.compile(rf"^[^.;:\d]*?\bto\s+(?P<new>£?\s?(?:{NUMBER}))(?!\s?%|\s+per\b)", re.IGNORECASE)
FROM_NUMBER = re.compile(rf"\bfrom\s+(?P<old>£?\s?(?:{NUMBER}))(?!\s?%)", re.IGNORECASE)
VERB = re.compile(rf"\b(?:(?P<up>{UP})|(?P<down>{DOWN}))\b", re.IGNORECASE)
DIGIT = re.compile(r"\d")
# What begins to speak of something else between a change and its numbers.
OTHER_THING = re.compile(
    r"\b(?:while|whilst|whereas|but|and|with|compared|including|of\s+(?:which|whom|these))\b|[;:]", re.IGNORECASE
)
# What alone may stand between two numbers and the change from one to the other: ", which is an increase of about".
LEADS_ON = re.compile(
    rf"^\s*(?:\b(?!(?:{UP}|{DOWN})\b)\w+\b\s*){{0,6}}[\s,(\[–—+−-]*(?:(?:which|this|that|is|was|represents|representing|equating|equates|equal|equivalent|to|an?|the"
    rf"|or|i\.?e\.?|by|of|about|around|approximately|over|under|nearly|almost|just|some|more|less|than|overall|total"
    rf"|annual|percentage|relative|{UP}|{DOWN})[\s,(\[–—+−-]+)*$",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(
    r"^\s*(?:[(\[–,-]\s*)?(?:or|i\.?e\.?|by|up|down|an?|that\s+is|which\s+is)?\s*[(\[]?\s*[+−-]?$", re.IGNORECASE
)
ENDS = re.compile(rf"^\s*(?:[)\].,]|$|{UP}\b|{DOWN}\b)", re.IGNORECASE)
PER = re.compile(r"\bper\s+\d[\d,]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed, and what it may be rounded from."""

    words: str
    value: Decimal
    rounded: Interval
    is_share: bool


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change: `percent` as printed (`words`), in percentage points where `points`, from `old` to `new`."""

    words: str
    percent: Decimal
    rounded: Interval
    points: bool
    old: Amount
    new: Amount


def changes_in(sentence: str) -> list[Change]:
    """The changes of a sentence that it gives the numbers for; none where it is not plain which belong together."""
    bare = without_dates(sentence)
    pairs = list(FROM_TO.finditer(bare))
    if len(pairs) == 1 and not DIGIT.search(pairs[0]["between"]):
        return list(_from_to(bare, pairs[0]))
    return [] if pairs else list(_by_amount(bare))


def without_dates(sentence: str) -> str:
    """The sentence with dates and years blanked out, so that their digits are taken for no value."""
    letters = list(PER.sub(_blank, sentence))
    for dated in dates_in(sentence):
        letters[dated.start : dated.end] = "_" * (dated.end - dated.start)
    return re.sub(r"(?<![\d,.£])(?:19|20)\d\d(?:\s?[/-]\s?\d\d(?:\d\d)?)?(?![\d,.]*[\d%])", _blank, "".join(letters))


def _blank(match: re.Match[str]) -> str:
    return "_" * len(match[0])


def _from_to(text: str, pair: re.Match[str]) -> Iterator[Change]:
    old, new = _amount(pair["old"]), _amount(pair["new"])
    stated = [one for one in CHANGE.finditer(text) if one.end() <= pair.start() or one.start() >= pair.end()]
    if len(stated) != 1 or not old.value or (old.is_share != new.is_share):
        return
    said = stated[0]
    direction = _direction(text, said, pair)
    if direction and (new.value - old.value) * direction > 0:
        points = bool(said["points"] or said["points_only"])
        number = Decimal(said["percent"] or said["points_only"])
        yield Change(said[0], number, _rounded(number, text[: said.start()]), points, old, new)


def _direction(text: str, said: re.Match[str], pair: re.Match[str]) -> int:
    """1 where the words by the per cent say up, -1 for down; 0 where they say neither, or stand too far off."""
    numbers_first = pair.end() <= said.start()
    between = text[pair.end() : said.start()] if numbers_first else text[said.end() : pair.start()]
    if len(between) > 60 or OTHER_THING.search(between) or (numbers_first and not LEADS_ON.match(between)):
        return 0
    near = between if numbers_first else text[max(0, said.start() - 40) : said.start()]
    before = list(VERB.finditer(near))
    found = before[-1] if before else VERB.search(text[said.end() : said.end() + 25])
    if not found and IN_BRACKETS.match(between) and ENDS.match(text[said.end() :]):
        found = next(iter(list(VERB.finditer(text[: pair.start()]))[-1:]), None)
    return 0 if not found else 1 if found["up"] else -1


def _by_amount(text: str) -> Iterator[Change]:
    found = list(BY_AMOUNT.finditer(text))
    if len(found) != 1:
        return
    said = found[0]
    sign = 1 if re.match(UP, said["verb"], re.IGNORECASE) else -1
    by, percent = _amount(said["by"]), Decimal(said["percent"])
    before, after = text[: said.start()], text[said.end() : said.end() + 40]
    ends = [*TO_NUMBER.finditer(before), *RIGHT_TO.finditer(after)]
    starts = [*FROM_NUMBER.finditer(before), *FROM_NUMBER.finditer(after)]
    if len(ends) + len(starts) != 1 or not by.value:
        return
    known = _amount((ends or starts)[0]["new" if ends else "old"])
    other = _moved(known, by, -sign if ends else sign)
    old, new = (other, known) if ends else (known, other)
    if old.value > 0 and not known.is_share:
        yield Change(f"{said['percent']}%", percent, _rounded(percent, text[: said.start("percent")]), False, old, new)


def _moved(known: Amount, by: Amount, sign: int) -> Amount:
    value = known.value + sign * by.value
    words = f"{known.words} {'plus' if sign > 0 else 'less'} {by.words} = {value:,f}"
    return Amount(words, value, Interval(value, value), False)


def _amount(words: str) -> Amount:
    number = re.search(NUMBER, words)
    assert number is not None
    after = words[number.end() :].strip().lower()
    scale = SCALES.get(after, 0)
    value = Decimal(number[0].replace(",", "")).scaleb(scale)
    is_share = after.startswith(("%", "per"))
    decimals = len(number[0].partition(".")[2]) - scale
    plain = decimals == 0 and not is_share and "£" not in words
    return Amount(words.strip(), value, Interval(value, value) if plain else within(value, decimals), is_share)


def _rounded(percent: Decimal, before: str) -> Interval:
    if ABOUT.search(before):
        loose = max(percent * LOOSE * 2, Decimal(1))
        return Interval(percent - loose, percent + loose)
    exponent = percent.as_tuple().exponent
    return within(percent, -exponent if isinstance(exponent, int) else 0)


def span_of(change: Change) -> Interval:
    """Between which per cents the change lies, in size, by the two numbers as printed."""
    corners = [(new / old - 1) * 100 for old in _ends(change.old) for new in _ends(change.new) if old > 0]
    return _sized(corners)


def points_of(change: Change) -> Interval:
    """Between which differences of two shares the change lies, in size."""
    return _sized([new - old for old in _ends(change.old) for new in _ends(change.new)])


def _of_the_later(change: Change) -> Interval:
    corners = [(1 - old / new) * 100 for old in _ends(change.old) for new in _ends(change.new) if new > 0]
    return _sized(corners)


def _ends(amount: Amount) -> tuple[Decimal, Decimal]:
    return amount.rounded.low, amount.rounded.high


def _sized(corners: list[Decimal]) -> Interval:
    sizes = [abs(corner) for corner in corners]
    return Interval(min(sizes, default=Decimal(0)), max(sizes, default=Decimal(0)))


def check(change: Change) -> tuple[str, list[str]]:
    """What the change comes to: same, points, later or apart, and the working."""
    span, said = span_of(change), change.words.strip()
    working = [_sum(change, span)]
    wanted = points_of(change) if change.points else span
    if wanted.meets(change.rounded):
        return "same", [*working, f"The paper says {said}, which agrees within rounding."]
    if change.old.is_share and not change.points and points_of(change).meets(change.rounded):
        difference = abs(change.new.value - change.old.value)
        words = f"The paper says {said}. The difference of the two shares is {difference:f} percentage points."
        return "points", [*working, words]
    if not change.points and _of_the_later(change).meets(change.rounded):
        words = f"The paper says {said}, which is the change as a share of the later number, {change.new.words}."
        return "later", [*working, words]
    return "apart", [*working, f"The paper says {said}, which does not agree within rounding."]


def _sum(change: Change, span: Interval) -> str:
    """The sum in one sentence, with what rounding of the printed numbers leaves open."""
    high, low = max(change.old.value, change.new.value), min(change.old.value, change.new.value)
    told = f"From {change.old.words} to {change.new.words} "
    if change.points:
        return f"{told}is {high - low:f} percentage points: {high:f} − {low:f}."
    percent = abs(change.new.value / change.old.value - 1) * 100
    told += f"is a change of {percent:.1f}%: ({high:,f} − {low:,f}) ÷ {change.old.value:,f} × 100"
    spread = f"{span.low:.1f}", f"{span.high:.1f}"
    return f"{told}." if spread[0] == spread[1] else f"{told}; from {spread[0]}% to {spread[1]}% with rounding."
