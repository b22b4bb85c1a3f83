"""Who was there: the lists at the head of minutes, apologies and substitutes wherever they are told.

MEMBERS OF THE PANEL
A Brindle, P J Harkwell (Chair), B Sandiforth (substitute for G Tolland)
Apologies for absence were received from Councillor R Castellow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reports.reading.facts import Attendance
from reports.reading.names import Person, people, person_in, without_title
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import sentences, source_of
from reports.reading.votes import same_person

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
_HEADS = tuple((role, re.compile(rf"^\W*(?:{pattern})\W*(?:[:\-–]+\W*|$)", re.IGNORECASE)) for role, pattern in HEADS)

# Offices told behind a name. The first line that fits decides.
NOTES: tuple[tuple[str, str], ...] = (
    ("apologies", r"^(?:apologies|absent)\b"),
    ("vice_chair", r"^(?:vice|deputy)[\s-]*chair(?:man|woman|person)?\b"),
    (
        "chair",
        r"\bin\s+the\s+chair\b|^(?:the\s+)?chair(?:man|woman|person)?(?!\s+of\b)\b|\bpresiding\b|\b(?:and|&)\s+chair(?:man|woman|person)?$|^chair\b(?!.*\bof\b)",
    ),
    ("substitute", r"\bsubstitut(?:e|ing|ed)\b|\bdeputising\b|\breplac(?:ing|ement)\b"),
)
_NOTES = tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in NOTES)
FOR_WHOM = re.compile(
    r"\b(?:substitut(?:e|ing)\s+for|deputising\s+for|replacing|in\s+place\s+of|for)\s+(?P<name>.+)$", re.IGNORECASE
)
# "(* = present)": in a list so marked the others were away.
STARRED = re.compile(
    r"\*\s*(?:=|:|[-–]|denotes|indicates|shows|means)?\s*(?:(?:member|councillor)s?\s+)?(?:present|attended|in\s+attendance|attendance)\b"
    r"|\b(?:present|attended|attendance)\b[^.]{0,40}\bmarked\b[^.]{0,20}\*",
    re.IGNORECASE,
)
BY_WHOM = re.compile(r"\bsubstituted\s+by\s+(?P<name>.+)$", re.IGNORECASE)
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

APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b(?:\s+for\s+(?:absence|lateness|non-attendance))?[^.]{0,50}?\b(?:from|on\s+behalf\s+of|by|for)\s+(?P<names>.+)",
    re.IGNORECASE,
)
SUBSTITUTED = re.compile(
    r"(?P<name>[^.;,]{3,60}?)\s+(?:(?:had\s+)?(?:attended|attending|was\s+(?:present|attending|in\s+attendance)|acted)\s+)?(?:as\s+(?:a\s+|an\s+|his\s+|her\s+|the\s+)?)?"
    r"(?:substitut(?:e|ed|ing)|deputised|deputising)(?:\s+(?:for|on\s+behalf\s+of)\s+(?P<absent>[^.;,]{3,60}))?\s*(?:[.;,]|$)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody in a list at the head of minutes, with the role that the list and the note give."""

    person: Person
    role: str
    paragraph: Paragraph


def attendance(
    front: Sequence[Paragraph], rest: Sequence[Paragraph], committee: str | None, held_on: str | None
) -> list[Attendance]:
    """Everybody who was at a meeting or sent apologies, each once."""
    found: list[Attendance] = []
    for listed in listed_in(front):
        for one in facts_of(listed, committee, held_on):
            found = with_listed(found, one)
    for paragraph in [*front, *rest]:
        found = with_told(found, paragraph, committee, held_on)
    return [with_whole_name(one, found) for one in found]


def with_whole_name(one: Attendance, found: Iterable[Attendance]) -> Attendance:
    """A substitute with the name of the absent member as the list of apologies prints it: "Squire" is M Squire."""
    if not one.substitute_for:
        return one
    whole = {other.name for other in found if other.role == "apologies" and same_person(other.name, one.substitute_for)}
    longer = [name for name in whole if len(name) > len(one.substitute_for)]
    return replace(one, substitute_for=longer[0]) if len(whole) == 1 and longer else one


def listed_in(front: Iterable[Paragraph]) -> Iterator[Listed]:
    """The people of the lists at the head of minutes; a list goes on until another begins or prose follows."""
    role: str | None = None
    front = list(front)
    starred = any(STARRED.search(paragraph.text) for paragraph in front)
    for paragraph in front:
        if role and (person := in_row(paragraph)):
            yield Listed(person, role_of(person, role), paragraph)
            continue
        for text in paragraph.cells or (paragraph.text,):
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
                role, text = head
            named = people(text)
            if role and named and (head or is_list(text, named)):
                yield from (Listed(person, role_of(person, role), paragraph) for person in named)
            elif not head and text.strip() and role and not named and len(text) > 60:
                role = None


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
        return next((told for told, pattern in _NOTES if pattern.search(note)), role)
    if role == "in_attendance" and STAFF.search(note) and not MEMBER_OFFICE.search(note):
        return "officer"
    return role


def facts_of(listed: Listed, committee: str | None, held_on: str | None) -> Iterator[Attendance]:
    """One listed person as a fact; two where the note names a substitute."""
    note = listed.person.note or ""
    behalf = FOR_WHOM.search(note) if listed.role == "substitute" else None
    by = BY_WHOM.search(note)
    fact = Attendance(
        committee=committee,
        held_on=held_on,
        name=listed.person.name,
        role="apologies" if by else listed.role,
        substitute_for=without_title(behalf["name"]) if behalf else None,
        virtual=True if VIRTUAL.search(note) else None,
        source=source_of(
            listed.paragraph,
            listed.person.name if listed.person.name in listed.paragraph.text else listed.paragraph.text,
        ),
    )
    yield fact
    if by:
        yield replace(fact, name=without_title(by["name"]), role="substitute", substitute_for=fact.name)


def with_listed(found: list[Attendance], one: Attendance) -> list[Attendance]:
    """The list with one more; who is listed twice stays once, as the substitute that the second list makes of them."""
    if all(other.name != one.name for other in found):
        return [*found, one]
    if not one.substitute_for:
        return found
    return [
        replace(other, role="substitute", substitute_for=one.substitute_for)
        if other.name == one.name and other.role == "member"
        else other
        for other in found
    ]


def with_told(
    found: list[Attendance], paragraph: Paragraph, committee: str | None, held_on: str | None
) -> list[Attendance]:
    """The list with what a paragraph tells of apologies, substitutes and those who joined from elsewhere."""
    here: list[Person] = []
    for sentence in sentences(paragraph.text):
        apologies = APOLOGIES.search(sentence.text)
        absent = people(clause(apologies["names"])) if apologies else []
        here += absent
        for person in absent:
            if not any(same_person(person.name, other.name) for other in found):
                source = source_of(paragraph, sentence.text)
                away = Attendance(
                    committee=committee, held_on=held_on, name=person.name, role="apologies", source=source
                )
                found = [*found, away]
                if by := BY_WHOM.search(person.note or ""):
                    name = without_title(by["name"])
                    found = [one for one in found if not same_person(one.name, name)]
                    found.append(replace(away, name=name, role="substitute", substitute_for=person.name))
        for substituted in substitutes_in(sentence.text, bool(apologies)):
            found = [as_substitute(one, substituted, here) for one in found]
        if VIRTUAL.search(sentence.text) and re.search(r"\battend|\bjoin|\bpresent\b", sentence.text, re.IGNORECASE):
            joined = people(re.split(r"\s+(?:were|was|attended|joined|had|also|present)\b", sentence.text)[0])
            found = [
                replace(one, virtual=True) if any(same_person(one.name, person.name) for person in joined) else one
                for one in found
            ]
    return found


def clause(names: str) -> str:
    """The names up to the end of their clause.

    >>> clause("Mr R Castellow OBE and Ms K Imbrey, who was unwell.")
    'Mr R Castellow OBE and Ms K Imbrey'
    """
    return re.split(
        r",?\s+(?:who|with|for\s+whom|and\s+it|due|because|as\s+they|that)\b|(?<=\w{3})\.(?:\s|$)|;", names
    )[0].rstrip(".")


def substitutes_in(sentence: str, apologies: bool) -> Iterator[re.Match[str]]:
    """Where a sentence says who stood in; one of apologies says so in brackets only: "(A Brindle substituting)"."""
    told = re.findall(r"\(([^()]+)\)", sentence) + ([] if apologies else [sentence])
    yield from (found for text in told if (found := SUBSTITUTED.search(text)))


def as_substitute(one: Attendance, told: re.Match[str], absent: Sequence[Person]) -> Attendance:
    """The person as a substitute where the sentence is of that person; for whom, if the paragraph names one absent."""
    name = without_title(re.split(r"\b(?:that|and)\s+", told["name"])[-1])
    if one.role not in ("member", "substitute") or not same_person(one.name, name):
        return one
    only = absent[0].name if len(absent) == 1 else None
    return replace(one, role="substitute", substitute_for=without_title(told["absent"]) if told["absent"] else only)
