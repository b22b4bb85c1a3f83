"""Decisions that a report announces: "Cabinet will be invited to approve ...", with forward-plan reference and month.

>>> [item.title for item in items_in("There will be 2 items: one on travel and another on fees for adult learning.")]
['Travel', 'Fees for adult learning']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REFERENCE = re.compile(
    r"\(?\s*(?:Forward\s+Plan|F\.?P\.?|Key\s+Decision|Decision|Plan)?\s*\b(?:ref(?:erence)?|no"
    r"|number)\b\.?\s*(?:no\.?|number)?\s*[:.]?\s*(?P<reference>[A-Z]{0,5}\s?\d{1,5}(?:[/-]\d{1,5})+"
    r"|[A-Z]{1,5}(?:[/-]\d{1,5})+|[A-Z]{1,5}-?\d{2,6})\s*\)?\s*[.,;:–-]?",
    re.IGNORECASE,
)
WILL_DECIDE = re.compile(
    r"\b(?:(?:will|would|is|are|to)\s+(?:also\s+|then\s+|next\s+)*(?:be\s+)?(?:due\s+to\s+"
    r"|expected\s+to\s+)?(?:be\s+)?(?:asked|invited|requested|recommended|consider\w*|decid\w*|determin\w*|agree\w*"
    r"|approv\w*"
    r"|receiv\w*|review\w*|take\s+(?:a\s+)?decisions?|discuss\w*|sought|presented|brought|taken|made|submitted))\b",
    re.IGNORECASE,
)
ASKED = re.compile(
    r"\b(?:asked|invited|requested|due|expected|will|would|is|are)\s+(?:also\s+|then\s+)*"
    r"(?:(?:on|in|at)\s+[^,.;()]{3,40}?\s+)?to\s+|\b(?:will"
    r"|would)\s+(?:also\s+|then\s+|next\s+)*(?=consider|decide|determine|agree|approve|receive|review|take|discuss)",
    re.IGNORECASE,
)
PLAIN_VERB = re.compile(
    r"^(?:(?:consider|agree|approve|decide(?:\s+(?:on|upon|whether))?|determine|receive|review|note|discuss|endorse"
    r"|take\s+(?:a\s+)?decisions?\s+(?:on|about))(?:\s*(?:,|and)\s*)?)+\s*(?:(?:a|the"
    r"|an)\s+(?:further\s+)?reports?\s+(?:on|about|relating\s+to)\s+)?",
    re.IGNORECASE,
)
ONE_ON = re.compile(
    r"\b(?:one|another|the\s+(?:first|second|third|other)|a\s+(?:second|third)|others?)\s+(?:is\s+"
    r"|will\s+be\s+)?(?:on|about|relating\s+to|concerning|regarding"
    r"|for)\s+(?P<title>.+?)(?=\s*(?:[,;]?\s+and\s+(?:one|another|the\s+(?:second|third|other)|a\s+(?:second"
    r"|third))\b|[,;]\s*(?:one|another)\b|[.;]|$))",
    re.IGNORECASE,
)
# "I also expect to take a decision in December 2014 on the re-tendering of short breaks".
MYSELF = re.compile(
    r"\bI\s+(?:also\s+|then\s+)?(?:expect|intend|plan|propose|hope|am\s+due)\s+to\s+(?:take|make)\s+an?\s+(?:\w+\s+)?decision\s+"
    r"(?:(?:in|on|by|during)\s+[^,.;()]{3,40}?\s+)?(?:on|about|regarding|concerning)\s+(?P<title>[^.;]+)"
)
CODE_ALONE = re.compile(r"\s*\((?P<reference>[A-Z]{1,4}\d{1,3}\.\d{2,4}|[A-Z]{1,4}\d{0,4}/\d{1,4}(?:/\d{1,4})?)\)")
ABOUT = re.compile(
    r"\b(?:decisions?|reports?|items?|proposals?)\s+(?:will\s+be\s+\w+\s+)?(?:on|about|relating\s+to|concerning"
    r"|regarding)\s+(?P<title>[^.;]+)",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"^(?P<title>[A-Z][^.;]{5,200}?)\s+(?:will|is\s+(?:due|expected|likely)\s+to|are\s+(?:due|expected"
    r"|likely)\s+to)\s+(?:be\s+)?(?:also\s+)?(?:considered|presented|brought|submitted|taken|go\b|come\b|decided"
    r"|discussed|reported)",
    re.IGNORECASE,
)
# "Cabinet is expected to consider the following:" only leads to the items beneath it.
LEADS = re.compile(r":\s*$|\bthe\s+following\W*$", re.IGNORECASE)
A_REPORT = re.compile(
    r"^(?:An?|The)\s+(?:\w+\s+)?reports?\s+(?:on|about|concerning|regarding|relating\s+to)\s+", re.IGNORECASE
)
# What is said of the meeting behind the matter: "at its meeting on 9 May, following consultation".
AFTERWARDS = re.compile(
    r",?\s+at\s+(?:its|the|a|their)\s+(?:next\s+|\w+\s+)?meetings?\b.*$|,\s+(?:following|after|subject\s+to|once)\b.*$",
    re.IGNORECASE,
)
EXEMPT = re.compile(r"\b(?:exempt|confidential|Part\s+(?:II|2|B)|closed\s+session|in\s+private)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One matter to be decided, and the forward plan's reference for it."""

    title: str
    reference: str | None = None


def items_in(sentence: str) -> list[Item]:
    """The matters that a sentence says will be decided.

    >>> items_in("Plan ref: K012/16. Cabinet will be asked to approve a scheme for bursaries.")
    [Item(title='A scheme for bursaries', reference='K012/16')]
    >>> items_in("No decisions are expected in the coming months.")
    []
    """
    reference = REFERENCE.search(sentence) or CODE_ALONE.search(sentence)
    printed = reference["reference"].strip() if reference else None
    text = (
        (sentence[: reference.start()].rstrip(" (") + " " + sentence[reference.end() :]).strip()
        if reference
        else sentence
    )
    if several := [match["title"] for match in ONE_ON.finditer(text)]:
        return [Item(_title(title)) for title in several]
    if LEADS.search(text):
        return []
    title = _asked(text) or _about(text)
    return [Item(_title(title), printed)] if title else []


def reference_in(text: str) -> str | None:
    """The forward plan's reference that a text prints.

    >>> reference_in("Fees for fostering - December 2018 - ref. KD12/18")
    'KD12/18'
    """
    found = REFERENCE.search(text)
    return found["reference"].strip() if found else None


def _asked(text: str) -> str | None:
    if mine := MYSELF.search(text):
        return mine["title"]
    asked = ASKED.search(text)
    if asked and WILL_DECIDE.search(text):
        return PLAIN_VERB.sub("", text[asked.end() :])
    return None


def _about(text: str) -> str | None:
    if passive := PASSIVE.match(text):
        return A_REPORT.sub("", passive["title"])
    about = ABOUT.search(text) if WILL_DECIDE.search(text) else None
    return about["title"] if about else None


def _title(text: str) -> str:
    plain = AFTERWARDS.sub("", re.sub(r"\s+", " ", text)).strip(" .,;:–-")
    plain = re.sub(
        r"\s+(?:in|on|at|by)\s+(?:its\s+meeting\s+(?:in|on)\s+)?(?:\d{1,2}\s+)?(?:January|February|March|April|May"
        r"|June|July|August|September|October|November|December)(?:\s+\d{4})?$",
        "",
        plain,
    )
    return plain[:1].upper() + plain[1:]
