"""What a cell of official statistics says: a number, or a symbol that stands in its place and is never nought."""

from __future__ import annotations

import re

from dashboard.models import OfficialValue

Symbol, Status = OfficialValue.Symbol, OfficialValue.Status
# The signs of the Government Statistical Service, those it had before, and what spreadsheets make of them. A blank says
# no more than that nothing is given.
SYMBOLS = {
    "c": Symbol.SUPPRESSED, "*": Symbol.SUPPRESSED, "suppressed": Symbol.SUPPRESSED, "supp": Symbol.SUPPRESSED,
    "z": Symbol.NOT_APPLICABLE, ".": Symbol.NOT_APPLICABLE, "not applicable": Symbol.NOT_APPLICABLE,
    "x": Symbol.NOT_AVAILABLE, ":": Symbol.NOT_AVAILABLE, "..": Symbol.NOT_AVAILABLE,
    "not available": Symbol.NOT_AVAILABLE,
    "u": Symbol.UNRELIABLE,
    "k": Symbol.LOW, "low": Symbol.LOW, "~": Symbol.LOW, "0~": Symbol.LOW,
    "-": Symbol.MISSING, "–": Symbol.MISSING, "": Symbol.MISSING, "na": Symbol.MISSING, "n/a": Symbol.MISSING,
    "#n/a": Symbol.MISSING, "null": Symbol.MISSING, "nan": Symbol.MISSING,
}  # fmt: skip
MARKS = {"p": Status.PROVISIONAL, "r": Status.REVISED}
MARKED = re.compile(r"(?P<said>[^\[\]]*?)\s*\[(?P<mark>[a-z]+)\]")
# 1,234.5, £1,234 and 12.5% are numbers too.
DRESSED = re.compile(r"[+-]?£?[+-]?\d{1,3}(,\d{3})*(\.\d+)?%?|[+-]?£?\d*\.?\d+%?")
# What the database keeps of a value: twelve digits before the point and six after.
LARGEST = 1e12
NO_NUMBER = r"\N"
MOST_KEPT = 200_000


class Cells(dict[str, str | None]):
    """Each cell's text as the columns value, symbol and status of a COPY; None of what is not understood.

    >>> Cells()["20.100000000000001"], Cells()["c"], Cells()["1,234 [p]"], Cells()["about 12"]
    ('20.1\\t\\t', '\\\\N\\tc\\t', '1234.0\\t\\tprovisional', None)
    """

    def __missing__(self, text: str) -> str | None:
        if len(self) > MOST_KEPT:
            self.clear()
        # Most cells are plain numbers.
        value = number(text) if text[:1].isdecimal() else None
        self[text] = said = f"{value!r}\t\t" if value is not None else _copied(text)
        return said


def _copied(text: str) -> str | None:
    said, status = _unmarked(text.strip())
    symbol = SYMBOLS.get(said.casefold())
    if symbol is not None:
        return f"{NO_NUMBER}\t{symbol}\t{status}"
    value = number(said)
    if value is None and DRESSED.fullmatch(said):
        value = number(said.translate(NOTHING_BUT_DIGITS))
    return None if value is None else f"{value!r}\t\t{status}"


def _unmarked(text: str) -> tuple[str, str]:
    """A cell without the mark in square brackets behind it, and what that mark says of it; `[c]` is the symbol c."""
    if not (found := MARKED.fullmatch(text)):
        return text, ""
    said, mark = found["said"], found["mark"]
    if not said and mark in SYMBOLS:
        return mark, ""
    return (said, MARKS[mark]) if said and mark in MARKS else (text, "")


def number(text: str) -> float | None:
    """A cell's number without the noise of binary fractions; None when it is none or too large to keep.

    >>> number("-7.0000000000000007E-2"), number("inf"), number("1_000")
    (-0.07, None, None)
    """
    try:
        value = float(text)
    except ValueError:
        return None
    return value if -LARGEST < value < LARGEST and "_" not in text else None


NOTHING_BUT_DIGITS = str.maketrans("", "", ",£%")
