"""Patterns of personal data in the text itself, which a person must see before the paper is published.

Numbers with a check figure are checked, so that a cost code or a telephone number is not taken for a child's number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from reports.reading.paragraph import Paragraph
from reports.reading.reading import Flag

MESSAGES = {
    "nhs_number": "A paragraph seems to give somebody's NHS number.",
    "upn": "A paragraph seems to give a child's unique pupil number.",
    "date_of_birth": "A paragraph seems to give somebody's date of birth.",
    "telephone": "A paragraph seems to give somebody's own telephone number.",
    "private_email": "A paragraph gives a private e-mail address.",
}

TEN_DIGITS = re.compile(r"(?<![\d£$+.,/-])(?!0)\d{3}([ \u00a0-]?)\d{3}\1\d{4}(?![\d,/-]|\.\d)")
NHS = re.compile(r"\bNHS\b.{0,40}$", re.IGNORECASE | re.DOTALL)

UPN = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Z]\d{11}[0-9A-HJ-NP-RT-Z](?![A-Za-z0-9])")
UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{MONTHS})[a-z]*\.?,?\s+(?:19|20)?\d\d"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
LABELLED_BIRTH = re.compile(
    rf"\b(?:d\.?\s?o\.?\s?b\b\.?|dates?\s+of\s+birth)[\s:(=–-]{{0,4}}(?:is|was)?\s*{DAY}", re.IGNORECASE
)
# "Jo Field, born on 3 May 2012": what else is born on a day, a law or a service, has no name of a person before it.
NAMED_BIRTH = re.compile(
    rf"(?:(?<![Tt]he )\b(?!The\b)[A-Z][a-z'’-]+\s+[A-Z][A-Za-z'’-]+(?<!\bAct)(?<!\bService)(?<!\bBoard)(?<!\bCouncil)"
    rf"|\b[Cc]hild\s+[A-Z0-9]{{1,3}}|\b[Hh]e|\b[Ss]he|\b[A-Z]{{1,2}})"
    rf"\b[\s,(]{{1,3}}(?:(?:who\s+)?(?:was|were)\s+)?born\s+(?:on\s+)?(?:the\s+)?(?i:{DAY})"
)

# A mobile begins 07; 070 and 076 are not mobiles but services.
MOBILE = re.compile(
    r"(?<![\d.,/-])(?:\+44[\s(]{0,2}0?\)?\s?|0044\s?|\(?0)7[1-57-9](?:[ \u00a0-]?\d){8}\)?(?![\d,/]|[ -]\d)"
)
LANDLINE = re.compile(r"(?<![\d.,/-])\(?0[12]\d(?:[ \u00a0()-]{0,2}\d){7,8}(?![\d,/]|[ -]\d)")
# A line that tells whom to ring prints a number on purpose.
CONTACT = re.compile(
    r"\b(?:contacts?|tel|telephone|phone|call|ring|ext|extension|fax|e-?mail|enquir\w+|quer(?:y|ies)|author|officer|clerk"
    r"|director|manager|democratic|helpline|line|switchboard|reception|website|number|service|team|council|court|centre)\b|@",
    re.IGNORECASE,
)
FEWEST_WORDS = 8

PRIVATE_HOSTS = (
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|icloud|me|mac|aol|btinternet|btopenworld|sky"
    r"|talktalk|virginmedia|virgin|ntlworld|blueyonder|tiscali|orange|plusnet|proton|protonmail|gmx|mail|hushmail|o2)"
)
PRIVATE_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]{{1,64}}@{PRIVATE_HOSTS}\.(?:com|co\.uk|net|org|uk|me|fr|ie|ch)(?![\w-]|\.\w)", re.IGNORECASE
)


def personal_data(paragraphs: Iterable[Paragraph]) -> Iterator[Flag]:
    """One flag for each paragraph and sort of personal data; what it is does not appear in it."""
    for paragraph in paragraphs:
        text = " ".join(filter(None, (paragraph.label, paragraph.text, paragraph.margin)))
        for sort, holds in PATTERNS.items():
            if holds(text):
                message = MESSAGES[sort]
                yield Flag(sort=sort, message=message, page=paragraph.page, passage=paragraph.ordinal)


def gives_nhs_number(text: str) -> bool:
    """Whether there is a number with an NHS number's check figure, set as one or said to be one.

    >>> gives_nhs_number("943 476 5919"), gives_nhs_number("943 476 5918"), gives_nhs_number("code 9434765919")
    (True, False, False)
    """
    return any(
        is_nhs_number(re.sub(r"\D", "", found[0])) and (found[1] or NHS.search(text[: found.start()]))
        for found in TEN_DIGITS.finditer(text)
    )


def is_nhs_number(digits: str) -> bool:
    check = 11 - sum(int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)) % 11
    return check % 11 == int(digits[9]) and len(set(digits)) > 1


def gives_upn(text: str) -> bool:
    """
    >>> gives_upn("Pupil H801200001001"), gives_upn("Pupil A801200001001")
    (True, False)
    """
    return any(is_upn(found[0]) for found in UPN.finditer(text))


def is_upn(number: str) -> bool:
    """Whether the letter at the front is right for what follows; a temporary number ends with a letter."""
    values = [int(sign) if sign.isdigit() else UPN_LETTERS.index(sign) for sign in number[1:]]
    return UPN_LETTERS[sum(value * weight for weight, value in enumerate(values, start=2)) % 23] == number[0]


def gives_birth(text: str) -> bool:
    """
    >>> gives_birth("Jo Field (DOB 03/05/2012)"), gives_birth("children born on 1 May 2012 may start in 2016")
    (True, False)
    """
    return bool(LABELLED_BIRTH.search(text) or NAMED_BIRTH.search(text))


def gives_telephone(text: str) -> bool:
    """Whether there is a mobile's number, or a landline's in prose that does not tell whom to ring."""
    if MOBILE.search(text):
        return True
    return len(text.split()) >= FEWEST_WORDS and bool(LANDLINE.search(text)) and not CONTACT.search(text)


def gives_private_email(text: str) -> bool:
    return "@" in text and bool(PRIVATE_EMAIL.search(text))


PATTERNS: dict[str, Callable[[str], bool]] = {
    "nhs_number": gives_nhs_number,
    "upn": gives_upn,
    "date_of_birth": gives_birth,
    "telephone": gives_telephone,
    "private_email": gives_private_email,
}
