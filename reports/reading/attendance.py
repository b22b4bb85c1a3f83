"""Who was there: the lists at the head of minutes, apologies and substitutes wherever they are told.

MEMBERS OF THE PANEL
A Brindle, P J Harkwell (Chair), B Sandiforth (substitute for G Tolland)
Apologies for absence were received from Councillor R Castellow.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reports.reading.attendance_lists import VIRTUAL, Listed, heard_in, listed_in
from reports.reading.facts import Attendance
from reports.reading.names import Person, people, without_title
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import printed, sentences, source_of
from reports.reading.votes import same_person

FOR_WHOM = re.compile(
    r"\b(?:substitut(?:e|ing)\s+for|deputising\s+for|replacing|in\s+place\s+of|for)\s+(?P<name>.+)$", re.IGNORECASE
)
BY_WHOM = re.compile(r"\bsubstituted\s+by\s+(?P<name>[^,;]+)", re.IGNORECASE)

APOLOGIES = re.compile(
    r"\bapolog(?:y|ies)\b(?:\s+for\s+(?:absence|lateness|non-attendance))?[^.]{0,50}?\b(?:from|on\s+behalf\s+of|by|for)\s+(?P<names>.+)",
    re.IGNORECASE,
)
SUBSTITUTED = re.compile(
    r"(?P<name>[^.;,]{3,60}?)\s+(?:(?:had\s+)?(?:attended|attending|was\s+(?:present|attending|in\s+attendance)|acted)\s+)?(?:as\s+(?:a\s+|an\s+|his\s+|her\s+|the\s+)?)?"
    r"(?:substitut(?:e|ed|ing)|deputised|deputising)(?:\s+(?:for|on\s+behalf\s+of)\s+(?P<absent>[^.;,]{3,60}))?\s*(?:[.;,]|$)",
    re.IGNORECASE,
)


def attendance(
    front: Sequence[Paragraph], items: Sequence[Sequence[Paragraph]], committee: str | None, held_on: str | None
) -> list[Attendance]:
    """Everybody who was at a meeting or sent apologies, each once; `items` are the paragraphs of each item."""
    found: list[Attendance] = []
    titles: dict[str, tuple[str, int]] = {}
    for listed in listed_in(front):
        for one in facts_of(listed, committee, held_on):
            found = with_listed(found, one, is_namesake(listed, titles))
    for listed in heard_in(items):
        for one in facts_of(listed, committee, held_on):
            found = found if any(same_person(one.name, other.name) for other in found) else [*found, one]
    for paragraph in [*front, *(each for item in items for each in item)]:
        found = with_told(found, paragraph, committee, held_on)
    return [with_whole_name(one, found) for one in found]


def with_whole_name(one: Attendance, found: Iterable[Attendance]) -> Attendance:
    """A substitute with the name of the absent member as the list of apologies prints it: "Squire" is M Squire."""
    if not one.substitute_for:
        return one
    whole = {other.name for other in found if other.role == "apologies" and same_person(other.name, one.substitute_for)}
    longer = [name for name in whole if len(name) > len(one.substitute_for)]
    return replace(one, substitute_for=longer[0]) if len(whole) == 1 and longer else one


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
        virtual=True if listed.virtual or VIRTUAL.search(note) else None,
        source=source_of(
            listed.paragraph,
            listed.person.name if listed.person.name in listed.paragraph.text else listed.paragraph.text,
            basis=printed(listed.paragraph),
        ),
    )
    yield fact
    if by:
        yield replace(fact, name=without_title(by["name"]), role="substitute", substitute_for=fact.name)


GENDERS = {"mr": "he", "sir": "he", "lord": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she"}


def is_namesake(listed: Listed, titles: dict[str, tuple[str, int]]) -> bool:
    """Whether somebody of that name was listed with another title: Ms J Meade and Mr J Meade are two, and so are Mrs
    and Ms J Meade in one list.

    titles: the title of each name so far and the ordinal of the list's paragraph, to which this one is added.
    """
    title, place = listed.person.title or "", listed.paragraph.ordinal
    if title not in GENDERS:
        return False
    other, where = titles.setdefault(listed.person.name, (title, place))
    return GENDERS[other] != GENDERS[title] or (where == place and other != title)


def with_listed(found: list[Attendance], one: Attendance, namesake: bool = False) -> list[Attendance]:
    """The list with one more; who is listed twice stays once, as the substitute that the second list makes of them."""
    if namesake or all(other.name != one.name for other in found):
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
                source = source_of(paragraph, sentence.text, basis="sentence")
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
        r",?\s+(?:who|with|for\s+whom|and\s+it|due|because|as\s+they|that|for\s+(?:his|her|their|being))\b|(?<=\w{3})\.(?:\s|$)|;",
        names,
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
