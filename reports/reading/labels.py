"""Numbers, letters and bullets that stand before a paragraph: `4.10`, `12.`, `(a)`, `1.b)`, `•`.

>>> taken_off("4.10\\tThe panel noted the report")
('4.10', 'The panel noted the report')
>>> taken_off("(a) approve the offer")
('(a)', 'approve the offer')
>>> taken_off("2.6 million pounds were saved")
(None, '2.6 million pounds were saved')
"""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,4}"
LETTER = r"(?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z])"
# Every form that a label takes; safe where a tab or a column's gap parts it from the text.
LABEL = (
    rf"{NUMBER}\.?|{NUMBER}\)|\({NUMBER}\)|\({LETTER}\)|{LETTER}\)|[A-Za-z]\.|[ivx]{{1,5}}\.|{NUMBER}\.?\s?\(?[a-z]\)"
)
# The forms that cannot be the first word of a sentence: safe with a mere space behind.
SURE_LABEL = (
    rf"\d{{1,3}}(?:\.\d{{1,3}}){{1,4}}\.?|\d{{1,3}}[.)]|\(\d{{1,3}}\)|\({LETTER}\)"
    rf"|{LETTER}\)|\d{{1,3}}\.?\(?[a-z]\)|[a-z]\.|[ivx]{{2,5}}\."
)

# The last ones are those of Wingdings and Symbol, which have no names of their own.
BULLETS = "•▪●○◦■□‣➢➤✓✔·∙⦁\uf0b7\uf0a7\uf0d8\uf0fc\uf02d\uf0b0\uf076\uf06e\uf06f\uf0a8"
BULLET = re.compile(rf"([{BULLETS}]|[-–—*o§](?=\s)|\(cid:\d+\)(?=\s))\s*")

ALONE = re.compile(rf"(?:{LABEL})")
BEFORE_TAB = re.compile(rf"({LABEL})[ ]*(?:\t|[ ]{{2,}})\s*(?=\S)")
BEFORE_SPACE = re.compile(rf"({SURE_LABEL})\s+(?=\S)")

# What follows a figure or the hour of a day, never a paragraph's number.
MEASURE = re.compile(
    r"(?:%|(?:per|p\.?c|m|bn|k|a\.?m|p\.?m)\b|(?i:million|billion|thousand"
    r"|percent|percentage|noon|times\b|out of\b|and \d)"
    r"|(?i:years?|months?|weeks?|days?|hours?|hrs?|miles?)\b)"
)
DAY = re.compile(r"\d\d\.\d\d\.\d\d")


def taken_off(text: str) -> tuple[str | None, str]:
    """A paragraph's label as printed, its closing full stop left out, and the text without it."""
    tabbed = BEFORE_TAB.match(text)
    found = tabbed or BEFORE_SPACE.match(text)
    if not found or DAY.match(text):
        return None, text
    rest = text[found.end() :]
    if not tabbed and MEASURE.match(rest):
        return None, text
    return clean(found[1]), rest


def clean(label: str) -> str:
    """
    >>> clean("12."), clean("(a)")
    ('12', '(a)')
    """
    return label.strip().rstrip(".")


def is_label(text: str) -> bool:
    """Whether a piece of print that stands alone is a label.

    >>> is_label("3.1"), is_label("b)"), is_label("2017"), is_label("Minutes")
    (True, True, False, False)
    """
    return bool(ALONE.fullmatch(text.strip())) and not DAY.fullmatch(text.strip())


def bullet_off(text: str) -> str | None:
    """The text behind a bullet, None where there is no bullet.

    >>> bullet_off("• Clear processes"), bullet_off("o\\tfoster care"), bullet_off("often")
    ('Clear processes', 'foster care', None)
    """
    found = BULLET.match(text)
    return text[found.end() :] if found else None


def comes_after(label: str | None, earlier: str) -> bool:
    """Whether a label is the next one after an earlier one, or the first one below it.

    >>> comes_after("4.10", "4.9"), comes_after("5", "4.9"), comes_after("4.9.1", "4.9"), comes_after("(b)", "(a)")
    (True, True, True, True)
    >>> comes_after("2.6", "4.9")
    False
    """
    one, other = parts(label or ""), parts(earlier)
    return any(one == [*other[:depth], step(other[depth])] for depth in range(len(other))) or one == [*other, "1"]


def is_next(label: str, earlier: Sequence[str]) -> bool:
    """Whether a label is due after the earlier ones: the latest of its own form decides.

    >>> is_next("4.10", ["4.8", "4.9", "(a)"]), is_next("4.9", ["4.8", "4.9", "4.10"])
    (True, False)
    """
    for other in reversed(earlier):
        if [part.isdigit() for part in parts(other)] == [part.isdigit() for part in parts(label)]:
            return comes_after(label, other)
    return any(comes_after(label, other) for other in earlier)


def parts(label: str) -> list[str]:
    return re.findall(r"\d+|[a-z]+", label.lower())


def step(part: str) -> str:
    return str(int(part) + 1) if part.isdigit() else part[:-1] + chr(ord(part[-1]) + 1)
