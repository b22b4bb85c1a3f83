"""Word's automatic numbers: what stands before a paragraph on paper although nobody typed it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from reports.reading.archive import WORD

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts: form (decimal, lowerLetter, bullet...), pattern (`%1.%2`) and first number."""

    form: str
    pattern: str
    start: int = 1
    left: float | None = None


@dataclass
class Numbering:
    """The lists of a document and how far each has counted. Ask `label` once for each numbered paragraph, in order."""

    lists: dict[str, str] = field(default_factory=dict)  # number of a list -> its abstract list
    levels: dict[Key, Level] = field(default_factory=dict)
    overridden: dict[Key, Level] = field(default_factory=dict)
    counts: dict[str, list[int]] = field(default_factory=dict)

    def level(self, number: str, depth: int) -> Level | None:
        return self.overridden.get((number, depth)) or self.levels.get((self.lists.get(number, ""), depth))

    def label(self, number: str, depth: int) -> str | None:
        """The next number of a list as printed; "•" for a bullet, None where the list prints nothing."""
        level = self.level(number, depth)
        if level is None or level.form == "none":
            return None
        if level.form == "bullet":
            return "•"
        counts = self.counts.setdefault(self.lists.get(number, number), [0] * 9)
        counts[depth] = counts[depth] + 1 if counts[depth] else level.start
        counts[depth + 1 :] = [0] * (8 - depth)
        return re.sub(r"%([1-9])", lambda found: self.count(number, int(found[1]) - 1, counts), level.pattern)

    def count(self, number: str, depth: int, counts: list[int]) -> str:
        level = self.level(number, depth)
        # A level that was skipped counts as its first.
        value = counts[depth] or (level.start if level else 1)
        return spelled(value, level.form if level else "decimal")


def numbering(root: etree._Element | None) -> Numbering:
    """A document's lists, from its numbering.xml."""
    found = Numbering()
    if root is None:
        return found
    for abstract in root.iterchildren(WORD + "abstractNum"):
        name = abstract.get(WORD + "abstractNumId", "")
        for depth, level in levels(abstract):
            found.levels[name, depth] = level
    for listed in root.iterchildren(WORD + "num"):
        number = listed.get(WORD + "numId", "")
        abstract_id = listed.find(WORD + "abstractNumId")
        found.lists[number] = value(abstract_id) or ""
        for override in listed.iterchildren(WORD + "lvlOverride"):
            for depth, level in levels(override):
                found.overridden[number, depth] = level
    return found


def levels(parent: etree._Element) -> Iterator[tuple[int, Level]]:
    for element in parent.iterchildren(WORD + "lvl"):
        depth = int(element.get(WORD + "ilvl", "0"))
        start = value(element.find(WORD + "start"))
        form = value(element.find(WORD + "numFmt")) or "decimal"
        pattern = value(element.find(WORD + "lvlText")) or ""
        indent = element.find(f"{WORD}pPr/{WORD}ind")
        left = indent.get(WORD + "left") or indent.get(WORD + "start") if indent is not None else None
        if 0 <= depth <= 8:
            yield depth, Level(form, pattern, int(start) if start and start.isdigit() else 1, points(left))


def value(element: etree._Element | None) -> str | None:
    return element.get(WORD + "val") if element is not None else None


def points(twentieths: str | None) -> float | None:
    """
    >>> points("720"), points(None)
    (36.0, None)
    """
    if twentieths is None or not re.fullmatch(r"-?\d+(?:\.\d+)?", twentieths):
        return None
    return float(twentieths) / 20


def spelled(number: int, form: str) -> str:
    """A number in one of Word's forms.

    >>> spelled(4, "decimal"), spelled(2, "lowerLetter"), spelled(9, "upperRoman"), spelled(3, "decimalZero")
    ('4', 'b', 'IX', '03')
    """
    if form.endswith("Letter"):
        # After z come aa, bb, cc.
        text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
    elif form.endswith("Roman"):
        text = roman(number)
    else:
        return f"{number:02}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text


def roman(number: int) -> str:
    signs = [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    text = ""
    for worth, sign in signs:
        text += sign * (number // worth)
        number %= worth
    return text
