"""Questions put to a service, each with the theme it stands under and the answer beneath it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from reports.reading.facts import Question
from reports.reading.paragraph import Paragraph
from reports.reading.sentences import is_heading, one_line, source_of

ASKS = re.compile(
    r"^(?:Q(?:uestion)?\s?\d*\s*[.:)–-]?\s*|\(?[a-z\d]{1,3}[.)]\s*)?(?:How|What|Which|Why|When|Where|Who|To\s+what"
    r"|In\s+what|On\s+what|Have|Has|Had|Is|Are|Was|Were|Do|Does"
    r"|Did|Can|Could|Will|Would|Should|Please|We\s+would\s+like|Explain|Describe|Outline|Provide|Detail|Summarise|List|State|Give"
    r"|Confirm|Clarify|Identify|Comment\s+on|Break\s+down|Tell\s+us|Given|If|With|Set\s+out)\b",
    re.IGNORECASE,
)
NUMBERED_QUESTION = re.compile(r"^Q(?:uestion)?\s?\d+\b(?!\W*$)", re.IGNORECASE)
# "Please explain the travel budget.", "Can officers provide a breakdown of posts", "Set out the risks".
REQUEST = re.compile(
    r"(?:Q(?:uestion)?\s?\d*\s*[.:)–-]?\s*|\(?[a-z\d]{1,3}[.)]\s*)?"
    r"(?:Please|(?:Can|Could|Will|Would)\s+(?:you|officers|the\s+\w+|members)(?:\s+please)?|We\s+would\s+like)?\s*,?(?:to\s+)?"
    r"(?:explain|describe|outline|set\s+out|provide|detail|summarise|list|state|give|confirm|clarify|identify|comment\s+on|break\s+down"
    r"|tell\s+us|advise|indicate|share|demonstrate|show|say)\s+\w+\W+\w+",
    re.IGNORECASE | re.DOTALL,
)
PREFIX = re.compile(r"^Q(?:uestion)?\s?\d*\s*[.:)–-]\s*", re.IGNORECASE)
ANSWER_PREFIX = re.compile(
    r"^(?:A(?:nswer)?\s?\d*|(?:Service\s+|Officer\s+)?(?:Response|Reply))\s*(?:[.:–-]\s*|$)", re.IGNORECASE
)
# A running number above each question is the question's own label, not the theme it stands under.
RUNNING = re.compile(
    r"^(?:Key\s+)?(?:Lines?\s+of\s+(?:enquiry|inquiry)|KLOE|Questions?|Q|Issue)\s*(?:no\.?\s*)?\d+[a-z]?\W*$",
    re.IGNORECASE,
)
THEME = re.compile(r"^(?:Key\s+)?Theme\s+(?:\d+|[A-Z])\s*[:.–-]?\s*(?P<name>.*)$", re.IGNORECASE)


def questions_in(paragraphs: Sequence[Paragraph], answers: frozenset[int] = frozenset()) -> list[Question]:
    """The questions of a paper in order; a theme is a heading right above a question, or one that says "Theme".

    answers: ordinals of paragraphs that are the whole answer to the question before them, as in a table.
    """
    found: list[Question] = []
    themes = _themes(paragraphs)
    closings = _closings(paragraphs, themes)
    theme: Paragraph | None = None
    asked: Paragraph | None = None
    answer: list[Paragraph] = []
    for paragraph in paragraphs:
        ends = paragraph.ordinal in themes or paragraph.ordinal in closings
        if ends or is_question(paragraph):
            found += [_question(theme, asked, answer)] if asked else []
            asked, answer = (None, []) if ends else (paragraph, [])
            theme = paragraph if paragraph.ordinal in themes else theme
        elif cells := _row_of_question(paragraph):
            found += [_question(theme, asked, answer)] if asked else []
            asked, answer = None, []
            found.append(_in_row(theme, paragraph, cells))
        elif asked:
            answer.append(paragraph)
            if paragraph.ordinal in answers:
                found.append(_question(theme, asked, answer))
                asked, answer = None, []
    found += [_question(theme, asked, answer)] if asked else []
    return found


def is_question(paragraph: Paragraph) -> bool:
    """Whether a paragraph puts a question: set apart in bold, as a heading or by a number, or nothing but a question.

    >>> is_question(Paragraph(ordinal=1, page=1, text="How will you save money? e.g. by sharing staff.", bold=True))
    True
    """
    text = paragraph.text.strip()
    if paragraph.style in {"row", "bullet"} or len(text) > 700:
        return False
    if NUMBERED_QUESTION.match(text):
        return True
    if not ASKS.match(text) or ("?" not in text and not _is_request(paragraph)):
        return False
    return is_set_apart(paragraph) or (text.endswith("?") and not re.search(r"\.\s+[A-Z]", text))


def _is_request(paragraph: Paragraph) -> bool:
    """Whether a line set apart asks without a question mark: "Please explain the staff budget."."""
    return is_set_apart(paragraph) and REQUEST.match(paragraph.text.strip()) is not None


def is_set_apart(paragraph: Paragraph) -> bool:
    return paragraph.bold or paragraph.style == "heading" or paragraph.label is not None


def _themes(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The headings that open a theme."""
    found: list[Paragraph] = []
    for index, paragraph in enumerate(paragraphs):
        if not is_heading(paragraph) or is_question(paragraph) or RUNNING.match(paragraph.text):
            continue
        below = (each for each in paragraphs[index + 1 : index + 3] if not RUNNING.match(each.text))
        following = next(below, None)
        if THEME.match(paragraph.text) or (following and is_question(following)):
            found.append(paragraph)
    return frozenset(paragraph.ordinal for paragraph in found)


def _closings(paragraphs: Sequence[Paragraph], themes: frozenset[int]) -> frozenset[int]:
    """Headings that end the last answer: set in capitals as the themes are, and above a table."""
    running = [paragraph.ordinal for paragraph in paragraphs if RUNNING.match(paragraph.text) and is_heading(paragraph)]
    capitals = all(paragraph.text.isupper() for paragraph in paragraphs if paragraph.ordinal in themes)
    return frozenset(running).union(
        heading.ordinal
        for heading, following in pairwise(paragraphs)
        if themes and capitals and is_heading(heading) and heading.text.isupper() and following.style == "row"
    )


def _name(theme: Paragraph | None) -> str | None:
    if theme is None:
        return None
    named = THEME.match(theme.text)
    return one_line(named["name"] if named and named["name"] else theme.text)


def _question(theme: Paragraph | None, asked: Paragraph, answer: Sequence[Paragraph]) -> Question:
    words = [_line(paragraph) for paragraph in answer]
    words[:1] = [ANSWER_PREFIX.sub("", word) for word in words[:1]]
    return Question(
        source=source_of(asked, asked.text, *answer, basis="mark" if is_set_apart(asked) else "sentence"),
        theme=_name(theme),
        question=PREFIX.sub("", one_line(asked.text)),
        answer="\n".join(word for word in words if word) or None,
    )


def _line(paragraph: Paragraph) -> str:
    if paragraph.style == "bullet":
        return f"• {paragraph.text}"
    return f"{paragraph.label} {paragraph.text}" if paragraph.label else paragraph.text


def _row_of_question(paragraph: Paragraph) -> tuple[str, str] | None:
    """Question and answer of a table's row that holds both."""
    for place, cell in enumerate(paragraph.cells[:-1]):
        if cell.strip().endswith("?") and ASKS.match(cell.strip()):
            return cell, paragraph.cells[place + 1]
    return None


def _in_row(theme: Paragraph | None, row: Paragraph, cells: tuple[str, str]) -> Question:
    question, answer = cells
    return Question(
        source=source_of(row, question, basis="cell"),
        theme=_name(theme),
        question=PREFIX.sub("", one_line(question)),
        answer=ANSWER_PREFIX.sub("", answer.strip()) or None,
    )
