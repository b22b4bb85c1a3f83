"""People as minutes name them: in lists, with titles before and offices behind.

>>> [(person.name, person.note) for person in people("Cllr A Brindle, Mrs P J Harkwell (Chair) and T Rowsell OBE")]
[('A Brindle', None), ('P J Harkwell', 'Chair'), ('T Rowsell', None)]
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

TITLE = (
    r"(?:The\s+)?(?:Right\s+Hon(?:ourable)?\.?\s+|Rt\.?\s+Hon\.?\s+)?(?:Councillors?|Cllrs?\.?|County\s+Councillors?|Alderm[ae]n|Mr|Mrs|Ms|Miss|Mx|Dr"
    r"|Messrs|Sir|Dame|Lord|Lady|Baroness|Prof(?:essor)?|Rev(?:erend|d)?|Canon|Father|Fr|Cabinet\s+Member|(?:(?:Co-?opted|Independent|Lay)\s+)?Members?)\b\.?"
)
TITLES = re.compile(rf"^(?:{TITLE}\s*:?\s*)+", re.IGNORECASE)
HONOURS = re.compile(r"(?:[\s,]+(?:OBE|MBE|CBE|KBE|BEM|JP|DL|QC|KC|MP|FRSA|TD|CC|BA|MA|BSc|MSc|PhD)\b)+\.?$")

# A bare capital is a word already: to be both would make a long row of them take ages.
INITIAL = r"(?:[A-Z]\.|[a-z]\.?)"
WORD = r"(?:(?:O|D|L)['’])?(?:Mac|Mc|De|Di|La|Le|Fitz)?[A-Z][a-zA-Zéèëöüçñáí'’]*(?:-[A-Z]?[a-zA-Z'’]+)*"
PARTICLE = r"(?:de|da|van|von|der|den|du|la|le|el|al|bin|ap|St\.?)"
# Initials or first names, then a surname: "P J Harkwell", "Anjali Sarvan", "t Rowsell", "O'Neill".
NAME = re.compile(rf"(?:(?:{INITIAL}|{WORD})\s+)*(?:{PARTICLE}\s+)*{WORD}")

# A parenthesis is part of its person; what separates people is outside of it.
SEPARATOR = re.compile(r"(?:\s*[,;•\n]\s*(?:and\s+)?|\s+(?:and|&)\s+|\t+)(?![^()]*\))", re.IGNORECASE)
NOTE = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)?)[)\]]\s*")
DASHED = re.compile(r"\s+[-–—]\s*(?P<inside>[^,;]+)$")

# A title for all who follow.
PLURAL = re.compile(r"^\W*(?:County\s+)?(?:Councillors|Cllrs|Messrs)\b", re.IGNORECASE)
SURNAME = re.compile(
    rf"\s*(?P<name>{WORD})(?:\s+(?:OBE|MBE|CBE|JP|DL|QC|KC))*\s*(?:[(\[](?P<note>[^()\[\]]{{2,80}})[)\]])?[\s.*]*"
)
# "B Sandiforth for P J Harkwell", "T Rowsell substituting for C Penfleet".
FOR_ANOTHER = re.compile(
    r"^(?P<name>[A-Z][^()]{2,40}?)\s+(?:\(?(?:as\s+)?substitut(?:e|ing)\s+)?(?:for|in\s+place\s+of|vice)\s+(?P<absent>(?:[A-Z]\w*\.?\s+){0,4}[A-Z][\w'’-]+)$"
)

# "G Tolland, substituted by R Castellow".
INSTEAD = re.compile(
    r"\s*(?:(?:who\s+was\s+)?(?:substituted|replaced|represented)\s+by|deputised\s+by)\s", re.IGNORECASE
)
NOBODY = re.compile(
    r"\b(?:none|nil|no\s+apologies|apolog(?:y|ies)|absence|received|there\s+(?:were|was)|the\s+meeting|panel|committee|council|board|item|agenda"
    r"|(?:available|background)\s+(?:papers|documents)|present|attendance|members?|vacancy|services?|department|team|school|trust|office|items?|unrestricted|business"
    r"|declarations?|interests?|minutes)\b"
    r"|^(?:part|section|appendix|annex|schedule)\s+(?:[ivx]+|\d+|[a-z])$",
    re.IGNORECASE,
)
# Words of an office that a list puts behind a name with a mere comma.
OFFICE = re.compile(
    r"\b(?:director|head|manager|officer|solicitor|lawyer|clerk|executive|leader|assistant|adviser|advisor|lead|co-?ordinator|commissioner"
    r"|worker|accountant|consultant|headteacher|head\s*teacher|analyst|chief|deputy|representative|governor|counsel|secretary|engineer|minister"
    r"|member|portfolio|chair(?:man|woman|person)?|observer|support|planner|partner|treasurer|inspector|services?|business|finance|education"
    r"|children|families|commissioning|performance|democratic|governance|legal"
    # Whom somebody speaks for: "Amy Loder, Parent Carer Forum".
    r"|voice|forum|network|association|partnership|healthwatch|alliance|federation|union|charity|foundation|nhs|police|constabulary"
    r"|college|academy|university|diocese)\b",
    re.IGNORECASE,
)

# "The Lord Mayor (Councillor A Brindle)", "The Chair: Councillor A Brindle": the office first.
PRESIDES = (
    r"(?:the\s+)?(?:right\s+worshipful\s+|worshipful\s+)?(?:the\s+)?(?P<office>(?:(?:vice|deputy)[\s-]*)?"
    r"(?:(?:lord\s+|civic\s+)?mayor|chair(?:man|woman|person)?|provost|convener))(?:\s+of\s+the\s+council)?"
)
OFFICE_ALONE = re.compile(PRESIDES, re.IGNORECASE)
OFFICE_FIRST = re.compile(rf"{PRESIDES}\s*[:,–—-]?\s+(?={TITLE}\s)", re.IGNORECASE)
IN_THE_CHAIR = re.compile(r",?\s+(?P<note>in\s+the\s+chair|presiding)\.?$", re.IGNORECASE)
# A line that a list of people has for each: the name, then the office; behind a title in brackets, or none.
ENTRY = re.compile(
    rf"{TITLE}\s+(?:(?:{INITIAL}|{WORD})\s+){{1,3}}?{WORD}\s*(?:\(|$)|(?:{TITLE}\s+)?(?:(?:{INITIAL}|{WORD})\s+){{1,3}}{WORD}\s*(?:,|\s[–—-])\s+(?:(?:[A-Z][\w'’]*|of|and|the|for)\s+){{0,2}}?(?i:{OFFICE.pattern})"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named: the name without titles and honours, and what the document notes behind it."""

    name: str
    note: str | None = None
    # Tells two of one name apart: "Ms J Meade, Mr J Meade".
    title: str | None = field(default=None, compare=False, repr=False)


def people(text: str) -> list[Person]:
    """The people in a list; offices behind a comma go with the name before them."""
    found: list[Person] = []
    in_office, start, plural = False, 0, False
    for parted in [*SEPARATOR.finditer(text), None]:
        entry = text[start : parted.start() if parted else len(text)]
        before = text[:start].rstrip().lower()
        # "The Mayor, Councillor A Brindle": the office before the first name is that person's.
        presiding = OFFICE_ALONE.fullmatch(text[:start].strip(" ,:")) if not found else None
        person = person_in(f"{presiding[0]} {entry.strip()}" if presiding and TITLES.match(entry.strip()) else entry)
        plural = plural or bool(PLURAL.match(entry))
        person = person or (surname_in(entry) if plural else None)
        # "Head of Early Help and Family Hubs" is one office, not an office and a person.
        if in_office and person and before.endswith((" and", "&")) and not TITLES.match(entry.strip()):
            person = None
            entry = f"and {entry.strip()}"
        if person:
            found.append(person)
            in_office = False
        elif found and entry.strip() and (in_office or OFFICE.search(entry) or INSTEAD.match(entry)):
            found[-1] = replace(found[-1], note=join_note(found[-1].note, entry.strip(" .")))
            in_office = not INSTEAD.match(entry)
        start = parted.end() if parted else len(text)
        in_office = in_office and not (parted and ";" in parted[0])
    return found


def are_entries(line: str, following: str) -> bool:
    """Whether two lines are two of a list of people, each with an office behind the name.

    >>> are_entries("Jo Field, Head of Early Help", "Ruth Cambery, Director of Education")
    True
    >>> are_entries("Councillor A Brindle (Leader)", "Councillor T Rowsell")
    True
    >>> are_entries("Jo Field, Head of Early Help and", "Ruth Cambery, Director of Education")
    False
    """
    ended = not re.search(r"(?:[,;]|\band|&)\s*$", line)
    return ended and bool(ENTRY.match(line)) and bool(ENTRY.match(following))


def surname_in(entry: str) -> Person | None:
    """A lone surname as a person, in a list that "Councillors" heads: "Councillors Bright, Cole and Eames".

    >>> surname_in(" Cole (Chair)"), surname_in("Director")
    (Person(name='Cole', note='Chair'), None)
    """
    found = SURNAME.fullmatch(entry)
    if not found or NOBODY.search(found["name"]) or OFFICE.search(found["name"]):
        return None
    return Person(found["name"], found["note"])


def join_note(note: str | None, more: str) -> str:
    if not note:
        return more
    return f"{note} {more}" if more.startswith("and ") else f"{note}, {more}"


def person_in(entry: str) -> Person | None:
    """One entry of a list as a person; None where it names nobody.

    >>> person_in("B Sandiforth (substitute for G Tolland)")
    Person(name='B Sandiforth', note='substitute for G Tolland')
    >>> person_in("Apologies for absence")
    """
    notes = [found["inside"].strip() for found in NOTE.finditer(entry)]
    bare = re.sub(r"\s+(?:and|&)$", "", NOTE.sub(" ", entry).strip(" .:\u2022*"))
    if chairing := IN_THE_CHAIR.search(bare):
        notes.append(chairing["note"])
        bare = bare[: chairing.start()].strip(" ,")
    if first := OFFICE_FIRST.match(bare):
        notes.insert(0, first["office"])
        bare = bare[first.end() :]
    elif (alone := OFFICE_ALONE.fullmatch(bare)) and notes and TITLES.match(notes[0]):
        bare, notes = notes[0], [alone["office"], *notes[1:]]
    dashed = DASHED.search(bare)
    if dashed:
        notes.append(dashed["inside"].strip())
        bare = bare[: dashed.start()]
    behalf = FOR_ANOTHER.match(bare)
    if behalf and not notes:
        notes.append(f"substitute for {behalf['absent']}")
        bare = behalf["name"]
    titled = TITLES.match(bare)
    bare = HONOURS.sub("", TITLES.sub("", bare)).strip(" .,")
    whole = NAME.fullmatch(bare)
    if (
        not whole
        or OFFICE_ALONE.fullmatch(bare)
        or NOBODY.search(bare)
        or len(bare.split()) > 5
        or (OFFICE.search(bare) and not titled)
    ):
        return None
    if len(bare.split()) < 2 and not titled:
        return None
    title = titled[0].strip(" .:").lower() if titled else None
    return Person(" ".join(bare.split()), "; ".join(note for note in notes if note) or None, title)


def without_title(name: str) -> str:
    """A name as printed, without titles and honours.

    >>> without_title("Councillor D Ollerenshaw OBE"), without_title("The Chairman")
    ('D Ollerenshaw', 'The Chairman')
    """
    bare = HONOURS.sub("", TITLES.sub("", name.strip())).strip(" .,")
    return bare or name.strip()
