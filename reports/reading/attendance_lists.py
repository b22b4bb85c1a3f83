"""The lists of people at the head of minutes: which words head them, who is in them and in which role.

MEMBERS OF THE PANEL
A Brindle, P J Harkwell (Chair), B Sandiforth (substitute for G Tolland)
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reports.reading.names import TITLES, Person, are_entries, people, person_in
from reports.reading.paragraph import Paragraph

# Words that head a list, and what those listed were. The first line that fits decides.
HEADS: tuple[tuple[str, str], ...] = (
    ("apologies", r"apolog(?:y|ies)(?:\s+for\s+absence)?(?:\s+received)?|absent|absences|not\s+present"),
    (
        "officer",
        r"(?:council\s+|other\s+)?officers?"
        r"(?:\s+(?:present|in\s+attendance"
        r"|attending|also\s+present))?|staff(?:\s+present)?",
    ),
    (
        "in_attendance",
        r"(?:other\s+)?(?:members?|councillors?)\s+(?:also\s+)?(?:in\s+attendance|attending)|also\s+(?:present|in\s+attendance|attending|attended|there)"
        r"|(?:(?:also|others?)\s+)?(?:attended|joined)\s+by|others?\s+who\s+attended"
        # Members who are not of the committee may speak at it.
        r"|(?:other\s+)?(?:members?|councillors?)\s+(?:also\s+)?(?:attending|present|in\s+attendance)\s+(?:in\s+accordance\s+with|under)\s+(?:standing\s+orders?|procedure\s+rules?|rules?)[\w\s().,]{0,40}"
        r"|in\s+attendance|others?\s+(?:present|in\s+attendance|attending)|(?:other\s+)?(?:invitees|guests|observers?|visitors)"
        r"|by\s+invitation|witnesses|other\s+members(?:\s+present)?|executive\s+members?(?:\s+present)?|cabinet\s+members?\s+(?:present|in\s+attendance)",
    ),
    ("substitute", r"substitutes?(?:\s+(?:members?|present))?"),
    ("vice_chair", r"vice-?\s?chair(?:man|woman|person)?"),
    ("chair", r"chair\s?(?:man|woman|person)?"),
    (
        "member",
        r"(?:(?:voting|panel|committee|board|commission|sub-?committee|forum|group|council|substitute|elected|co-?opted|non-voting|cabinet|core)\s+)*members?(?:\s+(?:present|attending|of\s+(?:the\s+)?[\w\s'’]{3,60}))?"
        r"|present|attendance|attendees|councillors?(?:\s+present)?|those\s+present|membership|in\s+the\s+room|co-?optees",
    ),
)
# "Also in attendance (virtually):"
HOW = (
    r"(?:\s*\(?\s*(?:attending\s+|present\s+|joining\s+)?(?:virtual(?:ly)?|remote(?:ly)?|online|by\s+video(?:\s*link)?"
    r"|via\s+(?:\w+\s+)?(?:teams|zoom|video))\s*\)?)?"
)
_HEADS = tuple(
    (role, re.compile(rf"^\W*(?:{pattern}){HOW}\W*(?:[:\-–]+\W*|$)", re.IGNORECASE)) for role, pattern in HEADS
)
# Where one paragraph holds several lists: "Present: A Brindle, T Rowsell. Apologies: K Imbrey".
ANOTHER_HEAD = re.compile(
    r"(?<=[\w).])[.;]?\s+(?=(?:co-?opted\s+members?|officers?(?:\s+(?:present|in\s+attendance))?|(?:also\s+)?in\s+attendance|also\s+present"
    r"|apologies(?:\s+for\s+absence)?|substitutes?|observers?)\s*:)",
    re.IGNORECASE,
)
LONGEST_NAME = 90
# Offices told behind a name. The first line that fits decides.
NOTES: tuple[tuple[str, str], ...] = (
    ("apologies", r"^(?:apologies|absent)\b"),
    ("vice_chair", r"^(?:vice|deputy)[\s-]*(?:(?:lord\s+)?mayor|chair(?:man|woman|person)?)\b"),
    (
        "chair",
        r"\bin\s+the\s+chair\b|^(?:the\s+)?chair(?:man|woman|person)?(?!\s+of\b)\b|\bpresiding\b|\b(?:and|&)\s+chair(?:man|woman|person)?$|^chair\b(?!.*\bof\b)"
        # The mayor of a borough or city chairs its council.
        r"|^(?:the\s+)?(?:right\s+worshipful\s+)?(?:the\s+)?(?:lord\s+|civic\s+)?mayor$",
    ),
    ("substitute", r"\bsubstitut(?:e|ing|ed)\b|\bdeputising\b|\breplac(?:ing|ement)\b"),
)
_NOTES = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in NOTES)
# "(* = present)": in a list so marked the others were away.
STARRED = re.compile(
    r"\*\s*(?:=|:|[-–]|denotes|indicates|shows|means)?\s*(?:(?:member|councillor)s?\s+)?(?:present|attended|in\s+attendance|attendance)\b"
    r"|\b(?:present|attended|attendance)\b[^.]{0,40}\bmarked\b[^.]{0,20}\*",
    re.IGNORECASE,
)
# "(* = present, r = attended remotely)": what a letter before a name means.
MEANING = re.compile(
    r"(?:^|[\s(,;])(?P<mark>[A-Za-z*†#+^~])\s*(?:=|[-–:]|denotes|indicates|means)\s*(?P<meaning>[a-z][\w\s]{3,40}?)(?=[,;.)]|$)",
    re.IGNORECASE,
)
VIRTUAL = re.compile(
    r"\b(?:virtual(?:ly)?|remote(?:ly)?|online|via\s+(?:teams|zoom|video)|by\s+(?:video|telephone|phone)|video\s*link)\b",
    re.IGNORECASE,
)
# An office of the council's staff, which "in attendance" alone does not tell.
STAFF = re.compile(
    r"\b(?:director|head\s+of|manager|officer|solicitor|lawyer|clerk|chief\s+executive|democratic|assistant|adviser|advisor|counsel|principal|analyst"
    r"|co-?ordinator|accountant|social\s+worker|legal|governance|commissioner)\b(?!\s+of\s+police)",
    re.IGNORECASE,
)
MEMBER_OFFICE = re.compile(
    r"\b(?:executive|cabinet|portfolio|lead|deputy\s+cabinet)\s+(?:member|holder)|\bleader\s+of\b|\bcouncillor\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in a list at the head of minutes, with the role that the list and the note give."""

    person: Person
    role: str
    paragraph: Paragraph
    virtual: bool = False


def listed_in(front: Iterable[Paragraph]) -> Iterator[Listed]:
    """The people of the lists at the head of minutes; a list goes on until another begins or prose follows."""
    role: str | None = None
    virtual = False
    front = list(front)
    starred = any(STARRED.search(paragraph.text) for paragraph in front)
    meanings = meanings_in(front) if starred else {}
    for paragraph in front:
        if role and (marked := marked_in(paragraph, role, meanings)):
            yield marked
            continue
        if role and (person := in_row(paragraph)):
            yield Listed(person, role_of(person, role), paragraph, virtual)
            continue
        if role and is_divider(paragraph):
            role = None
        for text in paragraph.cells or ANOTHER_HEAD.split(paragraph.text):
            # The reader takes a star before a name for a bullet.
            if (
                starred
                and role in ("member", "chair", "vice_chair")
                and paragraph.style != "bullet"
                and "*" not in text
            ):
                named = people(text)
                if named and not headed(text) and is_list(text, named):
                    continue
            head = headed(text)
            if head:
                virtual = bool(VIRTUAL.search(text.removesuffix(head[1])))
                role, text = head
            named = people(text)
            if role and named and (head or is_list(text, named)):
                yield from (Listed(person, role_of(person, role), paragraph, virtual) for person in named)
            elif not head and text.strip() and role and not named and len(text) > 60:
                role = None


def meanings_in(front: Iterable[Paragraph]) -> dict[str, str]:
    """What the letters before names mean, by the line that explains them."""
    explained = [paragraph.text for paragraph in front if STARRED.search(paragraph.text)]
    return {found["mark"]: found["meaning"].lower() for text in explained for found in MEANING.finditer(text)}


def marked_in(paragraph: Paragraph, role: str, meanings: dict[str, str]) -> Listed | None:
    """Somebody before whose name a letter stands that the minutes explain: "r  A Brindle" attended remotely."""
    mark, name = paragraph.label, paragraph.text
    if len(paragraph.cells) == 2:
        mark, name = paragraph.cells
    meaning = meanings.get((mark or "").strip(" .()"))
    person = person_in(name) if meaning and len(name) < LONGEST_NAME else None
    if not person or meaning is None:
        return None
    if re.search(r"\b(?:apolog\w+|absent|not\s+present)\b", meaning):
        return Listed(person, "apologies", paragraph)
    return Listed(person, role_of(person, role), paragraph, bool(VIRTUAL.search(meaning)))


def heard_in(items: Iterable[Sequence[Paragraph]]) -> Iterator[Listed]:
    """The people of lists that stand within items of business: "Witnesses:" or "Also in attendance:" and names below.

    items: the paragraphs of each item.
    """
    for paragraphs in items:
        for place, paragraph in enumerate(paragraphs):
            head = headed(paragraph.text) if not paragraph.cells else None
            if not head or head[0] not in ("in_attendance", "officer"):
                continue
            below = 0 if head[1] else names_below(paragraphs[place + 1 :])
            yield from listed_in(paragraphs[place : place + 1 + below])


def is_next_listed(cells: Sequence[str], line: str) -> bool:
    """Whether a line in a table's last cell is the next of a list of people, whose head stands in the first.

    >>> is_next_listed(("Present:", "Cllr A Brindle (Leader)"), "Cllr T Rowsell (Cabinet Member for Education)")
    True
    >>> is_next_listed(("Contact:", "Cllr A Brindle (Leader)"), "Cllr T Rowsell (Cabinet Member for Education)")
    False
    """
    return len(cells) == 2 and bool(headed(cells[0])) and are_entries(cells[1], line)


def is_attendance(cells: Sequence[Sequence[Paragraph]]) -> bool:
    """Whether a row of a Word table holds a list of people, a paragraph for each, beside the words that head it."""
    if len(cells) != 2 or len(cells[0]) != 1 or len(cells[1]) < 2 or not headed(cells[0][0].text):
        return False
    return all(is_list(each.text, named) for each in cells[1] if (named := people(each.text)) or each.text)


def names_below(paragraphs: Sequence[Paragraph]) -> int:
    """How many paragraphs at once are lists of people."""
    for place, paragraph in enumerate(paragraphs):
        named = people(paragraph.text)
        if paragraph.cells or headed(paragraph.text) or not named or not is_list(paragraph.text, named):
            return place
    return len(paragraphs)


def is_divider(paragraph: Paragraph) -> bool:
    """Whether a heading in capitals divides the paper: "KEY DECISIONS" below a list names nobody."""
    text = paragraph.text
    return paragraph.style == "heading" and text.isupper() and not headed(text) and not TITLES.match(text)


def headed(text: str) -> tuple[str, str] | None:
    """The role that a text's first words give those it lists, and the list.

    >>> headed("ALSO PRESENT: Councillor H Wyecroft")
    ('in_attendance', 'Councillor H Wyecroft')
    >>> headed("Councillor H Wyecroft spoke")
    """
    for role, pattern in _HEADS:
        found = pattern.match(text)
        # "Councillors A Brindle and T Rowsell" is a list without a head of its own.
        if found and (":" in found[0] or "-" in found[0] or "–" in found[0] or found.end() == len(text)):
            return role, text[found.end() :]
    return None


def in_row(paragraph: Paragraph) -> Person | None:
    """The person of a table's row: the name in its first cell, what they are in the others.

    >>> in_row(Paragraph(ordinal=0, page=1, text="", style="row", cells=("Cllr A Brindle", "Vice-Chair")))
    Person(name='A Brindle', note='Vice-Chair')
    """
    if len(paragraph.cells) < 2 or headed(paragraph.cells[0]):
        return None
    person, notes = person_in(paragraph.cells[0]), paragraph.cells[1:]
    if not person or any(person_in(note) for note in notes) or any(len(note) > 90 for note in notes):
        return None
    told = [note for note in (person.note, *notes) if note]
    return Person(person.name, "; ".join(told).replace("(", "; ").replace(")", ""))


def is_list(text: str, named: Sequence[Person]) -> bool:
    """Whether a text is a list of people and little else: prose has more words for each name."""
    if len(named) == 1 and named[0].note and not text.rstrip().endswith(".") and len(text) < 120:
        # One person with a long office: "Jo Field, Director of Children, Families and Skills".
        return text.startswith(named[0].name) or bool(re.match(r"\W*\w+\W+" + re.escape(named[0].name), text))
    words = len(re.sub(r"\([^)]*\)", "", text).split())
    return words <= 6 * len(named) + 2


def role_of(person: Person, role: str) -> str:
    """What somebody was, by the note behind the name before the list's own head.

    >>> role_of(Person("P J Harkwell", "Chair"), "member"), role_of(Person("Ruth Cambery", "Director"), "in_attendance")
    ('chair', 'officer')
    """
    note = person.note or ""
    if role in ("member", "substitute", "chair", "vice_chair"):
        return next((told for told, pattern in _NOTES if any(map(pattern.search, note.split("; ")))), role)
    if role == "in_attendance" and STAFF.search(note) and not MEMBER_OFFICE.search(note):
        return "officer"
    return role
