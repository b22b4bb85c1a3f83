"""What somebody undertook to do: told in a sentence, named in the margin, or marked "Action".

7.2  Officers agreed to send the panel a list of the      Jo Field
     family centres that had extended their hours.        to action
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.action_marks import with_marks
from reports.reading.agenda import Item
from reports.reading.dates import dates_in
from reports.reading.facts import Action
from reports.reading.names import OFFICE, TITLE, without_title
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import sentences, source_of

DEED = (
    r"(?:provide|circulate|send|write|share|bring|report\s+back|report|check|confirm|look\s+into|look\s+at|follow\s+up|follow|arrange|contact|supply|distribute"
    r"|raise|invite|produce|prepare|investigate|speak|e-?mail|find\s+out|feed\s?back|liaise|forward|update|present|include|add|let\s+\w+\s+have|give|issue|publish"
    r"|take\s+(?:this|that|it|the\s+\w+)\s+(?:back|forward|up)|request|create|develop|consult|review|seek|obtain|explore|monitor|ask|meet|discuss|ensure|draft|work\s+with|return|come\s+back|make)"
)
WHO = (
    r"(?P<who>(?:[Tt]he\s+)?(?:[A-Z][\w'’.-]*\s+(?:of\s+|for\s+|and\s+|to\s+)?"
    r"(?:the\s+)?){0,7}?(?:[A-Z][\w'’-]+|officers?|Officers?|Members?))"
)
AGREED_TO = re.compile(
    rf"\b{WHO}\s+(?:had\s+|has\s+|have\s+|also\s+|then\s+|would\s+)*(?:agreed|undertook|offered|promised|committed|agree|undertaken)\s+(?:that\s+(?:he|she|they)\s+would\s+|to\s+)"
    rf"(?:\w+ly\s+)?{DEED}\b"
)
SAID = r"(?:said|advised|confirmed|replied|added|stated|explained|shared|reported|clarified|acknowledged|responded)"
# "Councillor Dacre, Cabinet Member for Families, agreed to write": the office stands between.
BESIDE = re.compile(
    rf"^\W*(?P<who>(?:{TITLE}\s+)?(?:(?:[A-Z]\.?|[A-Z][\w'’-]+)\s+){{0,3}}[A-Z][\w'’-]+)\s*,\s+"
    rf"(?=[^.;]{{0,60}}?(?i:{OFFICE.pattern}))[^.;]{{3,90}}?,\s+(?:had\s+|also\s+|then\s+)?"
    rf"(?:agreed|undertook|offered|promised|committed)\s+to\s+(?:\w+ly\s+)?{DEED}\b"
)
AND_WOULD = re.compile(
    rf"\b{SAID}\b.{{0,160}}?\b(?:and\s+)?that\s+(?:she|he|they|{WHO})\s+would\s+(?:\w+ly\s+)?{DEED}\b"
)
# "The Director said that a full year was needed and offered to come back with the data."
AND_OFFERED = re.compile(
    rf"^\W*{WHO}\s+{SAID}\b.{{0,260}}?\band\s+(?:also\s+|then\s+)?(?:offered|agreed|undertook|promised|committed)\s+to\s+(?:\w+ly\s+)?{DEED}\b"
)
# "It was confirmed that officers would, if the bid succeeded, bring a report."
IT_WAS_CONFIRMED = re.compile(
    r"\b[Ii]t\s+was\s+(?:also\s+)?(?:confirmed|agreed)\s+that\s+(?P<who>officers|the\s+(?:[A-Z][\w'’-]*\s+(?:of\s+|for\s+|and\s+)?){1,7})\s*"
    rf"would(?:,[^,;]{{3,120}},)?\s+(?:\w+ly\s+)?{DEED}\b"
)
# Reported speech: "The Director would circulate the figures", "officers were asked to bring a further report".
PERSON = (
    r"(?P<who>(?:[Tt]he\s+)?(?:(?:[A-Z][\w'’.-]*|of|for|and|the|&)\s+){0,8}?(?:[Oo]fficers?|(?:Director|Head|Manager|Chair(?:man|woman|person)?"
    r"|Leader|Solicitor|Clerk|Chief\s+Executive|(?:Cabinet|Executive|Lead)\s+Member|Portfolio\s+Holder|Commissioner)"
    r"(?:\s+(?:of|for)\s+(?:[A-Z][\w'’-]*(?:,?\s+and\s+|,?\s+|(?=\s)))+)?|(?:Councillor|Cllr|Mr|Mrs|Ms|Miss|Dr)\.?\s+(?:[A-Z]\.?\s+)?[A-Z][\w'’-]+))"
)
IN_REPLY = re.compile(r"^\W*In\s+(?:response|reply|answer|answering|replying|responding)\b[^,.]{0,120},\s+")
TELLS = (
    r"(?:(?:circulate|report\s+back|feed\s?back|share|send|distribute|supply|forward|look\s+into|follow\s+(?:this\s+|that\s+|it\s+)?up|check|find\s+out|write\s+to)\b"
    r"|(?:bring|provide|produce|prepare|arrange|give|confirm|present|obtain)\b[^.;]{0,80}?\b(?:report|paper|briefing|note|breakdown|figures|data|information|update|details?|list"
    r"|visit|analysis|summary|meeting|session|members|panel|committee|board)\b)"
)
WOULD_TELL = re.compile(rf"(?:^|[–—:;]\s*|\.\s+|\band\s+){PERSON}\s+would\s+(?:also\s+|\w+ly\s+)?{TELLS}")
WAS_ASKED = re.compile(
    rf"(?:^|[–—:;]\s*|\band\s+){PERSON}\s+(?:was|were)\s+(?:also\s+)?(?:asked|requested|invited|instructed|tasked)\s+to\s+(?:\w+ly\s+)?{DEED}\b"
)
CONDITIONAL = re.compile(r"\bwould\b.*\bif\b(?!\s+(?:possible|available|appropriate))|^\W*if\b", re.IGNORECASE)
IT_WAS_AGREED = re.compile(
    r"\b(?:it\s+was\s+agreed|(?:chair(?:man|woman|person)?|members|panel|committee|board)\s+(?:asked|requested))\s+that\b[^.]{0,200}?\b(?:would|should|be)\s+(?:be\s+)?(?:brought|circulated|provided|sent|shared|reported|included|added|arranged|produced|presented|invited|looked|considered\s+at|given|published)\b",
    re.IGNORECASE,
)
MARKED = re.compile(
    r"^\W*actions?(?:\s+(?:point|for|by))?\s*(?:\d+\s*)?[:\-–]\s*(?P<text>.+)$", re.IGNORECASE | re.DOTALL
)
OWNER_BEHIND = re.compile(
    r"[(\[]\s*(?:action\s*(?:by)?\s*[:\-–]?\s*)?(?P<owner>[A-Z][\w'’&/.,\s-]{1,50})[)\]]\s*\.?\s*$"
)
OWNER_BEFORE = re.compile(
    rf"^{WHO}\s*[:–-]\s+(?P<rest>.+)$|^(?P<subject>(?:The\s+)?[A-Z][\w'’ /&,-]{{1,80}}?)\s+(?:to|will)\s+{DEED}\b",
    re.DOTALL,
)
# A heading below which the actions of an item are listed.
LISTED = re.compile(r"^\W*(?:agreed\s+)?actions?\b[^.]{0,60}\W*$", re.IGNORECASE)
# Notes write an action as a sentence without a finite verb: "Jo Field to send the list by 5 May."
IN_SHORT = re.compile(
    rf"^(?P<who>(?:The\s+)?(?:[A-Z]{{2,4}}|(?:[A-Z][\w'’.-]*\s+(?:(?:of|for|and|&)\s+(?:the\s+)?)?){{1,7}}[A-Z][\w'’-]+|Officers?|Chair|Clerk"
    rf"|[A-Z][a-z]+(?=.*\bby\s+(?:the\s+end\s+of\s+)?(?:\d|[A-Z])))(?:\s*/\s*[A-Z]{{2,4}})*)\s+to\s+(?:\w+ly\s+)?{DEED}\b"
)
TO_BE_DONE = re.compile(
    r"^[A-Z][\w'’]*(?:\s+[\w'’]+){0,8}?\s+to\s+be\s+(?:circulated|provided|sent|shared|brought|added|arranged|reported|invited)\b"
)
TO_ACTION = re.compile(
    r"^\W*(?:actions?\s*(?:by|for|:|-)?\s*)?(?P<owner>.+?)\s*(?:[-–:]\s*|\()?(?:to\s+(?:action|note|lead|follow\s+up)|action|actions)?\W*$",
    re.IGNORECASE | re.DOTALL,
)

WILL_DO = re.compile(rf"\b(?:agreed\s+to|will|would|undertook\s+to|was\s+asked\s+to|to\s+be)\s+{DEED}\b")
UNDERTOOK = re.compile(r"\b(?:undertook|agreed|offered|promised|would|will)\s+to\b", re.IGNORECASE)
# A sentence with a margin note is the one that speaks of a deed to come.
TO_COME = re.compile(
    rf"\b(?:agreed|undertook|undertaken|offered|promised|asked|requested|would|will|should|to\s+be)\b.{{0,120}}?\b(?:{DEED}|be\s+\w+(?:ed|t|n))\b",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"(?:he|she|they|it|we|this|these)", re.IGNORECASE)
BODIES = re.compile(
    r"^(?:The\s+)?(?:Cabinet|Panel|Committee|Board|Council|Commission|Members?|Cabinet\s+Panel|County\s+Council|Government|Ofsted)$",
    re.IGNORECASE,
)
DUE = re.compile(
    r"\b(?:by|before|in\s+time\s+for|no\s+later\s+than|not\s+later\s+than|until|deadline(?:\s+of)?)\s+(?:the\s+)?(?:end\s+of\s+|middle\s+of\s+|close\s+of\s+)?$",
    re.IGNORECASE,
)


def actions(item: Item | None, paragraphs: Sequence[Paragraph], resolved: frozenset[int] = frozenset()) -> list[Action]:
    """What was undertaken in the paragraphs of an item; `resolved` are the ordinals of those that a resolution takes,
    whose own words are no undertaking of somebody unless the clerk marks them for one.
    """
    found: list[Action] = []
    listed = False
    paragraphs, marks = with_marks(paragraphs)
    beside = any(paragraph.style == "margin" for paragraph in paragraphs)
    for paragraph in paragraphs:
        if paragraph.ordinal in marks:
            said = [each.text for each in sentences(paragraph.text)]
            marked = marks[paragraph.ordinal]
            found.append(told(paragraph, item, with_margin(said), marked.owner, "mark", marked.due))
            continue
        if paragraph.style == "margin":
            found.append(noted_beside(paragraph, item))
            continue
        if paragraph.ordinal in resolved and not paragraph.margin:
            continue
        if LISTED.match(paragraph.text):
            listed = True
            continue
        listed = listed and (bool(paragraph.label) or paragraph.style == "bullet")
        if listed and paragraph.style != "row":
            owner = owner_of(paragraph.margin) or marked_owner(paragraph.text)
            found.append(told(paragraph, item, paragraph.text, owner, "mark"))
        else:
            # Where the column of actions tells them, the discussion tells the same ones before.
            found += [each for each in actions_in(paragraph, item) if not beside or each.source.basis == "mark"]
    if item and not found and (owner := owner_of(item.heading.margin)):
        found += owned(item, paragraphs, owner)
    return found


def noted_beside(paragraph: Paragraph, item: Item | None) -> Action:
    """A deed of the column of actions; who does it stands in a column beside it, or before the deed or behind it."""
    beside = paragraph.margin or ""
    dated = next(iter(dates_in(beside)), None)
    owner = beside[: dated.start].strip(" ,;:–-") if dated else beside
    marked = MARKED.match(paragraph.text)
    text = marked["text"].strip() if marked else paragraph.text
    found = told(paragraph, item, text, without_title(owner) if owner else marked_owner(text), "cell")
    return replace(found, due_on=dated.iso) if dated else found


def owned(item: Item, paragraphs: Sequence[Paragraph], owner: str) -> Iterator[Action]:
    """The undertakings of an item beside whose heading a table names who acts."""
    for paragraph in paragraphs:
        for each in sentences(paragraph.text) if paragraph.style not in ("row", "heading") else ():
            if IN_SHORT.match(each.text) or WILL_DO.search(each.text):
                yield told(paragraph, item, each.text, owner, "sentence")


def actions_in(paragraph: Paragraph, item: Item | None) -> Iterator[Action]:
    """The actions of one paragraph: the margin's first, which names the owner of one sentence."""
    if paragraph.style == "row":
        return
    marked = MARKED.match(paragraph.text)
    if marked and paragraph.style != "row" and len(marked["text"]) > 8:
        yield told(paragraph, item, marked["text"].strip(), marked_owner(marked["text"]), "mark")
        return
    if paragraph.style == "heading":
        return
    said = [each.text for each in sentences(paragraph.text)]
    noted = owner_of(paragraph.margin)
    if noted:
        yield told(paragraph, item, with_margin(said), noted, "mark")
        return
    for place, sentence in enumerate(said):
        if found := undertaken(sentence):
            owner = named_before(said[:place]) if found[0] and PRONOUN.fullmatch(found[0]) else found[0]
            yield told(paragraph, item, sentence, owner, "sentence")


def named_before(said: Sequence[str]) -> str | None:
    """Whom "she" means: the person or officer with whom the nearest sentence before begins.

    >>> named_before(["The Director of Education presented the report."])
    'The Director of Education'
    """
    found = (re.match(rf"\W*{PERSON}\b", IN_REPLY.sub("", sentence)) for sentence in reversed(said))
    return next((tidy(match["who"].strip()) for match in found if match), None)


def with_margin(said: Sequence[str]) -> str:
    """The sentences that a margin note stands for: those of a deed to come, from the surest sign down."""
    for pattern in (AGREED_TO, IT_WAS_AGREED, UNDERTOOK, IN_SHORT, TO_COME):
        if found := [sentence for sentence in said if pattern.search(sentence)]:
            return " ".join(found)
    return " ".join(said)


def undertaken(sentence: str) -> tuple[str | None] | None:
    """Who undertakes something in a sentence, in a tuple; None where nobody does.

    >>> undertaken("Officers agreed to circulate a list."), undertaken("The Panel agreed the list.")
    (('Officers',), None)
    """
    for pattern in (BESIDE, AGREED_TO, AND_OFFERED, AND_WOULD, IT_WAS_CONFIRMED, WOULD_TELL, WAS_ASKED):
        found = pattern.search(sentence)
        if found and not CONDITIONAL.search(sentence) and not (found["who"] and BODIES.match(found["who"].strip())):
            who = found["who"] and found["who"].strip()
            return (tidy(who) if who else speaker(sentence),)
    if in_short := IN_SHORT.match(sentence):
        return None if BODIES.match(in_short["who"]) else (tidy(in_short["who"]),)
    if TO_BE_DONE.match(sentence):
        return (None,)
    return (None,) if IT_WAS_AGREED.search(sentence) else None


def speaker(sentence: str) -> str | None:
    """Whoever a sentence is said by, when it goes on "that she would".

    >>> speaker("The Director said that she would write to the Board.")
    'The Director'
    """
    found = re.match(rf"\W*{WHO}\s+{SAID}\b", sentence)
    return tidy(found["who"]) if found else None


def tidy(name: str) -> str:
    """
    >>> tidy("In response the Chair")
    'Chair'
    """
    name = re.sub(r"^.*\b(?:the|The)\s+", "", name) if re.match(r"(?:In|When|As|At)\b", name) else name
    return without_title(name) if not name.lower().startswith("the ") else name


def owner_of(margin: str | None) -> str | None:
    """The person in a margin note.

    >>> owner_of("Jo Field to action"), owner_of("Action: A Brindle"), owner_of(None)
    ('Jo Field', 'A Brindle', None)
    """
    found = TO_ACTION.match(margin) if margin else None
    owner = found["owner"].strip(" :-–") if found else ""
    return owner or None


def marked_owner(text: str) -> str | None:
    """
    >>> marked_owner("Arrange a visit to the centre (Jo Field)"), marked_owner("The Clerk to circulate the list")
    ('Jo Field', 'The Clerk')
    """
    if found := OWNER_BEHIND.search(text):
        return found["owner"].strip()
    found = OWNER_BEFORE.match(text)
    return (found["who"] or found["subject"]).strip() if found else None


def told(
    paragraph: Paragraph, item: Item | None, text: str, owner: str | None, basis: str, due: str | None = None
) -> Action:
    return Action(
        owner=owner,
        text=text,
        item=item.number or item.title if item else None,
        paragraph=paragraph.label,
        due_on=due_in(due or text),
        source=source_of(paragraph, text, basis=basis),
    )


def due_in(text: str) -> str | None:
    """
    >>> due_in("Officers agreed to send a list by the end of October 2021.")
    '2021-10'
    """
    return next((found.iso for found in dates_in(text) if DUE.search(text[: found.start])), None)
