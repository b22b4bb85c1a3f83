"""Decisions that a narrative reports: "Cabinet approved ...", "... was noted by Cabinet", and what is none.

>>> decided("Cabinet considered the plan and approved it.").outcome
'approved'
>>> decided("Cabinet will be asked to approve the plan.") is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reports.reading.bodies import Body, bodies_in

# What a body does when it decides, the weightier word first: a plan "received, noted and agreed" is agreed.
OUTCOMES = (
    ("rejected", r"rejected|refused|turned\s+down|did\s+not\s+(?:agree|approve|support)"),
    ("deferred", r"deferred|postponed"),
    ("approved", r"approved|adopted|ratified|authorised|awarded|gave\s+(?:its\s+)?approval|granted"),
    ("agreed", r"agreed|resolved|decided|determined|accepted|chose|gave\s+(?:its\s+)?agreement"),
    ("delegated", r"delegated"),
    ("referred", r"referred"),
    ("recommended", r"recommended"),
    ("endorsed", r"endorsed"),
    ("supported", r"supported"),
    ("confirmed", r"confirmed"),
    ("noted", r"noted|received"),
)
_VERBS = "|".join(pattern for _, pattern in OUTCOMES)
ACTIVE = re.compile(rf"\b(?P<verb>{_VERBS})\b", re.IGNORECASE)
PASSIVE = re.compile(rf"\b(?:was|were|been)\b[^.;]{{0,60}}?\b(?P<verb>{_VERBS})\b", re.IGNORECASE)
IT_WAS = re.compile(r"\b(?:it\s+was|resolved)\b", re.IGNORECASE)
IT = re.compile(
    r"\b(?:it|they|members)\s+(?:(?:also|then|further|unanimously|has|have|had|formally)\s+)*$", re.IGNORECASE
)
OWN_DEED = re.compile(
    r",?\s+and,?\s+(?=(?:at|in|on)\s[^,;.]{3,60},\s+(?:it|they|Cabinet|the\s+Cabinet|the\s+Executive)\s)|;\s+(?:and\s+)?"
    r"(?=(?:at|in|on)\s)",
    re.IGNORECASE,
)
NONE_MADE = re.compile(
    r"^(?:currently,?\s+)?(?:there\s+(?:were|are|was|is|have\s+been|has\s+been"
    r"|will\s+be)\s+)?(?:currently\s+)?(?:no|none|nil)\b"
    r"|\bno\s+(?:\w+\s+){0,3}(?:decisions?|items?|consequences|matters|business)\b|\bnothing\s+(?:to\s+report"
    r"|has\s+been\s+decided)\b"
    r"|\bnot\s+(?:an\s+executive\s+decision|made\s+any)\b|\bnone\s+(?:were|was|of)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(
    r"\b(?:will|would|shall|(?-i:may)|might|could|is\s+to|are\s+to|due\s+to|expected\s+to|asked\s+to|invited\s+to"
    r"|if)\b",
    re.IGNORECASE,
)
BEFORE_IT = re.compile(
    r"\b(?:following|after|since|as|which|(?<!report\s)(?<!advise\s)(?<!say\s)(?<!confirm\s)(?<!inform\s)that|when"
    r"|once|subject\s+to|pending)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
SHORT = re.compile(
    rf"\W*(?:To\s+have\s+)?(?P<verb>{_VERBS})\b|\W*That\b[^.;]{{3,200}}?\bbe\s+(?P<passive>{_VERBS})\b", re.IGNORECASE
)
DECIDERS = ("cabinet", "council", "panel")
# Who may decide alone, and the words that show that he or she did.
MEMBER = (
    r"(?:(?:Executive|Cabinet|Lead)\s+(?:Member|Councillor)|Portfolio\s+Holder|Leader\s+of\s+the\s+Council"
    r"|Chief\s+Executive|(?:(?:Executive|Corporate|Strategic|Interim|Assistant)\s+)*Director)"
    r"(?:\s+(?:for|of)\s+(?:[A-Z][\w'’]*(?:,?\s+(?:and|&)\s+|,\s+|\s+(?=[A-Z]))?){1,8})?"
)
ALONE = re.compile(
    rf"\b(?P<maker>{MEMBER})(?P<aside>,[^,;.]{{3,80}},)?\s+(?:(?:has|have|also|then|formally)\s+)*"
    r"(?P<verb>(?i:approved|agreed|authorised|awarded|granted|decided|refused))\b"
)
HEADED_BY_MEMBER = re.compile(
    rf"^\W*(?P<maker>{MEMBER})\b|^\W*(?:Officer|Member|Delegated|Urgent|Individual)\b[\w\s]{{0,30}}\bdecisions?\b"
)
DELEGATED = re.compile(
    r"\bdelegated\b|\b(?:cabinet|executive|lead)\s+member(?:['’]s)?\s+decision\b|\bas\s+an?\s+(?:urgent|individual|executive)\s+decision\b",
    re.IGNORECASE,
)


TO_OFFICER = re.compile(r"(?:authorised|delegated)\b[^.;]{0,100}\bto\b", re.IGNORECASE)
DEEDS = (
    ("approved", r"approve|adopt|authorise|award"),
    ("endorsed", r"endorse"),
    ("noted", r"note|receive"),
    ("recommended", r"recommend"),
    ("delegated", r"delegate"),
    ("deferred", r"defer"),
)
TO_DO = re.compile(rf"\s*:?\s+to\s+(?P<verb>{'|'.join(pattern for _, pattern in DEEDS)})\b", re.IGNORECASE)


# "I took an individual decision to award the contract", "I have approved, under delegated powers, ...".
MYSELF = re.compile(
    r"\bI\s+(?:(?:have|also|then|recently|formally)\s+)*(?:(?:took|taken|made)\s+(?:an?|the|my|one)\s+(?:[\w-]+\s+){0,3}?decisions?"
    rf"\s+to\s+(?P<deed>{'|'.join(pattern for _, pattern in DEEDS)}|agree|\w+)\b"
    r"|(?P<verb>approved|agreed|authorised|awarded|adopted|granted|refused)\b)"
)
THE_HOLDER = "Portfolio holder"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a sentence says was decided: which body, None for "it was agreed", and how; `maker` who decided alone."""

    body: Body | None
    outcome: str
    maker: str | None = None


def says_none(text: str) -> bool:
    """Whether a text says that there was or will be nothing to decide.

    >>> says_none("No business arose for this portfolio.")
    True
    """
    return NONE_MADE.search(text) is not None


def clauses(sentence: str) -> list[str]:
    """The parts of a sentence that each tell of a meeting's own deed.

    >>> clauses("At its May meeting it agreed the plan and, at the June meeting, it approved the budget.")
    ['At its May meeting it agreed the plan', 'at the June meeting, it approved the budget.']
    """
    return [part.strip(" ,;") for part in OWN_DEED.split(sentence)]


def decided(sentence: str, spoken_of: Body | None = None) -> Resolution | None:
    """The decision that a sentence reports; None for another body's, for one to come, for none.

    `spoken_of` is the body that "it" means.

    >>> decided("In June it approved the plan.", Body("Cabinet", "cabinet", 0, 7)).outcome
    'approved'
    """
    if says_none(sentence):
        return None
    verb = _verb(sentence)
    if not verb or TO_COME.search(sentence[: verb.start()].split(";")[-1]):
        return None
    bodies = bodies_in(sentence)
    body = _decider(sentence, bodies, verb)
    if body is None and spoken_of and IT.search(sentence[: verb.start()]):
        return Resolution(spoken_of, _outcome(sentence, verb)) if spoken_of.sort in DECIDERS else None
    if body is None and not (IT_WAS.search(sentence[: verb.end()]) and not bodies):
        return None
    return Resolution(body, _outcome(sentence, verb)) if body is None or body.sort in DECIDERS else None


def decided_alone(sentence: str, above: str = "") -> Resolution | None:
    """The decision that one member or officer took: under delegated powers, or beneath a line that says who decides.

    >>> decided_alone("The Cabinet Member, acting under delegated powers, approved the term dates.").maker
    'Cabinet Member'
    >>> decided_alone("The Cabinet Member agreed to visit the school.") is None
    True
    """
    if myself := _decided_myself(sentence):
        return myself
    alone = ALONE.search(sentence)
    if not alone or says_none(sentence) or TO_COME.search(sentence[: alone.start("verb")]):
        return None
    if not DELEGATED.search(sentence) and not HEADED_BY_MEMBER.match(above):
        return None
    return Resolution(None, _outcome_of_verb(alone["verb"]), alone["maker"].strip(" ,"))


def _decided_myself(sentence: str) -> Resolution | None:
    """The decision of the member who writes."""
    myself = MYSELF.search(sentence)
    if not myself or says_none(sentence) or (myself["verb"] and not DELEGATED.search(sentence)):
        return None
    if myself["verb"]:
        return Resolution(None, _outcome_of_verb(myself["verb"]), THE_HOLDER)
    outcome = next((name for name, pattern in DEEDS if re.fullmatch(pattern, myself["deed"])), "agreed")
    return Resolution(None, outcome, THE_HOLDER)


def member_above(line: str) -> str | None:
    """Who decides what stands beneath a line that opens with a member or an officer.

    >>> member_above("Portfolio Holder – 20 June 2024"), member_above("Cabinet – 4 June 2024")
    ('Portfolio Holder', None)
    """
    headed = HEADED_BY_MEMBER.match(line)
    return headed["maker"] if headed else None


def _outcome_of_verb(verb: str) -> str:
    return next(outcome for outcome, pattern in OUTCOMES if re.fullmatch(pattern, verb, re.IGNORECASE))


def decided_in_short(line: str) -> str | None:
    """The outcome of a line that only says what was done: "Approved the plan", "That the plan be approved".

    >>> decided_in_short("Approved the plan."), decided_in_short("Improved roads")
    ('approved', None)
    """
    short = SHORT.match(line)
    if not short or says_none(line):
        return None
    # "RESOLVED to approve the policy" approves it.
    deed = TO_DO.match(line, short.end())
    if deed:
        return next(outcome for outcome, pattern in DEEDS if re.fullmatch(pattern, deed["verb"], re.IGNORECASE))
    return _outcome_of_verb(short["verb"] or short["passive"])


def _verb(sentence: str) -> re.Match[str] | None:
    for match in ACTIVE.finditer(sentence):
        if not re.search(r"\b(?:the|an?|as|being)\s+$", sentence[: match.start()], re.IGNORECASE):
            return match
    return None


def _decider(sentence: str, bodies: list[Body], verb: re.Match[str]) -> Body | None:
    """The body that does the deed: "... was approved by Cabinet", else the subject before the verb."""
    by = [
        body
        for body in bodies
        if re.search(r"\bby\s+(?:the\s+)?$", sentence[: body.start], re.IGNORECASE) and body.start > verb.start()
    ]
    if by and PASSIVE.search(sentence[: by[0].start]):
        return by[0]
    before = [body for body in bodies if body.end <= verb.start() and not BEFORE_IT.search(sentence[: body.start])]
    subject = [
        body
        for body in before
        if not re.search(r"\b(?:of|to|for|with|from|at|by|on)\s+(?:the\s+)?$", sentence[: body.start], re.IGNORECASE)
    ]
    if subject:
        return subject[0]
    # "At Cabinet on 3 May the strategy was approved".
    return before[0] if before and PASSIVE.search(sentence) else None


def _outcome(sentence: str, first: re.Match[str]) -> str:
    """The weightiest of the deeds that are joined: "received the report, noted it and approved the plan"."""
    joined = [
        match["verb"]
        for match in ACTIVE.finditer(sentence, first.start())
        if match.start() == first.start()
        or (
            re.search(r"(?:\b(?:and|then|but|also|was|were)|,)\s+$", sentence[: match.start()])
            # "agreed the plan and authorised the Director to ..." agreed it.
            and not TO_OFFICER.match(sentence, match.start())
        )
    ]
    return next(
        outcome for outcome, pattern in OUTCOMES for verb in joined if re.fullmatch(pattern, verb, re.IGNORECASE)
    )
