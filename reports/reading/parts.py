"""What is closed to the public: from where to where, and which paragraph of Schedule 12A is given for it.

    PART II ('CLOSED') AGENDA
    1.  FAMILY CENTRE LEASES

From a heading like this on, everything is exempt until a heading opens the meeting again. In doubt a paragraph is
exempt: what is closed by mistake can be opened by a person, what was open cannot be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.paragraph import Paragraph

CLOSED = r"(?:exempt|closed|private|confidential|restricted|not\s+for\s+publication)"
SESSION = r"(?:agenda|business|items?|session|minutes|matters?|reports?|information|part|appendix|appendices|annex)"

# Headings from which on a paper is closed.
CLOSES = re.compile(
    rf"^\W*(?:"
    rf"part\s+(?:2|ii|two|b)\b\W*(?:{CLOSED}|{SESSION}|press|public|$)"
    rf"|part\s+ii\b(?!\s+(?:of|paragraph|minutes\s+of)\b)"
    rf"|(?:strictly\s+)?{CLOSED}\s+{SESSION}\b(?!\W*(?:none|nil|n/a|not\s+applicable|no\b))"
    rf"|items?\s+(?:containing|considered|that\s+contain|involving)\s+(?:in\s+)?(?:exempt|confidential|private|the\s+absence)"
    rf"|not\s+for\s+publication\b"
    rf"|(?:the\s+)?(?:press\s+and\s+public|public\s+and\s+press|public)\s+(?:were\s+|was\s+)?excluded\b"
    rf"|(?:appendix|appendices|annex)\b[^.]{{0,80}}\b(?:exempt|confidential|not\s+for\s+publication|restricted)\b"
    rf")",
    re.IGNORECASE,
)
# Headings that say there is nothing closed, or that only speak of the closed part.
NOTHING = re.compile(r"\b(?:no|none|nil|not\s+applicable|n/a|without)\b", re.IGNORECASE)
# A standing item of agendas: it asks whether anything is to be closed.
ASKS = re.compile(
    r"\b(?:possible|potential)\s+exclusion\b|\bto\s+(?:consider|determine|identify|decide)\s+whether\b", re.IGNORECASE
)
ANSWERED = re.compile(
    r"^\W*(?:open|no|none|nil|n/a|not\s+applicable)\b.{0,40}$|^\W*there\s+(?:is|are|was|were)\s+(?:no|none)\b.{0,60}exempt",
    re.IGNORECASE,
)
OPENS = re.compile(
    r"^\W*(?:part\s+(?:1|i|one|a)\b(?!\s+of\b)|(?:unrestricted|open|public|non-exempt)\s+(?:items|session|business|part|agenda|minutes)\b"
    r"|(?:the\s+)?(?:press\s+and\s+public|public\s+and\s+press|public)\s+(?:were\s+|was\s+)?re-?admitted\b"
    r"|(?:the\s+)?(?:meeting|panel|committee|cabinet|board)\s+(?:then\s+)?(?:returned|resumed|moved)\s+(?:to|into|in)\s+(?:open|public)\s+session)",
    re.IGNORECASE,
)

PUBLIC = r"(?:the\s+)?(?:press\s+and\s+(?:the\s+)?public|public\s+and\s+(?:the\s+)?press|public|press)"
EXCLUSION = re.compile(
    rf"\b{PUBLIC}\s+(?:should\s+|be|were|was|had\s+been|have\s+been|are)(?:\s?now|\s?be)?\s*(?:then\s+)?(?:excluded|asked\s+to\s+leave)"
    rf"|\b(?:exclud(?:e|ed|ing)|exclusion\s+of)\s+(?:the\s+members\s+of\s+)?{PUBLIC}\b",
    re.IGNORECASE,
)
DECIDED = re.compile(r"\b(?:resolved|agreed|decided|moved|motion|that)\b|^\W*under\s+section\s+100a", re.IGNORECASE)
CONDITIONAL = re.compile(
    r"\b(?:if|should\s+(?:the\s+)?(?:members|panel|committee|cabinet|they)|whether|may\s+(?:wish|need)|might|would\s+need|in\s+the\s+event"
    r"|not\s+(?:considered\s+)?necessary|no\s+(?:exempt|part\s+ii|part\s+2|confidential|reason|need)|were\s+no\b|was\s+no\b|none)\b",
    re.IGNORECASE,
)
EXCLUSION_HEADING = re.compile(
    rf"^\W*(?:motion\s+(?:to|for)\s+)?(?:the\s+)?(?:exclu(?:sion\s+of|de)\s+)(?:the\s+)?{PUBLIC}", re.IGNORECASE
)

SCHEDULE = re.compile(
    r"\bparagraphs?\s+(?P<numbers>\d[\da-z]?(?:\s*(?:,|and|&|or|to|-)\s*\d[\da-z]?)*)\s*,?\s*(?:\([^)]{0,60}\)\s*)?"
    r"(?:of|in|under)\s+(?:part\s+(?:1|i|one)\s+(?:of\s+)?)?(?:the\s+)?schedule\s+12a",
    re.IGNORECASE,
)

SAYS = (
    r"(?:(?:security\s+|report\s+)?classification|status|publication|this\s+report\s+is|access\s+to\s+information)\W*"
)
SHUT = r"(?:(?:private\s+(?:and|&)\s+)?confidential|exempt|not\s+for\s+publication|restricted|official\W+sensitive)"
WHY = (
    r"(?:\W+(?:report|paper|item|information))?(?:[^\w?]*$|\W+(?:from\s+publication|by\s+(?:virtue|reason)|under|not\s+for|because"
    r"|as\s+it|paragraphs?|in\s+accordance)\b)"
)
# A paper that says at its head that it is closed as a whole. "Part 2" alone is the heading of a meeting's second part.
CLOSED_PAPER = re.compile(
    rf"^\W*(?:{SAYS})?(?:strictly\s+)?{SHUT}{WHY}|^\W*{SAYS}(?:closed|part\s+(?:2|ii|two)){WHY}", re.IGNORECASE
)
# The same as the head of a page, where "Part II" stands for its page.
CLOSED_PAGE = re.compile(rf"^\W*(?:{SAYS})?(?:closed|part\s+(?:2|ii|two)){WHY}", re.IGNORECASE)
ANSWER = re.compile(rf"^\W*(?:{SHUT}|closed|part\s+(?:2|ii|two)){WHY}", re.IGNORECASE)
HEAD = 25  # paragraphs that a paper's head may take
CLASSIFICATION = re.compile(
    r"^\W*(?:(?:security|report)\s+)?(?:classification|exempt\s+status|publication\s+status)\W*$", re.IGNORECASE
)


def with_parts(paragraphs: Sequence[Paragraph], closed_pages: frozenset[int] = frozenset()) -> tuple[Paragraph, ...]:
    """The paragraphs, each marked open or exempt; `closed_pages` are those whose head or foot says so."""
    if is_closed_paper(paragraphs):
        schedule = next((found for paragraph in paragraphs[:HEAD] if (found := schedule_in(paragraph.text))), None)
        return tuple(replace(paragraph, part="exempt", schedule=schedule) for paragraph in paragraphs)
    return tuple(fenced(paragraphs, closed_pages))


def is_closed_mark(text: str) -> bool:
    """Whether a running head or foot says that its page is closed.

    >>> is_closed_mark("NOT FOR PUBLICATION"), is_closed_mark("Exempt information is in a separate report")
    (True, False)
    """
    return len(text) < 160 and bool(CLOSED_PAPER.match(text) or CLOSED_PAGE.match(text))


def is_closed_paper(paragraphs: Sequence[Paragraph]) -> bool:
    numbered = next((place for place, each in enumerate(paragraphs) if each.label), HEAD)
    head = paragraphs[: min(HEAD, numbered)]
    for place, paragraph in enumerate(head):
        following = head[place + 1] if place + 1 < len(head) else None
        if CLOSED_PAPER.match(paragraph.text) and looks_like_mark(paragraph):
            return True
        if CLASSIFICATION.match(paragraph.text) and following and ANSWER.match(following.text):
            return True
    return False


def looks_like_mark(paragraph: Paragraph) -> bool:
    """Whether a paragraph is a mark and not a numbered item or a sentence of the text."""
    return not paragraph.label and paragraph.style != "bullet" and (len(paragraph.text) < 160 or paragraph.bold)


def fenced(paragraphs: Sequence[Paragraph], closed_pages: frozenset[int]) -> Iterator[Paragraph]:
    closed, schedule = False, None
    for place, paragraph in enumerate(paragraphs):
        found = schedule_in(paragraph.text)
        # An item that excludes the public is itself public: what follows it is not.
        shut_after = excludes(paragraph, paragraphs[place + 1 :])
        if is_title(paragraph) and OPENS.match(paragraph.text):
            closed, schedule = False, None
        elif closes(paragraph, paragraphs[place + 1 : place + 2]):
            closed = True
        schedule = found if found and (closed or shut_after) else schedule
        exempt = closed or any(page in closed_pages for page in pages_of(paragraph))
        yield replace(paragraph, part="exempt" if exempt else "open", schedule=schedule if exempt else found)
        closed = closed or shut_after


def closes(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a heading closes what follows it; one that asks, or is answered with "None", does not."""
    text = paragraph.text.rstrip()
    if not is_title(paragraph) or not CLOSES.match(text) or text.endswith("?"):
        return False
    if NOTHING.search(text) or ASKS.search(text):
        return False
    return not (following and ANSWERED.match(following[0].text))


def excludes(paragraph: Paragraph, following: Sequence[Paragraph]) -> bool:
    """Whether a paragraph excludes press and public from what follows it."""
    text = paragraph.text
    if is_title(paragraph) and EXCLUSION_HEADING.match(text):
        # The sentence below the heading says whether it was done; with none there, it is taken as done.
        below = next((each.text for each in following[:3] if each.style != "heading"), "")
        return not below or not (CONDITIONAL.search(below) or EXCLUSION.search(below))
    return bool(EXCLUSION.search(text) and DECIDED.search(text) and not CONDITIONAL.search(text))


def is_title(paragraph: Paragraph) -> bool:
    return paragraph.style == "heading" or (len(paragraph.text) <= 120 and not paragraph.text.rstrip().endswith(","))


def pages_of(paragraph: Paragraph) -> set[int]:
    return {box.page for box in paragraph.boxes} or {paragraph.page}


def schedule_in(text: str) -> str | None:
    """The paragraph of Schedule 12A that a text gives, as printed.

    >>> schedule_in("exempt under paragraphs 1 and 3 of Part 1 of Schedule 12A to the Act")
    '1 and 3'
    """
    found = SCHEDULE.search(text)
    return " ".join(found["numbers"].split()) if found else None
