"""What stands in the fields of a decision's record: yes or no, a reference, a day, an interest, nothing.

>>> answer_in("Yes"), answer_in("☐ Yes ☒ No"), answer_in("Non-key"), answer_in("")
(True, False, False, None)
"""

from __future__ import annotations

import re

from reports.reading.dates import dates_in

TICKED = "☒☑✓✔✅■\uf0fe\uf0fc\uf052\uf078\uf051"
EMPTY = "☐□\uf0a8\uf06f\uf0a3"
# A box stands before its word or behind it, the same way all along a line.
BOXED = re.compile(rf"([{TICKED}{EMPTY}])\s*([^{TICKED}{EMPTY}]*)")
BEHIND = re.compile(rf"([^{TICKED}{EMPTY}]*?)\s*([{TICKED}{EMPTY}])")
NO = re.compile(
    r"^\W*(?:no\b|non\b|not\b|n\b\W*$|x\s+no\b|neither\b|false\b|other\b)|\bnon-?\s?key\b|\bnot\s+a?\s*key\b",
    re.IGNORECASE,
)
YES = re.compile(
    r"^\W*(?:yes\b|y\b\W*$|key\b|it\s+is\b|this\s+is\s+a\s+key\b|true\b)|\bkey\s+decision\b", re.IGNORECASE
)

ANSWER = 300  # letters in which an answer is given
PLAIN = re.compile(r"^\W*(yes|no)\b(?!\W*(?:yes|no)\b)", re.IGNORECASE)
CHOICES = re.compile(
    r"\b(?:significant\s+operational|administrative|non-?\s?key|(?<!non-)(?<!non\s)key\s+decision|(?<!\w)yes"
    r"|no)\b(?!\s+longer)",
    re.IGNORECASE,
)

NOTHING = re.compile(
    r"^\W*(?:none\b.{0,80}|nil\b.{0,30}|n\s*/\s*a|not\s+applicable\b.{0,40}|no\b(?:\s+(?:interests?|conflicts?"
    r"|dispensations?|declarations?|member|such)\b.{0,120})?"
    r"|there\s+(?:were|was|are|is)\s+(?:no|none)\b.{0,120}|not?\s+(?:declared|required|granted)"
    r"|to\s+be\s+(?:confirmed|completed)|tbc)?\W*$",
    re.IGNORECASE | re.DOTALL,
)
REFERENCE = re.compile(r"[A-Za-z(]{0,12}[\w/.()-]*\d[\w/.()-]*")


def answer_in(text: str) -> bool | None:
    """Yes or no as a form prints it: a word, a class of decision, or a ticked box; None where it does not say."""
    text = text[:ANSWER]
    text = re.sub(r"[(\[]\s*[)\]]", "☐", re.sub(r"[(\[]\s*[xX✓]\s*[)\]]", "☒", text))
    if any(mark in text for mark in TICKED + EMPTY):
        chosen = ticked(text)
        # Another class than the one called key: "Key [ ] Significant operational [x]".
        if chosen and not re.search(r"\bkey\b|\b(?:yes|no)\b", chosen, re.I) and re.search(r"\bkey\b", text, re.I):
            return False
        text = chosen
    elif begins := PLAIN.match(text):
        return begins[1].lower() == "yes"
    elif len({found.lower() for found in CHOICES.findall(text)}) > 1:
        # A form's printed choices, of which the mark was not read.
        return None
    if NO.search(text):
        return False
    return True if YES.search(text) else None


def ticked(text: str) -> str:
    """The words of the box that is ticked, empty where none or more than one is.

    >>> ticked("Yes ☒ No ☐"), ticked("☐ Yes ☐ No")
    ('Yes', '')
    """
    if text.lstrip()[:1] in TICKED + EMPTY:
        chosen = [words for box, words in BOXED.findall(text) if box in TICKED]
    else:
        chosen = [words for words, box in BEHIND.findall(text) if box in TICKED]
    return chosen[0].strip(" /,;:") if len(chosen) == 1 else ""


def says_nothing(text: str) -> bool:
    """Whether a field is left empty or says that there is nothing to say.

    >>> says_nothing("None"), says_nothing("........"), says_nothing("No interests declared."), says_nothing("Ash")
    (True, True, True, False)
    """
    return len(text) <= ANSWER and bool(NOTHING.match(text))


def reference_in(text: str) -> str | None:
    """The reference that a field prints; None where it prints none.

    >>> reference_in("24/00096"), reference_in("CYP 2021-14"), reference_in("To be allocated"), reference_in("N/A")
    ('24/00096', 'CYP 2021-14', None, None)
    """
    first = " ".join(text.strip().split("\n")[0].split()).strip(" .:")
    if not re.search(r"\d", first) or dates_only(first):
        return None
    if len(first) <= 30 and len(first.split()) <= 4:
        return first
    return next((word for word in first.split() if REFERENCE.fullmatch(word)), None) if len(first) < 60 else None


def dates_only(text: str) -> bool:
    return any(dated.precision == "day" for dated in dates_in(text))


def day_in(text: str) -> str | None:
    """The first day that a field prints, else the first month; None where it prints neither."""
    found = dates_in(text)
    days = [dated.iso for dated in found if dated.precision == "day"]
    months = [dated.iso for dated in found if dated.precision == "month"]
    return next(iter([*days, *months]), None)
