"""Titles as papers print them, made readable."""

import re

SMALL = {"a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with"}
# A word of capitals as short as this may be a short form (SEND, EHCP) and is left as it is.
SHORT_FORM = 4


def in_title_case(title: str) -> str:
    """A title that is printed in capitals, in title case; any other as it is.

    >>> in_title_case("SCRUTINY OF THE BUDGET: CHILDREN'S SERVICES AND SEND")
    "Scrutiny of the Budget: Children's Services and SEND"
    >>> in_title_case("Family hubs")
    'Family hubs'
    """
    if not title.isupper():
        return title
    words = re.sub(r"[A-Z][A-Z'’]*", lambda word: _cased(word[0]), title)
    return words[:1].upper() + words[1:]


def _cased(word: str) -> str:
    if word.lower() in SMALL:
        return word.lower()
    return word if len(word) <= SHORT_FORM else word.capitalize()
