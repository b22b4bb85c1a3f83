"""A whole reading of a document: its facts, its papers, what to look at first, and why a file cannot be read."""

from __future__ import annotations

from dataclasses import dataclass, field

from reports.reading.facts import Fact, Problem
from reports.reading.paragraph import Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """One paper of a pack: an agenda's own pages, a report or the minutes that go with it.

    `kind` is None where no kind fits; `item` is the number of the agenda's item that it is for; first_page and
    last_page count from 1 in the file; `first` and `last` are the ordinals of its first and last paragraph.
    """

    kind: str | None = None
    kind_label: str | None = None
    item: str | None = None
    title: str | None = None
    date: str | None = None
    first_page: int
    last_page: int
    first: int
    last: int


# What a person must see before a document is published, and in which words.
FLAGS = {
    "covered_text": "Text under a filled box",
    "white_text": "Text in the colour of the page",
    "off_page_text": "Text outside the page",
    "invisible_text": "Invisible text",
    "tracked_changes": "Tracked changes",
    "hidden_text": "Hidden text",
    "comments": "Comments",
    "embedded_files": "Embedded files",
    "superseded_revisions": "Earlier versions inside the file",
    "scripts": "Scripts",
    "nhs_number": "NHS number",
    "upn": "Unique pupil number",
    "date_of_birth": "Date of birth",
    "telephone": "Private telephone number",
    "private_email": "Private e-mail address",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """Something in the file that could harm somebody when the document is published.

    `sort` is one of FLAGS; `message` one plain sentence that does not repeat what is hidden or private; `page` and
    `passage` (a paragraph's ordinal) say where, None for the file as a whole or for text that is no paragraph.
    """

    sort: str
    message: str
    page: int | None = None
    passage: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was read in one document; `kind` is None where no kind fits.

    acronyms: short forms that the document itself explains (`WSCB`: `Wexcombe Safeguarding Children's Board`).
    page_sizes: width and height of each page in points; empty for Word files.
    enclosures: the papers of a pack in their order; empty for a document that is one paper.
    flags: what a person must see before the document is published.
    """

    kind: str | None
    kind_label: str | None
    title: str | None
    council: str | None
    date: str | None
    pages: int
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    acronyms: dict[str, str] = field(default_factory=dict)
    page_sizes: tuple[tuple[float, float], ...] = ()
    by_hand: str | None = None  # why a person must check the text itself, in one sentence
    enclosures: tuple[Enclosure, ...] = ()
    flags: tuple[Flag, ...] = ()


class Unreadable(Exception):
    """A file that cannot be read. `state` is one of REFUSALS; str() is a sentence for the person who uploaded it."""

    def __init__(self, state: str, message: str) -> None:
        super().__init__(message)
        self.state = state


REFUSALS = ("encrypted", "damaged", "no_text", "too_large", "too_long", "not_a_document")
