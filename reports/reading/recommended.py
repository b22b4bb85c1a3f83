"""What a report asks its meeting to do.

Recommendations
That Cabinet:
(a)  approves the award of the contract; and
(b)  notes the timetable.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reports.reading.facts import Recommendation
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import printed, source_of

HEADING = re.compile(
    r"^\W*(?:\d+\W+)?(?:(?:officer|report|key|the|proposed|summary\s+of)\s+)*(?:recommendations?(?:\s*\(s\))?(?:\s+(?:to|for)\s+(?:the\s+)?(?:[\w'’]+\s+){0,4}?(?:cabinet|committee|panel|council|board|executive|commission))?"
    r"|recommended\s+(?:decisions?|actions?)|proposed\s+(?:decisions?|resolutions?)(?:\s*\(s\))?"
    r"|(?:decisions?|actions?)(?:\s*\(s\))?\s+(?:required|sought|requested|recommended)"
    r"|(?:cabinet|the\s+\w+|members?)\s+(?:is|are)\s+(?:asked|recommended|invited|requested)\s+to)(?!\w)(?!\s+(?:from|of)\s+(?:the\s+)?(?:review|report|ofsted|inspection))\W*$",
    re.IGNORECASE,
)
INLINE = re.compile(r"^\W*recommendations?(?:\s*\(s\))?\s*[:\-–]\s*(?P<text>\S.{8,})$", re.IGNORECASE | re.DOTALL)
# What follows recommendations and is none.
ENDS = re.compile(
    r"^\W*(?:reasons?\s+for|(?:executive|report)\s+summary|main\s+report|context\W*$|(?:legal|equality|equalities|risk|resource)\s+implications|alternatives?\b|options\b|background|introduction|purpose|summary|key\s+considerations|financial|implications)",
    re.IGNORECASE,
)
LEAD = re.compile(
    r"^\W*(?:that\b|it\s+is\s+(?:therefore\s+)?recommended|(?:the\s+)?[\w\s'’]{0,60}?\b(?:is|are)\s+(?:asked|recommended|invited|requested|therefore))[^.]*?[:\-–]?\s*$|:\s*$",
    re.IGNORECASE,
)
# The words that ask, and the verb that they are forms of. The earliest in the text decides.
VERBS = (
    ("note", r"not(?:e|es|ed|ing)"),
    ("approve", r"approv(?:e|es|ed|al|ing)"),
    ("agree", r"agree(?:s|d|ing|ment)?"),
    ("endorse", r"endors(?:e|es|ed|ing)"),
    ("support", r"support(?:s|ed)?"),
    ("delegate", r"delegat(?:e|es|ed)"),
    ("recommend", r"recommend(?:s|ed)?"),
    ("comment", r"comments?(?:ed)?(?=\s+(?:on|upon|to|and)\b)"),
    ("consider", r"consider(?:s|ed)?"),
    ("adopt", r"adopt(?:s|ed)?"),
    ("authorise", r"authori[sz](?:e|es|ed)|authority\s+" r"(?:is|be)\s+(?:given|granted)"),
    ("receive", r"receiv(?:e|es|ed)"),
    ("confirm", r"confirm(?:s|ed)?"),
    ("refer", r"refer(?:s|red)?"),
    ("identify", r"identif(?:y|ies|ied)"),
    ("ask", r"asks?|requests?|instructs?"),
    ("accept", r"accept(?:s|ed)?"),
    ("review", r"reviews?"),
    ("scrutinise", r"scrutinis(?:e|es|ed)"),
    ("welcome", r"welcomes?"),
    ("appoint", r"appoint(?:s|ed)?"),
    ("determine", r"determin(?:e|es|ed)"),
    ("defer", r"defer(?:s|red)?"),
    ("close", r"clos(?:e|es|ed)"),
)
_VERBS = tuple((verb, re.compile(rf"\b(?:{forms})\b", re.IGNORECASE)) for verb, forms in VERBS)
# "R1 Approve the strategy", "Recommendation 2: note the risks".
NUMBERED = re.compile(r"^(?P<label>R\d{1,2}|Recommendation\s+\d{1,2})\s*[.:)–-]?\s+(?=\S)")
# A sentence that asks, in a report that has no heading for it.
ASKS = re.compile(
    r"^\W*(?:it\s+is\s+(?:therefore\s+)?recommended\s+that\b|(?:the\s+)?(?:[\w'’]+\s+){0,6}?(?:cabinet|committee|panel|board|council|commission|forum|executive|members)"
    r"\s+(?:is|are)\s+(?:therefore\s+)?(?:asked|recommended|invited|requested)\s+to\b)",
    re.IGNORECASE,
)
OPEN_END = re.compile(r"(?::|[-–]|\bthat|\bto)\W*$", re.IGNORECASE)
BODY = r"(?:cabinet|committee|panel|board|council|commission|executive|forum|members?)"
POINT = re.compile(r"\(?[A-Za-z]{1,4}[).]?|\(?\d{1,2}[).]?|\d{1,2}(?:\.\d{1,2}){1,3}|\d{1,2}\.?\(?[a-z]\)?|R\d{1,2}")


def recommendations(
    paragraphs: Sequence[Paragraph], committee: str | None, meeting_on: str | None
) -> list[Recommendation]:
    """The recommendations of a report's own section for them, each point a fact."""
    lead, points = section(paragraphs)
    if not points:
        return asked_in_sentence(paragraphs, committee, meeting_on)
    return [
        Recommendation(
            committee=committee,
            meeting_on=meeting_on,
            label=label_of(point[0]),
            text=NUMBERED.sub("", text_of(point)),
            verb=verb_in(NUMBERED.sub("", point[0].text)) or (verb_in(lead.text) if lead else None),
            source=source_of(point[0], point[0].text, *point[1:], *([lead] if lead else []), basis=printed(point[0])),
        )
        for point in points
    ]


def asked_in_sentence(
    paragraphs: Sequence[Paragraph], committee: str | None, meeting_on: str | None
) -> list[Recommendation]:
    """For a report without a heading for them: what the first sentence that asks says, or the points below it."""
    for place, paragraph in enumerate(paragraphs):
        asked = ASKS.match(paragraph.text) if paragraph.style in ("paragraph", "heading") else None
        if not asked:
            continue
        own = [
            paragraph,
            *itertools.takewhile(lambda each: each.label or each.style == "bullet", paragraphs[place + 1 :]),
        ]
        lead, points = points_of(own) if OPEN_END.search(paragraph.text) else (None, [[paragraph]])
        return [
            Recommendation(
                committee=committee,
                meeting_on=meeting_on,
                label=label_of(point[0]) if lead else None,
                text=text_of(point),
                verb=verb_in(point[0].text) or verb_in(paragraph.text),
                source=source_of(point[0], point[0].text, *point[1:], basis="sentence"),
            )
            for point in points
        ]
    return []


def section(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph | None, list[list[Paragraph]]]:
    """The sentence that introduces the recommendations, and each recommendation with what belongs to it."""
    for place, paragraph in enumerate(paragraphs):
        if is_title(paragraph) and HEADING.match(paragraph.text):
            lead, points = points_of(list(below(paragraphs[place + 1 :])))
            if paragraph.text.rstrip(" :").lower().endswith(" to"):
                lead = lead or paragraph
            if points:
                return lead, points
        if beside := in_head(paragraph, paragraphs[place + 1 :]):
            return beside
        if INLINE.match(paragraph.text) and paragraph.style != "row":
            return None, [[paragraph]]
    return None, []


def in_head(paragraph: Paragraph, later: Sequence[Paragraph]) -> tuple[Paragraph | None, list[list[Paragraph]]] | None:
    """The recommendations of a row in the report's head: its own text, or the points that stand below in its cell."""
    if len(paragraph.cells) < 2 or not HEADING.match(paragraph.cells[0]):
        return None
    told = " ".join(paragraph.cells[1:]).strip()
    own = list(itertools.takewhile(lambda each: each.style not in ("row", "heading"), later))
    points = points_of(list(itertools.takewhile(lambda each: each.label or each.style == "bullet", own)))[1]
    if points and (LEAD.match(told) or not told):
        return paragraph, points
    return (None, [[replace(paragraph, text=told, cells=())]]) if len(told) > 20 and verb_in(told) else None


def is_title(paragraph: Paragraph) -> bool:
    return (
        paragraph.style == "heading" or paragraph.bold or (len(paragraph.text) < 90 and paragraph.style == "paragraph")
    )


def below(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs of the section: up to the next heading."""
    for place, paragraph in enumerate(paragraphs):
        if ENDS.match(paragraph.text) and (paragraph.style == "heading" or len(paragraph.text) < 80):
            return
        if (
            paragraph.style == "heading"
            and not (place == 0 and LEAD.match(paragraph.text))
            and not is_bold_point(paragraph, paragraphs[place - 1] if place else None)
        ):
            return
        yield paragraph


def is_bold_point(paragraph: Paragraph, last: Paragraph | None = None) -> bool:
    """Whether what looks like a heading is a recommendation that is set bold; last: the paragraph before it."""
    sentence = paragraph.text[:1].islower() or paragraph.text.rstrip().endswith((".", ";", "; and", ", and"))
    if paragraph.label and sentence and (last is None or not last.label or form_of(last) == form_of(paragraph)):
        return True
    return (bool(paragraph.label) and bool(re.match(r"(?:that|to)\b", paragraph.text, re.IGNORECASE))) or bool(
        re.match(r"that\b", paragraph.text, re.IGNORECASE)
    )


def points_of(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph | None, list[list[Paragraph]]]:
    lead: Paragraph | None = None
    points: list[list[Paragraph]] = []
    for place, paragraph in enumerate(paragraphs):
        later = paragraphs[place + 1 :]
        if (
            not points
            and later
            and (LEAD.match(paragraph.text) or (not paragraph.label and paragraph.text.rstrip().endswith(":")))
            and paragraph.text.rstrip().endswith((":", "-", "–", "that", "to"))
        ):
            lead = paragraph
        elif points and belongs(paragraph, points[-1]):
            points[-1].append(paragraph)
        elif paragraph.style != "row":
            points.append([paragraph])
    return lead, points


def belongs(paragraph: Paragraph, point: Sequence[Paragraph]) -> bool:
    """Whether a paragraph goes on with a recommendation: a point below it, or a further paragraph without a letter."""
    first = point[0]
    if paragraph.label is None and paragraph.style == "paragraph":
        return bool(first.label) and not re.match(r"\W*(?:that|to)\b", paragraph.text, re.IGNORECASE)
    deeper = paragraph.indent > first.indent + 6 or (paragraph.style == "bullet" and first.style != "bullet")
    under = first.text.rstrip().endswith((":", "–", "-")) or len(point) > 1
    return under and (deeper or form_of(paragraph) != form_of(first))


def form_of(paragraph: Paragraph) -> str:
    """The form of a label: digits and letters as signs.

    >>> form_of(Paragraph(ordinal=0, page=1, text="", label="(b)"))
    '(a)'
    """
    return re.sub(r"[A-Za-z]+", "a", re.sub(r"\d+", "1", paragraph.label or paragraph.style))


def label_of(paragraph: Paragraph) -> str | None:
    if paragraph.label:
        return paragraph.label if POINT.fullmatch(paragraph.label) else None
    numbered = NUMBERED.match(paragraph.text)
    return numbered["label"] if numbered else None


def text_of(point: Sequence[Paragraph]) -> str:
    """A recommendation's words, what belongs to it on lines of their own."""
    first = INLINE.match(point[0].text)
    lines = [first["text"] if first else point[0].text]
    lines += [
        f"{each.label or '•'} {each.text}" if each.label or each.style == "bullet" else each.text for each in point[1:]
    ]
    return "\n".join(lines)


def verb_in(text: str) -> str | None:
    """The word that asks.

    >>> verb_in("THAT the following be noted:"), verb_in("agrees to close the centre"), verb_in("the outcome")
    ('note', 'agree', None)
    """
    text = re.sub(
        r"^\W*(?:it\s+is\s+(?:therefore\s+)?recommended\s+(?:that|to)|(?:the\s+)?[\w\s'’]{0,60}?\b(?:is|are)\s+(?:asked|recommended|requested)\s+to)\b",
        "",
        text,
        flags=re.IGNORECASE,
    )
    found = [
        (match.start(), place, verb)
        for place, (verb, pattern) in enumerate(_VERBS)
        if (match := pattern.search(text[:160]))
    ]
    # A noun ("the review", "the support plan") asks for nothing.
    asking = [
        each
        for each in found
        if not re.search(
            rf"\b(?:the|a|an|of|its|their|this|peer|for)\s+(?:(?!{BODY}\b)\w+\s+)?$", text[: each[0]], re.IGNORECASE
        )
    ]
    return min(asking)[2] if asking else None
