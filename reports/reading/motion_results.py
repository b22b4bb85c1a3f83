"""How minutes tell what became of a motion: carried or lost, in a sentence or in two words below it.

>>> is_result("On being put to the vote the amendment was LOST."), is_bare_result("Agreed unanimously.")
(True, True)
"""

from __future__ import annotations

import re

from reports.reading.paragraph import Paragraph
from reports.reading.sentences import sentences
from reports.reading.vote_lists import VoteList

CARRIED = re.compile(
    r"\b(?:carried|agreed|approved|accepted|supported|adopted|passed|won|unanimous(?:ly)?)\b", re.IGNORECASE
)
LOST = re.compile(
    r"\b(?:lost|fell|falls|defeated|rejected|withdrawn|not\s+(?:carried|agreed|approved|accepted|supported|passed))\b",
    re.IGNORECASE,
)
RESULT = re.compile(
    r"\b(?:amendments?|motions?|proposals?|it)\b[^.]{0,80}\b(?:carried|lost|fell|defeated|rejected|agreed|accepted|supported|approved|passed|withdrawn)\b"
    r"|\b(?:supported|accepted|agreed|approved|rejected|carried)\b[^.]{0,40}\bamend(?:ment|ments|ed)\b|\bput\s+to\s+the\s+(?:vote|meeting)\b",
    re.IGNORECASE,
)
# The chair puts a motion: what follows is its vote.
PUT = re.compile(
    r"\bput\s+(?:to\s+(?:the|a)\s+(?:vote|meeting)|the\s+(?:\w+\s+)?(?:motion|amendment|proposal|recommendation))\b",
    re.IGNORECASE,
)
VOTE = re.compile(r"\bvot(?:e|es|ed|ing)\b|\bfor\W{1,3}\d", re.IGNORECASE)
# "Mr Brindle suggested, and the Leader agreed to, the following amendment:"
AGREED_TO_FOLLOWING = re.compile(
    r"\b(?:agreed(?:\s+to)?|accepted|supported)\s*,?\s+the\s+following\s+(?:\w+\s+)?amendment", re.IGNORECASE
)
# "Agreed unanimously." below a motion is its result; "AGREED:" begins a resolution.
BARE_RESULT = re.compile(
    r"(?:(?:the\s+)?(?:\w+\s+)?(?:motion|amendment|proposal)\s+(?:was\s+)?(?:declared\s+)?)?(?:carried|lost|fell|defeated|withdrawn)(?:\s+(?:unanimously|nem\.?\s*con\.?))?\W*$|(?:agreed|approved|carried)\s+(?:unanimously|nem\.?\s*con)\.?$|agreed\.$",
    re.IGNORECASE,
)
RESULT_BEHIND = re.compile(
    r",?;?\s+(?:and|which|but)\s+(?:it\s+|this\s+|the\s+(?:motion|amendment)\s+)?(?:was|were)\b.*$",
    re.IGNORECASE | re.DOTALL,
)


def tells_result(paragraph: Paragraph) -> bool:
    """Whether a paragraph below a motion's words says how it was voted on."""
    if isinstance(paragraph, VoteList):
        return True
    return any(is_result(each.text) for each in sentences(paragraph.text)) or bool(
        PUT.search(paragraph.text) and VOTE.search(paragraph.text)
    )


def is_result(sentence: str) -> bool:
    if is_bare_result(sentence):
        return True
    return bool(RESULT.search(sentence)) and bool(CARRIED.search(sentence) or LOST.search(sentence))


def is_bare_result(text: str) -> bool:
    """
    >>> is_bare_result("Agreed unanimously."), is_bare_result("AGREED:"), is_bare_result("Motion carried.")
    (True, False, True)
    """
    return bool(BARE_RESULT.match(text.strip()))
