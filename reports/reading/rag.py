"""Red, amber, green: a measure's rating, as a word, a letter or a coloured sign.

>>> rag_of("GREEN"), rag_of("A"), rag_of("RAG: Red"), rag_of("Greenfield")
('green', 'amber', 'red', None)
"""

from __future__ import annotations

import re

COLOURS = r"red|amber|green|blue|yellow"
LETTERS = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
SIGNS = {"🔴": "red", "🟠": "amber", "🟡": "amber", "🟢": "green", "🔵": "blue"}
# A rating that stands alone, perhaps with a trend or a word behind it: "Green ▲", "RAG rating: Amber", "Red (missed)".
RATED = re.compile(
    rf"\W*(?:(?:current\s+|overall\s+)?(?:RAG|BRAG|KPI)?\s*(?:rating|status|rated?)?\W{{0,3}})??"
    rf"(?P<rag>{COLOURS}|[RAGB])\W{{0,4}}(?:\([^()]{{0,40}}\)\W{{0,3}})?",
    re.IGNORECASE,
)
SIGN = re.compile(rf"\s*(?P<sign>[{''.join(SIGNS)}])\s*")
IN_BRACKETS = re.compile(rf"[(\[]\s*(?:RAG\W{{0,3}})?(?P<rag>{COLOURS}|[RAG])\s*[)\]]", re.IGNORECASE)
# Set among a title's words a rating is in capitals: "Children in care GREEN (snapshot)".
IN_CAPITALS = re.compile(r"(?<![\w-])(?P<rag>RED|AMBER|GREEN)(?![\w-])")


# "G = on target; A = within 5%", "Green: at or above target" beside "Red: below": what the ratings mean.
MEANING = re.compile(
    rf"(?<![\w-])(?:{COLOURS}|[RAGB])\s*(?:\([^()]{{1,12}}\)\s*)?(?:=|:|–|-|means|(?:is\s+|are\s+)?where\b)",
    re.IGNORECASE,
)
KEY = re.compile(r"^\W*(?:key|legend|RAG\s+(?:key|rating\s+key|definitions?|criteria|tolerances?))\b", re.IGNORECASE)


def is_key(text: str) -> bool:
    """Whether a text says what the ratings mean: the percentages in it are no figures.

    >>> is_key("Key: G = on target; A = within 5% of it"), is_key("Amber: within 10% of target. Red: further off.")
    (True, True)
    >>> is_key("Key measures fell to 12%")
    False
    """
    return len(MEANING.findall(text)) > (0 if KEY.match(text) else 1)


def rag_of(text: str) -> str | None:
    """The rating that is all a text says: red, amber, green, blue or yellow."""
    if sign := SIGN.fullmatch(text):
        return SIGNS[sign["sign"]]
    rated = RATED.fullmatch(text)
    return colour(rated["rag"]) if rated else None


def colour(printed: str) -> str:
    """
    >>> colour("Amber"), colour("G")
    ('amber', 'green')
    """
    return LETTERS.get(printed.lower(), printed.lower())


def rag_in_brackets(text: str) -> str | None:
    """The rating in brackets behind a value.

    >>> rag_in_brackets("97% (Green)")
    'green'
    """
    found = IN_BRACKETS.search(text)
    return colour(found["rag"]) if found else None


def rag_taken_off(text: str) -> tuple[str, str | None]:
    """A title without the rating that was printed beside it in capitals, and the rating.

    >>> rag_taken_off("Children in care AMBER (snapshot)"), rag_taken_off("Green spaces")
    (('Children in care (snapshot)', 'amber'), ('Green spaces', None))
    """
    found = None if text.isupper() else IN_CAPITALS.search(text)
    if not found:
        return text, None
    rest = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}".strip()
    return rest, colour(found["rag"])
