"""Which body met, and when: what the front page of minutes and reports says of the meeting.

WEXCOMBE COUNTY COUNCIL
CHILDREN'S SERVICES CABINET PANEL
Minutes of the meeting held at County Hall on Wednesday, 12 May 2021
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reports.reading.dates import dates_in
from reports.reading.paragraph import Paragraph

WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b,?\s*)"
BODY_WORD = (
    r"(?:Panel|Committee|Sub-?\s?Committee|Cabinet|Executive|Board|Commission|Forum"
    r"|Council|Assembly|Partnership|Working\s+Group|Task\s+Group|Group)"
)
BODY = re.compile(rf"\b{BODY_WORD}\b", re.IGNORECASE)
# "Minutes of a meeting of the Cabinet held in the Council Chamber".
MEETING_OF = re.compile(
    r"\b(?:meeting|proceedings|minutes|notes)\s+of\s+(?:the\s+|a\s+|an\s+)?(?!meeting|proceedings)(?P<body>[A-Z](?:(?!\b(?:held|on|at|that|which|took)\b)[^.;:\d])"
    rf"{{2,110}}?)(?=\s*(?:,(?!(?:[\w\s'’&-]+,)*[\w\s'’&-]*\b{BODY_WORD}\b)|\.|\(|$"
    rf"|\b(?:held|on|at|in|that|which|took|commencing|will|shall|is)\b|\b{WEEKDAY}|\d))",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^\W*(?:(?:draft|unconfirmed|approved|confirmed|public|printed)\s+)*(?:(?:minutes|notes|record)\b\W*)?(?:of\b\W*)?(?:the\b|an?\b)?\W*(?:(?:special|extraordinary|joint|virtual)\s+)?"
    r"(?:meeting\b\W*)?(?:of\b\W*)?(?:the\b)?\W*",
    re.IGNORECASE,
)
COUNCIL_NAME = re.compile(
    r"\b(?:county|city|borough|district|metropolitan)\s+council\b|\blondon\s+borough\b|\broyal\s+borough\b"
    # A unitary council: "Wexcombe Council"; a council of children or of schools is a body.
    r"|^(?!full\b|youth\b|children|young\b)[\w'’-]+(?:\s+(?!in\b|for\b)[\w'’-]+){0,3}\s+council$",
    re.IGNORECASE,
)
SORT = r"(?:county|city|borough|district|metropolitan)"
TITLES = 6  # paragraphs in which a title that is not set as a heading is looked for
LETTER = re.compile(r"(?<![\w'’])[a-z]")
SMALL = frozenset(["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


@dataclass(frozen=True, slots=True)
class Gathering:
    """A meeting as a front page announces it: the body's name, the day (ISO), and the paragraphs that say so."""

    committee: str
    held_on: str | None
    paragraphs: tuple[Paragraph, ...]
    # mark where name and day stand together at the head, or in fields of it.
    basis: str = "mark"


def gathering(front: Sequence[Paragraph], whole: Sequence[Paragraph]) -> Gathering | None:
    """The meeting that a paper's first paragraphs name; `whole` is searched for the name in small letters."""
    found = named(front)
    if not found:
        return None
    name, paragraph = found
    # The council itself, met as a body, goes by its sort: "County Council".
    name = re.sub(rf"^(?:[\w'’.-]+\s+){{1,4}}?(?={SORT}\s+Council$)", "", name, flags=re.IGNORECASE)
    place = front.index(paragraph)
    # The day stands with the name or soon after it; failing that, anywhere on the front page.
    for at, candidate in enumerate((*front[place : place + 5], *front)):
        if day := first_day(candidate.text):
            used = (paragraph,) if candidate is paragraph else (candidate, paragraph)
            return Gathering(as_elsewhere(name, whole), day, used, "mark" if at < 5 else "place")
    return Gathering(as_elsewhere(name, whole), None, (paragraph,), "place")


def named(front: Sequence[Paragraph]) -> tuple[str, Paragraph] | None:
    """The body's name and where it is printed: a heading before a sentence, a panel before the council itself."""
    headings = [(body_in_heading(front, place), paragraph) for place, paragraph in enumerate(front)]
    told = [(body_in_sentence(paragraph.text), paragraph) for paragraph in front]
    candidates = [(name, paragraph) for name, paragraph in (*headings, *told) if name]
    specific = [each for each in candidates if not COUNCIL_NAME.search(each[0])]
    return next(iter(specific or candidates), None)


def body_in_heading(front: Sequence[Paragraph], place: int) -> str | None:
    paragraph = front[place]
    if paragraph.label or not (paragraph.style in ("heading", "row") or is_plain_title(paragraph, place)):
        return None
    name = stripped(paragraph.text)
    following = front[place + 1] if place + 1 < len(front) else None
    if (
        name
        and not BODY.search(name)
        and following
        and LEAD.match(paragraph.text)
        and "minutes" in paragraph.text.lower()
    ):
        # A long name may fill two headings.
        name = (
            f"{name} {stripped(following.text)}"
            if following.style == "heading" and BODY.search(following.text)
            else name
        )
    return name if name and is_body(name) else None


def is_plain_title(paragraph: Paragraph, place: int) -> bool:
    """Whether a paragraph among the first is a title that is not set as one: a few words, no sentence, no field."""
    text = paragraph.text
    return (
        paragraph.style == "paragraph"
        and place < TITLES
        and len(text) < 90
        and not re.search(r"[:,]|[.;]$|\bleader\b", text, re.I)
    )


def is_body(name: str) -> bool:
    """Whether a heading is the name of a body and nothing more.

    >>> is_body("Children's Services Cabinet Panel"), is_body("MEMBERS OF THE PANEL"), is_body("Executive Member")
    (True, False, False)
    """
    # "Scrutiny Committee (Children)" ends with its subject.
    last = re.search(rf"\b{BODY_WORD}\W*(?:\([A-Z][^()]{{2,50}}\)\W*)?$", name, re.IGNORECASE)
    begins = re.match(
        rf"(?:Cabinet|Executive|Council|County\s+Council|Full\s+Council|{BODY_WORD}\s+(?:for|on)\s)",
        name,
        re.IGNORECASE,
    )
    whole = last or (begins and re.match(rf"{BODY_WORD}\s+(?:for|on)\s", name, re.IGNORECASE))
    return (
        bool(whole)
        and len(name) <= 110
        and not re.match(r"(?:other\s+)?(?:members?|membership|notice|present|to|from|for|by)\b", name, re.IGNORECASE)
    )


def body_in_sentence(text: str) -> str | None:
    """
    >>> body_in_sentence("MINUTES of a meeting of the Cabinet held in the Council Chamber on 9 May 2021")
    'Cabinet'
    """
    for found in MEETING_OF.finditer(text):
        name = stripped(found["body"])
        if BODY.search(name):
            cut = re.match(
                rf".*?\b{BODY_WORD}\b(?:\s+(?:Cabinet\s+)?(?:Panel|Committee|Board|Group))*", name, re.IGNORECASE
            )
            name = cut[0] if cut else name
            # "Cabinet Panel" ends with its last body word.
            return name.strip(" ,-–")
    return None


def stripped(text: str) -> str:
    """A heading without "minutes of", dates and hours.

    >>> stripped("CHILDREN'S SERVICES CABINET PANEL WEDNESDAY, 12 MAY 2021 at 10.00 am")
    "CHILDREN'S SERVICES CABINET PANEL"
    """
    for found in reversed(dates_in(text)):
        text = text[: found.start] + "|" + text[found.end :]
    text = text.split("|")[0] if text.split("|")[0].strip(" -–,") else text.replace("|", " ")
    text = re.sub(rf"\W+(?:held\s+)?(?:on\s+)?{WEEKDAY}?\W*$", "", text + " ", flags=re.IGNORECASE)
    # "Children's Committee: Minutes" is headed by its name.
    text = re.sub(r"\W+(?:(?:draft|public)\W+)?minutes\W*$", "", text, flags=re.IGNORECASE)
    text = re.sub(r"\s+meeting$", "", LEAD.sub("", text, count=1).strip(" -–,:."), flags=re.IGNORECASE)
    return f"{text})" if text.count("(") > text.count(")") else text


def first_day(text: str) -> str | None:
    return next((found.iso for found in dates_in(text) if found.precision == "day"), None)


def as_elsewhere(name: str, paragraphs: Sequence[Paragraph]) -> str:
    """A name in capitals as the text spells it where it does, else with small letters."""
    if not name.isupper():
        return " ".join(name.split())
    pattern = re.compile(
        r"\b" + r"\s+".join(re.escape(word) for word in name.split()).replace("'", "['’]").replace("’", "['’]"),
        re.IGNORECASE,
    )
    for paragraph in paragraphs:
        for found in pattern.finditer(paragraph.text):
            if not found[0].isupper() and found[0][0].isupper():
                return " ".join(found[0].split())
    return in_small_letters(name)


def in_small_letters(name: str) -> str:
    """
    >>> in_small_letters("CHILDREN'S SERVICES AND SKILLS PANEL")
    "Children's Services and Skills Panel"
    >>> in_small_letters("SCRUTINY BOARD (CHILDREN)")
    'Scrutiny Board (Children)'
    """
    words = name.lower().split()
    return " ".join(
        word if place and word in SMALL else LETTER.sub(lambda at: at[0].upper(), word, count=1)
        for place, word in enumerate(words)
    )
