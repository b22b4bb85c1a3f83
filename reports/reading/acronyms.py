"""Short forms that a document explains itself, in either order.

The Wexcombe Safeguarding Children Partnership (WSCP) met twice.
NEET (not in education, employment or training)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reports.reading.paragraph import Paragraph

SHORT = r"[A-Z][A-Za-z&]{0,8}[A-Z]s?|[A-Z]{2,10}s?"
BEHIND = re.compile(rf"\((?:['‘“\"]|the\s|or\s|hereafter\s)?(?P<short>{SHORT})['’”\"]?\)")
BEFORE = re.compile(rf"\b(?P<short>{SHORT})\s+\((?P<long>[A-Za-z][^()]{{5,90}})\)")
WORD = re.compile(r"[A-Za-z0-9][\w'’]*")
SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with", "under"])


def acronyms_in(paragraphs: Iterable[Paragraph]) -> dict[str, str]:
    """Short form to full name, the first explanation of each."""
    found: dict[str, str] = {}
    for paragraph in paragraphs:
        for short, name in explained(paragraph.text):
            found.setdefault(short, name)
    return found


def explained(text: str) -> Iterable[tuple[str, str]]:
    """
    >>> list(explained("the Wexcombe Safeguarding Board (WSB) and NEET (not in education, employment or training)"))
    [('WSB', 'Wexcombe Safeguarding Board'), ('NEET', 'not in education, employment or training')]
    """
    for found in BEHIND.finditer(text):
        if name := name_before(text[max(0, found.start() - 120) : found.start()], found["short"]):
            yield found["short"], name
    for found in BEFORE.finditer(text):
        if spells(weighed(found["long"]), found["short"]):
            yield found["short"], found["long"].strip()


def name_before(text: str, short: str) -> str | None:
    """The fewest words at a text's end whose first letters give the short form."""
    # A name does not reach over the end of a sentence.
    text = re.split(r"[.;:!?]\s|\)", text)[-1]
    words = list(WORD.finditer(text))
    letters = len(re.sub(r"[^A-Z]", "", short.upper().removesuffix("S"))) or 1
    for first in reversed(words[-(2 * letters + 3) :]):
        name = text[first.start() :].strip(" ,'’‘“”\"")
        if first[0].lower() not in SMALL and spells(weighed(name), short):
            return name
    return None


def weighed(name: str) -> list[tuple[str, bool]]:
    """The words of a name in capitals, and whether a short form may leave each out."""
    words = re.findall(r"[A-Za-z0-9]+(?:['’][a-z]+)?", name)
    return [(word.upper(), word.lower() in SMALL) for word in words]


def spells(words: list[tuple[str, bool]], short: str) -> bool:
    """Whether words give a short form: the first letter or letters of each, small words left out or not.

    >>> spells(weighed("Department for Education"), "DfE"), spells(weighed("Panel of the Cabinet"), "DfE")
    (True, False)
    >>> spells(weighed("Children in Care Voice"), "CHICV")
    True
    """
    wanted = short.replace("&", "").upper()
    forms = {wanted, wanted.removesuffix("S")}
    return any(len(form) > 1 and len(words) < 15 and fits(words, form) for form in forms)


def fits(words: list[tuple[str, bool]], form: str) -> bool:
    """Whether each word gives its first one to three letters to the form, in order; small words may give none."""
    if not words or not form:
        return not form and all(small for _, small in words)
    (word, small), rest = words[0], words[1:]
    given = (count for count in (1, 2, 3) if form[:count] == word[:count] and len(form) >= count)
    return any(fits(rest, form[count:]) for count in given) or (small and fits(rest, form))
