"""Whose decisions can be called in: plain rules on the names of bodies and people, for a clerk to check.

Call-in is of the executive (Local Government Act 2000, section 9F): what the cabinet, its members and its officers
decide. Advice, full Council and the regulatory bodies are not part of it. A council may name other bodies.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Decider(StrEnum):
    EXECUTIVE = "executive"
    OFFICER = "officer"
    OTHER = "other"


# In the order in which they are tried; the first that fits says who decides. (Who, words, an example.)
DECIDERS = (
    (Decider.OTHER, r"\bpanel\b", "Children's Services Cabinet Panel"),
    (Decider.OTHER, r"\bscrutiny\b|\boverview\b|\bselect committee\b", "Children's Overview and Scrutiny Committee"),
    (Decider.OTHER, r"\b(advisory|consultative|reference|working|steering|task)\b", "Cabinet Advisory Group"),
    (Decider.OTHER, r"\bcabinet committee\b", "Children's Services Cabinet Committee, which advises Cabinet"),
    (Decider.OTHER, r"\b(full|county|city|borough|district) council\b(?!lor)|\bcouncil$", "Full Council"),
    (
        Decider.OTHER,
        r"\b(planning|licensing|regulatory|regulation|pensions?|audit|governance|standards|appeals?|employment)"
        r"( \w+)* (committee|sub ?committee|board)\b",
        "Planning and Regulatory Committee",
    ),
    (Decider.OTHER, r"\bhealth and wellbeing board\b|\bschools forum\b|\bsafeguarding\b.*\bboard\b", "Schools Forum"),
    (
        Decider.OFFICER,
        r"\b(director|head of|chief (executive|officer|finance officer)|monitoring officer|section 151|s151"
        r"|officers?|manager|solicitor|treasurer)\b",
        "Executive Director of Children's Services",
    ),
    (Decider.EXECUTIVE, r"\bcabinet\b", "Cabinet; Cabinet Member for Children"),
    (Decider.EXECUTIVE, r"\bexecutive\b", "Executive; Executive Board; Executive Member for Education"),
    (Decider.EXECUTIVE, r"\b(deputy )?leader\b", "Leader of the Council"),
    (Decider.EXECUTIVE, r"\bportfolio holder\b|\blead member\b", "Portfolio Holder for Families"),
    (Decider.EXECUTIVE, r"\b(elected |city |deputy )?mayor('?s)?\b", "The Mayor"),
)
PATTERNS = [(who, re.compile(words)) for who, words, _ in DECIDERS]
# Taken out before the words are looked for: the council that somebody leads is not the body that decides.
LED = re.compile(r"\b(leader|mayor)\b.*$")

# Outcomes that settle something. The others note, advise, or send the business on to others or to another day.
SETTLED = ("approved", "agreed", "endorsed", "confirmed", "rejected", "delegated", "other", "")


def decider(printed: str) -> Decider | None:
    """What sort of body or person a printed name is; None where it does not tell.

    >>> decider("Cabinet"), decider("Cabinet Panel"), decider("Executive Director of Children's Services")
    (<Decider.EXECUTIVE: 'executive'>, <Decider.OTHER: 'other'>, <Decider.OFFICER: 'officer'>)
    >>> decider("Leader of the County Council")
    <Decider.EXECUTIVE: 'executive'>
    """
    name = " ".join(re.sub(r"[^a-z0-9' ]+", " ", printed.replace("’", "'").casefold()).split())
    name = LED.sub(r"\1", name)
    return next((who for who, words in PATTERNS if words.search(name)), None)


def is_executive(committee: str, decision_maker: str, *, key: bool | None) -> bool:
    """Whether the executive decides: a body or a member of it, or an officer where the decision is key.

    The decision maker counts where its name tells who it is, else the body.

    >>> is_executive("", "Head of Early Help", key=True), is_executive("", "Head of Early Help", key=False)
    (True, False)
    """
    who = decider(decision_maker) or decider(committee)
    return who == Decider.EXECUTIVE or (who == Decider.OFFICER and key is True)


def settles_something(*, status: str, procedural: bool, outcome: str) -> bool:
    """Whether something was decided that could be looked at again: taken, of business, and more than noted."""
    return status == "taken" and not procedural and outcome in SETTLED
